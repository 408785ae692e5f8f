import { readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import { folderOf, ours, vendor, type Peer } from "../peers/peers.js";
import { one, table, two, whole } from "./format.js";
import type { Waiting } from "../measurements/calls.js";
import type { Results } from "./results.js";
import { targetsOf, type Target } from "./targets.js";

/** The results as Markdown: missed targets, met targets, then everything measured. */
export function report(results: Results): string {
  const { calls, signing, imports, installed, bundles, growth, guard, memory, waiting, sandbox, quick } =
    results;
  const targets = targetsOf(results);
  const [missed, met] = [targets.filter((one) => !one.met), targets.filter((one) => one.met)];
  return [
    "# Results",
    quick ? "**A quick run: for a first look only.**" : "",
    "## Missed targets",
    missed.length > 0 ? targetTable(missed) : "None.",
    "## Met targets",
    targetTable(met),
    "## In five lines",
    summary(results),
    "## How it was measured",
    conditions(results),
    ...calls.flatMap((one) => [`## Calls, ${one.inFlight} in flight`, callsTable(one)]),
    "## Bulk starts",
    "The same start, for each input of a list, 50 in flight. With a journal, each start is on the disk before its request leaves.",
    bulkTable(results.bulk),
    "## Signing alone",
    "The floor is two SHA-256 and one HMAC-SHA256 over as many bytes, with node:crypto's usual calls. The vendor SDK's signer also serializes the body, which takes what the `JSON.stringify` row shows; the others get the text.",
    table(
      ["who", ...signing.flatMap(({ bytes }) => [`${bytes.toLocaleString("en")} bytes: µs`, "× floor"])],
      signing[0]!.signers.map(({ name }, index) => [
        name,
        ...signing.flatMap(({ signers }) => [
          signers[index]!.cpu.median.toFixed(1),
          two(signers[index]!.toFloor),
        ]),
      ]),
    ),
    "## Importing",
    "The lifetime of the whole process.",
    table(
      ["import", "ms", "× an empty program"],
      imports.map(({ name, wall, toEmpty }) => [name, whole(wall), two(toEmpty)]),
    ),
    "## Size",
    "Bytes of all files in `node_modules` after `npm install` into an empty project.",
    table(
      ["installed", "packages", "MB"],
      installed.map(({ peer, packages, bytes }) => [peer, String(packages), megabytes(bytes)]),
    ),
    table(
      ["bundled for a browser, minified and gzipped", "KiB"],
      bundles.map(({ name, bytes }) => [name, bytes === undefined ? "does not bundle" : kib(bytes)]),
    ),
    "## Growth",
    table(
      ["calls in flight", "CPU µs per call"],
      growth.map(({ inFlight, cpu }) => [inFlight, whole(cpu)]),
    ),
    `Validating a request takes ${guard.toFixed(1)} µs of a call.`,
    `MB in use after each tenth of ${memory.total.toLocaleString("en")} calls, 50 in flight: ${memory.megabytes.map((used) => used.toFixed(1)).join(", ")}.`,
    waitingSentence(waiting),
    ...sandboxSection(sandbox),
    "",
  ].join("\n\n");
}

const waitingSentence = ({
  count,
  bytesEach,
  timers,
  mostInFlight,
  pollsEach,
  cpuMicrosecondsPerPoll,
}: Waiting) =>
  `Waiting for ${count.toLocaleString("en")} executions at once, each with its own time limit: ${(bytesEach / 1000).toFixed(1)} KB of memory for each, ${timers} timers in all, at most ${mostInFlight} polls in flight, ${pollsEach.toFixed(1)} polls for each, ${cpuMicrosecondsPerPoll.toFixed(0)} µs of CPU for a poll.`;

export const callsTable = ({ callers }: Results["calls"][number]): string =>
  table(
    [
      "who",
      "CPU µs per call",
      "× vendor SDK",
      "× bare node:http",
      "calls per second",
      "× vendor SDK",
      "p99 ms",
    ],
    callers.map(({ name, cpu, cpuToVendor, cpuToBare, rate, rateToVendor, p99 }) => [
      name,
      whole(cpu),
      two(cpuToVendor),
      two(cpuToBare),
      whole(rate),
      two(rateToVendor),
      one(p99),
    ]),
  );

export const bulkTable = (ways: Results["bulk"]): string =>
  table(
    ["how", "CPU µs per start", "× Promise.all", "starts per second"],
    ways.map(({ way, cpu, cpuToClient, rate }) => [way, whole(cpu), two(cpuToClient), whole(rate)]),
  );

const targetTable = (targets: Target[]): string =>
  table(
    ["what", "target", "measured"],
    targets.map(({ what, target, measured }) => [what, target, measured]),
  );

/** The README's table. */
function summary({ calls, imports, installed }: Results): string {
  const cost = (inFlight: number, name: string) =>
    calls.find((one) => one.inFlight === inFlight)!.callers.find((caller) => caller.name === name)!;
  const size = (name: string) => installed.find(({ peer }) => peer === name)!;
  const start = (name: string) => imports.find((one) => one.name === name)!;
  const row = (what: string, of: (name: string) => string) => [what, of(ours), of(vendor)];
  return table(
    ["", ours, vendor],
    [
      row("CPU per call, 1 in flight", (name) => `${cost(1, name).cpu.median.toFixed(0)} µs`),
      row("CPU per call, 50 in flight", (name) => `${cost(50, name).cpu.median.toFixed(0)} µs`),
      row("calls per second, 50 in flight", (name) => cost(50, name).rate.median.toFixed(0)),
      row("installed", (name) => `${size(name).packages} packages, ${megabytes(size(name).bytes)} MB`),
      row("import, × an empty program", (name) => start(name).toEmpty.median.toFixed(2)),
    ],
  );
}

function conditions({ pace: { rounds, warmUpMs, ms } }: Results): string {
  const machine = `Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]!.model.trim()}`;
  return [
    `Measured with \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, shared with others. ${versions()}.`,
    `Calls: a signed StartWorkflowExecution with a body of 250 bytes, over http, to a server on the same machine that only responds. ${rounds} interleaved rounds, each contestant in its own process, ${warmUpMs / 1000} s of warm-up and ${ms / 1000} s measured. Every response is checked. Ratios are taken within each round; figures are medians, with minimum and maximum. Absolute figures vary with the machine: trust the ratios.`,
    "results.svg plots the CPU per call.",
  ].join("\n\n");
}

function sandboxSection(sandbox: Results["sandbox"]): string[] {
  if (sandbox.length === 0) return [];
  return [
    "## The sandbox and Prism",
    "Loaded with the same signed request over and over. Prism checks that there is a signature, the sandbox that it is right.",
    table(
      [
        "server",
        ...sandbox.flatMap(({ inFlight }) => [`requests per second, ${inFlight} in flight`, "× Prism"]),
      ],
      sandbox[0]!.servers.map(({ name }, index) => [
        name,
        ...sandbox.flatMap(({ servers }) => [whole(servers[index]!.rate), two(servers[index]!.toPrism)]),
      ]),
    ),
  ];
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
const kib = (bytes: number): string => (bytes / 1024).toFixed(1);

function versions(): string {
  const of = (peer: Peer, name: string) => {
    const file = join(folderOf(peer), "node_modules", name, "package.json");
    return JSON.parse(readFileSync(file, "utf8")).version as string;
  };
  return [
    `Vendor SDK ${of(vendor, "@huaweicloud/huaweicloud-sdk-functiongraph")}`,
    `aws4fetch ${of("aws4fetch", "aws4fetch")}`,
    `client-sfn ${of("client-sfn", "@aws-sdk/client-sfn")}`,
    `openapi-fetch ${of("openapi-fetch", "openapi-fetch")}`,
  ].join(", ");
}
