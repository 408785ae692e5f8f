/** The page at /executions, in one piece: it asks nobody but the sandbox for anything. */
import { createHash } from "node:crypto";
import { script } from "./script.js";
import { style } from "./style.js";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing else may run, load or be asked, and nobody may frame the page. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "img-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Executions</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><h1>Executions</h1><p id="summary" role="status">Loading…</p></header>
<main>
<form id="start" aria-label="Start an execution">
<label>Workflow <input id="workflow" name="workflow" list="workflows" required maxlength="512" autocomplete="off" spellcheck="false"></label>
<datalist id="workflows"></datalist>
<label>Input, as JSON <textarea id="input" name="input" rows="3" spellcheck="false">{}</textarea></label>
<button>Start</button>
<p id="problem" role="alert"></p>
</form>
<section id="executions" aria-label="Executions, newest first"></section>
<p id="empty" hidden>None yet. Start one here, or with a client.</p>
</main>
<script>${script}</script>
</body>
</html>
`;
