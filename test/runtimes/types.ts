import type { Credentials } from "functiongraph-workflow";

/** What a runtime is told: JSON, as it goes into other processes. */
export interface Setup {
  /** Where the sandbox is reached. */
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

/** What runtimes differ in, and this package cannot help. */
export interface Traits {
  /** Whether its errors tell a connection that was refused from one that broke. */
  tellsRefusal: boolean;
  /** Whether it sends a request again by itself when the connection that it used again breaks. */
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
  /** What failed, or what is good to know. */
  detail: string;
}

/** What a runtime tells. */
export interface Report {
  checks: Check[];
  /** Must be the same in every runtime; `undefined` where nothing is signed. */
  authorization: string | undefined;
  /** What the sandbox must have recorded. */
  started: { execution_id: string; path: object; body: object }[];
}
