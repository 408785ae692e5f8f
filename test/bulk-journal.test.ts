/** What a journal's file may go through, and who may use it when. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { JournalError, readJournal, resend, type Outcome } from "functiongraph-workflow/bulk";
import { describe, expect, onTestFinished, test } from "vitest";
import { listOf, newFolder, newJournal, run } from "./bulk-helpers.js";
import { clientOf, rejection, startSandbox } from "./helpers.js";
import { project } from "./project.js";
import { runsTimes, shownRuns } from "./seed.js";

/** A sandbox, and a journal with every kind of outcome in it. */
async function written(count = 12) {
  const sandbox = await startSandbox();
  const journal = newJournal();
  sandbox.failNext({ status: 500 });
  sandbox.failNext({ status: 404 });
  const list = listOf(count);
  list[3] = { key: 'odd "crc":"00000000"} \u2028 \ud800 käse', input: { n: 4 } };
  const { outcomes } = await run(clientOf(sandbox), list, { journal, concurrency: 2 });
  expect(outcomes.size).toBe(count);
  return { sandbox, journal, list, outcomes, bytes: readFileSync(journal) };
}

async function outcomesIn(journal: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of readJournal(journal)) outcomes.push(outcome);
  return outcomes;
}

test("holds each outcome", async () => {
  const { journal, outcomes } = await written();
  const withoutPlace = [...outcomes.values()].map(({ position: _, ...outcome }) => outcome);
  const inFile = await outcomesIn(journal);
  expect(inFile).toHaveLength(12);
  expect(inFile).toEqual(expect.arrayContaining(withoutPlace));
});

test(`any beginning of it opens: what it tells of is never sent again (${shownRuns})`, async () => {
  const { sandbox, journal, list, bytes } = await written();
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length }), async (length) => {
      writeFileSync(journal, bytes.subarray(0, length));
      const whole = bytes.subarray(0, bytes.lastIndexOf("\n", length) + 1).toString();
      const before = sandbox.executions.length;
      const { summary } = await run(clientOf(sandbox), list, { journal });
      expect(summary).toMatchObject({ inputs: 12, unsent: 0 });
      // Which keys it tells of, by their own lines; a whole line may lack its newline only.
      const told = new Set([...whole.matchAll(/"hash":"([\w-]+)"/g)].map(([, hash]) => hash));
      expect(sandbox.executions.length - before).toBeLessThanOrEqual(12 - told.size);
      expect(sandbox.executions.length - before).toBeGreaterThanOrEqual(12 - told.size - 1);
      expect(summary.earlier).toBe(12 - (sandbox.executions.length - before));
      expect(await outcomesIn(journal)).toHaveLength(12);
    }),
    { ...runsTimes(0.05), examples: [[0], [1], [bytes.indexOf("\n")], [bytes.length - 1], [bytes.length]] },
  );
});

test(`any changed byte is found, and its line named (${shownRuns})`, async () => {
  const { sandbox, journal, list, bytes } = await written();
  const before = sandbox.executions.length;
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: bytes.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= change;
        writeFileSync(journal, changed);
        const { error } = await run(clientOf(sandbox), list, { journal });
        expect(error).toBeInstanceOf(JournalError);
        const line = bytes.subarray(0, at).toString("latin1").split("\n").length;
        const last = bytes.toString("latin1").split("\n").length - 1;
        const named = new RegExp(`^Line ${line} of the journal .* is damaged`);
        if (line === 1) expect(error.message).toContain("first line is damaged");
        else if (line === last && at === bytes.length - 1) expect(error.message).toMatch(/^The last line of/);
        else expect(error.message).toMatch(named);
        expect(readFileSync(journal).equals(changed)).toBe(true);
      },
    ),
    {
      ...runsTimes(0.15),
      examples: [
        [bytes.length - 1, 1],
        [bytes.length - 2, 1],
        [bytes.indexOf("\n"), 1],
      ],
    },
  );
  expect(sandbox.executions).toHaveLength(before);
});

describe("is refused", () => {
  test("if it is of another workflow, endpoint or project", async () => {
    const { sandbox, journal, list, bytes } = await written();
    const other = await startSandbox();
    const elsewhere = await run(clientOf(other), list, { journal });
    expect(elsewhere.error.message).toMatch(/is of another run: its endpoint is/);
    const foreign = await run(clientOf(sandbox, { projectId: "other" }), list, { journal });
    expect(foreign.error.message).toMatch(/is of another run: its projectId is/);
    writeFileSync(journal, "");
    const { startMany } = await import("functiongraph-workflow/bulk");
    await startMany(clientOf(sandbox), "another", [], { journal });
    const workflow = await run(clientOf(sandbox), list, { journal });
    expect(workflow.error).toBeInstanceOf(JournalError);
    expect(workflow.error.message).toMatch(/its workflowId is another, not w\. Pass another path/);
    expect(bytes.length).toBeGreaterThan(0);
    expect(other.executions).toEqual([]);
  });

  test.each([
    ["a list of inputs", '{"key":"a","input":{}}\n{"key":"b","input":{}}\n'],
    ["text without a newline", "hello"],
    ["a newer version", undefined],
  ])("if it is something else, which is left as it is: %s", async (_, given) => {
    const sandbox = await startSandbox();
    const file = newJournal();
    const { writeLine } = await import("../src/bulk/line.js");
    const text = given ?? writeLine({ journal: "functiongraph-workflow/bulk", version: 2 }).toString();
    writeFileSync(file, text);
    const { error } = await run(clientOf(sandbox), listOf(1), { journal: file });
    expect(error).toBeInstanceOf(JournalError);
    expect(error.message).toMatch(/is not a journal of bulk starts|has version 2/);
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(await rejection(outcomesIn(file))).toBeInstanceOf(JournalError);
    expect(sandbox.executions).toEqual([]);
  });

  test("while another run uses it, by whatever path", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    const link = join(dirname(journal), "link");
    let others: unknown[] = [];
    const onOutcome = async () => {
      symlinkSync(journal, link);
      const again = await run(clientOf(sandbox), listOf(9), { journal: link });
      others = [again.error, await rejection(resend(journal, ["k1"]))];
    };
    const { summary } = await run(clientOf(sandbox), listOf(1), { journal, onOutcome });
    expect(summary.started).toBe(1);
    const inUse = {
      name: "JournalError",
      message: expect.stringContaining(`in use by process ${process.pid}`),
    };
    expect(others).toMatchObject([inUse, inUse]);
    const after = await run(clientOf(sandbox), listOf(2), { journal });
    expect(after.summary).toMatchObject({ started: 2, earlier: 1 });
  });

  test("while another process uses it, but not once that is killed", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    const holder = startHolder(sandbox.url, sandbox.projectId, journal);
    await holder.holds;
    const { error } = await run(clientOf(sandbox), listOf(1), { journal });
    expect(error.message).toMatch(new RegExp(`in use by process ${holder.pid} on .* delete .*\\.lock`));
    await holder.kill();
    const { summary } = await run(clientOf(sandbox), listOf(1), { journal });
    expect(summary.started).toBe(1);
  });

  test("by all but one of many that come at once", async () => {
    const sandbox = await startSandbox();
    const journal = newJournal();
    await startHolder(sandbox.url, sandbox.projectId, journal).kill();
    appendFileSync(`${journal}.lock`, '{"claim":"cut o');
    let inside = 0;
    const runs = await Promise.all(
      Array.from({ length: 20 }, () =>
        run(clientOf(sandbox), listOf(1), {
          journal,
          onOutcome: async () => {
            inside++;
            await new Promise((resolve) => setTimeout(resolve, 300));
          },
        }),
      ),
    );
    expect(inside).toBe(1);
    expect(runs.filter(({ error }) => error === undefined)).toHaveLength(1);
    expect(sandbox.executions).toHaveLength(1);
  });
});

/** Another process that holds the lock of a journal. */
function startHolder(url: string, projectId: string, journal: string) {
  const program = join(project, "test/programs/hold-journal.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, url, projectId, journal], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const holds = once(child.stdout, "data");
  const ended = once(child, "close");
  return {
    pid: child.pid,
    holds,
    kill: async () => {
      await holds;
      child.kill("SIGKILL");
      await ended;
    },
  };
}

describe("that cannot be written stops a run before anything is sent", () => {
  /** Runs a start of ten inputs in a process of its own, with a limit or as another user. */
  async function startElsewhere(journal: string, how: { limit?: string; uid?: number }) {
    const sandbox = await startSandbox();
    const { url, projectId } = sandbox;
    const program = join(newFolder(), "start.mjs");
    const { build } = await import("esbuild");
    await build({
      entryPoints: [join(project, "test/programs/start-ten.ts")],
      nodePaths: [join(project, "node_modules")],
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
    });
    chmodSync(dirname(program), 0o755);
    const script = `${how.limit ?? ":"}; exec "$0" "$@"`;
    // Another user may not be able to reach the program that runs this.
    const node = how.uid === undefined ? process.execPath : join(dirname(program), "node");
    if (how.uid !== undefined) copyFileSync(process.execPath, node, constants.COPYFILE_FICLONE);
    const child = spawn("sh", ["-c", script, node, program, url, projectId, journal], {
      stdio: ["ignore", "pipe", "inherit"],
      ...(how.uid !== undefined && { uid: how.uid }),
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    await once(child, "close");
    return { sandbox, said: JSON.parse(output) };
  }

  test("a full disk, from the beginning or on the way", async () => {
    // What the system says to a file at its limit is what it says to one on a full disk, but for the code.
    const none = await startElsewhere(newJournal(), { limit: "trap '' XFSZ; ulimit -f 0" });
    expect(none.said).toMatchObject({
      name: "JournalError",
      message: expect.stringContaining("cannot be written"),
    });
    expect(none.sandbox.executions).toEqual([]);

    const journal = newJournal();
    const some = await startElsewhere(journal, { limit: "trap '' XFSZ; ulimit -f 2" });
    expect(some.said).toMatchObject({ name: "RunStoppedError", cause: "JournalError" });
    const { executions } = some.sandbox;
    expect(executions.length).toBeGreaterThan(1);
    expect(executions.length).toBeLessThan(10);
    const { started } = some.said.summary;
    expect(started).toBe(executions.length);
    // The last outcome may not have found room, but what it is of is not sent again.
    const next = await run(clientOf(some.sandbox), listOf(10), { journal });
    expect(next.summary).toMatchObject({ inputs: 10, unsent: 0 });
    expect(executions).toHaveLength(10);
  });

  test("a folder that may only be read, or is not there", async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    // The permissions of a folder do not bind root.
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const { sandbox, said } = await startElsewhere(join(folder, "journal"), uid);
    expect(said).toMatchObject({
      name: "JournalError",
      message: expect.stringContaining("cannot be written"),
    });
    expect(sandbox.executions).toEqual([]);
    const missing = await run(clientOf(sandbox), listOf(1), { journal: join(folder, "no/journal") });
    expect(missing.error).toBeInstanceOf(JournalError);
    mkdirSync(join(newFolder(), "journal"));
    const isFolder = await run(clientOf(sandbox), listOf(1), { journal: newFolder() });
    expect(isFolder.error).toBeInstanceOf(JournalError);
    expect(sandbox.executions).toEqual([]);
  });
});

test("a copy can be read while the journal is written", async () => {
  const sandbox = await startSandbox();
  const journal = newJournal();
  const seen: number[] = [];
  const onOutcome = async () => {
    copyFileSync(journal, `${journal}.copy`);
    seen.push((await outcomesIn(`${journal}.copy`)).length, (await outcomesIn(journal)).length);
  };
  await run(clientOf(sandbox), listOf(3), { journal, concurrency: 1, onOutcome });
  expect(seen).toEqual([1, 1, 2, 2, 3, 3]);
  expect(existsSync(`${journal}.copy.lock`)).toBe(false);
});
