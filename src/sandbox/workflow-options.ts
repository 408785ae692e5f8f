import { ConfigurationError } from "../errors.js";
import { kindOf } from "../foreign.js";
import { pathIssue } from "../request/guard.js";
import {
  isFunction,
  isList,
  isObject,
  isText,
  isWhole,
  maxDurationMs,
  reader,
  show,
  type Read,
} from "../checks.js";
import type { Workflow, WorkflowFunction } from "./execution-types.js";

/** A workflow from the options, checked and copied. */
export interface WorkflowSettings {
  run?: WorkflowFunction | undefined;
  mode: "NORMAL" | "EXPRESS";
  timeoutMs?: number | undefined;
}

/** The contract's limit for ids in responses. */
const maxIdLength = 64;

/** What a client can ask for, and a response hold. */
export const isId = (value: unknown): value is string =>
  isText(value) && [...value].length <= maxIdLength && pathIssue(value) === undefined;

export const idRule = `1 to ${maxIdLength} characters, without "/", and not "." or ".."`;

const isMode = (value: unknown): value is WorkflowSettings["mode"] =>
  value === "NORMAL" || value === "EXPRESS";

type Ids = readonly string[];
type ById = Readonly<Record<string, unknown>>;

/** A Map or a promise has no keys of its own: with one, no workflow would exist. */
const isWorkflows = (value: unknown): value is Ids | ById =>
  isObject(value) ? ["an object", "a Module"].includes(kindOf(value)) : isList(isText)(value);

/** The option `workflows`, by id; `undefined` if it is not given. */
export function readWorkflows(read: Read): ReadonlyMap<string, WorkflowSettings> | undefined {
  const wanted = "an array of workflow ids, or an object of functions by id";
  const given = read("workflows", undefined, isWorkflows, wanted);
  if (given === undefined) return undefined;
  const odd = (isObject(given) ? Object.keys(given) : (given as Ids)).find((id) => !isId(id));
  if (odd !== undefined) {
    throw new ConfigurationError(
      `The sandbox's option workflows has the id ${show(odd)}: make each id text of ${idRule}.`,
    );
  }
  if (isObject(given)) {
    return new Map(Object.entries(given).map(([id, workflow]) => [id, readWorkflow(id, workflow)]));
  }
  return new Map((given as Ids).map((id) => [id, { mode: "NORMAL" }]));
}

function readWorkflow(id: string, given: unknown): WorkflowSettings {
  if (isFunction(given)) return { run: given as WorkflowFunction, mode: "NORMAL" };
  const owner = `The sandbox's workflows, ${JSON.stringify(id)}:`;
  const { read, refuseOthers } = reader(owner, given);
  const workflow = {
    mode: read("mode", "NORMAL" as const, isMode, '"NORMAL" or "EXPRESS"'),
    run: read("run", undefined, isFunction, "a function") as Workflow["run"],
    timeoutMs: read(
      "timeoutMs",
      undefined,
      isWhole(1, maxDurationMs),
      `a whole number from 1 to ${maxDurationMs} (100 years)`,
    ),
  };
  refuseOthers();
  return workflow;
}

/** Ids that the contract allows. */
export const checkedIds = (newId: () => unknown) => (): string => {
  const id = newId();
  if (isId(id)) return id;
  throw new ConfigurationError(`The sandbox's newId did not return an id: make it return text of ${idRule}.`);
};

export const repeatedId = (id: string) =>
  new ConfigurationError(`The sandbox's newId returned ${id} again: make it return another id each time.`);
