import { basename, dirname, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { watch } from "chokidar";
import { inProject } from "./tools.js";

const folder = inProject("openapi");
/** Watched, too, since a watched folder that is renamed away is lost. */
const parent = dirname(folder);

/** How long nothing may be saved before a run: a save in an editor is a burst of changes. */
const quietMs = 100;

/** Swap, lock and backup files of editors. */
const editorFile = /^[.#]|~$/;

/**
 * Yields at once, and again after something in openapi/ is saved. All that is saved while the caller is at
 * work leads to one more turn.
 */
export async function* saves(): AsyncGenerator<void, never> {
  let saved = false;
  let lastSave = 0;
  let wake = () => {};
  const watcher = watch(parent, {
    ignoreInitial: true,
    // An atomic save is a change like any other.
    atomic: false,
    ignored: (path) =>
      ![parent, folder].includes(path) && (!path.startsWith(folder + sep) || editorFile.test(basename(path))),
  });
  watcher.on("error", (error) => {
    const { message } = error as Error;
    console.error(`openapi/ cannot be watched: ${message}. With CHOKIDAR_USEPOLLING=1 it is polled instead.`);
  });
  watcher.on("all", () => {
    saved = true;
    lastSave = performance.now();
    wake();
  });
  // No save is missed from then on.
  await new Promise<void>((resolve) => watcher.once("ready", resolve));

  yield;
  console.log("Watching openapi/ (press Ctrl-C to stop).");
  for (;;) {
    if (!saved) await new Promise<void>((resolve) => (wake = resolve));
    for (let rest = quietMs; rest > 0; rest = lastSave + quietMs - performance.now()) await setTimeout(rest);
    saved = false;
    console.log("\nThe contract has changed.");
    yield;
  }
}
