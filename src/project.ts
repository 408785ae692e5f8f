import { share } from "./credentials/shared.js";
import type { CredentialsContext } from "./credentials/types.js";
import { FunctionGraphError, ProjectLookupError } from "./errors.js";
import { newProgress, type Call, type Settings } from "./exchange/call.js";
import type { Deadline } from "./exchange/deadline.js";
import { exchange } from "./exchange/exchange.js";
import { isSuccess } from "./exchange/status.js";
import type { CheckedOptions } from "./options.js";
import { apiError } from "./response/error.js";
import { readError } from "./response/response.js";

const operationId = "ProjectLookup";

/** Finds the client's project id; the context's signal aborts when the call ends. */
export type ProjectLookup = (context: CredentialsContext) => Promise<string>;

/**
 * Looks up the region's project in IAM with `GET /v3/projects?name=<region>`, as the vendor's SDKs do when no
 * project is given. Unlike the vendor's Node SDK, it never creates one. Concurrent calls share a lookup, and
 * its result is cached.
 *
 * @throws {ProjectLookupError} unless IAM has exactly one project with that name
 */
export function createProjectLookup({
  settings,
  iamEndpoint,
  region,
  timeoutMs,
}: CheckedOptions): ProjectLookup | undefined {
  if (region === undefined) return undefined;
  let found: string | undefined;
  const lookUp = share((deadline) => findProject(settings, iamEndpoint, region, deadline), timeoutMs);
  return async (context) => (found ??= await lookUp(context));
}

async function findProject(
  settings: Settings,
  endpoint: string,
  region: string,
  deadline: Deadline,
): Promise<string> {
  const url = new URL(`${endpoint}/v3/projects?name=${region}`);
  const { origin } = url;
  const projectId = undefined;
  const call: Call = {
    settings,
    operationId,
    safe: true,
    origin,
    projectId,
    deadline,
    progress: newProgress(),
  };
  try {
    const exchanged = await exchange({ method: "GET", url, headers: [], body: undefined }, call);
    const { status } = exchanged.response;
    const { value } = readError(exchanged, call);
    if (!isSuccess(status)) throw apiError(exchanged.response, value, call);
    return onlyProject(value, region);
  } catch (cause) {
    if (cause instanceof ProjectLookupError || !(cause instanceof FunctionGraphError)) throw cause;
    throw new ProjectLookupError(
      `The project of ${region} could not be looked up at ${origin}: pass projectId, or set HUAWEICLOUD_SDK_PROJECT_ID. ${cause.message}`,
      { cause },
    );
  }
}

/** IAM's list may have more pages (`links.next`), and projects with other names. */
function onlyProject(body: unknown, region: string): string {
  const { projects, links } = (body ?? {}) as { projects?: unknown; links?: { next?: unknown } | null };
  const found: { id?: unknown; name?: unknown }[] = Array.isArray(projects) ? projects : [undefined];
  if (!found.every((project) => typeof project?.id === "string" && /^[\w-]{1,64}$/.test(project.id))) {
    throw new ProjectLookupError("IAM did not respond with a list of projects: pass projectId.");
  }
  const named = found.filter(({ name }) => name === region);
  if (named.length === 1 && found.length === 1 && !links?.next) return String(named[0]!.id);
  throw new ProjectLookupError(
    named.length === 0
      ? `IAM has no project named ${region} for this key: pass projectId, or create the project in the console.`
      : `IAM has more than one project for ${region}: pass one of these as projectId: ${found
          .slice(0, 20)
          .map(({ id }) => id)
          .join(", ")}.`,
  );
}
