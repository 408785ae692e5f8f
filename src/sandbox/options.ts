import { randomUUID } from "node:crypto";
import { checkCredentials } from "../credentials/check.js";
import type { Credentials } from "../credentials/types.js";
import { ConfigurationError } from "../errors.js";
import {
  isBoolean,
  isFunction,
  isList,
  isObject,
  isText,
  isWhole,
  maxDurationMs,
  reader,
} from "../checks.js";
import type { Project, SandboxOptions } from "./types.js";
import { checkedIds, idRule, isId, readWorkflows, type WorkflowSettings } from "./workflow-options.js";

/** Made up, shaped like real ones, and useless anywhere else. */
export const sandboxDefaults = {
  credentials: { ak: "SANDBOXACCESSKEY0000", sk: "sandbox-secret-key-that-opens-nothing-00" },
  token: "sandbox-iam-token-that-opens-nothing-00",
  projectId: "c53626012ba84727b938ca8bf03108ef",
} as const;

/** What a sandbox runs with: every option checked and copied. */
export interface Settings {
  credentials: Credentials;
  token: string;
  projectId: string;
  projects: readonly Project[] | undefined;
  /** By id; `undefined` if every id exists. */
  workflows: ReadonlyMap<string, WorkflowSettings> | undefined;
  temporaryKeyLifetimeMs: number;
  keepExecutions: number;
  port: number;
  host: string;
  clock: () => number;
  newId: () => string;
  strict: boolean;
}

const dayMs = 86_400_000;
const maxPort = 65_535;

/** @throws {ConfigurationError} naming the first option that cannot be used */
export function readOptions(options: SandboxOptions = {}): Settings {
  const { read, refuseOthers } = reader("The sandbox's", options);
  const credentials = read("credentials", sandboxDefaults.credentials, isKey, "{ ak, sk }");
  const token = read("token", sandboxDefaults.token, isText, "a string");
  const settings = {
    credentials: checkCredentials(credentials, "the sandbox's credentials"),
    token: checkCredentials({ token }, "the sandbox's options").token,
    projectId: read("projectId", sandboxDefaults.projectId, isId, `text of ${idRule}`),
    projects: read("projects", undefined, isList(isProject), "an array of { id, name }, both strings")?.map(
      ({ id, name }) => ({ id, name }),
    ),
    workflows: readWorkflows(read),
    temporaryKeyLifetimeMs: read(
      "temporaryKeyLifetimeMs",
      dayMs,
      isWhole(0, maxDurationMs),
      `a whole number from 0 to ${maxDurationMs} (100 years)`,
    ),
    keepExecutions: read(
      "keepExecutions",
      10_000,
      isWhole(1, Number.MAX_SAFE_INTEGER),
      "a whole number, at least 1",
    ),
    port: read("port", 0, isWhole(0, maxPort), `a whole number from 0 (any free port) to ${maxPort}`),
    host: read("host", "127.0.0.1", isText, 'an address as a string, such as "127.0.0.1"'),
    clock: checkedClock(
      read("clock", Date.now, isFunction, "a function that returns milliseconds since 1970"),
    ),
    newId: checkedIds(read("newId", randomUUID, isFunction, "a function that returns another id each time")),
    strict: read("strict", false, isBoolean, "true or false"),
  };
  refuseOthers();
  return settings;
}

/** checkCredentials checks the values, but would also accept a token. */
const isKey = (value: unknown): value is Credentials => isObject(value) && !("token" in value);

const isProject = (value: unknown): value is Project =>
  isObject(value) && isText(value["id"]) && isText(value["name"]);

/** With NaN as the time, no key would ever expire. */
function checkedClock(clock: () => unknown): () => number {
  return () => {
    const now = clock();
    if (typeof now === "number" && !Number.isNaN(new Date(now).getTime())) return now;
    throw new ConfigurationError(
      "The sandbox's clock did not return a date in milliseconds since 1970: make it return a number like Date.now().",
    );
  };
}
