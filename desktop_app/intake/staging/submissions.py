"""What was handed in → a petition or a comment, or why it cannot be read. The contract stands in `intake.model`."""

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
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel

_INSTRUMENT: Final = "instrument"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came along."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One thing that was handed in, taken apart: the cells by field of an import, and its files."""

    row: TabularRow
    mapping: Mapping[str, str]
    channel: Channel
    files: tuple[Attached, ...]
    #: The draft that a comment is about; empty for a petition.
    instrument: str = ""
    #: The name of a mail's subject, which may say what a comment is about.
    subject: str = ""


def taken_apart(
    submission: IntakeSubmission, now: datetime, file: IntakeFile | None = None
) -> HandedIn | RowFault:
    """What the payload says, or why it says nothing. `now` is the server's: nothing was received after it arrived,
    whatever the other system's clock says. `file`: of a row of a file, which tells how it is read."""
    number = submission.id

    def fault(field: str, reason: str, value: str = "") -> RowFault:
        return RowFault("", number, field, reason, value[:LONGEST_VALUE])

    payload = submission.payload if submission.mended is None else submission.mended
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
        return _of_file(submission, file, cells, files)
    named = match(tuple(cells), COMMENT_FIELDS)
    instrument = cells.get(named.get(_INSTRUMENT, ""), "").strip()
    mapping = dict(named if instrument else match(tuple(cells), PETITION_FIELDS))
    # Whoever hands it in says these beside the payload, and that counts.
    for field, told in (
        ("channel", channel.value),
        ("external_id", submission.external_id),
        ("received_at", min(submission.received_at or now, submission.arrived_at, now).isoformat()),
    ):
        if told is not None:
            mapping[field], cells[f"\0{field}"] = f"\0{field}", told
    return HandedIn(TabularRow(number, cells), mapping, channel, files, instrument)


def mapping_of(file: IntakeFile, payload: Iterable[str], *, mended: bool) -> dict[str, str]:
    """Field → name in the payload of a row of a file. What somebody added goes by the field's own name."""
    names = set(payload)
    found = {field: name for field, name in file.mapping.items() if name in names}
    if mended:
        comments = file.defaults.get("matter") == Matter.COMMENTS
        for field in COMMENT_FIELDS if comments else PETITION_FIELDS:
            if field in names and field not in found:
                found[field] = field
    return found


def required_of_file(file: IntakeFile) -> tuple[str, ...]:
    """The fields that a row of a file has to have; what its source says of all of them counts."""
    told = file.defaults
    if told.get("matter") == Matter.COMMENTS:
        return REQUIRED_OF_COMMENTS + (() if told.get(_INSTRUMENT) else (_INSTRUMENT,))
    return tuple(field for field in REQUIRED_OF_PETITIONS if field != "kind" or not told.get("kind"))


def _of_file(
    submission: IntakeSubmission, file: IntakeFile, cells: dict[str, str], files: tuple[Attached, ...]
) -> HandedIn:
    mapping = mapping_of(file, cells, mended=submission.mended is not None)
    defaults = file.defaults
    instrument = ""
    if defaults.get("matter") == Matter.COMMENTS:
        instrument = defaults.get(_INSTRUMENT, "") or cells.get(mapping.get(_INSTRUMENT, ""), "").strip()
    elif defaults.get("kind") and not cells.get(mapping.get("kind", ""), "").strip():
        mapping["kind"], cells["\0kind"] = "\0kind", defaults["kind"]
    row = TabularRow(submission.id, cells)
    return HandedIn(
        row, mapping, Channel(defaults["channel"]), files, instrument, defaults.get("subject", "")
    )


def petition_of(handed_in: HandedIn, units: Mapping[str, int], now: datetime) -> NewPetition | RowFault:
    """The petition, or its faults. `units`: ids by `folded_name`; `now`: it did not come later."""
    read = PetitionRows("", handed_in.mapping, channel=handed_in.channel, units=units, now=now)
    return read(handed_in.row)


def written(fault: RowFault) -> str:
    """Why something is in quarantine, as it is kept."""
    faults = (fault, *fault.also)
    return json.dumps(
        [{"field": one.field, "reason": one.reason, "value": one.value} for one in faults],
        ensure_ascii=False,
    )


def read_fault(number: int, kept: str) -> RowFault:
    """The same read again."""
    first, *others = (
        RowFault("", number, one["field"], one["reason"], one["value"]) for one in json.loads(kept)
    )
    return RowFault("", number, first.field, first.reason, first.value, tuple(others))


def attached(attachments: Any) -> tuple[Attached, ...] | None:
    """The files that came along; None where they are not as agreed."""
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
