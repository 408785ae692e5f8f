import type { Descriptor } from "../../generated/contract.js";
import { ConfigurationError, FunctionGraphError, InvalidRequestError } from "../errors.js";
import { kindOf } from "../foreign.js";
import { guard, type GivenRequest, type Parameters } from "./guard.js";
import { typeOf } from "./issues.js";

/** A call's request, read, checked and copied: the caller's objects are not read after this. */
export interface CheckedRequest {
  operation: Descriptor;
  params: Parameters;
  /** The body as the JSON text that was checked. */
  text: string | undefined;
  /** The path parameter that the project lookup fills in. */
  missingProject: string | undefined;
}

export const noProject =
  "pass projectId or region to createFunctionGraphClient, or set HUAWEICLOUD_SDK_PROJECT_ID";

/** Stands in for a project that has not been looked up yet. */
const standIn = "project";

/**
 * @throws {InvalidRequestError} for what the contract forbids
 * @throws {ConfigurationError} if there is no project and no way to look it up
 */
export function checkRequest(
  operation: Descriptor,
  given: GivenRequest,
  projectId: string | undefined,
  canLookUp: boolean,
): CheckedRequest {
  const { path, ...others } = given;
  const [parameter] = Object.keys(operation.defaultsFromClient);
  const own = isObject(path) ? { ...path } : {};
  const fillIn =
    parameter !== undefined && own[parameter] === undefined && (path === undefined || isObject(path));
  if (fillIn) own[parameter] = projectId ?? standIn;
  // The guard runs first: nothing is looked up for a request that will not be sent.
  const { params, text } = guard(operation, { ...others, path: fillIn || isObject(path) ? own : path });
  const missingProject = fillIn && projectId === undefined ? parameter : undefined;
  if (missingProject !== undefined && !canLookUp) {
    throw new ConfigurationError(
      `${missingProject} is missing: ${noProject}, or pass path.${missingProject} to the call.`,
    );
  }
  return { operation, params, text, missingProject };
}

const parts = ["path", "query", "header", "body"];

/** A method's argument. */
export function readMethodInput(operationId: string, input: unknown): GivenRequest {
  if (input === undefined || input === null) return {};
  if (!isObject(input)) {
    const message = `the request must be an object { path, query, header, body }, not ${kindOf(input)}`;
    throw new InvalidRequestError(operationId, [{ field: "request", message, actual: typeOf(input) }]);
  }
  const unknown = Object.keys(input).filter((key) => !parts.includes(key) && input[key] !== undefined);
  if (unknown.length > 0) {
    const issues = unknown.map((field) => ({
      field,
      message: `${field} is not part of a request: pass { path, query, header, body }`,
    }));
    throw new InvalidRequestError(operationId, issues);
  }
  const { path, query, header, body } = input;
  return { path, query, header, body };
}

/** Runs code that reads the caller's values: their getters and proxies may throw anything. */
export function reading<Value>(subject: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof FunctionGraphError) throw cause;
    const message = "the request cannot be read: pass plain data";
    throw new InvalidRequestError(subject, [{ field: "request", message }], { cause });
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
