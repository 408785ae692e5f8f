/** `npm start -- --once`. What happens without `--once` is in test/slow/watch.test.ts. */
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { example } from "./helpers.js";
import { copyProject } from "./project.js";

test("goes from the contract to a signed call, and exits with 0", async () => {
  const { output, ended } = copyProject().startScript("start.ts", ["--once"], { PORT: "0" });
  expect(await ended, output()).toEqual([0, null]);
  expect(output()).toContain(JSON.stringify(example.body));
  expect(output()).toContain("verified by the sandbox");
  expect(output()).toMatch(/^execution_id: [0-9a-f-]{36}$/m);
  expect(output()).toContain(`result: ${JSON.stringify(example.body.input)}`);
});

test("exits with 1 and names the port if it is taken", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { output, ended } = copyProject().startScript("start.ts", ["--once"], { PORT: String(port) });
  expect(await ended, output()).toEqual([1, null]);
  expect(output()).toContain(`port ${port} is taken`);
});

test("refuses a PORT that is not a number", async () => {
  const { output, ended } = copyProject().startScript("start.ts", ["--once"], { PORT: "http" });
  expect(await ended, output()).toEqual([1, null]);
  expect(output()).toContain('PORT is "http"');
});
