import type { Sandbox } from "functiongraph-workflow/sandbox";
import { expect } from "vitest";
import { example } from "./helpers.js";
import { send, signedHeaders, type WireRequest } from "./wire.js";

/** The path that starts a workflow. */
export const pathOf = ({ projectId }: Pick<Sandbox, "projectId">, workflow = example.path.workflow_id) =>
  `/v2/${projectId}/fgs/workflows/${workflow}/executions`;

/** A request that starts the example's workflow, not yet signed. */
export const startOf = (sandbox: Sandbox): WireRequest => ({
  method: "POST",
  path: pathOf(sandbox),
  headers: { "content-type": "application/json" },
  body: JSON.stringify(example.body),
});

/** Signs a request, lets the test tamper with it, and sends it. */
export async function sendSigned(
  sandbox: Pick<Sandbox, "url" | "credentials" | "projectId">,
  request: WireRequest,
  tamper: (request: any) => void = () => {},
) {
  const signed = { ...request, headers: await signedHeaders(sandbox, request) };
  tamper(signed);
  return send(sandbox.url, signed);
}

/** The gateway's error format. */
export const gatewayError = (code: string, message: string) => ({
  error_code: code,
  error_msg: expect.stringContaining(message),
  request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
});
