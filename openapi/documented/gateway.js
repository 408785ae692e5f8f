/** @type {import("./page.js").Gateway} */
export const gateway = {
  servers: [
    {
      url: "https://functiongraph.{region}.myhuaweicloud.com",
      variables: {
        region: {
          default: "cn-north-4",
          enum: ["cn-north-4", "cn-east-2", "cn-east-3", "cn-south-1", "ap-southeast-3"],
        },
      },
    },
  ],
  security: [{ AkSk: [] }, { IamToken: [] }],
  securitySchemes: {
    AkSk: { type: "http", scheme: "SDK-HMAC-SHA256" },
    IamToken: { type: "apiKey", in: "header", name: "X-Auth-Token" },
  },
  headers: [{ field: "X-Request-Id", type: "string", required: false }],
  statuses: {
    401: "Unauthorized",
    403: "Forbidden",
    413: "Payload Too Large",
    429: "Too Many Requests",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    default: "any other status",
  },
  rows: [
    { field: "error_code", type: "string" },
    { field: "error_msg", type: "string" },
    { field: "request_id", type: "string" },
  ],
  fromClient: { "path.project_id": "projectId" },
  corrections: [
    {
      says: "The operations' pages list only 200, 400, 404 and 500.",
      contract: "Each operation also has the gateway's responses, with their own body.",
      evidence:
        "Signing guide, error codes: 401, 403, 413, 429, 502, 503 and 504 come from the gateway in front of every service, with `error_code`, `error_msg` and `request_id`. No lengths are documented.",
    },
    {
      says: "Nothing about authentication.",
      contract: "The schemes `AkSk` and `IamToken`.",
      evidence: "Signing guide; authentication page.",
    },
    {
      says: "Nothing about servers.",
      contract: "`functiongraph.{region}.myhuaweicloud.com`, in the five regions that have workflows.",
      evidence:
        "The SDKs' region lists have the host names; the product page on function flows of 2025-05-14 lists the five regions. The client accepts any region and leaves the answer to the service.",
    },
    {
      says: "Nothing about request ids.",
      contract: "`X-Request-Id` in every response.",
      evidence: "Signing guide; every SDK reads it.",
    },
  ],
};
