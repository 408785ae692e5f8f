import { ConfigurationError } from "../errors.js";

/** Plain http only on this machine: elsewhere a signed request could be read, and replayed for 15 minutes. */
export function requireSecure(url: URL): void {
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return;
  throw new ConfigurationError(
    `${url.origin} is not https: use https. Only a loopback address may be called over plain http.`,
  );
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
