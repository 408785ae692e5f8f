import type { Scrub } from "../exchange/scrub.js";
import { toResponse, type ReadResponse } from "./response.js";

/** What a successful method call returns. */
export interface Outcome {
  data: unknown;
  /** Ours, or a real one if there was a middleware. */
  response: ReadResponse | Response;
  requestId: string | undefined;
  /** Removes the call's credentials from text that others wrote. */
  scrub: Scrub;
}

/** A promise of the response body, with `withResponse()` to get the response too. */
export function asResult(outcome: Promise<Outcome>) {
  const data = outcome.then((one) => one.data);
  return Object.assign(data, {
    withResponse: async () => {
      // The caller handles a failure of this promise instead.
      data.catch(() => {});
      const { data: body, response, requestId } = await outcome;
      const real = response instanceof Response ? response : toResponse(response);
      return { data: body, response: real, requestId };
    },
  });
}
