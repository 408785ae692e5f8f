/**
 * Hostile input to the client: whatever a caller passes is refused with a typed error before anything is
 * sent, or arrives as intended.
 */
import fc from "fast-check";
import {
  createFunctionGraphClient,
  FunctionGraphError,
  InvalidRequestError,
  signing,
  signRequest,
} from "functiongraph-workflow";
import { describe, expect, test } from "vitest";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { anything, everyTrap, hostileText, plant, requestLike } from "./hostile-values.js";
import { lengthsOf } from "./project.js";
import { runs, runsTimes, shownRuns } from "./seed.js";

/** A value after a round trip through JSON. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe(`hostile input (${shownRuns})`, () => {
  test("any value as a request is refused before anything is sent, or arrives as intended", async () => {
    const sandbox = await startSandbox();
    let asked = 0;
    const functiongraph = clientOf(sandbox, { credentials: () => (asked++, sandbox.credentials) });
    await fc.assert(
      fc.asyncProperty(requestLike, async (value) => {
        const request = plant(value);
        const [before, askedBefore] = [sandbox.executions.length, asked];
        let outcome: unknown;
        try {
          outcome = await functiongraph.startWorkflowExecution(request);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidRequestError);
          expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
          expect((error as InvalidRequestError).issues.length).toBeGreaterThan(0);
          expect(asked).toBe(askedBefore);
          expect(sandbox.executions).toHaveLength(before);
          return;
        }
        const execution = sandbox.executions[before]!;
        expect(outcome).toEqual({ execution_id: execution.execution_id });
        expect(execution.path["workflow_id"]).toBe(request.path.workflow_id);
        expect(execution.body).toEqual(asJson(request.body));
      }),
      { ...runs, examples: everyTrap.map((value): [unknown] => [value]) },
    );
  });

  test("any value as an option, a signal, a timeout, credentials or a Request is accepted or refused with a typed error", async () => {
    const sandbox = await startSandbox();
    const typed = async (call: () => unknown) => {
      try {
        await call();
      } catch (error) {
        expect(error).toBeInstanceOf(FunctionGraphError);
      }
    };
    // Without these the client would call the real service with whatever credentials it finds.
    const base = {
      endpoint: sandbox.url,
      projectId: "p",
      credentials: { ak: "A", sk: "S" },
      timeoutMs: 2_000,
    };
    const options = fc.record(
      {
        endpoint: anything,
        region: anything,
        projectId: anything,
        credentials: anything,
        timeoutMs: anything,
        retry: anything,
        hooks: anything,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(anything, options, async (anyValue, anyOptions) => {
        const [value, odd] = [plant(anyValue), plant(anyOptions)];
        const start = (client: any, callOptions?: unknown) =>
          client.startWorkflowExecution(example, callOptions);
        await typed(() => createFunctionGraphClient(value));
        await typed(() => createFunctionGraphClient({ ...base, ...odd, endpoint: base.endpoint }));
        await typed(() => createFunctionGraphClient(odd));
        await typed(() =>
          start(createFunctionGraphClient({ ...base, credentials: value ?? base.credentials })),
        );
        await typed(() => start(createFunctionGraphClient({ ...base, projectId: value ?? "p" })));
        await typed(() => start(createFunctionGraphClient(base), value));
        await typed(() => start(createFunctionGraphClient(base), { signal: value, timeoutMs: 50 }));
        await typed(() => signRequest(value, base.credentials));
        await typed(() => signRequest(new Request(sandbox.url), value));
        await typed(() => signRequest(new Request(sandbox.url), base.credentials, { date: value }));
        await typed(() => signRequest(new Request(sandbox.url), base.credentials, { projectId: value }));
        await typed(() =>
          (signing({ credentials: value ?? base.credentials }) as any).onRequest({
            request: new Request(sandbox.url),
          }),
        );
      }),
      {
        ...runsTimes(1 / 4),
        examples: everyTrap.map((value): [unknown, object] => [value, {}]),
      },
    );
  }, 120_000);

  test("any text as an id or a header is refused, or arrives unchanged and with a valid signature", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const { minLength, maxLength } = lengthsOf("workflow_id");
    const text = hostileText(maxLength);
    await fc.assert(
      fc.asyncProperty(text, fc.option(text, { nil: undefined }), async (workflow_id, runId) => {
        const before = sandbox.executions.length;
        const header = runId === undefined ? {} : { "X-WorkflowRun-ID": runId };
        const length = [...workflow_id].length;
        const legalId =
          length >= minLength &&
          length <= maxLength &&
          ![".", ".."].includes(workflow_id) &&
          !/[/\p{Surrogate}]/u.test(workflow_id);
        const legalHeader = runId === undefined || /^[\t\x20-\x7e]*$/.test(runId);
        const call = functiongraph.startWorkflowExecution({
          path: { workflow_id },
          header,
          body: { input: {} },
        });
        if (legalId && legalHeader) {
          await call;
          expect(sandbox.executions[before]).toMatchObject({ path: { workflow_id } });
          if (runId !== undefined)
            expect(sandbox.executions[before]!.header["X-WorkflowRun-ID"]).toBe(
              runId.replace(/^[\t ]+|[\t ]+$/g, ""),
            );
        } else {
          const { issues } = await rejection(call);
          const fields = new Set(issues.map(({ field }: { field: string }) => field));
          expect(fields).toEqual(
            new Set([
              ...(legalId ? [] : ["path.workflow_id"]),
              ...(legalHeader ? [] : ["header.X-WorkflowRun-ID"]),
            ]),
          );
          expect(sandbox.executions).toHaveLength(before);
        }
      }),
      runs,
    );
  });

  test("a very deep body and one that tries to pollute prototypes are refused or arrive, and pollute nothing", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const input = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    await functiongraph.startWorkflowExecution({ ...example, body: { input } });
    expect(JSON.stringify(sandbox.executions[0]!.body)).toBe(JSON.stringify({ input }));
    expect(({} as any).polluted).toBeUndefined();
    let deep: object = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    // Node 26 writes JSON of any depth, and the sandbox refuses it; older versions cannot write it.
    const outcome = await functiongraph
      .startWorkflowExecution({ ...example, body: { input: { deep } } })
      .catch((error: unknown) => error);
    if (!(outcome instanceof InvalidRequestError)) expect(outcome).toMatchObject({ status: 400 });
    expect(sandbox.executions).toHaveLength(1);
  });
});
