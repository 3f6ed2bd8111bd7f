"""Petitioners and experts as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.people.experts import KEEPERS, ExpertRow, Experts
from desktop_app.people.petitioners import Petitioners, mask, page_key
from desktop_app.persian.dates import tehran_day
from desktop_app.reports.lists.table import ColumnKind, ListColumn, ListTable, Value
from desktop_app.staff.roles import Actor
from desktop_app.wording import translate
from desktop_app.wording.labels import label

_AT_ONCE: Final = 500


def petitioner_table(petitioners: Petitioners, actor: Actor, query: str) -> ListTable:
    """Returns the petitioners by name, with identifiers masked as on screen."""
    columns = (
        ListColumn(translate("List file", "Name"), width=28.0),
        ListColumn(translate("List file", "Group")),
        ListColumn(translate("List file", "National ID"), ColumnKind.CODE),
        ListColumn(translate("List file", "Mobile"), ColumnKind.CODE),
        ListColumn(translate("List file", "Known since"), ColumnKind.DAY),
    )
    return ListTable(
        "petitioners", columns, _petitioners(petitioners, actor, query), petitioners.count(actor, query)
    )


def _petitioners(petitioners: Petitioners, actor: Actor, query: str) -> Iterator[Sequence[Value]]:
    after: tuple[str, int] | None = None
    while page := petitioners.page(actor, query, after=after, count=_AT_ONCE):
        for row in page:
            yield row.name, label("group", row.group), row.national_id, row.mobile, tehran_day(row.since)
        after = page_key(page[-1])


def expert_table(experts: Experts, actor: Actor) -> ListTable:
    """Returns the register of experts; contact data is masked except for people who maintain the register."""
    keeps = not actor.roles.isdisjoint(KEEPERS)
    rows = experts.all()
    columns = (
        ListColumn(translate("List file", "Name"), width=28.0),
        ListColumn(translate("List file", "Group")),
        ListColumn(translate("List file", "Organisation"), width=28.0),
        ListColumn(translate("List file", "Fields"), width=36.0),
        ListColumn(translate("List file", "Mobile"), ColumnKind.CODE),
        ListColumn(translate("List file", "E-mail"), ColumnKind.CODE, 26.0),
        ListColumn(translate("List file", "Address"), width=36.0, printed=False),
        ListColumn(translate("List file", "Offered for invitations"), printed=False),
        ListColumn(translate("List file", "Known since"), ColumnKind.DAY),
    )
    return ListTable("experts", columns, (_expert(row, keeps) for row in rows), len(rows))


def _expert(row: ExpertRow, keeps: bool) -> tuple[Value, ...]:
    words = row.words
    return (
        words.name,
        label("group", words.group),
        words.organisation,
        translate("List file", ", ").join(words.fields),
        words.mobile if keeps else mask(words.mobile),
        words.email if keeps else mask(words.email),
        words.address if keeps else "",
        translate("List file", "yes") if row.active else translate("List file", "no"),
        tehran_day(row.since),
    )
