"""The command `mosharekat petitions find`, which searches the inbox."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.clock import TEHRAN
from desktop_app.errors import NotFoundError, UsageError
from desktop_app.intake.formats.columns import folded_name
from desktop_app.intake.formats.names import channel_of, kind_of, units_by_name
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.text import fold, visible_controls
from desktop_app.petitions.lists.inbox import ListFilter, Order, PetitionRow, Scope
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.vocabulary import Channel, Kind, Status
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.wording import digits, fill, language_in_use, translate
from desktop_app.wording.labels import label, labels

Code = TypeVar("Code", bound=StrEnum)


def find(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Prints the matching petitions, newest first."""
    status = status_of(arguments.status) if arguments.status else None
    with opened(settings) as services:
        unit = unit_of(services, arguments.unit) if arguments.unit else None
        wanted = ListFilter(
            scope=Scope.ANY, query=arguments.query, status=status, unit_id=unit, order=Order.NEWEST
        )
        outline, rows = services.inbox.find(acting(services), wanted, arguments.limit)
    document = {
        "total": outline.total,
        "capped": outline.capped,
        "items": [_item(row) for row in rows],
    }
    output.result(document, _table(rows, output))
    if not output.as_json:
        more = translate("CommandLine", "{count} or more found, {shown} shown.")
        exactly = translate("CommandLine", "{count} found, {shown} shown.")
        output.note(fill(more if outline.capped else exactly, count=outline.total, shown=len(rows)))
    return 0


def person_of(services: Services, name: str) -> int:
    """Returns the id of the colleague with this name or user name. Raises `NotFoundError`."""
    wanted = fold(name)
    found = [one.id for one in services.accounts.all() if wanted in (fold(one.username), fold(one.full_name))]
    if len(found) != 1:
        raise NotFoundError(item="person", key=name)
    return found[0]


def status_of(name: str) -> Status:
    """Returns the status with this name in either language. Raises `UsageError`."""
    known = {folded_name(status.value): status for status in Status}
    known |= {folded_name(name_in_use): Status(value) for value, name_in_use in labels("status").items()}
    reason = translate("Usage", "{value} is no state; the states are {states}.")
    return _one_of(Status, known.get(folded_name(name)), name, reason, "states")


def kind_named(name: str) -> Kind:
    """Returns the kind with this name in either language. Raises `UsageError`."""
    reason = translate("Usage", "{value} is no kind; the kinds are {kinds}.")
    return _one_of(Kind, kind_of(name), name, reason, "kinds")


def channel_named(name: str) -> Channel:
    """Returns the channel with this name in either language. Raises `UsageError`."""
    reason = translate("Usage", "{value} is no channel; the channels are {channels}.")
    return _one_of(Channel, channel_of(name), name, reason, "channels")


def _one_of(codes: type[Code], found: Code | None, name: str, reason: str, known_as: str) -> Code:
    """Returns `found`; without it, raises `UsageError` with all codes under `known_as` in the reason."""
    if found is None:
        known = ", ".join(code.value for code in codes)
        raise UsageError(reason=fill(reason, value=shown(name), **{known_as: shown(known)}))
    return found


def unit_of(services: Services, name: str) -> int:
    """Returns the id of the unit with this name or code. Raises `NotFoundError`."""
    found = units_by_name((unit.id, unit.code, unit.name) for unit in services.units.all())
    if folded_name(name) not in found:
        raise NotFoundError(item="unit", key=name)
    return found[folded_name(name)]


def _item(row: PetitionRow) -> dict[str, Any]:
    return {
        "tracking_code": row.tracking_code,
        "registry_number": f"{row.registry_year}/{row.registry_number}",
        "external_id": row.external_id,
        "kind": row.kind,
        "status": row.status,
        "subject": row.subject,
        "name": row.petitioner_name,
        "unit": row.unit_name or None,
        "received_at": row.received_at.astimezone(TEHRAN).isoformat(timespec="seconds"),
        "due_at": row.due_on.isoformat() if row.due_on else None,
    }


def _table(rows: tuple[PetitionRow, ...], output: Output) -> str:
    if not rows:
        return ""
    head = (
        translate("CommandLine", "Tracking code"),
        translate("CommandLine", "Received"),
        translate("CommandLine", "State"),
        translate("CommandLine", "Name"),
        translate("CommandLine", "Subject"),
    )
    return output.table([head, *map(_line, rows)])


def _line(row: PetitionRow) -> tuple[str, ...]:
    day = tehran_day(row.received_at)
    return (
        shown(digits(spoken(row.tracking_code))),
        day.isoformat() if language_in_use().iso_dates else short_date(day),
        label("status", row.status),
        visible_controls(row.petitioner_name or "-"),
        visible_controls(" ".join(row.subject.split())),
    )
