import { commonOptions } from "./arguments.js";
import type { Command, Options } from "./command.js";

const name = "functiongraph-workflow";

export function helpOfAll(commands: Readonly<Record<string, Command>>, version: string): string {
  const rows = Object.entries(commands).map(([name, { summary }]): [string, string] => [name, summary]);
  return `${name} ${version}: FunctionGraph's workflows on the command line

Usage: npx ${name} COMMAND [options]

Commands:
${table(rows)}

Each command has --help. Keys come from HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, the
profile file or the machine's agency, as in the library.

Exit codes: 0 all well; 1 it failed; 2 the command line, an option or the input is wrong, and
nothing was sent; 3 the call failed, but it may have started (or stopped, or retried)
something; 130 Ctrl-C; 141 nobody reads the output.

Example:
  npx ${name} ${commands["start"]!.example}`;
}

export function helpOf(
  command: string,
  { summary, details, positionals, options, example }: Command,
): string {
  return `${summary}${details ? `\n${details}` : ""}

Usage: npx ${name} ${[command, ...positionals, "[options]"].join(" ")}

Options:
${table(rowsOf({ ...options, ...commonOptions }))}

Example:
  npx ${name} ${example}`;
}

const rowsOf = (options: Options) =>
  Object.entries(options).map(([name, { value, multiple, help }]): [string, string] => [
    `--${name}${value ? ` ${value}` : ""}`,
    `${help}${multiple ? "; may be given more than once" : ""}`,
  ]);

function table(rows: readonly [string, string][]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
