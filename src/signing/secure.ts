import { ConfigurationError } from "../errors.js";

/** A signed request over plain http could be read and, for 15 minutes, replayed: so plain http is for this machine only. */
export function requireSecure(url: URL): void {
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return;
  throw new ConfigurationError(
    `${url.origin} is not https: use https. Only a loopback address may be called over plain http.`,
  );
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
