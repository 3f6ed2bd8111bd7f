"""Parses submissions to petitions and comments, or faults. See `staging.model` for the contract."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from desktop_app.intake.formats.cells import LONGEST_VALUE, RowFault
from desktop_app.intake.formats.columns import (
    COMMENT_FIELDS,
    PETITION_FIELDS,
    REQUIRED_OF_COMMENTS,
    REQUIRED_OF_PETITIONS,
    match,
)
from desktop_app.intake.formats.faults import UnreadableRow
from desktop_app.intake.formats.json_lines import plain_text
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.petition_rows import PetitionRows
from desktop_app.intake.sources.model import IntakeFile, Matter
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.intake.staging.originals import Submitted, masked_payload
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel

_INSTRUMENT: Final = "instrument"


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment of a submission."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A parsed submission: the cells by field of an import, and its files."""

    row: TabularRow
    mapping: Mapping[str, str]
    channel: Channel
    files: tuple[Attached, ...]
    #: The draft of a comment; empty for a petition.
    instrument: str = ""
    #: The column of a mail subject, which may name what a comment is about.
    subject: str = ""


def taken_apart(
    submission: IntakeSubmission, came: Submitted, now: datetime, file: IntakeFile | None = None
) -> HandedIn | RowFault:
    """Parses what a submission said, or returns a fault.

    `now` is the time of the server: no submission was received after its arrival, whatever the clock of the
    other system says. `file` has the mapping for a row of a file.
    """
    number = submission.id

    def fault(field: str, reason: str, value: str = "") -> RowFault:
        return RowFault("", number, field, reason, value[:LONGEST_VALUE])

    payload = came.latest
    if not isinstance(payload, dict):
        return fault("", UnreadableRow.NOT_JSON)
    if any(isinstance(value, dict | list) for value in payload.values()):
        return fault("", UnreadableRow.NESTED)
    try:
        channel = Channel(submission.channel)
    except ValueError:
        return fault("channel", "unknown", submission.channel)
    files = attached(submission.attachments)
    if files is None:
        return fault("attachments", "unreadable_attachment")
    cells = {str(key): plain_text(value) for key, value in payload.items()}
    if file is not None:
        return _of_file(submission.id, file, cells, files, mended=came.mended is not None)
    named = match(tuple(cells), COMMENT_FIELDS)
    instrument = cells.get(named.get(_INSTRUMENT, ""), "").strip()
    mapping = dict(named if instrument else match(tuple(cells), PETITION_FIELDS))
    # These values are outside the payload and have priority.
    for field, value in (
        ("channel", channel.value),
        ("external_id", submission.external_id),
        ("received_at", min(submission.received_at or now, submission.arrived_at, now).isoformat()),
    ):
        if value is not None:
            mapping[field], cells[f"\0{field}"] = f"\0{field}", value
    return HandedIn(TabularRow(number, cells), mapping, channel, files, instrument)


def mapping_of(file: IntakeFile, payload: Iterable[str], *, mended: bool) -> dict[str, str]:
    """Maps field to name in the payload of a row of a file.

    Fields that somebody added have their own names.
    """
    names = set(payload)
    found = {field: name for field, name in file.mapping.items() if name in names}
    if mended:
        comments = file.defaults.get("matter") == Matter.COMMENTS
        for field in COMMENT_FIELDS if comments else PETITION_FIELDS:
            if field in names and field not in found:
                found[field] = field
    return found


def required_of_file(file: IntakeFile) -> tuple[str, ...]:
    """The required fields of a row of a file, given the defaults of its source."""
    defaults = file.defaults
    if defaults.get("matter") == Matter.COMMENTS:
        return REQUIRED_OF_COMMENTS + (() if defaults.get(_INSTRUMENT) else (_INSTRUMENT,))
    return tuple(field for field in REQUIRED_OF_PETITIONS if field != "kind" or not defaults.get("kind"))


def _of_file(
    number: int, file: IntakeFile, cells: dict[str, str], files: tuple[Attached, ...], *, mended: bool
) -> HandedIn:
    mapping = mapping_of(file, cells, mended=mended)
    defaults = file.defaults
    instrument = ""
    if defaults.get("matter") == Matter.COMMENTS:
        instrument = defaults.get(_INSTRUMENT, "") or cells.get(mapping.get(_INSTRUMENT, ""), "").strip()
    elif defaults.get("kind") and not cells.get(mapping.get("kind", ""), "").strip():
        mapping["kind"], cells["\0kind"] = "\0kind", defaults["kind"]
    row = TabularRow(number, cells)
    return HandedIn(
        row, mapping, Channel(defaults["channel"]), files, instrument, defaults.get("subject", "")
    )


def petition_of(handed_in: HandedIn, units: Mapping[str, int], now: datetime) -> NewPetition | RowFault:
    """Returns the petition, or its faults.

    `units` maps `folded_name` to ids; it cannot be later than `now`.
    """
    read = PetitionRows("", handed_in.mapping, channel=handed_in.channel, units=units, now=now)
    return read(handed_in.row)


def written(fault: RowFault) -> str:
    """Serialises a fault for the reason column, with identifiers masked."""
    faults = (fault, *fault.also)
    return json.dumps(
        [{"field": one.field, "reason": one.reason, "value": masked_payload(one.value)} for one in faults],
        ensure_ascii=False,
    )


def read_fault(number: int, kept: str) -> RowFault:
    """Deserialises a fault."""
    first, *others = (
        RowFault("", number, one["field"], one["reason"], one["value"]) for one in json.loads(kept)
    )
    return RowFault("", number, first.field, first.reason, first.value, tuple(others))


def attached(attachments: Any) -> tuple[Attached, ...] | None:
    """Decodes the attachments; returns None where they violate the contract."""
    found: list[Attached] = []
    for one in attachments if isinstance(attachments, list) else [None]:
        name, content = (one.get("name"), one.get("content")) if isinstance(one, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(content, str):
            return None
        try:
            found.append(Attached(name, base64.b64decode(content, validate=True)))
        except (binascii.Error, ValueError):
            return None
    return tuple(found)
