export const style = `
:root {
  color-scheme: light dark;
  --line: light-dark(#d5d9e0, #3a3f4a);
  --soft: light-dark(#f4f6f9, #1f232b);
  --text: light-dark(#1b1f27, #e6e9ef);
  --quiet: light-dark(#586072, #a3abba);
  --link: light-dark(#0b57d0, #8ab4f8);
  --running: light-dark(#0b57d0, #8ab4f8);
  --success: light-dark(#146c2e, #6dd58c);
  --fail: light-dark(#b3261e, #f2b8b5);
  --timeout: light-dark(#8a5100, #ffb95c);
  --cancel: light-dark(#586072, #a3abba);
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: light-dark(#fff, #14171c) }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 }
h2 { font-size: 1rem; margin: 1rem 0 .25rem }
p { margin: .25rem 0 }
#summary, .quiet { color: var(--quiet) }
form { display: grid; grid-template-columns: minmax(12rem, 1fr) 2fr auto; gap: .75rem; align-items: end; padding: 1rem; margin: 1rem 0; background: var(--soft); border: 1px solid var(--line); border-radius: .5rem }
label { display: grid; gap: .25rem; font-size: .875rem; color: var(--quiet) }
input, textarea, button { font: inherit; color: inherit; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .35rem; background: light-dark(#fff, #14171c) }
input, textarea, pre, code { font-family: ui-monospace, monospace; font-size: .875rem }
textarea { resize: vertical }
button { cursor: pointer; background: var(--soft) }
button:hover { border-color: currentColor }
form button { background: var(--link); border-color: var(--link); color: light-dark(#fff, #14171c) }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
#problem { grid-column: 1 / -1; color: var(--fail) }
#problem:empty { display: none }
article { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0 }
summary { display: grid; grid-template-columns: 6.5rem minmax(6rem, 1fr) minmax(8rem, 2fr) 6rem; gap: .25rem 1rem; align-items: center; padding: .6rem 1rem; cursor: pointer; list-style-position: inside }
summary code { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.duration { text-align: right; font-variant-numeric: tabular-nums }
.status { font-weight: 600 }
.status::before { content: ""; display: inline-block; width: .6rem; height: .6rem; margin-right: .5rem; border-radius: 50%; background: currentColor }
.running { color: var(--running) } .success { color: var(--success) } .fail { color: var(--fail) } .timeout { color: var(--timeout) } .cancel { color: var(--cancel) }
.details { padding: 0 1rem 1rem; border-top: 1px solid var(--line) }
.actions { display: flex; gap: .5rem; margin-top: .75rem }
.actions:not(:has(:not([hidden]))) { display: none }
pre { margin: 0; padding: .5rem .75rem; background: var(--soft); border-radius: .35rem; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20rem; overflow: auto }
.node { display: grid; grid-template-columns: minmax(6rem, 12rem) 1fr 6rem; gap: .25rem 1rem; align-items: center; margin: .25rem 0 }
.node > :first-child { overflow: hidden; text-overflow: ellipsis }
.bar { position: relative; height: 1rem; background: var(--soft); border-radius: .25rem }
.bar span { position: absolute; top: 0; bottom: 0; min-width: 3px; border-radius: .25rem; background: currentColor }
@media (max-width: 40rem) { form { grid-template-columns: 1fr } summary { grid-template-columns: 1fr auto } summary .workflow, summary code { grid-column: 1 / -1 } .node { grid-template-columns: 1fr auto } .bar { grid-column: 1 / -1; order: 3 } }
`;
