"""The head of a printed comparison: both texts, date, author, figures, omissions and legend."""

from __future__ import annotations

from typing import Final

from desktop_app.comparison.digest import ChangeDigest
from desktop_app.comparison.labelling import flag_name, provenance_facts, status_name
from desktop_app.comparison.marking import MarkedPiece, MarkKind
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Flag, ProvisionStatus
from desktop_app.comparison.standing import warnings
from desktop_app.reports.comparison_pdf.marks import WARN, in_own_direction, runs
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextRun, TextStyle, natural_width
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import GUTTER, PdfColumn, Table, TableStyle
from desktop_app.wording import digits, fill, translate

_FACT: Final = TextStyle(size=9.5, leading=17.0)
_LEGEND: Final = TextStyle(size=8.5, leading=16.0, colour=QUIET_INK)
_FIGURE: Final = TableStyle(text=TextStyle(size=12.0, leading=20.0, weight=Weight.SEMIBOLD))


def add_head(document: PersianDocument, digest: ChangeDigest, provenance: Provenance, title: str) -> None:
    """Adds title, facts, figures and legend."""
    document.heading(in_own_direction(title), 0)
    for place, (what, words) in enumerate(provenance_facts(digest.comparison, provenance)):
        line = [TextRun(f"{what}: ", None, QUIET_INK), TextRun(in_own_direction(words), Weight.MEDIUM)]
        document.add(Paragraph(line, _FACT, gap=0.0 if place else 8.0))
    counts = digest.comparison.counts
    if not counts["changes"]:
        document.add(
            Paragraph(
                in_own_direction(nothing_changed(digest)), TextStyle(size=12, leading=22, weight=Weight.BOLD)
            )
        )
    else:
        figures = _figures(digest)
        document.add(Table(figure_columns(figures), [[digits(count) for _, count in figures]], style=_FIGURE))
    for said in warnings(digest.comparison):
        document.add(Paragraph([TextRun(in_own_direction(f"! {said}"), Weight.MEDIUM, WARN)], _FACT))
    document.add(Paragraph(_legend(), _LEGEND))


def figure_columns(figures: list[tuple[str, int]]) -> list[PdfColumn]:
    """Makes columns as wide as their names, because a short name with a joiner would be broken there."""
    header = _FIGURE.header
    return [PdfColumn(name, weight=natural_width(name, header) + GUTTER + 1) for name, _ in figures]


def nothing_changed(digest: ChangeDigest) -> str:
    """Says «هیچ تغییر محتوایی نیست», with the number of spelling changes."""
    text = translate("Comparison", "Nothing substantive changed.")
    spelled = digest.comparison.counts[ProvisionStatus.ORTHOGRAPHIC]
    if not spelled:
        return text
    spelling = fill(translate("Comparison", "{n} in spelling only"), n=spelled)
    return f"{text} {spelling}"


def _figures(digest: ChangeDigest) -> list[tuple[str, int]]:
    """Returns the counts that are not zero, total first."""
    comparison = digest.comparison
    counts = comparison.counts
    found = [(translate("Comparison PDF", "Changes in all"), counts["changes"])]
    found.append((translate("Comparison PDF", "! Weighty"), comparison.weighty))
    found += [
        (status_name(status), counts[status])
        for status in (ProvisionStatus.EDITED, ProvisionStatus.INSERTED, ProvisionStatus.DELETED)
    ]
    found += [(flag_name(flag), counts[flag]) for flag in Flag]
    found.append((translate("Comparison PDF", "Stale references"), len(comparison.stale_references)))
    found.append((status_name(ProvisionStatus.ORTHOGRAPHIC), counts[ProvisionStatus.ORTHOGRAPHIC]))
    found.append((status_name(ProvisionStatus.UNCHANGED), counts[ProvisionStatus.UNCHANGED]))
    return [(in_own_direction(name), count) for name, count in found if count]


def _legend() -> list[TextRun]:
    """Shows each mark on a word that names it."""
    samples = (
        (translate("Comparison PDF", "words deleted"), MarkKind.DELETED, False),
        (translate("Comparison PDF", "words inserted"), MarkKind.INSERTED, False),
        (translate("Comparison PDF", "number changed"), MarkKind.NUMBER, False),
        (translate("Comparison PDF", "spelled otherwise"), MarkKind.SPELLED, False),
        (translate("Comparison PDF", "stale reference"), MarkKind.PLAIN, True),
    )
    made = [TextRun(translate("Comparison PDF", "Marks:"))]
    for words, kind, stale in samples:
        made += [
            TextRun("    "),
            *runs([MarkedPiece(in_own_direction(words), kind, 0, stale=stale)], block=False),
        ]
    return [
        *made,
        TextRun("    "),
        TextRun(in_own_direction(translate("Comparison PDF", "! weighty")), Weight.BOLD, WARN),
    ]
