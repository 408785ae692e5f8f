/** The agent option, and kept-alive connections. */
import { once } from "node:events";
import { Agent, createServer as createHttpServer, type IncomingMessage } from "node:http";
import { connect, createServer, type AddressInfo } from "node:net";
import { HttpsProxyAgent } from "https-proxy-agent";
import { createFunctionGraphClient, type ClientOptions } from "functiongraph-workflow";
import { describe, expect, onTestFinished, test } from "vitest";
import { scriptedServer } from "./faults.js";
import { clientOf, example, rejection, startSandbox } from "./helpers.js";
import { project, runNode } from "./project.js";

const client = (options: Partial<ClientOptions>) =>
  createFunctionGraphClient({
    endpoint: "https://functiongraph.cn-north-4.myhuaweicloud.com",
    projectId: "p",
    credentials: { ak: "AK", sk: "SK" },
    ...options,
  });

describe("agent", () => {
  test("an HTTPS proxy gets a CONNECT, and sees nothing of the request", async () => {
    const connects: string[] = [];
    const proxy = createHttpServer((_, response) => response.writeHead(400).end());
    proxy.on("connect", (request: IncomingMessage, socket, head: Buffer) => {
      connects.push(request.url!);
      const [host, port] = request.url!.split(":");
      const target = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        target.write(head);
        target.pipe(socket).pipe(target);
      });
      target.on("error", () => socket.destroy());
      socket.on("error", () => target.destroy());
    });
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;

    const sandbox = await startSandbox();
    const agent = new HttpsProxyAgent(`http://127.0.0.1:${port}`, { keepAlive: true });
    onTestFinished(() => agent.destroy());
    await clientOf(sandbox, { agent }).startWorkflowExecution(example);
    expect(connects).toEqual([new URL(sandbox.url).host]);
    expect(sandbox.executions).toHaveLength(1);
  });

  test("an unreachable proxy: nothing was sent", async () => {
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    gone.close();
    const agent = new HttpsProxyAgent(`http://127.0.0.1:${port}`);
    const error = await rejection(client({ agent }).startWorkflowExecution(example));
    expect(error).toMatchObject({ name: "ConnectionError", mayHaveStarted: false });
  });

  test("its connections are used", async () => {
    const sandbox = await startSandbox();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const functiongraph = clientOf(sandbox, { agent });
    await Promise.all([1, 2, 3].map(() => functiongraph.startWorkflowExecution(example)));
    expect(sandbox.executions).toHaveLength(3);
    expect(Object.keys(agent.freeSockets)).toHaveLength(1);
  });

  test("a value that is not an agent is refused, and so is an agent with fetch", () => {
    expect(() => client({ agent: {} as never })).toThrow("agent must be");
    expect(() => client({ agent: new Agent(), fetch: globalThis.fetch })).toThrow("agent has no effect");
  });
});

test("an idle connection that the server closed while the program was busy is not written to", async () => {
  const { url, connections } = await scriptedServer(async (peer) => {
    await peer.readRequest();
    peer.answer(200, '{"execution_id":"e1"}');
    peer.socket.end();
  });
  const { stdout } = await runNode(["--import", "tsx", `${project}test/programs/busy.ts`, url]);
  expect(stdout).toBe("e1\n".repeat(10));
  expect(connections()).toBe(10);
});

test("a function that is frozen between invocations starts a workflow in each", async () => {
  // The server closes idle connections while the function is frozen.
  const { url, connections } = await scriptedServer(async (peer) => {
    await peer.readRequest();
    peer.answer(200, '{"execution_id":"e1"}');
    setTimeout(() => peer.socket.end(), 700);
  });
  const { code, stdout } = await runNode(["--import", "tsx", `${project}test/programs/frozen.ts`, url]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "e1\ne1\ne1\n" });
  expect(connections()).toBe(3);
});
