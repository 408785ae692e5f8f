import { servers } from "../../generated/descriptors.js";
import type { Environment } from "../runtime/types.js";
import { ConfigurationError } from "../errors.js";
import { requireSecure } from "../signing/secure.js";

/**
 * The service's base URL: the given endpoint, or the region's. As in the vendor's SDKs, the variable
 * `HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_<REGION>` overrides a region's endpoint.
 *
 * @throws {ConfigurationError} if neither is given, or one is unusable
 */
export function resolveEndpoint(
  { endpoint, region }: { endpoint?: string | undefined; region?: string | undefined },
  environment: Environment,
): string {
  if (region !== undefined) checkRegion(region);
  if (endpoint !== undefined) return checkEndpoint(endpoint, "endpoint");
  if (region === undefined) {
    throw new ConfigurationError(
      'Neither region nor endpoint is given: pass one, such as region: "cn-north-4".',
    );
  }
  const variable = `HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_${region.toUpperCase().replaceAll("-", "_")}`;
  const override = environment[variable];
  return override
    ? checkEndpoint(override.split(",")[0]!, variable)
    : servers[0].url.replace("{region}", region);
}

function checkRegion(region: unknown): void {
  if (typeof region === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(region) && region.length <= 64) return;
  const shown = typeof region === "string" ? JSON.stringify(region.slice(0, 64)) : `(a ${typeof region})`;
  throw new ConfigurationError(`region ${shown} is not a region id: write it like "cn-north-4".`);
}

/** @throws {ConfigurationError} unless it is an https URL, or http on this machine, with at most a path */
export function checkEndpoint(endpoint: string, name: string): string {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch (cause) {
    throw new ConfigurationError(`${name} is not a URL: write it like "https://host".`, { cause });
  }
  // A bare ? or # makes no query or fragment, but would still cut off the path.
  if (url.username || url.password || /[?#]/.test(url.href)) {
    throw new ConfigurationError(
      `${name} may have a host, a port and a path, but no user, query or fragment: remove them.`,
    );
  }
  requireSecure(url);
  let end = url.href.length;
  while (url.href[end - 1] === "/") end--;
  return url.href.slice(0, end);
}
