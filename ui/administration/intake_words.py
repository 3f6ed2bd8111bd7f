"""Texts about submissions that could not be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from desktop_app.intake.formats.columns import PETITION_FIELDS, REQUIRED_OF_PETITIONS, match
from desktop_app.intake.staging.quarantine import PutAside, Quarantined
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.row_faults import fault_reason
from ui.widgets.roster import RosterRow


def field_names(payload: dict[str, Any], row: Quarantined) -> list[tuple[str, str]]:
    """Returns the names in a payload with the names of their fields; missing ones are last."""
    columns: Mapping[str, str] = row.mapping or {}
    required = row.required
    if row.mapping is None:
        columns, required = match(tuple(payload), PETITION_FIELDS), REQUIRED_OF_PETITIONS
    words = {column: label("field", field) for field, column in columns.items()}
    missing = [field for field in required if field not in columns]
    found = [(name, words.get(name, visible_controls(name))) for name in payload]
    return found + [(field, label("field", field)) for field in missing]


def shown_value(value: Any) -> str:
    """Returns a value of a payload as text for a field."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def title(row: Quarantined) -> str:
    """Returns file and row of a submission, or its channel and number."""
    if row.file:
        words = translate("Intake", "{file}, row {row}")
        return fill(words, file=shown_name(row.file), row=row.row)
    number = isolated(visible_controls(row.external_id)) if row.external_id else f"#{digits(row.id)}"
    return f"{visible_controls(label('channel', row.channel))} {number}"


def reasons(row: Quarantined) -> str:
    """Returns why it could not be read."""
    return " ".join(fault_reason(fault) for fault in (row.fault, *row.fault.also))


def roster_row(row: Quarantined) -> RosterRow:
    """Returns a submission as a row of the list."""
    when = f"{short_date(tehran_day(row.arrived_at))} {clock_time(row.arrived_at)}"
    return RosterRow(row.id, title(row), f"{when} · {reasons(row)}", True)


def aside_row(one: PutAside) -> RosterRow:
    """Returns a submission that was set aside as a row of the list."""
    about = " · ".join(part for part in (_moment(one), plain(one.reason)) if part)
    return RosterRow(one.what.id, title(one.what), about, True)


def aside_words(one: PutAside) -> str:
    """Returns who set it aside and when."""
    words = translate("Intake", "Put aside on {when} by {who}")
    return fill(words, when=_moment(one), who=plain(one.by) or "—")


def plain(text: str) -> str:
    """Returns a text as a single line."""
    return visible_controls(" ".join(text.split()))


def _moment(one: PutAside) -> str:
    return f"{short_date(tehran_day(one.at))} {clock_time(one.at)}"
