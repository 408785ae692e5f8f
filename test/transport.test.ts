/** Below HTTP: TLS, kept-alive connections, compressed responses, and leaks. */
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { createFunctionGraphClient, UnexpectedResponseError } from "functiongraph-workflow";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";
import { always, scriptedServer } from "./faults.js";
import { example, rejection } from "./helpers.js";
import { project, runNode } from "./project.js";

const runProgram = (name: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  runNode(["--import", "tsx", join(project, "test/programs", name), ...args], { env });

describe("https", () => {
  async function tlsServer(
    handle: (connection: number, response: import("node:http").ServerResponse) => void,
  ) {
    const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
      extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
    });
    const folder = mkdtempSync(join(tmpdir(), "tls-"));
    const file = join(folder, "cert.pem");
    writeFileSync(file, cert);
    let connections = 0;
    const options: ServerOptions = { key, cert };
    const server = createServer(options, (request, response) => {
      request.resume().on("end", () => handle(connections, response));
    });
    server.on("secureConnection", () => connections++);
    server.on("tlsClientError", () => {});
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    });
    const url = `https://localhost:${(server.address() as AddressInfo).port}`;
    return { url, file, connections: () => connections };
  }

  test("works, on one connection for two calls", async () => {
    const { url, file, connections } = await tlsServer((_, response) =>
      response.end('{"execution_id":"e1"}'),
    );
    const { stdout } = await runProgram("tls.ts", [url], { NODE_EXTRA_CA_CERTS: file });
    expect(stdout).toBe("e1\ne1\n");
    expect(connections()).toBe(1);
  });

  test("an untrusted certificate means no connection: nothing can have started", async () => {
    const { url } = await tlsServer((_, response) => response.end('{"execution_id":"e1"}'));
    const { stdout } = await runProgram("tls.ts", [url]);
    const first = JSON.parse(stdout.split("\n")[0]!);
    expect(first).toMatchObject({ name: "ConnectionError", mayHaveStarted: false, attempts: 3 });
    expect(first.message).toContain("self-signed certificate");
  });

  test("after a reset following the handshake, the workflow may have started", async () => {
    const { url, file } = await tlsServer((_, response) => response.socket!.destroy());
    const { stdout } = await runProgram("tls.ts", [url], { NODE_EXTRA_CA_CERTS: file });
    expect(JSON.parse(stdout.split("\n")[0]!)).toMatchObject({
      name: "ConnectionError",
      mayHaveStarted: true,
      attempts: 1,
    });
  });
});

test("each call in a first burst opens a connection, and the next burst reuses them", async () => {
  let connections = 0;
  const server = createHttpServer((request, response) => {
    request.resume().on("end", () => setTimeout(() => response.end('{"execution_id":"e1"}'), 100));
  }).listen(0, "127.0.0.1");
  server.on("connection", () => connections++);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { stdout } = await runProgram("bursts.ts", [url]);
  expect(stdout).toBe("20 20\n");
  expect(connections).toBe(20);
});

describe("compressed responses, which are not requested", () => {
  const body = JSON.stringify({ execution_id: "e1" });
  async function serverOf(encoding: string, bytes: Buffer) {
    const server = createHttpServer((request, response) => {
      expect(request.headers["accept-encoding"]).toBeUndefined();
      request.resume().on("end", () => response.setHeader("Content-Encoding", encoding).end(bytes));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return createFunctionGraphClient({ endpoint, projectId: "p", credentials: { ak: "AK", sk: "SK" } });
  }

  test.each([
    ["gzip", gzipSync(body)],
    ["deflate", deflateSync(body)],
    ["br", brotliCompressSync(body)],
    ["GZIP", gzipSync(body)],
  ])("%s", async (encoding, bytes) => {
    const functiongraph = await serverOf(encoding, bytes);
    expect(await functiongraph.startWorkflowExecution(example)).toEqual({ execution_id: "e1" });
  });

  test("broken ones, and ones that are too large, are errors", async () => {
    const half = gzipSync(body).subarray(0, 15);
    const broken = await rejection((await serverOf("gzip", half)).startWorkflowExecution(example));
    expect(broken).toMatchObject({ name: "UnexpectedResponseError", mayHaveStarted: true });
    const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
    const burst = await rejection((await serverOf("gzip", bomb)).startWorkflowExecution(example));
    expect(burst).toBeInstanceOf(UnexpectedResponseError);
    expect(burst).toMatchObject({ mayHaveStarted: true });
  });
});

describe("a server that responds before it has read the request", () => {
  test.each([
    [413, { name: "ApiError", status: 413, mayHaveStarted: false }],
    [400, { name: "ApiError", status: 400, mayHaveStarted: false }],
  ])("with %d: the rest of the request is not sent", async (status, expected) => {
    let closed = () => {};
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const server = await scriptedServer(async (peer) => {
      peer.socket.on("close", closed);
      await peer.read("\r\n\r\n");
      peer.socket.pause();
      peer.answer(status, "{}");
      setTimeout(() => peer.socket.resume(), 300);
    });
    const functiongraph = createFunctionGraphClient({
      endpoint: server.url,
      projectId: "p",
      credentials: { ak: "AK", sk: "SK" },
    });
    const body = { input: { text: "x".repeat(11_000_000) } };
    const call = functiongraph.startWorkflowExecution({ ...example, body });
    expect(await rejection(call)).toMatchObject(expected);
    await gone;
  });
});

test("a refusal that is too large to read is a refusal", async () => {
  const server = await scriptedServer(always(404, "x".repeat(11_000_000)));
  const functiongraph = createFunctionGraphClient({
    endpoint: server.url,
    projectId: "p",
    credentials: { ak: "AK", sk: "SK" },
  });
  const error = await rejection(functiongraph.startWorkflowExecution(example));
  expect(error).toMatchObject({ name: "UnexpectedResponseError", status: 404, mayHaveStarted: false });
});
