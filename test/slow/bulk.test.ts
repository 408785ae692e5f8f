import { expect, test } from "vitest";
import { compareAccounts, killUntilDone } from "../kills.js";

test("killed three hundred times while it starts two thousand inputs, it starts each at most once, and loses none", async () => {
  const result = await killUntilDone(2_000, 300, 100);
  compareAccounts(result, 2_000);
  expect(result.kills).toBeGreaterThan(200);
  expect(result.summary.started).toBeGreaterThan(700);
}, 300_000);
