/**
 * One contestant in a process of its own: makes signed calls for a while, checks every answer, and
 * tells its parent what they cost.
 *
 *   node calls.mjs <contestant> <endpoint> <in flight> <milliseconds>
 */
const [name, endpoint, inFlight, milliseconds] = process.argv.slice(2);

const projectId = "c53626012ba84727b938ca8bf03108ef";
const workflowId = "48aff955-ea10-4ffd-b426-190bc192dc14";
const ak = "QTWAOYTTINDUT2QVKYUC";
const sk = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";
const url = `${endpoint}/v2/${projectId}/fgs/workflows/${workflowId}/executions`;
const body = {
  headers: { tenantId: "user1" },
  input: {
    arg1: "argument_1",
    arg2: "argument_2",
    note: "a body of about two hundred bytes, as a small call has it",
    n: 42,
    list: [1, 2, 3],
    ok: true,
  },
};

/** Each resolves to a function that makes one call and resolves to its execution_id. */
const contestants = {
  async ours() {
    const { createFunctionGraphClient } = await import("functiongraph-workflow");
    const functiongraph = createFunctionGraphClient({ endpoint, projectId, credentials: { ak, sk } });
    const path = { workflow_id: workflowId };
    return async () => (await functiongraph.startWorkflowExecution({ path, body })).execution_id;
  },
  async official() {
    const core = await import("@huaweicloud/huaweicloud-sdk-core");
    const { FunctionGraphClient, StartWorkflowExecutionRequest, FlowExecuteBody } =
      await import("@huaweicloud/huaweicloud-sdk-functiongraph/v2/public-api.js");
    const credential = new core.BasicCredentials().withAk(ak).withSk(sk).withProjectId(projectId);
    const client = FunctionGraphClient.newBuilder().withCredential(credential).withEndpoint(endpoint).build();
    return async () => {
      const payload = Object.assign(new FlowExecuteBody(), body);
      const request = new StartWorkflowExecutionRequest().withWorkflowId(workflowId).withBody(payload);
      return (await client.startWorkflowExecution(request)).execution_id;
    };
  },
  async "bare fetch, unsigned"() {
    return async () => {
      const headers = { "Content-Type": "application/json" };
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      return (await response.json()).execution_id;
    };
  },
  async "node:http, unsigned"() {
    const { default: http } = await import("node:http");
    const agent = new http.Agent({ keepAlive: true });
    return () =>
      new Promise((resolve, reject) => {
        const headers = { "Content-Type": "application/json" };
        const request = http.request(url, { method: "POST", headers, agent }, (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk) => (text += chunk));
          response.on("end", () => resolve(JSON.parse(text).execution_id));
        });
        request.on("error", reject);
        request.end(JSON.stringify(body));
      });
  },
  async "openapi-fetch, unsigned"() {
    const { default: createClient } = await import("openapi-fetch");
    const client = createClient({ baseUrl: endpoint });
    const params = { path: { project_id: projectId, workflow_id: workflowId } };
    return async () => {
      const template = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";
      return (await client.POST(template, { params, body })).data.execution_id;
    };
  },
  async aws4fetch() {
    const { AwsClient } = await import("aws4fetch");
    const client = new AwsClient({
      accessKeyId: ak,
      secretAccessKey: sk,
      service: "execute-api",
      region: "x",
      retries: 0,
    });
    return async () => {
      const headers = { "Content-Type": "application/json" };
      const response = await client.fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      return (await response.json()).execution_id;
    };
  },
};

const call = await contestants[name]();
const expected = workflowId;
const latencies = [];
let calls = 0;
async function lane(until, measure) {
  while (performance.now() < until) {
    const start = performance.now();
    const id = await call();
    if (id !== expected) throw new Error(`${name} got ${JSON.stringify(id)}`);
    if (measure) latencies.push(performance.now() - start);
    calls++;
  }
}
const run = (ms, measure) => {
  const until = performance.now() + ms;
  return Promise.all(Array.from({ length: Number(inFlight) }, () => lane(until, measure)));
};

await run(Number(milliseconds), false);
calls = 0;
const [cpu, start] = [process.cpuUsage(), performance.now()];
await run(Number(milliseconds), true);
const [used, elapsed] = [process.cpuUsage(cpu), performance.now() - start];
latencies.sort((a, b) => a - b);
process.send({
  calls,
  cpuMicroseconds: (used.user + used.system) / calls,
  callsPerSecond: (calls / elapsed) * 1000,
  p50: latencies[Math.floor(latencies.length * 0.5)],
  p99: latencies[Math.floor(latencies.length * 0.99)],
});
process.disconnect();
process.exit(0);
