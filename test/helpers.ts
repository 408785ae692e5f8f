import {
  createFunctionGraphClient,
  type ClientOptions,
  type FunctionGraphClient,
} from "functiongraph-workflow";
import type { Sandbox, SandboxOptions } from "functiongraph-workflow/sandbox";
import { expect, onTestFinished } from "vitest";
import { startSandbox as start } from "../src/sandbox/start.js";
import { collectMistakes } from "./replies.js";

/** The source page's own example. */
export const example = {
  path: { workflow_id: "48aff955-ea10-4ffd-b426-190bc192dc14" },
  body: { headers: { tenantId: "user1" }, input: { arg1: "argument_1", arg2: "argument_2" } },
};

/** A sandbox for one test, which fails if a reply of an operation breaks the contract. */
export async function startSandbox(options?: SandboxOptions): Promise<Sandbox> {
  const { observe, mistakes } = collectMistakes();
  const sandbox = await start(options, { observe });
  onTestFinished(async () => {
    await sandbox.close();
    expect(mistakes).toEqual([]);
  });
  return sandbox;
}

/** A client for the sandbox. */
export const clientOf = (sandbox: Sandbox, options: Partial<ClientOptions> = {}): FunctionGraphClient =>
  createFunctionGraphClient({
    endpoint: sandbox.url,
    credentials: sandbox.credentials,
    projectId: sandbox.projectId,
    ...options,
  });

/** What a promise rejects with; a promise that resolves fails the test. */
export async function rejection(promise: PromiseLike<unknown>): Promise<any> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`should have been rejected, but resolved to ${JSON.stringify(outcome.value)}`);
}

/** Sets environment variables for one test. */
export function setEnvironment(variables: Record<string, string | undefined>): void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(variables)) set(name, value);
  onTestFinished(() => before.forEach(([name, value]) => set(name, value)));
}
