import type { IncomingMessage } from "node:http";
import { splitOnce, type Reply } from "./http.js";
import type { Project } from "./types.js";

/** IAM's project list (`GET /v3/projects?name=…`), for the project lookup. Knows no other call. */
export function listProjects(
  { url = "" }: IncomingMessage,
  projects: readonly Project[] | undefined,
  projectId: string,
): Reply {
  const name = new URLSearchParams(splitOnce(url, "?")[1]).get("name");
  const known = projects ?? [{ id: projectId, name: name ?? "cn-north-4" }];
  const found = known
    .filter((project) => name === null || project.name === name)
    .map((project) => ({ ...project, domain_id: "sandbox", is_domain: false, enabled: true, links: {} }));
  return { status: 200, body: { projects: found, links: { self: url, next: null, previous: null } } };
}
