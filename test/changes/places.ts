/** Places of the test contract that edits change. */
import type { Loose } from "./edits.js";

export const things = "/v2/{project_id}/things";
export const list = (c: Loose) => c.paths[things].get;
export const create = (c: Loose) => c.paths[things].post;
export const update = (c: Loose) => c.paths[`${things}/{thing_id}`].put;
export const ping = (c: Loose) => c.paths["/v2/ping"].post;
export const fields = (c: Loose, name: string) => c.components.schemas[name].properties;

export const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/Options" } } } };
