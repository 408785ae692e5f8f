import { apiError } from "../response/response.js";
import { Deadline } from "../exchange/deadline.js";
import { ConfigurationError } from "../errors.js";
import { exchange, isSuccess, newProgress, type Settings } from "../exchange/exchange.js";

/** Where the official Node SDK asks for projects, whatever the region. */
export const defaultIamEndpoint = "https://iam.myhuaweicloud.com";

const subject = "ProjectLookup";

/**
 * Finds the id of the region's project by IAM's `GET /v3/projects?name=<region>`, as the vendor's SDKs
 * do when none is given; unlike the Node SDK it creates nothing. Asked once: calls that wait for the
 * answer share it, and only a failed lookup is made again.
 */
export function createProjectLookup(settings: Settings, endpoint: string, region: string, timeoutMs: number) {
  let lookup: Promise<string> | undefined;
  return (): Promise<string> =>
    (lookup ??= findProject(settings, endpoint, region, timeoutMs).catch((error: unknown) => {
      lookup = undefined;
      throw error;
    }));
}

/** In a time of its own, since the call that asked first may be aborted while others wait. */
async function findProject(
  settings: Settings,
  endpoint: string,
  region: string,
  timeoutMs: number,
): Promise<string> {
  const url = new URL(`${endpoint}/v3/projects?name=${region}`);
  const deadline = new Deadline(timeoutMs);
  try {
    const call = {
      settings,
      transport: settings.transport,
      subject,
      safe: true,
      origin: url.origin,
      projectId: undefined,
      deadline,
      progress: newProgress(),
    };
    const request = { method: "GET", url, headers: [], body: undefined };
    const answered = await deadline.race(exchange(request, call));
    const { status, headers } = answered.answer;
    const text = answered.scrub(new TextDecoder().decode(answered.answer.body));
    if (!isSuccess(status)) {
      throw apiError(
        { operationId: subject, safe: true },
        { status, statusText: "", headers },
        parse(text),
        answered,
      );
    }
    return onlyProject(parse(text), region);
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    const why = cause instanceof Error ? ` ${cause.message}` : "";
    throw new ConfigurationError(
      `The project of ${region} could not be looked up at ${url.origin}: pass projectId, or set HUAWEICLOUD_SDK_PROJECT_ID.${why}`,
      { cause },
    );
  } finally {
    deadline.release();
  }
}

function onlyProject(answer: unknown, region: string): string {
  const { projects } = (answer ?? {}) as { projects?: unknown };
  const ids = Array.isArray(projects) ? projects.map((project) => project?.id) : [undefined];
  if (ids.some((id) => typeof id !== "string" || !/^[\w-]{1,64}$/.test(id))) {
    throw new ConfigurationError("IAM did not answer with a list of projects: pass projectId.");
  }
  if (ids.length === 1) return ids[0];
  throw new ConfigurationError(
    ids.length === 0
      ? `IAM knows no project named ${region} for this key: pass projectId, or create the project in the console.`
      : `IAM knows ${ids.length} projects named ${region}: pass one of them as projectId: ${ids.join(", ")}.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
