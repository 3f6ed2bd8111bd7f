"""The report next to a processed file: the results of its rows.

Each row that was not imported has its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from desktop_app.errors import BadFileError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.row_faults import row_fault_sentence

#: Maximum number of listed rows; further ones are only counted.
_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """The result of a file.

    `fault` has the parameters of the `BadFileError` that refused it, empty where it was read. `began_at` is
    timezone-aware.
    """

    id: int
    source_id: int
    source: str
    name: str
    began_at: datetime
    rows: int = 0
    created: int = 0
    already_present: int = 0
    quarantined: int = 0
    unreadable: int = 0
    set_aside: int = 0
    #: Rows that somebody discarded before the file was finished.
    put_aside: int = 0
    fault: dict[str, Any] = field(default_factory=dict)
    kept_as: str = ""
    put_away: bool = False

    @property
    def refused(self) -> bool:
        return bool(self.fault)

    @property
    def clean(self) -> bool:
        """Whether nothing needs attention."""
        return not (self.fault or self.quarantined or self.unreadable)


def outcome_words(outcome: FileOutcome) -> str:
    """Describes the result of a file in one sentence."""
    if outcome.fault:
        return refusal_words(outcome)
    words = translate(
        "Sources",
        "{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable} unreadable.",
    )
    if outcome.set_aside:
        words = translate(
            "Sources",
            "{rows} rows: {created} new, {present} there already, {quarantined} in quarantine, {unreadable}"
            " unreadable,"
            " {aside} automatic mails set aside.",
        )
    summary = fill(
        words,
        rows=outcome.rows,
        created=outcome.created,
        present=outcome.already_present,
        quarantined=outcome.quarantined,
        unreadable=outcome.unreadable,
        aside=outcome.set_aside,
    )
    if outcome.put_aside:
        more = translate("Sources", "{told} {count} were put aside for good.")
        summary = fill(more, told=summary, count=outcome.put_aside)
    return summary


def refusal_words(outcome: FileOutcome) -> str:
    """Explains why the file was refused."""
    return error_sentence(BadFileError(**{"name": outcome.name, **outcome.fault}))


def report_text(
    outcome: FileOutcome,
    in_quarantine: Sequence[RowFault],
    left_out: Sequence[RowFault],
    rejects: str,
) -> str:
    """Returns the report.

    `in_quarantine` are rows to be corrected there; `left_out` are invalid rows, which are in the file
    `rejects`. It contains no text of citizens except the values in reasons.
    """
    when = f"{short_date(tehran_day(outcome.began_at))} {clock_time(outcome.began_at)}"
    lines = [
        fill(translate("Sources", "Report on “{name}”"), name=outcome.name),
        fill(translate("Sources", "Source: {source}; {when}"), source=outcome.source, when=when),
        "",
        outcome_words(outcome),
    ]
    if in_quarantine:
        lines += [
            "",
            translate("Sources", "These wait in quarantine, and are put right in the administration:"),
        ]
        lines += _rows(in_quarantine)
    if left_out:
        lines += ["", translate("Sources", "Nothing could be made of these:")]
        lines += _rows(left_out)
    if rejects:
        words = translate(
            "Sources", "They stand in “{name}”: mend them there and put it into the folder again."
        )
        lines += ["", fill(words, name=rejects)]
    return "\r\n".join(lines) + "\r\n"


def _rows(faults: Sequence[RowFault]) -> list[str]:
    lines = [row_fault_sentence(fault) for fault in faults[:_MOST]]
    if len(faults) > _MOST:
        more = fill(translate("Sources", "and {count} more."), count=digits(len(faults) - _MOST))
        lines.append(more)
    return lines
