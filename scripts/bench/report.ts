import { readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import type { Results } from "./bench.js";
import type { Stat } from "./measure.js";
import { folderOf, type Peer } from "./peers.js";

const ours = "functiongraph-workflow";
const official = "official SDK";

/** The results as Markdown: each target and whether it was met, then what was measured. */
export function report(results: Results): string {
  const { rounds, warmUpMs, ms, quick } = results;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]!.model.trim()}.`,
    `${versions()}.`,
    `Calls: signed StartWorkflowExecution with a body of 250 bytes over http to a server on the same machine, which only answers; ${rounds} interleaved rounds, each contestant in a process of its own, ${warmUpMs / 1000} s of warm-up and ${ms / 1000} s measured. Ratios are taken within each round; given are median (minimum to maximum).${quick ? " **A quick run: for a first look only.**" : ""}`,
    "## Targets",
    table(["what", "target", "measured", "met"], targets(results)),
    ...results.calls.flatMap(({ inFlight, callers }) => [
      `## Calls, ${inFlight} in flight`,
      table(
        ["who", "CPU µs per call", "× official SDK", "calls per second", "× official SDK", "p99 ms"],
        callers.map(({ name, cpu, cpuRatio, rate, rateRatio, p99 }) => [
          name,
          whole(cpu),
          two(cpuRatio),
          whole(rate),
          two(rateRatio),
          one(p99),
        ]),
      ),
    ]),
    "## Signing alone",
    "The floor is what node:crypto's usual calls take for two SHA-256 and one HMAC-SHA256 of as many bytes. The official SDK's signer makes the JSON text of the body too, which `JSON.stringify` alone shows; the others are given it.",
    table(
      ["who", ...results.signing.flatMap(({ bytes }) => [`${shownBytes(bytes)}: µs`, "× floor"])],
      results.signing[0]!.signers.map(({ name }, index) => [
        name,
        ...results.signing.flatMap(({ signers }) => [
          signers[index]!.cpu.median.toFixed(1),
          two(signers[index]!.toFloor),
        ]),
      ]),
    ),
    "## Starting",
    table(
      ["process", "ms from start to end", "× an empty program", "× importing the official SDK"],
      results.start.map(({ name, wall, toEmpty, toOfficialImport }) => [
        name,
        whole(wall),
        two(toEmpty),
        two(toOfficialImport),
      ]),
    ),
    "## Size",
    table(
      ["installed", "packages", "MB"],
      results.installed.map(({ peer, packages, bytes }) => [
        peer,
        String(packages),
        (bytes / 1e6).toFixed(1),
      ]),
    ),
    table(
      ["bundled for a browser, minified and gzipped", "KiB"],
      results.bundles.map(({ name, bytes }) => [name, bytes === undefined ? "does not bundle" : kib(bytes)]),
    ),
    "## Growth",
    table(
      ["calls in flight", "CPU µs per call"],
      results.flatness.map(({ inFlight, cpu }) => [inFlight, whole(cpu)]),
    ),
    `The guard's share of a call: ${results.guard.toFixed(1)} µs.`,
    `MB in use after each tenth of ${results.memory.total.toLocaleString("en")} calls, 50 in flight: ${results.memory.megabytes.map((used) => used.toFixed(1)).join(", ")}.`,
    "## The sandbox, beside Prism",
    "Loaded with one signed request, again and again, by the cheapest client there is. Prism looks whether there is a signature, the sandbox whether it is right.",
    table(
      [
        "server",
        ...results.sandbox.flatMap(({ inFlight }) => [
          `requests per second, ${inFlight} in flight`,
          "× Prism",
        ]),
      ],
      results.sandbox[0]!.servers.map(({ name }, index) => [
        name,
        ...results.sandbox.flatMap(({ servers }) => [
          whole(servers[index]!.rate),
          two(servers[index]!.toPrism),
        ]),
      ]),
    ),
    "",
  ].join("\n\n");
}

function targets({
  calls,
  signing,
  start,
  installed,
  bundles,
  memory,
  sandbox,
  scripts,
}: Results): string[][] {
  const row = (what: string, target: string, measured: string, met: boolean) => [
    what,
    target,
    measured,
    met ? "yes" : "**no**",
  ];
  const starting = (name: string) => start.find((program) => program.name === name)!;
  const firstCall = starting("functiongraph-workflow, to the end of the first signed call");
  const imported = starting("import functiongraph-workflow");
  const own = installed.find(({ peer }) => peer === ours)!;
  const bundle = bundles[0]!.bytes!;
  const [, secondTenth = 0] = memory.megabytes;
  const growth = memory.megabytes.at(-1)! - secondTenth;
  return [
    ...calls.flatMap(({ inFlight, callers }) => {
      const us = callers.find(({ name }) => name === ours)!;
      const them = callers.find(({ name }) => name === official)!;
      const at = `${inFlight} in flight`;
      return [
        row(`CPU per call, ${at}`, "≤ 0.35 × official SDK", two(us.cpuRatio), us.cpuRatio.median <= 0.35),
        row(`CPU per call, ${at}`, "< bare fetch, unsigned", two(us.cpuToFetch), us.cpuToFetch.median < 1),
        row(`calls per second, ${at}`, "≥ 2.5 × official SDK", two(us.rateRatio), us.rateRatio.median >= 2.5),
        ...(inFlight === 50
          ? [
              row(
                `p99 latency, ${at}`,
                `below official SDK (${one(them.p99)} ms)`,
                `${one(us.p99)} ms`,
                us.p99.median < them.p99.median,
              ),
            ]
          : []),
      ];
    }),
    ...signing.map(({ bytes, signers }, index) => {
      const limit = [1.5, 1.2, 1.05][index]!;
      const { toFloor } = signers.find(({ name }) => name === ours)!;
      return row(`signing ${shownBytes(bytes)}`, `≤ ${limit} × floor`, two(toFloor), toFloor.median <= limit);
    }),
    row(
      "import, whole process",
      "≤ 1.15 × an empty program",
      two(imported.toEmpty),
      imported.toEmpty.median <= 1.15,
    ),
    row(
      "first signed call, whole process",
      "below importing the official SDK",
      `${two(firstCall.toOfficialImport)} ×`,
      firstCall.toOfficialImport.median < 1,
    ),
    row(
      "production install",
      "≤ 4 packages, ≤ 2.5 MB",
      `${own.packages} packages, ${(own.bytes / 1e6).toFixed(1)} MB`,
      own.packages <= 4 && own.bytes <= 2.5e6,
    ),
    row("browser bundle of the client", "≤ 8 KiB", `${kib(bundle)} KiB`, bundle <= 8 * 1024),
    row(
      `memory, ${memory.total.toLocaleString("en")} calls, 50 in flight`,
      "flat after warm-up",
      `${growth.toFixed(1)} MB from the second tenth to the last`,
      growth < 1,
    ),
    ...sandbox.map(({ inFlight, servers }) => {
      const { toPrism } = servers.find(({ name }) => name === "sandbox")!;
      return row(`sandbox, ${inFlight} in flight`, "≥ 4 × Prism", two(toPrism), toPrism.median >= 4);
    }),
    row("npm run generate", "≤ 3 s", seconds(scripts.generate), scripts.generate.median <= 3_000),
    row("npm run lint", "≤ 4 s", seconds(scripts.lint), scripts.lint.median <= 4_000),
  ];
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, index) => (index === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const shownStat =
  (digits: number) =>
  ({ median, min, max }: Stat): string =>
    min === max
      ? median.toFixed(digits)
      : `${median.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`;
const whole = shownStat(0);
const one = shownStat(1);
const two = shownStat(2);
const seconds = ({ median, min, max }: Stat): string =>
  `${two({ median: median / 1000, min: min / 1000, max: max / 1000 })} s`;
const kib = (bytes: number): string => (bytes / 1024).toFixed(1);
const shownBytes = (bytes: number): string =>
  bytes < 1_000 ? `${bytes} B` : bytes < 1e6 ? `${bytes / 1_000} KB` : `${bytes / 1e6} MB`;

function versions(): string {
  const of = (peer: Peer, name: string) => {
    const file = join(folderOf(peer), "node_modules", name, "package.json");
    return JSON.parse(readFileSync(file, "utf8")).version as string;
  };
  return [
    `official SDK ${of(official, "@huaweicloud/huaweicloud-sdk-functiongraph")}`,
    `aws4fetch ${of("aws4fetch", "aws4fetch")}`,
    `client-sfn ${of("client-sfn", "@aws-sdk/client-sfn")}`,
    `openapi-fetch ${of("openapi-fetch", "openapi-fetch")}`,
    `undici ${of(ours, "undici")}`,
    `Prism ${of("prism", "@stoplight/prism-cli")}`,
  ].join(", ");
}
