/** Starts a workflow at argv[2] under OpenTelemetry's http instrumentation, and prints the spans. */
import { register } from "node:module";
import { registerInstrumentations } from "@opentelemetry/instrumentation";
import { HttpInstrumentation } from "@opentelemetry/instrumentation-http";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";

// An application of ES modules needs this hook; one in CommonJS does not.
register("@opentelemetry/instrumentation/hook.mjs", import.meta.url);
const exporter = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
registerInstrumentations({ instrumentations: [new HttpInstrumentation()], tracerProvider });

const { createFunctionGraphClient } = await import("functiongraph-workflow");
const functiongraph = createFunctionGraphClient({
  endpoint: process.argv[2] ?? "",
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});
await functiongraph.startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } });
console.log(JSON.stringify(exporter.getFinishedSpans().map(({ name, kind }) => ({ name, kind }))));
