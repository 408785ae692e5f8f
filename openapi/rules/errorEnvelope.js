import { documentedOperations, errorFields } from "../documented-limits.js";

/**
 * Every operation has the same error envelope: `error_code` and `error_msg`, with the documented lengths in
 * FunctionGraph's own responses, and also in `default`, which is described as the gateway's response. The
 * responses that the source page documents are left to the `documented-…` rules, so that each mistake is
 * reported once.
 *
 * @param {any} operation
 * @param {unknown} _options none
 * @param {{ path: (string | number)[] }} context
 */
export default function errorEnvelope(operation, _options, context) {
  const documented = documentedOperations.find(({ operationId }) => operationId === operation.operationId);
  const responses = operation.responses ?? {};
  const at = [...context.path, "responses"];
  const findings = [];

  for (const status of ["400", "500", "default"]) {
    if (responses[status] || documented?.statuses.includes(status)) continue;
    findings.push({ message: `the operation has no response ${status} with the error envelope`, path: at });
  }
  for (const [status, response] of Object.entries(responses)) {
    if (!/^([45]..|default)$/.test(status) || documented?.statuses.includes(status)) continue;
    if (status === "default" && !/gateway/i.test(response.description ?? "")) {
      findings.push({
        message: "the default response must say that it is the gateway's",
        path: [...at, status, "description"],
      });
    }
    const schema = response.content?.["application/json"]?.schema;
    for (const { field, type, minLength, maxLength } of errorFields) {
      const found = schema?.properties?.[field];
      // The gateway documents the fields, but no lengths.
      const lengths =
        status === "default" || (found?.minLength === minLength && found?.maxLength === maxLength);
      if (found?.type === type && lengths) continue;
      const limits = status === "default" ? "" : ` of ${minLength} to ${maxLength} characters`;
      findings.push({
        message: `the error envelope of response ${status} needs ${field}, a ${type}${limits}`,
        path: schema ? [...at, status, "content", "application/json", "schema"] : [...at, status],
      });
    }
  }
  return findings;
}
