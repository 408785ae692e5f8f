import type { FunctionGraphClient } from "../client.js";
import type { Options, Values } from "./command.js";
import { UsageError } from "./failures.js";

/** Where calls go. */
export const clientOptions = {
  region: { type: "string", value: "ID", help: "Region, such as cn-north-4" },
  endpoint: { type: "string", value: "URL", help: "Base URL of the service, instead of the region's" },
  "project-id": {
    type: "string",
    value: "ID",
    help: "Project; default HUAWEICLOUD_SDK_PROJECT_ID, or the region's",
  },
} as const satisfies Options;

/** A client with the default credentials. */
export async function clientOf(values: Values<typeof clientOptions>): Promise<FunctionGraphClient> {
  const { region, endpoint, "project-id": projectId } = values;
  if (region === undefined && endpoint === undefined)
    throw new UsageError("Neither --region nor --endpoint is given: pass one, such as --region cn-north-4.");
  const { createFunctionGraphClient } = await import("functiongraph-workflow");
  return createFunctionGraphClient({ region, endpoint, projectId });
}
