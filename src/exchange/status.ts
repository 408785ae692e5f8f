export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** With a 4xx, the gateway or the service has turned the request away; 408 only says that somebody lost patience. */
export const provesNothingRan = (status: number): boolean => status >= 400 && status < 500 && status !== 408;
