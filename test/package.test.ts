/** The package as users get it: packed, installed into an empty project, imported and type-checked. */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { always, scriptedServer } from "./faults.js";
import { startSandbox } from "./helpers.js";
import { descriptors } from "../generated/descriptors.js";
import { project, runNode } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "package-"));
const installed = join(folder, "node_modules/functiongraph-workflow");
afterAll(() => rmSync(folder, { recursive: true }));

const npm = (args: string[], cwd: string) =>
  execFileSync("npm", [...args, "--no-audit", "--no-fund", "--no-update-notifier", "--prefer-offline"], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

let tarball: string;
beforeAll(() => {
  const packed = npm(["pack", "--json", "--pack-destination", folder], project);
  const { filename } = JSON.parse(packed.slice(packed.indexOf("[\n")))[0];
  tarball = join(folder, filename);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "user", private: true, type: "module" }),
  );
  npm(["install", "--ignore-scripts", tarball], folder);
}, 120_000);

const filesOf = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("is small", () => {
  const more = Object.keys(descriptors).length - 1;
  /** What the package may take with one operation, and what each further one may add. */
  const budget = (one: number, each: number) => one + each * more;

  const isOfBulk = (file: string) => /dist\/bulk\.[^/]*$/.test(file);
  const isCommand = (file: string) => /dist\/cli\.js$/.test(file);
  const bytesOf = (files: string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0);

  test("installed: three packages; without bulk starts and the command 0.95 MB, and 40 KB for each further operation", () => {
    const lock = readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8");
    expect(Object.keys(JSON.parse(lock).packages).sort()).toEqual([
      "node_modules/functiongraph-workflow",
      "node_modules/openapi-fetch",
      "node_modules/openapi-typescript-helpers",
    ]);
    const files = filesOf(join(folder, "node_modules"));
    const others = files.filter((file) => !isOfBulk(file) && !isCommand(file));
    expect(bytesOf(others)).toBeLessThanOrEqual(budget(950_000, 40_000));
  });

  test("packed: 225 KB, and 6 KB for each further operation; Node's file: 95 KB and 4.5 KB", () => {
    expect(statSync(tarball).size).toBeLessThanOrEqual(budget(225_000, 6_000));
    expect(statSync(join(installed, "dist/node.js")).size).toBeLessThanOrEqual(budget(95_000, 4_500));
  });

  test("bulk starts: 100 KB in both kinds of modules, whatever the number of operations", () => {
    expect(bytesOf(filesOf(installed).filter(isOfBulk))).toBeLessThanOrEqual(100_000);
  });

  test("the command: 40 KB", () => {
    expect(bytesOf(filesOf(installed).filter(isCommand))).toBeLessThanOrEqual(40_000);
  });

  test("imported: one file and no Node modules; http, crypto and openapi-fetch are loaded when needed", async () => {
    writeFileSync(
      join(folder, "loads.mjs"),
      `
      import { Session } from "node:inspector";
      const session = new Session();
      session.connect();
      const loaded = [];
      session.on("Debugger.scriptParsed", ({ params }) => loaded.push(params.url));
      session.post("Debugger.enable");
      loaded.length = 0;
      await import("functiongraph-workflow");
      console.log(JSON.stringify(loaded.filter((url) => /^(file|node):/.test(url))));
    `,
    );
    const { stdout } = await runNode(["loads.mjs"], { cwd: folder });
    const loaded: string[] = JSON.parse(stdout);
    const files = loaded.filter((url) => url.startsWith("file:"));
    expect(files.map((url) => url.replace(/^.*node_modules/, ""))).toEqual([
      "/functiongraph-workflow/dist/node.js",
    ]);
    expect(loaded.filter((url) => /^node:.*(http|tls|net|crypto|zlib|undici)/.test(url))).toEqual([]);
  });

  /** One export of the package, bundled for a browser. */
  async function bundle(name: string, conditions: string[] = []) {
    const result = await build({
      stdin: { contents: `export { ${name} } from "functiongraph-workflow"`, resolveDir: folder },
      bundle: true,
      format: "esm",
      platform: "browser",
      conditions,
      target: "es2022",
      minify: true,
      metafile: true,
      write: false,
    });
    const [output] = Object.values(result.metafile.outputs);
    const parts = Object.entries(output!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const { contents, text } = result.outputFiles[0]!;
    return {
      text,
      gzipped: gzipSync(contents, { level: 9 }).length,
      files: parts.map(([file]) => file.replace(/^.*node_modules\//, "")),
    };
  }

  test("bundled for a browser: the client in 22 KiB and 0.2 KiB for each further operation, without what needs a process", async () => {
    const { gzipped, files, text } = await bundle("createFunctionGraphClient");
    expect(gzipped).toBeLessThan(budget(22 * 1024, 0.2 * 1024));
    expect(files).toEqual(["openapi-fetch/dist/index.mjs", "functiongraph-workflow/dist/browser.js"]);
    expect(text).toContain("schemaPath");
    expect(text).not.toMatch(/169\.254|getBuiltinModule|node:/);
  });

  test("bundled for a worker, by tools that also set the browser condition: the file that reads the environment", async () => {
    const { files } = await bundle("createFunctionGraphClient", ["workerd", "worker", "browser"]);
    expect(files).toContain("functiongraph-workflow/dist/web.js");
  });

  test("signRequest alone: 3.5 KiB, without openapi-fetch and without schemas", async () => {
    const { gzipped, files, text } = await bundle("signRequest");
    expect(gzipped).toBeLessThan(3.5 * 1024);
    expect(files).toEqual(["functiongraph-workflow/dist/browser.js"]);
    expect(text).not.toMatch(/schemaPath|executions|openapi|minLength/);
  });
});

test("contains the code, the contract, the license and the README, and nothing else", () => {
  const roots = new Set(
    filesOf(installed).map((file) =>
      file
        .slice(installed.length + 1)
        .split("/")
        .slice(0, 2)
        .join("/"),
    ),
  );
  expect([...roots].sort()).toEqual([
    "LICENSE",
    "README-zh-CN.md",
    "README.md",
    "dist/browser.js",
    "dist/bulk.cjs",
    "dist/bulk.d.cts",
    "dist/bulk.d.ts",
    "dist/bulk.js",
    "dist/cli.js",
    "dist/index.d.cts",
    "dist/index.d.ts",
    "dist/node.cjs",
    "dist/node.js",
    "dist/sandbox.cjs",
    "dist/sandbox.d.cts",
    "dist/sandbox.d.ts",
    "dist/sandbox.js",
    "dist/web.js",
    "generated/openapi.json",
    "openapi/functiongraph-workflow.yaml",
    "package.json",
  ]);
});

test("imports nothing that it does not declare", () => {
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const declared = [...Object.keys(manifest.dependencies), manifest.name];
  const imported = filesOf(join(installed, "dist"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"([^".][^"]*)"/g)])
    .map(([, specifier]) => specifier!);
  expect(imported.length).toBeGreaterThan(5);
  const undeclared = imported.filter(
    (name) =>
      !declared.some((one) => `${name}/`.startsWith(`${one}/`)) &&
      !builtinModules.includes(name.replace(/^node:/, "")),
  );
  expect(undeclared).toEqual([]);
  expect(manifest.scripts).not.toHaveProperty("postinstall");
});

test("works: sandbox, client, bulk starts, signing, the contract", async () => {
  writeFileSync(
    join(folder, "use.mjs"),
    `
    import { readFileSync } from "node:fs";
    import { createFunctionGraphClient, signRequest } from "functiongraph-workflow";
    import { startMany } from "functiongraph-workflow/bulk";
    import { createSandbox } from "functiongraph-workflow/sandbox";
    import contract from "functiongraph-workflow/openapi.json" with { type: "json" };
    const sandbox = await createSandbox();
    const { url: endpoint, credentials, projectId } = sandbox;
    const functiongraph = createFunctionGraphClient({ endpoint, credentials, projectId });
    const { execution_id } = await functiongraph.startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } });
    const { started } = await startMany(functiongraph, "w", [{ input: {} }], { journal: "esm.journal" });
    const signed = await signRequest(new Request(endpoint), credentials);
    const yaml = readFileSync(new URL(import.meta.resolve("functiongraph-workflow/openapi.yaml")), "utf8");
    console.log(JSON.stringify([
      execution_id === sandbox.executions[0].execution_id,
      started === 1 && sandbox.executions.length === 2,
      signed.headers.has("authorization"),
      contract.openapi,
      yaml.split("\\n")[0],
    ]));
    await sandbox.close();
  `,
  );
  const { stdout, code } = await runNode(["--no-warnings", "use.mjs"], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([true, true, true, "3.1.0", "openapi: 3.1.0"]);
});

test("works in CommonJS, where errors are instances of its own classes", async () => {
  writeFileSync(
    join(folder, "use.cjs"),
    `
    const { createFunctionGraphClient, ApiError, ConfigurationError, FunctionGraphError } = require("functiongraph-workflow");
    const { startMany, JournalError } = require("functiongraph-workflow/bulk");
    const { createSandbox } = require("functiongraph-workflow/sandbox");
    const start = async () => {
      const sandbox = await createSandbox({ workflows: ["w"] });
      const { url: endpoint, credentials, projectId } = sandbox;
      const functiongraph = createFunctionGraphClient({ endpoint, credentials, projectId });
      const request = (workflow_id) => ({ path: { workflow_id }, body: { input: {} } });
      const { execution_id } = await functiongraph.startWorkflowExecution(request("w"));
      const unknown = await functiongraph.startWorkflowExecution(request("x")).catch((error) => error);
      const port = await createSandbox({ port: -1 }).catch((error) => error);
      const journal = "cjs.journal";
      const { refused } = await startMany(functiongraph, "x", [{ input: {} }], { journal });
      const other = await startMany(functiongraph, "w", [], { journal }).catch((error) => error);
      console.log(JSON.stringify([
        execution_id === sandbox.executions[0].execution_id,
        unknown instanceof ApiError && unknown instanceof FunctionGraphError,
        port instanceof ConfigurationError,
        refused === 1 && other instanceof JournalError && other instanceof FunctionGraphError,
      ]));
      await sandbox.close();
    };
    void start();
  `,
  );
  const { stdout, stderr } = await runNode(["--no-warnings", "use.cjs"], { cwd: folder });
  expect({ stdout, stderr }).toEqual({ stdout: "[true,true,true,true]\n", stderr: "" });
});

test("the command works by its name; what it does is in test/cli*.test.ts", async () => {
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const printed = execFileSync("npx", ["--no-install", "functiongraph-workflow", "--version"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(printed).toBe(`${version}\n`);
  const sandbox = await startSandbox();
  const args = ["start", "w", "--wait", "--endpoint", sandbox.url, "--project-id", sandbox.projectId];
  const { ak, sk } = sandbox.credentials;
  const env = { HUAWEICLOUD_SDK_AK: ak, HUAWEICLOUD_SDK_SK: sk };
  const bin = join(folder, "node_modules/.bin/functiongraph-workflow");
  expect(await runNode([bin, ...args], { cwd: folder, env })).toMatchObject({ code: 0, stderr: "" });
  expect(sandbox.executions).toHaveLength(1);
});

test.each(["opentelemetry.cjs", "opentelemetry.mjs"])(
  "OpenTelemetry's http instrumentation sees a call: %s",
  async (program) => {
    const modules = join(folder, "node_modules/@opentelemetry");
    if (!existsSync(modules)) symlinkSync(join(project, "node_modules/@opentelemetry"), modules);
    copyFileSync(join(project, "test/programs", program), join(folder, program));
    const { url } = await scriptedServer(always(200, '{"execution_id":"e1"}'));
    const { stdout, stderr } = await runNode(["--no-warnings", program, url], { cwd: folder });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual([{ name: "POST", kind: 2 }]);
  },
);

describe("types", () => {
  const consumer = `
    import { createFunctionGraphClient, ApiError, type StartWorkflowExecutionRequest, type paths } from "functiongraph-workflow";
    import { startMany, type Outcome } from "functiongraph-workflow/bulk";
    import { createSandbox } from "functiongraph-workflow/sandbox";
    const functiongraph = createFunctionGraphClient({ region: "cn-north-4", projectId: "p" });
    export const request: StartWorkflowExecutionRequest = {
      path: { workflow_id: "w" },
      body: { input: { a: 1, b: [null] }, headers: { tenantId: "user1" } },
    };
    export const id: Promise<string> = functiongraph.startWorkflowExecution(request, { timeoutMs: 5 }).then((r) => r.execution_id);
    export const data = functiongraph.POST("/v2/{project_id}/fgs/workflows/{workflow_id}/executions", {
      params: { path: { project_id: "p", workflow_id: "w" }, header: { "X-Create-Time": "2024-03-21" } },
      body: { input: {} },
    }).then(({ data, error }) => data?.execution_id ?? error?.error_msg satisfies string | undefined);
    export const codes = (error: ApiError): [number, string | undefined, boolean] => [error.status, error.code, error.mayHaveStarted];
    export const operation: keyof paths = "/v2/{project_id}/fgs/workflows/{workflow_id}/executions";
    interface Order { id: string }
    const orders: readonly Order[] = [];
    const inputs = orders.map((input) => ({ key: input.id, input }));
    const onOutcome = ({ key, executionId }: Outcome) => console.log(key, executionId);
    export const unknown: Promise<number> = startMany(functiongraph, "w", inputs, { journal: "j", onOutcome }).then((summary) => summary.unknown);
    // @ts-expect-error: without a journal is said, not forgotten
    startMany(functiongraph, "w", inputs, {});
    export const sandbox = createSandbox({ strict: true }).then(({ url }) => url.length);
    // @ts-expect-error: input is required
    functiongraph.startWorkflowExecution({ path: { workflow_id: "w" }, body: {} });
    // @ts-expect-error: JSON text is not an object
    functiongraph.startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: "{}" } });
    // @ts-expect-error: the header is spelled X-WorkflowRun-ID
    functiongraph.startWorkflowExecution({ ...request, header: { "X-WorkflowRun-Id": "1" } });
    // @ts-expect-error: the response has no executionId, unlike in the vendor's types
    functiongraph.startWorkflowExecution(request).then((response) => response.executionId);
  `;

  const compilers = [
    ["TypeScript 5.9", "typescript/bin/tsc"],
    ["TypeScript 7", "typescript-7/bin/tsc"],
  ] as const;
  const settings = [
    ["nodenext", "use.ts", { module: "nodenext", moduleResolution: "nodenext" }],
    ["nodenext, CommonJS", "use.cts", { module: "nodenext", moduleResolution: "nodenext" }],
    ["bundler", "use.ts", { module: "esnext", moduleResolution: "bundler" }],
  ] as const;
  const cases = compilers
    .flatMap(([compiler, bin]) =>
      settings.map(([name, file, options]) => ({ compiler, bin, name, file, options })),
    )
    // Seconds each: the newer one shows that a bundler's resolution works.
    .filter(({ compiler, name }) => compiler === "TypeScript 7" || name !== "bundler");

  // No @types/node, and no skipped library check: the types must stand alone.
  test.each(cases)("$compiler, $name", async ({ bin, name, file, options, compiler }) => {
    const place = join(folder, `${compiler} ${name}`.replaceAll(" ", "-"));
    mkdirSync(place);
    writeFileSync(join(place, file), consumer);
    const compilerOptions = {
      ...options,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      strict: true,
      noEmit: true,
      types: [],
    };
    writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
    const result = await runNode([join(project, "node_modules", bin), "--project", place]);
    expect(result).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

test("the types cost no more instantiations than openapi-fetch needs for the same call", async () => {
  const path = `"/v2/{project_id}/fgs/workflows/{workflow_id}/executions"`;
  const programs = {
    "openapi-fetch": `
      import createClient from "openapi-fetch";
      import type { paths } from "functiongraph-workflow";
      const client = createClient<paths>({ baseUrl: "https://example.com" });
      const params = { path: { project_id: "p", workflow_id: "w" } };
      export const id = client.POST(${path}, { params, body: { input: {} } }).then(({ data }) => data?.execution_id);
    `,
    "functiongraph-workflow": `
      import { createFunctionGraphClient } from "functiongraph-workflow";
      const client = createFunctionGraphClient({ region: "cn-north-4", projectId: "p" });
      export const id = client
        .startWorkflowExecution({ path: { workflow_id: "w" }, body: { input: {} } })
        .then(({ execution_id }) => execution_id);
    `,
  };
  const instantiations = async (name: keyof typeof programs) => {
    const place = join(folder, `instantiations-${name}`);
    mkdirSync(place);
    writeFileSync(join(place, "use.ts"), programs[name]);
    const compilerOptions = {
      ...{ module: "nodenext", target: "es2022", lib: ["es2023", "dom", "dom.iterable"] },
      ...{ strict: true, noEmit: true, types: [], skipLibCheck: true },
    };
    writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const tsc = join(project, "node_modules/typescript/bin/tsc");
    const { stdout } = await runNode([tsc, "--project", place, "--extendedDiagnostics"]);
    return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]);
  };
  const theirs = await instantiations("openapi-fetch");
  expect(theirs).toBeGreaterThan(1_000);
  expect(await instantiations("functiongraph-workflow")).toBeLessThanOrEqual(theirs);
});

test("publint finds nothing", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: installed, strict: true });
  expect(messages).toEqual([]);
});

test("are-the-types-wrong finds nothing", async () => {
  const cli = join(project, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // Without TypeScript's oldest resolution, which does not support "exports"; and YAML has no types.
  const options = ["--profile", "node16", "--exclude-entrypoints", "openapi.yaml"];
  const result = await runNode([cli, tarball, ...options, "--format", "ascii", "--no-color"], {
    cwd: folder,
  });
  expect(result, result.stdout).toMatchObject({ code: 0 });
});
