"""Staff threads on comments and groups: opened, given, answered, settled; published nowhere."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.comments.staff_threads import ThreadSubject
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.reports.publishing.package import package_files
from desktop_app.reports.summing_up import FORMS, summing_up_file
from desktop_app.staff.roles import Membership, Role
from tests.department import TestOffice
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import Consultation
from tests.reports.pdf.reading import by_pdfium

SECRET = "محرمانه‌زرافه"


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    made = Consultation(office, clock).opened()
    for number in range(2):
        made.comment(COMMON, number=str(number))
    made.services.campaign_finding.look(office.clerk, made.id)
    return made


def test_a_group_tells_how_many_threads_are_open_on_it_and_on_its_members(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    (group,) = services.campaigns.all(consultation.id)
    assert group.threads == 0
    member = services.comments.of_instrument(consultation.id)[1]
    on_group = services.staff_threads.open(
        office.clerk, ThreadSubject(campaign_id=group.id), ThreadKind.NOTE, "از کجا آمد؟"
    )
    services.staff_threads.open(
        office.clerk, ThreadSubject(comment_id=member.id), ThreadKind.NOTE, "همین یکی."
    )
    alone = consultation.comment("سخن دیگری است.", number="9")
    services.staff_threads.open(office.clerk, ThreadSubject(comment_id=alone), ThreadKind.NOTE, "این نه.")
    assert services.campaigns.one(group.id).threads == 2
    services.staff_threads.resolve(office.clerk, on_group.id, on_group.version, ThreadOutcome.ANSWERED)
    assert [one.threads for one in services.campaigns.all(consultation.id)] == [1]


def test_a_question_on_a_comment_is_given_answered_and_settled(consultation: Consultation) -> None:
    office, threads = consultation.office, consultation.services.staff_threads
    about = ThreadSubject(comment_id=consultation.services.comments.of_instrument(consultation.id)[0].id)
    only_sets_up = replace(office.clerk, memberships=frozenset({Membership(Role.ADMINISTRATOR, None)}))
    with pytest.raises(NotPermittedError):
        threads.open(only_sets_up, about, ThreadKind.NOTE, SECRET)
    with pytest.raises(InvalidValueError):
        threads.open(office.clerk, about, ThreadKind.OBJECTION, SECRET)
    with pytest.raises(NotFoundError):
        threads.open(office.clerk, ThreadSubject(), ThreadKind.NOTE, SECRET)
    asked = threads.open(office.clerk, about, ThreadKind.QUESTION, "این رقم از کجاست؟")
    given = threads.assign(office.clerk, asked.id, asked.version, office.reviewer.person_id)
    assert given.assignee == office.reviewer.name
    with pytest.raises(ConflictError):
        threads.assign(office.clerk, asked.id, asked.version, None)
    threads.reply(office.reviewer, asked.id, "از تعرفه سال پیش.")
    settled = threads.resolve(office.reviewer, asked.id, given.version, ThreadOutcome.ANSWERED)
    assert (settled.status, settled.outcome) == (ThreadStatus.RESOLVED, ThreadOutcome.ANSWERED)
    assert [one.text for one in settled.messages] == ["این رقم از کجاست؟", "از تعرفه سال پیش."]
    with pytest.raises(RuleError):
        threads.resolve(office.reviewer, asked.id, settled.version, ThreadOutcome.DISMISSED)
    again = threads.reopen(office.clerk, asked.id, settled.version)
    assert threads.of_instrument(consultation.id) == (again,)
    with consultation.services.database.reading() as session:
        told = [event.action for event in history(session, "comment_thread", asked.id)]
    assert told == ["opened", "assigned", "replied", "resolved", "reopened"]


def test_no_published_output_holds_what_staff_said(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    [group] = services.campaigns.all(consultation.id)
    services.staff_threads.open(office.clerk, ThreadSubject(campaign_id=group.id), ThreadKind.NOTE, SECRET)
    services.staff_threads.open(office.clerk, ThreadSubject(comment_id=group.head), ThreadKind.NOTE, SECRET)
    content = services.summing_up.content(office.reviewer, consultation.id)
    assert COMMON[:20] in str(content)
    assert SECRET not in str(content)
    copy = services.consultation_reports.of(office.reviewer, consultation.id, None)
    assert SECRET not in str(copy)
    for form in FORMS:
        assert SECRET not in words_in(summing_up_file(copy, form))
    publication = services.publications.of(consultation.id)
    files = package_files(publication, services.office.settings())
    assert not any(SECRET in words_in(content) for content in files.values())


def words_in(made: bytes) -> str:
    """What a file says: a PDF by its text, a package by its members, the rest as it stands."""
    if made.startswith(b"%PDF"):
        return " ".join(by_pdfium(made))
    if made.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            return " ".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return made.decode("utf-8", "replace")
