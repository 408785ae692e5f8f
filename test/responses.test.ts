/** Hostile responses: whatever a server sends ends in one typed error, in linear time and without secrets. */
import fc from "fast-check";
import { inspect } from "node:util";
import { createFunctionGraphClient, FunctionGraphError } from "functiongraph-workflow";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { always, scriptedServer } from "./faults.js";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { runsTimes } from "./seed.js";

const secrets = {
  sk: "secret/key+with=signs&more",
  securityToken: "token/of the&kind=that%escapes".replace(/ /g, "-"),
};
const credentials = { ak: "AK", ...secrets };
const clientAt = (endpoint: string) =>
  createFunctionGraphClient({ endpoint, projectId: "p", credentials, timeoutMs: 10_000 });

async function failureOf(status: number, body: string, headers?: Record<string, string>) {
  const { url } = await scriptedServer(always(status, body, headers));
  return rejection(clientAt(url).startWorkflowExecution(example));
}

/** Everything in an error that a program could print. */
const printed = (error: FunctionGraphError) =>
  [error.message, error.stack, inspect(error, { depth: 20 }), JSON.stringify(error)].join("\n");

describe("are successes, whatever the service adds", () => {
  const long = "e".repeat(9_000);
  const rows: [string, number, string, unknown][] = [
    ["a further field", 200, '{"execution_id":"e1","more":[{}]}', { execution_id: "e1", more: [{}] }],
    ["a longer id", 200, `{"execution_id":"${long}"}`, { execution_id: long }],
    ["an empty id", 200, '{"execution_id":""}', { execution_id: "" }],
    ["a byte order mark", 200, '\ufeff{"execution_id":"e1"}', { execution_id: "e1" }],
    ["a further status", 202, '{"execution_id":"e1"}', { execution_id: "e1" }],
  ];
  test.each(rows)("%s", async (_, status, body, value) => {
    const { url } = await scriptedServer(always(status, body));
    const { data, response } = await clientAt(url).startWorkflowExecution(example).withResponse();
    expect(data).toEqual(value);
    expect(response.status).toBe(status);
  });
});

describe("are useless, whatever their status", () => {
  test.each([
    [201, '{"accepted":true}'],
    [202, "accepted"],
    [204, ""],
  ])("%d %s", async (status, body) => {
    const { url } = await scriptedServer(always(status, body));
    const error = await rejection(clientAt(url).startWorkflowExecution(example));
    expect(error).toMatchObject({ name: "UnexpectedResponseError", status, mayHaveStarted: true });
  });
});

describe("take linear time", () => {
  const size = 300_000;
  const bodies: [string, string][] = [
    ["spaces", " ".repeat(size)],
    ["spaces before the canonical request", `${" ".repeat(size)}canonicalRequest:`],
    ["commas and canonical requests", ",canonicalRequest:".repeat(size / 20)],
    ["backslashes", "\\".repeat(size)],
    ["percent signs", "%25".repeat(size / 3)],
    ["entities", "&#0000".repeat(size / 6)],
    ["braces", "{".repeat(size)],
  ];
  test.each(bodies)("%s", async (_, text) => {
    const start = performance.now();
    for (const status of [401, 500]) {
      for (const body of [text, JSON.stringify({ error_code: "X", error_msg: text })]) {
        const error = await failureOf(status, body);
        expect(error).toBeInstanceOf(FunctionGraphError);
        expect(error.message.length).toBeLessThan(3_000);
      }
    }
    // Quadratic work on this much takes a minute.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("are cut to a reasonable size", () => {
  test("a 9 MB message and a 9 MB code", async () => {
    const long = "x".repeat(9_000_000);
    for (const body of [
      { error_code: "X.1", error_msg: long },
      { error_code: long, error_msg: "m" },
    ]) {
      const error = await failureOf(400, JSON.stringify(body));
      expect(printed(error).length).toBeLessThan(400_000);
      expect(error.message.length).toBeLessThan(3_000);
    }
  });

  test("an error nested ten thousand deep, in objects and in arrays", async () => {
    for (const [open, close] of [
      ['{"error":', "}"],
      ["[", "]"],
    ]) {
      const body = `${open!.repeat(7_000)}1${close!.repeat(7_000)}`;
      const error = await failureOf(500, body);
      expect(error).toMatchObject({ name: "ApiError", status: 500, mayHaveStarted: true });
    }
  });
});

describe("leak nothing", () => {
  const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, "0");
  const forms: [string, (secret: string) => string][] = [
    ["as they are", (secret) => secret],
    ["percent-encoded", encodeURIComponent],
    [
      "percent-encoded throughout, in lower case",
      (secret) => [...secret].map((one) => `%${hex(one)}`).join(""),
    ],
    ["percent-encoded twice", (secret) => encodeURIComponent(encodeURIComponent(secret))],
    ["as \\u escapes", (secret) => [...secret].map((one) => `\\u00${hex(one)}`).join("")],
    ["with slashes escaped", (secret) => secret.replaceAll("/", "\\/")],
    ["as HTML entities", (secret) => [...secret].map((one) => `&#${one.charCodeAt(0)};`).join("")],
    ["with named entities", (secret) => secret.replaceAll("&", "&amp;")],
  ];
  const places: [string, (text: string) => string][] = [
    ["a JSON message", (text) => `{"error_code":"X","error_msg":"you sent ${text}!"}`],
    ["a JSON key", (text) => `{"error_code":"X","${text}":1}`],
    ["JSON in JSON", (text) => JSON.stringify({ error_msg: `{"a":"${text}"}` })],
    ["a nested array", (text) => `{"error":{"message":"m","details":[["${text}"]]}}`],
    ["text", (text) => `<p>${text}</p>`],
  ];
  const cases = forms.flatMap(([form, write]) => places.map(([place, put]) => ({ form, place, write, put })));

  test.each(cases)("secrets $form in $place", async ({ write, put }) => {
    for (const status of [200, 302, 400, 401, 500]) {
      for (const secret of Object.values(secrets)) {
        const error = await failureOf(status, put(write(secret)));
        const text = printed(error);
        expect(text).not.toContain(secret);
        expect(text).not.toContain(write(secret));
      }
    }
  });

  test("nor a canonical request, neither in the body nor in the verbs' error", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox, { credentials: { ...sandbox.credentials, sk: "wrong" } });
    const header = { "X-WorkflowRun-ID": "a-value-that-may-be-secret" };
    const error = await rejection(functiongraph.startWorkflowExecution({ ...example, header }));
    expect(error.status).toBe(401);
    expect(printed(error)).not.toContain(header["X-WorkflowRun-ID"]);
    const { error: body } = await functiongraph.POST(
      "/v2/{project_id}/fgs/workflows/{workflow_id}/executions",
      {
        params: { path: { project_id: sandbox.projectId, ...example.path }, header },
        body: example.body,
      },
    );
    expect(JSON.stringify(body)).toContain("verify aksk signature fail");
    expect(JSON.stringify(body)).not.toContain(header["X-WorkflowRun-ID"]);
  });

  test("a secret of backslashes and percent signs costs no time", async () => {
    const sk = `${"\\".repeat(40)}${"%25".repeat(20)}x`;
    const { url } = await scriptedServer(always(400, "\\%25".repeat(200_000)));
    const functiongraph = createFunctionGraphClient({
      endpoint: url,
      projectId: "p",
      credentials: { ak: "AK", sk },
    });
    expect(await rejection(functiongraph.startWorkflowExecution(example))).toMatchObject({ status: 400 });
  });
});

describe("arrive, or fail with a typed error, whatever their headers are", () => {
  test("odd names and values (property)", async () => {
    const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,20}$/);
    const odd = fc.constantFrom(
      "X Y",
      "__proto__",
      "constructor",
      "content-length",
      "transfer-encoding",
      "é",
      ":",
      "",
    );
    const value = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom("0", "chunked", "gzip", "\u0080", "a, b"),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(token, odd), value, async (name, value) => {
        const headers = { [name]: value.replace(/[\r\n]/g, "") };
        const { url } = await scriptedServer(always(200, '{"execution_id":"e1"}', headers));
        const outcome = await clientAt(url)
          .startWorkflowExecution(example, { timeoutMs: 300 })
          .withResponse()
          .catch((error: unknown) => error);
        if (outcome instanceof FunctionGraphError) expect(outcome.mayHaveStarted).toBe(true);
        else expect(outcome).toMatchObject({ data: { execution_id: "e1" } });
      }),
      runsTimes(1 / 10),
    );
  }, 60_000);
});

describe("Retry-After", () => {
  test.each(["0.5", "-1", "1, 2", "soon", "1e3", "99999999999", "Mon, 01 Jan 2001 00:00:00 GMT"])(
    "%s is ignored: the delay is random instead",
    async (value) => {
      vi.spyOn(Math, "random").mockReturnValue(0.01);
      onTestFinished(() => void vi.restoreAllMocks());
      const sandbox = await startSandbox();
      const pauses: number[] = [];
      const hooks = { onRetry: ({ delayMs }: { delayMs: number }) => void pauses.push(delayMs) };
      sandbox.failNext({ status: 429, headers: { "Retry-After": value } });
      await clientOf(sandbox, { hooks }).startWorkflowExecution(example);
      expect(pauses).toEqual([40]);
    },
  );
});
