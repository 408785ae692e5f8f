import { command } from "./command.js";
import { exitCodes, UsageError } from "./failures.js";
import { linesOf } from "./input.js";

export const resend = command({
  summary: "Has the next run of start-many send inputs again that are unknown or were refused.",
  details: `An unknown one may then be started twice: look for it first, with find-unknown. For -, the keys are
piped in, one a line.`,
  positionals: ["KEY…"],
  options: { journal: { type: "string", value: "FILE", help: "Journal of start-many; needed" } },
  example: "resend order-7 --journal orders.journal",
  run: async ({ values: { journal }, positionals }, { out, signal }) => {
    if (journal === undefined) throw new UsageError("--journal is missing: pass the journal of start-many.");
    const keys: string[] = [];
    if (positionals.length === 1 && positionals[0] === "-")
      for await (const { text } of linesOf("-", signal)) keys.push(text);
    else keys.push(...positionals);
    const bulk = await import("functiongraph-workflow/bulk");
    await bulk.resend(journal, keys);
    await out.result(
      { resend: keys },
      `The next start-many with this journal sends ${keys.join(", ")} again.`,
    );
    return exitCodes.well;
  },
});
