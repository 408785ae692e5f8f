/**
 * The suite that every runtime runs, on the packed build and against the runner's sandbox. It only uses what
 * all of them have.
 *
 * @import { Check, Report, Setup } from "./types.js"
 * @typedef {typeof import("functiongraph-workflow")} Package
 */

/**
 * @param {Package} functiongraph
 * @param {Setup} setup
 * @returns {Promise<Report>}
 */
export async function smoke(functiongraph, setup) {
  const { createFunctionGraphClient, signRequest } = functiongraph;
  const { endpoint, credentials, projectId, vectors, workflows, traits } = setup;
  const options = { endpoint, credentials, projectId };
  const client = createFunctionGraphClient(options);
  const call = { path: { workflow_id: String(workflows[0]) }, body: { input: {} } };

  /** @type {Check[]} */
  const checks = [];
  /** @type {Report["started"]} */
  const started = [];
  let authorization = "";

  /** @param {string} name @param {() => Promise<string | void>} run */
  async function check(name, run) {
    try {
      checks.push({ name, ok: true, detail: (await run()) ?? "" });
    } catch (error) {
      checks.push({ name, ok: false, detail: describe(error) });
    }
  }

  await check("signs as published", async () => {
    for (const { id, credentials, date, request, authorization } of vectors) {
      const { url, body, ...init } = request;
      // Bytes: with text, `Request` would add a content type that the vectors do not have.
      const given = new Request(url, {
        ...init,
        body: body === null ? null : new TextEncoder().encode(body),
      });
      const signed = await signRequest(given, credentials, { date: dateOf(date) });
      equal(signed.headers.get("authorization"), authorization, id);
    }
  });

  await check("signs text beyond ASCII", async () => {
    const request = new Request("https://example.com/ü/中?b=😀&a=!'()*~ c", {
      method: "POST",
      headers: { "content-type": "application/json", "x-own": "1" },
      body: JSON.stringify({ text: "ü 中 😀" }),
    });
    const date = new Date("2026-01-02T03:04:05Z");
    const signed = await signRequest(request, { ak: "AK", sk: "SK" }, { date, projectId: "p" });
    authorization = signed.headers.get("authorization") ?? "";
    truthy(authorization.startsWith("SDK-HMAC-SHA256 Access=AK, SignedHeaders="), authorization);
  });

  await check("sends what it signed", async () => {
    const url = `${endpoint}/v2/${projectId}/fgs/workflows/${call.path.workflow_id}/executions`;
    const headers = { "content-type": "application/json" };
    const request = new Request(url, { method: "POST", headers, body: JSON.stringify(call.body) });
    const response = await fetch(await signRequest(request, credentials));
    const text = await response.text();
    equal(response.status, 200, text);
    started.push({ execution_id: JSON.parse(text).execution_id, ...call });
  });

  for (const [index, workflow_id] of workflows.entries()) {
    await check(`starts a workflow${index ? ", with id and input beyond ASCII" : ""}`, async () => {
      const input = index ? { "ключ ü 中😀": ["\u2028", "\0", "é", 1.5, null] } : { arg1: "argument_1" };
      const request = { path: { workflow_id }, body: { input, headers: { tenantId: "user1" } } };
      const { execution_id } = await client.startWorkflowExecution(request);
      started.push({ execution_id, ...request });
    });
  }

  await check("shows middlewares the request and the response", async () => {
    const observed = createFunctionGraphClient(options);
    /** @type {unknown[]} */
    const seen = [];
    observed.use({
      onRequest: ({ request }) => void seen.push(request instanceof Request),
      onResponse: ({ response }) => void seen.push(response instanceof Response, response.status),
    });
    const { data, requestId } = await observed.startWorkflowExecution(call).withResponse();
    equal(seen, [true, true, 200]);
    truthy(requestId, "no request id");
    started.push({ execution_id: data.execution_id, ...call });
  });

  await check("names an unknown workflow", async () => {
    const error = await failure(client.startWorkflowExecution({ ...call, path: { workflow_id: "unknown" } }));
    isA(error, functiongraph.ApiError);
    const { status, code, mayHaveStarted } = error;
    equal({ status, code, mayHaveStarted }, { status: 404, code: "FGS.5002", mayHaveStarted: false });
  });

  await check("names a wrong key", async () => {
    const wrong = createFunctionGraphClient({ ...options, credentials: { ...credentials, sk: "wrong" } });
    const error = await failure(wrong.startWorkflowExecution(call));
    isA(error, functiongraph.ApiError);
    const { status, code, mayHaveStarted } = error;
    equal({ status, code, mayHaveStarted }, { status: 401, code: "APIG.0301", mayHaveStarted: false });
  });

  await check("sends nothing invalid", async () => {
    let requests = 0;
    const counted = createFunctionGraphClient({ ...options, hooks: { onRequest: () => void requests++ } });
    const invalid = { path: { workflow_id: "😀".repeat(513) }, body: { input: {} } };
    const error = await failure(counted.startWorkflowExecution(invalid));
    isA(error, functiongraph.InvalidRequestError);
    equal([error.issues[0]?.field, error.issues[0]?.actual, requests], ["path.workflow_id", 513, 0]);
  });

  await check("names a refused connection", async () => {
    const stranded = createFunctionGraphClient({ ...options, endpoint: setup.refusing });
    const error = await failure(stranded.startWorkflowExecution(call));
    isA(error, functiongraph.ConnectionError);
    const { mayHaveStarted, attempts, cause } = error;
    const found = `mayHaveStarted ${mayHaveStarted}, attempts ${attempts}, cause ${describe(cause)}`;
    equal(mayHaveStarted, !traits.tellsRefusal, found);
    return found;
  });

  await check(`${traits.repeats ? "resends" : "does not resend"} after a broken connection`, async () => {
    // Earlier calls have left a connection to reuse: some runtimes then resend by themselves.
    await failNext({ drop: true });
    const promise = client.startWorkflowExecution(call);
    if (traits.repeats) {
      started.push({ execution_id: (await promise).execution_id, ...call });
      return "by itself, which this package cannot keep it from";
    }
    const error = await failure(promise);
    isA(error, functiongraph.ConnectionError);
    const { mayHaveStarted, attempts, cause } = error;
    equal({ mayHaveStarted, attempts }, { mayHaveStarted: true, attempts: 1 }, describe(cause));
    return describe(cause);
  });

  await check("ends when its caller aborts", async () => {
    await failNext(late);
    const controller = new AbortController();
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 100);
    const start = Date.now();
    const error = await failure(client.startWorkflowExecution(call, { signal: controller.signal }));
    isA(error, functiongraph.AbortError);
    truthy(Date.now() - start < promptMs, `after ${Date.now() - start} ms`);
    truthy(error.cause === reason, `cause ${describe(error.cause)}`);
    equal(error.mayHaveStarted, true, "mayHaveStarted");
  });

  await check("ends at its timeout", async () => {
    await failNext(late);
    const start = Date.now();
    const error = await failure(client.startWorkflowExecution(call, { timeoutMs: 200 }));
    isA(error, functiongraph.TimeoutError);
    truthy(Date.now() - start < promptMs, `after ${Date.now() - start} ms`);
    equal(error.mayHaveStarted, true, "mayHaveStarted");
  });

  await check("works after that", async () => {
    const { execution_id } = await client.startWorkflowExecution(call);
    started.push({ execution_id, ...call });
  });

  /** @param {import("functiongraph-workflow/sandbox").Failure} how */
  async function failNext(how) {
    const { ok } = await fetch(setup.failNext, { method: "POST", body: JSON.stringify(how) });
    truthy(ok, "the runner did not take it");
  }

  return { checks, authorization, started };
}

/** Far more than ending takes on a busy machine, far less than the delay that it ends. */
const promptMs = 5_000;

/** Nothing is carried out late, as the record would then depend on luck. */
const late = { delayMs: 3 * promptMs, status: 503 };

/** @param {string} date */
const dateOf = (date) => new Date(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));

/** @param {PromiseLike<unknown>} promise */
async function failure(promise) {
  const outcome = await promise.then(
    (value) => ({ value }),
    (/** @type {unknown} */ error) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`should have failed, but resolved to ${JSON.stringify(outcome.value)}`);
}

/** @param {unknown} value @param {string} message */
function truthy(value, message) {
  if (!value) throw new Error(message);
}

/** @param {unknown} actual @param {unknown} expected @param {string} [subject] */
function equal(actual, expected, subject = "") {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${subject}: ${found} should be ${wanted}`);
}

/**
 * @template {Error} Kind
 * @param {unknown} error
 * @param {new (...args: never[]) => Kind} kind
 * @returns {asserts error is Kind}
 */
function isA(error, kind) {
  if (!(error instanceof kind)) throw new Error(`should be ${kind.name}, is ${describe(error)}`);
}

/**
 * An error and its causes, with what tells them apart in each runtime.
 *
 * @param {unknown} error
 * @returns {string}
 */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const { name, message, cause, code } = /** @type {Error & { code?: unknown }} */ (error);
  const own = `${name}${code === undefined ? "" : ` [${code}]`}: ${message}`;
  return cause === undefined ? own : `${own} < ${describe(cause)}`;
}
