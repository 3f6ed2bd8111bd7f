"""The summing-up as PDF: participation and decisions on portrait pages, the matrix on landscape pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.database.chain import head_words
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.quotes import quoted
from desktop_app.persian.text import visible_controls
from desktop_app.progress import Progress
from desktop_app.reports.comparison_pdf.marks import (
    DELETED_LINE,
    INSERTED_LINE,
    in_own_direction,
    runs,
)
from desktop_app.reports.numbers import number, percent
from desktop_app.reports.pdf.columns import SideBySide
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.flow import Block, PageBreak
from desktop_app.reports.pdf.layout import LANDSCAPE, PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph, heading
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import MadeRows, PdfColumn, Table, TableStyle
from desktop_app.reports.summing_up import naming, words
from desktop_app.reports.summing_up.marked import Side, marked
from desktop_app.reports.summing_up.matrix import AnsweredComment, MaterialOutcome, ProvisionOutcome
from desktop_app.reports.summing_up.report import ConsultationReportCopy
from desktop_app.wording import digits, translate

_FACT: Final = TextStyle(size=9.5, leading=17.0)
_SMALL: Final = TextStyle(size=8.5, leading=14.0, colour=QUIET_INK)
_STATE: Final = TextStyle(size=9.5, leading=17.0, alignment="centre", colour=QUIET_INK)
_MATRIX: Final = TableStyle(text=TextStyle(size=9.0, leading=15.0))
#: The counts are to have room on the first page.
_LAYOUT: Final = PageLayout(left=46.0, right=46.0, top=40.0, bottom=54.0)
_COUNTS: Final = TableStyle(
    TextStyle(size=9.0, leading=12.0), TextStyle(size=8.5, leading=12.0, colour=QUIET_INK)
)
_COUNT: Final = 54.0
_NARROW: Final = 36.0
#: Tables up to this number of rows start on a new page instead of breaking before the last row.
_TOGETHER: Final = 12
#: Longer ones up to this number of rows stand in three columns on one page.
_IN_COLUMNS: Final = 72


def summing_up_pdf(copy: ConsultationReportCopy, progress: Progress | None = None) -> bytes:
    """Returns the PDF in the current language; a frozen summing-up always gives the same bytes.

    Progress counts lines. Raises `CancelledError`.
    """
    document = PersianDocument(
        words.title(copy),
        made_at=copy.made_at,
        letterhead=_letterhead(copy),
        layout=_LAYOUT,
        marking=naming.marking() if copy.named is not None else "",
        running=in_own_direction(copy.matrix.title),
        closes_up=True,
    )
    _head(document, copy)
    _figures(document, copy)
    if copy.matrix.comments or copy.matrix.changes:
        document.add(PageBreak(LANDSCAPE))
    _matrix(document, copy)
    _unchanged(document, copy)
    _further_changes(document, copy)
    _senders(document, copy)
    _colophon(document, copy)
    return document.to_bytes(progress)


def _letterhead(copy: ConsultationReportCopy) -> Letterhead:
    settings = copy.settings
    details = [(translate("Summing-up", "Date"), short_date(tehran_day(copy.made_at)))]
    if copy.frozen is not None:
        details.append((translate("Summing-up", "Report no."), isolated(digits(copy.frozen.registered))))
    return Letterhead([settings.ministry, settings.office_name], details, copy.logo)


def _head(document: PersianDocument, copy: ConsultationReportCopy) -> None:
    document.heading(in_own_direction(words.title(copy)), 0)
    document.add(Paragraph(in_own_direction(words.state_words(copy)), _STATE, gap=2.0))
    if copy.named is not None:
        document.add(Paragraph(in_own_direction(naming.note(copy.named)), _FACT, gap=8.0))
    title, *others = words.facts(copy)
    document.add(_fact(title, 10.0))
    half = (len(others) + 1) // 2
    document.add(
        SideBySide([[_fact(one) for one in part] for part in (others[:half], others[half:])], gap=0.0)
    )
    document.spacer(6)
    document.paragraph(in_own_direction(" ".join(words.summary(copy))))


def _fact(fact: tuple[str, str], gap: float = 0.0) -> Paragraph:
    what, text = fact
    line = [TextRun(f"{what}: ", None, QUIET_INK), TextRun(in_own_direction(text), Weight.MEDIUM)]
    return Paragraph(line, _FACT, gap=gap)


def _figures(document: PersianDocument, copy: ConsultationReportCopy) -> None:
    """Adds the tables of counts, short ones two and two beside each other, and then the long ones in columns."""
    total = copy.matrix.comments
    found = words.counts(copy) if total else ()
    short = [one for one in found if len(one.rows) <= _TOGETHER]
    alone = [one for one in found if len(one.rows) > _TOGETHER]
    if len(short) % 2:
        alone.insert(0, short.pop())
    for right, left in zip(short[::2], short[1::2], strict=True):
        document.add(SideBySide([_beside(right, total), _beside(left, total)], gap=16.0))
    for one in alone:
        document.heading(one.heading)
        if _TOGETHER < len(one.rows) <= _IN_COLUMNS:
            document.add(_in_columns(one, total))
        else:
            document.add(_counts(one, total))
        if one.note:
            document.add(Paragraph(one.note, _SMALL, gap=2.0))


def _beside(one: words.CommentCounts, total: int) -> list[Block]:
    blocks: list[Block] = [replace(heading(one.heading), gap=0.0), _counts(one, total)]
    return [*blocks, Paragraph(one.note, _SMALL, gap=2.0)] if one.note else blocks


def _in_columns(one: words.CommentCounts, total: int) -> SideBySide:
    """Returns a long table of counts in three columns; the last one ends in the total."""
    each = -(-(len(one.rows) + one.whole) // 3)
    parts = [
        _counts(one._replace(rows=one.rows[start : start + each], whole=last and one.whole), total, _NARROW)
        for start, last in ((0, False), (each, False), (2 * each, True))
    ]
    return SideBySide([[part] for part in parts], gap=0.0)


def _counts(one: words.CommentCounts, total: int, width: float = _COUNT) -> Table:
    """Returns a table of counts; those of a `whole` add up to the total, which is printed below."""
    columns = [
        PdfColumn(one.what),
        PdfColumn(translate("Summing-up", "Comments"), width=width),
        PdfColumn(translate("Summing-up", "Share"), width=width),
    ]
    rows = [[visible_controls(name), number(count), percent(count / total)] for name, count in one.rows]
    totals = [translate("Summing-up", "In all"), number(total), percent(1)] if one.whole else None
    return Table(columns, rows, totals, style=_COUNTS, together=len(rows) <= _TOGETHER)


def _matrix(document: PersianDocument, copy: ConsultationReportCopy) -> None:
    if not copy.matrix.comments:
        return
    document.heading(words.matrix_heading())
    for part in copy.matrix.parts:
        document.heading(words.part_title(part), 2)
        changed = any(answer.change is not None for answer in part.answers)
        columns, row = (_columns(), _row) if changed else (_columns()[:-1], _row_without_change)
        document.add(Table(columns, MadeRows(row, part.answers), style=_MATRIX, tears=True))
        if part.changes:
            line = [TextRun(in_own_direction(words.changes_here()), Weight.SEMIBOLD)]
            document.add(Paragraph(line, _FACT, gap=6.0, keep_with_next=True))
            _changes(document, part.changes)


def _columns() -> list[PdfColumn]:
    names = words.column_names()
    return [
        PdfColumn(names[0], width=34.0),
        PdfColumn(names[1], weight=1.1),
        PdfColumn(names[2], weight=0.8),
        PdfColumn(names[3]),
    ]


def _row(answer: AnsweredComment) -> list[Words]:
    return [
        number(answer.number),
        list(_comment(answer)),
        list(_decision(answer)),
        list(_change_cell(answer)),
    ]


def _row_without_change(answer: AnsweredComment) -> list[Words]:
    return _row(answer)[:3]


def _comment(answer: AnsweredComment) -> Iterator[TextRun]:
    yield TextRun(f"{in_own_direction(words.sender_words(answer))}\n", None, QUIET_INK)
    for about in words.about_words(answer):
        yield TextRun(f"{in_own_direction(about)}\n", None, QUIET_INK)
    if answer.quote:
        yield TextRun(f"{quoted(visible_controls(answer.quote))}\n", Weight.MEDIUM, QUIET_INK)
    yield TextRun(visible_controls(words.comment_words(answer)))
    for added in words.addition_words(answer):
        yield TextRun(f"\n{visible_controls(added)}", None, QUIET_INK)


def _decision(answer: AnsweredComment) -> Iterator[TextRun]:
    yield TextRun(in_own_direction(words.disposition_name(answer.disposition)), Weight.SEMIBOLD)
    if answer.reason:
        yield TextRun(f"\n{visible_controls(answer.reason)}")
    carried = words.carrier_words(answer)
    if carried:
        yield TextRun(f"\n{in_own_direction(carried)}", None, QUIET_INK)


def _change_cell(answer: AnsweredComment) -> Iterator[TextRun]:
    if answer.change is None:
        yield TextRun("—", None, QUIET_INK)
    elif answer.same_as is not None:
        yield TextRun(in_own_direction(words.same_words(answer.same_as)), None, QUIET_INK)
    else:
        yield from _change(answer.change)


def _change(change: ProvisionOutcome) -> Iterator[TextRun]:
    yield TextRun(f"{in_own_direction(words.change_words(change))}\n", Weight.MEDIUM, QUIET_INK)
    if change.old:
        yield TextRun(f"{words.was()} ", Weight.SEMIBOLD, DELETED_LINE)
        yield from _side(change, "old")
        yield TextRun("\n" if change.new else "")
    if change.new:
        yield TextRun(f"{words.became()} ", Weight.SEMIBOLD, INSERTED_LINE)
        yield from _side(change, "new")


def _side(change: ProvisionOutcome, side: Side) -> list[TextRun]:
    return runs(marked(change, side), block=False)


def _unchanged(document: PersianDocument, copy: ConsultationReportCopy) -> None:
    found = copy.matrix.left_unchanged
    if not found:
        return
    document.heading(words.unchanged_heading())
    document.add(Table(_columns()[:-1], MadeRows(_row_without_change, found), style=_MATRIX, tears=True))


def _further_changes(document: PersianDocument, copy: ConsultationReportCopy) -> None:
    quiet = words.quiet_words(copy.matrix)
    if copy.matrix.changes:
        document.heading(words.changes_heading())
        _changes(document, copy.matrix.changes)
    if quiet:
        document.add(Paragraph(in_own_direction(quiet), _FACT, gap=8.0))


def _changes(document: PersianDocument, changes: Sequence[MaterialOutcome]) -> None:
    names = words.change_columns()
    columns = [
        PdfColumn(names[0], width=120.0),
        PdfColumn(names[1]),
        PdfColumn(names[2]),
        PdfColumn(names[3], weight=0.7),
    ]
    document.add(Table(columns, MadeRows(_change_row, changes), style=_MATRIX, tears=True))


def _change_row(one: MaterialOutcome) -> list[Words]:
    return [
        in_own_direction(words.material_words(one)),
        _side(one.change, "old") or "—",
        _side(one.change, "new") or "—",
        in_own_direction(words.asked_words(one)),
    ]


def _senders(document: PersianDocument, copy: ConsultationReportCopy) -> None:
    """Adds the senders of each campaign group, in the internal form only."""
    lists = list(naming.listed(copy.matrix))
    if not lists:
        return
    document.heading(naming.senders_heading())
    names = naming.sender_columns()
    columns = [
        PdfColumn(names[0], weight=1.2),
        PdfColumn(names[1], width=84.0),
        PdfColumn(names[2], width=84.0),
        PdfColumn(names[3], width=72.0),
        PdfColumn(names[4], width=90.0),
        PdfColumn(names[5], weight=1.8),
    ]
    for answer in lists:
        document.heading(naming.list_title(answer), 2)
        document.add(
            Table(columns, MadeRows(_sender_row, naming.senders_of(answer)), style=_MATRIX, tears=True)
        )


def _sender_row(one: naming.Sender) -> list[Words]:
    return [
        in_own_direction(one.name),
        one.group,
        one.channel,
        one.received_on,
        one.letter or "—",
        visible_controls(one.added) or "—",
    ]


def _colophon(document: PersianDocument, copy: ConsultationReportCopy) -> None:
    """Adds the digest, by which a printed copy can be compared with the stored one."""
    if copy.frozen is None:
        return
    text = f"{words.digest(copy)} {isolated(head_words(copy.frozen.sha256))}"
    document.add(Paragraph(in_own_direction(text), _SMALL, gap=14.0))
