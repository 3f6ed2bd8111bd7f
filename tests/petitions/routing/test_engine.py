"""Matching and checking of routing rules against what a reading of the definition says, petition by petition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.people.identity import Group
from desktop_app.petitions.routing.checking import check_rules
from desktop_app.petitions.routing.matching import Router, lowest
from desktop_app.petitions.routing.rules import Conditions, Consequence, Incoming, RuleDefinition, words_of
from desktop_app.petitions.vocabulary import Channel, Kind, Urgency

_WORDS = ("مجوز", "نشر", "کتاب", "مجوزهای", "ناشر")
_phrases = st.lists(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=2).map(" ".join), max_size=2, unique=True
).map(tuple)
_kinds = st.frozensets(st.sampled_from(sorted(Kind)), max_size=2)
_conditions = st.builds(
    Conditions,
    _kinds,
    st.frozensets(st.sampled_from(sorted(Channel)[:3]), max_size=2),
    st.frozensets(st.sampled_from(sorted(Group)[:2]), max_size=1),
    _phrases,
    _phrases,
)
_thens = st.builds(Consequence, st.integers(1, 2), st.sampled_from([None, Urgency.URGENT]))
_rules = st.lists(st.tuples(_conditions, _thens), max_size=6).map(
    lambda made: [RuleDefinition(10 + n, f"قاعده {n}", when, then) for n, (when, then) in enumerate(made)]
)
_texts = st.lists(st.sampled_from((*_WORDS, "و", "،")), max_size=6).map(" ".join)
_incoming = st.builds(
    Incoming,
    st.sampled_from(sorted(Kind)),
    st.sampled_from(sorted(Channel)),
    st.sampled_from(sorted(Group)),
    _texts,
    _texts,
    _texts,
)


def holds(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\S){' '.join(words_of(phrase))}(?!\S)", " ".join(words_of(text))) is not None


def matches(rule: RuleDefinition, petition: Incoming) -> bool:
    when = rule.when
    text = f"{petition.subject}\n{petition.text}"
    return (
        (not when.kinds or petition.kind in when.kinds)
        and (not when.channels or petition.channel in when.channels)
        and (not when.groups or petition.group in when.groups)
        and (not when.about or any(holds(petition.about, phrase) for phrase in when.about))
        and (not when.words or any(holds(text, phrase) for phrase in when.words))
    )


@given(_rules, _incoming)
def test_the_first_rule_that_matches_moves_it(rules: list[RuleDefinition], petition: Incoming) -> None:
    expected = next((rule for rule in rules if matches(rule, petition)), None)
    assert Router(rules).first(petition) == expected
    all_of_them = Router(rules).matching(petition)
    assert [bool(all_of_them >> n & 1) for n in range(len(rules))] == [matches(r, petition) for r in rules]


@pytest.mark.parametrize(
    ("subject", "text"), [("درباره مجوز نشر", "با سلام"), ("پیگیری", "از مجوز نشر خبری نیست")]
)
def test_words_are_looked_for_in_the_subject_and_in_the_text(subject: str, text: str) -> None:
    licence = rule(1, 1, "مجوز نشر")
    petition = Incoming(Kind.REQUEST, Channel.PORTAL, Group.CITIZEN, "", subject, text)
    assert Router([licence]).first(petition) == licence


@given(_rules, st.lists(_incoming, min_size=1, max_size=40))
def test_what_is_called_dead_moves_nothing(rules: list[RuleDefinition], petitions: list[Incoming]) -> None:
    dead = check_rules(rules).dead
    moved = {rule.id for petition in petitions if (rule := Router(rules).first(petition))}
    assert not moved & set(dead)
    for number, before in dead.items():
        places = [rule.id for rule in rules]
        assert before
        assert all(places.index(one) < places.index(number) for one in before)


def barest(rules: Sequence[RuleDefinition], rule: RuleDefinition) -> list[Incoming]:
    when = rule.when
    return [
        Incoming(kind, channel, group, about, "", text)
        for kind, channel, group, about, text in product(
            when.kinds or sorted(Kind),
            when.channels or sorted(Channel),
            when.groups or sorted(Group),
            when.about or ("",),
            when.words or ("",),
        )
    ]


@settings(max_examples=40)
@given(_rules)
def test_a_rule_that_is_not_dead_has_a_petition_that_it_moves(rules: list[RuleDefinition]) -> None:
    dead = check_rules(rules).dead
    for rule in rules:
        moves = any(Router(rules).first(petition) == rule for petition in barest(rules, rule))
        assert moves is (rule.id not in dead)


@settings(max_examples=40)
@given(_rules)
def test_a_contradiction_is_told_with_petitions_of_both(rules: list[RuleDefinition]) -> None:
    by_id = {rule.id: rule for rule in rules}
    found = check_rules(rules)
    for earlier, later in found.conflicts:
        one, other = by_id[earlier], by_id[later]
        assert one.then != other.then
        assert any(Router(rules).first(petition) == one for petition in barest(rules, other))
        # Neither an exception of the other, nor dead behind it.
        assert any(not matches(other, petition) for petition in barest(rules, one))
        assert any(not matches(one, petition) for petition in barest(rules, other))


def rule(number: int, unit: int, *words: str, kinds: frozenset[str] = frozenset()) -> RuleDefinition:
    return RuleDefinition(number, f"قاعده {number}", Conditions(kinds=kinds, words=words), Consequence(unit))


COMPLAINTS = frozenset({Kind.COMPLAINT.value})


def test_dead_and_contradicting_rules_are_told_and_exceptions_are_not() -> None:
    complaints = rule(1, 1, kinds=COMPLAINTS)
    assert check_rules([complaints, rule(2, 2, "مجوز نشر", kinds=COMPLAINTS)]).dead == {2: (1,)}
    assert check_rules([complaints, rule(2, 2, "مجوز نشر")]).conflicts == ((1, 2),)
    assert check_rules([complaints, rule(2, 1, "مجوز نشر")]).conflicts == ()
    exception = [rule(2, 2, "مجوز نشر", kinds=COMPLAINTS), complaints]
    assert check_rules(exception) == check_rules([])
    assert check_rules([rule(1, 1, "مجوز"), rule(2, 2, "مجوز نشر", "مجوزها")]).dead == {2: (1,)}
    together = [rule(1, 1, "نشر"), rule(2, 1, "کتاب"), rule(3, 2, "نشر", "کتاب")]
    assert check_rules(together).dead == {3: (1, 2)}
    urgent = replace(rule(2, 1, "مجوز نشر"), then=Consequence(1, Urgency.URGENT))
    immediate = replace(complaints, then=Consequence(1, Urgency.IMMEDIATE))
    assert check_rules([complaints, urgent]).conflicts == ()
    assert check_rules([immediate, urgent]).conflicts == ((1, 2),)
    kinds = list(Kind)
    every = [rule(1, 1, kinds=frozenset(kinds[:2])), rule(2, 1, kinds=frozenset(kinds[2:])), rule(3, 2)]
    assert check_rules(every).dead == {3: (1, 2)}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("مجوز نشر", "درخواست مجوز  نشر، لطفاً", True),
        ("مجوز نشر", "مجوزهاي نشر كتاب", True),
        ("مجوز نشر", "«مجوز\u200cهای نشر»", True),
        ("مجوز‌ها", "مجوز", True),
        ("مجوز نشر", "مجوز نشریه", False),
        ("مجوز نشر", "نشر مجوز", False),
        ("نشر", "ناشر", False),
        ("تنها", "تن", False),
        ("ماده ۱۲", "طبق ماده 12 قانون", True),
        ("ISBN", "شابک isbn", True),
    ],
)
def test_words_are_found_in_any_spelling_and_whole(phrase: str, text: str, found: bool) -> None:
    router = Router([rule(1, 1, phrase)])
    for subject, body in ((text, ""), ("", text)):
        came = Incoming(Kind.REQUEST, Channel.PHONE, Group.CITIZEN, "", subject, body)
        assert (router.first(came) is not None) is found


def test_the_lowest_of_no_rules_is_none() -> None:
    assert (lowest(0), lowest(0b1100)) == (None, 2)
