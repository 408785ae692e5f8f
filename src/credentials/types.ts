/** An access key. */
export interface Credentials {
  /** Access key id (AK). */
  ak: string;
  /** Secret access key (SK). Never sent and never printed. */
  sk: string;
  /** Belongs to a temporary AK and SK; sent, and signed, as `X-Security-Token`. */
  securityToken?: string | undefined;
}

/** A token from IAM, scoped to the project, which is sent as `X-Auth-Token` in place of a signature. */
export interface IamToken {
  token: string;
}

/** What a provider may want to know of the call that asks it. */
export interface CredentialsContext {
  /** Aborts when the call has ended: nobody waits for the credentials any more. */
  readonly signal: AbortSignal;
}

/** Asked for credentials before each request; caching is its own business. */
export type CredentialsProvider = (
  context: CredentialsContext,
) => Credentials | IamToken | Promise<Credentials | IamToken>;

/** Credentials, or a function that returns them. */
export type CredentialsSource = Credentials | IamToken | CredentialsProvider;

/** For a provider that is called by hand: it may take its time. */
export const withoutContext: CredentialsContext = {
  get signal() {
    return new AbortController().signal;
  },
};
