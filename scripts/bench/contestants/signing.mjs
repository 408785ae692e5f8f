/** node signing.mjs <contestant> <bytes> <ms>: sends its parent the CPU microseconds per signature. */
import { createHash, createHmac } from "node:crypto";
import { credentials, projectId, workflowId } from "./contestants.mjs";

const [name, bytes, ms] = process.argv.slice(2);
const { ak, sk } = credentials;
const host = "https://functiongraph.cn-north-4.myhuaweicloud.com";
const path = `/v2/${projectId}/fgs/workflows/${workflowId}/executions`;
const url = host + path;
const value = { input: { text: "x".repeat(Number(bytes) - 21) } };
const body = JSON.stringify(value);

const signers = {
  async "two createHash and one createHmac"() {
    const canonicalRequest = "x".repeat(400);
    const stringToSign = "x".repeat(100);
    return () => {
      createHash("sha256").update(body).digest("hex");
      createHash("sha256").update(canonicalRequest).digest("hex");
      return createHmac("sha256", sk).update(stringToSign).digest("hex");
    };
  },
  /** As in a call, which already has the text, the URL and the headers. */
  async "functiongraph-workflow"() {
    const { sign } = await import("./internals.mjs");
    const headers = [["content-type", "application/json"]];
    const signable = { method: "POST", url: new URL(url), headers, body };
    return async () => (await sign(signable, credentials, { projectId })).headers.authorization;
  },
  async "JSON.stringify of the body"() {
    return () => JSON.stringify(value);
  },
  /** Serializes the body itself, each time. */
  async "vendor SDK"() {
    const { BasicCredentials } = await import("@huaweicloud/huaweicloud-sdk-core");
    const { AKSKSigner } = await import("@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js");
    const credential = new BasicCredentials().withAk(ak).withSk(sk).withProjectId(projectId);
    return () => {
      const headers = { "Content-Type": "application/json", "X-Project-Id": projectId };
      return AKSKSigner.sign(
        { endpoint: url, method: "POST", queryParams: {}, headers, data: value },
        credential,
      ).Authorization;
    };
  },
  async aws4fetch() {
    const { AwsV4Signer } = await import("aws4fetch");
    const cache = new Map();
    return async () => {
      const keys = { accessKeyId: ak, secretAccessKey: sk, service: "execute-api", region: "x" };
      const signer = new AwsV4Signer({ url, method: "POST", headers: {}, body, cache, ...keys });
      return (await signer.sign()).headers.get("authorization");
    };
  },
};

const sign = await signers[name]();
if (typeof (await sign()) !== "string") throw new Error(`${name} signed nothing`);
async function run(forMs) {
  let signatures = 0;
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    for (let i = 0; i < 10; i++) await sign();
    signatures += 10;
  }
  return signatures;
}
await run(Number(ms));
const cpu = process.cpuUsage();
const signatures = await run(Number(ms));
const { user, system } = process.cpuUsage(cpu);
process.send((user + system) / signatures, () => process.exit(0));
