/** The cost of a signature, compared with the least possible. */
import { ask, interleave, ratio, say, stat } from "../measure.js";
import { ours, vendor, type Peer } from "../peers/peers.js";

const floor = "two createHash and one createHmac";

const places = {
  [floor]: ours,
  [ours]: ours,
  [vendor]: vendor,
  "JSON.stringify of the body": ours,
  aws4fetch: "aws4fetch",
} as const satisfies Record<string, Peer>;
const names = Object.keys(places) as (keyof typeof places)[];

export async function measureSigning(bytes: number, rounds: number, ms: number) {
  say(`signing, ${bytes} bytes`);
  const measured = await interleave(rounds, names, (name) =>
    ask<number>(places[name], "signing.mjs", [name, bytes, ms]),
  );
  const signers = names.map((name) => ({
    name,
    cpu: stat(measured[name]),
    toFloor: ratio(measured[name], measured[floor]),
  }));
  return { bytes, signers };
}
