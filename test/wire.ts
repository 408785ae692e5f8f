import http from "node:http";
import { signRequest, type SignOptions } from "functiongraph-workflow";
import type { Sandbox } from "functiongraph-workflow/sandbox";

export interface WireRequest {
  method: string;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

export interface WireAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Parsed if it is JSON. */
  body: any;
}

/** Sends exactly what it is given, over a new connection. */
export function send(url: string, { method, path, headers = {}, body }: WireRequest): Promise<WireAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: parse(text) }),
      );
      response.on("error", reject);
    });
    request.on("error", reject);
    // As bytes: with text, Node would write the headers in UTF-8 too.
    request.end(body === undefined ? body : Buffer.from(body));
  });
}

/** The headers that sign a request for the sandbox. */
export async function signedHeaders(
  { url, credentials, projectId }: Pick<Sandbox, "url" | "credentials" | "projectId">,
  { method, path, headers = {}, body }: WireRequest,
  options: SignOptions = {},
): Promise<Record<string, string>> {
  const request = new Request(`${url}${path}`, {
    method,
    headers: headers as Record<string, string>,
    ...(body !== undefined && { body: body as Uint8Array<ArrayBuffer> | string }),
  });
  return Object.fromEntries((await signRequest(request, credentials, { projectId, ...options })).headers);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
