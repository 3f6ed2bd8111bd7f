"""Trying routing rules on many petitions, against one pass that only folds their texts. The engine alone, without a
database: what reading costs is the same for both."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import Final

from desktop_app.people.identity import Group
from desktop_app.persian.text import fold
from desktop_app.petitions.routing.checking import check_rules
from desktop_app.petitions.routing.matching import Router
from desktop_app.petitions.routing.rules import Conditions, Consequence, Incoming, RuleDefinition, words_of
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.sample.petitions import petitions

_SEED: Final = 1405
_RUNS: Final = 3
Measured = list[tuple[str, str]]


def run(count: int, rules: int) -> Measured:
    """What was measured, as (what, figure)."""
    made = _incoming(count)
    book = _rules(made, rules, range(1, 9), Random(_SEED))
    folding = _best(lambda: [fold(f"{one.subject}\n{one.text}") for one in made])
    router = Router(book)
    trying = _best(lambda: [router.first(one) for one in made])
    building = _best(lambda: Router(book))
    checking = _best(lambda: check_rules(book))
    moved = [router.first(one) for one in made]
    hits = len({rule.id for rule in moved if rule})
    characters = sum(len(one.subject) + len(one.text) for one in made)
    return [
        (f"{rules:,} rules x {count:,} petitions ({characters / count:,.0f} characters each)", ""),
        ("one pass of folding subject and text", f"{folding:.2f} s"),
        ("trying the rules (folding included)", f"{trying:.2f} s = {trying / folding:.2f} x folding"),
        ("moved", f"{sum(1 for one in moved if one):,} petitions by {hits:,} rules"),
        ("building the rules for it", f"{building * 1000:.1f} ms"),
        ("dead rules and contradictions", f"{checking * 1000:.0f} ms: {_found(book)}"),
    ]


def routing_rules(count: int, rules: int, units: Sequence[int]) -> list[RuleDefinition]:
    """So many rules that suit so many made petitions, for these units."""
    return _rules(_incoming(count), rules, units, Random(_SEED))


def _incoming(count: int) -> list[Incoming]:
    return [
        Incoming(one.kind, one.channel, one.group or Group.CITIZEN, one.about, one.subject, one.text)
        for one in petitions(count, _SEED, date(2026, 11, 1))
    ]


def _found(book: list[RuleDefinition]) -> str:
    found = check_rules(book)
    return f"{len(found.dead)} dead, {len(found.conflicts)} pairs"


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def _rules(made: list[Incoming], count: int, units: Sequence[int], random: Random) -> list[RuleDefinition]:
    """Rules as an office writes them: some words of petitions that came, often a kind, at times a channel."""
    return [
        RuleDefinition(
            number,
            f"قاعده {number}",
            Conditions(
                kinds=frozenset(random.sample(sorted(Kind), random.choice((0, 1, 1, 2)))),
                channels=frozenset(random.sample(sorted(Channel), random.choice((0, 0, 0, 1, 2)))),
                words=tuple(_phrase(random.choice(made), random) for _ in range(random.choice((1, 2, 4)))),
            ),
            Consequence(random.choice(units)),
        )
        for number in range(1, count + 1)
    ]


def _phrase(petition: Incoming, random: Random) -> str:
    words = words_of(f"{petition.subject} {petition.text}")
    at, length = random.randrange(len(words)), random.choice((1, 2, 2, 3))
    return " ".join(words[at : at + length])
