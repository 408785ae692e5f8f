/**
 * `npm run bench`, `-- --quick`: what this package costs, beside what people would use instead, in one
 * run and on the same work. Prints tables, and writes them and a plot to scripts/bench/results.*; the
 * quick one, which is for a first look, writes to dist/bench/.
 */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { inProject, shown } from "../tools.js";
import { bundles } from "./bundles.js";
import { ask, interleave, lifetime, ratio, serve, stat } from "./measure.js";
import { install, peers, weigh, type Peer } from "./peers.js";
import { plot } from "./plot.js";
import { withPrism } from "./prism.js";
import { report } from "./report.js";

const quick = process.argv.includes("--quick");
const rounds = quick ? 1 : 5;
const [warmUpMs, ms] = quick ? [300, 300] : [1_500, 1_500];

/** Who makes calls, and in whose folder. */
const callers = {
  "functiongraph-workflow": "functiongraph-workflow",
  "functiongraph-workflow, with a middleware": "functiongraph-workflow",
  "official SDK": "official SDK",
  aws4fetch: "aws4fetch",
  "client-sfn": "client-sfn",
  "bare fetch, unsigned": "openapi-fetch",
  "openapi-fetch, unsigned": "openapi-fetch",
  "node:http, unsigned": "openapi-fetch",
  "undici's dispatcher, unsigned": "functiongraph-workflow",
} as const satisfies Record<string, Peer>;
type Caller = keyof typeof callers;
const callerNames = Object.keys(callers) as Caller[];
const ours = "functiongraph-workflow";
const official = "official SDK";

interface Calls {
  cpuMicroseconds: number;
  callsPerSecond: number;
  p99Milliseconds: number;
}

const say = (what: string) => console.error(`measuring ${what} …`);
const calls = (name: Caller, url: string, inFlight: number) =>
  ask<Calls>(callers[name], "calls.mjs", [name, url, inFlight, warmUpMs, ms]);

async function measureCalls(url: string, inFlight: number) {
  say(`calls, ${inFlight} in flight`);
  const measured = await interleave(rounds, callerNames, (name) => calls(name, url, inFlight));
  return callerNames.map((name) => {
    const of = (caller: Caller, key: keyof Calls) => measured[caller].map((round) => round[key]);
    return {
      name,
      cpu: stat(of(name, "cpuMicroseconds")),
      cpuRatio: ratio(of(name, "cpuMicroseconds"), of(official, "cpuMicroseconds")),
      cpuToFetch: ratio(of(name, "cpuMicroseconds"), of("bare fetch, unsigned", "cpuMicroseconds")),
      rate: stat(of(name, "callsPerSecond")),
      rateRatio: ratio(of(name, "callsPerSecond"), of(official, "callsPerSecond")),
      p99: stat(of(name, "p99Milliseconds")),
    };
  });
}

async function measureSigning(bytes: number) {
  say(`signing, ${bytes} bytes`);
  const floor = "two createHash and one createHmac";
  const place = {
    [floor]: ours,
    [ours]: ours,
    "functiongraph-workflow, from a URL's text and new Headers": ours,
    [official]: official,
    "JSON.stringify of the body": ours,
    aws4fetch: "aws4fetch",
  } as const satisfies Record<string, Peer>;
  const signers = Object.keys(place) as (keyof typeof place)[];
  const forMs = quick ? 100 : 1_000;
  const measured = await interleave(rounds, signers, (name) =>
    ask<number>(place[name], "signing.mjs", [name, bytes, forMs]),
  );
  return {
    bytes,
    signers: signers.map((name) => ({
      name,
      cpu: stat(measured[name]),
      toFloor: ratio(measured[name], measured[floor]),
    })),
  };
}

async function measureStart(url: string) {
  say("starting");
  const code = (text: string) => ["--input-type=module", "--eval", text];
  const programs = {
    "an empty program": [ours, code("")],
    "import functiongraph-workflow": [ours, code('import "functiongraph-workflow"')],
    "import openapi-fetch": ["openapi-fetch", code('import "openapi-fetch"')],
    "import aws4fetch": ["aws4fetch", code('import "aws4fetch"')],
    "import client-sfn": ["client-sfn", code('import "@aws-sdk/client-sfn"')],
    "import the official SDK": [official, code('import "@huaweicloud/huaweicloud-sdk-functiongraph"')],
    "functiongraph-workflow, to the end of the first signed call": [ours, ["cold.mjs", ours, url]],
    "official SDK, to the end of the first signed call": [official, ["cold.mjs", official, url]],
  } as const satisfies Record<string, readonly [Peer, readonly string[]]>;
  type Program = keyof typeof programs;
  const names = Object.keys(programs) as Program[];
  const measured = await interleave(quick ? 1 : 15, names, (name) => {
    const [peer, args] = programs[name];
    return lifetime(peer, [...args]);
  });
  return names.map((name) => ({
    name,
    wall: stat(measured[name]),
    toEmpty: ratio(measured[name], measured["an empty program"]),
    toOfficialImport: ratio(measured[name], measured["import the official SDK"]),
  }));
}

async function measureSandbox(bareUrl: string) {
  say("the sandbox and Prism");
  const sandbox = await serve(ours, "sandbox.mjs");
  try {
    return await withPrism(async (prism) => {
      const urls = { sandbox: sandbox.url, Prism: prism, "a bare node:http server": bareUrl };
      const names = Object.keys(urls) as (keyof typeof urls)[];
      const of = async (inFlight: number) => {
        const rates = await interleave(rounds, names, (name) =>
          ask<number>(ours, "load.mjs", [urls[name], inFlight, warmUpMs, ms]),
        );
        return {
          inFlight,
          servers: names.map((name) => ({
            name,
            rate: stat(rates[name]),
            toPrism: ratio(rates[name], rates["Prism"]),
          })),
        };
      };
      return [await of(1), await of(50)];
    });
  } finally {
    sandbox.stop();
  }
}

async function measureScripts() {
  say("generate and lint");
  const measured = await interleave(quick ? 1 : 3, ["generate", "lint"] as const, (name) =>
    lifetime(ours, ["--import", import.meta.resolve("tsx"), inProject(`scripts/${name}.ts`)]),
  );
  return { generate: stat(measured.generate), lint: stat(measured.lint) };
}

async function measureFlatness(url: string) {
  say("calls, 1 to 1,000 in flight");
  const widths = ["1", "10", "100", "1000"] as const;
  const measured = await interleave(rounds, widths, (inFlight) => calls(ours, url, Number(inFlight)));
  return widths.map((inFlight) => ({
    inFlight,
    cpu: stat(measured[inFlight].map(({ cpuMicroseconds }) => cpuMicroseconds)),
  }));
}

async function measureMemory(url: string) {
  const total = quick ? 3_000 : 100_000;
  say(`memory, ${total} calls`);
  return { total, megabytes: await ask<number[]>(ours, "memory.mjs", [url, total], ["--expose-gc"]) };
}

async function collect() {
  console.error("installing peers …");
  await install();
  const server = await serve(ours, "server.mjs");
  try {
    return {
      quick,
      rounds,
      warmUpMs,
      ms,
      calls: [
        { inFlight: 1, callers: await measureCalls(server.url, 1) },
        { inFlight: 50, callers: await measureCalls(server.url, 50) },
      ],
      flatness: await measureFlatness(server.url),
      guard: await ask<number>(ours, "guard.mjs", [quick ? 200 : 1_000]),
      signing: [await measureSigning(200), await measureSigning(10_000), await measureSigning(1_000_000)],
      start: await measureStart(server.url),
      installed: peers.filter((peer) => peer !== "prism").map((peer) => ({ peer, ...weigh(peer) })),
      bundles: await bundles(),
      memory: await measureMemory(server.url),
      sandbox: await measureSandbox(server.url),
      scripts: await measureScripts(),
    };
  } finally {
    server.stop();
  }
}
export type Results = Awaited<ReturnType<typeof collect>>;

const results = await collect();
const text = await format(report(results), { parser: "markdown" });
console.log(text);
const place = quick ? "dist/bench" : "scripts/bench";
writeFileSync(inProject(place, "results.md"), text);
writeFileSync(inProject(place, "results.svg"), plot(results.calls));
console.error(`written: ${shown(inProject(place, "results.md"))}, ${shown(inProject(place, "results.svg"))}`);
