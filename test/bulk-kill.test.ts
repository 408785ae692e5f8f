import { expect, test } from "vitest";
import { compareAccounts, killUntilDone } from "./kills.js";

test("killed a dozen times, it starts each input at most once, and loses none", async () => {
  const result = await killUntilDone(150, 12, 200);
  compareAccounts(result, 150);
  expect(result.kills).toBe(12);
  expect(result.summary.started).toBeGreaterThan(60);
});
