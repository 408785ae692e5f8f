/** What JSON Schema says: whether requests and responses that fit one contract fit another. */
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { methods, type Document, type ParameterObject } from "../../scripts/codegen/openapi.js";
import type {
  RequestBodyObject,
  ResponseObject,
  Schema,
  SchemaObject,
} from "../../scripts/codegen/openapi.js";
import { sideOf } from "../../scripts/codegen/changes/edits.js";
import { mapSchemas, mapValues } from "../../scripts/codegen/schemas.js";
import { runs } from "../seed.js";

/** By name (`get /v2/ping Ping request`, `… response 200`): what the values have to fit. */
type Parts = Record<string, Schema>;

/** As the guard reads a contract: an operation takes its own parameters, and no others. */
function partsOf(document: Document): Parts {
  const resolve = sideOf(document).resolve;
  const parts: Parts = {};
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const name = `${method} ${path} ${operation.operationId}`;
      const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
        resolve<ParameterObject>(one),
      );
      const groups = ["path", "query", "header"].map((place) => {
        const group = all.filter((parameter) => parameter.in === place);
        const required = group.filter((parameter) => parameter.required).map((parameter) => parameter.name);
        const properties = Object.fromEntries(group.map(({ name, schema = {} }) => [name, schema]));
        return [place, { type: "object", properties, required, additionalProperties: false }] as const;
      });
      const body = operation.requestBody && resolve<RequestBodyObject>(operation.requestBody);
      parts[`${name} request`] = {
        type: "object",
        properties: {
          ...Object.fromEntries(groups),
          ...(body && { body: body.content?.["application/json"]?.schema ?? true }),
        },
        required: ["path", "query", "header", ...(body?.required ? ["body"] : [])],
        additionalProperties: false,
      };
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        const schema = resolve<ResponseObject>(response).content?.["application/json"]?.schema;
        if (schema) parts[`${name} response ${status}`] = schema;
      }
    }
  }
  return parts;
}

type Check = (value: unknown) => boolean;

/** Whether a value fits a part, for each part of a contract. */
function checksOf(document: Document, parts: Parts): (name: string) => Check {
  const ajv = new Ajv.default({ strict: false, validateSchema: false, ownProperties: true, logger: false });
  formats.default(ajv);
  const absolute = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"contract#/components/')) as Value;
  ajv.addSchema({ $id: "contract", components: absolute({ schemas: document.components?.schemas ?? {} }) });
  return (name) => ajv.compile(absolute(parts[name] ?? false) as object) as Check;
}

/** Values that are likely to fit a schema, often at its limits, with fields that it has no name for. */
function likely(schema: Schema, document: Document, surplus: boolean): fc.Arbitrary<unknown> {
  const build = (given: Schema, depth: number): fc.Arbitrary<unknown> => {
    const target = sideOf(document).resolve<Schema>(given);
    if (depth > 4) return fc.constantFrom(null, [], {});
    if (typeof target === "boolean") return junk;
    const { enum: values, oneOf } = target;
    if (values) return fc.constantFrom(...values);
    if (oneOf) return fc.oneof(...oneOf.map((one) => build(one, depth + 1)));
    const types = [target.type ?? (target.properties ? ["object", "string"] : [])].flat();
    return types.length > 0 ? fc.oneof(...types.map((type) => ofType(type, target, depth))) : junk;
  };
  const ofType = (type: string, target: SchemaObject, depth: number): fc.Arbitrary<unknown> => {
    const { minLength = 0, maxLength = 70, minItems = 0, maxItems = 3 } = target;
    switch (type) {
      case "string": {
        const length = fc.constantFrom(minLength, maxLength, Math.min(maxLength, minLength + 3));
        return fc.oneof(
          length.map((count) => "a".repeat(count)),
          length.map((count) => "é ".repeat(count).slice(0, count)),
          fc.constant("2024-03-21"),
        );
      }
      case "integer":
      case "number": {
        const { minimum = -9, maximum = 1_000 } = target;
        return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));
      }
      case "array":
        return fc.array(build(target.items ?? true, depth + 1), { minLength: minItems, maxLength: maxItems });
      case "object": {
        const named = Object.entries(target.properties ?? {});
        const fields = Object.fromEntries(named.map(([name, inner]) => [name, build(inner, depth + 1)]));
        const record = fc.record(fields, { requiredKeys: target.required ?? [] });
        const names = fc.constantFrom(...fieldNames);
        const more =
          surplus && target["additionalProperties"] !== false
            ? fc.dictionary(names, junk, { maxKeys: 2 })
            : fc.constant({});
        return fc.tuple(more, record).map(([extra, own]) => ({ ...extra, ...own }));
      }
      default:
        return fc.constant(type === "boolean" ? true : null);
    }
  };
  return build(schema, 0);
}

/** Names that edits give to fields, too. */
export const fieldNames = ["extra", "constructor", "toString", "x-extra"];
const junk = fc.constantFrom<unknown>("text", "", 7, -1.5, null, true, [], ["a"], {}, { extra: 1 });

const sample = (values: fc.Arbitrary<unknown>, count: number): unknown[] =>
  fc.sample(values, { seed: runs.seed, numRuns: count });

/** A contract that lets objects hold more fields than it names: the service may add some. */
const opened = (schema: Schema): Schema =>
  mapSchemas(schema, ({ additionalProperties, ...rest }) =>
    additionalProperties === false
      ? rest
      : { ...rest, ...(additionalProperties !== undefined && { additionalProperties }) },
  );

/**
 * Looks for a value that breaks callers of a contract: a request that fitted and no longer does; a response
 * that did, or one that the old contract does not describe.
 */
export function valueOracle(before: Document) {
  const parts = partsOf(before);
  const fits = checksOf(before, parts);
  const isRequest = (name: string) => name.endsWith(" request");
  const old = Object.entries(parts).map(([name, schema]) => {
    const values = sample(likely(schema, before, isRequest(name)), 600).filter(fits(name));
    if (values.length < 40) throw new Error(`${name}: too few of the values fit`);
    return { name, values };
  });
  const { components = {} } = before;
  const loose = {
    ...before,
    components: { ...components, schemas: mapValues(components.schemas ?? {}, opened) },
  };
  const fitsLoosely = checksOf(loose, mapValues(parts, opened));
  const described = new Map(old.map(({ name }) => [name, isRequest(name) ? undefined : fitsLoosely(name)]));

  return function findBroken(after: Document): string | undefined {
    const newParts = partsOf(after);
    const fitsNew = checksOf(after, newParts);
    for (const { name, values } of old) {
      const check = fitsNew(name);
      const refused = values.find((value) => !check(value));
      if (refused !== undefined) return `${name}: ${JSON.stringify(refused)} no longer fits`;
      const wasDescribed = described.get(name);
      const arrive = wasDescribed && sample(likely(newParts[name]!, after, false), 40).filter(check);
      const strange = arrive?.find((value) => !wasDescribed!(value));
      if (strange !== undefined) return `${name}: ${JSON.stringify(strange)} is not what callers expect`;
    }
    return undefined;
  };
}
