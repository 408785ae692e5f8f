import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http, { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConfigurationError,
  createFunctionGraphClient,
  CredentialsError,
  fromChain,
  fromEnvironment,
  fromFunctionContext,
  fromMetadata,
  fromProfile,
  TimeoutError,
  type CredentialsProvider,
} from "functiongraph-workflow";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { scriptedServer } from "./faults.js";
import { clientOf, example, rejection, setEnvironment, startSandbox } from "./helpers.js";
import { project, runNode } from "./project.js";

const key = { ak: "AK", sk: "SK" };

describe("environment", () => {
  test("the SDKs' variables take precedence over the samples'", async () => {
    setEnvironment({
      HUAWEICLOUD_SDK_AK: "A1",
      HUAWEICLOUD_SDK_SK: "S1",
      HUAWEICLOUD_SDK_SECURITY_TOKEN: "T1",
    });
    setEnvironment({ CLOUD_SDK_AK: "A2", CLOUD_SDK_SK: "S2" });
    expect(fromEnvironment()()).toEqual({ ak: "A1", sk: "S1", securityToken: "T1" });
    setEnvironment({ HUAWEICLOUD_SDK_AK: undefined, HUAWEICLOUD_SDK_SK: undefined });
    expect(fromEnvironment()()).toEqual({ ak: "A2", sk: "S2" });
  });

  test("is read on each call", async () => {
    const provider = fromEnvironment();
    expect(provider).toThrow("HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set");
    setEnvironment({ CLOUD_SDK_AK: "A", CLOUD_SDK_SK: "S" });
    expect(provider()).toEqual({ ak: "A", sk: "S" });
  });

  test.each([
    [{ HUAWEICLOUD_SDK_AK: "A" }, "HUAWEICLOUD_SDK_SK is not set"],
    [{ HUAWEICLOUD_SDK_SK: "S" }, "HUAWEICLOUD_SDK_AK is not set"],
    [{ CLOUD_SDK_AK: "A" }, "CLOUD_SDK_SK is not set"],
  ])("half a key ends the search: %s", async (variables, message) => {
    setEnvironment(variables);
    expect(fromEnvironment()).toThrow(message);
    const error = await rejection(fromChain(fromEnvironment(), () => key)());
    expect(error.message).toContain(message);
  });
});

describe("function", () => {
  const contextOf = (ak: string, project: string) => ({
    getSecurityAccessKey: () => ak,
    getSecuritySecretKey: () => ak && "S",
    getSecurityToken: () => ak && "T",
    getProjectID: () => project,
  });

  test("the key of the function's agency, read on each call, and the function's project", async () => {
    const sandbox = await startSandbox({ credentials: { ak: "A1", sk: "S", securityToken: "T" } });
    setEnvironment({ HUAWEICLOUD_SDK_PROJECT_ID: "another" });
    let ak = "A0";
    const context = { ...contextOf("A0", sandbox.projectId), getSecurityAccessKey: () => ak };
    const credentials = fromFunctionContext(context);
    expect(credentials()).toEqual({ ak: "A0", sk: "S", securityToken: "T" });
    ak = "A1";
    const client = createFunctionGraphClient({ endpoint: sandbox.url, credentials });
    await client.startWorkflowExecution(example);
    expect(sandbox.executions[0]!.path["project_id"]).toBe(sandbox.projectId);
  });

  test("a client's own projectId takes precedence", async () => {
    const { url, projectId } = await startSandbox();
    const credentials = fromFunctionContext(contextOf("A", "other"));
    const client = createFunctionGraphClient({ endpoint: url, credentials, projectId });
    expect(await rejection(client.startWorkflowExecution(example))).toMatchObject({ status: 401 });
  });

  test("without an agency, the error says to configure one, and a chain goes on", async () => {
    const provider = fromFunctionContext(contextOf("", ""));
    expect(provider).toThrow(CredentialsError);
    expect(provider).toThrow("configure an agency");
    expect(provider.projectId).toBeUndefined();
    expect(await fromChain(provider, () => key)()).toEqual(key);
  });

  test.each([
    undefined,
    {},
    "context",
    {
      getProjectID: () => {
        throw new Error("no");
      },
    },
  ])("what is not a function's context is refused: %s", (context) => {
    expect(() => fromFunctionContext(context as never)).toThrow(ConfigurationError);
    expect(() => fromFunctionContext(context as never)).toThrow("pass the handler's second argument");
  });
});

describe("profile", () => {
  function profile(text: string): string {
    const folder = mkdtempSync(join(tmpdir(), "profile-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "credentials"), text);
    return join(folder, "credentials");
  }

  test("INI, with comments, spaces, a byte order mark and other sections", async () => {
    const file = profile(
      "\ufeff# mine\r\n[global]\r\nak = G\r\n\r\n[ basic ]\r\n ak = A \r\nsk=S=1\r\n; more\r\nsecurity_token = T\r\nproject_id = p\r\n",
    );
    expect(await fromProfile({ file })()).toEqual({ ak: "A", sk: "S=1", securityToken: "T" });
  });

  test("another section", async () => {
    const file = profile("[basic]\nak=A\nsk=S\n[work]\nak=W\nsk=X\n");
    expect(await fromProfile({ file, section: "work" })()).toEqual({ ak: "W", sk: "X" });
  });

  test("HUAWEICLOUD_SDK_CREDENTIALS_FILE, then the home folder", async () => {
    setEnvironment({ HUAWEICLOUD_SDK_CREDENTIALS_FILE: profile("[basic]\nak=A\nsk=S\n") });
    expect(await fromProfile()()).toEqual({ ak: "A", sk: "S" });
    const home = mkdtempSync(join(tmpdir(), "home-"));
    onTestFinished(() => rmSync(home, { recursive: true }));
    mkdirSync(join(home, ".huaweicloud"));
    writeFileSync(join(home, ".huaweicloud/credentials"), "[basic]\nak=H\nsk=S\n");
    setEnvironment({ HUAWEICLOUD_SDK_CREDENTIALS_FILE: "", HOME: home });
    expect(await fromProfile()()).toEqual({ ak: "H", sk: "S" });
  });

  test.each([
    ["no file", () => "/nonexistent/credentials", "There is no credentials file"],
    ["no section", () => profile("ak=A\nsk=S\n"), "has no section [basic]"],
    ["a section without sk", () => profile("[basic]\nak=A\n"), "needs ak and sk"],
    ["a folder", () => tmpdir(), "cannot be read"],
    ["a pipe, which would block", () => pipe(), "is not a file"],
    ["a device that never ends", () => "/dev/zero", "is not a file"],
    ["a file of 2 MB", () => profile("#".repeat(2_000_000)), "has more than"],
  ])("%s", async (_, file, message) => {
    const error = await rejection(fromProfile({ file: file() })());
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toContain(message);
  });

  function pipe(): string {
    const folder = mkdtempSync(join(tmpdir(), "pipe-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    execFileSync("mkfifo", [join(folder, "credentials")]);
    return join(folder, "credentials");
  }

  test("__proto__ and constructor are sections like any other", async () => {
    for (const section of ["__proto__", "constructor"]) {
      const file = profile("[basic]\nak=A\nsk=S\n");
      const error = await rejection(fromProfile({ file, section })());
      expect(error.message).toContain(`no section [${section}]`);
      const own = profile(`[${section}]\nak=A\nsk=S\n`);
      expect(await fromProfile({ file: own, section })()).toEqual({ ak: "A", sk: "S" });
    }
  });

  test.each([
    ["spaces", " ".repeat(1_000_000)],
    ["equals signs", "=".repeat(1_000_000)],
    ["brackets", "[".repeat(1_000_000)],
    ["a key of spaces", `a${" ".repeat(500_000)}=${" ".repeat(500_000)}`],
  ])("a line of a megabyte takes linear time: %s", async (_, line) => {
    const file = profile(`${line}\n[basic]\nak=A\nsk=S\n`);
    const start = performance.now();
    expect(await fromProfile({ file })()).toEqual({ ak: "A", sk: "S" });
    // Quadratic work on this much takes minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("options of another type are refused at once", () => {
    expect(() => fromProfile({ section: 7 as never })).toThrow(ConfigurationError);
    expect(() => fromProfile({ file: {} as never })).toThrow("file must be a string");
  });
});

describe("metadata service", () => {
  /** A metadata service that responds as told, and counts requests. */
  async function service(answers: {
    token?: [number, string] | (() => [number, string]);
    key: () => [number, string];
  }) {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.method} ${request.headers["x-metadata-token"] ?? "-"}`);
      const { token = [200, "t0ken"], key } = answers;
      const [status, body] = request.method !== "PUT" ? key() : typeof token === "function" ? token() : token;
      response.writeHead(status).end(body);
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
  }
  const credential = (expiresInMs: number, access = "AK") =>
    JSON.stringify({
      credential: {
        access,
        secret: "SK",
        securitytoken: "T",
        expires_at: new Date(Date.now() + expiresInMs).toISOString().replace("Z", "000Z"),
      },
    });
  const hour = 3_600_000;

  test("returns a temporary key, which starts a workflow", async () => {
    const sandbox = await startSandbox();
    const credentials = fromMetadata({ endpoint: sandbox.url });
    await clientOf(sandbox, { credentials }).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
    expect(await credentials()).toMatchObject({
      ak: expect.stringMatching(/^TEMP/),
      securityToken: expect.any(String),
    });
  });

  test("asks for a token first, keeps the key, and shares one renewal", async () => {
    const { endpoint, requests } = await service({ key: () => [200, credential(24 * hour)] });
    const provider = fromMetadata({ endpoint });
    const all = await Promise.all(Array.from({ length: 50 }, () => provider()));
    await provider();
    expect(new Set(all.map(({ ak }) => ak))).toEqual(new Set(["AK"]));
    expect(requests).toEqual(["PUT -", "GET t0ken"]);
  });

  test("renews a key with less than 40 minutes left, and keeps using it if that fails", async () => {
    let renewals = 0;
    const { endpoint } = await service({
      key: () => (renewals++ === 0 ? [200, credential(39 * 60_000)] : [500, "broken"]),
    });
    const provider = fromMetadata({ endpoint });
    for (let i = 0; i < 5; i++) expect(await provider()).toMatchObject({ ak: "AK" });
    // After the failure there is a pause.
    expect(renewals).toBe(2);
  });

  test("a renewal that hangs does not hold up calls while the key is valid", async () => {
    let requests = 0;
    const { url } = await scriptedServer(async (peer) => {
      for (;;) {
        await peer.readRequest();
        requests++;
        if (requests === 1) peer.answer(200, "t0ken");
        if (requests === 2) peer.answer(200, credential(30 * 60_000));
      }
    });
    const sandbox = await startSandbox({ credentials: { ak: "AK", sk: "SK", securityToken: "T" } });
    const credentials = fromMetadata({ endpoint: url });
    const functiongraph = clientOf(sandbox, { credentials, timeoutMs: 2_000 });
    await functiongraph.startWorkflowExecution(example);
    const start = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => functiongraph.startWorkflowExecution(example)));
    for (let i = 0; i < 20; i++) await functiongraph.startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(41);
    expect(requests).toBe(3);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("a service that hangs does not keep the process alive after the call", async () => {
    let closed: Promise<unknown> | undefined;
    const { url } = await scriptedServer(async (peer) => {
      closed = once(peer.socket, "close");
      await peer.readRequest();
    });
    const start = performance.now();
    const { stdout } = await runNode(["--import", "tsx", `${project}test/programs/hanging-metadata.ts`, url]);
    expect(stdout).toBe("TimeoutError\n");
    await closed;
    expect(performance.now() - start).toBeLessThan(2_900);
  });

  test("waiting calls share a renewal; one that gives up does not end it for the others", async () => {
    const { url } = await scriptedServer(async (peer) => {
      await peer.readRequest();
      await new Promise((resolve) => setTimeout(resolve, 400));
      peer.answer(404);
      await peer.readRequest();
      peer.answer(200, credential(24 * hour));
    });
    const provider = fromMetadata({ endpoint: url });
    const impatient = rejection(provider({ signal: AbortSignal.timeout(100) }));
    const patient = provider();
    expect((await impatient).name).toBe("TimeoutError");
    expect(await patient).toMatchObject({ ak: "AK" });
  });

  test.each([
    "metadata",
    "ftp://host",
    "http://user@host",
    "http://host/path",
    "http://host?",
    "http://host#",
  ])("an invalid endpoint is refused: %s", async (endpoint) => {
    expect(() => fromMetadata({ endpoint })).toThrow(ConfigurationError);
  });

  test("an empty variable counts as unset", async () => {
    setEnvironment({ HUAWEICLOUD_SDK_METADATA_ENDPOINT: "" });
    const request = vi.spyOn(http, "request").mockImplementation(() => {
      throw new Error("not from a test");
    });
    onTestFinished(() => request.mockRestore());
    expect(await rejection(fromMetadata()())).toBeInstanceOf(CredentialsError);
    expect(request).toHaveBeenCalledWith(expect.objectContaining({ host: "169.254.169.254" }));
  });

  test("a key that has expired is not used", async () => {
    let renewals = 0;
    const { endpoint } = await service({
      key: () => (renewals++ === 0 ? [200, credential(50)] : [500, "broken"]),
    });
    const provider = fromMetadata({ endpoint });
    await provider();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await rejection(provider())).toBeInstanceOf(ConfigurationError);
  });

  test.each([404, 405, 503])("a service without tokens (%d) gets requests without one", async (status) => {
    const { endpoint, requests } = await service({ token: [status, ""], key: () => [200, credential(50)] });
    const provider = fromMetadata({ endpoint });
    await provider();
    await provider();
    expect(requests).toEqual(["PUT -", "GET -", "GET -"]);
  });

  test("a service that had no token for a moment is asked for one again when it wants one", async () => {
    let tokens = 0;
    let keys = 0;
    const { endpoint, requests } = await service({
      token: () => (tokens++ === 0 ? [503, ""] : [200, "t0ken"]),
      key: () => (keys++ === 0 ? [401, "token needed"] : [200, credential(24 * hour)]),
    });
    expect(await fromMetadata({ endpoint })()).toMatchObject({ ak: "AK" });
    expect(requests).toEqual(["PUT -", "GET -", "PUT -", "GET t0ken"]);
  });

  test("a key that cannot be used is not kept", async () => {
    let asked = 0;
    const broken = JSON.stringify(JSON.parse(credential(24 * hour))).replace('"SK"', '"SK\\n"');
    const { endpoint } = await service({
      key: () => [200, asked++ === 0 ? broken : credential(24 * hour)],
    });
    const provider = fromMetadata({ endpoint });
    expect(await rejection(provider())).toBeInstanceOf(CredentialsError);
    expect(await provider()).toMatchObject({ sk: "SK" });
  });

  test("a token that is refused is renewed once", async () => {
    let asked = 0;
    const { endpoint, requests } = await service({
      key: () => (asked++ === 0 ? [401, "expired"] : [200, credential(24 * hour)]),
    });
    expect(await fromMetadata({ endpoint })()).toMatchObject({ ak: "AK" });
    expect(requests).toEqual(["PUT -", "GET t0ken", "PUT -", "GET t0ken"]);
  });

  test("a machine without an agency has no credentials, and is asked once", async () => {
    const { endpoint, requests } = await service({
      key: () => [401, "Please configure Cloud Service Agency first"],
    });
    const error = await rejection(fromMetadata({ endpoint })());
    expect(error.message).toContain("assign an agency to the machine");
    expect(requests).toHaveLength(2);
  });

  test.each([
    ["no JSON", [200, "<html>"]],
    ["no credential", [200, "{}"]],
    ["half a credential", [200, '{"credential":{"access":"AK"}}']],
    [
      "no expiry",
      [200, '{"credential":{"access":"AK","secret":"SK","securitytoken":"T","expires_at":"soon"}}'],
    ],
    ["a server error", [500, "SECRET"]],
  ] as [string, [number, string]][])(
    "nonsense is an error that names the service and quotes nothing: %s",
    async (_, answer) => {
      const { endpoint } = await service({ key: () => answer });
      const error = await rejection(fromMetadata({ endpoint })());
      expect(error).toBeInstanceOf(ConfigurationError);
      expect(error.message).toContain("metadata service");
      expect(error.message).not.toContain("SECRET");
    },
  );

  test("a service that is unreachable, or hangs, is given up on after 3 seconds", async () => {
    const { url } = await scriptedServer((peer) => peer.readRequest());
    const start = performance.now();
    const error = await rejection(fromMetadata({ endpoint: url })());
    expect(error.message).toContain("timed out after 3000 ms");
    expect(performance.now() - start).toBeGreaterThan(2_900);
    const gone = await rejection(fromMetadata({ endpoint: "http://127.0.0.1:9" })());
    expect(gone.message).toContain("could not be reached");
  });
});

describe("the default chain", () => {
  test("says why each source has none", async () => {
    const sandbox = await startSandbox();
    const { url: endpoint, projectId } = sandbox;
    const { createFunctionGraphClient } = await import("functiongraph-workflow");
    const error = await rejection(
      createFunctionGraphClient({ endpoint, projectId }).startWorkflowExecution(example),
    );
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.name).toBe("CredentialsError");
    expect(error.message).toContain("HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set");
    expect(error.message).toContain("There is no credentials file /nonexistent/credentials");
    expect(error.message).toContain("The metadata service is turned off");
  });

  test("goes on to the metadata service", async () => {
    const sandbox = await startSandbox();
    setEnvironment({ HUAWEICLOUD_SDK_METADATA_ENDPOINT: sandbox.url });
    const { url: endpoint, projectId } = sandbox;
    const { createFunctionGraphClient } = await import("functiongraph-workflow");
    await createFunctionGraphClient({ endpoint, projectId }).startWorkflowExecution(example);
    expect(sandbox.executions).toHaveLength(1);
  });
});

describe("a provider that fails is named, before anything is sent", () => {
  const vault: CredentialsProvider = function vault() {
    throw new Error("sealed");
  };
  const rows: [string, CredentialsProvider, string][] = [
    ["fails", vault, "credentials function vault failed"],
    ["rejects", () => Promise.reject(new Error("no")), "the credentials function failed"],
    ["rejects with nothing", () => Promise.reject(undefined), "the credentials function failed"],
    ["returns nothing", () => undefined as never, "use { ak, sk }"],
    ["returns text", () => "AK:SK" as never, "use { ak, sk }"],
    ["returns numbers", () => ({ ak: 1, sk: 2 }) as never, "ak from the credentials function"],
    ["returns an empty token", () => ({ token: "" }), "token from the credentials function"],
    [
      "returns a getter that throws",
      () => ({
        get ak(): string {
          throw new Error("trap");
        },
        sk: "S",
      }),
      "cannot be read",
    ],
  ];
  test.each(rows)("%s", async (_, credentials, message) => {
    const sandbox = await startSandbox();
    const error = await rejection(clientOf(sandbox, { credentials }).startWorkflowExecution(example));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toContain(message);
    expect(error).toMatchObject({ attempts: 0, mayHaveStarted: false });
    expect(sandbox.executions).toEqual([]);
  });

  test("hangs", async () => {
    const sandbox = await startSandbox();
    const credentials: CredentialsProvider = function keyring() {
      return new Promise(() => {});
    };
    const error = await rejection(
      clientOf(sandbox, { credentials, timeoutMs: 100 }).startWorkflowExecution(example),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toContain("timed out after 100 ms, waiting for the credentials function keyring");
  });

  test("is told by a signal that its call has ended", async () => {
    const sandbox = await startSandbox();
    let ended: unknown;
    const credentials: CredentialsProvider = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          ended = signal.reason;
          reject(signal.reason);
        });
      });
    const signal = AbortSignal.timeout(100);
    await rejection(clientOf(sandbox, { credentials }).startWorkflowExecution(example, { signal }));
    expect(ended).toBe(signal.reason);
  });

  test("is called for each request, so that a rotated key is used", async () => {
    const sandbox = await startSandbox();
    let asked = 0;
    const credentials = () => (asked++, sandbox.credentials);
    const functiongraph = clientOf(sandbox, { credentials });
    sandbox.failNext({ status: 429, headers: { "Retry-After": "0" } });
    await functiongraph.startWorkflowExecution(example);
    await functiongraph.startWorkflowExecution(example);
    expect(asked).toBe(3);
  });

  test.each([
    ["a symbol", Symbol("odd")],
    ["a megabyte", "x".repeat(1_000_000)],
  ])("a function whose name is %s fails as any other", async (_, name) => {
    const sandbox = await startSandbox();
    const credentials = Object.defineProperty(() => Promise.reject(new Error("vault")), "name", {
      value: name,
    });
    const error = await rejection(clientOf(sandbox, { credentials }).startWorkflowExecution(example));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message.length).toBeLessThan(1_000);
  });

  test("a function is told nothing of the call but its signal", async () => {
    const sandbox = await startSandbox();
    let context: object = {};
    const credentials: CredentialsProvider = (given) => {
      context = given;
      return sandbox.credentials;
    };
    await clientOf(sandbox, { credentials }).startWorkflowExecution(example);
    expect(Object.getOwnPropertyNames(context)).toEqual(["signal"]);
    expect(Object.getPrototypeOf(context)).toBe(Object.prototype);
  });

  test("null in place of a provider's options is none", () => {
    expect(fromProfile(null as never)).toBeTypeOf("function");
    expect(fromMetadata(null as never)).toBeTypeOf("function");
  });
});
