import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { copyProject, type ProjectCopy } from "./project.js";

/** Starts `npm start`'s script; `until` waits for text that it has not printed before. */
function start(copy: ProjectCopy, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const child = copy.startScript("start.ts", args, env);
  let read = 0;
  return {
    child,
    ended: once(child, "exit") as Promise<[number | null, string | null]>,
    async until(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = pattern.exec(child.output().slice(read));
        if (match) {
          read += match.index + match[0].length;
          return match;
        }
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${child.output()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return String(port);
}

describe("npm start -- --once", () => {
  test("goes from the contract to a signed call, and ends well", async () => {
    const { child, ended } = start(copyProject(), ["--once"], { PORT: await freePort() });
    expect(await ended).toEqual([0, null]);
    const output = child.output();
    expect(output).toContain(
      '{"headers":{"tenantId":"user1"},"input":{"arg1":"argument_1","arg2":"argument_2"}}',
    );
    expect(output).toContain("verified by the sandbox");
    expect(output).toMatch(/^execution_id: [0-9a-f-]{36}$/m);
  });

  test("ends with 1 on a contract that is not clean", async () => {
    const copy = copyProject();
    copy.edit((text) => text.replace("maxLength: 64", "maxLength: 65"));
    const { child, ended } = start(copy, ["--once"], { PORT: await freePort() });
    expect(await ended).toEqual([1, null]);
    expect(child.output()).toContain("project_id (path) has maxLength 64");
  });

  test.each([
    ["a port that is taken", undefined, "is taken"],
    ["a port that is none", "http", "PORT is"],
  ])("%s is named", async (_, given, message) => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const port = given ?? String((server.address() as AddressInfo).port);
    const { child, ended } = start(copyProject(), ["--once"], { PORT: port });
    expect(await ended).toEqual([1, null]);
    expect(child.output()).toContain(message);
  });
});

test("npm start serves docs and sandbox, follows the contract, survives a mistake, and ends by Ctrl-C", async () => {
  const copy = copyProject();
  const { child, ended, until } = start(copy, [], { PORT: await freePort() });
  const url = (await until(/Docs +(http\S+)\//))[1]!;
  await until(/execution_id: /);
  await until(/Watching/);

  const page = await (await fetch(url)).text();
  expect(page).toContain("Execute a workflow asynchronously");
  const edition = async () => {
    const controller = new AbortController();
    const response = await fetch(`${url}/-/edition`, { signal: controller.signal });
    const { value } = await response.body!.getReader().read();
    controller.abort();
    return /data: (\S+)/.exec(new TextDecoder().decode(value))![1];
  };
  const before = await edition();
  expect(await edition()).toBe(before);

  copy.edit((text) => text.replace("maxLength: 512", "maxLength: 5"));
  await until(/workflow_id \(path\) has maxLength 512/);
  expect((await fetch(url)).status).toBe(200);
  expect(await edition()).toBe(before);

  copy.edit((text) =>
    text.replace("maxLength: 5\n", "maxLength: 512\n").replaceAll("argument_2", "argument_3"),
  );
  await until(/None of these can break callers/);
  await until(/argument_3/);
  await until(/execution_id: /);
  // An open page sees another edition, and reloads.
  expect(await edition()).not.toBe(before);

  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  await expect(fetch(url)).rejects.toThrow();
});
