/** The look of an HTML report: readable on a screen, on paper, large or without colour. */
export const htmlStyle = `:root { --ink: #111827; --soft: #4b5563; --line: #d1d5db; --ground: #fff; --panel: #f7f8fa; --blue: #0b62b8; --orange: #9a4a06; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p, ul, ol { margin: .5rem 0; }
li { margin: .2rem 0; }
a { color: var(--blue); }
code { font: .9em ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; background: var(--panel); padding: .1em .3em; border-radius: 4px; }
pre { background: var(--panel); padding: .75rem 1rem; border-radius: 6px; overflow-x: auto; }
pre code { padding: 0; background: none; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: .9rem; margin: .25rem 0; }
.own blockquote { margin: 0; padding: .75rem 1rem; border-left: 4px solid var(--blue); background: var(--panel); border-radius: 0 6px 6px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .94rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { border-bottom: 2px solid var(--soft); white-space: nowrap; overflow-wrap: normal; }
.line, .said { display: block; margin-top: .25rem; }
.line { color: var(--soft); font-weight: 400; font-size: .92em; }
.said { padding-left: .6rem; border-left: 3px solid var(--blue); }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.tone.good, .tone.middling { color: var(--blue); font-weight: 600; }
.tone.doubtful, .tone.absent, .tone.warning { color: var(--orange); font-weight: 600; }
td > .tone { display: inline-block; min-width: 8.5rem; }
.tone.strong { font-weight: 700; }
.tone.faint { color: var(--soft); }
.note { border-left: 4px solid var(--line); padding: .4rem .9rem; }
.note.next { border-color: var(--blue); }
.note.warning { border-color: var(--orange); }
.progress { display: flex; flex-wrap: wrap; gap: .25rem .9rem; align-items: center; margin: .3rem 0; }
.progress .label { flex: 0 0 17rem; max-width: 100%; }
.bar { position: relative; display: flex; width: 12rem; height: .8rem; background: #e5e7eb; border-radius: 3px; overflow: hidden; }
.bar .full { background: var(--blue); }
.bar .possible { background: repeating-linear-gradient(45deg, #93c5fd 0 4px, #dbeafe 4px 8px); }
.bar .mark { position: absolute; top: 0; bottom: 0; width: 2px; background: var(--ink); }
@media (max-width: 32rem) {
  td > .tone { min-width: 6rem; }
  th, td { padding: .35rem .3rem; }
}
@media print {
  main { max-width: none; padding: 0; }
  body { font-size: 11pt; }
  h2, h3, h4 { break-after: avoid; }
  figure, tr, .note { break-inside: avoid; }
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; }
}
`;
