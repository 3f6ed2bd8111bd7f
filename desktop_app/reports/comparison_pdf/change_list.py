"""The printed list of changes: weighty changes, other changes, renumbering, stale references, spelling counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.comparison.digest import ChangeDigest, NumberedChange, members
from desktop_app.comparison.labelling import provision_title, spelled_provisions, spelling_name
from desktop_app.comparison.result import (
    Comparison,
    Flag,
    ProvisionPlace,
    ProvisionStatus,
    SpellingKind,
    is_change,
)
from desktop_app.comparison.standing import term_place_title, term_places, term_sentence
from desktop_app.persian.text import visible_controls
from desktop_app.reports.comparison_pdf.marks import in_own_direction
from desktop_app.reports.comparison_pdf.rows import ComparisonRows, RowMaker
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextStyle
from desktop_app.reports.pdf.table import PdfColumn, RowPiece, Table
from desktop_app.wording import digits, translate

_WHAT: Final = 100.0
_QUIET: Final = TextStyle(size=9.5, leading=16.0, colour="#515456")


def add_change_list(document: PersianDocument, digest: ChangeDigest, step: Callable[[], None]) -> None:
    """Adds the sections that are not empty."""
    weighty, others, numbers = _sections(digest)
    if weighty:
        document.heading(translate("Comparison PDF", "Weighty changes"))
        text = translate(
            "Comparison PDF",
            "A right, a duty, an amount, a term, a condition, who decides, or a word has become another one here; "
            "such changes are marked with !.",
        )
        document.paragraph(
            in_own_direction(text),
            _QUIET,
            gap=0.0,
        )
        document.add(_rows(digest, weighty, step))
    if others:
        document.heading(
            translate("Comparison PDF", "Other changes")
            if weighty
            else translate("Comparison PDF", "Changes")
        )
        document.add(_rows(digest, others, step))
    _numbers(document, digest, numbers)
    _stale(document, digest)
    _spelling(document, digest)


def list_length(digest: ChangeDigest) -> int:
    """The number of rows."""
    weighty, others, _ = _sections(digest)
    return sum(
        len(_own_rows(digest, change)) + _moved_together(digest, change) for change in (*weighty, *others)
    )


def _sections(
    digest: ChangeDigest,
) -> tuple[list[NumberedChange], list[NumberedChange], list[NumberedChange]]:
    """Returns weighty changes, other changes, and those in which only the number changed.

    A spelling change that makes a different word is weighty. Other spelling changes are only counted. Entries
    shown only because of a stale reference belong to the section of stale references.
    """
    weighty: list[NumberedChange] = []
    others: list[NumberedChange] = []
    numbers: list[NumberedChange] = []
    for change in digest.changes():
        if change.weighty:
            weighty.append(change)
        elif any(is_change(entry) for entry in members(digest.comparison, change)):
            (numbers if _only_numbers(digest, change) else others).append(change)
    return weighty, others, numbers


def _only_numbers(digest: ChangeDigest, change: NumberedChange) -> bool:
    return all(
        entry.flags == {Flag.RENUMBERED}
        and entry.status in (ProvisionStatus.UNCHANGED, ProvisionStatus.ORTHOGRAPHIC)
        for entry in members(digest.comparison, change)
    )


def _rows(digest: ChangeDigest, changes: list[NumberedChange], step: Callable[[], None]) -> ComparisonRows:
    def rows(maker: RowMaker) -> Iterator[list[RowPiece]]:
        for change in changes:
            if _moved_together(digest, change):
                yield [maker.moved_together(change)]
            for index in _own_rows(digest, change):
                yield [maker.row(index)]

    return ComparisonRows(lambda width: RowMaker(digest, width, _WHAT, brief=True), rows, step)


def _numbers(document: PersianDocument, digest: ChangeDigest, changes: list[NumberedChange]) -> None:
    """Adds a short table of renumbered provisions: a new article may renumber all that follow."""
    if not changes:
        return
    document.heading(translate("Comparison PDF", "Only the number changed"))
    columns = [
        PdfColumn(translate("Comparison PDF", "Change"), width=48.0),
        PdfColumn(translate("Comparison PDF", "Older number")),
        PdfColumn(translate("Comparison PDF", "Newer number")),
    ]
    rows = [
        [digits(change.number), _title(entry.old), _title(entry.new)]
        for change in changes
        for entry in members(digest.comparison, change)
    ]
    document.add(Table(columns, rows))


def _title(place: ProvisionPlace | None) -> str:
    return (place and provision_title(place)) or translate("Comparison", "Text without a label")


def _moved_together(digest: ChangeDigest, change: NumberedChange) -> bool:
    entries = members(digest.comparison, change)
    return len(entries) > 1 and all(Flag.MOVED in entry.flags for entry in entries)


def _own_rows(digest: ChangeDigest, change: NumberedChange) -> list[int]:
    """Returns the entries with their own row; of provisions that moved together, only those with changed words."""
    if not _moved_together(digest, change):
        return list(change.entries)
    unchanged = (ProvisionStatus.UNCHANGED, ProvisionStatus.ORTHOGRAPHIC)
    return [
        index
        for index in change.entries
        if digest.comparison.entries[index].status not in unchanged or digest.weighty(index)
    ]


def _stale(document: PersianDocument, digest: ChangeDigest) -> None:
    """Adds references that still use an old number, with the correct number."""
    gone = translate("Comparison PDF", "no longer there")
    rows = []
    for index, references in sorted(digest.stale.items()):
        place = digest.comparison.entries[index].new
        if place is not None and digest.shown(index):
            number = digits(digest.numbers[index])
            rows += [
                [number, _title(place), visible_controls(one.text), digits(visible_controls(one.now)) or gone]
                for one in references
            ]
    if not rows:
        return
    document.heading(translate("Comparison PDF", "Stale references"))
    columns = [
        PdfColumn(translate("Comparison PDF", "Change"), width=48.0),
        PdfColumn(translate("Comparison PDF", "Where it stands")),
        PdfColumn(translate("Comparison PDF", "What it says")),
        PdfColumn(translate("Comparison PDF", "What it should say")),
    ]
    document.add(Table(columns, rows))


def add_terms(document: PersianDocument, comparison: Comparison) -> None:
    """Adds the findings about defined terms, each with all its places."""
    if not comparison.terms:
        return
    document.heading(translate("Comparison", "Defined terms"))
    comma = translate("Comparison", ", ")
    for finding in comparison.terms:
        document.heading(in_own_direction(term_sentence(finding)), 2)
        for name, places in term_places(finding):
            titles = comma.join(dict.fromkeys(map(term_place_title, places)))
            document.paragraph(in_own_direction(f"{name}: {titles}"), _QUIET, gap=0.0)


def _spelling(document: PersianDocument, digest: ChangeDigest) -> None:
    """Adds counts of spelling differences, so that nothing is omitted silently."""
    found = digest.spelling()
    if not found:
        return
    document.heading(translate("Comparison PDF", "Differences in spelling"))
    provisions = digest.comparison.counts[ProvisionStatus.ORTHOGRAPHIC]
    columns = [
        PdfColumn(translate("Comparison PDF", "Kind")),
        PdfColumn(translate("Comparison PDF", "Differences"), width=90.0),
    ]
    rows = [[spelling_name(kind), digits(found[kind])] for kind in SpellingKind if found[kind]]
    totals = [translate("Comparison PDF", "In all"), digits(found.total())]
    document.add(Table(columns, rows, totals))
    if provisions:
        document.paragraph(
            in_own_direction(spelled_provisions(provisions)),
            _QUIET,
        )
