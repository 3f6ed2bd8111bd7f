"""Asking about numbers before they are matched with known people: by registering, taking in and searching.

A transaction that is rolled back leaves no event, so whoever registers could learn whose a number is and leave no
trace. On PostgreSQL the register therefore answers about numbers, and about rows with numbers in their keys, only to
a person who asked about them in a committed transaction within the hour. That is one event (`look_ups`), with the
keys of what was asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import ARRAY, String, bindparam, text

from desktop_app.database.engine import Database

#: As many as `app.ask` takes at once.
_AT_ONCE: Final = 2000
_ASK: Final = text("SELECT app.ask(:words)").bindparams(bindparam("words", type_=ARRAY(String)))


def ask_about(database: Database, words: Iterable[str | None]) -> None:
    """Asks about numbers, and keys of rows (`database.sameness`); empty ones are left out."""
    if database.is_sqlite:
        return
    asked = list(dict.fromkeys(word for word in words if word))
    for start in range(0, len(asked), _AT_ONCE):
        with database.touching() as session:
            session.execute(_ASK, {"words": asked[start : start + _AT_ONCE]})
