/** An access key. */
export interface Credentials {
  /** Access key id (AK). */
  ak: string;
  /** Secret access key (SK). Never sent and never printed. */
  sk: string;
  /** Comes with a temporary AK and SK; sent and signed as `X-Security-Token`. */
  securityToken?: string | undefined;
}

/** A project-scoped IAM token, sent as `X-Auth-Token` instead of a signature. */
export interface IamToken {
  token: string;
}

/** What a provider is told about the call. */
export interface CredentialsContext {
  /** Aborts when the call has ended and no longer needs the credentials. */
  readonly signal: AbortSignal;
}

/** Called for credentials before each attempt; it does its own caching. */
export interface CredentialsProvider {
  (context: CredentialsContext): Credentials | IamToken | Promise<Credentials | IamToken>;
  /** Id of the project that the credentials are for, which a client uses unless it is given another. */
  readonly projectId?: string | undefined;
}

/** Credentials, or a function that returns them. */
export type CredentialsSource = Credentials | IamToken | CredentialsProvider;

/** For a provider that is called directly: its signal never aborts. */
export const withoutContext: CredentialsContext = {
  get signal() {
    return new AbortController().signal;
  },
};
