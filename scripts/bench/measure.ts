import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { folderOf, type Peer } from "./peers/peers.js";

/** How long and how often something is measured. */
export interface Pace {
  rounds: number;
  warmUpMs: number;
  ms: number;
}

export const say = (what: string) => console.error(`Measuring ${what} …`);

export interface Stat {
  median: number;
  min: number;
  max: number;
}

export function stat(values: readonly number[]): Stat {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, min: sorted[0]!, max: sorted.at(-1)! };
}

/** Runs a program in a peer's folder, in its own process, which sends one message and exits. */
export async function ask<Told>(
  peer: Peer,
  program: string,
  args: readonly (string | number)[],
  execArgv: string[] = [],
): Promise<Told> {
  const child = start(peer, program, args, execArgv);
  const told = await first<Told>(child, `${peer}: ${program} ${args.join(" ")}`);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return told;
}

/** Runs a server in a peer's folder; it exits when disconnected. */
export async function serve(peer: Peer, program: string): Promise<{ url: string; stop: () => void }> {
  const child = start(peer, program, [], []);
  return { url: await first<string>(child, program), stop: () => child.disconnect() };
}

function start(peer: Peer, program: string, args: readonly (string | number)[], execArgv: string[]) {
  const cwd = folderOf(peer);
  return fork(join(cwd, program), args.map(String), { cwd, execArgv, env: quiet });
}

async function first<Told>(child: ChildProcess, what: string): Promise<Told> {
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`${what} exited with ${code} before it sent anything`);
  });
  const [told] = await Promise.race([once(child, "message"), failed]);
  failed.catch(() => {});
  return told as Told;
}

/** The lifetime of a node process in milliseconds. */
export async function lifetime(peer: Peer, args: string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folderOf(peer),
    env: quiet,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`node ${args.join(" ")} exited with ${code}`);
  return performance.now() - start;
}

/** Measures all contestants in turn, round by round, so that noise on the machine affects all alike. */
export async function interleave<Name extends string, Measured>(
  rounds: number,
  names: readonly Name[],
  measure: (name: Name) => Promise<Measured>,
): Promise<Record<Name, Measured[]>> {
  const all = Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<Name, Measured[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) all[name].push(await measure(name));
  }
  return all;
}

/** The ratio of one to the other, round by round. */
export const ratio = (one: readonly number[], other: readonly number[]): Stat =>
  stat(one.map((value, round) => value / other[round]!));

/** The vendor SDK writes an id into the home directory: keep it out of the user's. */
const quiet = { ...process.env, HOME: folderOf("vendor SDK"), DO_NOT_TRACK: "1" };
