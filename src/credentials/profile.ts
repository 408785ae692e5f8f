import { environment as processEnvironment } from "#runtime";
import { ConfigurationError } from "../errors.js";
import { CredentialsNotFound } from "./check.js";
import type { Credentials } from "./types.js";

export interface ProfileOptions {
  /** @default `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, then `~/.huaweicloud/credentials` */
  file?: string;
  /** @default "basic" */
  section?: string;
}

/**
 * Credentials from the vendor's profile file, in INI form: `ak`, `sk` and, where there is one,
 * `security_token` in the section `[basic]`. Read at each call.
 *
 * @returns a provider, which throws `ConfigurationError` when the file or the key is not there
 */
export function fromProfile({ file, section = "basic" }: ProfileOptions = {}): () => Credentials {
  return function fromProfile() {
    const path = file ?? processEnvironment()["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] ?? defaultFile();
    const values = readIni(readFile(path))[section];
    if (!values) throw new CredentialsNotFound(`The credentials file ${path} has no section [${section}].`);
    const { ak, sk, security_token: securityToken } = values;
    if (!ak || !sk) {
      throw new ConfigurationError(
        `The section [${section}] of the credentials file ${path} needs ak and sk.`,
      );
    }
    return { ak, sk, ...(securityToken && { securityToken }) };
  };
}

interface FileModules {
  fs: { readFileSync(path: string, encoding: "utf8"): string };
  os: { homedir(): string };
  path: { join(...parts: string[]): string };
}

/** Not imported, so that a bundle for a browser has nothing to resolve; there is no profile there. */
function builtin<Name extends keyof FileModules>(name: Name): FileModules[Name] {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  const module = process?.getBuiltinModule?.(`node:${name}`) as FileModules[Name] | undefined;
  if (!module) throw new CredentialsNotFound("There is no credentials file where there are no files.");
  return module;
}

const defaultFile = (): string =>
  builtin("path").join(builtin("os").homedir(), ".huaweicloud", "credentials");

function readFile(path: string): string {
  try {
    return builtin("fs").readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    if ((cause as { code?: string }).code === "ENOENT") {
      throw new CredentialsNotFound(`There is no credentials file ${path}.`, { cause });
    }
    throw new ConfigurationError(`The credentials file ${path} cannot be read.`, { cause });
  }
}

function readIni(text: string): Record<string, Record<string, string> | undefined> {
  const sections: Record<string, Record<string, string>> = Object.create(null);
  let current: Record<string, string> = {};
  for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    const section = /^\s*\[(.+?)\]\s*$/.exec(line)?.[1];
    if (section !== undefined) current = sections[section.trim()] ??= Object.create(null);
    const [, key, value] = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) current[key] = value;
  }
  return sections;
}
