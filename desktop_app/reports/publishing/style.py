"""The style sheet of the pages of a package: light and dark colours of the program, and print rules."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root{--base:#FFFFFF;--pane:#FAF9F6;--line:#D3CFC6;--text:#1D1F20;--text2:#515456;--accent:#0B5A5E;--soft:#E2F0EF;--gone:#9A2B22}
@media (prefers-color-scheme:dark){:root{--base:#242626;--pane:#1E2020;--line:#454948;--text:#EAE9E5;--text2:#B7B9B6;
--accent:#5FC7C0;--soft:#1B3534;--gone:#F0A29B}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0 auto;max-width:860px;padding:24px;background:var(--pane);color:var(--text);
font:18px/1.9 Vazirmatn,Tahoma,sans-serif}
h1{font-size:1.5em;line-height:1.5;margin:8px 0}
h2{font-size:1.1em;line-height:1.6;margin:32px 0 8px}
p{margin:8px 0}
a{color:var(--accent)}
a:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible{
outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;inset-inline-start:-9999px}
.skip:focus{position:static}
.office{color:var(--text2);margin:0}
.state{background:var(--soft);border-inline-start:4px solid var(--accent);padding:8px 16px;border-radius:4px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:16px 0;font-size:.9em}
dt{color:var(--text2)}
dd{margin:0}
nav{border-block:1px solid var(--line);margin:24px 0;padding:8px 0;font-size:.9em}
nav h2{margin:8px 0}
nav ul{list-style:none;margin:0;padding:0;columns:3 190px}
nav .division{font-weight:600;break-after:avoid}
nav .rule{padding-inline-start:16px}
main,form{background:var(--base);border:1px solid var(--line);border-radius:6px;padding:16px 24px}
main form{border:0;padding:0}
.words{white-space:pre-line;overflow-wrap:anywhere}
.label{font-weight:700;text-decoration:none}
article{padding-block:4px;scroll-margin-top:16px}
.level1{margin-inline-start:32px}
.level2{margin-inline-start:64px}
.level3{margin-inline-start:96px}
article:target{background:var(--soft);border-radius:4px}
label{display:block;margin-top:16px;font-weight:600}
input,select,textarea{width:100%;font:inherit;color:inherit;background:var(--pane);border:1px solid var(--line);
border-radius:6px;padding:8px 12px}
fieldset{border:0;margin:0 0 24px;padding:0}
legend{font-size:1.1em;font-weight:700}
button,.form{display:inline-block;background:var(--accent);color:var(--base);font:inherit;font-weight:600;
border:0;border-radius:6px;padding:8px 24px;text-decoration:none}
[hidden]{display:none!important}
table{border-collapse:collapse;font-size:.85em;width:100%}
caption{text-align:start;font-weight:600;padding-block:8px}
th,td{border:1px solid var(--line);padding:4px 8px;text-align:start;vertical-align:top}
td.number{text-align:center}
.wide{overflow-x:auto}
.wide:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h3{font-size:1em;margin:24px 0 4px}
.answer{border-top:1px solid var(--line);padding-block:8px 16px}
blockquote{margin:8px 0;padding-inline-start:16px;border-inline-start:3px solid var(--line);color:var(--text2)}
.decision{font-weight:700}
.change{background:var(--pane);border-radius:6px;padding:8px 16px}
.quiet{color:var(--text2);font-size:.9em}
del{color:var(--gone);text-decoration:line-through}
ins{color:var(--accent);text-decoration:underline}
footer{color:var(--text2);font-size:.8em;overflow-wrap:anywhere}
@media (max-width:600px){body{padding:12px;font-size:17px}main{padding:8px 12px}table{font-size:.75em}
th,td{padding:4px}
dl{grid-template-columns:1fr}dd{margin-bottom:8px}
.level1{margin-inline-start:12px}.level2{margin-inline-start:24px}.level3{margin-inline-start:36px}}
@media print{body{background:none;font-size:12pt;max-width:none}nav,.skip,.form{display:none}
main{border:0;padding:0}article{break-inside:avoid}}
"""
