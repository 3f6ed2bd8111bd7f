"""A comparison as one HTML file that opens anywhere: two columns, right to left, marks that print in black too.

Everything that stood in the files is escaped: the page holds no script and fetches nothing.
"""

from __future__ import annotations

from html import escape
from typing import Final

from desktop_app.comparison.result import Comparison, Entry
from desktop_app.wording import fill, translate
from ui.widgets.comparison_view.changes import changes
from ui.widgets.comparison_view.labels import absent_note, change_summary, change_title, stale_note
from ui.widgets.comparison_view.marks import MarkKind, is_block, marks, side_text, stale_references
from ui.widgets.comparison_view.rows import SIDES, Row, SideName, sequence

_STYLE: Final = """
body{font-family:Vazirmatn,Tahoma,sans-serif;line-height:1.8;margin:2em;color:#1D1F20;background:#fff}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid #E5E2DB;padding:.5em .9em;vertical-align:top;text-align:right;white-space:pre-wrap}
th{background:#FAF9F6}
ins{background:#CDEEE0;color:#0C4631;text-decoration:underline 2px #0F7A52}
del{background:#FFD9C4;color:#7C2308;text-decoration:line-through}
td.ins{background:#EBF7F2;text-decoration:underline 1px #0F7A52}
td.del{background:#FDF0E9;text-decoration:line-through 1px #B5350F}
td.mov{background:#EEF4FC} td.no{color:#515456;background:#FAF9F6}
.num{background:#E9ECEF;color:#3C4A58} .ort{text-decoration:underline dotted 2px #7B7F83}
.ref{text-decoration:underline wavy #BC7F0A} .tag{display:block;color:#7A4E00;font-size:.85em}
.what{color:#515456;font-size:.85em} tr{break-inside:avoid}
"""
_TAGS: Final = {
    MarkKind.INSERTED: ("<ins>", "</ins>"),
    MarkKind.DELETED: ("<del>", "</del>"),
    MarkKind.NUMBER: ('<span class="num">', "</span>"),
    MarkKind.ORTHOGRAPHIC: ('<span class="ort">', "</span>"),
    MarkKind.STALE: ('<span class="ref">', "</span>"),
}


def comparison_html(
    comparison: Comparison, title: str, names: dict[SideName, str], left_out: str = ""
) -> str:
    """The page. Unchanged provisions are in it too; differences in spelling are marked."""
    rows = sequence(comparison)
    found = changes(comparison, rows)
    what = {change.entries[0]: change for change in found}
    body = "\n".join(_row(comparison, row, names, what.get(row.entry) is not None) for row in rows)
    listed = "\n".join(
        f"<li>{escape(change_title(comparison, change))}: {escape(change_summary(comparison, change))}</li>"
        for change in found
        if change.substantive
    )
    count = fill(translate("Comparison", "{n} changes"), n=sum(change.substantive for change in found))
    heads = "".join(f"<th>{escape(names[side])}</th>" for side in SIDES)
    return (
        '<!DOCTYPE html>\n<html lang="fa" dir="rtl"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(count)}</p>\n"
        f"{f'<p>{escape(left_out)}</p>' if left_out else ''}<ol>{listed}</ol>\n"
        f"<table><thead><tr>{heads}</tr></thead><tbody>\n{body}\n</tbody></table>\n</body></html>\n"
    )


def _row(comparison: Comparison, row: Row, names: dict[SideName, str], changed: bool) -> str:
    cells = "".join(_cell(comparison, row, side, names[side]) for side in SIDES)
    return f"<tr{' class=changed' if changed else ''}>{cells}</tr>"


def _cell(comparison: Comparison, row: Row, side: SideName, name: str) -> str:
    entry = comparison.entries[row.entry]
    if not row.shows(side):
        return f'<td class="no">{escape(absent_note(comparison, row, side, name))}</td>'
    kind = ""
    if is_block(entry, side):
        kind = ' class="ins"' if side == "new" else ' class="del"'
    elif row.part.value in ("departure", "arrival"):
        kind = ' class="mov"'
    tags = ""
    if side == "new":
        notes = [escape(stale_note(reference.now)) for reference in stale_references(comparison, entry)]
        tags = "".join(f'<span class="tag">{note}</span>' for note in notes)
    return f"<td{kind}>{_marked(comparison, entry, side)}{tags}</td>"


def _marked(comparison: Comparison, entry: Entry, side: SideName) -> str:
    place = entry.old if side == "old" else entry.new
    if place is None:
        return ""
    text = side_text(comparison, side)
    parts: list[str] = []
    at = place.start
    for mark in sorted(marks(comparison, entry, side, orthographic=True), key=lambda m: (m.start, m.end)):
        if mark.start < at:
            continue
        before, behind = _TAGS[mark.kind]
        parts += [escape(text[at : mark.start]), before, escape(text[mark.start : mark.end]), behind]
        at = mark.end
    parts.append(escape(text[at : place.end]))
    return "".join(parts).strip()
