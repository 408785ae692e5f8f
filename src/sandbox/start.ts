import { ConfigurationError } from "../errors.js";
import { isWhole, maxDurationMs, show } from "../checks.js";
import { createGateway, type Watch } from "./gateway.js";
import { readOptions } from "./options.js";
import { serve } from "./server.js";
import type { Sandbox, SandboxOptions } from "./types.js";

export type { Reported } from "./gateway.js";

/** Starts a sandbox. This project's tests and command watch what it replies. */
export async function startSandbox(options?: SandboxOptions, watch: Watch = {}): Promise<Sandbox> {
  const settings = readOptions(options);
  const gateway = createGateway(settings, watch);
  const { url, close } = await serve(gateway, settings.port, settings.host);
  const { credentials, token, projectId } = settings;
  const { executions, failNext } = gateway;
  return {
    url,
    credentials,
    token,
    projectId,
    executions,
    failNext,
    close,
    advance: async (ms) => {
      if (isWhole(0, maxDurationMs)(ms)) return gateway.advance(ms);
      const wanted = `a whole number of milliseconds from 0 to ${maxDurationMs} (100 years)`;
      throw new ConfigurationError(`advance cannot move the time by ${show(ms)}: pass ${wanted}.`);
    },
  };
}
