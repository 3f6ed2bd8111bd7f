"""Sources where everybody is a role of their own: who sets them, who does the rounds, what SQL lets nobody do."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_app.errors import NotPermittedError
from desktop_app.intake.rounds import Rounds
from desktop_app.intake.sources import SourceSettings
from desktop_app.petitions.model import Petition
from tests.guarded import Department
from tests.intake.tables import GOOD, write_csv
from tests.intake.test_rounds import aged
from tests.security.test_what_sql_cannot_do import refused

BAD = ("P-8", "", "", "بی نوع", "", "", "", "")


def test_an_administrator_sets_a_source_and_a_manager_of_the_whole_office_does_the_rounds(
    department: Department, tmp_path: Path
) -> None:
    admin, administrator = department.signed_in("admin")
    made = admin.sources.add(administrator, SourceSettings("درگاه", folder=str(tmp_path)))
    aged(write_csv(tmp_path / "a.csv", [*GOOD, BAD]))
    for who in ("rezaei", "sharifi"):
        services, actor = department.signed_in(who)
        with pytest.raises(NotPermittedError):
            services.rounds.run(actor)
    services, yazdi = department.signed_in("yazdi")
    done = Rounds(services.database, services.staging, services.sources, pause=0).run(yazdi)
    assert (done.taken.petitions, done.files[0].quarantined, done.troubles) == (3, 1, [])
    assert services.rounds.latest(yazdi, made.id)[0].created == 3
    (waits,) = admin.staging.quarantined(administrator)
    # What was mended in the row itself counts, its channel too.
    admin.staging.mend(
        administrator, waits.id, waits.payload | {"kind": "request", "channel": "sms", "شناسه": "۸"}
    )
    assert services.staging.run(yazdi).petitions == 1
    with services.database.reading() as session:
        assert set(session.scalars(select(Petition.channel))) == {"portal", "sms"}
    for who in ("yazdi", "rezaei"):
        with department.sql(who) as person:
            for act in (
                "UPDATE intake_source SET folder = '/etc', version = version + 1",
                "INSERT INTO intake_source SELECT 9, 'x', true, 'petitions', 'folder', 'portal', '/', '', 0, '', '',"
                " '',"
                " NULL, '{}', 1",
                "DELETE FROM intake_source",
                "UPDATE intake_file SET sha256 = 'x'",
                "UPDATE intake_file SET name = 'x'",
                "DELETE FROM intake_visit",
                "UPDATE intake_visit SET source_id = 9",
                "DELETE FROM intake_file",
                "UPDATE intake_submission SET file_id = NULL",
                "UPDATE intake_submission SET state = 'waiting'",
            ):
                refused(person, act)
    with department.sql("rezaei") as clerk:
        refused(
            clerk,
            "INSERT INTO intake_submission (channel, payload, file_id) SELECT 'portal', '{}', id FROM intake_file",
        )
        with clerk.transaction():
            clerk.execute("UPDATE intake_file SET position = 0")
            assert clerk.execute("UPDATE intake_visit SET waiting = '[]'").rowcount == 0
    with department.sql("yazdi") as manager:
        refused(manager, "INSERT INTO intake_submission (channel, payload) VALUES ('portal', '{}')")
        assert manager.execute("SELECT position FROM intake_file").fetchall() == [(4,)]
