"""Petitions as a table.

Petitioner names are as in the list on screen. Identifiers are masked except for people who work on the
petition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from sqlalchemy import select

from desktop_app.database.engine import Database
from desktop_app.people.model import Petitioner
from desktop_app.petitions.follow_ups.service import FollowUpRow
from desktop_app.petitions.identities import read_identities
from desktop_app.petitions.lists.inbox import Inbox, ListFilter
from desktop_app.petitions.lists.rows import PetitionRow
from desktop_app.petitions.model import Petition
from desktop_app.reports.lists.table import ColumnKind, ListColumn, ListTable, Value
from desktop_app.staff.roles import Actor
from desktop_app.wording import translate
from desktop_app.wording.labels import label

#: Rows per database query.
READ_AT_ONCE: Final = 512
#: Pages whose identifiers are read together: one event for so many.
_TOGETHER: Final = 20
#: The maximum depth of a search: an export is not limited to the first results.
_DEEPEST: Final = 1_000


def petition_table(
    database: Database, inbox: Inbox, actor: Actor, wanted: ListFilter, ids: Sequence[int] | None = None
) -> ListTable:
    """Returns a list in its order, or only the petitions in `ids`, in the given order.

    Columns have the names of those of the inbox.
    """
    if ids is None:
        outline = inbox.outline(actor, replace(wanted, depth=_DEEPEST) if wanted.query else wanted)
        total = outline.total
        pages = (
            inbox.page(actor, wanted, outline, start, READ_AT_ONCE) for start in range(0, total, READ_AT_ONCE)
        )
    else:
        total = len(ids)
        pages = (
            inbox.these(actor, ids[start : start + READ_AT_ONCE]) for start in range(0, total, READ_AT_ONCE)
        )
    return ListTable("petitions", _columns(), _rows(database, actor, pages), total)


def _rows(
    database: Database, actor: Actor, pages: Iterator[tuple[PetitionRow, ...]]
) -> Iterator[Sequence[Value]]:
    while several := list(islice(pages, _TOGETHER)):
        rows = [row for page in several for row in page]
        read = read_identities(database, actor, [row.id for row in rows], "list")
        for page in several:
            masked = _masked(database, [row.id for row in page])
            for row in page:
                one = read.get(row.id)
                yield _cells(row, *((one.national_id, one.mobile) if one else masked.get(row.id, ("", ""))))


def _masked(database: Database, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Returns the masked national ID and mobile number of the senders."""
    statement = (
        select(Petition.id, Petitioner.masked_national_id, Petitioner.masked_mobile)
        .join(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(Petition.id.in_(ids))
    )
    with database.reading() as session:
        return {row[0]: (row[1], row[2]) for row in session.execute(statement)}


def _columns() -> tuple[ListColumn, ...]:
    code, moment, rest = ColumnKind.CODE, ColumnKind.MOMENT, False
    return (
        ListColumn(translate("List file", "Tracking code"), code, 16.0, name="code"),
        ListColumn(translate("List file", "Number in the register"), code, printed=rest, name="registry"),
        ListColumn(translate("List file", "Number elsewhere"), code, printed=rest),
        ListColumn(translate("List file", "Kind"), name="kind"),
        ListColumn(translate("List file", "Channel"), printed=rest, name="channel"),
        ListColumn(translate("List file", "State"), width=14.0, name="status"),
        ListColumn(translate("List file", "Urgency"), printed=rest, name="urgency"),
        ListColumn(translate("List file", "Subject"), width=44.0, name="subject"),
        ListColumn(translate("List file", "Petitioner"), width=24.0, name="sender"),
        ListColumn(translate("List file", "National ID"), code, printed=rest),
        ListColumn(translate("List file", "Mobile"), code, printed=rest),
        ListColumn(translate("List file", "Unit"), width=20.0, name="unit"),
        ListColumn(translate("List file", "With"), width=20.0, name="assignee"),
        ListColumn(translate("List file", "Received"), moment, month=True, name="age"),
        ListColumn(translate("List file", "Deadline"), ColumnKind.DAY, name="deadline"),
        ListColumn(translate("List file", "Resolved"), moment, printed=rest, month=True, name="resolved"),
        ListColumn(translate("List file", "Outcome"), printed=rest, name="outcome"),
        ListColumn(translate("List file", "What it is about"), width=24.0, printed=rest, name="about"),
        ListColumn(translate("List file", "Labels"), width=20.0, printed=rest),
    )


def _cells(row: PetitionRow, national_id: str, mobile: str) -> tuple[Value, ...]:
    return (
        row.tracking_code,
        f"{row.registry_year}/{row.registry_number}",
        row.external_id or "",
        label("kind", row.kind),
        label("channel", row.channel),
        label("status", row.status),
        label("urgency", row.urgency),
        row.subject,
        row.petitioner_name,
        national_id,
        mobile,
        row.unit_name,
        row.assignee_name,
        row.received_at,
        row.due_on,
        row.resolved_at,
        label("outcome", row.outcome) if row.outcome else "",
        row.about,
        translate("List file", ", ").join(row.labels),
    )


def message_table(rows: Iterable[FollowUpRow], total: int) -> ListTable:
    """Returns the further messages of a petitioner in order of registration."""
    columns = (
        ListColumn(translate("List file", "Received"), ColumnKind.MOMENT),
        ListColumn(translate("List file", "Channel")),
        ListColumn(translate("List file", "Sender"), ColumnKind.CODE, 18.0),
        ListColumn(translate("List file", "From another sender")),
        ListColumn(translate("List file", "Text"), width=80.0),
    )
    return ListTable("further_texts", columns, map(_message, rows), total)


def _message(row: FollowUpRow) -> tuple[Value, ...]:
    other = translate("List file", "yes") if row.other_sender else ""
    return row.received_at, label("channel", row.channel), row.sender, other, row.text
