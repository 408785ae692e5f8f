import type { Descriptor } from "../../generated/contract.js";
import { descriptors } from "../../generated/descriptors.js";
import type { OperationName } from "../../generated/operations.js";
import { examples } from "../../generated/sandbox.js";

/** What the sandbox needs to know about an operation. */
export interface Operation {
  descriptor: Descriptor;
  /** The contract's example of a successful response. */
  success: { status: number; body?: unknown };
}

/** The contract's operations. */
export const operations: readonly Operation[] = Object.entries(examples).map(([name, success]) => ({
  descriptor: descriptors[name as OperationName],
  success,
}));

/** An operation that a path belongs to. */
export interface Route {
  operation: Operation;
  /** Path parameters, decoded. */
  path: Record<string, string>;
}

interface Segment {
  /** Decoded. */
  text: string;
  /** The parameter that it stands for, if any. */
  parameter: string | undefined;
}

/** Finds the operations at a path, by method; none if the contract does not have the path. */
export function createRouter(operations: readonly Operation[]) {
  const templates = operations
    .map((operation) => ({ operation, segments: operation.descriptor.path.split("/").map(readSegment) }))
    // Fixed segments take precedence: `/things/latest` comes before `/things/{id}`.
    .sort((a, b) => parametersIn(a.segments) - parametersIn(b.segments));

  return (pathname: string): Map<string, Route> => {
    const given = pathname.split("/").map(decode);
    const routes = new Map<string, Route>();
    for (const { operation, segments } of templates) {
      const { method } = operation.descriptor;
      const path = routes.has(method) ? undefined : match(segments, given);
      if (path) routes.set(method, { operation, path });
    }
    return routes;
  };
}

const readSegment = (text: string): Segment => ({
  text: decode(text),
  parameter: text.startsWith("{") && text.endsWith("}") ? text.slice(1, -1) : undefined,
});

const parametersIn = (segments: readonly Segment[]): number =>
  segments.filter(({ parameter }) => parameter !== undefined).length;

function match(template: readonly Segment[], given: readonly string[]): Record<string, string> | undefined {
  if (template.length !== given.length) return undefined;
  // Without a prototype, so that a parameter may have any name.
  const path: Record<string, string> = Object.create(null);
  for (const [i, { text, parameter }] of template.entries()) {
    if (parameter !== undefined) path[parameter] = given[i]!;
    else if (text !== given[i]) return undefined;
  }
  return path;
}

/** A segment that is not valid percent-encoded UTF-8 is left as it is. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
