from __future__ import annotations

import pytest
from sqlalchemy import event, text

from desktop_app.database import health
from desktop_app.errors import DatabaseFullError
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice


def test_a_full_disk_is_one_clear_trouble_and_nothing_is_lost(sqlite_office: TestOffice) -> None:
    database = sqlite_office.services.database
    petition = sqlite_office.petition()
    sqlite_office.services.desk.note(sqlite_office.clerk, petition.id, "پیش از پر شدن")
    database.engine.dispose()

    @event.listens_for(database.engine, "connect")
    def _no_room(connection: object, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    with pytest.raises(DatabaseFullError) as caught:
        sqlite_office.services.desk.note(sqlite_office.clerk, petition.id, "جا نیست " * 10_000)
    assert "پر است" in error_sentence(caught.value)
    event.remove(database.engine, "connect", _no_room)
    database.engine.dispose()
    detail = sqlite_office.services.desk.note(sqlite_office.clerk, petition.id, "پس از آن")
    notes = [entry.text for entry in detail.history if entry.action == "note"]
    assert (notes[0], notes[-1]) == ("پیش از پر شدن", "پس از آن")
    assert health.problems(database) == ()
    with database.reading() as session:
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
