"""Header and footer, which describe the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from desktop_app.comparison.labelling import left_out_sentence, parts_sentence, summary
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.comparison.standing import term_sentence, warnings
from desktop_app.documents.holdable import holdable
from desktop_app.persian.dates import clock_time, long_date, tehran_day
from desktop_app.reports.comparison_docx.markup import add, add_run, root
from desktop_app.wording import digits, fill, translate

#: Further findings about defined terms are only counted.
_MOST_TERMS: Final = 5


def title_of(comparison: Comparison, provenance: Provenance) -> str:
    """Returns the given title, or the names of both sides."""
    return one_line(provenance.title) or _sides(comparison)


def header_of(comparison: Comparison, provenance: Provenance, *, first: bool) -> Any:
    """Returns the full header of the first page, or the short header of the other pages, which only has the title."""
    return header_with(title_of(comparison, provenance), _lines(comparison, provenance) if first else ())


def header_with(title: str, lines: Sequence[str]) -> Any:
    """Returns a header with a title and lines below it, or with the title alone as a line."""
    header = root("hdr")
    last = _line(header, title, style="Title") if lines else _line(header, title)
    for line in lines:
        last = _line(header, line)
    _ruled(last)
    return header


def footer_of() -> Any:
    """Returns the footer «صفحهٔ n از m» with page fields, which the displaying program fills."""
    footer = root("ftr")
    paragraph = _paragraph(footer, "Footer")
    wording = fill(translate("Comparison", "Page {page} of {pages}"), page="\0PAGE\0", pages="\0NUMPAGES\0")
    for place, part in enumerate(wording.split("\0")):
        if place % 2:
            _field(paragraph, part)
        elif part:
            add_run(paragraph, part)
    return footer


def _lines(comparison: Comparison, provenance: Provenance) -> list[str]:
    names = _names(comparison)
    made = fill(
        translate("Comparison", "Compared on {day}, {time}"),
        day=long_date(tehran_day(provenance.made_at)),
        time=clock_time(provenance.made_at),
    )
    lines = [
        fill(translate("Comparison", "Older revision: {name}"), name=_with(names[0], provenance.old_detail)),
        fill(translate("Comparison", "Newer revision: {name}"), name=_with(names[1], provenance.new_detail)),
        _with(made, provenance.made_by),
        summary(comparison),
        *filter(None, [*warnings(comparison), _terms(comparison)]),
        translate(
            "Comparison", "Accepting all changes gives the newer revision, rejecting all the older one."
        ),
    ]
    if provenance.hidden:
        hidden = translate("Comparison", ", ").join(provenance.hidden)
        lines.append(
            fill(translate("Comparison", "Hidden on screen, but marked here: {names}"), names=hidden)
        )
    beside = parts_sentence(comparison)
    if beside:
        lines.append(beside)
    left_out = left_out_sentence(comparison.not_compared)
    return [one_line(line) for line in [*lines, left_out] if line.strip()]


def _terms(comparison: Comparison) -> str:
    """Returns the findings about defined terms in one line: a header has no room for their places."""
    said = [term_sentence(finding) for finding in comparison.terms[:_MOST_TERMS]]
    if len(comparison.terms) > _MOST_TERMS:
        said.append(
            fill(
                translate("Comparison", "Further findings about defined terms: {n}."),
                n=len(comparison.terms) - _MOST_TERMS,
            )
        )
    return " ".join(said)


def one_line(text: str) -> str:
    """Normalises `text` for a place that holds one line."""
    return holdable(" ".join(text.split()))


def _names(comparison: Comparison) -> tuple[str, str]:
    return (
        comparison.old.name or translate("Comparison", "Older revision"),
        comparison.new.name or translate("Comparison", "Newer revision"),
    )


def _sides(comparison: Comparison) -> str:
    old, new = _names(comparison)
    return one_line(f"{old} ← {new}")


def _with(name: str, detail: str) -> str:
    return f"{name} · {digits(detail)}" if detail.strip() else name


def _line(parent: Any, text: str, style: str = "Header") -> Any:
    paragraph = _paragraph(parent, style)
    add_run(paragraph, text)
    return paragraph


def _paragraph(parent: Any, style: str) -> Any:
    paragraph = add(parent, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style)
    add(properties, "bidi")
    return paragraph


def _ruled(paragraph: Any) -> None:
    """Adds a hairline below, which separates the header from the text."""
    properties = paragraph[0]
    border = add(properties, "pBdr")
    add(border, "bottom", val="single", sz="4", space="4", color="D3CFC6")
    properties.insert(1, border)
    add(properties, "spacing", after="160")


def _field(paragraph: Any, instruction: str) -> None:
    """Adds a page number, in Persian digits where the language has them."""
    shown = digits(1)
    form = "" if shown == "1" else r"\* HINDIARABIC "
    field = add(paragraph, "fldSimple", instr=f" {instruction} {form}")
    add_run(field, shown)
