import { isDeepStrictEqual } from "node:util";
import type { Reference, Schema, SchemaObject } from "../openapi.js";
import { mapSchemas } from "../schemas.js";
import { becomes, breaking, compareFields, compareComponent, compareNamed, edit } from "./edits.js";
import { isWords, show, within, type Edit, type Place } from "./edits.js";

export function* compareSchemas(
  before: Schema | undefined,
  after: Schema | undefined,
  place: Place,
): Generator<Edit> {
  if (typeof before !== "object" || typeof after !== "object" || before.$ref !== after.$ref) {
    if (before !== after) yield breaking(place, becomes("schema", before, after));
    return;
  }
  const isAlone = Object.keys(bare(before)).length === 1;
  const rules = {
    // What stands beside a $ref acts together with it, so neither can be rated alone.
    $ref: () =>
      compareComponent<Schema>(
        before as Reference,
        isAlone ? place : { ...place, use: "either" },
        compareSchemas,
      ),
    items: () => compareSchemas(before.items, after.items, within(place, "[]")),
    properties: () =>
      compareNamed(before.properties, after.properties, {
        added: (name, field) => [addField(before, after, name, field, within(place, `.${name}`))],
        removed: (name) => [breaking(within(place, `.${name}`), "removed")],
        changed: (name, was, is) => compareSchemas(was, is, within(place, `.${name}`)),
      }),
    required: () => compareRequired(before, after, place),
    enum: () => compareValues(before.enum, after.enum, place),
  };
  yield* compareFields(before, after, place, rules, (keyword, was, is) =>
    compareKeyword(keyword, was, is, place),
  );
}

/**
 * A new field. In requests it is harmless to objects that were closed: nothing of its name was ever sent. In
 * responses it is harmless to objects whose fields all had names: the service is taken to send no others.
 */
function addField(
  before: SchemaObject,
  after: SchemaObject,
  name: string,
  field: Schema,
  place: Place,
): Edit {
  if (after.required?.includes(name)) return breaking(place, "required field added");
  if (hasDefault(field, place)) return breaking(place, "optional field with a default added");
  if (isInherited(name)) return breaking(place, "optional field added, under a name that all objects have");
  const { additionalProperties, properties = {} } = before;
  const isPlain =
    Object.keys(properties).length > 0 &&
    Object.keys(bare(before)).every((keyword) => plainKeywords.includes(keyword));
  const isClosed = isPlain && additionalProperties === false;
  if (place.use === "request" && !isClosed)
    return breaking(place, "optional field added, where requests could hold any value");
  const isNamed = isClosed || (isPlain && additionalProperties === undefined);
  return edit(place, "optional field added", !isNamed || place.use === "either");
}

const plainKeywords = ["type", "properties", "required", "additionalProperties"];

/** To TypeScript, an object without a field of this name has one, of another type. */
export const isInherited = (name: string): boolean => name in {};

/** A default says what the service does without the value, which may not be what it did. */
export const hasDefault = (schema: Schema | undefined, { contracts }: Place): boolean =>
  schema !== undefined &&
  /"default":/.test(JSON.stringify([schema, contracts.after.resolve<Schema>(schema)]));

function* compareRequired(before: SchemaObject, after: SchemaObject, place: Place): Generator<Edit> {
  const [was, is] = [new Set(before.required), new Set(after.required)];
  // Of a field that is new or gone, its own edit says enough.
  const stays = (name: string) =>
    Object.hasOwn(before.properties ?? {}, name) === Object.hasOwn(after.properties ?? {}, name);
  for (const name of was)
    if (!is.has(name) && stays(name))
      yield edit(within(place, `.${name}`), "now optional", place.use !== "request");
  for (const name of is)
    if (!was.has(name) && stays(name)) yield breaking(within(place, `.${name}`), "now required");
}

function* compareValues(was: unknown[] | undefined, is: unknown[] | undefined, place: Place) {
  if (!was || !is) {
    if (was !== is) yield edit(place, becomes("enum", was, is), place.use !== "request" || is !== undefined);
    return;
  }
  const missing = (values: unknown[], from: unknown[]) =>
    values.filter((value) => !from.some((one) => isDeepStrictEqual(one, value)));
  for (const value of missing(was, is)) yield breaking(place, `enum value ${show(value)} removed`);
  for (const value of missing(is, was))
    yield edit(place, `enum value ${show(value)} added`, place.use !== "request");
}

/** A limit, or a keyword in which every schema counts as both request and response. */
function* compareKeyword(keyword: string, was: unknown, is: unknown, place: Place): Generator<Edit> {
  const [before, after] = [only(keyword, was), only(keyword, is)];
  if (!isDeepStrictEqual(bare(before), bare(after))) {
    const harmless = place.use === "request" && isLooser(keyword, was, is);
    yield edit(place, becomes(keyword, was, is), !harmless);
    return;
  }
  if (!isDeepStrictEqual(was, is)) yield edit(place, `words changed in ${keyword}`, false);
  const inside: Place = { ...within(place, ` ${keyword}`), use: "either" };
  for (const reference of referencesIn(before))
    yield* compareComponent<Schema>(reference, inside, compareSchemas);
}

const floors = ["minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum"];
const ceilings = ["maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum"];
const limits = [...floors, ...ceilings, "pattern", "format", "multipleOf", "uniqueItems"];

function isLooser(keyword: string, was: unknown, is: unknown): boolean {
  if (is === undefined) return limits.includes(keyword);
  if (typeof was !== "number" || typeof is !== "number") return false;
  return (floors.includes(keyword) && is < was) || (ceilings.includes(keyword) && is > was);
}

const only = (keyword: string, value: unknown): SchemaObject =>
  value === undefined ? {} : { [keyword]: value };

function referencesIn(schema: SchemaObject): Reference[] {
  const found: Reference[] = [];
  mapSchemas(schema, (one) => {
    if (one.$ref !== undefined) found.push({ $ref: one.$ref });
    return one;
  });
  return found;
}

/** A schema without its words. */
const bare = (schema: SchemaObject): SchemaObject =>
  mapSchemas(
    schema,
    (one) => Object.fromEntries(Object.entries(one).filter(([keyword]) => !isWords(keyword))) as SchemaObject,
  ) as SchemaObject;
