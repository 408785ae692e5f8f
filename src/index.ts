export { createFunctionGraphClient } from "./client.js";
export type { CallOptions, ClientOptions, FunctionGraphClient } from "./client.js";
export { signing, signRequest } from "./signing/sign.js";
export type { SignOptions } from "./signing/sign.js";
export { fromChain } from "./credentials/chain.js";
export { fromEnvironment } from "./credentials/environment.js";
export { fromMetadata, type MetadataOptions } from "./credentials/metadata.js";
export { fromProfile, type ProfileOptions } from "./credentials/profile.js";
export type { Credentials, CredentialsProvider, CredentialsSource, IamToken } from "./credentials/types.js";
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./exchange/hooks.js";
export type { RetryOptions, RetryReason } from "./exchange/retry.js";
export {
  AbortError,
  ApiError,
  ConfigurationError,
  ConnectionError,
  FunctionGraphError,
  InvalidRequestError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.js";
export type { RequestIssue } from "./errors.js";
// The contract's own types and openapi-fetch calls, for use without this client.
export { calls } from "../generated/operations.js";
export type * from "../generated/operations.js";
export type { components, operations, paths } from "../generated/types.js";
