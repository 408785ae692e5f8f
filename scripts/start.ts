/**
 * `npm start`: from the contract to a signed call, and again on every change.
 *
 * Lints, generates if needed, builds the docs, serves them and the sandbox, starts a workflow with a signed
 * call and waits for its result; and
 * again after each change in openapi/. If the contract has a mistake, it is shown in the terminal and in the
 * page, and the last good docs and sandbox stay up.
 *
 *   PORT     the port; by default 4010, or the next free one
 *   --once   stop after the call; exit code 0 if everything succeeded
 */
import { tsImport } from "tsx/esm/api";
import { buildDocs } from "./docs.js";
import { generate } from "./generate.js";
import { serve } from "./serve.js";
import { endOnSignals } from "./tools.js";
import { saves } from "./watch.js";

const options = process.argv.slice(2);
const onlyOnce = options.includes("--once");
if (options.some((option) => option !== "--once")) {
  console.error(`unknown option ${options.join(" ")}: the only option is --once`);
  process.exit(2);
}
endOnSignals(onlyOnce ? undefined : 0);

const { url, show } = await serve().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(`Docs        ${url}/ (in Chinese: ${url}/zh-CN)`);
console.log(`Executions  ${url}/executions`);

/** One turn: contract, client, docs, sandbox, call. False if one of them failed. */
async function turn(): Promise<boolean> {
  const findings = await follow().catch((error: Error) => {
    console.error(error.message);
    return [error.message];
  });
  show({ findings });
  return findings.length === 0;
}

async function follow(): Promise<string[]> {
  const { ok, findings } = await generate();
  if (!ok) return findings;
  const docs = await buildDocs();
  const example = (await tsImport("./example.ts", import.meta.url)) as typeof import("./example.js");
  show({ docs, sandbox: example.createSandbox() });
  await example.callExample(url);
  return [];
}

if (onlyOnce) process.exit((await turn()) ? 0 : 1);
for await (const _ of saves()) await turn();
