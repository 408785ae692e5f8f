/**
 * `npm run check`: all that can be checked without running tests. Prints only what fails, and ends with 1
 * when anything does.
 */
import { exec } from "node:child_process";
import { root } from "./tools.js";

/** Scripts of package.json. Generating lints the contract first. */
const checks = ["format:check", "generate -- --check", "lint:code", "types"];

await Promise.all(
  checks.map(
    (check) =>
      new Promise<void>((resolve) => {
        exec(`npm run --silent ${check}`, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
          if (error) {
            console.error(`npm run ${check} failed:\n${stdout}${stderr}`);
            process.exitCode = 1;
          }
          resolve();
        });
      }),
  ),
);
