export { createFunctionGraphClient, type FunctionGraphClient, type Target } from "./client.js";
export type { ClientOptions, HttpAgent } from "./options.js";
export type { Fetch, FetchedResponse, FetchInit } from "./runtime/fetch.js";
export type { CallOptions } from "./exchange/call.js";
export { signing, signRequest } from "./signing/middleware.js";
export type { SignOptions } from "./signing/sign.js";
export { fromChain } from "./credentials/chain.js";
export { fromEnvironment } from "./credentials/environment.js";
export { fromFunctionContext, type FunctionContext } from "./credentials/function.js";
export { fromMetadata, type MetadataOptions } from "./credentials/metadata.js";
export { fromProfile, type ProfileOptions } from "./credentials/profile.js";
export type {
  Credentials,
  CredentialsContext,
  CredentialsProvider,
  CredentialsSource,
  IamToken,
} from "./credentials/types.js";
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./exchange/hooks.js";
export type { RetryOptions, RetryReason } from "./exchange/retry.js";
export {
  AbortError,
  ApiError,
  ConfigurationError,
  ConnectionError,
  CredentialsError,
  ExecutionFailedError,
  FunctionGraphError,
  InvalidRequestError,
  ProjectLookupError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.js";
export type { FailedNode, RequestIssue } from "./errors.js";
export type { Execution, Executions, ResultOptions, StartOptions } from "./executions.js";
export type { ExecutionProgress } from "./waiting.js";
// The contract's own types, for use without this client.
export type { FreeFormObject, PagedPromise, ResponsePromise } from "../generated/contract.js";
export type * from "../generated/operations.js";
export type { components, operations, paths } from "../generated/types.js";
