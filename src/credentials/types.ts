/** An access key. */
export interface Credentials {
  /** Access key id (AK). */
  ak: string;
  /** Secret access key (SK). Never sent and never printed. */
  sk: string;
  /** Goes with a temporary AK and SK; sent, and signed, as `X-Security-Token`. */
  securityToken?: string | undefined;
}

/** A token from IAM, scoped to the project, which is sent as `X-Auth-Token` in place of a signature. */
export interface IamToken {
  token: string;
}

/** Asked for credentials before each request; whatever it caches is its own. */
export type CredentialsProvider = () => Credentials | IamToken | Promise<Credentials | IamToken>;

/** Credentials, or what gives them. */
export type CredentialsSource = Credentials | IamToken | CredentialsProvider;
