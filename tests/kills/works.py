"""What all kinds of work that are killed need: a command that is run, rows that are counted."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from sqlalchemy import create_engine, make_url, text

from desktop_app.cli import main
from desktop_app.signing import SigningKey
from tests.kills.harness import Place

KEY: Final = SigningKey(bytes(range(32)))
#: Petitions of the templates.
PETITIONS: Final = 300


def run(place: Place, *words: object, database: str | None = None) -> None:
    """Runs a command; the process ends with its exit status."""
    where = ["--data-dir", str(place.folder / "data"), "--database", database or place.url]
    status = main([*where, "--language", "en", *map(str, words)])
    if status:
        raise SystemExit(status)


def rows_of(url: str, statement: str) -> list[Any]:
    engine = create_engine(make_url(url).set(drivername=driver_of(url)))
    try:
        with engine.connect() as connection:
            return list(connection.execute(text(statement)).all())
    finally:
        engine.dispose()


def driver_of(url: str) -> str:
    return "sqlite" if url.startswith("sqlite") else "postgresql+psycopg"


def compared(wanted: Counter[Any], found: Counter[Any]) -> tuple[int, int]:
    """Returns how many are missing, and how many are there too often."""
    return sum((wanted - found).values()), sum((found - wanted).values())
