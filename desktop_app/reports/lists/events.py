"""The event of an export: the name of the list, the number of its rows, its format."""

from __future__ import annotations

from typing import Final

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.staff.roles import Actor

#: The events of all exports share one history.
_ITEM: Final = 1


class ExportEvents:
    """Records that something left the program as a file. The search text is not recorded: it may name a citizen."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def record(self, actor: Actor, key: str, rows: int, suffix: str) -> None:
        """Records one file; `key` is a name of the labels `written_list`."""
        with self._database.writing() as session:
            record_event(
                session,
                item_type="list",
                item_id=_ITEM,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="list_exported",
                after={"list": key, "rows": rows, "format": suffix.removeprefix(".")},
            )
