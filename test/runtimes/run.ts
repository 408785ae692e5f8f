/**
 * `npm run test:runtimes`: tests the packed build in every supported runtime, or only in those named, as in
 * `npm run test:runtimes -- deno bun`.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Execution } from "functiongraph-workflow/sandbox";
import { inProject } from "../../scripts/tools.js";
import { createConsumer, type Consumer } from "./consumer.js";
import { openGate } from "./gate.js";
import { installPrograms } from "./installed.js";
import { quietEnvironment, run } from "./processes.js";
import { missing, runtimes, type Runtime } from "./runtimes.js";
import type { Check, Report, Vector } from "./types.js";

const workflows = ["48aff955-ea10-4ffd-b426-190bc192dc14", "a:b!'()* ü 中😀"];
const vectors = readVectors(["guide-worked-example", "python-signer-2"]);
const names = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = runtimes.filter(
  ({ name }) => names.length === 0 || names.some((given) => name.toLowerCase().startsWith(given)),
);
/** For one runtime. */
const patienceMs = 60_000;

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(name, () => stop.abort(new Error(`stopped by ${name}`)));

const folder = realpathSync(mkdtempSync(join(tmpdir(), "runtimes-")));
try {
  process.exitCode = (await checkAll()) ? 0 : 1;
} catch (error) {
  const { message } = (stop.signal.aborted ? stop.signal.reason : error) as Error;
  console.error(message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function checkAll(): Promise<boolean> {
  const consumer = await createConsumer(mkdir("consumer"), stop.signal);
  await installPrograms(stop.signal);
  let [well, ran] = [true, 0];
  /** The first runtime's, which the others must match. */
  let agreed: string | undefined;
  for (const runtime of chosen) {
    if (runtime.program === undefined) {
      console.log(`${runtime.name}: skipped, there is none for ${process.platform} ${process.arch}\n`);
      continue;
    }
    const { title, checks, authorization } = await checkOne(runtime, runtime.program, consumer);
    stop.signal.throwIfAborted();
    ran++;
    agreed ??= authorization;
    if (authorization !== undefined && authorization !== agreed)
      checks.push({ name: "signs like the others", ok: false, detail: `${authorization}, not ${agreed}` });
    well &&= checks.every(({ ok }) => ok);
    console.log(title);
    for (const { name, ok, detail } of checks)
      console.log(`  ${ok ? "ok  " : "FAIL"} ${name}${detail && `: ${detail}`}`);
    console.log();
  }
  if (ran === 0) throw new Error(`none of ${runtimes.map(({ name }) => name).join(", ")} ran`);
  return well;
}

async function checkOne(runtime: Runtime, program: string, consumer: Consumer) {
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(patienceMs)]);
  const home = mkdir(runtime.name);
  const sandbox = await consumer.createSandbox({ workflows });
  const gate = await openGate(sandbox);
  let title = runtime.name;
  try {
    const absent = missing(runtime);
    if (absent) throw new Error(absent);
    const env = quietEnvironment(home);
    title += ` (${(await run(program, runtime.version, { cwd: home, env, signal })).split("\n")[0]})`;
    const { url: endpoint, credentials, projectId } = sandbox;
    const setup = {
      ...{ endpoint, credentials, projectId, workflows, vectors },
      ...{ failNext: `${gate.url}/fail-next`, refusing: await refusingUrl() },
      traits: runtime.traits,
    };
    const report = await runtime.start(program, {
      consumer,
      folder: home,
      gate: gate.url,
      sandbox,
      setup,
      signal,
    });
    const recorded = checkRecorded(report, sandbox.executions);
    return { title, checks: [...report.checks, recorded], authorization: report.authorization };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { title, checks: [{ name: "runs", ok: false, detail }], authorization: undefined };
  } finally {
    await gate.close();
    await sandbox.close();
  }
}

/** Checks that the runtime and the sandbox agree on what was started, to the last character. */
function checkRecorded({ started }: Report, executions: readonly Execution[]): Check {
  const recorded = executions.map(({ execution_id, path: { workflow_id }, body }) => ({
    execution_id,
    path: { workflow_id },
    body,
  }));
  const length = Math.max(recorded.length, started.length);
  const differing = Array.from({ length }, (_, index) => [recorded[index], started[index]]).find(
    ([found, wanted]) => !isDeepStrictEqual(found, wanted),
  );
  const [found, wanted] = (differing ?? []).map((start) => JSON.stringify(start) ?? "nothing");
  const detail = differing ? `${found} should be ${wanted}` : "";
  return { name: "the sandbox recorded each start", ok: !differing, detail };
}

/** An address where something has just stopped listening. */
async function refusingUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function readVectors(ids: string[]): Vector[] {
  const all: Vector[] = JSON.parse(readFileSync(inProject("test/vectors/sdk-hmac-sha256.json"), "utf8"));
  return all.filter(({ id }) => ids.includes(id));
}

function mkdir(name: string): string {
  const path = join(folder, name.replaceAll(" ", "-"));
  mkdirSync(path);
  return path;
}
