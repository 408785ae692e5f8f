/**
 * `npm run check`: everything that can be checked without running tests. Prints only failures; exits 1 if
 * there are any.
 */
import { exec } from "node:child_process";
import { root } from "./tools.js";

/** Scripts in package.json. Generating lints the contract first. */
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
