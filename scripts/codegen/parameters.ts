import { ownHeaders } from "../../src/signing/sign.js";
import { firstExample, places, type Parameter, type Place } from "./contract.js";
import { isBroken, type OperationObject, type ParameterObject, type PathItem } from "./openapi.js";
import { schemaObject, typesOf } from "./schemas.js";
import type { Source } from "./document.js";

/** An operation's own parameters, and those of its path that it does not replace. */
export function readParameters(
  operation: OperationObject,
  path: string,
  item: PathItem,
  source: Source,
): Parameter[] {
  const { operationId } = operation;
  const { refuse, resolve } = source;
  const found = new Map<string, { parameter: Parameter; given: ParameterObject }>();
  for (const list of [operation.parameters ?? [], item.parameters ?? []]) {
    const inherited = list === item.parameters;
    for (const [i, one] of list.entries()) {
      const given = resolve<ParameterObject>(one);
      if (isBroken(given)) refuse(`${operationId}: parameter ${i} must be an object`, list, String(i));
      const parameter = readParameter(`${operationId}: ${given.in} parameter ${given.name}`, given, source);
      // Headers are the same in any case.
      const key = `${given.in} ${given.in === "header" ? given.name.toLowerCase() : given.name}`;
      if (!found.has(key)) found.set(key, { parameter, given });
      else if (!inherited) refuse(`${operationId}: ${key} is there twice`, given, "name");
    }
  }
  const parameters = [...found.values()].map(({ parameter }) => parameter);
  checkTemplate(operation, path, parameters, source);
  for (const { parameter, given } of found.values())
    checkFields(operation, parameter, given, parameters, source);
  return parameters;
}

const isPlace = (text: string): text is Place => places.some((place) => place === text);

/** OpenAPI's defaults, which are the only ones that the client writes. */
const styles = { path: "simple", query: "form", header: "simple" };

/** Set by the connection or the signature, or ignored by OpenAPI. */
const reservedHeaders = new Set([
  ...ownHeaders,
  "accept",
  "content-type",
  "x-project-id",
  "x-sdk-content-sha256",
]);

function readParameter(where: string, parameter: ParameterObject, source: Source): Parameter {
  const { name, in: place, schema, style, explode, required = false, deprecated = false } = parameter;
  const refuse = (message: string, key: string) => source.refuse(`${where}: ${message}`, parameter, key);
  if (!isPlace(place)) return refuse("only path, query and header are supported", "in");
  if (name === "__proto__") refuse("choose another name", "name");
  if (place === "header" && reservedHeaders.has(name.toLowerCase()))
    refuse("this header is set by the client itself: leave the parameter out", "name");
  if (typeof schema !== "object" || isBroken(schema))
    return refuse("a schema is required (content is not supported)", "content");
  if ((style ?? styles[place]) !== styles[place] || (explode ?? place === "query") !== (place === "query"))
    refuse("only the default style is supported; leave style and explode out", style ? "style" : "explode");
  if (parameter.allowReserved) refuse("allowReserved is not supported: values are encoded", "allowReserved");
  const defaultFromClient = parameter["x-default-from-client"];
  if (defaultFromClient !== undefined && (defaultFromClient !== "projectId" || place !== "path"))
    refuse("x-default-from-client can only be projectId, on a path parameter", "x-default-from-client");

  const types = typesOf(schema, source.resolve);
  if (types.includes("object") && place !== "query")
    refuse("an object is only supported in the query", "schema");
  if (types.includes("array") && place === "path") refuse("an array is not supported in a path", "schema");
  return {
    name,
    in: place,
    required,
    deprecated,
    description: parameter.description,
    schema,
    defaultFromClient,
    documentedIn: parameter["x-documented-in"],
    example: firstExample(parameter, source.resolve) ?? schemaObject(schema, source.resolve).examples?.[0],
  };
}

/** The path has its parameters, and no others. */
function checkTemplate(
  operation: OperationObject,
  path: string,
  parameters: Parameter[],
  { refuse }: Source,
): void {
  const declared = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  const used = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!);
  const missing = used.find((name) => !declared.includes(name));
  if (missing !== undefined)
    refuse(`${operation.operationId}: path parameter ${missing} is missing`, operation);
  const unused = declared.find((name) => !used.includes(name));
  if (unused !== undefined) refuse(`${operation.operationId}: ${path} has no {${unused}}`, operation);
}

/** An array's items and an object's fields are text on the wire; fields stand beside the other parameters. */
function checkFields(
  { operationId }: OperationObject,
  { name, in: place, schema }: Parameter,
  given: ParameterObject,
  parameters: Parameter[],
  { refuse, resolve }: Source,
): void {
  const where = `${operationId}: ${place} parameter ${name}`;
  const { items, properties = {} } = schemaObject(schema, resolve);
  for (const inner of [...(items === undefined ? [] : [items]), ...Object.values(properties)]) {
    if (typesOf(inner, resolve).some((type) => type === "array" || type === "object"))
      refuse(`${where}: a parameter cannot carry an array or an object inside another`, given, "schema");
  }
  const taken = parameters.find((one) => one.in === "query" && Object.hasOwn(properties, one.name));
  if (place === "query" && taken)
    refuse(`${where}: its field ${taken.name} is a parameter, too; choose another name`, given, "schema");
}
