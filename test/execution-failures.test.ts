/**
 * The fault table of handles, on real sockets: what goes wrong while an execution is waited for, stopped or
 * retried, what comes of it, and whether it may have been carried out.
 */
import {
  ApiError,
  ConnectionError,
  createFunctionGraphClient,
  ExecutionFailedError,
  TimeoutError,
  UnexpectedResponseError,
  type ClientOptions,
  type FunctionGraphError,
} from "functiongraph-workflow";
import { expect, test } from "vitest";
import { scriptedServer, type Peer } from "./faults.js";
import { rejection } from "./helpers.js";

const options = { projectId: "p", credentials: { ak: "AK", sk: "SK" } };
const handleAt = (endpoint: string, more: Partial<ClientOptions> = {}) =>
  createFunctionGraphClient({ endpoint, ...options, ...more }).execution("w", "e1");

type Step = (peer: Peer) => unknown;
const shows = (execution: object) => (peer: Peer) =>
  peer.answer(200, JSON.stringify({ execution_id: "e1", ...execution }));
const running = shows({ status: "running" });
const success = shows({ status: "success", output: { done: 1 } });
const refuses =
  (status: number, headers = {}) =>
  (peer: Peer) =>
    peer.answer(status, '{"error_code":"X","error_msg":"Words."}', headers);

/** A server that takes one step for each request, whatever the connection; the last step again and again. */
async function serverOf(...steps: Step[]) {
  let requests = 0;
  const { url } = await scriptedServer(async (peer) => {
    for (;;) {
      await peer.readRequest();
      await steps[Math.min(requests++, steps.length - 1)]!(peer);
    }
  });
  return { url, requests: () => requests };
}

const done = { resolves: { done: 1 } };

test.each<{
  fault: string;
  steps: Step[];
  client?: Partial<ClientOptions>;
  timeoutMs?: number;
  resolves?: object;
  error?: object;
}>([
  { fault: "fails once", steps: [running, refuses(500), success], ...done },
  { fault: "resets a poll", steps: [running, (peer) => peer.reset(), success], ...done },
  {
    fault: "closes the connection after each response",
    steps: [running, (peer) => (running(peer), peer.socket.end()), success],
    ...done,
  },
  {
    fault: "hangs for one poll",
    steps: [running, () => {}, success],
    client: { timeoutMs: 300, retry: { attempts: 1 } },
    ...done,
  },
  { fault: "throttles", steps: [refuses(429, { "Retry-After": "1" }), success], ...done },
  {
    fault: "answers with HTML for a while",
    steps: [(peer) => peer.answer(200, "<html>", { "Content-Type": "text/html" }), success],
    ...done,
  },
  { fault: "lies about the status", steps: [shows({ status: "splendid" }), success], ...done },
  { fault: "forgets the status", steps: [shows({}), success], ...done },
  { fault: "sends a status of another type", steps: [shows({ status: 7 }), success], ...done },
  {
    fault: "changes its mind after a failure",
    steps: [shows({ status: "fail" }), success],
    error: { constructor: ExecutionFailedError, status: "fail" },
  },
  {
    fault: "knows nothing of it any more",
    steps: [running, refuses(404)],
    error: { constructor: ApiError, status: 404 },
  },
  { fault: "refuses the key", steps: [running, refuses(401)], error: { constructor: ApiError, status: 401 } },
  {
    fault: "hangs for good",
    steps: [() => {}],
    timeoutMs: 700,
    error: { constructor: TimeoutError, mayHaveStarted: true },
  },
  {
    fault: "runs for good",
    steps: [running],
    timeoutMs: 700,
    error: { constructor: TimeoutError, mayHaveStarted: true },
  },
])("waiting for a service that $fault", async ({ steps, client, timeoutMs, resolves, error }) => {
  const { url } = await serverOf(...steps);
  const waiting = handleAt(url, client).result({ timeoutMs });
  if (resolves) expect(await waiting).toEqual(resolves);
  else expect(await rejection(waiting)).toMatchObject(error!);
});

test("waiting for nobody", async () => {
  const { url, close } = await scriptedServer(() => {});
  close();
  const before = performance.now();
  const error: FunctionGraphError = await rejection(handleAt(url).result({ timeoutMs: 700 }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.message).toContain("it was not seen");
  expect(performance.now() - before).toBeLessThan(5_000);
});

test.each(["stop", "retry"] as const)(
  "%s: whether it may have been carried out, and that it is sent once",
  async (name) => {
    const faults: [Step, object][] = [
      [(peer) => peer.reset(), { constructor: ConnectionError, mayHaveStarted: true }],
      [() => {}, { constructor: TimeoutError, mayHaveStarted: true }],
      [refuses(500), { constructor: ApiError, status: 500, mayHaveStarted: true }],
      [refuses(504), { constructor: ApiError, status: 504, mayHaveStarted: true }],
      [
        (peer) => peer.answer(302, "", { Location: "/" }),
        { constructor: UnexpectedResponseError, mayHaveStarted: true },
      ],
      [refuses(400), { constructor: ApiError, status: 400, mayHaveStarted: false }],
      [refuses(404), { constructor: ApiError, status: 404, mayHaveStarted: false }],
      [refuses(401), { constructor: ApiError, status: 401, mayHaveStarted: false }],
    ];
    for (const [step, expected] of faults) {
      const { url, requests } = await serverOf(step);
      const error = await rejection(handleAt(url, { timeoutMs: 500 })[name]());
      expect(error).toMatchObject({ ...expected, attempts: 1 });
      expect(requests()).toBe(1);
    }
    const { url, close } = await scriptedServer(() => {});
    close();
    const error = await rejection(handleAt(url)[name]());
    expect(error).toMatchObject({ constructor: ConnectionError, mayHaveStarted: false, attempts: 3 });
  },
);

test.each(["stop", "retry"] as const)(
  "%s: throttled requests are sent again, as they were not carried out",
  async (name) => {
    const { url, requests } = await serverOf(refuses(429, { "Retry-After": "0" }), (peer) =>
      peer.answer(200),
    );
    await handleAt(url)[name]();
    expect(requests()).toBe(2);
  },
);
