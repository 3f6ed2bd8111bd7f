"""The printed worklist of a day: one page with a line for each petition and a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.persian.controls import subject_on_paper
from desktop_app.persian.dates import clock_time, day_and_month, full_date, tehran_day, weekday_name
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.worklist import Due, Worklist, WorkRow, WorkSection
from desktop_app.petitions.referrals.side_lists import SideRow
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Urgency
from desktop_app.reports.comparison_pdf.marks import in_own_direction
from desktop_app.reports.numbers import number
from desktop_app.reports.pdf.decoration import INK, QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.lines import TextRun, TextStyle, Words, wrapped
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.paragraph import Paragraph
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table, TableStyle, column_edges
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

_SHEET: Final = PageLayout(left=44.0, right=44.0, top=40.0, bottom=54.0)
_SCOPE: Final = TextStyle(size=9.5, leading=16.0, alignment="centre", colour=QUIET_INK)
_FURTHER: Final = TextStyle(size=8.5, leading=13.0, colour=QUIET_INK)
#: Wide enough for all digits of a tracking code, because people read it out and type it.
_CODE: Final = 92.0
#: The most lines of a cell, as many as the page has room for.
_LINES: Final = (6, 3, 2, 1)
_ROW: Final = TextStyle(size=9.0, leading=13.0)
_TABLE: Final = TableStyle(
    text=_ROW, header=TextStyle(size=8.5, leading=15.0, colour=QUIET_INK, weight=Weight.MEDIUM)
)


def worklist_pdf(worklist: Worklist) -> bytes:
    """Returns one page in the current language; the same worklist gives the same bytes.

    Words are cut only as far as the page needs it: the fullest of `_LINES` that fits.
    """
    content = b""
    for most_lines in _LINES:
        document = _document(worklist, most_lines)
        content = document.to_bytes()
        if document.pages == 1:
            break
    return content


def _document(worklist: Worklist, most_lines: int) -> PersianDocument:
    title = translate("Worklist", "Worklist of the day")
    details = [
        (translate("Worklist", "Printed"), clock_time(worklist.made_at)),
    ]
    settings = worklist.settings
    document = PersianDocument(
        title,
        made_at=worklist.made_at,
        letterhead=Letterhead([settings.ministry, settings.office_name], details, worklist.logo),
        layout=_SHEET,
    )
    document.heading(in_own_direction(title), 0)
    name = visible_controls(worklist.unit_name or worklist.person_name)
    scope = fill(translate("Worklist", "{whose}, {day}"), whose=name, day=full_date(worklist.today))
    document.add(Paragraph(scope, _SCOPE, gap=0.0))
    document.paragraph(in_own_direction(summary(worklist)), TextStyle(size=9.5, leading=16.0))
    if worklist.reminders:
        document.add(_reminders(worklist, most_lines))
    if worklist.beside:
        document.add(_side_referrals(worklist, most_lines))
    for section in worklist.sections:
        document.add(_table(worklist, section, most_lines))
        further = section.count - len(section.rows)
        if further:
            words = translate("Worklist", "and {count} more in the inbox")
            document.add(Paragraph(in_own_direction(fill(words, count=number(further))), _FURTHER, gap=1.0))
    return document


def summary(worklist: Worklist) -> str:
    """Summarises the day in one sentence."""
    counts = {section.due: section.count for section in worklist.sections}
    if not worklist.open and not counts:
        return translate("Worklist", "No petition is open.")
    if not counts:
        words = translate(
            "Worklist", "Of {open} open petitions none is late, due this week or waiting for an answer."
        )
        return fill(words, open=number(worklist.open))
    # Omit counts that are zero.
    parts = [
        fill(words, n=number(counts[due]))
        for due, words in (
            (Due.LATE, translate("Worklist", "{n} late")),
            (Due.TODAY, translate("Worklist", "{n} due today")),
            (Due.THIS_WEEK, translate("Worklist", "{n} due later this week")),
            (Due.WAITING, translate("Worklist", "{n} waiting for an answer")),
        )
        if counts.get(due)
    ]
    joined = translate("Window", ", ").join(parts[:-1])
    joined = (
        fill(translate("Worklist", "{some} and {last}"), some=joined, last=parts[-1]) if joined else parts[-1]
    )
    return fill(
        translate("Worklist", "Of {open} open petitions: {parts}."), open=number(worklist.open), parts=joined
    )


def section_name(due: Due) -> str:
    """The heading of a section."""
    table = {
        Due.LATE: translate("Worklist", "Late"),
        Due.TODAY: translate("Worklist", "Due today"),
        Due.THIS_WEEK: translate("Worklist", "Due this week"),
        Due.WAITING: translate("Worklist", "Waiting for an answer"),
    }
    return table[due]


def _table(worklist: Worklist, section: WorkSection, most_lines: int) -> Table:
    heading = [
        TextRun(section_name(section.due), Weight.BOLD, INK),
        TextRun(f"  {number(section.count)}", Weight.MEDIUM, QUIET_INK),
    ]
    last = translate("Worklist", "Since") if section.due is Due.WAITING else translate("Worklist", "Deadline")
    third = translate("Worklist", "Clerk") if worklist.unit_name else translate("Worklist", "State")
    columns = [
        PdfColumn(heading),
        PdfColumn(translate("Worklist", "Petitioner"), width=86.0),
        PdfColumn(third, width=74.0),
        PdfColumn(last, width=100.0),
        PdfColumn(translate("Worklist", "Tracking code"), width=_CODE),
        PdfColumn(translate("Worklist", "Done"), width=30.0),
    ]
    rows = [_cells(worklist, section, row) for row in section.rows]
    return _cut_table(columns, rows, most_lines)


def _cut_table(columns: list[PdfColumn], rows: Sequence[Sequence[Words]], most_lines: int) -> Table:
    rooms = [end - start for start, end in column_edges(columns, _SHEET.text_width)]
    cut = [[_cut(words, room, most_lines) for words, room in zip(row, rooms, strict=True)] for row in rows]
    return Table(columns, cut, style=_TABLE, gap=10.0)


def _reminders(worklist: Worklist, most_lines: int) -> Table:
    columns = [
        PdfColumn([TextRun(translate("Worklist", "Reminders"), Weight.BOLD, INK)]),
        PdfColumn(translate("Worklist", "Petition"), width=170.0),
        PdfColumn(translate("Worklist", "Tracking code"), width=_CODE),
        PdfColumn(translate("Worklist", "Done"), width=30.0),
    ]
    rows = [
        [
            visible_controls(row.text),
            subject_on_paper(row.subject) or "—",
            shown_code(row.tracking_code) if row.tracking_code else "—",
            "",
        ]
        for row in worklist.reminders
    ]
    return _cut_table(columns, rows, most_lines)


def _side_referrals(worklist: Worklist, most_lines: int) -> Table:
    columns = [
        PdfColumn([TextRun(translate("Worklist", "Referrals on the side"), Weight.BOLD, INK)]),
        PdfColumn(translate("Worklist", "From or with"), width=150.0),
        PdfColumn(translate("Worklist", "Until"), width=80.0),
        PdfColumn(translate("Worklist", "Tracking code"), width=_CODE),
        PdfColumn(translate("Worklist", "Done"), width=30.0),
    ]
    rows = [
        [
            subject_on_paper(row.subject) or "—",
            _counterpart(row),
            day_and_month(row.due_on) if row.due_on else "—",
            shown_code(row.tracking_code),
            "",
        ]
        for row in worklist.beside
    ]
    return _cut_table(columns, rows, most_lines)


def _counterpart(row: SideRow) -> str:
    if row.asked:
        words = translate("Worklist", "{unit} asks")
        return visible_controls(fill(words, unit=row.from_unit or "—"))
    words = translate("Worklist", "{place} owes an answer")
    return visible_controls(fill(words, place=row.to_person or row.to_unit))


def _cells(worklist: Worklist, section: WorkSection, row: WorkRow) -> list[Words]:
    subject: list[TextRun] = []
    if row.urgency != Urgency.NORMAL:
        subject.append(TextRun(f"{label('urgency', row.urgency)} · ", Weight.BOLD))
    subject.append(TextRun(subject_on_paper(row.subject) or "—"))
    third = row.assignee_name if worklist.unit_name else label("status", row.status)
    return [
        subject,
        visible_controls(" ".join(row.petitioner_name.split())) or "—",
        visible_controls(third) or "—",
        in_own_direction(_day(worklist, section.due, row)),
        shown_code(row.tracking_code),
        "",
    ]


def _day(worklist: Worklist, due: Due, row: WorkRow) -> str:
    if due is Due.WAITING:
        return day_and_month(row.paused_on) if row.paused_on else "—"
    if row.due_on is None:
        return "—"
    if due is Due.LATE:
        words = translate("Worklist", "{day}, {n} days late")
        late = (tehran_day(worklist.made_at) - row.due_on).days
        return fill(words, day=day_and_month(row.due_on), n=number(late))
    if due is Due.TODAY:
        return translate("Worklist", "today")
    return f"{weekday_name(row.due_on)} {day_and_month(row.due_on)}"


def _cut(words: Words, room: float, most_lines: int) -> Words:
    """Truncates the words to so many lines, so that the list fits on its page."""
    runs = [TextRun(words)] if isinstance(words, str) else list(words)
    text = runs[-1].text
    if not text or len(wrapped(runs, _ROW, room)) <= most_lines:
        return words
    fits, over = 0, len(text)
    while over - fits > 1:
        middle = (fits + over) // 2
        shorter = [*runs[:-1], runs[-1]._replace(text=text[:middle].rstrip() + "…")]
        if len(wrapped(shorter, _ROW, room)) <= most_lines:
            fits = middle
        else:
            over = middle
    return [*runs[:-1], runs[-1]._replace(text=text[:fits].rstrip() + "…")]
