import type { Credentials } from "functiongraph-workflow";

/** A runtime's input: JSON, as it goes to other processes. */
export interface Setup {
  /** The sandbox's URL. */
  endpoint: string;
  /** Takes what `sandbox.failNext` takes, as the body of a POST. */
  failNext: string;
  /** Where nothing listens. */
  refusing: string;
  credentials: Credentials;
  projectId: string;
  /** The workflows that the sandbox knows. */
  workflows: string[];
  /** Published signatures. */
  vectors: Vector[];
  traits: Traits;
}

/** Differences between runtimes that this package cannot hide. */
export interface Traits {
  /** Whether its errors tell a refused connection from a broken one. */
  tellsRefusal: boolean;
  /** Whether it resends a request by itself when a reused connection breaks. */
  repeats: boolean;
}

/** As in test/vectors/sdk-hmac-sha256.json. */
export interface Vector {
  id: string;
  credentials: { ak: string; sk: string };
  date: string;
  request: { method: string; url: string; headers: Record<string, string>; body: string | null };
  authorization: string;
}

export interface Check {
  name: string;
  ok: boolean;
  /** What failed, or a note. */
  detail: string;
}

/** A runtime's report. */
export interface Report {
  checks: Check[];
  /** Must be the same in every runtime; `undefined` if nothing is signed. */
  authorization: string | undefined;
  /** What the sandbox must have recorded. */
  started: { execution_id: string; path: object; body: object }[];
}
