/** The sandbox, in its own process. Sends its parent its URL. */
import { createSandbox } from "functiongraph-workflow/sandbox";
import { credentials, projectId } from "./contestants.mjs";

const sandbox = await createSandbox({ credentials, projectId });
process.send(sandbox.url);
process.on("disconnect", () => process.exit(0));
