from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.petitions.outcomes import OutcomeChoice, standard_outcomes
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Outcome
from desktop_app.wording import use_language
from desktop_app.wording.history import field_words
from desktop_app.wording.labels import label, rename
from tests.department import TestOffice


@pytest.fixture(autouse=True)
def _own_names() -> Iterator[None]:
    """The next test's office has not renamed anything."""
    yield
    rename("outcome", "fa", {})
    rename("outcome", "en", {})


def choice(office: TestOffice, code: Outcome) -> OutcomeChoice:
    return next(row for row in office.services.outcomes.all() if row.code is code)


def test_an_outcome_is_renamed_moved_and_hidden_and_the_history_says_so(office: TestOffice) -> None:
    outcomes = office.services.outcomes
    assert outcomes.all() == standard_outcomes()
    seen = choice(office, Outcome.PASSED_ON)
    rows = outcomes.change(
        office.administrator,
        seen,
        replace(seen, place=0, persian=" ارسال به  دستگاه دیگر ", english="Sent on", offered=False),
    )
    assert [row.code for row in rows[:2]] == [Outcome.PASSED_ON, Outcome.ANSWERED]
    assert [row.place for row in rows] == list(range(len(Outcome)))
    assert rows == outcomes.all()
    assert label("outcome", "passed_on") == "ارسال به دستگاه دیگر"
    use_language("en")
    assert (label("outcome", "passed_on"), label("outcome", "refused")) == ("Sent on", "Refused")
    use_language("fa")
    with office.services.database.reading() as session:
        [event] = [one for one in history(session, "office", 1) if one.action == "outcome_changed"]
    assert (event.actor_name, event.before["place"], event.after["place"]) == ("مدیر سامانه", 8, 1)
    told = {
        field.name: (field.before, field.after) for field in field_words("office", event.before, event.after)
    }
    assert told["پیشنهاد می‌شود"] == ("بله", "خیر")
    with pytest.raises(ConflictError):
        outcomes.change(office.administrator, seen, replace(seen, persian="نام دیگر"))


def test_a_hidden_outcome_ends_nothing_more_and_keeps_its_name_where_it_ended_something(
    office: TestOffice,
) -> None:
    desk, admin = office.services.desk, office.administrator
    first, second = office.taken(), office.taken(text="متن دوم")
    done = desk.resolve(office.clerk, first.id, first.version, Outcome.GRANTED, "پاسخ")
    seen = choice(office, Outcome.GRANTED)
    office.services.outcomes.change(admin, seen, replace(seen, offered=False, persian="موافقت شد"))
    with pytest.raises(RuleError) as refused:
        desk.resolve(office.clerk, second.id, second.version, Outcome.GRANTED, "پاسخ")
    assert refused.value.parameters["rule"] == "outcome_not_offered"
    assert desk.peek(office.clerk, done.id).outcome == "granted"
    assert label("outcome", "granted") == "موافقت شد"


def test_a_reason_is_demanded_where_the_office_wants_it_and_always_where_the_rules_do(
    office: TestOffice,
) -> None:
    desk, outcomes, admin = office.services.desk, office.services.outcomes, office.administrator
    for code in (*CLOSING_WITHOUT_ANSWER, Outcome.REFUSED):
        seen = choice(office, code)
        rows = outcomes.change(admin, seen, replace(seen, reason=False))
        assert rows[seen.place].reason
    seen = choice(office, Outcome.GRANTED)
    outcomes.change(admin, seen, replace(seen, reason=True))
    for code in (Outcome.GRANTED, Outcome.REFUSED):
        taken = office.taken(text=f"متن {code}")
        for blank in (" ", "\u200c\u200f\r\u00a0"):
            with pytest.raises(InvalidValueError) as refused:
                desk.resolve(office.clerk, taken.id, taken.version, code, "پاسخ به متقاضی", reason=blank)
            assert refused.value.parameters["field"] == "reason"
        done = desk.resolve(
            office.clerk, taken.id, taken.version, code, "پاسخ به متقاضی", reason="بند ۲ ضوابط"
        )
        assert (done.history[-1].text, done.history[-1].after["reason"]) == ("پاسخ به متقاضی", "بند ۲ ضوابط")
    taken = office.taken()
    desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")


@pytest.mark.parametrize(
    ("persian", "expected"),
    [("  ", InvalidValueError), ("ب" * 41, InvalidValueError), ("a\u0007b", InvalidValueError),
     ("رَد شُد", ConflictError)],
)  # fmt: skip
def test_names_are_there_and_tell_outcomes_apart(
    sqlite_office: TestOffice, persian: str, expected: type[Exception]
) -> None:
    seen = choice(sqlite_office, Outcome.GRANTED)
    with pytest.raises(expected):
        sqlite_office.services.outcomes.change(
            sqlite_office.administrator, seen, replace(seen, persian=persian)
        )
    assert choice(sqlite_office, Outcome.GRANTED) == seen


def test_one_with_an_answer_and_one_without_stay_and_only_an_administrator_changes_them(
    office: TestOffice,
) -> None:
    outcomes = office.services.outcomes
    for codes in (CLOSING_WITHOUT_ANSWER, frozenset(Outcome) - CLOSING_WITHOUT_ANSWER):
        *others, last = (choice(office, code) for code in sorted(codes))
        for seen in others:
            outcomes.change(office.administrator, choice(office, seen.code), replace(seen, offered=False))
        with pytest.raises(RuleError, match="outcomes_run_out"):
            outcomes.change(office.administrator, last, replace(last, offered=False))
    with pytest.raises(NotPermittedError):
        outcomes.change(office.manager, last, replace(last, persian="نام دیگر"))
