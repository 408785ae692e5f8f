/**
 * `npm run build`: what ships, in dist/: the code in one file for each kind of runtime, since a program takes
 * longer to start with each file that it loads, and the public types in one file beside it.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { generateDtsBundle } from "dts-bundle-generator";
import { build, type BuildOptions } from "esbuild";
import { inProject, root } from "./tools.js";

const entries = { index: "src/index.ts", sandbox: "src/sandbox/index.ts" };

/** For users the classes must be the same, wherever an error comes from. */
const packageErrors: NonNullable<BuildOptions["plugins"]> = [
  {
    name: "the package's own errors",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/errors\.js$/ }, () => ({ path: "functiongraph-workflow", external: true })),
  },
];

/** So old that Node before 18.15 can read the file, and say that it is too old. */
const nodeTarget = "node14.18";

const commonJs: BuildOptions = {
  format: "cjs",
  // CommonJS requires what it loads, as mocks and tracing tools expect.
  supported: { "dynamic-import": false },
};

/** Other tools will bundle these; what Node runs stays readable. */
const web: BuildOptions = {
  conditions: ["web"],
  minifyWhitespace: true,
  // Tools that look for `export` at the start of a line find none in a file without white space.
  footer: { js: "export {};" },
};

/** By file. `#runtime` is chosen by package.json's "imports". */
const outputs: Record<string, BuildOptions> = {
  "node.js": { entryPoints: [entries.index], target: nodeTarget },
  "node.cjs": { entryPoints: [entries.index], target: nodeTarget, ...commonJs },
  "web.js": { entryPoints: [entries.index], ...web },
  // A page has no environment, no files, and no metadata service: the search for credentials is left out.
  "browser.js": { entryPoints: [entries.index], ...web, define: { process: "undefined" } },
  "sandbox.js": { entryPoints: [entries.sandbox], plugins: packageErrors },
  "sandbox.cjs": { entryPoints: [entries.sandbox], plugins: packageErrors, ...commonJs },
};

async function buildCode(): Promise<void> {
  for (const [name, options] of Object.entries(outputs)) {
    await build({
      absWorkingDir: root,
      outfile: `dist/${name}`,
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "neutral",
      target: "es2022",
      minifySyntax: true,
      logLevel: "warning",
      ...options,
    });
  }
}

async function buildTypes(): Promise<void> {
  const names = Object.keys(entries);
  const bundles = generateDtsBundle(
    Object.values(entries).map((file) => ({
      filePath: inProject(file),
      libraries: { importedLibraries: ["openapi-fetch"] },
      output: { noBanner: true, exportReferencedTypes: false },
    })),
    { preferredConfigPath: inProject("tsconfig.json") },
  );
  for (const [index, text] of bundles.entries()) {
    // The same for CommonJS: the ending says which of the two they are for.
    for (const ending of ["d.ts", "d.cts"])
      await writeFile(inProject(`dist/${names[index]}.${ending}`), text);
  }
}

const stale = [...Object.keys(outputs), "types", "cjs"];
for (const name of stale) await rm(inProject(`dist/${name}`), { recursive: true, force: true });
await mkdir(inProject("dist"), { recursive: true });
await Promise.all([buildCode(), buildTypes()]);
