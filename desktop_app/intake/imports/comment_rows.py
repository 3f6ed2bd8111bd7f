"""Converts a row of a table to a public comment or a fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from desktop_app.instruments.comments.acts.arrival import LONGEST_TEXT
from desktop_app.instruments.comments.register import LONGEST_LETTER_NUMBER
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.vocabulary import LONGEST_PROVISION
from desktop_app.intake.formats.cells import LONGEST_VALUE, Cells, RowFault
from desktop_app.intake.formats.names import channel_of, group_of
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.fitting import Fitting
from desktop_app.people.identity import Group, mobile_in
from desktop_app.people.model import LONGEST_NAME
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.vocabulary import Channel

LONGEST_QUOTE: Final = 10_000
LONGEST_ID: Final = 60
LONGEST_TITLE: Final = 200


class CommentRows:
    """Converts rows with one mapping.

    `channel` is the default of rows without one; no comment may be later than `now`; `fitting` is the draft
    that the comments must be about; `subject` is the column of a mail subject, which may name the provision.
    `pointed_out` collects accepted rows that name an unknown provision, or a letter number with another
    channel.
    """

    def __init__(
        self,
        file: str,
        mapping: Mapping[str, str],
        *,
        channel: Channel,
        now: datetime,
        fitting: Fitting,
        subject: str = "",
    ) -> None:
        self._file = file
        self._mapping = mapping
        self._channel = channel
        self._now = now
        self._fitting = fitting
        self._subject = subject
        self.pointed_out: list[RowFault] = []

    def __call__(self, row: TabularRow) -> NewComment | RowFault:
        """Returns the comment in `row`, or its faults."""
        cells = Cells(self._file, row, self._mapping)
        if not row.fault:
            theirs = cells.line("instrument", LONGEST_TITLE)
            if theirs and not self._fitting.is_ours(theirs):
                cells.refuse("instrument", "another_instrument", theirs)
            channel = cells.named("channel", channel_of) or self._channel
            letter = cells.line("letter_number", LONGEST_LETTER_NUMBER)
            made = NewComment(
                text=self._with_subject(row, cells.body("text", LONGEST_TEXT)),
                channel=channel.value,
                sender=_sender(cells),
                group=(cells.named("group", group_of) or Group.CITIZEN).value,
                provision=cells.line("provision", LONGEST_PROVISION),
                quote=cells.body("quote", LONGEST_QUOTE, required=False).strip(),
                external_id=latin_digits(cells.line("external_id", LONGEST_ID)) or None,
                received_at=cells.moment("received_at", self._now),
                letter_number=letter if channel is Channel.LETTER else "",
            )
            if cells.fault() is None:
                self._point_out(row, made, letter)
        return cells.fault() or made

    def _point_out(self, row: TabularRow, made: NewComment, letter: str) -> None:
        warnings = []
        if self._fitting.lacks(made.provision):
            warnings.append(("provision", "unknown_provision", made.provision))
        if letter and not made.letter_number:
            warnings.append(("letter_number", "no_letter", letter))
        faults = [
            RowFault(self._file, row.number, field, why, value[:LONGEST_VALUE])
            for field, why, value in warnings
        ]
        if faults:
            first, *others = faults
            self.pointed_out.append(replace(first, also=tuple(others)))

    def _with_subject(self, row: TabularRow, text: str) -> str:
        subject = " ".join(row.cells.get(self._subject, "").split()) if self._subject else ""
        return f"{subject}\n\n{text}" if subject and subject not in text else text


def _sender(cells: Cells) -> str:
    """Returns the name of the sender, or a normalised phone number, so that one person is counted once."""
    if name := cells.line("name", LONGEST_NAME):
        return name
    if number := cells.line("mobile", LONGEST_NAME):
        return mobile_in(number) or latin_digits(number)
    return cells.line("email", LONGEST_NAME)
