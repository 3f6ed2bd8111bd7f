"""A comparison as text for a terminal and as a page that opens anywhere.

Marks never rest on colour: deleted words stand in `[-…-]`, inserted ones in `{+…+}`, a weighty change carries
`!`. What stood in the texts is shown with its control characters made visible, and obeyed by nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from desktop_app.comparison.digest import EVERYTHING, Digest, Showing
from desktop_app.comparison.labelling import (
    entry_classes,
    entry_title,
    left_out_sentence,
    provenance_facts,
    side_names,
    spelling_name,
    stale_sentence,
    status_name,
    summary,
)
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, Entry, Op, Place, Span, StaleReference, Status
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, language_in_use, translate

#: Unchanged words kept on either hand of a change in the text for a terminal.
_AROUND: Final = 60

_STYLE: Final = """
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
.number{background:var(--slatebg);color:var(--slate);border-radius:3px}
.spelled{text-decoration:underline dotted 2px var(--ortline)}
.weighty{outline:1px solid var(--warnline)}
.weighty::after{content:"!";color:var(--warn);font-weight:600}
.none{color:var(--text2)}
.same{color:var(--text2);text-align:center;font-size:13px;white-space:normal}
.stale{display:block;width:fit-content;font-size:13px;background:var(--warnbg);
color:var(--warn);border-radius:4px;padding:0 8px}
"""


def as_text(
    comparison: Comparison, provenance: Provenance | None = None, *, showing: Showing = EVERYTHING
) -> str:
    """The changes, one below the other, for a terminal or a mail; in the language in use. `showing` is the reader's
    filter; what it hides is to be named in `provenance.hidden`."""
    digest = Digest(comparison, showing)
    lines = _heading(comparison, provenance)
    for index, entry in enumerate(comparison.entries):
        if not digest.shown(index):
            continue
        lines.append(_entry_line(digest, index))
        lines.extend(f"  {line}" for line in _text_body(comparison, entry, showing.spelling).split("\n"))
        lines.append("")
    lines.extend(f"⚠ {stale_sentence(reference)}" for reference in comparison.stale_references)
    return "\n".join(lines).rstrip() + "\n"


def _heading(comparison: Comparison, provenance: Provenance | None) -> list[str]:
    """Which two texts, what of them, the counts."""
    if provenance is None:
        notes = [left_out_sentence(comparison.not_compared)] if comparison.not_compared else []
        return [_names(comparison), summary(comparison), *notes, ""]
    facts = [f"{what}: {words}" for what, words in provenance_facts(comparison, provenance)]
    return [visible_controls(provenance.title), _names(comparison), *facts, summary(comparison), ""]


def _names(comparison: Comparison) -> str:
    return visible_controls(" ← ".join(side_names(comparison)))


def _entry_line(digest: Digest, index: int) -> str:
    """«■ ۳. ماده ۵ ← ماده ۶ — اصلاح‌شده !»."""
    entry = digest.comparison.entries[index]
    number = digest.numbers.get(index)
    counted = "" if number is None else f"{digits(number)}. "
    sign = f" ! {translate('Comparison', 'Weighty')}" if entry.weighty else ""
    return f"■ {counted}{visible_controls(entry_title(entry))} — {entry_classes(entry)}{sign}"


def _text_body(comparison: Comparison, entry: Entry, spelling: bool) -> str:
    old, new = comparison.old.text, comparison.new.text
    if entry.old is None and entry.new is not None:
        return "{+" + visible_controls(new[entry.new.start : entry.new.end]) + "+}"
    if entry.new is None and entry.old is not None:
        return "[-" + visible_controls(old[entry.old.start : entry.old.end]) + "-]"
    if not entry.spans and entry.new is not None:
        return _shortened(visible_controls(new[entry.new.start : entry.new.end]))
    return "".join(_text_span(old, new, span, spelling) for span in entry.spans)


def _text_span(old: str, new: str, span: Span, spelling: bool) -> str:
    before, after = visible_controls(old[slice(*span.old)]), visible_controls(new[slice(*span.new)])
    if span.op is Op.EQUAL or (span.op is Op.ORTHOGRAPHIC and not spelling and not span.weighty):
        return _shortened(after)
    if span.op is Op.ORTHOGRAPHIC:
        assert span.kind is not None
        return f"[~{before}→{after}~ {spelling_name(span.kind)}{'!' if span.weighty else ''}]"
    taken = f"[-{before}-]" if before else ""
    put = f"{{+{after}+}}" if after else ""
    return taken + put + ("!" if span.weighty else "")


def _shortened(words: str) -> str:
    return words if len(words) <= 2 * _AROUND else f"{words[:_AROUND]} … {words[-_AROUND:]}"


def as_html(comparison: Comparison, title: str = "") -> str:
    """Both texts beside one another on one page, right to left, with no script and nothing fetched.

    `title` is plain text; without one the page is called after its two sides.
    """
    title = _shown(title or _names(comparison))
    lang = language_in_use()
    heads = (
        translate("Comparison", "Change"),
        comparison.old.name or translate("Comparison", "Older revision"),
        comparison.new.name or translate("Comparison", "Newer revision"),
    )
    columns = "".join(f'<th scope="col">{_shown(head)}</th>' for head in heads)
    notes = f"<p>{escape(left_out_sentence(comparison.not_compared))}</p>" if comparison.not_compared else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1><p>{escape(summary(comparison))}</p>{notes}</header>\n"
        f'<main><table><colgroup><col style="width:168px"><col><col></colgroup><thead><tr>{columns}</tr></thead>\n'
        f"<tbody>\n{''.join(_rows(comparison))}</tbody></table></main>\n</body>\n</html>\n"
    )


def _rows(comparison: Comparison) -> Iterator[str]:
    unchanged: list[Entry] = []
    for entry in comparison.entries:
        if entry.status is Status.UNCHANGED and not entry.flags and not _stale_in(comparison, entry):
            unchanged.append(entry)
            continue
        yield from _same(unchanged)
        unchanged = []
        yield _row(comparison, entry)
    yield from _same(unchanged)


def _same(entries: list[Entry]) -> Iterator[str]:
    """A stretch without changes, in one row."""
    if not entries:
        return
    said = fill(translate("Comparison", "Provisions without a change: {n}"), n=len(entries))
    first, last = entry_title(entries[0]), entry_title(entries[-1])
    where = first if first == last else f"{first} … {last}"
    yield f'<tr><td class="same" colspan="3">{escape(said)} ({_shown(where)})</td></tr>\n'


def _row(comparison: Comparison, entry: Entry) -> str:
    classes = " ".join([entry.status.value, *sorted(flag.value for flag in entry.flags)])
    what = f"{_shown(entry_title(entry))}<br>{escape(entry_classes(entry))}"
    stale = "".join(
        f'<span class="stale">⚠ {escape(stale_sentence(reference))}</span>'
        for reference in _stale_in(comparison, entry)
    )
    old, new = _side(comparison, entry, entry.old, 0), _side(comparison, entry, entry.new, 1)
    return (
        f'<tr class="{classes}"><th class="what" scope="row">{what}</th>'
        f'<td class="old">{old}</td><td class="new">{new}{stale}</td></tr>\n'
    )


def _stale_in(comparison: Comparison, entry: Entry) -> list[StaleReference]:
    if entry.new is None or not comparison.stale_references:
        return []
    return [one for one in comparison.stale_references if entry.new.start <= one.new[0] < entry.new.end]


def _side(comparison: Comparison, entry: Entry, place: Place | None, side: int) -> str:
    if place is None:
        said = translate("Comparison", "Not in this revision")
        return f'<span class="none">— {escape(said)}</span>'
    text = (comparison.old, comparison.new)[side].text
    if not entry.spans:
        tag = "ins" if side else "del"
        return f"<{tag}>{_shown(text[place.start : place.end])}</{tag}>"
    return "".join(_html_span(text, span, side) for span in entry.spans)


def _html_span(text: str, span: Span, side: int) -> str:
    words = _shown(text[slice(*(span.new if side else span.old))])
    if not words or span.op is Op.EQUAL:
        return words
    weighty = " weighty" if span.weighty else ""
    if span.op is Op.LABEL:
        return f'<span class="number">{words}</span>'
    if span.op is Op.ORTHOGRAPHIC:
        assert span.kind is not None
        return f'<span class="spelled{weighty}" title="{escape(spelling_name(span.kind))}">{words}</span>'
    tag = "ins" if side else "del"
    said = status_name(Status.INSERTED if side else Status.DELETED)
    return f'<{tag} class="words{weighty}" title="{escape(said)}">{words}</{tag}>'


def _shown(text: str) -> str:
    return escape(visible_controls(text))
