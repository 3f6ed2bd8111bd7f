"""The rows that every office has from the start: its settings, and templates with the program's own words."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.dialects import postgresql, sqlite

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.office.acts import OFFICE
from desktop_app.office.letter_templates import LetterKind, LetterWords, stored_words
from desktop_app.office.message_templates import MessageKind, ways_of
from desktop_app.office.model import LetterTemplate, MessageTemplate, OfficeRow
from desktop_app.office.office_settings import OfficeSettings


@once
def seed(database: Database) -> None:
    """Adds the rows that are missing; acts only change them."""
    settings = asdict(OfficeSettings())
    settings["weekend"] = list(settings["weekend"])
    no_words = stored_words(LetterWords("", ""))
    letters = [{"kind": kind.value, "standard": True, "version": 1, **no_words} for kind in LetterKind]
    messages = [
        {
            "kind": kind.value,
            "way": way.value,
            "active": False,
            "standard": True,
            "subject": "",
            "text": "",
            "version": 1,
        }
        for kind in MessageKind
        for way in ways_of(kind)
    ]
    dialect = sqlite if database.is_sqlite else postgresql
    with database.writing() as session:
        for model, rows in (
            (OfficeRow, [{"id": OFFICE, **settings}]),
            (LetterTemplate, letters),
            (MessageTemplate, messages),
        ):
            # Two computers may do this at the same time: keep existing rows.
            session.execute(dialect.insert(model).on_conflict_do_nothing(), rows)
