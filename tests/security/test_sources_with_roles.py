"""Sources where everybody is a role of their own: who sets them, who does the rounds, what SQL lets nobody do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_app.errors import NotPermittedError
from desktop_app.intake.sources.model import Matter
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.petitions.model import Petition
from desktop_app.petitions.vocabulary import Channel
from tests.guarded import Department
from tests.intake.tables import GOOD, write_csv
from tests.intake.watching import aged
from tests.security.refusing import refused
from tests.ui.consultation import FIRST, draft, open_window

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


def test_further_texts_and_comments_of_mails_are_taken_in_under_a_role(
    department: Department, tmp_path: Path
) -> None:
    office = department.office
    row = draft(office, FIRST).row
    open_window(office, row.id, date(2026, 11, 20), date(2026, 12, 5))
    admin, administrator = department.signed_in("admin")
    folders = {name: tmp_path / name for name in ("portal", "sms", "mail")}
    for folder in folders.values():
        folder.mkdir()
    for settings in (
        SourceSettings("portal", folder=str(folders["portal"])),
        SourceSettings("sms", channel=Channel.SMS, petition_kind="request", folder=str(folders["sms"])),
        SourceSettings(
            "mail", Matter.COMMENTS, channel=Channel.EMAIL, instrument_id=row.id, folder=str(folders["mail"])
        ),
    ):
        admin.sources.add(administrator, settings)
    aged(write_csv(folders["portal"] / "a.csv"))
    services, yazdi = department.signed_in("yazdi")
    rounds = Rounds(services.database, services.staging, services.sources, pause=0)
    assert rounds.run(yazdi).taken.petitions == 3
    with services.database.reading() as session:
        code = session.scalar(select(Petition.tracking_code).where(Petition.external_id == "P-1"))
    aged(
        write_csv(folders["sms"] / "b.csv", [("+989121234567", f"پیگیری {code}")], ("originator", "message"))
    )
    # Without a number of its own a comment is known by its words, its subject before them.
    mail = (
        "From: a@example.org\nSubject: the colour\nContent-Type: text/plain; charset=utf-8\n\nسبز بهتر است\n"
    )
    (folders["mail"] / "c.eml").write_text(mail, "utf-8")
    aged(folders["mail"] / "c.eml")
    done = rounds.run(yazdi)
    assert (done.taken.further, done.taken.comments, done.troubles) == (1, 1, [])
    assert [one.text for one in services.comments.of_instrument(row.id)] == ["the colour\n\nسبز بهتر است"]
