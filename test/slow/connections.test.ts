import { connect } from "node:net";
import { expect, test } from "vitest";
import { clientOf, example, startSandbox } from "../helpers.js";

const halfRequest =
  "POST /v2/p/fgs/workflows/w/executions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{";

test("the sandbox survives ten thousand connections that are opened and dropped", async () => {
  const sandbox = await startSandbox();
  const port = Number(new URL(sandbox.url).port);
  let connected = 0;
  const open = (index: number) =>
    new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        connected++;
        if (index % 3 === 1) socket.write(halfRequest);
        if (index % 2 === 1) socket.resetAndDestroy();
        else socket.destroy();
      });
      // Not events.once(), which rejects on "error": since Node 24 some of these closes arrive as ECONNRESET.
      socket.on("error", () => {});
      socket.once("close", () => resolve());
    });
  const total = 10_000;
  const atOnce = 100;
  for (let i = 0; i < total; i += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, (_, index) => open(i + index)));
  }
  expect(connected).toBe(total);
  await clientOf(sandbox).startWorkflowExecution(example);
}, 120_000);
