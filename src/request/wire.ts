import type { Signable } from "../signing/sign.js";
import { encodeStrictly } from "../signing/canonical.js";
import type { CheckedRequest } from "./read.js";

/** A request's URL, encoded as it will be signed. */
export function urlOf(
  { operation, params }: CheckedRequest,
  endpoint: string,
): { path: string; query: string } {
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeStrictly(String(params.path[name])),
  );
  return { path: `${endpoint}${path}`, query: queryOf(params.query) };
}

/** OpenAPI's default style for queries: `form`, exploded. */
function queryOf(values: Record<string, unknown>): string {
  const pairs: string[] = [];
  const add = (name: string, value: unknown) =>
    void pairs.push(`${encodeStrictly(name)}=${encodeStrictly(String(value))}`);
  for (const name in values) {
    const value = values[name];
    if (Array.isArray(value)) for (const item of value) add(name, item);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) add(key, inner);
    else add(name, value);
  }
  return pairs.join("&");
}

/** A request without middlewares, ready to be signed. */
export function toSignable(request: CheckedRequest, endpoint: string): Signable {
  const { path, query } = urlOf(request, endpoint);
  const headers: [string, string][] = [];
  if (request.text !== undefined) headers.push(["content-type", "application/json"]);
  const given = request.params.header;
  // OpenAPI's default style for headers, `simple`, separates an array's items with commas.
  for (const name in given) headers.push([name.toLowerCase(), String(given[name]).trim()]);
  return {
    method: request.operation.method,
    url: new URL(query ? `${path}?${query}` : path),
    headers,
    body: request.text,
  };
}

/** The same for a `Request` that went through middlewares. */
export async function fromRequest(request: Request): Promise<Signable> {
  const { method, headers } = request;
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  return { method, url: new URL(request.url), headers, body };
}
