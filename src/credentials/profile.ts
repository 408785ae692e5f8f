import { environment, files as filesOfRuntime } from "#runtime";
import { ConfigurationError, CredentialsError } from "../errors.js";
import { kindOf } from "../foreign.js";
import { NotAFile, type Files } from "../runtime/files.js";
import { CredentialsNotFound, named } from "./check.js";
import type { Credentials } from "./types.js";

export interface ProfileOptions {
  /** Path of the file. @default `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, then `~/.huaweicloud/credentials` */
  file?: string | undefined;
  /** @default "basic" */
  section?: string | undefined;
}

/** A credentials file has only a few lines: anything larger is the wrong file. */
const maxBytes = 1024 * 1024;

/**
 * Credentials from the vendor's profile file, in INI format: `ak`, `sk` and optionally `security_token` in
 * the section `[basic]`. Read on each call.
 *
 * @returns a provider, which rejects with a `CredentialsError` if the file, section or key is missing, or if
 *   it is not a regular file of at most 1 MiB
 * @throws {ConfigurationError} if the file or section is not a string
 */
export function fromProfile(options?: ProfileOptions): () => Promise<Credentials> {
  const { file, section = "basic" } = { ...options };
  for (const [name, value] of Object.entries({ file, section })) {
    if (value !== undefined && typeof value !== "string")
      throw new ConfigurationError(`fromProfile: ${name} must be a string, not ${kindOf(value)}.`);
  }
  return named("fromProfile()", async () => {
    const files = await filesOfRuntime();
    if (!files)
      throw new CredentialsNotFound("There is no credentials file: this runtime has no file system.");
    const path =
      file ||
      environment()["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] ||
      files.join(files.homeDirectory, ".huaweicloud", "credentials");
    const values = readIni(readFile(files, path)).get(section);
    if (!values) throw new CredentialsNotFound(`The credentials file ${path} has no section [${section}].`);
    const [ak, sk, securityToken] = ["ak", "sk", "security_token"].map((key) => values.get(key));
    if (!ak || !sk) {
      throw new CredentialsError(`The section [${section}] of the credentials file ${path} needs ak and sk.`);
    }
    return { ak, sk, ...(securityToken && { securityToken }) };
  });
}

function readFile(files: Files, path: string): string {
  try {
    return files.read(path, maxBytes);
  } catch (cause) {
    if ((cause as { code?: string }).code === "ENOENT") {
      throw new CredentialsNotFound(`There is no credentials file ${path}.`, { cause });
    }
    const why = cause instanceof NotAFile ? `: ${cause.message}` : "";
    throw new CredentialsError(`The credentials file ${path} cannot be read${why}.`, { cause });
  }
}

/** By section and key. */
function readIni(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const raw of text.replace(/^\ufeff/, "").split("\n")) {
    const line = raw.trim();
    const equals = line.indexOf("=");
    if (line.startsWith("[") && line.endsWith("]")) {
      const name = line.slice(1, -1).trim();
      current = sections.get(name) ?? new Map();
      sections.set(name, current);
    } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
      current.set(line.slice(0, equals).trimEnd(), line.slice(equals + 1).trimStart());
    }
  }
  return sections;
}
