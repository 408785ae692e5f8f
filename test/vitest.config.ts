import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig(({ mode }) => ({
  root: inProject(""),
  resolve: {
    // Public names resolve to the source here; test/package.test.ts tests the packed files.
    alias: {
      "functiongraph-workflow/bulk": inProject("src/bulk/index.ts"),
      "functiongraph-workflow/sandbox": inProject("src/sandbox/index.ts"),
      "functiongraph-workflow": inProject("src/index.ts"),
    },
  },
  test: {
    // `--mode slow` runs the tests that are slow or need a browser.
    include: [mode === "slow" ? "test/slow/**/*.test.ts" : "test/**/*.test.ts"],
    exclude: mode === "slow" ? [] : ["test/slow/**"],
    // Print failures and a summary, without the output of passing tests.
    reporters: process.env["GITHUB_ACTIONS"] ? ["dot", "github-actions"] : ["dot"],
    silent: "passed-only",
    // Most tests wait for processes and sockets, so more workers than CPUs keep the CPUs busy. The slow ones do not.
    maxWorkers: mode === "slow" ? "100%" : Math.ceil(1.5 * availableParallelism()),
    // CommonJS packages are imported as in Node.
    deps: { interopDefault: false },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Nothing from the caller's environment may reach a test.
    env: {
      HUAWEICLOUD_SDK_AK: "",
      HUAWEICLOUD_SDK_SK: "",
      HUAWEICLOUD_SDK_SECURITY_TOKEN: "",
      HUAWEICLOUD_SDK_PROJECT_ID: "",
      CLOUD_SDK_AK: "",
      CLOUD_SDK_SK: "",
      HUAWEICLOUD_SDK_IAM_ENDPOINT: "http://127.0.0.1:9",
      HUAWEICLOUD_SDK_CREDENTIALS_FILE: "/nonexistent/credentials",
      HUAWEICLOUD_SDK_METADATA_ENDPOINT: "off",
    },
  },
}));
