import { Deadline } from "../exchange/deadline.js";
import type { CredentialsContext } from "./types.js";

export function share<T>(work: (deadline: Deadline) => Promise<T>, timeoutMs: number) {
  let running: Promise<T> | undefined;
  return (_context?: CredentialsContext): Promise<T> => {
    const deadline = new Deadline(timeoutMs);
    return (running ??= deadline.race(work(deadline)).finally(() => {
      running = undefined;
      deadline.release();
    }));
  };
}
