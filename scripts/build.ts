/**
 * `npm run build`: builds what ships into dist/. The code is one file for each kind of runtime, since each
 * file that a program loads slows its start; the public types are one file too.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { inProject, isMain, root } from "./tools.js";

/** With public types. */
const entries = { index: "src/index.ts", bulk: "src/bulk/index.ts", sandbox: "src/sandbox/index.ts" };

/** The other entries throw the client's error classes, so that `instanceof` works for users. */
const packageErrors: NonNullable<BuildOptions["plugins"]> = [
  {
    name: "the package's own errors",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/errors\.js$/ }, () => ({ path: "functiongraph-workflow", external: true })),
  },
];

/** Old enough for a Node before 18.15 to load the file and report that it is too old. */
const nodeTarget = "node14.18";

const commonJs: BuildOptions = {
  format: "cjs",
  // CommonJS loads modules with require(), as mocks and tracing tools expect.
  supported: { "dynamic-import": false },
};

/** Minified, since other tools bundle these; what Node runs stays readable. */
const web: BuildOptions = {
  conditions: ["web"],
  minifyWhitespace: true,
  // Some tools look for `export` at the start of a line, where minified code has none.
  footer: { js: "export {};" },
};

/** By file. `#runtime` is chosen by package.json's "imports". */
const outputs: Record<string, BuildOptions> = {
  "node.js": { entryPoints: [entries.index], target: nodeTarget },
  "node.cjs": { entryPoints: [entries.index], target: nodeTarget, ...commonJs },
  "web.js": { entryPoints: [entries.index], ...web },
  // A page has no environment, files or metadata service, so default credentials are left out.
  "browser.js": { entryPoints: [entries.index], ...web, define: { process: "undefined" } },
  "bulk.js": { entryPoints: [entries.bulk], plugins: packageErrors },
  "bulk.cjs": { entryPoints: [entries.bulk], plugins: packageErrors, ...commonJs },
  "sandbox.js": { entryPoints: [entries.sandbox], plugins: packageErrors },
  "sandbox.cjs": { entryPoints: [entries.sandbox], plugins: packageErrors, ...commonJs },
  // Loads the package's other files when a command needs them.
  "cli.js": { entryPoints: ["src/cli/main.ts"], target: nodeTarget, external: ["functiongraph-workflow"] },
};

/** Writes the code, or only some of its files. */
export async function buildCode(folder: string, names = Object.keys(outputs)): Promise<void> {
  for (const name of names) {
    await build({
      absWorkingDir: root,
      outfile: join(folder, name),
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "neutral",
      target: "es2022",
      minifySyntax: true,
      logLevel: "warning",
      ...outputs[name]!,
    });
  }
}

async function buildTypes(): Promise<void> {
  // Loads TypeScript, which tests that build only the code need not.
  const { generateDtsBundle } = await import("dts-bundle-generator");
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
    const name = names[index]!;
    await writeFile(inProject(`dist/${name}.d.cts`), text);
    // The same types for both module systems, so that a value of one is a value of the other, too.
    await writeFile(inProject(`dist/${name}.d.ts`), `export * from "./${name}.cjs";\n`);
  }
}

async function main(): Promise<void> {
  const folder = inProject("dist");
  const stale = [...Object.keys(outputs), "types", "cjs"];
  for (const name of stale) await rm(join(folder, name), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([buildCode(folder), buildTypes()]);
}

if (isMain(import.meta)) await main();
