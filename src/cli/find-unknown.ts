import type { Search } from "../bulk/find.js";
import { clientOf, clientOptions } from "./client.js";
import { command } from "./command.js";
import { exitCodes, UsageError } from "./failures.js";

export const findUnknown = command({
  summary: "Looks for the inputs of start-many that may have started.",
  details: `It lists the executions that began at about the time when each was sent, and compares their inputs.`,
  positionals: [],
  options: {
    journal: { type: "string", value: "FILE", help: "Journal of start-many; needed" },
    mark: { type: "boolean", help: "Write into the journal which ones were found to have started" },
    ...clientOptions,
  },
  example: "find-unknown --journal orders.journal --region cn-north-4",
  run: async ({ values }, { out, signal }) => {
    const { journal } = values;
    if (journal === undefined) throw new UsageError("--journal is missing: pass the journal of start-many.");
    const functiongraph = await clientOf(values);
    const bulk = await import("functiongraph-workflow/bulk");
    const searches: Search[] = [];
    for await (const search of bulk.findUnknown(functiongraph, journal, { signal })) {
      searches.push(search);
      const { outcome, candidates } = search;
      const found = candidates.map(({ executionId, status }) => `${executionId} (${status})`).join(" or ");
      const text = `${outcome.key}  sent ${outcome.sentAt}  ${found || "not found"}`;
      await out.result({ key: outcome.key, sentAt: outcome.sentAt, candidates }, text);
    }
    const started = certainIn(searches);
    if (values.mark) await bulk.markStarted(journal, started);
    const absent = searches.filter(({ candidates }) => candidates.length === 0).length;
    await out.note(
      [
        `${searches.length} unknown: ${started.length} started, ${absent} not found, ${searches.length - started.length - absent} unclear.`,
        started.length > 0 &&
          (values.mark ? "The journal has those now." : "Add --mark to tell the journal."),
        absent > 0 &&
          `To send one again: functiongraph-workflow resend KEY --journal ${journal}, and then start-many.`,
      ]
        .filter((line) => line !== false)
        .join("\n"),
    );
    return exitCodes.well;
  },
});

/** Those with one candidate that is no other's: two inputs may be the same. */
function certainIn(searches: readonly Search[]): { key: string; executionId: string }[] {
  const claims = new Map<string, number>();
  for (const { executionId } of searches.flatMap(({ candidates }) => candidates))
    claims.set(executionId, (claims.get(executionId) ?? 0) + 1);
  return searches.flatMap(({ outcome: { key }, candidates: [one, ...others] }) =>
    one && others.length === 0 && claims.get(one.executionId) === 1
      ? [{ key, executionId: one.executionId }]
      : [],
  );
}
