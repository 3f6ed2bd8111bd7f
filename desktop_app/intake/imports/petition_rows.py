"""Converts a row of a table to a petition or a fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop_app.intake.formats.cells import Cells, RowFault
from desktop_app.intake.formats.columns import folded_name
from desktop_app.intake.formats.names import channel_of, group_of, kind_of
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.people.identity import Group, mobile_in, valid_email, valid_mobile, valid_national_id
from desktop_app.people.petitioners import Contact
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.registration.codes import codes_in
from desktop_app.petitions.registration.register import LONGEST, NewPetition
from desktop_app.petitions.vocabulary import WRITTEN, Channel, Kind


class PetitionRows:
    """Converts rows with one mapping.

    `channel` and `kind` are the defaults of rows without one; `units` maps `folded_name` to ids; no petition may
    be later than `now`.
    """

    def __init__(
        self,
        file: str,
        mapping: Mapping[str, str],
        *,
        channel: Channel,
        units: Mapping[str, int],
        now: datetime,
        kind: Kind | None = None,
    ) -> None:
        self._file = file
        self._mapping = mapping
        self._channel = channel
        self._units = units
        self._now = now
        self._kind = kind

    def __call__(self, row: TabularRow) -> NewPetition | RowFault:
        """Returns the petition in `row`, or its faults."""
        cells = Cells(self._file, row, self._mapping)
        if row.fault:
            return _only(cells)
        channel = cells.named("channel", channel_of) or self._channel
        text = cells.body("text", LONGEST["text"])
        # A follow-up message has the kind of its petition, so the kind is optional there.
        answers = self._kind is not None or (channel in WRITTEN and bool(codes_in(text)))
        name, mobile = cells.line("name", LONGEST["name"]), cells.checked("mobile", valid_mobile)
        if channel is Channel.SMS and mobile is None and (number := mobile_in(name)):
            # SMS gateways use the phone number as the name of the sender.
            name, mobile = "", number
        made = NewPetition(
            kind=cells.named("kind", kind_of, required=not answers) or self._kind or Kind.REQUEST,
            channel=channel,
            text=text,
            subject=cells.line("subject", LONGEST["subject"]),
            contact=Contact(
                name=name,
                national_id=cells.checked("national_id", valid_national_id),
                mobile=mobile,
                email=cells.checked("email", valid_email),
                group=(cells.named("group", group_of) or Group.CITIZEN).value,
            ),
            external_id=latin_digits(cells.line("external_id", LONGEST["external_id"])) or None,
            received_at=cells.moment("received_at", self._now),
            unit_id=cells.named("unit", self._unit),
            about=cells.line("about", LONGEST["about"]),
            letter_number=latin_digits(cells.line("letter_number", LONGEST["letter_number"])) or None,
        )
        return cells.fault() or made

    def _unit(self, name: str) -> int | None:
        return self._units.get(folded_name(name))


def _only(cells: Cells) -> RowFault:
    fault = cells.fault()
    assert fault is not None
    return fault
