import { documentedOperations, errorFields } from "../documented-limits.js";

/**
 * Every operation answers an error with the same envelope: `error_code` and `error_msg`, with the
 * documented lengths in what FunctionGraph sends, and as the gateway's answer, plainly said to be
 * that, in `default`. The responses that the source page documents are held by the `documented-…`
 * rules and left out here, so that one mistake is reported once.
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
        message: "the default response has to say that it is the gateway's",
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
