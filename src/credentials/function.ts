import { ConfigurationError } from "../errors.js";
import { CredentialsNotFound, named } from "./check.js";
import type { Credentials, CredentialsProvider } from "./types.js";

/** The part of a function's `context` that this package reads (FunctionGraph's developer guide, Node.js). */
export interface FunctionContext {
  /** Temporary access key of the function's agency; empty without one. */
  getSecurityAccessKey(): string;
  getSecuritySecretKey(): string;
  getSecurityToken(): string;
  /** Id of the project that has the function. */
  getProjectID(): string;
}

/**
 * Credentials and project of a function that runs on FunctionGraph: the temporary key of its agency, which
 * is valid for 24 hours and read anew for each attempt, and the function's own project.
 *
 * @param context what FunctionGraph passes to the handler as its second argument
 * @returns a provider, which throws a `CredentialsError` if the function has no agency
 * @throws {ConfigurationError} if it is not such a context
 */
export function fromFunctionContext(context: FunctionContext): CredentialsProvider & (() => Credentials) {
  const call = (name: keyof FunctionContext): string => {
    try {
      return context[name]();
    } catch (cause) {
      throw new ConfigurationError(
        `fromFunctionContext: ${name}() of the context failed: pass the handler's second argument, unchanged.`,
        { cause },
      );
    }
  };
  const provider = named("fromFunctionContext()", (): Credentials => {
    const [ak, sk] = [call("getSecurityAccessKey"), call("getSecuritySecretKey")];
    if (ak && sk) return { ak, sk, securityToken: call("getSecurityToken") };
    throw new CredentialsNotFound(
      "The function has no temporary access key: configure an agency with permission to use FunctionGraph for it, under Permissions in the function's configuration.",
    );
  });
  // An empty id is no project.
  const projectId = call("getProjectID") || undefined;
  return Object.defineProperty(provider, "projectId", { value: projectId });
}
