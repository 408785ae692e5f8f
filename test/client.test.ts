import {
  ApiError,
  ConfigurationError,
  createFunctionGraphClient,
  InvalidRequestError,
  signRequest,
  UnexpectedResponseError,
  type Fetch,
} from "functiongraph-workflow";
import fc from "fast-check";
import { Agent, createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { clientOf, example, rejection, setEnvironment, startSandbox } from "./helpers.js";
import { lengthsOf } from "./project.js";
import { runsTimes } from "./seed.js";

const longest = lengthsOf("workflow_id").maxLength;

const path = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";

describe("a call", () => {
  test("starts the source page's example and resolves to the execution's id", async () => {
    const sandbox = await startSandbox();
    const started = await clientOf(sandbox).startWorkflowExecution(example);

    expect(sandbox.executions).toMatchObject([
      {
        execution_id: started.execution_id,
        path: { project_id: sandbox.projectId, ...example.path },
        header: {},
        body: example.body,
        notes: [],
      },
    ]);
  });

  test("sends the documented headers", async () => {
    const sandbox = await startSandbox();
    const header = {
      "X-Create-Time": "2024-03-21",
      "X-WorkflowRun-ID": "04e9e38f-375e-435a-a827-b93f02dd2112",
      "X-WorkflowRun-MergeFnParameters": "true",
    };
    await clientOf(sandbox).startWorkflowExecution({ ...example, header });
    expect(sandbox.executions[0]!.header).toEqual(header);
  });

  test("withResponse() also returns the response and the request id", async () => {
    const sandbox = await startSandbox();
    const { data, response, requestId } = await clientOf(sandbox)
      .startWorkflowExecution(example)
      .withResponse();
    expect(data.execution_id).toBe(sandbox.executions[0]!.execution_id);
    expect(response.status).toBe(200);
    expect(requestId).toMatch(/^[0-9a-f]{32}$/);
    expect(response.headers.get("x-request-id")).toBe(requestId);
  });

  test("withResponse() alone leaves no rejection unhandled", async () => {
    const sandbox = await startSandbox({ workflows: [] });
    expect(await rejection(clientOf(sandbox).startWorkflowExecution(example).withResponse())).toBeInstanceOf(
      ApiError,
    );
  });

  test("works as an openapi-fetch call too", async () => {
    const sandbox = await startSandbox({ workflows: ["w"] });
    const functiongraph = clientOf(sandbox);
    const call = (workflow_id: string) =>
      functiongraph.POST(path, {
        params: { path: { project_id: sandbox.projectId, workflow_id } },
        body: { input: {} },
      });

    const good = await call("w");
    expect(good.data).toEqual({ execution_id: sandbox.executions[0]!.execution_id });
    expect(good.error).toBeUndefined();
    const bad = await call("other");
    expect(bad.data).toBeUndefined();
    expect(bad.error).toEqual({ error_code: "FGS.5002", error_msg: "Function flow not found." });
    expect(bad.response.status).toBe(404);
    const same = await functiongraph.request("post", path, {
      params: { path: { project_id: sandbox.projectId, workflow_id: "w" } },
      body: { input: {} },
    });
    expect(same.response.status).toBe(200);
  });

  test("any valid workflow id arrives unchanged and signed", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const ids = [
      "a:b!'()* ü 中😀",
      "%2e%2e",
      "a%2Fb",
      "...",
      "~",
      "a+b&c=d?e#f",
      "\\",
      "\u0000\r\n",
      "%",
      "😀".repeat(longest),
    ];
    for (const workflow_id of ids)
      await functiongraph.startWorkflowExecution({ ...example, path: { workflow_id } });
    expect(sandbox.executions.map((one) => one.path["workflow_id"])).toEqual(ids);
  });

  test("any well-formed id, and any JSON input, arrives (property)", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const id = fc
      .string({ unit: "binary", minLength: 1, maxLength: 64 })
      .filter((text) => !text.includes("/") && ![".", ".."].includes(text) && !/\p{Surrogate}/u.test(text));
    await fc.assert(
      fc.asyncProperty(
        id,
        fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()),
        async (workflow_id, input) => {
          const { execution_id } = await functiongraph.startWorkflowExecution({
            path: { workflow_id },
            body: { input },
          });
          const execution = sandbox.executions.at(-1)!;
          expect(execution.execution_id).toBe(execution_id);
          expect(execution.path["workflow_id"]).toBe(workflow_id);
          expect(JSON.stringify(execution.body)).toBe(JSON.stringify({ input }));
        },
      ),
      runsTimes(1 / 2),
    );
  });
});

describe("the guard refuses before anything is sent", () => {
  const tooLong = { limit: longest, actual: longest + 1 };
  const longestProject = lengthsOf("project_id").maxLength;
  const rows: [string, any, object][] = [
    [
      "an id that is too long",
      { ...example, path: { workflow_id: "x".repeat(longest + 1) } },
      { field: "path.workflow_id", ...tooLong, documentedIn: "Table 1 (path parameters) and others" },
    ],
    [
      "an id of too many emoji",
      { ...example, path: { workflow_id: "😀".repeat(longest + 1) } },
      { field: "path.workflow_id", ...tooLong },
    ],
    [
      "an empty id",
      { ...example, path: { workflow_id: "" } },
      { field: "path.workflow_id", limit: 1, actual: 0 },
    ],
    [
      "an id that is not a string",
      { ...example, path: { workflow_id: 7 } },
      { field: "path.workflow_id", limit: "string", actual: "number" },
    ],
    ["a missing id", { ...example, path: {} }, { field: "path.workflow_id" }],
    ["no path at all", { body: example.body }, { field: "path.workflow_id" }],
    [
      "a project id that is too long",
      { ...example, path: { ...example.path, project_id: "p".repeat(longestProject + 1) } },
      { field: "path.project_id", limit: longestProject, actual: longestProject + 1 },
    ],
    ["..", { ...example, path: { workflow_id: ".." } }, { field: "path.workflow_id" }],
    [".", { ...example, path: { workflow_id: "." } }, { field: "path.workflow_id" }],
    ["a slash", { ...example, path: { workflow_id: "a/b" } }, { field: "path.workflow_id" }],
    ["a lone surrogate", { ...example, path: { workflow_id: "\ud800" } }, { field: "path.workflow_id" }],
    [
      "an unknown path parameter",
      { ...example, path: { ...example.path, workflowId: "x" } },
      { field: "path.workflowId" },
    ],
    [
      "an id in a prototype",
      { ...example, path: JSON.parse('{"__proto__":{"workflow_id":".."}}') },
      { field: "path.workflow_id" },
    ],
    [
      "an unknown header",
      { ...example, header: { "X-WorkflowRun-Id": "x" } },
      { field: "header.X-WorkflowRun-Id" },
    ],
    [
      "a line break in a header",
      { ...example, header: { "X-Create-Time": "a\r\nX-Evil: 1" } },
      { field: "header.X-Create-Time" },
    ],
    [
      "a header beyond ASCII",
      { ...example, header: { "X-Create-Time": "ü" } },
      { field: "header.X-Create-Time" },
    ],
    ["a missing body", { path: example.path }, { field: "body" }],
    [
      "a missing input",
      { ...example, body: { headers: {} } },
      { field: "body.input", documentedIn: "Table 3 (request body parameters) and others" },
    ],
    [
      "JSON text for input",
      { ...example, body: { input: "{}" } },
      { field: "body.input", limit: "object", actual: "string" },
    ],
    [
      "an array for input",
      { ...example, body: { input: [] } },
      { field: "body.input", limit: "object", actual: "array" },
    ],
    [
      "null for headers",
      { ...example, body: { input: {}, headers: null } },
      { field: "body.headers", limit: "object", actual: "null" },
    ],
    [
      "an input that serializes to text",
      { ...example, body: { input: new Date(0) } },
      { field: "body.input", actual: "string" },
    ],
    ["a cyclic body", { ...example, body: { input: cyclic() } }, { field: "body" }],
    ["a BigInt", { ...example, body: { input: { n: 1n } } }, { field: "body" }],
    [
      "a toJSON that throws",
      {
        ...example,
        body: {
          input: {
            toJSON: () => {
              throw new Error("no");
            },
          },
        },
      },
      { field: "body" },
    ],
    ["a function for a body", { ...example, body: () => {} }, { field: "body" }],
  ];

  test.each(rows)("%s", async (_, request, issue) => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox, {
      credentials: () => expect.unreachable("credentials were asked for"),
    });
    const error = await rejection(functiongraph.startWorkflowExecution(request));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
    expect(error.issues).toContainEqual(expect.objectContaining(issue));
    expect(error.message).toContain(error.issues[0].field);

    // The verbs refuse the same, in the same words.
    const { path: pathValues, header, body } = request;
    const raw = functiongraph.POST(path, { params: { path: pathValues, header }, body } as never);
    expect(await rejection(raw)).toMatchObject({ message: error.message });
    expect(sandbox.executions).toEqual([]);
  });

  test("a path that the contract does not have", async () => {
    const functiongraph = clientOf(await startSandbox());
    const error = await rejection(functiongraph.GET("/v2/elsewhere" as never, undefined as never));
    expect(error).toBeInstanceOf(InvalidRequestError);
  });

  test("a body over the signing limit of 12 MB", async () => {
    const sandbox = await startSandbox();
    const body = { input: { text: "ü".repeat(6 * 1024 * 1024) } };
    const error = await rejection(clientOf(sandbox).startWorkflowExecution({ ...example, body }));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error.issues[0]).toMatchObject({
      field: "body",
      limit: 12 * 1024 * 1024,
      actual: 12 * 1024 * 1024 + 21,
    });
    const fits = { input: { text: "ü".repeat(6 * 1024 * 1024 - 20) } };
    await clientOf(sandbox).startWorkflowExecution({ ...example, body: fits });
    expect(sandbox.executions).toHaveLength(1);
  });

  function cyclic(): object {
    const value: Record<string, unknown> = {};
    value["self"] = value;
    return value;
  }
});

describe("settings", () => {
  test("key and project can come from the environment", async () => {
    const sandbox = await startSandbox();
    const { ak, sk } = sandbox.credentials;
    setEnvironment({
      HUAWEICLOUD_SDK_AK: ak,
      HUAWEICLOUD_SDK_SK: sk,
      HUAWEICLOUD_SDK_PROJECT_ID: sandbox.projectId,
    });
    await createFunctionGraphClient({ endpoint: sandbox.url }).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  });

  test("the source page's variables are read too", async () => {
    const sandbox = await startSandbox();
    setEnvironment({ CLOUD_SDK_AK: sandbox.credentials.ak, CLOUD_SDK_SK: sandbox.credentials.sk });
    const functiongraph = createFunctionGraphClient({ endpoint: sandbox.url, projectId: sandbox.projectId });
    await functiongraph.startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  });

  test("a temporary key's token is sent and signed", async () => {
    const credentials = { ak: "TEMPORARY", sk: "secret", securityToken: "token-of-the-temporary-key" };
    const sandbox = await startSandbox({ credentials });
    await clientOf(sandbox, { credentials: async () => credentials }).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
    const { ak, sk } = credentials;
    const without = await rejection(
      clientOf(sandbox, { credentials: { ak, sk } }).startWorkflowExecution(example),
    );
    expect(without).toMatchObject({ status: 401 });
  });

  test("a call's own project takes precedence over the client's", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox, { projectId: "another" });
    const path = { ...example.path, project_id: sandbox.projectId };
    await functiongraph.startWorkflowExecution({ ...example, path });
    expect(sandbox.executions[0]!.path).toEqual(path);
  });

  test("the vendor SDKs' variable overrides a region's endpoint", async () => {
    const sandbox = await startSandbox();
    setEnvironment({ HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: sandbox.url });
    const { credentials, projectId } = sandbox;
    const functiongraph = createFunctionGraphClient({ region: "cn-north-4", credentials, projectId });
    await functiongraph.startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  });

  const key = { ak: "AK", sk: "SK" };
  const atCreation: [string, object, string][] = [
    ["neither region nor endpoint", {}, "region"],
    ["an invalid region", { region: "cn-north-4.evil.example/" }, "region"],
    ["an endpoint that is not a URL", { endpoint: "functiongraph" }, "endpoint"],
    ["http to another host", { endpoint: "http://functiongraph.cn-north-4.myhuaweicloud.com" }, "https"],
    ["a password in the endpoint", { endpoint: "https://user:secret@host" }, "endpoint"],
    ["an endpoint with a query", { endpoint: "https://host/?a=b" }, "endpoint"],
    ["an endpoint that ends in a question mark", { endpoint: "https://host/base?" }, "endpoint"],
    ["an endpoint that ends in a hash", { endpoint: "https://host/base#" }, "endpoint"],
    ["an invalid region, with an endpoint", { endpoint: "https://host", region: "../x" }, "region"],
    ["an empty key", { endpoint: "https://host", credentials: { ak: "", sk: "s" } }, "ak"],
    ["a key with a line break", { endpoint: "https://host", credentials: { ak: "a", sk: "s\n" } }, "sk"],
    ["a timeout of 0", { endpoint: "https://host", timeoutMs: 0 }, "timeoutMs"],
    ["a timeout that is not a number", { endpoint: "https://host", timeoutMs: "5s" }, "timeoutMs"],
  ];
  test.each(atCreation)("%s is refused when the client is created", (_, options, named) => {
    expect(() => createFunctionGraphClient(options)).toThrow(ConfigurationError);
    expect(() => createFunctionGraphClient(options)).toThrow(named);
  });

  test("a key that is changed later is not the client's any more", async () => {
    const sandbox = await startSandbox();
    const credentials = { ...sandbox.credentials };
    const functiongraph = clientOf(sandbox, { credentials });
    credentials.sk = "another";
    expect(await functiongraph.startWorkflowExecution(example)).toHaveProperty("execution_id");
  });

  const atCall: [string, object, string][] = [
    ["no credentials", { projectId: "p" }, "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK"],
    ["no project", { credentials: key }, "HUAWEICLOUD_SDK_PROJECT_ID"],
    [
      "a function that returns nothing",
      { projectId: "p", credentials: () => undefined },
      "credentials function",
    ],
    [
      "a function that fails",
      { projectId: "p", credentials: () => Promise.reject(new Error("vault")) },
      "credentials function",
    ],
  ];
  test.each(atCall)("%s is refused at the call, before anything is sent", async (_, options, named) => {
    const sandbox = await startSandbox();
    const functiongraph = createFunctionGraphClient({ endpoint: sandbox.url, ...options });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toContain(named);
    expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
    expect(sandbox.executions).toEqual([]);
  });

  test("half a key in the environment is named", async () => {
    setEnvironment({ HUAWEICLOUD_SDK_AK: "AK" });
    const functiongraph = createFunctionGraphClient({ endpoint: "https://host", projectId: "p" });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error.message).toContain("HUAWEICLOUD_SDK_SK is not set");
  });
});

describe("middleware", () => {
  test("sees real Request and Response objects, and what it changes is signed", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const seen: unknown[] = [];
    functiongraph.use({
      onRequest: async ({ request }) => {
        seen.push(request instanceof Request, await request.clone().json());
        request.headers.set("X-Create-Time", "2024-03-21");
        return new Request(request, { body: JSON.stringify({ input: { changed: true } }) });
      },
      onResponse: ({ response }) => void seen.push(response instanceof Response, response.status),
    });
    await functiongraph.startWorkflowExecution(example);
    expect(seen).toEqual([true, example.body, true, 200]);
    expect(sandbox.executions[0]).toMatchObject({
      header: { "X-Create-Time": "2024-03-21" },
      body: { input: { changed: true } },
    });
  });

  test("can be ejected", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    let calls = 0;
    const counting = { onRequest: () => void calls++ };
    functiongraph.use(counting);
    await functiongraph.startWorkflowExecution(example);
    functiongraph.eject(counting);
    await functiongraph.startWorkflowExecution(example);
    expect(calls).toBe(1);
  });

  test("does not see calls made before it was added, not even the first, which loads modules", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    let calls = 0;
    const params = { path: { project_id: sandbox.projectId, workflow_id: "w" } };
    const begun = functiongraph.POST(path, { params, body: example.body });
    functiongraph.use({ onRequest: () => void calls++ });
    await begun;
    expect(calls).toBe(0);
  });

  test("must be an object with a hook", () => {
    const functiongraph = createFunctionGraphClient({ endpoint: "https://host", projectId: "p" });
    for (const wrong of [{}, "onRequest", () => {}]) {
      expect(() => functiongraph.use(wrong as never)).toThrow(ConfigurationError);
    }
    functiongraph.use(undefined as never);
  });

  test("cannot send the signature to another host", async () => {
    const sandbox = await startSandbox();
    const other = await startSandbox();
    const functiongraph = clientOf(sandbox);
    functiongraph.use({
      onRequest: ({ request }) => new Request(request.url.replace(sandbox.url, other.url), request),
    });
    const error = await rejection(functiongraph.startWorkflowExecution(example));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
    expect(other.executions).toEqual([]);
  });
});

describe("the wire", () => {
  test("a redirect is not followed", async () => {
    let followed = false;
    const server = createServer((request, response) => {
      if (request.url === "/elsewhere") followed = true;
      response.writeHead(308, { Location: "/elsewhere" }).end();
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const fetch of [undefined, globalThis.fetch]) {
      const options = {
        endpoint,
        projectId: "p",
        credentials: { ak: "AK", sk: "SK" },
        ...(fetch && { fetch }),
      };
      const error = await rejection(createFunctionGraphClient(options).startWorkflowExecution(example));
      expect(error).toBeInstanceOf(UnexpectedResponseError);
    }
    expect(followed).toBe(false);
  });

  test("headers that the connection sets cannot be overridden", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    for (const headers of [
      { "Content-Length": "2" },
      { Host: "evil.example" },
      { "Transfer-Encoding": "chunked" },
    ]) {
      const { response } = await functiongraph.POST(path, {
        params: { path: { project_id: sandbox.projectId, workflow_id: "w" } },
        headers,
        body: example.body,
      });
      expect(response.status).toBe(200);
    }
    expect(sandbox.executions.map(({ body }) => body)).toEqual([example.body, example.body, example.body]);
  });

  test("a project id that its header cannot carry is refused", async () => {
    const sandbox = await startSandbox();
    for (const projectId of ["p\tp", "p\np", "\u00fc"]) {
      const error = await rejection(clientOf(sandbox, { projectId }).startWorkflowExecution(example));
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(error.message).toContain("path.project_id");
    }
    expect(sandbox.executions).toEqual([]);
  });

  test("a header beyond ASCII is refused wherever it is passed", async () => {
    const sandbox = await startSandbox();
    const functiongraph = clientOf(sandbox);
    const params = { path: { project_id: sandbox.projectId, workflow_id: "w" } };
    const headers = { "X-Create-Time": "\u00fc" };
    const outcomes = [
      functiongraph.POST(path, { params, headers, body: example.body }),
      signRequest(new Request(sandbox.url, { headers }), sandbox.credentials),
    ];
    functiongraph.use({ onRequest: ({ request }) => request.headers.set("X-Create-Time", "\u00fc") });
    outcomes.push(functiongraph.POST(path, { params, body: example.body }));
    for (const outcome of outcomes) {
      const error = await rejection(outcome);
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(error.issues[0].field).toBe("header.x-create-time");
    }
  });

  test("a passed fetch sends the signed requests", async () => {
    const sandbox = await startSandbox();
    const requests: Request[] = [];
    const fetch: Fetch = (url, init) => {
      requests.push(new Request(url, init));
      return globalThis.fetch(url, init);
    };
    await clientOf(sandbox, { fetch }).startWorkflowExecution({ ...example, path: { workflow_id: "a'b" } });
    expect(sandbox.executions).toHaveLength(1);
    expect(requests[0]!.url).toContain("/a%27b/");
    expect(requests[0]!.redirect).toBe("manual");
    expect(requests[0]!.headers.get("authorization")).toContain(
      "SignedHeaders=content-type;host;x-project-id;x-sdk-date,",
    );
    expect(await requests[0]!.text()).toBe(JSON.stringify(example.body));
  });
});

describe("what callers pass, and what it throws", () => {
  test("an AbortController fits where its signal does", async () => {
    const sandbox = await startSandbox();
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    const error = await rejection(clientOf(sandbox).startWorkflowExecution(example, controller));
    expect(error).toMatchObject({ name: "AbortError", cause: controller.signal.reason });
  });

  test("a socket that cannot be closed does not keep another call with the same signal", async () => {
    const sandbox = await startSandbox();
    const agent = new Agent();
    const createConnection = agent.createConnection.bind(agent);
    let socket: Duplex | null | undefined;
    agent.createConnection = (...args) => {
      socket = createConnection(...args);
      if (socket)
        socket.destroy = () => {
          throw new Error("it stays");
        };
      return socket;
    };
    onTestFinished(() => {
      if (!socket) return;
      Reflect.deleteProperty(socket, "destroy");
      socket.destroy();
    });
    const controller = new AbortController();
    const options = { signal: controller.signal, timeoutMs: 5_000 };
    sandbox.failNext({ delayMs: 10_000 });
    sandbox.failNext({ delayMs: 10_000 });
    const calls = [clientOf(sandbox, { agent }), clientOf(sandbox)].map((functiongraph) =>
      rejection(functiongraph.startWorkflowExecution(example, options)),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    controller.abort();
    for (const error of await Promise.all(calls)) expect(error.name).toBe("AbortError");
  });

  test("a reason that throws when it is read", async () => {
    const sandbox = await startSandbox();
    const controller = new AbortController();
    Object.defineProperty(controller.signal, "reason", {
      get: () => {
        throw new Error("no reason");
      },
    });
    sandbox.failNext({ delayMs: 10_000 });
    const call = clientOf(sandbox).startWorkflowExecution(example, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect((await rejection(call)).name).toBe("AbortError");
  });

  test("a signal that does not let go does not fail a call that went well", async () => {
    const sandbox = await startSandbox();
    const { signal } = new AbortController();
    signal.removeEventListener = () => {
      throw new Error("never");
    };
    expect(await clientOf(sandbox).startWorkflowExecution(example, { signal })).toHaveProperty(
      "execution_id",
    );
  });

  test("hooks get events of their own, and their failures reach nobody, whatever makes their promises", async () => {
    const sandbox = await startSandbox();
    const urls: string[] = [];
    const foreign = { then: (_: unknown, reject: (error: Error) => void) => reject(new Error("log")) };
    const functiongraph = clientOf(sandbox, {
      hooks: {
        onRequest: (event) => {
          event.url = "changed";
          return foreign as never;
        },
        onResponse: ({ url }) => void urls.push(url),
      },
    });
    await functiongraph.startWorkflowExecution(example);
    expect(urls).not.toContain("changed");
  });

  test("a way to read the response that there is not is refused before anything is sent", async () => {
    const sandbox = await startSandbox();
    const call = clientOf(sandbox).POST("/v2/{project_id}/fgs/workflows/{workflow_id}/executions", {
      params: { path: { workflow_id: "w" } },
      body: { input: {} },
      parseAs: "xml" as never,
    });
    expect(await rejection(call)).toBeInstanceOf(InvalidRequestError);
    expect(sandbox.executions).toEqual([]);
  });
});
