import { readFileSync, readdirSync, rmSync, writeFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { addFourOperations } from "../fixtures/four-operations/add.js";
import { contractPath, copyProject, lengthsOf, project, runNode, type ProjectCopy } from "../project.js";

const generatedFiles = [
  "contract.ts",
  "descriptors.ts",
  "sandbox.ts",
  "schemas.ts",
  "openapi.json",
  "operations.ts",
  "types.ts",
];

const readGenerated = (folder: string) =>
  Object.fromEntries(
    readdirSync(join(folder, "generated")).map((name) => [
      name,
      readFileSync(join(folder, "generated", name), "utf8"),
    ]),
  );

/** An operation that has nothing in common with the contract's. */
const foreignOperation = {
  get: {
    operationId: "ListThings",
    summary: "List things",
    description: "Lists the things of a project.",
    tags: ["Start"],
    parameters: [
      { $ref: "#/components/parameters/ProjectId" },
      {
        name: "limit",
        in: "query",
        required: true,
        description: "How many.",
        example: 10,
        schema: { $ref: "#/components/schemas/Limit" },
      },
      {
        name: "ids",
        in: "query",
        description: "Only these.",
        schema: { type: "array", maxItems: 9, items: { type: ["integer", "null"] } },
      },
      {
        name: "status",
        in: "query",
        description: "Which ones.",
        schema: { type: "string", enum: ["running", "done"] },
      },
      {
        name: "tag",
        in: "query",
        description: "All of these.",
        schema: { type: "array", maxItems: 2, items: { type: "string", maxLength: 5, pattern: "^[a-z]+$" } },
      },
      { name: "X-Deep", in: "header", description: "Whether deep.", schema: { type: "boolean" } },
      {
        name: "since",
        in: "query",
        description: "From when on.",
        schema: { type: "string", format: "date", maxLength: 10 },
      },
    ],
    responses: {
      "200": {
        description: "The things.",
        content: {
          "application/json": {
            schema: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
            examples: { Some: { value: [{ name: "one", parts: [{ name: "half" }] }] } },
          },
        },
      },
      "204": { description: "There are none." },
      "400": { $ref: "#/components/responses/BadRequest" },
      "500": { $ref: "#/components/responses/InternalServerError" },
      default: { $ref: "#/components/responses/OtherStatus" },
    },
  },
};
/** Refers to itself. */
const thing = {
  type: "object",
  description: "A thing.",
  required: ["name"],
  properties: {
    name: { type: "string", description: "Its name.", minLength: 1, maxLength: 8 },
    parts: { type: "array", description: "Its parts.", items: { $ref: "#/components/schemas/Thing" } },
  },
};
/** Its path also matches an earlier operation's. */
const latest = {
  delete: {
    ...foreignOperation.get,
    operationId: "DeleteLatestThing",
    parameters: [{ $ref: "#/components/parameters/ProjectId" }],
  },
};
const removal = {
  delete: {
    operationId: "DeleteThing",
    summary: "Delete a thing",
    description: "Deletes one thing.",
    tags: ["Start"],
    parameters: [
      { $ref: "#/components/parameters/ProjectId" },
      {
        name: "thing_id",
        in: "path",
        required: true,
        description: "Which one.",
        example: 7,
        schema: { type: "integer", minimum: 1 },
      },
    ],
    responses: { ...foreignOperation.get.responses, "200": undefined },
  },
};

function addForeignOperations(copy: ProjectCopy) {
  copy.edit((text) => {
    const document = parse(text);
    document.paths["/v2/{project_id}/things"] = foreignOperation;
    document.paths["/v2/{project_id}/things/{thing_id}"] = removal;
    document.paths["/v2/{project_id}/things/latest"] = latest;
    document.components.schemas.Thing = thing;
    document.components.schemas.Limit = {
      type: "integer",
      minimum: 1,
      maximum: 100,
      description: "How many.",
    };
    return stringify(document, { aliasDuplicateObjects: false });
  });
}

test("generating again changes nothing, whatever was there before", async () => {
  const copy = copyProject();
  for (const name of generatedFiles) copy.write(`generated/${name}`, "something else");
  copy.write("generated/left-over.ts", "");
  expect(await copy.script("generate.ts")).toMatchObject({ code: 0 });
  expect(readGenerated(copy.folder)).toEqual(readGenerated(project));
  expect((await copy.script("generate.ts")).stdout).toContain("generated/ is up to date");
});

const { maxLength } = lengthsOf("workflow_id");
const wrongLimit = `maxLength: ${maxLength + 1}`;
test.each([
  [
    "a wrong limit",
    (text: string) => text.replace(`maxLength: ${maxLength}`, wrongLimit),
    new RegExp(`\\.yaml:\\d+:\\d+ {2}error {2}.*maxLength ${maxLength}`),
  ],
  ["no YAML", () => "a: [\n", /\.yaml:2:1 {2}error/],
  [
    "a $ref to nothing",
    (text: string) => text.replace("parameters/WorkflowId", "parameters/Nothing"),
    /\.yaml:\d+:\d+ {2}error/,
  ],
])(
  "a broken contract (%s) is reported with file, line and column, and leaves generated/ alone",
  async (_, change, message) => {
    const copy = copyProject();
    copy.edit(change);
    const { code, stderr } = await copy.script("generate.ts");
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("    at ");
    expect(readGenerated(copy.folder)).toEqual(readGenerated(project));
  },
);

test("a refused contract exits with 1, without a stack, and leaves generated/ alone", async () => {
  const copy = copyProject();
  addFourOperations(copy.folder);
  // The rows and the contract are equal, so that only the generator objects.
  for (const file of [contractPath, "openapi/documented/four-operations.js"])
    copy.edit((text) => text.replaceAll("ListGadgets", "Use"), file);
  const { code, stderr } = await copy.script("generate.ts");
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^openapi\/\S+\.yaml:\d+:7 {2}operationId Use: every client has a method named use/m,
  );
  expect(stderr).not.toContain("    at ");
  expect(readGenerated(copy.folder)).toEqual(readGenerated(project));
});

test("what is linted is what is generated from, even if the contract is edited in between", async () => {
  const copy = copyProject();
  const text = copy.read(contractPath);
  const { ended, output } = copy.startScript("generate.ts");
  // Whenever the script reads the file, it has one text or the other; never one for each of two readers.
  for (let count = 0; count < 200; count++) {
    copy.write("draft.yaml", count % 2 === 0 ? text.replace(`maxLength: ${maxLength}`, wrongLimit) : text);
    renameSync(join(copy.folder, "draft.yaml"), join(copy.folder, contractPath));
    await setTimeout(20);
  }
  const [code] = await ended;
  expect(output()).toMatch(code === 0 ? /up to date/ : /maxLength/);
  expect(readGenerated(copy.folder)).toEqual(readGenerated(project));
});

test("a folder that cannot be written is named, without a stack", async () => {
  const copy = copyProject();
  rmSync(join(copy.folder, "generated"), { recursive: true });
  copy.write("generated", "a file");
  const { code, stderr } = await copy.script("generate.ts");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^generated\/ cannot be written: .*\n$/);
  expect(copy.read("generated")).toBe("a file");
});

test("generating alone gives an unrelated operation its types, method, guard and sandbox route", async () => {
  const copy = copyProject();
  addForeignOperations(copy);
  await copy.generateFrom(copy.read(contractPath));
  writeFileSync(
    join(copy.folder, "src/things.ts"),
    `
import assert from "node:assert/strict";
import { createFunctionGraphClient, InvalidRequestError } from "functiongraph-workflow";
import { createSandbox } from "functiongraph-workflow/sandbox";

const sandbox = await createSandbox();
const { url: endpoint, credentials, projectId } = sandbox;
const client = createFunctionGraphClient({ endpoint, credentials, projectId });

// Types and method.
const things = await client.listThings({
  query: { limit: 2, ids: [1, 2], status: "running", tag: ["a", "b"], since: "2024-03-21" },
  header: { "X-Deep": true },
});
const name: string | undefined = Array.isArray(things) ? things[0]?.parts?.[0]?.name : undefined;
assert.equal(name, "half");
const nothing: undefined = await client.deleteThing({ path: { thing_id: 7 } });
assert.equal(nothing, undefined);
assert.equal((await client.deleteLatestThing())?.length, 1);

// Guard.
// @ts-expect-error: not one of the enum's values, and limit is missing
const wrong = client.listThings({ query: { status: "lost", tag: ["TOO-LONG", "b", "c"], since: "soon" } });
await assert.rejects(wrong, (error) => {
  assert.ok(error instanceof InvalidRequestError);
  const fields = error.issues.map(({ field }) => field).sort();
  assert.deepEqual(fields, ["query.limit", "query.status", "query.tag", "query.tag.0", "query.tag.0"]);
  assert.match(error.message, /query.status .*"running" or "done"/);
  return true;
});

// Sandbox: the same contract, from the other side.
const raw = await client.GET("/v2/{project_id}/things", {
  params: { path: { project_id: projectId }, query: { limit: 1 } },
});
assert.equal(raw.response.status, 200);
const { signRequest } = await import("functiongraph-workflow");
const unguarded = await fetch(
  await signRequest(new Request(endpoint + "/v2/" + projectId + "/things?limit=1000&status=lost&ids=1&ids=2"), credentials),
);
assert.equal(unguarded.status, 400);
const { error_msg } = (await unguarded.json()) as { error_msg: string };
assert.match(error_msg, /query.limit .*at most 100/);
assert.doesNotMatch(error_msg, /query.ids/);
assert.match(error_msg, /query.status .*"running" or "done"/);
await sandbox.close();
console.log("all of it works");
`,
  );
  const check = await runNode([join(project, "node_modules/typescript/bin/tsc")], { cwd: copy.folder });
  expect(check).toEqual({ code: 0, stdout: "", stderr: "" });
  const run = await runNode(["--import", "tsx", "src/things.ts"], { cwd: copy.folder });
  expect(run).toEqual({ code: 0, stdout: "all of it works\n", stderr: "" });
  expect(copy.read("generated/operations.ts")).toContain("Lists the things of a project.");
});
