#!/usr/bin/env node
/** The command `functiongraph-workflow`. */
import { createRequire } from "node:module";
import { readArguments } from "./arguments.js";
import type { Command, Context } from "./command.js";
import { exitCodeOf, exitCodes, Stop, UsageError } from "./failures.js";
import { findUnknown } from "./find-unknown.js";
import { helpOf, helpOfAll } from "./help.js";
import { list } from "./list.js";
import { Output } from "./output.js";
import { resend } from "./resend.js";
import { retry } from "./retry.js";
import { sandbox } from "./sandbox.js";
import { show } from "./show.js";
import { start } from "./start.js";
import { startMany } from "./start-many.js";
import { stop } from "./stop.js";
import { stopping } from "./stopping.js";
import { wait } from "./wait.js";

const commands: Readonly<Record<string, Command>> = {
  sandbox,
  start,
  wait,
  show,
  list,
  stop,
  retry,
  "start-many": startMany,
  "find-unknown": findUnknown,
  resend,
};

async function main([name = "", ...args]: string[]): Promise<number> {
  const controller = stopping();
  const { signal } = controller;
  const out = new Output(args.includes("--json"), controller);
  try {
    // Says what is needed if Node is too old for the rest.
    await import("functiongraph-workflow");
    return await run(name, args, { out, signal });
  } catch (error) {
    const stop = signal.reason instanceof Stop ? signal.reason : error;
    if (!(stop instanceof Stop && stop.quiet)) await out.failure(error);
    if (error instanceof UsageError) {
      const command = Object.hasOwn(commands, name) ? `${name} ` : "";
      await out.note(`For help: npx functiongraph-workflow ${command}--help`);
    }
    return exitCodeOf(error) === exitCodes.mayHaveStarted ? exitCodes.mayHaveStarted : exitCodeOf(stop);
  }
}

async function run(name: string, args: string[], context: Context): Promise<number> {
  const { out } = context;
  if (name === "--version") {
    await out.print(version());
    return exitCodes.well;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    await out.print(helpOfAll(commands, version()));
    return exitCodes.well;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const what = name === "" ? "There is no command" : `${JSON.stringify(name)} is not a command`;
    throw new UsageError(`${what}: pass one of ${Object.keys(commands).join(", ")}.`);
  }
  const { help, ...given } = readArguments(command, args);
  if (help) {
    await out.print(helpOf(name, command));
    return exitCodes.well;
  }
  return command.run(given, context);
}

const version = (): string =>
  (createRequire(import.meta.url)("../package.json") as { version: string }).version;

// Something may still be open, such as the input.
process.exit(await main(process.argv.slice(2)));
