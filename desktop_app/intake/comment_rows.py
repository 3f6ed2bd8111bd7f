"""A row of a table → a public comment, or what is wrong with the row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from desktop_app.instruments.comments import LONGEST_TEXT, NewComment
from desktop_app.intake.cells import Cells, RowFault
from desktop_app.intake.names import channel_of, group_of
from desktop_app.intake.tabular import TableRow
from desktop_app.people.identity import Group
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.vocabulary import Channel

LONGEST_SENDER: Final = 120
LONGEST_PROVISION: Final = 60
LONGEST_QUOTE: Final = 10_000
LONGEST_ID: Final = 60


class CommentRows:
    """Reads rows with one mapping. `channel`: of rows that name none; `now`: no comment came later."""

    def __init__(self, file: str, mapping: Mapping[str, str], *, channel: Channel, now: datetime) -> None:
        self._file = file
        self._mapping = mapping
        self._channel = channel
        self._now = now

    def __call__(self, row: TableRow) -> NewComment | RowFault:
        """The comment in `row`, or its faults."""
        cells = Cells(self._file, row, self._mapping)
        if not row.fault:
            made = NewComment(
                text=cells.body("text", LONGEST_TEXT),
                channel=(cells.named("channel", channel_of) or self._channel).value,
                sender=cells.line("name", LONGEST_SENDER),
                group=(cells.named("group", group_of) or Group.CITIZEN).value,
                provision=cells.line("provision", LONGEST_PROVISION),
                quote=cells.body("quote", LONGEST_QUOTE, required=False).strip(),
                external_id=latin_digits(cells.line("external_id", LONGEST_ID)) or None,
                received_at=cells.moment("received_at", self._now),
            )
        return cells.fault() or made
