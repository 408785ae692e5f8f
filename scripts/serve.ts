/**
 * What `npm start` serves: the docs at `/` and `/zh-CN`, with what is wrong with the contract, and the sandbox at
 * its paths.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { Gateway } from "../src/sandbox/gateway.js";
import type { Docs } from "./docs.js";
import { inProject } from "./tools.js";

interface Shown {
  /** The last good pages. */
  docs?: Docs;
  /** The last good one. */
  sandbox?: Pick<Gateway, "handle" | "close">;
  /** What is wrong with the contract. */
  findings: string[];
}

const noDocs = `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>No docs yet</title>
<link rel="icon" href="data:," />
<style>#findings p { display: none }</style>
<body style="margin: 3rem; font: 16px/1.5 system-ui, sans-serif">
<h1>No docs yet</h1>
<p>They appear here by themselves once they can be built.</p>
</body></html>`;

/** Shows the findings, and reloads the page when there are other docs. */
const panel = readFileSync(inProject("scripts/panel.html"), "utf8");

const render = (docs: string) =>
  docs
    .replace("connect-src blob:", "connect-src blob: 'self'")
    .replace(/<\/body>\s*<\/html>\s*$/, () => `${panel}</body></html>`);

/** The pages by their paths: those without `.html`, and those to which the pages link. */
const pagesOf = (docs: Docs): Record<string, string> => {
  const [index, chinese] = [render(docs.index), render(docs["zh-CN"])];
  return { "/": index, "/index.html": index, "/zh-CN": chinese, "/zh-CN.html": chinese };
};

const pathOf = (url = "") => url.split("?", 1)[0]!;

/** Serves on PORT, or without it on 4010 or the next free port. */
export async function serve() {
  const shown: Shown = { findings: [] };
  let pages = pagesOf({ index: noDocs, "zh-CN": noDocs });
  /** An open page reloads when it has another edition than this. */
  let edition = hash(pages);
  const readers = new Set<ServerResponse>();
  const event = () => `data: ${JSON.stringify({ edition, findings: shown.findings })}\n\n`;

  const server = createServer((request, response) => {
    const page = pages[pathOf(request.url)];
    if (page !== undefined && ["GET", "HEAD"].includes(request.method ?? "")) {
      response.setHeader("Content-Type", "text/html; charset=utf-8").end(page);
    } else if (request.url === "/-/events") {
      response.setHeader("Content-Type", "text/event-stream").write(`retry: 300\n${event()}`);
      readers.add(response);
      response.on("close", () => readers.delete(response));
    } else if (shown.sandbox) {
      void shown.sandbox.handle(request, response);
    } else {
      response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("There is no sandbox yet: see the terminal in which npm start runs.\n");
    }
  });
  const port = await listen(server);

  return {
    url: `http://127.0.0.1:${port}`,
    show: (change: Partial<Shown>): void => {
      if (change.sandbox) shown.sandbox?.close();
      Object.assign(shown, change);
      if (change.docs !== undefined) {
        pages = pagesOf(change.docs);
        edition = hash(pages);
      }
      for (const reader of readers) reader.write(event());
    },
  };
}

const hash = (pages: Record<string, string>) =>
  createHash("sha256").update(Object.values(pages).join("")).digest("hex");

async function listen(server: Server): Promise<number> {
  const given = process.env["PORT"] || undefined;
  if (given !== undefined && !(/^\d+$/.test(given) && Number(given) <= 65535)) {
    throw new Error(`PORT is ${JSON.stringify(given)}: set it to a number from 0 to 65535`);
  }
  for (let port = Number(given ?? 4010); ; port++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    const address = server.address();
    if (!error && address && typeof address === "object") return address.port;
    if (given !== undefined && error?.code === "EADDRINUSE") {
      throw new Error(`port ${port} is taken: set PORT to another one, or unset it`);
    }
    if (error?.code !== "EADDRINUSE" || port === 65535) throw error ?? new Error("no port is free");
  }
}
