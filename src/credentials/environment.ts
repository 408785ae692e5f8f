import { environment as processEnvironment } from "#runtime";
import type { Environment } from "../runtime/types.js";
import { ConfigurationError } from "../errors.js";
import { CredentialsNotFound } from "./check.js";
import type { Credentials } from "./types.js";

/** The names under which the environment can hold an access key: the SDKs', then the source page's samples'. */
const variables = [
  { ak: "HUAWEICLOUD_SDK_AK", sk: "HUAWEICLOUD_SDK_SK", securityToken: "HUAWEICLOUD_SDK_SECURITY_TOKEN" },
  { ak: "CLOUD_SDK_AK", sk: "CLOUD_SDK_SK", securityToken: undefined },
];

/**
 * Credentials from the environment: `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, with
 * `HUAWEICLOUD_SDK_SECURITY_TOKEN` where set; then `CLOUD_SDK_AK` and `CLOUD_SDK_SK`. Read at each call.
 *
 * @returns a provider, which throws `ConfigurationError` when they are not set, or only half of them
 */
export function fromEnvironment(): () => Credentials {
  return function fromEnvironment() {
    return readEnvironment(processEnvironment());
  };
}

function readEnvironment(environment: Environment): Credentials {
  for (const names of variables) {
    const [ak, sk] = [environment[names.ak], environment[names.sk]];
    if (ak && sk) {
      const securityToken = names.securityToken && environment[names.securityToken];
      return { ak, sk, ...(securityToken && { securityToken }) };
    }
    if (ak || sk) {
      const [set, missing] = ak ? [names.ak, names.sk] : [names.sk, names.ak];
      throw new ConfigurationError(`${missing} is not set, but ${set} is: set both.`);
    }
  }
  throw new CredentialsNotFound(
    "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set, nor are CLOUD_SDK_AK and CLOUD_SDK_SK.",
  );
}
