import ts from "typescript";
import { formatOf } from "../../src/request/formats.js";
import { describeParameter } from "./comments.js";
import { places, type Contract, type Operation, type Parameter } from "./contract.js";
import type { Resolve, SchemaObject } from "./openapi.js";
import { mapValues, reachable } from "./schemas.js";
import { convertToTypes, printTypes, withDocs } from "./types.js";

export const requestType = ({ name }: Operation): string =>
  `${name[0]!.toUpperCase()}${name.slice(1)}Request`;

/** Whether a call can leave the parameter out. */
export const isOptional = ({ required, defaultFromClient }: Parameter): boolean =>
  !required || defaultFromClient !== undefined;

const takesNothing = ({ parameters, requestBody }: Operation): boolean =>
  parameters.length === 0 && !requestBody;

/**
 * What each operation takes. The contract's own types are too narrow for this: they reject readonly arrays,
 * interfaces as free-form objects, and `undefined`, all of which the guard accepts.
 */
export async function generateRequests({ document, operations, resolve }: Contract): Promise<string> {
  const requests = Object.fromEntries(
    operations
      .filter((operation) => !takesNothing(operation))
      .map((operation) => [requestPrefix + requestType(operation), requestSchema(operation, resolve)]),
  );
  const schemas = mapValues(
    reachable(Object.values(requests), document.components?.schemas ?? {}),
    (schema) => withDocs(schema, resolve),
  );
  const { openapi, info } = document;
  const components = { schemas: { ...schemas, ...requests } };
  const nodes = await convertToTypes({ openapi, info, paths: {}, components }, dateType);
  const types = nodes.flatMap(requestInterfaces);
  const nothing = operations
    .filter(takesNothing)
    .map(
      (operation) =>
        `/** ${operation.name} takes nothing. */ export type ${requestType(operation)} = Record<string, never>;`,
    );
  return [printTypes(types), ...nothing].join("\n");
}

/** Tells a request from a schema of the contract that has the same name. */
const requestPrefix = "request.";

const groupTitles = { path: "Path parameters.", query: "Query parameters.", header: "Request headers." };

/** A request as a schema: an object of `path`, `query`, `header` and `body`. */
function requestSchema({ parameters, requestBody }: Operation, resolve: Resolve): SchemaObject {
  const groups = places.flatMap((place): [string, SchemaObject, boolean][] => {
    const group = parameters.filter((parameter) => parameter.in === place);
    if (group.length === 0) return [];
    const required = group.filter((parameter) => !isOptional(parameter)).map(({ name }) => name);
    const properties = Object.fromEntries(
      group.map((parameter) => [parameter.name, parameterSchema(parameter, resolve)]),
    );
    return [
      [place, { type: "object", title: groupTitles[place], required, properties }, required.length > 0],
    ];
  });
  if (requestBody) {
    const { description, schema, required } = requestBody;
    groups.push([
      "body",
      withDocs({ ...(schema as SchemaObject), ...(description && { description }) }, resolve),
      required,
    ]);
  }
  return {
    type: "object",
    required: groups.filter(([, , required]) => required).map(([name]) => name),
    properties: Object.fromEntries(groups),
  };
}

function parameterSchema(parameter: Parameter, resolve: Resolve): SchemaObject {
  const { schema, deprecated, defaultFromClient, example } = parameter;
  const described = withDocs(schema, resolve);
  return {
    ...described,
    title: describeParameter(parameter, resolve),
    deprecated: deprecated || described.deprecated,
    default: defaultFromClient ? `the client's \`${defaultFromClient}\`` : described.default,
    examples: example === undefined ? [] : [example],
  };
}

const { factory } = ts;

/** The guard writes a `Date` in the format of its parameter. */
function dateType({ type, format }: SchemaObject): ts.TypeNode | undefined {
  if (type !== "string" || !formatOf(format)) return undefined;
  const text = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  return factory.createUnionTypeNode([text, factory.createTypeReferenceNode("Date")]);
}

/** From openapi-typescript's `components`: an interface for each request, and one for the schemas in them. */
function requestInterfaces(node: ts.Node): ts.Node[] {
  // The only types that openapi-typescript does not export are the helpers it adds when needed.
  if (ts.isTypeAliasDeclaration(node)) return node.modifiers ? [] : [node];
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return [];
  const members = node.members
    .filter((member) => nameOf(member) === "schemas")
    .flatMap(membersOf)
    .map((member) => ts.visitNode(member, accept, ts.isTypeElement));
  const isRequest = (member: ts.TypeElement) => nameOf(member).startsWith(requestPrefix);
  return [
    ...members.filter(isRequest).map((member) => {
      const name = nameOf(member).slice(requestPrefix.length);
      return declare(
        name,
        membersOf(member),
        `What ${name[0]!.toLowerCase()}${name.slice(1, -"Request".length)} takes.`,
      );
    }),
    declare(
      "RequestSchemas",
      members.filter((member) => !isRequest(member)),
      "The schemas that requests use, as a caller may pass them.",
    ),
  ];
}

const nameOf = ({ name }: ts.TypeElement): string =>
  name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : "";

const membersOf = (element: ts.TypeElement): readonly ts.TypeElement[] =>
  ts.isPropertySignature(element) && element.type && ts.isTypeLiteralNode(element.type)
    ? element.type.members
    : [];

function declare(name: string, members: readonly ts.TypeElement[], docs: string): ts.Node {
  const exported = factory.createModifier(ts.SyntaxKind.ExportKeyword);
  const declaration = factory.createInterfaceDeclaration([exported], name, undefined, undefined, members);
  return ts.addSyntheticLeadingComment(declaration, ts.SyntaxKind.MultiLineCommentTrivia, `* ${docs} `, true);
}

/** Widens a type to what the guard accepts. */
function accept(node: ts.Node): ts.Node {
  const type = ts.visitEachChild(node, accept, undefined);
  if (ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type)) {
    return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, type);
  }
  if (ts.isPropertySignature(type) && type.questionToken && type.type) {
    const nothing = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
    const union = factory.createUnionTypeNode([type.type, nothing]);
    return factory.updatePropertySignature(type, type.modifiers, type.name, type.questionToken, union);
  }
  if (isFreeForm(type)) return factory.createTypeReferenceNode("FreeFormObject");
  if (isSchemas(type)) return factory.createTypeReferenceNode("RequestSchemas");
  return type;
}

/** `{ [key: string]: unknown }`. */
function isFreeForm(node: ts.Node): boolean {
  if (!ts.isTypeLiteralNode(node) || node.members.length !== 1) return false;
  const [member] = node.members;
  return (
    member !== undefined &&
    ts.isIndexSignatureDeclaration(member) &&
    member.type.kind === ts.SyntaxKind.UnknownKeyword
  );
}

/** `components["schemas"]`. */
const isSchemas = (node: ts.Node): boolean =>
  ts.isIndexedAccessTypeNode(node) &&
  ts.isTypeReferenceNode(node.objectType) &&
  ts.isIdentifier(node.objectType.typeName) &&
  node.objectType.typeName.text === "components";
