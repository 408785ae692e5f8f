import { ours } from "../peers/peers.js";
import { two } from "./format.js";
import type { Results } from "./results.js";

export interface Target {
  what: string;
  target: string;
  measured: string;
  met: boolean;
}

const maxInstalledBytes = 800_000;

/** The performance targets, and what was measured. */
export function targetsOf({ calls, imports, installed, signing }: Results): Target[] {
  const rows: Target[] = [];
  for (const { inFlight, callers } of calls) {
    const own = callers.find(({ name }) => name === ours)!;
    const at = `${inFlight} in flight`;
    const most = inFlight === 1 ? 0.3 : 0.22;
    rows.push({
      what: `CPU per call, ${at}`,
      target: `≤ ${most} × vendor SDK`,
      measured: two(own.cpuToVendor),
      met: own.cpuToVendor.median <= most,
    });
    rows.push({
      what: `CPU per call, ${at}`,
      target: "≤ 2.3 × bare node:http, unsigned",
      measured: two(own.cpuToBare),
      met: own.cpuToBare.median <= 2.3,
    });
    if (inFlight === 50) {
      rows.push({
        what: `calls per second, ${at}`,
        target: "≥ 4 × vendor SDK",
        measured: two(own.rateToVendor),
        met: own.rateToVendor.median >= 4,
      });
    }
  }
  const { packages, bytes } = installed.find(({ peer }) => peer === ours)!;
  rows.push({
    what: "installed",
    target: "≤ 3 packages, ≤ 0.8 MB",
    measured: `${packages} packages, ${(bytes / 1e6).toFixed(2)} MB`,
    met: packages <= 3 && bytes <= maxInstalledBytes,
  });
  const imported = imports.find(({ name }) => name === ours)!;
  rows.push({
    what: "import, whole process",
    target: "≤ 1.10 × an empty one",
    measured: two(imported.toEmpty),
    met: imported.toEmpty.median <= 1.1,
  });
  for (const { bytes: size, signers } of signing) {
    const own = signers.find(({ name }) => name === ours)!;
    const most = size < 1_000 ? 1.7 : size < 100_000 ? 1.3 : 1.05;
    rows.push({
      what: `signing ${size.toLocaleString("en")} bytes`,
      target: `≤ ${most} × two createHash and one createHmac`,
      measured: two(own.toFloor),
      met: own.toFloor.median <= most,
    });
  }
  return rows;
}
