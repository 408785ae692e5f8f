import type { Middleware } from "openapi-fetch";
import { checkCredentials, resolveCredentials } from "../credentials/check.js";
import { defaultCredentials } from "../credentials/default.js";
import type { Credentials, CredentialsSource, IamToken } from "../credentials/types.js";
import { InvalidRequestError } from "../errors.js";
import { sign, type SignOptions } from "./sign.js";

/**
 * Signs a `Request` with SDK-HMAC-SHA256, for any Huawei Cloud API, without sending it.
 *
 * Returns a new `Request`, ready for `fetch`: its query is encoded and sorted as signed, and it does not
 * follow redirects. The original stays usable.
 *
 * @throws {ConfigurationError} for unusable credentials, or for plain http to another machine
 * @throws {InvalidRequestError} for a body over 12 MB (API reference, "Authentication"), or an encoded slash in the path
 */
export async function signRequest(
  request: Request,
  credentials: Credentials,
  options?: SignOptions,
): Promise<Request> {
  if (!(request instanceof Request)) {
    const message = "it is not a Request: pass one";
    throw new InvalidRequestError("The request", [{ field: "request", message }]);
  }
  if (request.bodyUsed) {
    const message = "its body has been read already: sign it first, or pass a clone";
    throw new InvalidRequestError("The request", [{ field: "body", message }]);
  }
  return signWith(request, checkCredentials(credentials, "the credentials argument"), { ...options });
}

/**
 * An openapi-fetch middleware that signs each request, for any openapi-fetch client of any Huawei Cloud API.
 * Register it last: a later middleware would change what was signed. (`createFunctionGraphClient` always
 * signs after all middlewares.)
 *
 * @throws {CredentialsError} from each call, if there are no usable credentials
 */
export function signing(options?: {
  /** @default the environment, then the profile file, then the ECS metadata service */
  credentials?: CredentialsSource;
  /** Sent and signed as `X-Project-Id`. */
  projectId?: string;
}): Middleware {
  const source = options?.credentials ?? defaultCredentials();
  return {
    onRequest: async ({ request }) =>
      signWith(request, await resolveCredentials(source, request), { projectId: options?.projectId }),
  };
}

/** What a signed `Request` keeps from the original, besides what was signed. */
const kept = [
  "cache",
  "credentials",
  "integrity",
  "keepalive",
  "mode",
  "referrer",
  "referrerPolicy",
] as const;

async function signWith(
  request: Request,
  credentials: Credentials | IamToken,
  options?: SignOptions,
): Promise<Request> {
  const body = request.body === null ? undefined : new Uint8Array(await request.clone().arrayBuffer());
  const { method, headers, signal } = request;
  const signed = await sign({ method, url: new URL(request.url), headers, body }, credentials, options);
  // A runtime without one of these has it undefined, and may reject it when passed.
  const same = Object.fromEntries(kept.map((name) => [name, request[name]]).filter(([, value]) => value));
  return new Request(signed.url, {
    ...same,
    method,
    headers: signed.headers,
    signal,
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
}
