/** The scripts that keep running, and follow edits of the contract. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contractPath, copyProject, lengthsOf, type ProjectCopy } from "../project.js";
import { runsTimes } from "../seed.js";

const summaryLine = /^ {2}summary: .*/m;

/** The contract with a mark that is generated, too. */
const marked = (text: string, mark: string) => text.replace(summaryLine, `  summary: Save ${mark}.`);

/** The ways in which editors and tools save, each with a new text for the contract. */
const kinds: Record<string, (copy: ProjectCopy, text: string) => void | Promise<void>> = {
  "in place": ({ write }, text) => write(contractPath, text),
  "in two pieces": async ({ write }, text) => {
    write(contractPath, text.slice(0, 1000));
    await setTimeout(30);
    write(contractPath, text);
  },
  "a temporary file that is renamed": ({ folder, write }, text) => {
    write(`${contractPath}.tmp`, text);
    renameSync(join(folder, `${contractPath}.tmp`), join(folder, contractPath));
  },
  "sed -i": ({ folder }, text) => {
    const [summary] = summaryLine.exec(text)!;
    execFileSync("sed", ["-i", `s/^  summary: .*/${summary}/`, join(folder, contractPath)]);
  },
  "a backup as vim makes it": ({ folder, write }, text) => {
    write("openapi/4913", "");
    rmSync(join(folder, "openapi/4913"));
    renameSync(join(folder, contractPath), join(folder, `${contractPath}~`));
    write(contractPath, text);
    rmSync(join(folder, `${contractPath}~`));
  },
  "deleted and put back": async ({ folder, write }, text) => {
    rmSync(join(folder, contractPath));
    await setTimeout(20);
    write(contractPath, text);
  },
  "its folder renamed away and back": async ({ folder, write }, text) => {
    renameSync(join(folder, "openapi"), join(folder, "away"));
    write("away/functiongraph-workflow.yaml", text);
    await setTimeout(20);
    renameSync(join(folder, "away"), join(folder, "openapi"));
  },
};

const turns = (output: string) => output.split("The contract has changed.").length - 1;

test(
  "npm run generate -- --watch follows each kind of save, time and again",
  { timeout: 240_000 },
  async () => {
    const copy = copyProject();
    const text = copy.read(contractPath);
    const { until } = copy.startScript("generate.ts", ["--watch"]);
    await until(/Watching openapi\//);
    const generated = () => copy.read("generated/openapi.json");
    for (const [kind, save] of Object.entries(kinds)) {
      for (const time of ["1", "2", "3"]) {
        const mark = `${Object.keys(kinds).indexOf(kind)}${time}`;
        await save(copy, marked(text, mark));
        await expect.poll(generated, { timeout: 20_000, message: kind }).toContain(`Save ${mark}.`);
      }
    }
  },
);

test("a file or a folder that is new, moved or deleted leads to a turn", async () => {
  const copy = copyProject();
  const { until } = copy.startScript("generate.ts", ["--watch"]);
  await until(/Watching openapi\//);
  const [rules, away] = [join(copy.folder, "openapi/rules"), join(copy.folder, "rules")];
  const changes = {
    "a new file": () => copy.write("openapi/new.yaml", "new: true"),
    "a new folder": () => mkdirSync(join(copy.folder, "openapi/new")),
    "a new file in it": () => copy.write("openapi/new/new.js", ""),
    "its deletion": () => rmSync(join(copy.folder, "openapi/new"), { recursive: true }),
    "a folder moved away": () => renameSync(rules, away),
    "and back": () => renameSync(away, rules),
    "a file in it": () => copy.edit((text) => `${text}\n`, "openapi/rules/spectral.yaml"),
  };
  for (const [change, make] of Object.entries(changes)) {
    make();
    await until(/The contract has changed/);
    await until(change === "a folder moved away" ? /nothing was generated/ : /up to date/);
  }
});

test("rows that change are read again", async () => {
  const copy = copyProject();
  const { until } = copy.startScript("generate.ts", ["--watch"]);
  await until(/Watching openapi\//);
  for (const edition of ["2024-03-22", "2024-03-23"]) {
    const rows = "openapi/documented/start-workflow-execution.js";
    copy.edit((text) => text.replace(/date: "[\d-]+"/, `date: "${edition}"`), rows);
    await until(/Wrote generated\/SOURCE\.md/);
    expect(copy.read("generated/SOURCE.md")).toContain(edition);
  }
});

test("saves during a run lead to one more run, of the last of them", async () => {
  const copy = copyProject();
  const text = copy.read(contractPath);
  const { output, until } = copy.startScript("generate.ts", ["--watch"]);
  await until(/Watching openapi\//);
  copy.write(contractPath, marked(text, "first"));
  await until(/The contract has changed/);
  for (let count = 1; count <= 12; count++) {
    copy.write(contractPath, marked(text, String(count)));
    await setTimeout(50);
  }
  await expect.poll(() => copy.read("generated/openapi.json"), { timeout: 20_000 }).toContain("Save 12.");
  await setTimeout(500);
  expect(turns(output()), output()).toBe(2);
});

test("swap, lock and backup files of editors do not count", async () => {
  const copy = copyProject();
  const { output, until } = copy.startScript("generate.ts", ["--watch"]);
  await until(/Watching openapi\//);
  for (const name of [".functiongraph-workflow.yaml.swp", ".#a.yaml", "#a.yaml#", "a.yaml~", "rules/.a.swp"])
    copy.write(`openapi/${name}`, "text");
  await setTimeout(500);
  expect(turns(output())).toBe(0);
});

test("whatever is saved, and when, the last turn sees the last save", { timeout: 240_000 }, async () => {
  const copy = copyProject();
  const text = marked(copy.read(contractPath), "first");
  copy.write(contractPath, text);
  copy.write(
    "scripts/turns.ts",
    `import { readFileSync } from "node:fs";
    import { setTimeout } from "node:timers/promises";
    import { contractFile } from "./tools.js";
    import { saves } from "./watch.js";
    for await (const _ of saves()) {
      let seen;
      try { seen = /Save (\\S+)\\./.exec(readFileSync(contractFile, "utf8"))?.[1]; } catch {}
      await setTimeout(150);
      console.log("saw " + seen);
    }`,
  );
  const { output, until } = copy.startScript("turns.ts");
  await until(/Watching openapi\//);
  let count = 0;
  const save = fc.record({ kind: fc.constantFrom(...Object.keys(kinds)), pause: fc.nat(250) });
  await fc.assert(
    fc.asyncProperty(fc.array(save, { minLength: 1, maxLength: 8 }), async (saves) => {
      for (const { kind, pause } of saves) {
        await kinds[kind]!(copy, marked(text, String(++count)));
        await setTimeout(pause);
      }
      const last = () =>
        output()
          .match(/saw \S+/g)!
          .at(-1);
      await expect.poll(last, { timeout: 3000 }).toBe(`saw ${count}`);
    }),
    runsTimes(0.04),
  );
});

test("npm run generate -- --watch survives a mistake", async () => {
  const { maxLength } = lengthsOf("workflow_id");
  const copy = copyProject();
  const text = copy.read(contractPath);
  const { until } = copy.startScript("generate.ts", ["--watch"]);
  await until(/Watching openapi\//);
  for (const broken of [text.replace(`maxLength: ${maxLength}`, "maxLength: 0"), "a: [1\nb: {", ""]) {
    copy.write(contractPath, broken);
    await until(/openapi\/functiongraph-workflow\.yaml:\d+:\d+ .*\n/);
    await until(/The contract is not clean: nothing was generated/);
    copy.write(contractPath, text);
    await until(/up to date/);
  }
});

test("both end on Ctrl-C and SIGTERM, whatever they are doing, and leave nothing behind", async () => {
  const copy = copyProject();
  const text = copy.read(contractPath);
  // From when it has printed this, in milliseconds.
  const moments: [string, string[], RegExp, number[]][] = [
    ["start.ts", [], /Docs/, [0, 400, 800, 1500, 2500, 4000]],
    ["generate.ts", ["--watch"], /Watching/, [0, 200, 600, 1500]],
  ];
  for (const [script, args, printed, times] of moments) {
    for (const [index, ms] of times.entries()) {
      // Each time there is something to write.
      copy.write(contractPath, marked(text, `${script} ${index}`));
      const env = { PORT: "0" };
      const { ended, group, kill, killGroup, output, until } = copy.startScript(script, args, env, {
        ownGroup: true,
      });
      await until(printed);
      copy.write(contractPath, marked(text, `${script} ${index} again`));
      await setTimeout(ms);
      if (index % 2) kill("SIGTERM");
      else killGroup("SIGINT");
      expect(await ended, output()).toEqual([0, null]);
      await expect.poll(group, { timeout: 500 }).toEqual([]);
      expect(output()).not.toMatch(/ended with exit code|rror:/);
    }
  }
  const left = readdirSync(copy.folder).filter((name) => name.startsWith("generated"));
  expect(left).toEqual(["generated"]);
}, 240_000);
