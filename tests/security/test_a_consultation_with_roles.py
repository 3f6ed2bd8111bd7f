"""A consultation from its first text to its promulgation, each person over a connection of their own role."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.documents.document import Document
from desktop_app.errors import NotPermittedError
from desktop_app.instruments.comments.decisions import Carrier
from desktop_app.instruments.comments.register import WrittenDown
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.consultation.gate import Publishing
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus, Track
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tests.guarded import Department
from tests.instruments.consulting import FIRST_TEXT, NEXT_TEXT
from tests.security.refusing import refused


def _names_and_letters(clerk: tuple[Services, Actor], reviewer: tuple[Services, Actor], made: int) -> None:
    """The form with names is a reviewer's; so is a letter's number that is put right, also of what comes late."""
    (office, rezaei), (services, sadeghi) = clerk, reviewer
    named = services.consultation_reports.of(sadeghi, made, internal=True).named
    assert named is not None
    assert [len(one.members) for one in named.answers] == [1, 1]
    with pytest.raises(NotPermittedError):
        office.consultation_reports.of(rezaei, made, internal=True)
    assert office.drafting.detail(rezaei, made).history[-1].action == "senders_read"
    written = WrittenDown("موافقم", "letter", letter_number="۱۲۳/۴۵")
    letter = office.comment_register.write_down(rezaei, made, written)
    late = services.comments.one(letter)
    assert services.comment_register.correct_letter(sadeghi, letter, late.version, "۱۲۳/۵۴")
    late = services.comments.one(letter)
    assert late.letter_number == "۱۲۳/۵۴"
    services.comments.decide(sadeghi, letter, late.version, Disposition.REJECTED, "دیر رسید.")
    services.summing_up.freeze(sadeghi, made)


def test_each_takes_their_step_over_their_own_role(department: Department) -> None:
    """The whole way. The schema's owner puts the window into the past: nobody else could."""
    clerk, rezaei = department.signed_in("rezaei")
    reviewer, sadeghi = department.signed_in("sadeghi")
    manager, yazdi = department.signed_in("yazdi")
    administrator, admin = department.signed_in("admin")
    made = clerk.drafting.register(rezaei, InstrumentKind.LICENSING_DIRECTIVE, "دستورالعمل صدور مجوز").row.id

    def version() -> int:
        return clerk.drafting.detail(rezaei, made).row.version

    def write(words: str) -> None:
        clerk.drafting.add_revision(rezaei, made, Document("draft.txt", words, (), "txt", ""))

    write(FIRST_TEXT)
    clerk.drafting.move(rezaei, made, version(), InstrumentStatus.LEGAL_REVIEW)
    reviewer.life.ask_to_open(sadeghi, made, version(), revision=1, place=Publishing.SINGLE_WINDOW)
    manager.life.decline(yazdi, made, version(), "پیوست ندارد")
    reviewer.life.ask_to_open(sadeghi, made, version(), revision=1, place=Publishing.SINGLE_WINDOW)
    manager.life.open(yazdi, made, version())
    assert clerk.comments.take_in(rezaei, made, [NewComment(text="کمتر کنید", provision="ماده ۱")]) == 1
    clerk.comment_register.write_down(rezaei, made, WrittenDown("زیاد است", "phone", provision="ماده ۱"))
    end = clerk.drafting.detail(rezaei, made).row.closes_on
    assert end is not None
    manager.life.extend(yazdi, made, version(), end + timedelta(days=3), "درخواست انجمن")
    longer = clerk.drafting.detail(rezaei, made).row.closes_on
    assert longer is not None
    administrator.closures.add(admin, Closure(longer, "تعطیلی"))
    moved = clerk.drafting.detail(rezaei, made)
    assert moved.row.closes_on is not None
    assert moved.row.closes_on > longer
    assert moved.history[-1].actor_name == admin.name
    for statement in (
        "ALTER TABLE instrument DISABLE TRIGGER a_statute",
        # On an open day: a closed last day would ask a manager.
        "UPDATE instrument SET opened_on = opened_on - 60, closes_on = (SELECT max(d)::date FROM"
        " generate_series(closes_on - 90, closes_on - 60, interval '1 day') AS d WHERE NOT app.is_closed(d::date))",
        "ALTER TABLE instrument ENABLE TRIGGER a_statute",
    ):
        with department.owner.database.engine.begin() as connection:
            connection.exec_driver_sql(statement)
    reviewer.life.start_revising(sadeghi, made, version())
    write(NEXT_TEXT)
    came = reviewer.comments.of_instrument(made)
    assert [one.channel for one in came] == ["portal", "phone"]
    for comment in came:
        reviewer.comments.decide(
            sadeghi, comment.id, comment.version, Disposition.ACCEPTED, "وارد است.", Carrier(2, "ماده ۱")
        )
    frozen = reviewer.summing_up.freeze(sadeghi, made)
    assert frozen.made_by == sadeghi.name
    _names_and_letters((clerk, rezaei), (reviewer, sadeghi), made)
    reviewer.life.make_ready(sadeghi, made, version())
    today = clerk.drafting.today()
    # Nobody but a manager of its unit sends it out: not by the program, not by SQL over their own role.
    out = (
        "UPDATE instrument SET version = version + 1, changed_at = now(), status = 'promulgated',"
        " letter_number = '1',"
        f" letter_date = app.today(), finished_on = app.today(), finished_by_id = app.me() WHERE id = {made}"
    )
    for name in ("rezaei", "sadeghi", "sharifi", "admin"):
        with department.sql(name) as theirs:
            refused(theirs, out)
    with pytest.raises(NotPermittedError):
        clerk.life.finish(rezaei, made, version(), letter_number=None, letter_date=today)
    done = manager.life.finish(yazdi, made, version(), letter_number=None, letter_date=today)
    assert done.row.status is InstrumentStatus.PROMULGATED
    # A manager's own role takes the office's next letter number.
    # The two summings-up have one each.
    assert done.letter_number.endswith("/3")
    administrator.floors.raise_to(admin, Track.A, 20, "نظر حقوقی", today)
    in_force = {one.track: (one.floor.days, one.raised is not None) for one in clerk.floors.in_force()}
    assert in_force == {Track.A: (20, True), Track.B: (30, False)}
