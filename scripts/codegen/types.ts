import openapiTS, { astToString } from "openapi-typescript";
import type { Contract } from "./contract.js";

/** The types of the contract, by openapi-typescript: `paths`, `components`, `operations`. */
export async function generateTypes({ document }: Contract): Promise<string> {
  return astToString(await openapiTS(document as never, { alphabetize: false, silent: true }));
}
