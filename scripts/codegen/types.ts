import { runTool } from "../tools.js";

/** The types of the contract, by openapi-typescript: `paths`, `components`, `operations`. */
export async function generateTypes(file: string): Promise<string> {
  // In a process of its own, beside the linters': it loads all of the TypeScript compiler.
  const { code, stdout, stderr } = await runTool("openapi-typescript", [file]);
  if (code !== 0) throw new Error(`openapi-typescript failed: ${stderr}`);
  return stdout;
}
