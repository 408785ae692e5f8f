import { validateHeaderName, validateHeaderValue, type ServerResponse } from "node:http";
import { ConfigurationError } from "../errors.js";
import { isBoolean, isObject, isWhole, reader } from "../checks.js";
import type { Reply } from "./http.js";
import type { Time } from "./time.js";
import type { Failure } from "./types.js";

export type Service = NonNullable<Failure["of"]>;

/** A requested failure, checked and copied. */
export interface Fault {
  of: Service;
  delayMs: number;
  /** Whether the call is carried out anyway. */
  started: boolean;
  /** Sent instead of the call's own response; `undefined` if that is only delayed. */
  outcome: Reply | "drop" | undefined;
}

/** The longest delay that a Node timer can count. */
const maxDelayMs = 2 ** 31 - 1;

/** The failures that `failNext` has queued, and the calls that they delay. */
export function createFaults(time: Time) {
  const queue: Fault[] = [];
  const waiting = new Set<() => void>();
  return {
    failNext: (failure: Failure): void => void queue.push(readFailure(failure)),

    /** The next fault of a service's calls. */
    take: (service: Service): Fault | undefined => {
      const index = queue.findIndex(({ of }) => of === service);
      return index < 0 ? undefined : queue.splice(index, 1)[0];
    },

    /** Waits; ends early when the caller goes away or the sandbox closes. */
    delay: (ms: number, response: ServerResponse): Promise<void> =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          cancel();
          waiting.delete(done);
          response.off("close", done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        // The clock may stand still, or be moved.
        const cancel = time.after(ms, done);
        waiting.add(done);
        response.once("close", done);
        if (response.destroyed) done();
      }),

    close: (): void => waiting.forEach((done) => done()),
  };
}

function readFailure(failure: Failure): Fault {
  const { read, refuseOthers } = reader("failNext's", failure);
  const of = read("of", "functiongraph", isService, '"functiongraph", "iam" or "metadata"');
  const status = read("status", undefined, isWhole(200, 999), "a whole number from 200 to 999");
  const headers = read("headers", undefined, isHeaders, "an object of header names and string values");
  const delayMs = read(
    "delayMs",
    0,
    isWhole(0, maxDelayMs),
    `a whole number from 0 to ${maxDelayMs} (24 days)`,
  );
  const drop = read("drop", false, isBoolean, "true or false");
  const started = read("started", false, isBoolean, "true or false");
  const content = contentOf(failure);
  read("body", undefined, isAnything, "a string or plain data");
  refuseOthers();
  const fails = status !== undefined || content !== undefined || headers !== undefined;
  const reply = { status: status ?? 500, ...content, headers: { ...headers } };
  return { of, delayMs, started, outcome: drop ? "drop" : fails ? reply : undefined };
}

const isAnything = (_: unknown): _ is unknown => true;

const isService = (value: unknown): value is Service =>
  ["functiongraph", "iam", "metadata"].includes(value as string);

function isHeaders(value: unknown): value is Record<string, string> {
  if (!isObject(value)) return false;
  return Object.entries(value).every(([name, text]) => {
    if (typeof text !== "string") return false;
    validateHeaderName(name);
    validateHeaderValue(name, text);
    return true;
  });
}

/** Serialized now, so that a body without a JSON form fails here and not in the call. */
function contentOf(failure: Failure): Pick<Reply, "text" | "json"> | undefined {
  let text: string | undefined;
  try {
    const { body } = failure;
    if (body === undefined) return undefined;
    if (typeof body === "string") return { text: body };
    text = JSON.stringify(body);
  } catch (cause) {
    throw new ConfigurationError("failNext's body cannot be written as JSON: pass plain data.", { cause });
  }
  if (text !== undefined) return { json: JSON.parse(text) };
  throw new ConfigurationError("failNext's body has no JSON form: pass a string or plain data.");
}
