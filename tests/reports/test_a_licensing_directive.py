"""The strategy's own example by the services, on both engines: a licensing directive from its first text over the
portal's package, a file of comments, triage, decisions, the matrix and the frozen report to its promulgation
(strategy document, S3)."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop_app.clock import FixedClock
from desktop_app.documents.document import Document
from desktop_app.errors import RuleError
from desktop_app.instruments.comments.decisions import Carrier
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.comments.staff_threads import ThreadSubject
from desktop_app.instruments.comments.triage_acts import Assign, Decide, PutIssue
from desktop_app.instruments.consultation.changes_since_publication import since_publication
from desktop_app.instruments.consultation.gate import Publishing
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus, ThreadKind
from desktop_app.intake.imports import comments
from desktop_app.persian.dates import long_date, short_date
from desktop_app.reports.publishing.package import package_files
from desktop_app.reports.summing_up import FORMS, summing_up_file
from tests.department import TestOffice
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import Consultation
from tests.intake.tables import write_csv

TITLE = "دستورالعمل صدور مجوز نگارخانه‌ها"
FIRST = (
    "ماده ۱- این دستورالعمل برای همه نگارخانه‌هاست.\n"
    "ماده ۲- پروانه نگارخانه برای مدت یک سال صادر می‌شود.\n"
    "ماده ۳- تعرفه هر سال منتشر می‌شود.\n"
)
AMENDED = FIRST.replace("یک سال", "دو سال").replace("هر سال منتشر", "در آغاز هر سال منتشر")
FEE = "تعرفه باید در آغاز سال باشد."
WHOLE = "با همه آن موافقم؛ تلفن من 09121234567 است."
HEADER = ("شناسه", "متن نظر", "نام", "گروه", "ماده", "تاریخ", "کانال")


def written(text: str) -> Document:
    return Document("draft.docx", text, (), "docx", hashlib.sha256(text.encode()).hexdigest())


def put_before_the_public(directive: Consultation) -> None:
    """Registered, written, put before a reviewer and opened by a manager: the earliest lawful end."""
    office, services = directive.office, directive.services
    kind = InstrumentKind.LICENSING_DIRECTIVE
    directive.id = number = services.drafting.register(office.clerk, kind, TITLE).row.id
    directive.set_day()
    services.drafting.add_revision(office.clerk, number, written(FIRST))
    services.drafting.move(office.clerk, number, directive.version, InstrumentStatus.LEGAL_REVIEW)
    services.life.ask_to_open(
        office.reviewer,
        number,
        directive.version,
        revision=1,
        place=Publishing.SINGLE_WINDOW,
        notice="نظر خود را بنویسید.",
    )
    opened = services.life.open(office.manager, number, directive.version)
    assert opened.row.opened_on == directive.today
    assert opened.row.closes_on is not None
    assert (opened.row.closes_on - directive.today).days >= 14
    publication = services.publications.of(number)
    assert (publication.closes_on, publication.place) == (opened.row.closes_on, "single_window")
    assert [one.name for one in publication.provisions] == ["ماده ۱", "ماده ۲", "ماده ۳"]
    package = package_files(publication, services.office.settings())
    assert "یک سال" in package["draft.json"].decode()
    assert long_date(publication.closes_on) in package["notice.txt"].decode()


def comments_come_in(directive: Consultation, folder: Path) -> tuple[CommentRow, CommentRow]:
    """The portal's file: a campaign of three, one on the fee, one on the whole; a second time it brings nothing."""
    services, number = directive.services, directive.id
    day = short_date(directive.today)
    rows = [
        *((f"C-{n}", COMMON, f"فرستنده {n}", "هنرمند", "ماده 2", day, "درگاه") for n in range(3)),
        ("C-8", FEE, "انجمن ناشران", "ناشر", "مادهٔ سه", day, "پیامک"),
        ("C-9", WHOLE, "", "", "", day, "درگاه"),
    ]
    plan = comments.plan(write_csv(folder / "portal.csv", rows, HEADER))
    assert comments.run(services, directive.office.clerk, number, plan).created == 5
    assert comments.run(services, directive.office.clerk, number, plan).created == 0
    (group,) = services.campaigns.all(number)
    assert (group.senders.submissions, group.senders.persons) == (3, 3)
    taken = {one.text: one for one in services.comments.of_instrument(number)}
    return taken[FEE], taken[WHOLE]


def the_window_ends_by_time_alone(directive: Consultation) -> None:
    """A working draft is written meanwhile."""
    services, reviewer = directive.services, directive.office.reviewer
    services.drafting.add_revision(
        directive.office.clerk, directive.id, written(AMENDED), summary="پس از نقد"
    )
    with pytest.raises(RuleError):
        services.life.start_revising(reviewer, directive.id, directive.version)
    directive.after_the_end()
    services.life.start_revising(reviewer, directive.id, directive.version)


def everything_is_decided(directive: Consultation, fee: CommentRow, whole: CommentRow) -> None:
    """Triage: an issue, a reviewer, a question to a colleague; then decisions, the group once for all."""
    office, services, number = directive.office, directive.services, directive.id
    reviewer = office.reviewer
    everything = [one.id for one in services.comments.of_instrument(number)]
    services.triage.run(reviewer, number, [fee.id], PutIssue("تعرفه"))
    services.triage.run(reviewer, number, everything, Assign(reviewer.person_id))
    (group,) = services.campaigns.all(number)
    asked = services.staff_threads.open(
        reviewer, ThreadSubject(campaign_id=group.id), ThreadKind.QUESTION, "محرمانه: چه کسی نوشت؟"
    )
    services.staff_threads.reply(office.clerk, asked.id, "انجمن.")
    with pytest.raises(RuleError):
        services.summing_up.freeze(reviewer, number)
    services.campaigns.decide(
        reviewer, group.id, group.version, Disposition.ACCEPTED, "وارد است.", Carrier(2, "ماده ۲")
    )
    accept = Decide(Disposition.PARTLY_ACCEPTED, "آغاز هر سال.", Carrier(2, "ماده ۳"))
    assert services.triage.run(reviewer, number, [fee.id], accept).done == [fee.id]
    now = services.comments.one(whole.id)
    services.comments.decide(reviewer, whole.id, now.version, Disposition.OUT_OF_SCOPE, "پیشنهادی ندارد.")


def the_matrix_tells_each_change(directive: Consultation) -> None:
    """Each answer with the change that carries it; nothing changed that nobody asked for."""
    services, reviewer = directive.services, directive.office.reviewer
    matrix = services.consultation_reports.of(reviewer, directive.id).matrix
    changed = {
        answer.carried_provision: (answer.change.old, answer.change.new)
        for answer in matrix.answers
        if answer.change is not None
    }
    assert sorted(changed) == ["ماده ۲", "ماده ۳"]
    old, new = changed["ماده ۲"]
    assert ("یک سال" in old, "دو سال" in new) == (True, True)
    assert matrix.accepted_without_change == ()
    assert since_publication(services.drafting, services.comments, reviewer, directive.id).unasked == ()
    assert dict(matrix.dispositions) == {"accepted": 3, "out_of_scope": 1, "partly_accepted": 1}


def it_goes_out_with_a_frozen_report(directive: Consultation) -> None:
    """Frozen, ready, promulgated; the frozen report stays what it is, and names nobody."""
    office, services, number = directive.office, directive.services, directive.id
    frozen = services.summing_up.freeze(office.reviewer, number)
    services.life.make_ready(office.reviewer, number, directive.version)
    directive.pass_days(1)
    done = services.life.finish(
        office.manager, number, directive.version, letter_number="۱۲/۱۴۰۵", letter_date=directive.today
    )
    assert done.row.status is InstrumentStatus.PROMULGATED
    again = services.summing_up.one(number, frozen.number)
    assert (again.sha256, again.content) == (frozen.sha256, frozen.content)
    for never in ("انجمن ناشران", "فرستنده", "09121234567", "محرمانه"):
        assert never not in str(again.content)
    paper = services.consultation_reports.of(office.reviewer, number)
    assert all(summing_up_file(paper, form) for form in FORMS)
    states = [event.after["status"] for event in done.history if event.action == "moved"]
    assert states == ["legal_review", "open", "revising", "ready", "promulgated"]


def test_a_licensing_directive_goes_from_its_first_text_to_its_promulgation(
    office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    directive = Consultation(office, clock)
    put_before_the_public(directive)
    fee, whole = comments_come_in(directive, tmp_path)
    the_window_ends_by_time_alone(directive)
    everything_is_decided(directive, fee, whole)
    the_matrix_tells_each_change(directive)
    it_goes_out_with_a_frozen_report(directive)
    # What is finished takes no other decision.
    with pytest.raises(RuleError):
        office.services.triage.run(
            office.reviewer, directive.id, [fee.id], Decide(Disposition.REJECTED, "نه")
        )
