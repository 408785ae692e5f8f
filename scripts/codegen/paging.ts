import type { Operation } from "./contract.js";
import type { Source } from "./document.js";
import { isObject, type Document, type OperationObject, type Paging } from "./openapi.js";
import { schemaObject } from "./schemas.js";

/** What the client reads on with is there. */
export function checkPaging({ operationId, paging, parameters, responses }: Operation, source: Source): void {
  if (!paging) return;
  const { document, refuse, resolve } = source;
  const refusePaging = (message: string) =>
    refuse(`${operationId}: x-paging ${message}`, holderOf(paging, document), "x-paging");
  const offset = parameters.find(({ name, in: place }) => name === "offset" && place === "query");
  if (offset?.schema.type !== "integer") refusePaging("needs a query parameter offset, an integer");
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1].schema;
  const fields = schemaObject(success ?? true, resolve).properties ?? {};
  const list = schemaObject(fields[paging.items] ?? true, resolve);
  if (list.type !== "array")
    refusePaging(`names items ${paging.items}, which must be an array in the response`);
  if (!schemaObject(list.items ?? true, resolve).properties?.[paging.key])
    refusePaging(`names the key ${paging.key}, which is no field of the items`);
  if (paging.total !== undefined && schemaObject(fields[paging.total] ?? true, resolve).type !== "integer")
    refusePaging(`names the total ${paging.total}, which must be an integer in the response`);
}

/** The operation that has this paging. */
const holderOf = (paging: Paging, { paths = {} }: Document): object =>
  Object.values(paths)
    .flatMap((item) => Object.values(item) as OperationObject[])
    .find((one) => isObject(one) && one["x-paging"] === paging)!;
