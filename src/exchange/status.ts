export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** A 4xx means that the gateway or the service rejected the request; 408 only that something timed out. */
export const provesNothingRan = (status: number): boolean => status >= 400 && status < 500 && status !== 408;
