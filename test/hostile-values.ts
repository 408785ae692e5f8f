/** Values that no caller should pass, for property tests. */
import fc from "fast-check";

const trap = () => {
  throw new Error("trap");
};

/** Values that throw when inspected, or that are not what they look like. */
const traps: unknown[] = [
  new Proxy({}, { get: trap, ownKeys: trap, has: trap, getOwnPropertyDescriptor: trap }),
  {
    get path() {
      return trap();
    },
    get ak() {
      return trap();
    },
    get signal() {
      return trap();
    },
  },
  {
    path: {
      get workflow_id() {
        return trap();
      },
    },
    body: { input: {} },
  },
  { path: { workflow_id: { toString: trap } }, body: { input: {} } },
  { path: { workflow_id: "w" }, body: { input: { toJSON: trap } } },
  { path: { workflow_id: "w" }, body: { input: { big: 1n } } },
  { path: { workflow_id: "w" }, body: Object.create({ input: {} }) },
  { path: JSON.parse('{"__proto__":{"workflow_id":"w"}}'), body: { input: {} } },
  { path: { workflow_id: "w" }, body: JSON.parse('{"__proto__":{"input":{}}}') },
  Object.create(null),
  Symbol("s"),
  () => {},
  1n,
  new Map([["path", { workflow_id: "w" }]]),
];

/** Stands in for a trap while fast-check generates values, because it inspects them. */
class Trap {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/** One stand-in for each trap. */
export const everyTrap: unknown[] = traps.map((_, index) => new Trap(index));

/** Replaces the stand-ins with their traps. */
export function plant(value: any): any {
  if (value instanceof Trap) return traps[value.index];
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  for (const name of Object.keys(value)) value[name] = plant(value[name]);
  return value;
}

/** Anything at all, for plant(). */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  {
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      stringUnit: "grapheme",
    }),
    weight: 6,
  },
  { arbitrary: fc.constantFrom(...everyTrap), weight: 2 },
);

/** Anything at all, or the shape of a request with anything at all inside, for plant(). */
export const requestLike: fc.Arbitrary<unknown> = fc.oneof(
  anything,
  fc.record({ path: anything, header: anything, query: anything, body: anything }, { requiredKeys: [] }),
  fc.record({
    path: fc.record({ workflow_id: fc.oneof(fc.constant("w"), anything) }),
    header: fc.option(
      fc.dictionary(fc.constantFrom("X-Create-Time", "X-WorkflowRun-ID", "Host", "__proto__"), anything),
      { nil: undefined },
    ),
    body: fc.record(
      { input: fc.oneof(fc.constant({}), anything), headers: anything },
      { requiredKeys: ["input"] },
    ),
  }),
);

/** Text with a meaning in a URL, a header or a file path, or that is not well-formed. */
const oddText = [
  ...["..", ".", "%2e%2e", "%2E%2E%2F", "//", "a//b", "\\", "?", "#", "%", "%zz"],
  ...["\r\n", "\0", "\ud800", "a\udfffb", ""],
];

/** Any text, often near the maximum length. */
export const hostileText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      ...oddText,
      "😀".repeat(maxLength),
      "😀".repeat(maxLength + 1),
      "x".repeat(maxLength + 1),
    ),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((units) => String.fromCharCode(...units)),
  );
