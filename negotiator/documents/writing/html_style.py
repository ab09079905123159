"""How the HTML of a comparison looks: on a screen by day and by night, on paper, without colour."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c1d20; --paper: #fff; --faint: #5b6270; --line: #d9dde3; --soft: #f5f6f8;
  --ins: #0a5a2b; --ins-back: #e2f4e8; --del: #9a1b1b; --del-back: #fbe8e8; --accent: #0b5394; --mark: #7a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e6ea; --paper: #15171b; --faint: #9aa3b2; --line: #343a43;
  --soft: #1d2026; --ins: #8ee3aa; --ins-back: #12301e; --del: #ffb3b3; --del-back: #3c1a1a; --accent: #84bdf2;
  --mark: #f0c27a; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { font: 17px/1.55 Georgia, "Times New Roman", "Noto Serif", "Songti SC", "Noto Serif CJK SC", serif;
  color: var(--ink); background: var(--paper); max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, .told, nav, summary, table, .figures, .legend, footer {
  font-family: system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
.figures { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin: 0 0 .5rem; padding: 0; }
.figures b { font-size: 1.1rem; font-variant-numeric: tabular-nums; }
.legend { color: var(--faint); font-size: .9rem; }
nav table { width: 100%; table-layout: fixed; }
nav tr.section td { font-weight: 600; border-bottom: 0; padding-top: .7rem; }
table { border-collapse: collapse; font-size: .9rem; }
td, th { border-bottom: 1px solid var(--line); padding: .25rem 1rem .25rem 0; text-align: start; vertical-align: top; }
td.place { width: 34%; overflow-wrap: anywhere; }
ins { color: var(--ins); background: var(--ins-back); text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: .15em; }
del { color: var(--del); background: var(--del-back); text-decoration: line-through; }
del + ins { margin-inline-start: .15em; }
article { margin: .35rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid transparent; }
article.changed { border-inline-start-color: var(--accent); margin: 1.1rem 0; break-inside: avoid; }
article.inner1 { margin-inline-start: 2rem; } article.inner2 { margin-inline-start: 4rem; }
article p { margin: .2rem 0; unicode-bidi: plaintext; overflow-wrap: anywhere; }
article.heading p { font-weight: 700; } article.annex p, article.title p { font-weight: 700; font-size: 1.15rem; }
article.heading, article.annex { margin-top: 1.5rem; }
article.preambular p { text-indent: 1.5rem; }
article.footnote p { font-size: .9rem; }
.label { color: var(--faint); margin-inline-end: .45em; }
.told { font-size: .8rem; line-height: 1.5; color: var(--faint); display: flex; flex-wrap: wrap; gap: 0 .9rem; }
.told b { color: var(--ink); } .told .flag { color: var(--mark); }
.told .step { margin-inline-start: auto; } .told .step a { text-decoration: none; padding: 0 .3rem; }
.left p { color: var(--faint); }
details > summary { cursor: pointer; color: var(--faint); font-size: .8rem; padding: .15rem 0 .15rem 1rem; }
details.concordance > summary { font-size: 1.15rem; font-weight: 600; color: inherit; margin-top: 2.25rem; }
details[open] > summary { margin-bottom: .5rem; }
:target { background: var(--soft); outline: 2px solid var(--accent); outline-offset: 4px; }
footer { margin-top: 3rem; color: var(--faint); font-size: .75rem; overflow-wrap: anywhere; }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444; --line: #bbb; --ins: #000;
    --ins-back: none; --del: #000; --del-back: none; --accent: #000; --mark: #000; }
  body { font-size: 10.5pt; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
  .step { display: none; } h2, .told { break-after: avoid; } }
@media (max-width: 40rem) { article.inner1 { margin-inline-start: 1rem; }
  article.inner2 { margin-inline-start: 2rem; } }
"""
"""Insertions are underlined and deletions struck, so that colour is never needed to tell them."""
