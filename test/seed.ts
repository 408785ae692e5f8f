/**
 * How property tests run: with the same values every time. HOSTILE_SEED gives other values, HOSTILE_RUNS more
 * of them.
 */
function fromEnvironment(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (!Number.isSafeInteger(value)) throw new Error(`${name} has to be a whole number`);
  return value;
}

export const runs = {
  seed: fromEnvironment("HOSTILE_SEED", 1),
  numRuns: fromEnvironment("HOSTILE_RUNS", 1_000),
};

/** For a property that takes longer than most, or less time: a part or a multiple of the runs. */
export const runsTimes = (factor: number): typeof runs => ({
  ...runs,
  numRuns: Math.ceil(runs.numRuns * factor),
});

/** For the titles of property tests. */
export const shownRuns = `seed ${runs.seed}, ${runs.numRuns} runs`;
