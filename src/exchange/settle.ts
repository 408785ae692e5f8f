import type { Call } from "./call.js";
import { nameFailure } from "./failure.js";

/** Settles by the call's deadline, whatever the work does, and leaves no timer or listener behind. */
export async function settle<Value>(
  call: Call,
  work: () => Promise<Value>,
  nameError: (error: unknown, call: Call) => unknown,
): Promise<Value> {
  try {
    return await call.deadline.race(work());
  } catch (error) {
    throw nameError(error, call);
  } finally {
    // Ends what a middleware began and did not wait for.
    call.deadline.stop();
  }
}

/** Passes a middleware's errors on as they are, unless the call has ended. */
export const nameEndOnly = (error: unknown, call: Call): unknown =>
  call.deadline.ending ? nameFailure(error, call) : error;
