/** The scripts that keep running, and follow edits of the contract. */
import { expect, test } from "vitest";
import { copyProject, lengthsOf } from "../project.js";

const { maxLength } = lengthsOf("workflow_id");

test("npm run generate -- --watch generates when the contract changes, and survives a mistake in it", async () => {
  const copy = copyProject();
  const { until } = copy.startScript("generate.ts", ["--watch"]);
  await until(/Watching openapi\//);
  copy.edit((text) => text.replace(`maxLength: ${maxLength}`, "maxLength: 0"));
  await until(/The contract is not clean/);
  copy.edit((text) =>
    text.replace("maxLength: 0", `maxLength: ${maxLength}`).replace("The id of the execution.", "Its id."),
  );
  await until(/None of these can break callers/);
  expect(copy.read("generated/types.ts")).toContain("Its id.");
});

test("npm start serves docs and sandbox, follows the contract, survives a mistake, and exits on Ctrl-C", async () => {
  const copy = copyProject();
  const { ended, kill, until } = copy.startScript("start.ts", [], { PORT: "0" });
  const url = (await until(/Docs +(http\S+)\//))[1]!;
  await until(/execution_id: /);
  await until(/Watching/);

  const page = await (await fetch(url)).text();
  expect(page).toContain("Execute a workflow asynchronously");
  /** What an open page compares: it reloads when the edition changes. */
  const edition = async () => {
    const controller = new AbortController();
    const response = await fetch(`${url}/-/edition`, { signal: controller.signal });
    const { value } = await response.body!.getReader().read();
    controller.abort();
    return /data: (\S+)/.exec(new TextDecoder().decode(value))![1];
  };
  const before = await edition();
  expect(await edition()).toBe(before);

  copy.edit((text) => text.replace(`maxLength: ${maxLength}`, `maxLength: ${maxLength + 1}`));
  await until(new RegExp(`workflow_id \\(path\\) has maxLength ${maxLength}`));
  expect((await fetch(url)).status).toBe(200);
  expect(await edition()).toBe(before);

  copy.edit((text) =>
    text
      .replace(`maxLength: ${maxLength + 1}`, `maxLength: ${maxLength}`)
      .replaceAll("argument_2", "argument_3"),
  );
  await until(/None of these can break callers/);
  await until(/argument_3/);
  await until(/execution_id: /);
  expect(await edition()).not.toBe(before);

  kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
