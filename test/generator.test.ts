/** What the generator cannot do is refused by name, file, line and column. */
import { expect, test } from "vitest";
import { ContractError } from "../scripts/codegen/document.js";
import { generateFiles } from "../scripts/generate.js";

const shop = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers:
  - url: https://shop.example.com
security:
  - key: []
paths:
  /v1/things:
    parameters:
      - name: shop
        in: query
        schema: { type: string }
    get:
      operationId: ListThings
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
        - name: X-Trace
          in: header
          schema: { type: string }
      responses:
        "200":
          description: The things.
          content:
            application/json:
              schema:
                type: array
                items: { $ref: "#/components/schemas/Thing" }
    post:
      operationId: CreateThing
      requestBody:
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/Thing"
      responses:
        "204":
          description: It was created.
  /v1/things/{id}:
    delete:
      operationId: DeleteThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "204":
          description: It is gone.
components:
  schemas:
    Thing:
      type: object
      properties:
        name:
          type: string
          maxLength: 8
`;

/** Where the generator must point to. */
const here = "◆";

/** A parameter in place of `limit`, in lines. */
const parameter = (...lines: string[]): [string, string] => [
  "        - name: limit\n          in: query\n          schema: { type: integer }\n",
  `        - ${lines.join("\n          ")}\n`,
];
/** A line more in the schema of a thing's name. */
const inSchema = (line: string): [string, string] => [
  "          maxLength: 8\n",
  `          maxLength: 8\n          ${line}\n`,
];
/** A line more in an operation. */
const inOperation = (line: string): [string, string] => [
  "      operationId: ListThings\n",
  `      operationId: ListThings\n      ${line}\n`,
];
const operationId = (id: string): [string, string] => ["operationId: ListThings", `◆operationId: ${id}`];
const header = (name: string): [string, string, string] => [
  "name: X-Trace",
  `◆name: ${name}`,
  `ListThings: header parameter ${name}: this header is set by the client itself`,
];
const unknownKeyword = (keyword: string): [string, string, string] => [
  ...inSchema(`◆${keyword}: true`),
  `${keyword}: the guard does not know this keyword`,
];

/** By what is refused: an edit, and how the message begins. */
const refused: Record<string, [from: string, to: string, message: string]> = {
  "no YAML": ["info: { title: Shop, version: 1.0.0 }", "info: ◆@shop", "Plain value cannot start with"],
  "a key twice": ["info:", "◆openapi: 3.1.0\ninfo:", "Map keys must be unique"],
  "a list": [shop, "◆- a\n", "openapi must be 3.1.x"],
  "OpenAPI 3.0": ["openapi: 3.1.0", "◆openapi: 3.0.3", "openapi must be 3.1.x"],
  webhooks: [
    "paths:",
    "◆webhooks: { sold: {}, bought: {} }\npaths:",
    "webhooks are not supported (sold, bought)",
  ],
  "no server": [
    shop.slice(0, shop.indexOf("  - url")),
    "◆openapi: 3.1.0\nx-servers:\n",
    "servers is missing",
  ],
  "no operation": [shop.slice(shop.indexOf("paths:")), "◆paths: {}\n", "paths holds no operation"],
  "a merge key": ["info: {", "info: { ◆<<: { summary: a }, ", "merge keys (<<) are not supported"],
  "an alias": ["title: Shop", "title: ◆*name", "*name is not supported: use a $ref"],
  "__proto__ as a key": ["        name:\n", "        ◆__proto__:\n", "__proto__ cannot be used as a key"],

  "a path that is nothing": [
    "  /v1/things:\n",
    "  ◆/v1/none:\n  /v1/things:\n",
    "/v1/none must be an object",
  ],
  "a path's $ref": [
    "  /v1/things:\n",
    "  /v1/other: { ◆$ref: '#/paths/~1v1~1things' }\n  /v1/things:\n",
    "/v1/other: $ref is not supported",
  ],
  "a path's servers": [
    "/v1/things:\n",
    "/v1/things:\n    ◆servers: [{ url: https://a }]\n",
    "/v1/things: servers",
  ],
  "a parameter that is part of a segment": [
    "  /v1/things/{id}:",
    '  ◆"/v1/things/{id}:stop":',
    "/v1/things/{id}:stop: a path parameter must be a whole segment",
  ],
  "an operation that is nothing": [
    "    get:\n",
    "    ◆put:\n    get:\n",
    "put /v1/things must be an operation",
  ],
  "no operationId": [
    "    get:\n      operationId: ListThings\n",
    "    ◆get:\n",
    "get /v1/things needs an operationId",
  ],
  "an operationId that is no name": [...operationId("List things"), "operationId List things: use letters"],
  "an operationId named __proto__": [...operationId("__proto__"), "operationId __proto__: use letters"],
  "a method that the client has": [
    ...operationId("Use"),
    "operationId Use: every client has a method named use",
  ],
  "a method that JavaScript calls": [...operationId("to-string"), "operationId to-string: every client has"],
  "two methods of one name": [
    "operationId: DeleteThing",
    "◆operationId: list_things",
    "operationId list_things: another operation has a method named listThings",
  ],
  callbacks: [...inOperation("◆callbacks: { done: {} }"), "ListThings: callbacks are not supported"],
  "an operation's servers": [...inOperation("◆servers: [{ url: https://a }]"), "ListThings: servers are not"],
  "an operation's security": [
    ...inOperation("◆security: []"),
    "ListThings: security differs from the document's",
  ],

  "a cookie": [
    ...parameter("name: limit", "◆in: cookie", "schema: {}"),
    "ListThings: cookie parameter limit: only path, query and header",
  ],
  "a parameter's content": [
    ...parameter("name: limit", "in: query", "◆content: {}"),
    "ListThings: query parameter limit: a schema is required",
  ],
  "another style": [
    ...parameter("name: limit", "in: query", "◆style: pipeDelimited", "schema: {}"),
    "ListThings: query parameter limit: only the default style",
  ],
  "explode: false in a query": [
    ...parameter("name: limit", "in: query", "◆explode: false", "schema: {}"),
    "ListThings: query parameter limit: only the default style",
  ],
  allowReserved: [
    ...parameter("name: limit", "in: query", "◆allowReserved: true", "schema: {}"),
    "ListThings: query parameter limit: allowReserved",
  ],
  "a header twice": [
    "        - name: X-Trace",
    "        - { name: x-trace, in: header, schema: {} }\n        - ◆name: X-Trace",
    "ListThings: header x-trace is there twice",
  ],
  "a header from the client": [
    ...parameter("name: X-A", "in: header", "◆x-default-from-client: projectId", "schema: {}"),
    "ListThings: header parameter X-A: x-default-from-client can only be projectId, on a path parameter",
  ],
  "a parameter named __proto__": [
    ...parameter("◆name: __proto__", "in: query", "schema: {}"),
    "ListThings: query parameter __proto__: choose",
  ],
  ...Object.fromEntries(
    ["Authorization", "X-Auth-Token", "host", "X-Sdk-Date", "X-Security-Token", "Content-Type"].map(
      (name) => [`a header named ${name}`, header(name)],
    ),
  ),
  "an object in a header": [
    ...parameter("name: X-A", "in: header", "◆schema: { properties: {} }"),
    "ListThings: header parameter X-A: an object is only supported in the query",
  ],
  "an array in a path": [
    "required: true, schema: { type: string }",
    "required: true, ◆schema: { type: [array] }",
    "DeleteThing: path parameter id: an array",
  ],
  "an object inside an object": [
    ...parameter("name: a", "in: query", "◆schema: { properties: { b: { type: object } } }"),
    "ListThings: query parameter a: a parameter cannot carry",
  ],
  "a field named like a parameter": [
    ...parameter("name: a", "in: query", "◆schema: { properties: { shop: {} } }"),
    "ListThings: query parameter a: its field shop is a parameter, too",
  ],
  "a path parameter that is missing": [
    "/{id}:\n    delete:\n      operationId",
    "/{other}:\n    delete:\n      ◆operationId",
    "DeleteThing: path parameter other is missing",
  ],
  "a path parameter too many": [
    "/v1/things/{id}:\n    delete:\n      operationId",
    "/v1/all:\n    delete:\n      ◆operationId",
    "DeleteThing: /v1/all has no {id}",
  ],
  "a parameter that refers to nothing": [
    ...parameter("◆$ref: '#/components/parameters/None'"),
    "#/components/parameters/None: there is nothing",
  ],
  "a parameter that refers to itself": [
    ...parameter("◆$ref: '#/paths/~1v1~1things/get/parameters/0'"),
    "#/paths/~1v1~1things/get/parameters/0 refers to itself",
  ],

  "a GET with a body": [
    ...inOperation("◆requestBody: { content: { application/json: {} } }"),
    "ListThings: a get request cannot have a body",
  ],
  "a request of another type": [
    "        content:\n          application/json:\n            schema:\n              $ref",
    "        ◆content:\n          text/csv:\n            schema:\n              $ref",
    "CreateThing: the request body must be application/json, not text/csv",
  ],
  "a success of another type": [
    "          content:\n            application/json:",
    "          ◆content:\n            image/png:",
    "ListThings: response 200 must be application/json, not image/png",
  ],
  "a response that is nothing": [
    '        "204":\n          description: It was created.',
    '        ◆"204":',
    "CreateThing: response 204 must be a response",
  ],
  "a media type that is nothing": [
    "application/json:\n              schema:\n                type: array\n                items:",
    "◆application/json:\n          x-rest:",
    "ListThings: response 200: application/json must be an object",
  ],
  "a success that no example can be made for": [
    shop.slice(shop.indexOf("description: The things"), shop.indexOf("items:")),
    "◆description: All.\n          content: { application/json: { schema: { type: array, not: {} } } }\n          x-",
    "ListThings: response 200 needs an example",
  ],

  ...Object.fromEntries(
    ["unevaluatedProperties", "$dynamicRef", "if", "contentSchema", "nullable", "maxlength", "toString"].map(
      (keyword) => [`the keyword ${keyword}`, unknownKeyword(keyword)],
    ),
  ),
  "a type that there is not": [...inSchema("anyOf: [{ ◆type: text }]"), "type text: there is no such type"],
  "a pattern that is none": [...inSchema('◆pattern: "["'), "pattern [ is not a regular expression"],
  "a schema that is none": [...inSchema("◆not: text"), "not must be a schema"],
  "a schema that is part of itself": [
    "    Thing:\n      type: object\n",
    '    Thing:\n      ◆allOf: [{ $ref: "#/components/schemas/Thing" }]\n',
    "the schema is part of itself",
  ],
  "a schema that refers to nothing": [
    'items: { $ref: "#/components/schemas/Thing" }',
    'items: { ◆$ref: "#/components/schemas/None" }',
    "#/components/schemas/None: there is nothing",
  ],
  "a schema in another place": [
    'items: { $ref: "#/components/schemas/Thing" }',
    'items: { ◆$ref: "things.yaml" }',
    "things.yaml: a schema can only refer to #/components/schemas/…",
  ],
};

/** An edit of the shop, and where the mark stands in it. */
function edited(from: string, to: string) {
  expect(shop).toContain(from);
  const marked = shop.replace(from, () => to);
  const before = marked.split(here)[0]!.split("\n");
  return { text: marked.replace(here, ""), place: `${before.length}:${before.at(-1)!.length + 1}` };
}

test.each(Object.entries(refused))("%s", async (_, [from, to, message]) => {
  const { text, place } = edited(from, to);
  const error: unknown = await generateFiles(text, "shop.yaml").catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ContractError);
  const begins = `shop.yaml:${place}  ${message}`;
  expect((error as Error).message.slice(0, begins.length)).toBe(begins);
});

test("the rest is taken", async () => {
  const files = await generateFiles(shop, "shop.yaml");
  expect(files["descriptors.ts"]).toContain("listThings");
});
