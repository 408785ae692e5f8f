/** The cost of importing: the lifetime of a process that does nothing else. */
import { interleave, lifetime, ratio, say, stat } from "../measure.js";
import { ours, vendor, type Peer } from "../peers/peers.js";

const empty = "an empty program";

const programs = {
  [empty]: [ours, ""],
  [ours]: [ours, 'import "functiongraph-workflow"'],
  "openapi-fetch": ["openapi-fetch", 'import "openapi-fetch"'],
  aws4fetch: ["aws4fetch", 'import "aws4fetch"'],
  "client-sfn": ["client-sfn", 'import "@aws-sdk/client-sfn"'],
  [vendor]: [vendor, 'import "@huaweicloud/huaweicloud-sdk-functiongraph"'],
} as const satisfies Record<string, readonly [Peer, string]>;
const names = Object.keys(programs) as (keyof typeof programs)[];

export async function measureImports(rounds: number) {
  say("imports");
  const measured = await interleave(rounds, names, (name) => {
    const [peer, code] = programs[name];
    return lifetime(peer, ["--input-type=module", "--eval", code]);
  });
  return names.map((name) => ({
    name,
    wall: stat(measured[name]),
    toEmpty: ratio(measured[name], measured[empty]),
  }));
}
