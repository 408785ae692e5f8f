import { environment } from "#runtime";
import { CredentialsError } from "../errors.js";
import type { Environment } from "../runtime/types.js";
import { CredentialsNotFound, named } from "./check.js";
import type { Credentials } from "./types.js";

/** Where an access key can be: first the vendor SDKs' variables, then those in the API page's samples. */
const variables = [
  { ak: "HUAWEICLOUD_SDK_AK", sk: "HUAWEICLOUD_SDK_SK", securityToken: "HUAWEICLOUD_SDK_SECURITY_TOKEN" },
  { ak: "CLOUD_SDK_AK", sk: "CLOUD_SDK_SK", securityToken: undefined },
];

/**
 * Credentials from the environment: `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, with
 * `HUAWEICLOUD_SDK_SECURITY_TOKEN` if set; then `CLOUD_SDK_AK` and `CLOUD_SDK_SK`. Read on each call.
 *
 * @returns a provider, which throws a `CredentialsError` if neither or only one of the two is set
 */
export const fromEnvironment = (): (() => Credentials) =>
  named("fromEnvironment()", () => readEnvironment(environment()));

function readEnvironment(set: Environment): Credentials {
  for (const names of variables) {
    const [ak, sk] = [set[names.ak], set[names.sk]];
    if (ak && sk) {
      const securityToken = names.securityToken && set[names.securityToken];
      return { ak, sk, ...(securityToken && { securityToken }) };
    }
    if (ak || sk) {
      const [present, missing] = ak ? [names.ak, names.sk] : [names.sk, names.ak];
      throw new CredentialsError(`${missing} is not set, but ${present} is: set both.`);
    }
  }
  throw new CredentialsNotFound(
    "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set, nor are CLOUD_SDK_AK and CLOUD_SDK_SK.",
  );
}
