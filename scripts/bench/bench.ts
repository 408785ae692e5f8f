/**
 * `npm run bench`: measures this package against its alternatives, in one run and on the same work. Writes
 * scripts/bench/results.md and results.svg, and prints the former.
 *
 *   -- --quick         a first look, in a minute; writes to dist/bench/
 *   -- --only calls    only the calls, for tuning; writes no files
 *   -- --only bulk     only the bulk starts
 */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { inProject, shown } from "../tools.js";
import { serve, type Pace } from "./measure.js";
import {
  measureCalls,
  measureGrowth,
  measureGuard,
  measureMemory,
  measureWaiting,
} from "./measurements/calls.js";
import { measureBulk } from "./measurements/bulk.js";
import { measureImports } from "./measurements/imports.js";
import { measureSandbox } from "./measurements/sandbox.js";
import { measureSigning } from "./measurements/signing.js";
import { measureBundles, measureInstalled } from "./measurements/sizes.js";
import { install, ours } from "./peers/peers.js";
import { plot } from "./report/plot.js";
import { bulkTable, callsTable, report } from "./report/report.js";

const options = process.argv.slice(2);
const quick = options.includes("--quick");
const only = options.includes("--only") ? options[options.indexOf("--only") + 1] : undefined;
const pace: Pace = quick ? { rounds: 1, warmUpMs: 300, ms: 300 } : { rounds: 5, warmUpMs: 1_500, ms: 1_500 };

console.error("Installing peers …");
await install({ withPrism: !quick && !only });
const server = await serve(ours, "server.mjs");
try {
  if (only === "bulk") console.log(bulkTable(await bulk()));
  else {
    const calls = [await measureCalls(server.url, 1, pace), await measureCalls(server.url, 50, pace)];
    if (only === "calls") console.log(calls.map(callsTable).join("\n\n"));
    else await measureAll(calls);
  }
} finally {
  server.stop();
}

function bulk() {
  return measureBulk(server.url, pace.rounds, quick ? 1_000 : 10_000);
}

async function measureAll(calls: Awaited<ReturnType<typeof measureCalls>>[]): Promise<void> {
  const { rounds } = pace;
  const signing = [];
  for (const bytes of [200, 10_000, 1_000_000]) {
    signing.push(await measureSigning(bytes, rounds, quick ? 100 : 1_000));
  }
  const results = {
    quick,
    pace,
    calls,
    signing,
    bulk: await bulk(),
    growth: await measureGrowth(server.url, pace),
    guard: await measureGuard(quick ? 200 : 1_000),
    imports: await measureImports(quick ? 3 : 15),
    installed: measureInstalled(),
    bundles: await measureBundles(),
    memory: await measureMemory(server.url, quick ? 3_000 : 100_000),
    waiting: await measureWaiting(server.url, quick ? 1_000 : 10_000),
    sandbox: quick ? [] : await measureSandbox(server.url, pace),
  };
  const text = await format(report(results), { parser: "markdown" });
  console.log(text);
  const place = quick ? "dist/bench" : "scripts/bench";
  writeFileSync(inProject(place, "results.md"), text);
  writeFileSync(inProject(place, "results.svg"), plot(calls));
  console.error(`Wrote ${shown(inProject(place, "results.md"))} and results.svg.`);
}
