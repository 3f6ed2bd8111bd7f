"""Asks the database for the end of every window that opens in a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, String, bindparam, select, text

from tests.department import TestOffice

#: Every opening day with each track.
_DAYS: Final = {
    "sqlite": (
        "WITH RECURSIVE opening(opened_on) AS (SELECT date(:first) UNION ALL"
        " SELECT date(opened_on, '+1 day') FROM opening WHERE opened_on < date(:last)),"
        " tracks(track) AS (VALUES ('a'), ('b')) SELECT track, opened_on FROM opening, tracks"
    ),
    "postgresql": (
        "SELECT track, day::date AS opened_on FROM unnest(ARRAY['a', 'b']) AS track,"
        " generate_series(CAST(:first AS date), CAST(:last AS date), interval '1 day') AS day"
    ),
}


def asked_of_the_database(
    office: TestOffice,
    first: date,
    last: date,
    asked: Callable[[ColumnElement[str], ColumnElement[date]], ColumnElement[Any]],
) -> dict[tuple[str, date], Any]:
    """What SQL makes of each track and opening day, all at once."""
    opening = (
        text(_DAYS["sqlite" if office.services.database.is_sqlite else "postgresql"])
        .bindparams(bindparam("first", first, Date), bindparam("last", last, Date))
        .columns(track=String(), opened_on=Date())
        .subquery("opening")
    )
    query = select(opening.c.track, opening.c.opened_on, asked(opening.c.track, opening.c.opened_on))
    with office.services.database.engine.connect() as connection:
        return {(track, opened): found for track, opened, found in connection.execute(query)}
