import type { Behaviours } from "../behaviour.js";
import type { Engine } from "../engine.js";
import { Refusal } from "../http.js";
import { measure, type Metrics } from "../metrics.js";
import type { Entry } from "../state.js";
import type { Workflows } from "../workflows.js";

const minuteMs = 60_000;
const defaultPeriod = "5";
/** How far back metrics go unless they are told. */
const defaultSpanMs = 86_400_000;
const maxValues = 10_000;

interface Query {
  period?: string;
  start_time?: string;
  end_time?: string;
  metric_type?: string;
}

export function measureOperations(workflows: Workflows, { entries }: Engine, now: () => number): Behaviours {
  function metricsOf(query: Query, fits: (entry: Entry) => boolean): Partial<Metrics> {
    const to = query.end_time === undefined ? now() : Number(query.end_time);
    const from = query.start_time === undefined ? to - defaultSpanMs : Number(query.start_time);
    const periodMs = readPeriod(query.period) * minuteMs;
    if ((to - from) / periodMs > maxValues) {
      throw new Refusal(
        400,
        `More than ${maxValues} values were asked for: choose a longer period, or a shorter time.`,
      );
    }
    const executions = [...entries.values()].filter(fits).map(({ execution }) => execution);
    const metrics = measure(executions, { from, to, periodMs });
    const { metric_type: only } = query;
    // Which types there are is not documented.
    return only !== undefined && Object.hasOwn(metrics, only)
      ? { [only]: metrics[only as keyof Metrics] }
      : metrics;
  }

  return {
    ShowWorkFlowMetric: ({ path: { workflow_urn }, query }) => {
      if (!workflows.hasUrn(workflow_urn)) throw new Refusal(404, "Function flow not found.");
      return metricsOf(query, ({ workflow }) => workflow.urn === workflow_urn);
    },

    ShowTenantMetric: ({ query }) => metricsOf(query, () => true),
  };
}

/** @throws {Refusal} unless it is a whole number */
function readPeriod(text = defaultPeriod): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Refusal(400, `query.period is ${JSON.stringify(text)}: it must be a whole number of minutes.`);
}
