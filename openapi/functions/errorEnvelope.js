import { documentedOperations } from "../documented-limits.js";

const envelope = {
  error_code: { minLength: 1, maxLength: 36 },
  error_msg: { minLength: 2, maxLength: 512 },
};

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
    for (const [field, lengths] of Object.entries(envelope)) {
      const found = schema?.properties?.[field];
      const fits = status === "default" || isSubset(lengths, found);
      if (found?.type === "string" && fits) continue;
      const limits =
        status === "default" ? "" : ` of ${lengths.minLength} to ${lengths.maxLength} characters`;
      findings.push({
        message: `the error envelope of response ${status} needs ${field}, a string${limits}`,
        path: schema ? [...at, status, "content", "application/json", "schema"] : [...at, status],
      });
    }
  }
  return findings;
}

/** @param {Record<string, unknown>} part @param {Record<string, unknown> | undefined} whole */
function isSubset(part, whole) {
  return Object.entries(part).every(([key, value]) => whole?.[key] === value);
}
