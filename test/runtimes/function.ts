/** The README's function, frozen between invocations, while the gateway closes its idle connections. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { openGate } from "./gate.js";
import { quietEnvironment } from "./processes.js";
import type { Stage } from "./runtimes.js";
import type { Check, Report } from "./types.js";

const name = "starts a workflow from a function that is frozen between its invocations";
const idleMs = 200;

export async function asFunction(
  program: string,
  { consumer, folder, sandbox, setup, signal }: Stage,
): Promise<{ check: Check; started: Report["started"] }> {
  const gate = await openGate(sandbox, idleMs);
  const environment = { HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: gate.url };
  const child = spawn(program, [consumer.entry("function.cjs"), JSON.stringify(setup)], {
    ...{ cwd: folder, env: { ...quietEnvironment(folder), ...environment }, signal, killSignal: "SIGKILL" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout, signal });
  const started: Report["started"] = [];
  try {
    for (let n = 0; n < 4; n++) {
      child.stdin.write(`{"n":${n}}\n`);
      const [line] = await once(lines, "line");
      const { id: execution_id, error } = JSON.parse(String(line));
      if (error) throw new Error(`invocation ${n + 1}: ${error}`);
      const path = { workflow_id: setup.workflows[0] };
      started.push({ execution_id, path, body: { input: { event: { n } } } });
      child.kill("SIGSTOP");
      await setTimeout(2 * idleMs);
      child.kill("SIGCONT");
    }
    return { check: { name, ok: true, detail: "" }, started };
  } catch (error) {
    return { check: { name, ok: false, detail: (error as Error).message }, started };
  } finally {
    child.kill("SIGKILL");
    await gate.close();
  }
}
