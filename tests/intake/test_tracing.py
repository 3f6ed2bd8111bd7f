"""From what arrived to what it became, and back: who sees the item sees what it came from."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError, NotPermittedError
from desktop_app.instruments.comments.triage_acts import Hide
from desktop_app.instruments.vocabulary import HiddenReason
from desktop_app.intake.sources.model import Matter
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.guarded import Department
from tests.intake.staged import GOOD, hand_in, petitions
from tests.intake.test_mailbox import mail
from tests.ui.consultation import FIRST, draft, open_window

TOLD = GOOD | {"کد ملی": "0499370899", "mobile": "09121234567", "تلفن دوم": "09351112233"}


def test_identifiers_are_masked_for_who_does_not_work_on_it(office: TestOffice) -> None:
    hand_in(office.services.database, {"external_id": "P-1", "payload": TOLD | {"unit": office.books.name}})
    office.services.staging.run(office.manager)
    (made,) = petitions(office)
    tracing = office.services.tracing
    [mine] = tracing.of_petition(office.clerk, made.id).origins
    assert mine.payload["کد ملی"] == "0499370899"
    [theirs] = tracing.of_petition(office.manager, made.id).origins
    assert [theirs.payload[name][-3:] for name in ("کد ملی", "mobile", "تلفن دوم")] == ["899", "567", "233"]
    assert "0499370" not in str(theirs.payload)
    assert "0935" not in str(theirs.payload)
    assert theirs.payload["text"] == GOOD["text"]


def test_who_does_not_see_the_petition_sees_nothing_of_it(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    hand_in(office.services.database, {"payload": GOOD | {"unit": office.books.name}})
    office.services.staging.run(office.manager)
    with pytest.raises(NotFoundError):
        office.services.tracing.of_petition(office.music_clerk, petitions(office)[0].id)


def test_a_petition_that_was_registered_by_hand_came_from_nothing(sqlite_office: TestOffice) -> None:
    number = sqlite_office.registered()
    assert sqlite_office.services.tracing.of_petition(sqlite_office.clerk, number).origins == ()


def test_a_comment_is_traced_by_who_reads_its_sender_and_not_while_it_is_hidden(office: TestOffice) -> None:
    row = draft(office, FIRST).row
    open_window(office, row.id, date(2026, 11, 20), date(2026, 12, 5))
    hand_in(
        office.services.database, {"payload": {"text": "نظر", "instrument": row.code}, "external_id": "C-1"}
    )
    office.services.staging.run(office.manager)
    (comment,) = office.services.comments.of_instrument(row.id)
    tracing = office.services.tracing
    assert tracing.of_comment(office.reviewer, comment.id).origins[0].external_id == "C-1"
    with pytest.raises(NotPermittedError):
        tracing.of_comment(office.music_clerk, comment.id)
    [handled] = tracing.handled(office.manager)
    assert (handled.comment_id, handled.instrument_id) == (comment.id, row.id)
    office.services.triage.run(office.reviewer, row.id, [comment.id], Hide(HiddenReason.INSULT))
    assert tracing.of_comment(office.reviewer, comment.id).origins == ()


def test_what_was_taken_in_leads_to_what_it_became(office: TestOffice) -> None:
    rows = ({"external_id": f"P-{n}"} for n in range(5))
    hand_in(office.services.database, *rows, {"external_id": "P-1"}, {"payload": {"text": "x"}})
    office.services.staging.run(office.manager)
    tracing = office.services.tracing
    found = tracing.handled(office.manager)
    assert [(one.external_id, one.was_there) for one in found][:2] == [("P-1", True), ("P-4", False)]
    assert [one.petition_id for one in reversed(found)][:5] == [one.id for one in petitions(office)]
    assert tracing.handled(office.manager, before=found[1].id, count=2) == found[2:4]
    assert tracing.one(office.manager, found[0].id).was_there
    with pytest.raises(NotPermittedError):
        tracing.handled(office.clerk)
    person = office.administrator
    alone = Actor(person.person_id, person.name, frozenset({Membership(Role.ADMINISTRATOR, None)}))
    assert {one.petition_id for one in tracing.handled(alone)} == {None}


def test_with_roles_the_raw_thing_is_read_by_who_sees_the_petition(department: Department) -> None:
    office = department.office
    hand_in(office.services.database, {"external_id": "1", "payload": GOOD | {"unit": office.books.name}})
    office.services.staging.run(office.manager)
    (made,) = petitions(office)
    services, rezaei = department.signed_in("rezaei")
    assert services.tracing.of_petition(rezaei, made.id).origins[0].external_id == "1"
    theirs, amini = department.signed_in("amini")
    with pytest.raises(NotFoundError):
        theirs.tracing.of_petition(amini, made.id)


def with_files(office: TestOffice, folder: Path) -> tuple[int, int]:
    """The instrument and the comment that a mail with two files became."""
    row = draft(office, FIRST).row
    open_window(office, row.id, date(2026, 11, 20), date(2026, 12, 5))
    letter = mail()
    letter.add_attachment(b"%PDF-1.7\n", maintype="application", subtype="pdf", filename="نامه.pdf")
    letter.add_attachment(b"MZ\x90\x00", maintype="application", subtype="pdf", filename="سند.pdf")
    folder.mkdir()
    (folder / "one.eml").write_bytes(letter.as_bytes())
    os.utime(folder / "one.eml", (1_700_000_000, 1_700_000_000))
    settings = SourceSettings("نامه‌ها", Matter.COMMENTS, folder=str(folder), instrument_id=row.id)
    office.services.sources.add(office.administrator, settings)
    services = office.services
    Rounds(services.database, services.staging, services.sources, pause=0).run(office.manager)
    (comment,) = services.comments.of_instrument(row.id)
    return row.id, comment.id


def test_files_of_a_mail_that_became_a_comment_are_read_by_who_reads_its_sender(
    office: TestOffice, tmp_path: Path
) -> None:
    instrument, number = with_files(office, tmp_path / "mails")
    tracing = office.services.tracing
    [origin] = tracing.of_comment(office.reviewer, number).origins
    assert origin.files == ("نامه.pdf", "سند.pdf")
    assert tracing.files_with_comment(office.reviewer, number) == 2
    read = tracing.file_with_comment
    assert read(office.reviewer, number, origin.id, 1) == ("سند.pdf", b"MZ\x90\x00")
    for submission, place in ((origin.id, 2), (origin.id, -1), (origin.id + 1, 0)):
        with pytest.raises(NotFoundError):
            read(office.reviewer, number, submission, place)
    assert tracing.files_with_comment(office.music_clerk, number) == 0
    with pytest.raises(NotPermittedError):
        read(office.music_clerk, number, origin.id, 0)
    office.services.triage.run(office.reviewer, instrument, [number], Hide(HiddenReason.INSULT))
    assert tracing.files_with_comment(office.reviewer, number) == 0
    with pytest.raises(NotFoundError):
        read(office.reviewer, number, origin.id, 0)


def test_with_roles_files_of_a_comment_are_read_by_who_reads_its_sender(
    department: Department, tmp_path: Path
) -> None:
    _, number = with_files(department.office, tmp_path / "mails")
    services, reviewer = department.signed_in("sadeghi")
    [origin] = services.tracing.of_comment(reviewer, number).origins
    assert services.tracing.files_with_comment(reviewer, number) == 2
    assert services.tracing.file_with_comment(reviewer, number, origin.id, 0)[0] == "نامه.pdf"
    theirs, amini = department.signed_in("amini")
    assert theirs.tracing.files_with_comment(amini, number) == 0
    with department.sql("amini") as psql:
        assert psql.execute("SELECT count(*) FROM intake_submission").fetchall() == [(0,)]
