import type { Pace } from "../measure.js";
import type { measureCalls, measureGrowth, measureMemory, Waiting } from "../measurements/calls.js";
import type { measureBulk } from "../measurements/bulk.js";
import type { measureImports } from "../measurements/imports.js";
import type { measureSandbox } from "../measurements/sandbox.js";
import type { measureSigning } from "../measurements/signing.js";
import type { measureBundles, measureInstalled } from "../measurements/sizes.js";

/** Everything that one run measures. */
export interface Results {
  quick: boolean;
  pace: Pace;
  calls: Awaited<ReturnType<typeof measureCalls>>[];
  signing: Awaited<ReturnType<typeof measureSigning>>[];
  bulk: Awaited<ReturnType<typeof measureBulk>>;
  growth: Awaited<ReturnType<typeof measureGrowth>>;
  guard: number;
  imports: Awaited<ReturnType<typeof measureImports>>;
  installed: ReturnType<typeof measureInstalled>;
  bundles: Awaited<ReturnType<typeof measureBundles>>;
  memory: Awaited<ReturnType<typeof measureMemory>>;
  waiting: Waiting;
  /** Empty in a quick run. */
  sandbox: Awaited<ReturnType<typeof measureSandbox>>;
}
