import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig(({ mode }) => ({
  root: inProject(""),
  resolve: {
    // The public names, from source; test/package.test.ts tests what is packed.
    alias: {
      "functiongraph-workflow/sandbox": inProject("src/sandbox/index.ts"),
      "functiongraph-workflow": inProject("src/index.ts"),
    },
  },
  test: {
    // `--mode slow` runs what needs more than node and npm: a browser, other runtimes.
    include: [mode === "slow" ? "test/slow/**/*.test.ts" : "test/**/*.test.ts"],
    exclude: mode === "slow" ? [] : ["test/slow/**"],
    // Passing tests make things fail on purpose, and the official SDK prints every failure.
    silent: "passed-only",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Nothing of a caller's environment may reach a test.
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
