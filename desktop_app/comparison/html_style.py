"""The style sheet of the HTML page of a comparison: the program's light and dark colours, and a print style."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root{--base:#FFFFFF;--pane:#FAF9F6;--line:#E5E2DB;--text:#1D1F20;--text2:#515456;
--insbg:#CDEEE0;--insline:#0F7A52;--instext:#0C4631;--inssoft:#EBF7F2;
--delbg:#FFD9C4;--delline:#B5350F;--deltext:#7C2308;--delsoft:#FDF0E9;
--movsoft:#EEF4FC;--movline:#2F66B5;--movtext:#1B4480;--slate:#3C4A58;--slatebg:#E9ECEF;
--ortline:#7B7F83;--warn:#7A4E00;--warnbg:#F9EBCD;--warnline:#BC7F0A;--accent:#0B5A5E}
@media (prefers-color-scheme:dark){:root{--base:#242626;--pane:#1E2020;--line:#323535;--text:#EAE9E5;--text2:#B7B9B6;
--insbg:#174B3C;--insline:#5CCB9C;--instext:#C5F1DF;--inssoft:#1B2F29;
--delbg:#5C2B18;--delline:#F5936F;--deltext:#FFD6C5;--delsoft:#34241C;
--movsoft:#1F2A38;--movline:#7FB0F0;--movtext:#CFE1FA;--slate:#BCC7D1;--slatebg:#333A40;
--ortline:#9AA09E;--warn:#E9BE6A;--warnbg:#43351A;--warnline:#D9A23A;--accent:#5FC7C0}}
*{box-sizing:border-box}
body{margin:0;background:var(--pane);color:var(--text);font:16px/1.7 Vazirmatn,Tahoma,sans-serif}
header,main,footer{max-width:1200px;margin:0 auto;padding:16px 24px}
h1{font-size:20px;line-height:32px;margin:0}
p{margin:4px 0;color:var(--text2)}
table{width:100%;border-collapse:collapse;table-layout:fixed;background:var(--base)}
th,td{border:1px solid var(--line);padding:8px 16px;vertical-align:top;text-align:start;
white-space:pre-wrap;overflow-wrap:anywhere}
thead th{background:var(--pane);font-size:13px;color:var(--text2)}
th.what{width:168px;font-size:13px;font-weight:500;color:var(--text2);white-space:normal}
ins{background:var(--insbg);color:var(--instext);text-decoration:underline 2px var(--insline);border-radius:3px}
del{background:var(--delbg);color:var(--deltext);text-decoration:line-through 1.5px var(--delline);border-radius:3px}
.inserted .new{background:var(--inssoft);border-inline-start:3px solid var(--insline)}
.deleted .old{background:var(--delsoft);border-inline-start:3px solid var(--delline)}
.moved td{background:var(--movsoft);border-inline-start:3px solid var(--movline)}
.cells{table-layout:auto;background:none;margin:4px 0}
.cells th,.cells td{border:1px solid var(--line);padding:4px 8px;background:none}
.cells th{background:var(--pane);font-weight:600}
.label,.number{font-weight:600}
.number{background:var(--slatebg);color:var(--slate);border-radius:3px}
.spelled{text-decoration:underline dotted 2px var(--ortline)}
.weighty{outline:1px solid var(--warnline)}
.weighty::after{content:"!";color:var(--warn);font-weight:600}
.same{color:var(--text2);text-align:center;font-size:13px;white-space:normal}
.stale{display:block;width:fit-content;font-size:13px;background:var(--warnbg);
color:var(--warn);border-radius:4px;padding:0 8px}
a{color:var(--accent)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0;font-size:14px}
dt{color:var(--text2)}
dd{margin:0}
.summary{color:var(--text);font-weight:600}
nav,.terms{max-width:1200px;margin:0 auto;padding:0 24px 8px}
nav h2,.terms h2{font-size:16px;line-height:26px;margin:8px 0 0}
nav ul,.terms ul{list-style:none;margin:0;padding:0;font-size:14px;color:var(--text2)}
nav ul{columns:3 260px}
nav li,.terms li{break-inside:avoid}
.terms li{margin:0 0 8px}
.terms b{font-weight:600;color:var(--text)}
tr:target>*,tr:has(:target)>*{box-shadow:inset 0 2px var(--accent),inset 0 -2px var(--accent)}
.none{color:var(--text2)}
td:has(.none){background:repeating-linear-gradient(45deg,var(--line) 0 1px,transparent 1px 8px)}
.none{background:var(--base);padding:0 8px}
.where{font-weight:400}
.inserted ins,.deleted del{background:none;text-decoration-thickness:1px}
.sign{color:var(--warn);font-weight:700}
.old-number{text-decoration:underline wavy 1px var(--warnline)}
@media print{@page{size:A4 landscape;margin:12mm}
:root{--pane:#FFFFFF}
body{font-size:10pt;line-height:1.6;print-color-adjust:exact;-webkit-print-color-adjust:exact}
header,main,nav,.terms{max-width:none;padding:0 0 8px}
thead{display:table-header-group}
tr.same,th.what{break-inside:avoid}
td,th{padding:4px 8px}
a{color:inherit;text-decoration:none}}
"""
