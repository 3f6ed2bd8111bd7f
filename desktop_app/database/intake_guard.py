"""Triggers that protect intake on SQLite, whatever client writes.

A submission is put aside only from quarantine and returns only there, with an event that gives the reason. A
petition is closed as a comment only together with the comment that was made from it.

On PostgreSQL `rights` enforces this and also checks the person. The events have to be written first, because SQLite
has no deferred triggers.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

_LAST: Final = (
    "SELECT 1 FROM event e WHERE e.item_type = 'intake' AND e.item_id = NEW.id AND e.sequence ="
    " (SELECT max(o.sequence) FROM event o WHERE o.item_type = 'intake' AND o.item_id = NEW.id)"
)
_TRIGGERS: Final = (
    (
        "CREATE TRIGGER intake_put_aside BEFORE UPDATE OF state ON intake_submission"
        " WHEN NEW.state <> OLD.state AND 'aside' IN (OLD.state, NEW.state) BEGIN"
        " SELECT RAISE(ABORT, 'what is put aside comes from quarantine and goes back there')"
        " WHERE 'quarantined' NOT IN (OLD.state, NEW.state);"
        " SELECT RAISE(ABORT, 'what is put aside leaves an event that says why')"
        f" WHERE NOT EXISTS ({_LAST} AND CASE NEW.state"
        " WHEN 'aside' THEN e.action = 'intake_put_aside' AND trim(e.text) <> ''"
        " ELSE e.action = 'intake_taken_back' END); END"
    ),
    (
        "CREATE TRIGGER petition_became_comment BEFORE UPDATE OF outcome ON petition"
        " WHEN NEW.outcome = 'commented' AND OLD.outcome IS NOT 'commented' BEGIN"
        " SELECT RAISE(ABORT, 'a petition is closed as a comment beside the comment that came of it')"
        " WHERE 'turned' IS NOT (SELECT e.action FROM event e JOIN public_comment c ON c.id = e.item_id"
        " WHERE e.item_type = 'comment' AND e.action IN ('turned', 'turned_back')"
        " AND json_extract(e.after, '$.tracking_code') = NEW.tracking_code ORDER BY e.id DESC LIMIT 1); END"
    ),
)


def set_up(connection: Connection) -> None:
    """Creates the triggers if the database is SQLite."""
    if connection.dialect.name == "sqlite":
        for statement in _TRIGGERS:
            connection.exec_driver_sql(statement)
