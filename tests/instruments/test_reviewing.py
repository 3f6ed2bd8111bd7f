"""Marks and pins: each person's own, kept for the pair of revisions, by what stands there and not by a number."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import ProvisionStatus
from desktop_app.documents.document import Document
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.drafting.review_marks import ChangeKey, MarkState, PinChange
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.staff.roles import Actor, Membership, Role
from tests.conftest import NOON
from tests.department import TestOffice

OLD = (
    "ماده ۱ـ متقاضی درخواست خود را به اداره تحویل می‌دهد.\n"
    "ماده ۲ـ مهلت پاسخ سی روز است.\n"
    "ماده ۳ـ نگارخانه متخلف اخطار کتبی می‌گیرد.\n"
)
NEW = OLD.replace("سی", "شصت").replace(
    "نگارخانه متخلف اخطار کتبی می‌گیرد.", "اعتراض در کارگروه استانی بررسی می‌شود."
)
FIRST = ChangeKey((53, 83), (53, 85))
LATER = ChangeKey(None, (86, 120))


@pytest.fixture
def instrument(office: TestOffice) -> int:
    """An instrument with two revisions."""
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها")
    for text in (OLD, NEW):
        drafting.add_revision(office.reviewer, made.row.id, Document("draft.txt", text, (), "txt", ""))
    return made.row.id


def test_marks_are_kept_with_who_and_when_and_the_later_one_stands(
    office: TestOffice, instrument: int
) -> None:
    reviewing, actor = office.services.reviewing, office.reviewer
    reviewing.mark(actor, instrument, 1, 2, {FIRST: MarkState.SEEN, LATER: MarkState.SEEN})
    reviewing.mark(actor, instrument, 1, 2, {FIRST: MarkState.ACCEPTED})
    marks = {mark.key: mark for mark in reviewing.marks(instrument, 1, 2)}
    assert {key: mark.state for key, mark in marks.items()} == {
        FIRST: MarkState.ACCEPTED,
        LATER: MarkState.SEEN,
    }
    assert (marks[FIRST].person_id, marks[FIRST].person_name) == (actor.person_id, "نگار صادقی")
    assert marks[FIRST].at == NOON


def test_each_person_has_marks_of_their_own(office: TestOffice, instrument: int) -> None:
    reviewing = office.services.reviewing
    reviewing.mark(office.reviewer, instrument, 1, 2, {FIRST: MarkState.ACCEPTED})
    reviewing.mark(office.manager, instrument, 1, 2, {FIRST: MarkState.DISCUSS})
    reviewing.mark(office.manager, instrument, 1, 2, {FIRST: None})
    assert [(mark.person_name, mark.state) for mark in reviewing.marks(instrument, 1, 2)] == [
        ("نگار صادقی", MarkState.ACCEPTED)
    ]


def test_marks_belong_to_their_pair(office: TestOffice, instrument: int) -> None:
    document = Document("draft.txt", NEW.replace("شصت", "نود"), (), "txt", "")
    office.services.drafting.add_revision(office.reviewer, instrument, document)
    office.services.reviewing.mark(office.reviewer, instrument, 1, 2, {FIRST: MarkState.SEEN})
    assert office.services.reviewing.marks(instrument, 1, 3) == ()
    with pytest.raises(NotFoundError):
        office.services.reviewing.marks(instrument, 1, 9)


def test_the_same_mark_from_two_windows_at_once_is_one_mark(office: TestOffice, instrument: int) -> None:
    reviewing = office.services.reviewing

    def write(number: int) -> None:
        state = MarkState.ACCEPTED if number % 2 else MarkState.DISCUSS
        reviewing.mark(office.reviewer, instrument, 1, 2, {FIRST: state})

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, range(12)))
    assert len(reviewing.marks(instrument, 1, 2)) == 1


def test_who_has_no_part_in_drafts_marks_and_pins_nothing(office: TestOffice, instrument: int) -> None:
    reviewing = office.services.reviewing
    onlooker = Actor(None, "ناظر", frozenset({Membership(Role.ADMINISTRATOR, None)}))
    with pytest.raises(NotPermittedError):
        reviewing.mark(onlooker, instrument, 1, 2, {FIRST: MarkState.SEEN})
    with pytest.raises(NotPermittedError):
        reviewing.pin(onlooker, instrument, 1, 2, 0, 0, same=True)
    with pytest.raises(RuleError):
        reviewing.mark(office.pc, instrument, 1, 2, {FIRST: MarkState.SEEN})
    assert reviewing.marks(instrument, 1, 2) == ()


def test_a_key_names_the_change_by_what_stands_there(office: TestOffice, instrument: int) -> None:
    comparison = office.services.drafting.compare(instrument, 1, 2)
    [deleted] = [entry for entry in comparison.entries if entry.status is ProvisionStatus.DELETED]
    assert deleted.old is not None
    assert ChangeKey.of(deleted) == ChangeKey((deleted.old.start, deleted.old.end), None)


def test_two_provisions_are_made_one_for_everybody_and_parted_again(
    office: TestOffice, instrument: int
) -> None:
    reviewing, drafting = office.services.reviewing, office.services.drafting
    before = drafting.compare(instrument, 1, 2)
    assert (before.counts["deleted"], before.counts["inserted"]) == (1, 1)
    inside_old, inside_new = OLD.index("متخلف"), NEW.index("کارگروه")
    change = reviewing.pin(office.reviewer, instrument, 1, 2, inside_old, inside_new, same=True)
    assert change.added.pin == Pin(OLD.index("ماده ۳"), NEW.index("ماده ۳"), same=True)
    after = drafting.compare(instrument, 1, 2)
    assert (after.counts["deleted"], after.counts["inserted"]) == (0, 0)
    assert [row.person_name for row in reviewing.pins(instrument, 1, 2)] == ["نگار صادقی"]
    reviewing.unpin(office.manager, change.added.id)
    assert drafting.compare(instrument, 1, 2).counts == before.counts
    events = drafting.detail(office.reviewer, instrument).history[-2:]
    assert [(event.action, event.actor_name) for event in events] == [
        ("pinned", "نگار صادقی"),
        ("unpinned", "کامران یزدی"),
    ]
    assert events[0].after["same"] is True


def test_two_provisions_that_were_taken_for_one_are_parted(office: TestOffice, instrument: int) -> None:
    drafting = office.services.drafting
    at = OLD.index("سی روز")
    office.services.reviewing.pin(office.reviewer, instrument, 1, 2, at, NEW.index("شصت"), same=False)
    counts = drafting.compare(instrument, 1, 2).counts
    assert (counts["edited"], counts["deleted"], counts["inserted"]) == (0, 2, 2)


def test_a_later_pin_puts_those_aside_that_say_otherwise_and_its_undo_brings_them_back(
    office: TestOffice, instrument: int
) -> None:
    reviewing, actor = office.services.reviewing, office.reviewer
    three_old, three_new, two_new = OLD.index("ماده ۳"), NEW.index("ماده ۳"), NEW.index("ماده ۲")
    first = reviewing.pin(office.manager, instrument, 1, 2, three_old, three_new, same=True)
    second = reviewing.pin(actor, instrument, 1, 2, three_old, two_new, same=True)
    assert second.replaced == (first.added,)
    assert [row.pin for row in reviewing.pins(instrument, 1, 2)] == [second.added.pin]
    reviewing.unpin(actor, second.added.id, second.replaced)
    [back] = reviewing.pins(instrument, 1, 2)
    assert (back.pin, back.person_name) == (first.added.pin, "کامران یزدی")


def test_the_same_two_pinned_the_other_way_round_are_one_pin(office: TestOffice, instrument: int) -> None:
    reviewing = office.services.reviewing
    places = OLD.index("ماده ۳"), NEW.index("ماده ۳")
    first = reviewing.pin(office.manager, instrument, 1, 2, *places, same=True)
    second = reviewing.pin(office.reviewer, instrument, 1, 2, *places, same=False)
    assert second.replaced == (first.added,)
    assert [row.pin.same for row in reviewing.pins(instrument, 1, 2)] == [False]


def test_a_pin_that_is_gone_or_names_no_provision_is_said(office: TestOffice, instrument: int) -> None:
    with pytest.raises(NotFoundError):
        office.services.reviewing.unpin(office.reviewer, 41)
    with pytest.raises(InvalidValueError):
        office.services.reviewing.pin(office.reviewer, instrument, 1, 2, len(OLD) + 5, 0, same=True)


def test_an_undo_brings_back_no_pin_that_contradicts_what_was_pinned_meanwhile(
    office: TestOffice, instrument: int
) -> None:
    reviewing, actor = office.services.reviewing, office.reviewer
    three_old, three_new, two_new = OLD.index("ماده ۳"), NEW.index("ماده ۳"), NEW.index("ماده ۲")
    reviewing.pin(office.manager, instrument, 1, 2, three_old, three_new, same=True)
    second = reviewing.pin(actor, instrument, 1, 2, three_old, two_new, same=True)
    standing = reviewing.pin(office.manager, instrument, 1, 2, three_old, three_new, same=False)
    reviewing.unpin(actor, second.added.id, second.replaced)
    assert reviewing.pins(instrument, 1, 2) == (standing.added,)


def test_two_who_pin_the_same_two_provisions_at_once_leave_one_pin(
    office: TestOffice, instrument: int
) -> None:
    reviewing = office.services.reviewing
    places = OLD.index("ماده ۳"), NEW.index("ماده ۳")
    ready = threading.Barrier(4)

    def pin(number: int) -> PinChange:
        ready.wait()
        actor = (office.manager, office.reviewer)[number % 2]
        return reviewing.pin(actor, instrument, 1, 2, *places, same=number < 2)

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(pin, range(4)))
    [left] = reviewing.pins(instrument, 1, 2)
    assert left in [change.added for change in made]
    assert sum(len(change.replaced) for change in made) == 3
