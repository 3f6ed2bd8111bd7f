"""Petitions that say the same: pointed out, linked, set apart, merged, and parted again days later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select

from desktop_app.clock import FixedClock
from desktop_app.errors import NotFoundError, RuleError
from desktop_app.likeness.shingles import sketch
from desktop_app.office.settings import AnswerDeadline
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.duplicates.minhash import sharing
from desktop_app.petitions.duplicates.near_equals import NearEqual
from desktop_app.petitions.duplicates.pairs import PairKind
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.petitions.lists.indexing import reindex
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome, Status
from desktop_app.services import Services
from tests.department import TestOffice

TEXT = (
    "کتاب من از ۲۰ مرداد در سامانه است. بررس اول تأیید کرده ولی بررس دوم هنوز پاسخ نداده است"
    " و می‌گوید دو بار زنگ زده‌ام."
)
OTHER = "تابلوی سینمای محله شب‌ها خاموش است و مردم راه ورودی سالن را پیدا نمی‌کنند؛ لطفاً چراغ آن را درست کنید."

FAR = (
    "ناشر می‌گوید برگهٔ بررسی گم شده و باید همه چیز از نو بارگذاری شود، در حالی که رسید آن را دارم.",
    "گروه ما از شیراز می‌آید، بلیت‌ها فروخته شده و تا آخر هفته باید دکور را بار کامیون کنیم و راه بیفتیم.",
)


def sent(office: TestOffice, text: str, mobile: str, unit: int | None = None) -> PetitionDetail:
    """A petition of whoever has this number."""
    made = office.services.register.register(
        office.clerk,
        NewPetition(
            Kind.REQUEST, Channel.PHONE, text, contact=Contact(name="زهرا", mobile=mobile), unit_id=unit
        ),
    )
    return office.services.desk.peek(office.manager, made.id)


def test_what_is_typed_finds_what_was_sent_before_in_another_spelling(office: TestOffice) -> None:
    first = sent(office, TEXT, "09120000001")
    sent(office, OTHER, "09120000002")
    typed = TEXT.replace("ی", "ي").replace("\u200c", " ")[:70]
    found = office.services.duplicates.typed(office.clerk, typed, first.petitioner_id)
    assert [(one.id, one.same_sender, one.near_equal) for one in found.rows] == [(first.id, True, True)]
    shown = found.rows[0]
    assert shown.excerpt[slice(*shown.spans[0])].startswith("کتاب من از ۲۰ مرداد")
    assert office.services.duplicates.typed(office.clerk, "کتاب من").rows == ()


def test_a_campaign_is_told_with_its_number_of_persons(office: TestOffice) -> None:
    made = [
        sent(office, f"{greeting} {TEXT}", f"0912000000{number}")
        for number, greeting in ((1, "سلام."), (2, "با احترام،"), (2, "باز هم می‌گویم:"), (3, ""))
    ]
    likes = office.services.duplicates.of(office.clerk, made[1].id)
    assert (likes.near_equal, likes.persons, likes.of_sender, likes.more) == (4, 3, 1, False)
    assert {row.id for row in likes.rows} == {made[0].id, made[2].id, made[3].id}
    alone = sent(office, OTHER, "09120000001")
    assert office.services.duplicates.of(office.clerk, alone.id).near_equal == 0


def test_another_unit_s_petition_is_not_pointed_out(sqlite_office: TestOffice) -> None:
    # Row security speaks for PostgreSQL: see the security suite.
    office = sqlite_office
    sent(office, TEXT, "09120000001", office.books.id)
    mine = office.services.register.register(
        office.music_clerk, NewPetition(Kind.REQUEST, Channel.PHONE, TEXT, unit_id=office.music.id)
    )
    duplicates = office.services.duplicates
    assert duplicates.of(office.music_clerk, mine.id).rows == ()
    assert duplicates.typed(office.music_clerk, TEXT).near_equal == 1
    assert duplicates.of(office.manager, mine.id).near_equal == 2


def test_two_are_linked_or_set_apart_and_both_histories_say_so(office: TestOffice) -> None:
    one, other = sent(office, TEXT, "09120000001"), sent(office, TEXT, "09120000002")
    apart = sent(office, OTHER, "09120000003")
    duplicates = office.services.duplicates
    duplicates.link(office.clerk, one.id, apart.id)
    duplicates.set_apart(office.clerk, other.id, one.id)
    likes = duplicates.of(office.clerk, one.id)
    assert [(row.id, row.pair) for row in likes.rows] == [(apart.id, PairKind.LINKED)]
    duplicates.take_back(office.clerk, one.id, other.id)
    duplicates.take_back(office.clerk, one.id, apart.id)
    assert [row.id for row in duplicates.of(office.clerk, one.id).rows] == [other.id]
    told = [
        (event.action, event.after.get("tracking_code"))
        for event in office.services.desk.peek(office.clerk, one.id).history[1:]
    ]
    assert told == [
        ("linked", apart.tracking_code),
        ("set_apart", other.tracking_code),
        ("set_apart_removed", other.tracking_code),
        ("link_removed", apart.tracking_code),
    ]
    with pytest.raises(RuleError):
        duplicates.link(office.clerk, one.id, one.id)


def merged_one(
    office: TestOffice, clock: FixedClock
) -> tuple[PetitionDetail, PetitionDetail, PetitionDetail]:
    """The one that stays; the other one as it was, out for action and waiting; and as it is once it was merged."""
    desk = office.services.desk
    stays = sent(office, TEXT, "09120000001", office.books.id)
    taken = office.taken(text=TEXT)
    desk.note(office.clerk, taken.id, "پیش از ادغام")
    taken = desk.peek(office.clerk, taken.id)
    taken = office.informed(taken)
    waiting = desk.wait(office.clerk, taken.id, taken.version, "مدرک ناقص است")
    clock.advance(timedelta(days=2))
    merged = desk.resolve(
        office.other_clerk,
        waiting.id,
        waiting.version,
        Outcome.DUPLICATE,
        "همان است",
        duplicate_of=stays.tracking_code,
    )
    return stays, waiting, merged


def test_a_merge_is_undone_days_later_with_everything_back_in_its_place(
    office: TestOffice, clock: FixedClock
) -> None:
    desk = office.services.desk
    stays, before, merged = merged_one(office, clock)
    assert (merged.status, merged.outcome, merged.duplicate_of) == (
        Status.RESOLVED,
        "duplicate",
        stays.tracking_code,
    )
    likes = office.services.duplicates.of(office.clerk, stays.id)
    assert [one.tracking_code for one in likes.merged] == [merged.tracking_code]
    into = office.services.duplicates.of(office.clerk, merged.id).into
    assert into is not None
    assert into.id == stays.id
    clock.advance(timedelta(days=9))
    merged = desk.note(office.clerk, merged.id, "پس از ادغام")
    # Not whoever merged it, and not as the last thing that happened.
    back = desk.unmerge(office.clerk, merged.id, merged.version, "دو کتاب جدا هستند")
    for name in (
        "status",
        "unit_id",
        "assignee_id",
        "due_on",
        "paused_on",
        "outcome",
        "duplicate_of",
        "referrals",
    ):
        assert getattr(back, name) == getattr(before, name), name
    assert [event.text for event in back.history if event.action == "note"] == ["پیش از ادغام", "پس از ادغام"]
    assert Move.RESUME in back.allowed
    resumed = desk.resume(office.clerk, back.id, back.version, "مدرک رسید")
    assert resumed.status is Status.IN_PROGRESS
    told = [
        (event.action, event.after.get("tracking_code"))
        for event in desk.peek(office.clerk, stays.id).history
    ]
    assert told[-2:] == [("absorbed", merged.tracking_code), ("released", merged.tracking_code)]
    with pytest.raises(RuleError):
        desk.unmerge(office.clerk, resumed.id, resumed.version, "باز هم")


def test_what_the_merge_answered_and_counted_is_open_again(office: TestOffice, clock: FixedClock) -> None:
    desk = office.services.desk
    rule = AnswerDeadline(None, None, 10, False)
    office.services.office.set_deadlines(office.administrator, (rule,))
    stays = sent(office, TEXT, "09120000001", office.books.id)
    sent_on = office.petition(text=f"{TEXT} باز", unit=office.books)
    waits = office.taken(text=f"{TEXT} باز هم")
    waits = desk.wait(office.clerk, waits.id, waits.version, "مدرک ناقص است")
    clock.advance(timedelta(days=2))
    for before in (sent_on, waits):
        code = stays.tracking_code
        merged = desk.resolve(
            office.clerk, before.id, before.version, Outcome.DUPLICATE, "همان", duplicate_of=code
        )
        clock.advance(timedelta(days=1))
        back = desk.unmerge(office.clerk, merged.id, merged.version, "جدا هستند")
        assert (back.due_on, back.paused_on) == (before.due_on, before.paused_on)
        # Whoever merged it has seen it, and that stays.
        seen = [replace(sending, seen_at=None) for sending in back.referrals]
        assert seen == [replace(sending, seen_at=None) for sending in before.referrals]
    # The clock has stood still all the while, the five days since the waiting began.
    clock.advance(timedelta(days=1))
    resumed = desk.resume(office.clerk, back.id, back.version, "مدرک رسید")
    # Ten days would end on Friday 4 December, and so on Saturday; fifteen end on a Wednesday.
    assert (before.due_on, resumed.due_on) == (date(2026, 12, 5), date(2026, 12, 9))


def test_both_codes_open_theirs_all_the_while(office: TestOffice, clock: FixedClock) -> None:
    stays, _, merged = merged_one(office, clock)
    for petition in (stays, merged):
        wanted = ListFilter(scope=Scope.ANY, query=petition.tracking_code)
        _, rows = office.services.inbox.find(office.clerk, wanted, 5)
        assert [row.id for row in rows] == [petition.id]


def test_undo_and_reopening_tell_the_other_one_too(office: TestOffice) -> None:
    desk = office.services.desk
    stays = sent(office, TEXT, "09120000001")
    for way in ("undo", "reopen"):
        taken = office.taken(text=f"{TEXT} {way}")
        merged = desk.resolve(
            office.clerk, taken.id, taken.version, Outcome.DUPLICATE, "همان", duplicate_of=stays.tracking_code
        )
        if way == "undo":
            desk.undo(office.clerk, merged.id, merged.version)
        else:
            desk.reopen(office.clerk, merged.id, merged.version, "اشتباه بود")
    told = [event.action for event in desk.peek(office.clerk, stays.id).history]
    assert told == ["registered", "absorbed", "released", "absorbed", "released"]


def test_a_duplicate_of_a_duplicate_goes_where_that_one_went(office: TestOffice) -> None:
    desk = office.services.desk
    root, middle, last = (office.taken(text=f"{TEXT} {number}") for number in range(3))

    def merge(one: PetitionDetail, into: PetitionDetail) -> PetitionDetail:
        return desk.resolve(
            office.clerk, one.id, one.version, Outcome.DUPLICATE, "همان", duplicate_of=into.tracking_code
        )

    merge(middle, root)
    assert merge(last, middle).duplicate_of == root.tracking_code
    with pytest.raises(RuleError):
        merge(root, middle)


def test_what_is_out_of_reach_is_nothing_to_merge_into(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    hidden = sent(office, TEXT, "09120000001", office.books.id)
    made = office.services.register.register(
        office.music_clerk, NewPetition(Kind.REQUEST, Channel.PHONE, TEXT)
    )
    with pytest.raises(NotFoundError):
        office.services.desk.resolve(
            office.music_clerk, made.id, 1, Outcome.DUPLICATE, "همان", duplicate_of=hidden.tracking_code
        )


def test_what_is_found_can_be_made_again_out_of_the_texts(office: TestOffice) -> None:
    first = sent(office, TEXT, "09120000001")
    services: Services = office.services
    with services.database.writing() as session:
        assert reindex(session) == 1
    assert [row.id for row in services.duplicates.typed(office.clerk, TEXT).rows] == [first.id]


def test_the_most_alike_come_first_and_stay_when_only_some_are_compared(office: TestOffice) -> None:
    whole, half = sent(office, TEXT, "09120000001"), sent(office, f"{OTHER} {TEXT}", "09120000002")
    with office.services.database.reading() as session:
        for most in (1, 2):
            assert sharing(session, office.clerk, sketch(TEXT), most) == [whole.id, half.id][:most]


def test_a_list_tells_how_many_resemble_each_row(office: TestOffice) -> None:
    inbox, clerk, duplicates = office.services.inbox, office.clerk, office.services.duplicates
    made = [
        sent(office, f"{greeting} {TEXT}", f"0912000000{number}")
        for number, greeting in ((1, "سلام."), (2, "با احترام،"), (3, "درود؛"))
    ]
    first, second, third = (one.id for one in made)
    alone = sent(office, OTHER, "09120000001")
    alike = ListFilter(alike=True)

    def counted() -> dict[int, int]:
        found = inbox.alike(clerk, [first, second, third, alone.id])
        # The line of the petition counts as its row does.
        of_each = {number: duplicates.of(clerk, number).near_equal - 1 for number in found}
        assert of_each == found
        return found

    def told() -> dict[int, int]:
        found = counted()
        assert {row.id for row in inbox.first(clerk, alike)} == found.keys()
        assert inbox.count(clerk, alike) == len(found) == inbox.counts_of(clerk, [alike])[0]
        return found

    assert told() == {first: 2, second: 2, third: 2}
    duplicates.set_apart(clerk, third, first)
    assert told() == {first: 1, second: 2, third: 1}
    duplicates.set_apart(clerk, third, second)
    assert told() == {first: 1, second: 1}
    duplicates.take_back(clerk, first, third)
    assert told() == {first: 2, second: 1, third: 1}
    merged = office.services.desk.resolve(
        clerk, second, made[1].version, Outcome.DUPLICATE, "همان", duplicate_of=made[0].tracking_code
    )
    assert counted() == {first: 1, third: 1}
    with office.services.database.writing() as session:
        reindex(session)
    assert counted() == {first: 1, third: 1}
    office.services.desk.unmerge(office.manager, second, merged.version, "جدا هستند")
    assert told() == {first: 2, second: 1, third: 1}


def test_the_same_sender_is_pointed_out_from_less_on(office: TestOffice) -> None:
    shared = (
        "بررس دوم هنوز پاسخ نداده است و تلفن اداره هم جواب نمی‌دهد؛ از هفتهٔ پیش هر روز صبح زنگ می‌زنم"
        " و کسی برنمی‌دارد؛"
    )
    first = sent(
        office, f"{shared} پروندهٔ شمارهٔ دوازده دربارهٔ مجوز چاپ رمان تازه است. {OTHER}", "09120000001"
    )
    again = sent(office, f"{shared} این بار برای کتاب شعر کودکان می‌نویسم. {FAR[0]}", "09120000001")
    other = sent(office, f"{shared} قرارداد سالن نمایش ما را امضا کنید. {FAR[1]}", "09120000002")
    assert office.services.inbox.alike(office.clerk, [first.id, again.id, other.id]) == {
        first.id: 1,
        again.id: 1,
    }


def test_pairs_are_the_same_when_they_are_made_again(office: TestOffice) -> None:
    made = [sent(office, f"{TEXT} {word}.", f"0912000000{n}").id for n, word in enumerate(("یک", "دو", "سه"))]
    before = office.services.inbox.alike(office.clerk, made)
    with office.services.database.writing() as session:
        reindex(session)
    assert office.services.inbox.alike(office.clerk, made) == before == dict.fromkeys(made, 2)


def test_pairs_made_all_at_once_are_those_that_came_one_by_one(office: TestOffice) -> None:
    random, said = Random(5), [*FAR, OTHER, *TEXT.split("؛"), TEXT]
    for number in range(36):
        text = " ".join(random.sample(said, random.randrange(1, len(said))))
        sent(office, f"{text} {number}", f"0912000000{random.randrange(4)}")

    def pairs() -> list[tuple[int, int, bool]]:
        with office.services.database.reading() as session:
            found = session.execute(select(NearEqual.petition_id, NearEqual.other_id, NearEqual.settled))
            return sorted((row[0], row[1], row[2]) for row in found)

    before = pairs()
    with office.services.database.writing() as session:
        reindex(session)
    assert pairs() == before
    assert len(before) > 36


def test_what_is_out_of_reach_is_not_counted_in_a_list(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    theirs = sent(office, TEXT, "09120000001", office.books.id)
    mine = office.services.register.register(
        office.music_clerk, NewPetition(Kind.REQUEST, Channel.PHONE, TEXT, unit_id=office.music.id)
    )
    inbox = office.services.inbox
    assert inbox.alike(office.music_clerk, [mine.id, theirs.id]) == {}
    assert inbox.count(office.music_clerk, ListFilter(alike=True)) == 0
    assert inbox.count(office.manager, ListFilter(alike=True, scope=Scope.ANY)) == 2
