/** Contracts that have nothing in common with this one: what the generator takes of them compiles and works. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ContractError } from "../../scripts/codegen/document.js";
import { generateFiles } from "../../scripts/generate.js";
import { copyProject, project, runNode } from "../project.js";

/** What a refusal points to, how it reads, and the edit that avoids it. */
type Refusal = [at: string, message: string, from: string | RegExp, to: string];

const museum: Refusal[] = [
  [
    "webhooks:",
    "webhooks are not supported (eventAnnounced): leave them out",
    /webhooks:\n[^]*?(?=paths:)/,
    "",
  ],
  [
    "content:\n            image/png",
    "getTicketCode: response 200 must be application/json, not image/png",
    / {2}\/tickets\/\{ticketId\}[^]*(?=components:)/,
    "",
  ],
];

const trains: Refusal[] = [
  [
    "security:\n        - oauth: [write]",
    "create-booking: security differs from the document's, which every request is sent with",
    "      security:\n        - oauth: [write]\n",
    "",
  ],
  [
    "name: Authorization",
    "create-booking-payment: header parameter Authorization: this header is set by the client itself: leave the parameter out",
    "        - { name: Authorization, in: header, schema: { type: string } }\n",
    "",
  ],
  [
    '$ref: "#/paths',
    "/reservations: $ref is not supported: write the operations here",
    /^ {2}\/reservations:\n.*\n/m,
    "",
  ],
  [
    "unevaluatedProperties",
    "unevaluatedProperties: the guard does not know this keyword; write additionalProperties",
    "unevaluatedProperties",
    "additionalProperties",
  ],
];

const start = `
import assert from "node:assert/strict";
import { createFunctionGraphClient, InvalidRequestError } from "functiongraph-workflow";
import { createSandbox } from "functiongraph-workflow/sandbox";

const sandbox = await createSandbox();
const { url: endpoint, credentials, projectId } = sandbox;
const client = createFunctionGraphClient({ endpoint, credentials, projectId });
const issues = (call: Promise<unknown>): Promise<string[]> =>
  call.then(
    () => assert.fail("it was sent"),
    (error: unknown) => {
      assert.ok(error instanceof InvalidRequestError);
      return error.issues.map(({ message }) => message);
    },
  );
`;

const useMuseum = `${start}
// No examples: the sandbox makes small values.
const days: { date: string; open: string }[] = await client.getMuseumHours({
  query: { from: "any day", pages: { page: 2, per_page: 30 } },
});
assert.deepEqual(days, []);
// The same in front of a middleware, by openapi-fetch.
let sent = "";
const observer = { onRequest: ({ request }: { request: Request }) => void (sent = request.url) };
client.use(observer);
await client.getMuseumHours({ query: { from: "2024-03-21", pages: { page: 2, per_page: undefined } } });
assert.equal(sent, endpoint + "/hours?from=2024-03-21&page=2");
client.eject(observer);
const pong: unknown = await client.ping();
assert.deepEqual(pong, {});
const { events } = await client.listSpecialEvents({ query: { within: [1.5, 2] }, header: { "X-Locale": "zh" } });
assert.equal(events[0]?.name, "Pendulums");
const kind: "talk" | "tour" | (string & {}) | undefined = events[0]?.kind;
assert.equal(kind, "talk");
// @ts-expect-error: the service may add kinds
const closed: "talk" | "tour" | undefined = events[0]?.kind;

const place = [1, 2] as const;
const event = { name: "a", constructor: "b", toString: true, place, notes: { any: [1] } };
assert.deepEqual(await client.createSpecialEvent({ body: event }), { id: "x", name: "x" });
assert.deepEqual(await client.getSpecialEvent({ path: { eventId: "e" } }), { id: "x", name: "x" });
assert.equal(await client.deleteSpecialEvent({ path: { eventId: "e" } }), undefined);
const eventId = "e";
await client.updateSpecialEvent({ path: { eventId }, body: { price: 0.07, currency: "CNY" } });
await client.updateSpecialEvent({ path: { eventId } });
const { ticketId, gate } = await client.buyMuseumTickets({ body: { visitors: 2, email: "anything" } });
assert.deepEqual([ticketId, gate], ["xxxx", undefined]);

assert.deepEqual(await issues(client.getMuseumHours({ query: { pages: { page: 0, per_page: 31 } } })), [
  "query.pages.page must be at least 1, but is 0",
  "query.pages.per_page must be at most 30, but is 31",
]);
// @ts-expect-error: a field that is not there
assert.equal((await issues(client.getMuseumHours({ query: { pages: { size: 1 } } }))).length, 1);
// @ts-expect-error: requests take no other values of an enum
assert.equal((await issues(client.listSpecialEvents({ header: { "X-Locale": "fr" } }))).length, 1);
assert.deepEqual(await issues(client.updateSpecialEvent({ path: { eventId }, body: {} })), [
  "body must have at least 1 fields, but has 0",
]);
assert.deepEqual(await issues(client.updateSpecialEvent({ path: { eventId }, body: { price: 0.075 } })), [
  "body.currency is required beside price",
  "body.price must be a multiple of 0.01, but is 0.075",
]);
const wrong = { name: 7, place: [1, "2", 3], constructor: "b" };
assert.deepEqual(await issues(client.createSpecialEvent({ body: wrong as never })), [
  "body.name must be a string, not a number: see the museum's handbook",
  "body.place.1 must be a number, not a string",
  "body.place must have at most 2 items, but has 3",
]);
const odd = { visitors: 0, email: "e", seats: ["a", "b", "a"], discounts: { xa: 0.5, b: "1", "7": 1 } };
assert.deepEqual(await issues(client.buyMuseumTickets({ body: odd as never })), [
  "body.visitors must be at least 1, but is 0",
  "body.seats has the same item at 0 and 2",
  "body.discounts.7 is not a name that is allowed here",
  "body.discounts.xa must be an integer, not a number",
  "body.discounts.b must be a number, not a string",
]);
await sandbox.close();
console.log("all of it works");
`;

const useTrains = `${start}
const stations = await client.getStations({ query: { page: 2, near: { latitude: 1.5, longitude: null } } });
const station: string | undefined = stations.data?.[0]?.id;
assert.equal(station, undefined);
const [trip] = await client.getTrips({ query: { origin: "anywhere", bicycles: true } });
assert.equal(trip?.next?.id, "t2");
const currency: string | undefined = trip?.price?.currency;
assert.equal(currency, "CNY");
const passengers = [{ name: "x" }];
const [booking] = await client.getBookings();
assert.deepEqual(booking, { trip_id: "x", passengers, id: 1, trips: [] });
const { id, trips }: { id: number; trips: object[] } = await client.createBooking({
  body: { trip_id: "t", passengers: [{ name: "a", class: "sleeper" }, { name: "b" }] },
});
assert.deepEqual([id, trips], [1, []]);
assert.equal((await client.getBooking({ path: { bookingId: 7 } })).id, 1);
assert.equal(await client.deleteBooking({ path: { bookingId: 7 } }), undefined);
const card = { object: "card", number: "4" } as const;
const { status } = await client.createBookingPayment({ path: { bookingId: 7 }, body: { amount: 1, source: card } });
const known: "pending" | "succeeded" | (string & {}) = status;
assert.equal(known, "pending");
assert.deepEqual(await client.postTimetable({ body: [{ any: "thing" }] }), {});

// @ts-expect-error: a card has no IBAN
const source: Parameters<typeof client.createBookingPayment>[0]["body"] = { amount: 1, source: { object: "card", iban: "1" } };
assert.deepEqual((await issues(client.createBookingPayment({ path: { bookingId: 7 }, body: source }))).at(-1), "body.source does not match oneOf null");
// @ts-expect-error: a number
assert.equal((await issues(client.getBooking({ path: { bookingId: "7" } }))).length, 1);

const { UnexpectedResponseError } = await import("functiongraph-workflow");
const next = (body: unknown) => sandbox.failNext({ status: 200, body });

// Responses are read leniently, in what is required and in the items of arrays.
const whole = { trip_id: "t", passengers: [{ name: "a", class: "roof" }], id: 0.5, trips: [], class: 7, more: 1 };
const good = [[whole], [{ ...whole, trips: [{ id: "", price: null, next: "none" }] }], []];
for (const body of good) {
  next(body);
  assert.deepEqual(await client.getBookings(), body);
}
const bad: [unknown, RegExp][] = [
  [{ ...whole }, /body must be an array, not an object/],
  [[{ ...whole, id: "1" }], /body.0.id must be a number, not a string/],
  [[whole, { ...whole, passengers: [{}] }], /body.1.passengers.0.name is required/],
  [[{ ...whole, trips: [{ id: null }] }], /body.0.trips.0.id must be a string, not null/],
  [[{ trip_id: "t", passengers: [] }], /body.0.id is required/],
];
for (const [body, message] of bad) {
  next(body);
  await assert.rejects(client.getBookings(), (error) => {
    assert.ok(error instanceof UnexpectedResponseError);
    assert.match(error.message, message);
    return true;
  });
}
await sandbox.close();
console.log("all of it works");
`;

describe.each([
  ["museum.yaml", museum, useMuseum],
  ["trains.yaml", trains, useTrains],
])("%s", (name, refusals, program) => {
  const whole = readFileSync(join(project, "test/fixtures", name), "utf8");

  test("what is refused is refused by name, line and column; the rest compiles and works", async () => {
    let text = whole;
    for (const [at, message, from, to] of refusals) {
      const error: unknown = await generateFiles(text, name).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(ContractError);
      const [, line, column, said] = /^\S+?:(\d+):(\d+) {2}(.*)$/.exec((error as Error).message)!;
      expect(said).toBe(message);
      const pointed = text
        .split("\n")
        .slice(Number(line) - 1)
        .join("\n")
        .slice(Number(column) - 1);
      expect(pointed.slice(0, at.length)).toBe(at);
      const edited = text.replace(from, to);
      expect(edited).not.toBe(text);
      text = edited;
    }

    const copy = copyProject();
    rmSync(join(copy.folder, "scripts"), { recursive: true });
    await copy.generateFrom(text);
    copy.write("src/consumer.ts", program);
    const tsc = join(project, "node_modules/typescript/bin/tsc");
    const { stdout } = await runNode([tsc], { cwd: copy.folder });
    // These know this API's own operations.
    const ours = /^(src\/(executions|waiting|bulk|cli|sandbox)\b| )/;
    expect(stdout.split("\n").filter((line) => line !== "" && !ours.test(line))).toEqual([]);
    const run = await runNode(["--import", "tsx", "src/consumer.ts"], { cwd: copy.folder });
    expect(run).toEqual({ code: 0, stdout: "all of it works\n", stderr: "" });
  });
});
