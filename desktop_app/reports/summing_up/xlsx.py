"""The summing-up as a workbook: figures, response matrix (one row per comment), unrequested changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeVar

from desktop_app.errors import CancelledError
from desktop_app.persian.dates import short_date
from desktop_app.persian.text import visible_controls
from desktop_app.progress import Progress
from desktop_app.reports.numbers import gregorian_title
from desktop_app.reports.summing_up import naming, words
from desktop_app.reports.summing_up.matrix import AnsweredComment, MaterialOutcome, MatrixPart
from desktop_app.reports.summing_up.report import ConsultationReportCopy
from desktop_app.scratch import scratch_folder
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from desktop_app.workbook import Cell, NumberForm, Sheet, write_workbook

T = TypeVar("T")

_REPORT_EVERY: Final = 200
#: The places of the columns of the matrix that are printed, before the others: number, provision, comment, decision,
#: reason, carrier, change.
_PRINTED: Final = (0, 1, 8, 9, 10, 11, 12)
#: Those of numbers: of the comment, of a group and of its persons.
_COUNTED: Final = (0, 15, 16)


def summing_up_xlsx(copy: ConsultationReportCopy, progress: Progress | None = None) -> bytes:
    """Returns the workbook. A day is a Jalali text and a date in the calendar of spreadsheets; counts are numbers.

    Progress counts comments. Raises `CancelledError`.
    """
    with scratch_folder() as folder:
        path = folder / "summing-up.xlsx"
        marking = naming.marking() if copy.named is not None else ""
        titled = (
            replace(sheet, title=f"{words.title(copy)}: {sheet.name}", notes=_notes(copy))
            for sheet in _sheets(copy, progress)
        )
        write_workbook(titled, path, marking=marking)
        return path.read_bytes()


def _notes(copy: ConsultationReportCopy) -> list[str]:
    return [copy.matrix.title, words.state_words(copy)]


def _printed_first(values: Sequence[T]) -> list[T]:
    """The columns of the matrix in their order in the file."""
    return [values[place] for place in _PRINTED] + [
        value for place, value in enumerate(values) if place not in _PRINTED
    ]


def _sheets(copy: ConsultationReportCopy, progress: Progress | None) -> Iterator[Sheet]:
    yield Sheet(
        translate("Summing-up", "Summary"),
        _summary(copy),
        widths=(36, 60),
        wrapped=True,
        forms=(None, NumberForm.COUNT),
    )
    header: tuple[str, ...] = (
        words.column_names()[0],
        translate("Summing-up", "Provision"),
        translate("Summing-up", "Group"),
        translate("Summing-up", "Channel"),
        translate("Summing-up", "Date"),
        gregorian_title(translate("Summing-up", "Date")),
        translate("Summing-up", "After the end"),
        translate("Summing-up", "Quoted words"),
        words.column_names()[1],
        translate("Summing-up", "Decision"),
        translate("Summing-up", "Reason"),
        translate("Summing-up", "Carried by"),
        translate("Summing-up", "Change"),
        translate("Summing-up", "Was"),
        translate("Summing-up", "Became"),
        translate("Summing-up", "Times"),
        translate("Summing-up", "Persons"),
        translate("Summing-up", "Added by single senders"),
        translate("Summing-up", "Issue"),
        translate("Summing-up", "Provision that the sender named"),
    )
    widths: tuple[float, ...] = (6, 18, 12, 12, 12, 12, 10, 30, 60, 22, 40, 24, 24, 50, 50, 8, 8, 60, 24, 18)
    if copy.named is not None:
        header, widths = (*header, *_named_columns()), (*widths, 28, 18, 30)
    yield Sheet(
        words.matrix_heading(),
        map(_printed_first, _matrix(copy, progress)),
        _printed_first(header),
        _printed_first(widths),
        wrapped=True,
        forms=_printed_first(
            [NumberForm.COUNT if place in _COUNTED else None for place in range(len(widths))]
        ),
        printed=len(_PRINTED),
    )
    unchanged = copy.matrix.left_unchanged
    if unchanged:
        columns = (header[0], header[8], header[9], header[10], header[11])
        rows = ((a.number, words.comment_words(a), words.disposition_name(a.disposition), a.reason,
                 words.carrier_words(a))
                for a in unchanged)  # fmt: skip
        yield Sheet(
            words.unchanged_heading(),
            rows,
            columns,
            (6, 60, 22, 40, 24),
            wrapped=True,
            forms=(NumberForm.COUNT,),
        )
    if any(naming.listed(copy.matrix)):
        named = (header[0], *naming.sender_columns())
        yield Sheet(
            naming.senders_heading(),
            _senders(copy),
            named,
            (6, 28, 14, 14, 12, 18, 60),
            wrapped=True,
            forms=(NumberForm.COUNT,),
        )
    changes = (*copy.matrix.changes, *(one for part in copy.matrix.parts for one in part.changes))
    if changes:
        titles = (header[1], *words.change_columns())
        yield Sheet(
            translate("Summing-up", "Changes"), _changes(changes), titles, (18, 30, 60, 60, 40), wrapped=True
        )


def _summary(copy: ConsultationReportCopy) -> Iterator[tuple[Cell, ...]]:
    if copy.named is not None:
        yield naming.marking(), naming.note(copy.named)
    yield from words.facts(copy)
    if copy.frozen is not None:
        yield words.digest(copy), copy.frozen.sha256
    yield translate("Summing-up", "Comments"), copy.matrix.comments
    for one in words.counts(copy):
        yield one.heading, one.note
        yield from one.rows


def _matrix(copy: ConsultationReportCopy, progress: Progress | None) -> Iterator[tuple[Cell | date, ...]]:
    total = copy.matrix.comments
    for part in copy.matrix.parts:
        for answer in part.answers:
            if progress is not None and answer.number % _REPORT_EVERY == 0:
                progress.report(answer.number, total)
                if progress.cancelled():
                    raise CancelledError(done=0)
            yield _row(part, answer) + (_named(answer) if copy.named is not None else ())


def _row(part: MatrixPart, answer: AnsweredComment) -> tuple[Cell | date, ...]:
    change, group = answer.change, answer.campaign
    late = translate("Summing-up", "yes") if (group.late if group else answer.late) else ""
    return (
        answer.number,
        words.part_title(part),
        "" if group else label("group", answer.group),
        "" if group else label("channel", answer.channel),
        short_date(answer.received_on),
        answer.received_on,
        late,
        answer.quote,
        words.comment_words(answer),
        words.disposition_name(answer.disposition),
        answer.reason,
        words.carrier_words(answer),
        words.change_words(change) if change else "",
        change.old if change else "",
        change.new if change else "",
        group.times if group else 1,
        group.persons if group else "",
        "\n".join(words.addition_words(answer)),
        words.issue_names(answer),
        answer.named,
    )


def _named_columns() -> tuple[str, ...]:
    names = naming.sender_columns()
    return names[0], names[4], translate("Summing-up", "Who sent it")


def _named(answer: AnsweredComment) -> tuple[Cell, ...]:
    """Returns sender, letter number and remarks; the senders of a campaign group have a separate sheet."""
    wrote = answer.wrote
    if answer.campaign is None and wrote is not None and wrote.members:
        [head] = wrote.members
        return naming.sender_name(head), digits(visible_controls(head.letter_number)), ""
    return "", "", "\n".join(naming.who_words(answer))


def _senders(copy: ConsultationReportCopy) -> Iterator[tuple[Cell, ...]]:
    for answer in naming.listed(copy.matrix):
        for one in naming.senders_of(answer):
            yield answer.number, *one


def _changes(changes: Iterable[MaterialOutcome]) -> Iterator[tuple[Cell, ...]]:
    """Yields each change once: a note may be part of two provisions with comments."""
    for one in dict.fromkeys(changes):
        yield (
            one.change.provision,
            words.material_words(one),
            one.change.old,
            one.change.new,
            words.asked_words(one),
        )
