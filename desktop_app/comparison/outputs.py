"""Renders a comparison as plain text for a terminal or an e-mail. `html_output` renders an HTML page.

Marks never depend on colour: deletions are `[-…-]`, insertions `{+…+}`, weighty changes have `!`. Control
characters of the texts are made visible.
"""

from __future__ import annotations

from typing import Final

from desktop_app.comparison.digest import EVERYTHING, ChangeDigest, Showing
from desktop_app.comparison.html_output import as_html
from desktop_app.comparison.labelling import (
    change_title,
    left_out_sentence,
    provenance_facts,
    side_names,
    spelling_name,
    stale_sentence,
    summary,
    weighty_name,
)
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, Entry, Op, Span
from desktop_app.comparison.standing import term_lines, warnings, what_happened
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits

#: Number of unchanged characters kept on either side of a change.
_AROUND: Final = 60
#: Stands between the cells of a row: a tab would put values below the wrong heading.
_CELL_BORDER: Final = " | "


def as_text(
    comparison: Comparison, provenance: Provenance | None = None, *, showing: Showing = EVERYTHING
) -> str:
    """Returns the changes as plain text, one after the other, in the language in use.

    `showing` is the reader's filter. The caller lists what it hides in `provenance.hidden`.
    """
    digest = ChangeDigest(comparison, showing)
    lines = _heading(comparison, provenance)
    for index, entry in enumerate(comparison.entries):
        if not digest.shown(index):
            continue
        lines.append(_entry_line(digest, index))
        body = _text_body(comparison, entry, showing.spelling).replace("\t", _CELL_BORDER)
        lines.extend(f"  {line}" for line in body.split("\n"))
        lines.extend(f"  ⚠ {stale_sentence(reference)}" for reference in digest.stale.get(index, ()))
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _heading(comparison: Comparison, provenance: Provenance | None) -> list[str]:
    """Returns the lines with the names of both texts, the facts and the counts."""
    said = [f"⚠ {words}" for words in [*warnings(comparison), *term_lines(comparison.terms)] if words]
    if provenance is None:
        notes = [left_out_sentence(comparison.not_compared)] if comparison.not_compared else []
        return [_names(comparison), summary(comparison), *notes, *said, ""]
    facts = [f"{what}: {words}" for what, words in provenance_facts(comparison, provenance)]
    return [visible_controls(provenance.title), _names(comparison), *facts, summary(comparison), *said, ""]


def _names(comparison: Comparison) -> str:
    return visible_controls(" ← ".join(side_names(comparison)))


def _entry_line(digest: ChangeDigest, index: int) -> str:
    """Returns a heading such as «■ ۳. ماده ۶ (پیش‌تر ماده ۵) — اصلاح‌شده !»."""
    entry = digest.comparison.entries[index]
    number = digest.numbers.get(index)
    counted = "" if number is None else f"{digits(number)}. "
    sign = f" ! {weighty_name()}" if entry.weighty else ""
    return f"■ {counted}{visible_controls(change_title([entry]))} — {what_happened(digest, index)}{sign}"


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
    if span.op is Op.ORTHOGRAPHIC and not (before + after).strip() and "\n" in before + after:
        # The line break before an inserted or deleted row or paragraph, which has its own mark.
        return after
    if span.op is Op.ORTHOGRAPHIC:
        assert span.kind is not None
        return f"[~{before}→{after}~ {spelling_name(span.kind)}{'!' if span.weighty else ''}]"
    removed = f"[-{before}-]" if before else ""
    added = f"{{+{after}+}}" if after else ""
    return removed + added + ("!" if span.weighty else "")


def _shortened(words: str) -> str:
    return words if len(words) <= 2 * _AROUND else f"{words[:_AROUND]} … {words[-_AROUND:]}"


__all__ = ["as_html", "as_text"]
