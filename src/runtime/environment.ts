export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment; empty where there is none, as in a browser. */
export const processEnvironment = (): Environment =>
  (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
