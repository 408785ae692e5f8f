import type { Call } from "./call.js";
import { nameFailure } from "./failure.js";

/** Settles within the call's time, whatever the work does, and leaves no timer and no listener behind. */
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
    call.deadline.release();
  }
}

/** What a middleware throws is its own; only the end of the call's time is named. */
export const nameEndOnly = (error: unknown, call: Call): unknown =>
  call.deadline.ending ? nameFailure(error, call) : error;
