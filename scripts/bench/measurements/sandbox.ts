/** How many requests the sandbox handles, compared with Prism. */
import { ask, interleave, ratio, say, serve, stat, type Pace } from "../measure.js";
import { ours } from "../peers/peers.js";
import { withPrism } from "../peers/prism.js";

export async function measureSandbox(bareUrl: string, { rounds, warmUpMs, ms }: Pace) {
  say("the sandbox and Prism");
  const sandbox = await serve(ours, "sandbox.mjs");
  try {
    return await withPrism(async (prism) => {
      const urls = { sandbox: sandbox.url, Prism: prism, "a bare node:http server": bareUrl };
      const names = Object.keys(urls) as (keyof typeof urls)[];
      const loadedBy = async (inFlight: number) => {
        const rates = await interleave(rounds, names, (name) =>
          ask<number>(ours, "load.mjs", [urls[name], inFlight, warmUpMs, ms]),
        );
        const servers = names.map((name) => ({
          name,
          rate: stat(rates[name]),
          toPrism: ratio(rates[name], rates["Prism"]),
        }));
        return { inFlight, servers };
      };
      return [await loadedBy(1), await loadedBy(50)];
    });
  } finally {
    sandbox.stop();
  }
}
