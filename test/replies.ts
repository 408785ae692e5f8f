/** Holds what the sandbox replies to the contract, enums and lengths included. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import contract from "../generated/openapi.json" with { type: "json" };
import type { Watch } from "../src/sandbox/gateway.js";

type Response = { $ref?: string; content?: object };

const paths = contract.paths as unknown as Record<
  string,
  Record<string, { responses: Record<string, Response> }>
>;
const components = contract.components.responses as Record<string, Response>;

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { "utc-time": true } });
addFormats.default(ajv);
ajv.addSchema({ $id: "contract", ...contract });
const compiled = new Map<string, ValidateFunction | "empty">();

/** The validator of a response's body; "empty" if it has none. */
function validatorOf(path: string, method: string, status: number): ValidateFunction | "empty" {
  const verb = method.toLowerCase();
  const { responses } = paths[path]![verb]!;
  const name = String(status) in responses ? status : "default";
  const given = responses[name]!;
  const place =
    given.$ref ?? `#/paths/${encodeURIComponent(path.replaceAll("/", "~1"))}/${verb}/responses/${name}`;
  const known = compiled.get(place);
  if (known) return known;
  const { content } = given.$ref ? components[given.$ref.split("/").at(-1)!]! : given;
  const validator = content
    ? ajv.compile({ $ref: `contract${place}/content/application~1json/schema` })
    : "empty";
  compiled.set(place, validator);
  return validator;
}

/** Collects what is wrong with the replies that it is shown. */
export function collectMistakes(): { observe: NonNullable<Watch["observe"]>; mistakes: string[] } {
  const mistakes: string[] = [];
  return {
    mistakes,
    observe: ({ descriptor: { operationId, path, method } }, { status, json, text }) => {
      const validate = validatorOf(path, method, status);
      const body: unknown = json === undefined ? undefined : JSON.parse(JSON.stringify(json));
      const reply = `${operationId}, ${status}: ${JSON.stringify(body)}`;
      if (validate === "empty") {
        if (body !== undefined || text) mistakes.push(`${reply} should have no body`);
      } else if (!validate(body)) {
        mistakes.push(`${reply} breaks the contract: ${ajv.errorsText(validate.errors)}`);
      }
    },
  };
}
