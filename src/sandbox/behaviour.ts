import type { operations } from "../../generated/types.js";
import type { Reading } from "./request.js";

export type OperationId = keyof operations;

type Content<Message> = Message extends { content: { "application/json": infer Body } } ? Body : undefined;

type Success<Responses> = Responses extends { 200: infer Response }
  ? Response
  : Responses extends { 201: infer Response }
    ? Response
    : never;

/** A request that fits the contract. */
export interface ValidRequest<Id extends OperationId> {
  path: operations[Id]["parameters"]["path"];
  query: NonNullable<operations[Id]["parameters"]["query"]>;
  header: NonNullable<operations[Id]["parameters"]["header"]>;
  body: Content<operations[Id]["requestBody"]>;
}

/** The body of an operation's success. */
export type SuccessBody<Id extends OperationId> = Content<Success<operations[Id]["responses"]>>;

/**
 * What operations do, by operationId: each returns the body of its success, or throws a Refusal. Any other
 * operation responds with the contract's example.
 */
export type Behaviours = {
  [Id in OperationId]?: (
    request: ValidRequest<Id>,
    reading: Reading,
  ) => SuccessBody<Id> | Promise<SuccessBody<Id>>;
};
