/**
 * The vendor's Python, Go and Java SDKs as seen on the wire: which headers they sign, and how they write
 * the path and the body. The signatures are computed here, as the guide says, and not by this package.
 */
import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { example, startSandbox } from "../helpers.js";
import { send } from "../wire.js";

const json = "application/json";
const agent = { "User-Agent": "huaweicloud-usdk/3.0" };
const text = {
  input: '{"arg2":"argument_2","arg1":"argument_1"}',
  headers: '{"tenantId":"user1"}',
};

interface Dialect {
  name: string;
  signed: string[];
  headers: Record<string, string>;
  body: string;
  /** The workflow id on the wire, and in the canonical path. */
  id?: [wire: string, canonical: string];
}

const dialects: Dialect[] = [
  {
    name: "Python",
    signed: ["content-type", "host", "user-agent", "x-project-id", "x-sdk-date"],
    headers: { ...agent, "Content-Type": json },
    body: JSON.stringify(text).replaceAll('","', '", "').replaceAll('":"', '": "'),
    id: ["urn%3Afss%3A%E4%B8%AD", "urn%3Afss%3A%E4%B8%AD"],
  },
  {
    name: "Go",
    signed: ["user-agent", "x-project-id", "x-sdk-date"],
    headers: { ...agent, "Content-Type": json },
    body: `${JSON.stringify(text)}\n`,
    id: ["urn:fss:x", "urn%3Afss%3Ax"],
  },
  {
    name: "Java",
    signed: ["host", "user-agent", "x-project-id", "x-sdk-date"],
    headers: { ...agent, "Content-Type": `${json}; charset=utf-8` },
    body: JSON.stringify(text),
  },
  {
    name: "a signer that signs the date alone",
    signed: ["x-sdk-date"],
    headers: {},
    body: JSON.stringify(example.body),
  },
];

test.each(dialects)("$name", async ({ signed, headers, body, id = ["w", "w"] }) => {
  const { url, credentials, projectId, executions } = await startSandbox();
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const all: Record<string, string> = {
    ...headers,
    Host: new URL(url).host,
    "X-Project-Id": projectId,
    "X-Sdk-Date": date,
  };
  const values = Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), value]));
  const path = (workflow: string) => `/v2/${projectId}/fgs/workflows/${workflow}/executions`;
  const sha256 = (data: string) => createHash("sha256").update(data).digest("hex");
  const lines = signed.map((name) => `${name}:${values[name]}\n`).join("");
  const canonical = `POST\n${path(id[1])}/\n\n${lines}\n${signed.join(";")}\n${sha256(body)}`;
  const signature = createHmac("sha256", credentials.sk)
    .update(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`)
    .digest("hex");
  all["Authorization"] =
    `SDK-HMAC-SHA256 Access=${credentials.ak}, SignedHeaders=${signed.join(";")}, Signature=${signature}`;

  const response = await send(url, { method: "POST", path: path(id[0]), headers: all, body });
  expect(response).toMatchObject({ status: 200, body: { execution_id: expect.any(String) } });
  expect(executions[0]).toMatchObject({
    path: { workflow_id: decodeURIComponent(id[0]) },
    body: example.body,
  });
});
