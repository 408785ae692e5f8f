// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.
import type { Validator, calls } from "./operations.js";

import * as validators from "./validators.js";

export interface WireType {
  types: readonly string[];
  /** Of an array's items. */
  items: readonly string[];
}

export interface Answers {
  /** What the text on the wire can stand for, of the parameters that are not only strings. */
  wireTypes: Readonly<Record<string, WireType>>;
  /** What a successful call answers: the contract's own example. */
  success: { status: number; body?: unknown };
  /** By status: the validator of an error's body, or null where it has none. */
  errors: Readonly<Record<string, Validator | null>>;
}

export const answers: Record<keyof typeof calls, Answers> = {
  startWorkflowExecution: {
    wireTypes: {},
    success: { status: 200, body: { execution_id: "48aff955-ea10-4ffd-b426-190bc192dc14" } },
    errors: {
      "400": validators.startWorkflowExecution_response_400 as Validator,
      "404": validators.startWorkflowExecution_response_404 as Validator,
      "500": validators.startWorkflowExecution_response_500 as Validator,
      default: validators.startWorkflowExecution_response_default as Validator,
    },
  },
};
