/** The same in CommonJS. */
const { registerInstrumentations } = require("@opentelemetry/instrumentation");
const { HttpInstrumentation } = require("@opentelemetry/instrumentation-http");
const {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} = require("@opentelemetry/sdk-trace-base");

const exporter = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
registerInstrumentations({ instrumentations: [new HttpInstrumentation()], tracerProvider });

const { createFunctionGraphClient } = require("functiongraph-workflow");
const functiongraph = createFunctionGraphClient({
  endpoint: process.argv[2] ?? "",
  projectId: "p",
  credentials: { ak: "AK", sk: "SK" },
});
void functiongraph.startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } }).then(() => {
  console.log(JSON.stringify(exporter.getFinishedSpans().map(({ name, kind }) => ({ name, kind }))));
});
