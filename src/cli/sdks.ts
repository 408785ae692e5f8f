import type { Sandbox } from "../sandbox/types.js";

const region = "cn-north-4";

/** What to set for programs in other languages. */
export function settingsText({ url, credentials: { ak, sk }, projectId }: Sandbox): string {
  const variables = {
    HUAWEICLOUD_SDK_AK: ak,
    HUAWEICLOUD_SDK_SK: sk,
    HUAWEICLOUD_SDK_PROJECT_ID: projectId,
    HUAWEICLOUD_SDK_REGION_FUNCTIONGRAPH_CN_NORTH_4: url,
    HUAWEICLOUD_SDK_IAM_ENDPOINT: url,
  };
  const set = ([name, value]: [string, string]) =>
    process.platform === "win32" ? `$env:${name} = "${value}"` : `export ${name}=${value}`;
  return `A FunctionGraph on this machine, at ${url}
Executions: ${url}/executions

Set these where your program runs:

${Object.entries(variables).map(set).join("\n")}

Then build the client without credentials: it takes them from there. For another region than ${region}, the name of
the variable with the region ends differently, such as in _CN_EAST_3.

This package  createFunctionGraphClient({ region: "${region}" })
Python        FunctionGraphClient.new_builder().with_region(FunctionGraphRegion.value_of("${region}")).build()
Java          FunctionGraphClient.newBuilder().withRegion(FunctionGraphRegion.valueOf("${region}")).build()
Go            v2.NewFunctionGraphClient(v2.FunctionGraphClientBuilder().WithRegion(region.ValueOf("${region}")).Build())
Node          FunctionGraphClient.newBuilder().withEndpoint("${url}").build()

The vendor's Node SDK reads only the key and the project. Its Go SDK puts https:// before the IAM endpoint: without
the project, pass credentials that have .WithIamEndpointOverride("${url}").

Calls:`;
}
