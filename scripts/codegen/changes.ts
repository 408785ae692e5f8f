/**
 * What changed between two contracts, and whether it can break callers: programs that write requests and read
 * responses. Everything can that is not on the list of harmless edits:
 *
 *   - words, and operations and components that are new;
 *   - in requests, what keeps every old request valid: new optional parameters and bodies, new optional fields
 *     of closed objects, what becomes optional, looser limits, more enum values;
 *   - in responses, new optional fields of objects whose fields all have names, and error statuses with the
 *     body that `default` gave them. Limits are not on it: what arrives today may not fit a tighter one, and
 *     callers have never seen what a looser one lets in.
 *
 * test/changes.test.ts holds the list to JSON Schema and to TypeScript.
 */
import { breaking, compareFields, compareNamed, compareWords, contractsOf, edit } from "./changes/edits.js";
import type { Edit, Place } from "./changes/edits.js";
import { compareBodies, compareOperations, compareParameters } from "./changes/operations.js";
import { compareResponses } from "./changes/operations.js";
import { compareSchemas } from "./changes/schemas.js";
import { methods, type Document, type OperationObject, type PathItem } from "./openapi.js";

export interface Change {
  breaking: boolean;
  text: string;
}

/** Breaking changes come first. */
export function compareContracts(before: Document, after: Document): Change[] {
  const changes = new Map<string, Change>();
  for (const { place, text, breaking } of compareDocuments(before, after)) {
    // A component that both requests and responses use is rated for each.
    const key = `${place.at}: ${text}`;
    if (!changes.get(key)?.breaking) changes.set(key, { breaking, text: `${describe(place)}: ${text}` });
  }
  return [...changes.values()].sort((a, b) => Number(b.breaking) - Number(a.breaking));
}

/** Names the component, too: it can be used in other places. */
const describe = ({ name, component }: Place): string =>
  component === undefined ? name : `${name} (${component})`;

type Words = Record<string, unknown> | undefined;

function* compareDocuments(before: Document, after: Document): Generator<Edit> {
  const contracts = contractsOf(before, after);
  const at = (name: string): Place => ({ name, at: name, use: "either", contracts });
  yield* compareFields(before, after, at("contract"), {
    info: () => compareWords(before["info"] as Words, after["info"] as Words, at("info")),
    paths: () =>
      compareNamed(before.paths, after.paths, {
        added: (path, item) => comparePaths({}, item, at(path)),
        removed: (path, item) => comparePaths(item, {}, at(path)),
        changed: (path, was, is) => comparePaths(was, is, at(path)),
      }),
    components: () => [],
  });
  // Last, when it is known which ones the operations use.
  const kinds = new Set([...Object.keys(before.components ?? {}), ...Object.keys(after.components ?? {})]);
  for (const kind of kinds) yield* compareComponents(kind, at(`components/${kind}`));
}

function comparePaths(before: PathItem, after: PathItem, place: Place): Iterable<Edit> {
  const rules = methods.map((method) => {
    const name = `${method.toUpperCase()} ${place.name}`;
    const operation = { ...place, name, at: name };
    const rule = (): Iterable<Edit> => {
      const [was, is] = [before[method], after[method]];
      if (!was) return [edit(operation, "added", false)];
      if (!is) return [breaking(operation, "removed")];
      return compareOperations(withShared(was, before), withShared(is, after), operation);
    };
    return [method, rule] as const;
  });
  return compareFields(before, after, place, { ...Object.fromEntries(rules), parameters: () => [] });
}

/** An operation with the parameters that all operations of its path share, behind its own. */
const withShared = (operation: OperationObject, { parameters = [] }: PathItem): OperationObject => ({
  ...operation,
  parameters: [...parameters, ...(operation.parameters ?? [])],
});

/** How to compare the components that no operation uses. */
const comparers = new Map<string, (before: never, after: never, place: Place) => Iterable<Edit>>([
  ["examples", compareWords],
  ["headers", compareParameters],
  ["parameters", compareParameters],
  ["requestBodies", compareBodies],
  ["responses", compareResponses],
  ["schemas", compareSchemas],
]);

/** Components are exported types, used or not. */
function compareComponents(kind: string, place: Place): Iterable<Edit> {
  const { before, after, compared } = place.contracts;
  const componentsOf = ({ components = {} }: Document) =>
    components[kind] as Record<string, object> | undefined;
  const compare =
    comparers.get(kind) ?? ((was: object, is: object, at: Place) => compareFields(was, is, at, {}));
  const component = (name: string) => ({
    ...place,
    name: `${place.name}/${name}`,
    at: `#/${place.name}/${name}`,
  });
  return compareNamed(componentsOf(before.document), componentsOf(after.document), {
    added: (name) => [edit(component(name), "added", false)],
    removed: (name) => [edit(component(name), "removed", kind !== "examples")],
    changed: (name, was, is) =>
      compared.has(component(name).at) ? [] : compare(was as never, is as never, component(name)),
  });
}
