import type { FreeFormObject } from "../../generated/contract.js";

interface Signal {
  signal?: AbortSignal | undefined;
}

/** The part of a `FunctionGraphClient` that is used here. */
export interface BulkClient {
  target(options: Signal): Promise<{ endpoint: string; projectId: string }>;
  start(
    workflowId: string,
    input: FreeFormObject,
    options: { headers: FreeFormObject | undefined; retry: { attempts: number } },
  ): Promise<BulkExecution>;
  execution(workflowId: string, executionId: string): BulkExecution;
  listWorkflowExecutions(
    request: {
      path: { workflow_id: string };
      query: { start_time: Date; end_time: Date; limit: number };
    },
    options: Signal,
  ): PromiseLike<{ executions: Listed[] }> & AsyncIterable<Listed>;
  showWorkflowExecution(
    request: { path: { workflow_id: string; execution_id: string } },
    options: Signal,
  ): Promise<{ status: string; begin_time?: string; input?: unknown }>;
}

export interface BulkExecution {
  readonly id: string;
  result(options: Signal): Promise<unknown>;
}

interface Listed {
  execution_id: string;
}
