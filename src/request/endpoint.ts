import { servers } from "../../generated/operations.js";
import type { Environment } from "../runtime/environment.js";
import { ConfigurationError } from "../errors.js";

/**
 * The service's base URL: the given endpoint, or the region's. The environment can move a region's
 * endpoint, by the official SDKs' variable `HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_<REGION>`.
 *
 * @throws {ConfigurationError} when neither is given, or one is not usable
 */
export function resolveEndpoint(
  { endpoint, region }: { endpoint?: string | undefined; region?: string | undefined },
  environment: Environment,
): string {
  if (endpoint !== undefined) return checkEndpoint(endpoint, "endpoint");
  if (region === undefined) {
    throw new ConfigurationError(
      'Neither region nor endpoint is given: pass one, such as region: "cn-north-4".',
    );
  }
  if (typeof region !== "string" || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(region)) {
    throw new ConfigurationError(
      `region ${typeof region === "string" ? JSON.stringify(region) : `(a ${typeof region})`} is not a region id: write it like "cn-north-4".`,
    );
  }
  const variable = `HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_${region.toUpperCase().replaceAll("-", "_")}`;
  const override = environment[variable];
  return override
    ? checkEndpoint(override.split(",")[0]!, variable)
    : servers[0].url.replace("{region}", region);
}

export function checkEndpoint(endpoint: string, name: string): string {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch (cause) {
    throw new ConfigurationError(`${name} is not a URL: write it like "https://host".`, { cause });
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigurationError(
      `${name} may hold a host, a port and a path, but no user, query or fragment.`,
    );
  }
  requireSecure(url);
  return url.href.replace(/\/+$/, "");
}

/** A signed request over plain http could be read and, for 15 minutes, replayed: only this machine may be spoken to so. */
export function requireSecure(url: URL): void {
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return;
  throw new ConfigurationError(
    `${url.origin} is not https: only a loopback address may be reached over plain http.`,
  );
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
