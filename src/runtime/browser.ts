/** A page: as web.ts, and nowhere to find credentials. */
export { environment, files, hashing, takesAgent, transport } from "./web.js";

export const hasProcess = false;
