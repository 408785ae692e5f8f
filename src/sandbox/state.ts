/** Executions, as the sandbox itself changes them. */
import type { Execution, ExecutionNode, ExecutionStatus, JsonObject, NodeRun } from "./execution-types.js";
import type { KnownWorkflow } from "./workflows.js";

type Mutable<Type> = { -readonly [Name in keyof Type]: Type[Name] };

export type ExecutionState = Mutable<Omit<Execution, "notes" | "nodes">> & {
  notes: string[];
  nodes: NodeState[];
};
export type NodeState = Omit<ExecutionNode, "executions"> & { executions: NodeRunState[] };
export type NodeRunState = Mutable<NodeRun>;

/** An execution, and what the sandbox needs to go on with it. */
export interface Entry {
  execution: ExecutionState;
  /** As it was when the execution started. */
  workflow: KnownWorkflow;
  /** The latest one. */
  run?: Run | undefined;
  /** About how much memory the execution takes. */
  bytes: number;
  /** How often anything has happened to it: its time may stand still. */
  changes: number;
}

/** Records that something has happened to an execution. */
export function touch(entry: Entry, at: number): void {
  entry.execution.last_update_time = new Date(at).toISOString();
  entry.changes++;
}

/** An attempt at an execution. */
export interface Run {
  /** Ends it, if it has not ended yet. */
  end: (status: Exclude<ExecutionStatus, "running">, error?: string, output?: JsonObject) => void;
  /** Gives a state that waits for a callback its result; false if no such state waits. */
  callBack: (stateId: string, result: CallbackResult) => boolean;
  /** Resolves when it has ended, however that was. */
  ended: Promise<void>;
}

/** `error` says why the work failed, if it did. */
export type CallbackResult = { output: JsonObject } | { error: string };

/** Counts a value as part of an execution; `undefined`, with a note, if it is too large to keep. */
export type Keep = <Value>(entry: Entry, value: Value, name: string) => Value | undefined;

/** The part of a request's body that a workflow gets. Bodies fit the contract; one too large is not kept. */
export const partOf = (
  { body }: Pick<Execution, "body">,
  name: "input" | "headers",
): JsonObject | undefined => (body as Record<string, JsonObject> | undefined)?.[name];
