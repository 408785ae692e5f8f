/** Property tests use the same values every time. HOSTILE_SEED selects others, HOSTILE_RUNS sets how many. */
function fromEnvironment(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (!Number.isSafeInteger(value)) throw new Error(`${name} must be a whole number`);
  return value;
}

export const runs = {
  seed: fromEnvironment("HOSTILE_SEED", 1),
  numRuns: fromEnvironment("HOSTILE_RUNS", 1_000),
};

/** For a slower or faster property: a fraction or a multiple of the runs. */
export const runsTimes = (factor: number): typeof runs => ({
  ...runs,
  numRuns: Math.ceil(runs.numRuns * factor),
});

/** For the titles of property tests. */
export const shownRuns = `seed ${runs.seed}, ${runs.numRuns} runs`;
