import type {
  HeaderObject,
  MediaTypeObject,
  OperationObject,
  ParameterObject,
  Reference,
  RequestBodyObject,
  Resolve,
  ResponseObject,
} from "../openapi.js";
import { breaking, compareFields, compareNamed, compareTargets, edit, isReference, within } from "./edits.js";
import type { Edit, Place } from "./edits.js";
import { compareSchemas, hasDefault, isInherited } from "./schemas.js";

export function compareOperations(
  before: OperationObject,
  after: OperationObject,
  operation: Place,
): Iterable<Edit> {
  const { contracts } = operation;
  const input = (part: string) => within({ ...operation, use: "request" }, ` ${part}`);
  const output = (status: string) => within({ ...operation, use: "response" }, ` response ${status}`);
  return compareFields(before, after, operation, {
    parameters: () =>
      compareNamed(byName(before, contracts.before.resolve), byName(after, contracts.after.resolve), {
        added: (name, parameter) => [addParameter(parameter, input(name))],
        removed: (name) => [breaking(input(name), "removed")],
        changed: (name, was, is) => compareParameters(was, is, input(name)),
      }),
    requestBody: () => {
      const [was, is] = [before.requestBody, after.requestBody];
      if (!is) return [breaking(input("body"), "removed")];
      return was ? compareBodies(was, is, input("body")) : [addBody(is, input("body"))];
    },
    responses: () =>
      compareNamed(before.responses, after.responses, {
        added: (status, response) => [
          edit(output(status), "added", !isLikeDefault(status, response, before)),
        ],
        removed: (status) => [breaking(output(status), "removed")],
        changed: (status, was, is) => compareResponses(was, is, output(status)),
      }),
  });
}

type Parameter = ParameterObject | Reference;

/** By place and name: to callers, header parameters that differ in case have different names. */
const byName = ({ parameters = [] }: OperationObject, resolve: Resolve) =>
  Object.fromEntries(
    parameters.map((parameter) => {
      const { in: place, name } = resolve<ParameterObject>(parameter);
      return [`${place} ${name}`, parameter];
    }),
  );

function addParameter(parameter: Parameter, place: Place): Edit {
  const { name, required = false, schema } = place.contracts.after.resolve<ParameterObject>(parameter);
  if (required) return breaking(place, "required parameter added");
  if (hasDefault(schema, place)) return breaking(place, "optional parameter with a default added");
  return isInherited(name)
    ? breaking(place, "optional parameter added, under a name that all objects have")
    : edit(place, "optional parameter added", false);
}

function addBody(body: RequestBodyObject | Reference, place: Place): Edit {
  const { required = false } = place.contracts.after.resolve<RequestBodyObject>(body);
  return edit(place, `${required ? "required" : "optional"} body added`, required);
}

/** Whether callers already got an error of this status, with this body, as `default`. */
function isLikeDefault(
  status: string,
  response: ResponseObject | Reference,
  { responses = {} }: OperationObject,
): boolean {
  const other = responses["default"];
  const isSame = isReference(response) && isReference(other) && response.$ref === other.$ref;
  return isSame && /^[45]\d\d$/.test(status);
}

/** For the headers of responses, too. */
export const compareParameters = (
  before: HeaderObject | Reference,
  after: HeaderObject | Reference,
  at: Place,
) =>
  compareTargets<HeaderObject>(before, after, at, (was, is, place) =>
    compareFields(was, is, place, {
      required: () => compareRequired(was, is, place),
      schema: () => compareSchemas(was.schema, is.schema, place),
    }),
  );

export const compareBodies = (
  before: RequestBodyObject | Reference,
  after: RequestBodyObject | Reference,
  at: Place,
) =>
  compareTargets<RequestBodyObject>(before, after, at, (was, is, place) =>
    compareFields(was, is, place, {
      required: () => compareRequired(was, is, place),
      content: () => compareContent(was.content, is.content, place),
    }),
  );

export const compareResponses = (
  before: ResponseObject | Reference,
  after: ResponseObject | Reference,
  at: Place,
) =>
  compareTargets<ResponseObject>(before, after, at, (was, is, place) =>
    compareFields(was, is, place, {
      content: () => compareContent(was.content, is.content, within(place, " body")),
      headers: () => {
        const header = (name: string) => within(place, ` header ${name}`);
        return compareNamed(was.headers, is.headers, {
          added: (name) => [breaking(header(name), "added")],
          removed: (name) => [breaking(header(name), "removed")],
          changed: (name, one, other) => compareParameters(one, other, header(name)),
        });
      },
    }),
  );

const compareContent = (
  before: Record<string, MediaTypeObject> | undefined,
  after: Record<string, MediaTypeObject> | undefined,
  place: Place,
) =>
  compareNamed(before, after, {
    added: (type) => [breaking(place, `${type} added`)],
    removed: (type) => [breaking(place, `${type} removed`)],
    changed: (_, was, is) =>
      compareFields(was, is, place, { schema: () => compareSchemas(was.schema, is.schema, place) }),
  });

function compareRequired(
  before: { required?: boolean },
  after: { required?: boolean },
  place: Place,
): Edit[] {
  const [was, is] = [before.required === true, after.required === true];
  if (was === is) return [];
  return [edit(place, is ? "now required" : "now optional", is || place.use !== "request")];
}
