/** The contestants, by name: each sets itself up and returns a function that starts a workflow. */
export const projectId = "c53626012ba84727b938ca8bf03108ef";
export const workflowId = "48aff955-ea10-4ffd-b426-190bc192dc14";
export const credentials = { ak: "QTWAOYTTINDUT2QVKYUC", sk: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc" };
export const body = {
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

const { ak, sk } = credentials;
const template = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";
const urlAt = (endpoint) => `${endpoint}/v2/${projectId}/fgs/workflows/${workflowId}/executions`;
const headers = { "Content-Type": "application/json" };

export const contestants = {
  async "functiongraph-workflow"(endpoint) {
    const { createFunctionGraphClient } = await import("functiongraph-workflow");
    const functiongraph = createFunctionGraphClient({ endpoint, projectId, credentials });
    const path = { workflow_id: workflowId };
    return async () => (await functiongraph.startWorkflowExecution({ path, body })).execution_id;
  },

  async "functiongraph-workflow, with a middleware"(endpoint) {
    const { createFunctionGraphClient } = await import("functiongraph-workflow");
    const functiongraph = createFunctionGraphClient({ endpoint, projectId, credentials });
    functiongraph.use({ onRequest: ({ request }) => void request.headers.set("X-Trace", "1") });
    const path = { workflow_id: workflowId };
    return async () => (await functiongraph.startWorkflowExecution({ path, body })).execution_id;
  },

  async "vendor SDK"(endpoint) {
    const { BasicCredentials } = await import("@huaweicloud/huaweicloud-sdk-core");
    const { FunctionGraphClient, StartWorkflowExecutionRequest, FlowExecuteBody } =
      await import("@huaweicloud/huaweicloud-sdk-functiongraph/v2/public-api.js");
    const credential = new BasicCredentials().withAk(ak).withSk(sk).withProjectId(projectId);
    const client = FunctionGraphClient.newBuilder().withCredential(credential).withEndpoint(endpoint).build();
    return async () => {
      const payload = Object.assign(new FlowExecuteBody(), body);
      const request = new StartWorkflowExecutionRequest().withWorkflowId(workflowId).withBody(payload);
      return (await client.startWorkflowExecution(request)).execution_id;
    };
  },

  async aws4fetch(endpoint) {
    const { AwsClient } = await import("aws4fetch");
    const service = { service: "execute-api", region: "cn-north-4", retries: 0 };
    const client = new AwsClient({ accessKeyId: ak, secretAccessKey: sk, ...service });
    return async () => {
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      return (await (await client.fetch(urlAt(endpoint), init)).json()).execution_id;
    };
  },

  async "client-sfn"(endpoint) {
    const { SFNClient, StartExecutionCommand } = await import("@aws-sdk/client-sfn");
    const keys = { accessKeyId: ak, secretAccessKey: sk };
    const client = new SFNClient({ endpoint, region: "us-east-1", credentials: keys, maxAttempts: 1 });
    const stateMachineArn = `arn:aws:states:us-east-1:123456789012:stateMachine:${workflowId}`;
    return async () => {
      const command = new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(body) });
      return (await client.send(command)).executionArn;
    };
  },

  async "bare fetch, unsigned"(endpoint) {
    return async () => {
      const response = await fetch(urlAt(endpoint), { method: "POST", headers, body: JSON.stringify(body) });
      return (await response.json()).execution_id;
    };
  },

  async "openapi-fetch, unsigned"(endpoint) {
    const { default: createClient } = await import("openapi-fetch");
    const client = createClient({ baseUrl: endpoint });
    const params = { path: { project_id: projectId, workflow_id: workflowId } };
    return async () => (await client.POST(template, { params, body })).data.execution_id;
  },

  async "node:http, unsigned"(endpoint) {
    const post = await keptAlive(endpoint);
    return async () => JSON.parse(await post(headers, JSON.stringify(body))).execution_id;
  },
};

/** The cheapest POST over node:http: one agent, one write, the body read to its end. */
export async function keptAlive(endpoint) {
  const { Agent, request } = await import("node:http");
  const { hostname: host, port, pathname: path } = new URL(urlAt(endpoint));
  const options = { host, port, path, method: "POST", agent: new Agent({ keepAlive: true }) };
  return (headers, text) =>
    new Promise((resolve, reject) => {
      const sent = request({ ...options, headers }, (response) => {
        let received = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => (received += chunk));
        response.on("end", () => {
          if (response.statusCode === 200) resolve(received);
          else reject(new Error(`${response.statusCode} ${received}`));
        });
      });
      sent.on("error", reject);
      sent.end(text);
    });
}

/** Makes one call and checks its response: a benchmark that counts failures is worthless. */
export async function callChecked(call) {
  const id = await call();
  if (typeof id !== "string" || id.length < 36) throw new Error(`not an execution: ${JSON.stringify(id)}`);
}
