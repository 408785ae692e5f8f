import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyProject, project } from "./project.js";

const readGenerated = (folder: string) =>
  Object.fromEntries(
    readdirSync(join(folder, "generated")).map((name) => [
      name,
      readFileSync(join(folder, "generated", name), "utf8"),
    ]),
  );

test("every generated file says so in its first lines", () => {
  for (const [name, text] of Object.entries(readGenerated(project))) {
    expect(text.slice(0, 120), name).toContain("do not edit");
  }
});

test("generated code evaluates no code at run time", () => {
  const generated = Object.values(readGenerated(project)).join("\n");
  expect(generated).not.toMatch(/\beval\(|new Function/);
});

test("--check names each file that drifted, and writes nothing", async () => {
  const copy = copyProject();
  copy.edit((text) => text.replace("do not edit", "edited"), "generated/schemas.ts");
  copy.write("generated/stray.ts", "");
  const before = readGenerated(copy.folder);
  const { code, stderr } = await copy.script("generate.ts", "--check");
  expect(code).toBe(1);
  expect(stderr).toContain("generated/schemas.ts is out of date");
  expect(stderr).toContain("generated/stray.ts is out of date");
  expect(stderr).not.toContain("types.ts");
  expect(readGenerated(copy.folder)).toEqual(before);
});
