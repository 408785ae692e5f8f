/**
 * Who is asked for. A web page can lead a name of its own to this machine, and would then get what the browser
 * gives only to the sandbox's own pages; addresses and `localhost` cannot be led elsewhere.
 */

/** Whether a Host header has an address, or the name that always means this machine. */
export const isLocal = (host = ""): boolean => /^(localhost|[\d.]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host);

/** Whether only this machine reaches a sandbox that listens there. Elsewhere its names are not known. */
export const isLoopback = (host: string): boolean => /^(localhost|127\.[\d.]+|::1)$/i.test(host);
