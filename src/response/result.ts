import { toResponse, type ReadResponse } from "./response.js";

/** What a method's call gives, once it went well. */
export interface Outcome {
  data: unknown;
  /** Ours, or a real one where a middleware looked at it. */
  response: ReadResponse | Response;
  requestId: string | undefined;
}

/** A promise of the response's body, which on request gives the response too. */
export function asResult(outcome: Promise<Outcome>) {
  const data = outcome.then((one) => one.data);
  return Object.assign(data, {
    withResponse: async () => {
      // Whoever asks for the response handles its failure there.
      data.catch(() => {});
      const { response, ...rest } = await outcome;
      return { ...rest, response: response instanceof Response ? response : toResponse(response) };
    },
  });
}
