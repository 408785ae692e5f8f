/** Lists that are read page by page, from services that are right, busy or wrong. */
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import {
  createFunctionGraphClient,
  InvalidRequestError,
  UnexpectedResponseError,
  type ListWorkflowExecutionsResponse,
} from "functiongraph-workflow";
import { expect, test } from "vitest";
import { rejection } from "./helpers.js";
import { runsTimes, shownRuns } from "./seed.js";

type Item = ListWorkflowExecutionsResponse["executions"][number];

const path = { workflow_id: "w" };
const item = (execution_id: string): Item => ({ execution_id, status: "success" });
const items = (count: number, name = "e") => Array.from({ length: count }, (_, n) => item(`${name}${n}`));

/** A client of a service that answers with what `respond` returns for the request's query. */
function clientOf(respond: (query: URLSearchParams, call: number) => object) {
  const requests: URL[] = [];
  const functiongraph = createFunctionGraphClient({
    endpoint: "https://host",
    projectId: "p",
    credentials: { ak: "AK", sk: "SK" },
    fetch: async (url) => {
      requests.push(new URL(url));
      const body = respond(requests.at(-1)!.searchParams, requests.length);
      return body instanceof Response ? body : Response.json(body);
    },
  });
  return { functiongraph, requests, offsets: () => requests.map((url) => url.searchParams.get("offset")) };
}

const pageOf = (all: Item[], query: URLSearchParams, usual = 3) => {
  const offset = Number(query.get("offset") ?? 0);
  return all.slice(offset, offset + Number(query.get("limit") ?? usual));
};

async function idsOf(list: AsyncIterable<Item>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { execution_id } of list) ids.push(execution_id);
  return ids;
}

const names = (all: Item[]) => all.map(({ execution_id }) => execution_id);

test("every page is read, with the same request but for the offset, until one is empty", async () => {
  const all = items(7);
  const { functiongraph, requests } = clientOf((query) => ({ executions: pageOf(all, query) }));
  const query = { status: "fail", start_time: new Date("2026-01-31T09:30:00Z"), limit: 3 } as const;
  expect(await idsOf(functiongraph.listWorkflowExecutions({ path, query }))).toEqual(names(all));
  const given = { limit: "3", start_time: "2026-01-31 09:30:00", status: "fail" };
  expect(requests.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
    given,
    ...["3", "6", "7"].map((offset) => ({ ...given, offset })),
  ]);
});

test("a total spares the last call, and the first offset is the caller's", async () => {
  const all = items(7);
  const { functiongraph, offsets } = clientOf((query) => ({ total: 7, executions: pageOf(all, query) }));
  const query = { offset: 2, limit: 3 };
  expect(await idsOf(functiongraph.showWorkflowExecutionForPage({ path, query }))).toEqual(
    names(all.slice(2)),
  );
  expect(offsets()).toEqual(["2", "5"]);
});

test("the page itself is what the promise resolves to, and is used for each iteration", async () => {
  const all = items(4);
  const { functiongraph, offsets } = clientOf((query) => ({ executions: pageOf(all, query) }));
  const list = functiongraph.listWorkflowExecutions({ path });
  expect((await list).executions).toHaveLength(3);
  expect((await list.withResponse()).response.status).toBe(200);
  expect(await idsOf(list)).toEqual(names(all));
  expect(await idsOf(list)).toEqual(names(all));
  expect(offsets()).toEqual([null, "3", "4", "3", "4"]);
});

test("break makes no further call", async () => {
  const { functiongraph, requests } = clientOf((query) => ({ executions: pageOf(items(9), query) }));
  for await (const { execution_id } of functiongraph.listWorkflowExecutions({ path }))
    if (execution_id === "e2") break;
  expect(requests).toHaveLength(1);
});

test("what the caller changes later has no effect", async () => {
  const { functiongraph, offsets } = clientOf((query) => ({ executions: pageOf(items(4), query) }));
  const request = { path: { workflow_id: "w" }, query: { limit: 2, offset: 0 } };
  const list = functiongraph.listWorkflowExecutions(request);
  request.query.offset = 9;
  request.path.workflow_id = "..";
  expect(await idsOf(list)).toHaveLength(4);
  expect(offsets()).toEqual(["0", "2", "4"]);
});

test("a failure ends the iteration, and nothing is left unhandled", async () => {
  const { functiongraph } = clientOf((query, call) =>
    call === 1
      ? { executions: pageOf(items(9), query) }
      : Response.json({ error_code: "X" }, { status: 400 }),
  );
  const seen: string[] = [];
  const error = await rejection(
    (async () => {
      for await (const { execution_id } of functiongraph.listWorkflowExecutions({ path }))
        seen.push(execution_id);
    })(),
  );
  expect(error).toMatchObject({ status: 400 });
  expect(seen).toEqual(["e0", "e1", "e2"]);
  const refused = functiongraph.listWorkflowExecutions({ path: { workflow_id: "" } });
  expect(await rejection(idsOf(refused))).toBeInstanceOf(InvalidRequestError);
});

test("aborting ends the iteration between two pages, too", async () => {
  const { functiongraph } = clientOf((query) => ({ executions: pageOf(items(9), query) }));
  const controller = new AbortController();
  const list = functiongraph.listWorkflowExecutions({ path }, { signal: controller.signal });
  await list;
  controller.abort();
  expect((await rejection(idsOf(list))).name).toBe("AbortError");
});

test.each([
  [3, { limit: 3 }],
  [200, {}],
  [200, { limit: 500 }],
])("a service that ignores offset is named, after its %d items", async (count, query) => {
  const { functiongraph, requests } = clientOf(() => ({ executions: items(count) }));
  const seen: string[] = [];
  const error = await rejection(
    (async () => {
      for await (const { execution_id } of functiongraph.listWorkflowExecutions({ path, query }))
        seen.push(execution_id);
    })(),
  );
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(error.message).toContain("the service ignores offset");
  expect(seen).toEqual(names(items(count)));
  expect(requests).toHaveLength(2);
});

test("a service that ignores offset, but has all on one page, has no error", async () => {
  const { functiongraph } = clientOf(() => ({ executions: items(3) }));
  expect(await idsOf(functiongraph.listWorkflowExecutions({ path, query: { limit: 4 } }))).toHaveLength(3);
  expect(await idsOf(functiongraph.listWorkflowExecutions({ path }))).toHaveLength(3);
});

test("a service that sends two pages by turns is named, and not asked forever", async () => {
  const { functiongraph, requests } = clientOf((_, call) => ({
    executions: items(4, call % 2 ? "odd" : "even"),
  }));
  const list = functiongraph.listWorkflowExecutions({ path, query: { limit: 4 } });
  expect(await rejection(idsOf(list))).toBeInstanceOf(UnexpectedResponseError);
  expect(requests).toHaveLength(3);
});

test("a service that ignores offset while executions are started does not keep the client busy", async () => {
  let all = items(4);
  const { functiongraph, requests } = clientOf((_, call) => {
    if (call > 20) throw new Error("it goes on and on");
    all = [item(`new${call}`), ...all];
    return { executions: all.slice(0, 4) };
  });
  expect(
    await rejection(idsOf(functiongraph.listWorkflowExecutions({ path, query: { limit: 4 } }))),
  ).toBeInstanceOf(UnexpectedResponseError);
  expect(requests.length).toBeLessThan(5);
});

test(`no execution is lost or doubled while others are started (${shownRuns})`, async () => {
  const busy = fc.record({
    count: fc.nat(30),
    limit: fc.integer({ min: 2, max: 9 }),
    starts: fc.array(fc.nat(8), { maxLength: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(busy, async ({ count, limit, starts }) => {
      let all = items(count);
      const { functiongraph } = clientOf((query, call) => {
        const page = pageOf(all, query);
        // Fewer than a page has: else the service seems to ignore the offset.
        const started = Math.min(starts[call] ?? 0, limit - 1);
        all = [...items(started, `new${call}-`), ...all];
        return { executions: page };
      });
      const ids = await idsOf(functiongraph.listWorkflowExecutions({ path, query: { limit } }));
      expect(ids.filter((id) => id.startsWith("e"))).toEqual(names(items(count)));
      for (const [index, id] of ids.entries()) expect(ids.indexOf(id)).toBe(index);
    }),
    runsTimes(0.1),
  );
});

test.each([
  ["query", "start_time", "yesterday"],
  ["query", "start_time", "2026-01-31T09:30:00Z"],
  ["query", "start_time", "2026-02-30 09:30:00"],
  ["query", "end_time", "2026-01-31 24:30:00"],
])("%s.%s %s is refused with the right form", async (_, name, text) => {
  const { functiongraph, requests } = clientOf(() => ({ executions: [] }));
  const error = await rejection(functiongraph.listWorkflowExecutions({ path, query: { [name]: text } }));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error.message).toContain(
    `query.${name} must be a Date, or text like "2026-01-31 09:30:00" (in UTC)`,
  );
  expect(requests).toEqual([]);
});

test.each([
  [new Date(NaN), 'not "Invalid Date"'],
  [new Date(-1), "1969"],
  [new Date(8.64e15), "275760"],
  [1_769_851_800_000, "must be a string, not a number"],
  [{}, "must be a string, not an object"],
])("%s is no start_time", async (start_time, message) => {
  const { functiongraph } = clientOf(() => ({ executions: [] }));
  const query = { start_time: start_time as Date };
  const error = await rejection(functiongraph.listWorkflowExecutions({ path, query }));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error.message).toContain(message);
});

test("a Date of another realm, or of a class of one's own, is a Date", async () => {
  const { functiongraph, requests } = clientOf(() => ({ executions: [] }));
  class Mine extends Date {
    override toISOString(): string {
      return "whenever";
    }
  }
  for (const start_time of [runInNewContext("new Date(0)") as Date, new Mine(0)])
    await functiongraph.listWorkflowExecutions({ path, query: { start_time } });
  for (const { searchParams } of requests) expect(searchParams.get("start_time")).toBe("1970-01-01 00:00:00");
});

test(`every Date from 1970 to 9999 arrives, to the second (${shownRuns})`, async () => {
  const { functiongraph, requests } = clientOf(() => ({ executions: [] }));
  const dates = fc.date({ min: new Date(0), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(dates, async (start_time) => {
      await functiongraph.listWorkflowExecutions({ path, query: { start_time } });
      const text = requests.at(-1)!.searchParams.get("start_time")!;
      expect(Date.parse(`${text}Z`)).toBe(Math.floor(start_time.getTime() / 1000) * 1000);
      await functiongraph.listWorkflowExecutions({ path, query: { start_time: text } });
      expect(requests.at(-1)!.searchParams.get("start_time")).toBe(text);
    }),
    runsTimes(0.1),
  );
});
