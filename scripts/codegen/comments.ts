import { STATUS_CODES } from "node:http";
import type { Parameter } from "./contract.js";
import type { Resolve, SchemaObject } from "./openapi.js";
import { schemaObject } from "./schemas.js";

/** A doc comment, or nothing if there is no text. */
export function comment(text: string): string {
  if (!text) return "";
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

export const paragraphs = (...texts: (string | false | undefined)[]): string =>
  texts
    .map((text) => text && text.trim())
    .filter(Boolean)
    .join("\n\n");

/** A schema's title, description, limits and source. */
export function describeSchema(schema: SchemaObject): string {
  return paragraphs(schema.title, schema.description, limitsAndSource(schema, schema["x-documented-in"]));
}

export function describeParameter(parameter: Parameter, resolve: Resolve): string {
  const limits = schemaObject(parameter.schema, resolve);
  return paragraphs(
    parameter.description ?? limits.description,
    limitsAndSource(limits, parameter.documentedIn),
  );
}

function limitsAndSource(schema: SchemaObject, documentedIn: string | undefined): string {
  const limits = [
    range(schema.minLength, schema.maxLength, "character"),
    range(schema.minItems, schema.maxItems, "item"),
    range(schema.minProperties, schema.maxProperties, "field"),
    range(schema.minimum, schema.maximum),
    schema.exclusiveMinimum !== undefined && `more than ${schema.exclusiveMinimum}`,
    schema.exclusiveMaximum !== undefined && `less than ${schema.exclusiveMaximum}`,
    schema.multipleOf !== undefined && `a multiple of ${schema.multipleOf}`,
    schema.uniqueItems === true && "no item twice",
    schema.pattern !== undefined && `matches \`${schema.pattern}\``,
    schema["x-undocumented-length"] !== undefined && "no length limit is documented",
  ].filter((text) => text !== false && text !== undefined);
  const sentence = limits.join(", ");
  return [sentence && `${capital(sentence)}.`, documentedIn && `See ${documentedIn}.`]
    .filter(Boolean)
    .join(" ");
}

/** `1 to 64 characters`, `at least 1 item`, `10`. */
function range(least: number | undefined, most: number | undefined, unit?: string): string | undefined {
  if (least === undefined && most === undefined) return undefined;
  const last = most ?? least;
  const units = unit ? ` ${unit}${last === 1 ? "" : "s"}` : "";
  if (least === most) return `exactly ${most}${units}`;
  if (least === undefined) return `at most ${most}${units}`;
  if (most === undefined) return `at least ${least}${units}`;
  return `${least} to ${most}${units}`;
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** The first sentence of a response's description that says more than the status does. */
export function firstSentence(status: string, description: string): string {
  const text = description.trim().replace(/\s+/g, " ");
  const sentences = text.match(/.+?[.!?](?=\s+[^a-z]|$)|.+$/g) ?? [];
  const letters = (words = "") => words.toLowerCase().replace(/[^a-z]/g, "");
  const useless = ["", "error", "failure", letters(STATUS_CODES[status])];
  return (sentences.find((sentence) => !useless.includes(letters(sentence))) ?? text).trim();
}
