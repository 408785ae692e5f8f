/** Runs in the page: text only ever becomes text, never markup. */
export const script = `
"use strict";
const byId = (id) => document.getElementById(id);
const make = (tag, className = "", ...children) => {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
};
const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };
const ended = (ms) => ms < 1000 ? Math.round(ms) + " ms" : (ms / 1000).toFixed(ms < 10000 ? 2 : 1) + " s";
const problem = (text) => write(byId("problem"), text);

async function ask(path, body) {
  const options = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch("/executions/" + path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function act(path, body) {
  try {
    problem("");
    await ask(path, body);
    await refresh();
    return true;
  } catch (error) {
    problem(error.message);
    return false;
  }
}

const rows = new Map();

function newRow(id) {
  const row = {
    status: make("span"), workflow: make("span", "workflow"), id: make("code"), duration: make("span", "duration"),
    details: make("div", "details"), nodes: make("div"), values: make("div"),
    stop: make("button", "", "Stop"), retry: make("button", "", "Retry"),
  };
  for (const name of ["stop", "retry"]) {
    row[name].type = "button";
    row[name].hidden = true;
    row[name].addEventListener("click", () => act(name, { id }));
  }
  row.details.append(make("div", "actions", row.stop, row.retry), row.nodes, row.values);
  row.box = make("details", "", make("summary", "", row.status, row.workflow, row.id, row.duration), row.details);
  row.box.addEventListener("toggle", () => row.box.open && refresh());
  row.element = make("article", "", row.box);
  write(row.id, id);
  rows.set(id, row);
  return row;
}

function showNodes(row, { changes, runs }, { begin, end }, now) {
  const total = Math.max(1, (end ?? now) - begin);
  const key = changes + " " + (end ?? now);
  if (row.nodesKey === key) return;
  row.nodesKey = key;
  row.nodes.replaceChildren(...(runs.length === 0 ? [] : [make("h2", "", "Nodes")]), ...runs.map((run) => {
    const took = (run.end ?? now) - run.begin;
    const bar = make("span");
    bar.style.left = Math.min(100, 100 * (run.begin - begin) / total) + "%";
    bar.style.width = Math.min(100, 100 * took / total) + "%";
    const line = make("div", "node", make("span", "", run.name), make("div", "bar " + run.status, bar), make("span", "duration", ended(took)));
    line.title = run.status;
    line.setAttribute("aria-label", run.name + ": " + run.status + ", " + ended(took));
    line.setAttribute("role", "img");
    return line;
  }));
}

async function showDetails(row, execution, now) {
  if (!row.box.open) return;
  if (row.shown?.changes !== execution.changes && !row.asks) {
    row.asks = true;
    try {
      row.shown = await ask("details?id=" + encodeURIComponent(execution.id));
    } finally {
      row.asks = false;
    }
    row.values.replaceChildren(...row.shown.values.flatMap(({ name, text }) => [make("h2", "", name), make("pre", "", text)]));
  }
  if (row.shown) showNodes(row, row.shown, execution, now);
}

function show({ workflows, executions, total, now }) {
  const running = executions.filter(({ status }) => status === "running").length;
  const shown = executions.length < total ? "the newest " + executions.length + " of " : "";
  write(byId("summary"), shown + total + (total === 1 ? " execution" : " executions") + (running ? ", " + running + " running" : ""));
  byId("empty").hidden = total > 0;
  const ids = workflows.join("\\n");
  if (show.ids !== ids) byId("workflows").replaceChildren(...workflows.map((id) => { const one = make("option"); one.value = id; return one; }));
  if (show.ids !== ids && !byId("workflow").value) byId("workflow").value = workflows[0] ?? "";
  show.ids = ids;

  const seen = new Set(executions.map(({ id }) => id));
  for (const [id, row] of rows) if (!seen.has(id)) { row.element.remove(); rows.delete(id); }
  let before = null;
  for (const execution of executions.toReversed()) {
    const isNew = !rows.has(execution.id);
    const row = rows.get(execution.id) ?? newRow(execution.id);
    // What is in its place already stays untouched, and keeps the focus.
    if (isNew) byId("executions").insertBefore(row.element, before);
    before = row.element;
    row.status.className = "status " + execution.status;
    write(row.status, execution.status);
    write(row.workflow, execution.workflow + (execution.attempt > 1 ? ", attempt " + execution.attempt : ""));
    write(row.duration, ended((execution.end ?? now) - execution.begin));
    row.stop.hidden = execution.status !== "running";
    row.retry.hidden = !execution.canRetry;
    showDetails(row, execution, now).catch((error) => problem(error.message));
  }
}

let busy = false;
async function refresh() {
  if (busy) return;
  busy = true;
  try {
    show(await ask("state"));
    if (refresh.lost) problem("");
    refresh.lost = false;
  } catch {
    refresh.lost = true;
    problem("The sandbox does not respond. Is it still running?");
  } finally {
    busy = false;
  }
}

byId("start").addEventListener("submit", async (event) => {
  event.preventDefault();
  let input;
  try {
    input = JSON.parse(byId("input").value);
  } catch (error) {
    return problem("The input is not JSON: " + error.message);
  }
  await act("start", { workflow: byId("workflow").value, input });
});
setInterval(() => { if (!document.hidden) refresh(); }, 1000);
refresh();
`;
