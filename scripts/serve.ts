/**
 * The server behind `npm start`: the docs at `/`, the sandbox at the contract's paths, and one call through
 * the generated client. Reports to its parent, scripts/start.ts.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createFunctionGraphClient, FunctionGraphError } from "functiongraph-workflow";
import { sandboxDefaults } from "functiongraph-workflow/sandbox";
import { createGateway } from "../src/sandbox/gateway.js";
import { readOptions } from "../src/sandbox/options.js";
import { readContract, type Operation } from "./codegen/contract.js";
import { docsFile } from "./docs.js";
import { contractFile } from "./tools.js";

/** The report to the parent. */
export interface Served {
  port: number;
  /** Whether the call succeeded. */
  called: boolean;
}

const { credentials, projectId } = sandboxDefaults;
const sandbox = createGateway(readOptions());

/** Tells this server's pages from an earlier server's. */
const edition = randomUUID();
const reloading = `<script>
  let edition;
  new EventSource("/-/edition").onmessage = ({ data }) => {
    if (edition && edition !== data) location.reload();
    edition = data;
  };
</script>`;

async function page(): Promise<string> {
  const html = await readFile(docsFile, "utf8");
  return html
    .replace("connect-src blob:", "connect-src blob: 'self'")
    .replace(/<\/body>\s*<\/html>\s*$/, `${reloading}</body></html>`);
}

const server = createServer((request, response) => {
  if (/^\/(\?|$)/.test(request.url ?? "") && ["GET", "HEAD"].includes(request.method ?? "")) {
    page().then(
      (html) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(html),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  } else if (request.url === "/-/edition") {
    response.setHeader("Content-Type", "text/event-stream").write(`retry: 300\ndata: ${edition}\n\n`);
  } else {
    void sandbox.handle(request, response);
  }
});

/** Listens on PORT, or else on 4010 or the next free port. */
async function listen(server: Server): Promise<number> {
  const given = process.env["PORT"] || undefined;
  if (given !== undefined && !(/^\d+$/.test(given) && Number(given) <= 65535)) {
    throw new Error(`PORT is ${JSON.stringify(given)}: set it to a number from 0 to 65535`);
  }
  for (let port = Number(given ?? 4010); ; port++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    const address = server.address();
    if (!error && address && typeof address === "object") return address.port;
    if (given !== undefined && error?.code === "EADDRINUSE") {
      throw new Error(`port ${port} is taken: set PORT to another one, or unset it`);
    }
    if (error?.code !== "EADDRINUSE" || port === 65535) throw error ?? new Error("no port is free");
  }
}

/** Calls the first operation that takes a body, with the contract's own examples. */
async function callExample(endpoint: string): Promise<boolean> {
  const { operations } = readContract(await readFile(contractFile, "utf8"), contractFile);
  const operation = operations.find(({ requestBody }) => requestBody) ?? operations[0];
  if (!operation) throw new Error("the contract has no operations");
  const client = createFunctionGraphClient({ endpoint, credentials, projectId });
  const request = exampleRequest(operation);

  console.log(`\n${operation.operationId}, with the contract's own example, through the generated client:`);
  console.log(`  ${operation.method} ${operation.path}`);
  for (const [part, value] of Object.entries(request))
    console.log(`  ${part.padEnd(6)} ${JSON.stringify(value)}`);
  try {
    const method = client[operation.name as "startWorkflowExecution"];
    const { data, response, requestId } = await method(request as never).withResponse();
    console.log(`  signed with SDK-HMAC-SHA256 and access key ${credentials.ak}, verified by the sandbox`);
    console.log(`  response ${response.status} ${JSON.stringify(data)}, request id ${requestId}`);
    for (const [name, value] of Object.entries(data ?? {})) console.log(`\n${name}: ${value}\n`);
    return true;
  } catch (error) {
    console.error(`  failed: ${error instanceof FunctionGraphError ? error.message : String(error)}`);
    return false;
  }
}

function exampleRequest({ parameters, requestBody }: Operation): Record<string, unknown> {
  const group = (place: string) =>
    Object.fromEntries(
      parameters
        .filter(
          (one) => one.in === place && one.required && !one.defaultFromClient && one.example !== undefined,
        )
        .map(({ name, example }) => [name, example!]),
    );
  return { path: group("path"), ...(requestBody?.example !== undefined && { body: requestBody.example }) };
}

process.on("SIGTERM", () => process.exit(0));
// Ctrl-C reaches the whole process group: the parent decides.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit(0));

try {
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  console.log(`Docs     ${url}/`);
  console.log(
    `Sandbox  ${url}  access key ${credentials.ak}, secret ${credentials.sk}, project ${projectId}`,
  );
  const served: Served = { port, called: await callExample(url) };
  process.send?.(served);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
