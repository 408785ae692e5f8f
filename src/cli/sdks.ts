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

Set these where your program runs. Another region than ${region} has another name in the fourth, such as _CN_EAST_3.

${Object.entries(variables).map(set).join("\n")}

Then build the client without credentials, as these take them from the environment:

This package  createFunctionGraphClient({ region: "${region}" })
Python        FunctionGraphClient.new_builder().with_region(FunctionGraphRegion.value_of("${region}")).build()
Java          FunctionGraphClient.newBuilder().withRegion(FunctionGraphRegion.valueOf("${region}")).build()
Go            v2.NewFunctionGraphClient(v2.FunctionGraphClientBuilder().WithRegion(region.ValueOf("${region}")).Build())
Node          FunctionGraphClient.newBuilder().withEndpoint("${url}").build()

The vendor's Node SDK does not know the fourth and the fifth. Its Go SDK puts https:// before the fifth: without a
project id, pass credentials .WithIamEndpointOverride("${url}").

Calls:`;
}
