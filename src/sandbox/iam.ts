import type { Call, Reply } from "./http.js";
import type { Project } from "./types.js";

/** IAM's project list, `GET /v3/projects?name=…`: the one IAM call that a project lookup makes. */
export function listProjects(
  { search }: Call,
  projects: readonly Project[] | undefined,
  projectId: string,
): Reply {
  const name = new URLSearchParams(search).get("name");
  const known = projects ?? [{ id: projectId, name: name ?? "cn-north-4" }];
  const found = known
    .filter((project) => name === null || project.name === name)
    .map((project) => ({ ...project, domain_id: "sandbox", is_domain: false, enabled: true, links: {} }));
  const self = `/v3/projects${search && `?${search}`}`;
  return { status: 200, json: { projects: found, links: { self, next: null, previous: null } } };
}
