import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigurationError } from "../errors.js";
import type { Gateway } from "./gateway.js";

/** Serves a gateway over http. */
export async function serve(
  { handle, close }: Pick<Gateway, "handle" | "close">,
  port: number,
  host: string,
) {
  const server = createServer((request, response) => void handle(request, response));
  // A slow sender is cut off, as a gateway would do.
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`The sandbox cannot listen on ${host}, port ${port}: ${why}.`, { cause });
  });

  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`,
    close: () =>
      new Promise<void>((resolve) => {
        close();
        // Its error only says that the server is closed already.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
