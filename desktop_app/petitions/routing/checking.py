"""Finds faults in ordered rules: rules that never apply, and rules that contradict each other.

A rule asks for one of some words, and never for the absence of words. So its minimal petition (one of its
phrases and no other word) is representative. An earlier rule that matches it matches all others too. The result
is exact and reads no stored petition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.people.identity import Group
from desktop_app.petitions.routing.matching import Router, lowest
from desktop_app.petitions.routing.rules import RuleDefinition
from desktop_app.petitions.vocabulary import Channel, Kind


@dataclass(frozen=True, slots=True)
class Findings:
    """The faults by rule id.

    `dead` are rules with the earlier ones that take all of their petitions. `conflicts` are pairs (earlier,
    later) that send the same petitions to different units, neither being an exception of the other.
    """

    dead: Mapping[int, tuple[int, ...]]
    conflicts: tuple[tuple[int, int], ...]


def check_rules(rules: Sequence[RuleDefinition]) -> Findings:
    """Checks the rules, given in their order."""
    router = Router(rules)
    cells = _cells(router)
    takers: list[set[int]] = []
    #: For each rule, the rules that match whatever it matches.
    wider: list[int] = []
    dead: dict[int, tuple[int, ...]] = {}
    for place, rule in enumerate(rules):
        earlier, all_of_them, taken_by, left = (1 << place) - 1, -1, set[int](), False
        for met in _barest(router, place, cells):
            all_of_them &= met
            taker = lowest(met & earlier)
            if taker is None:
                left = True
            else:
                taken_by.add(taker)
        takers.append(taken_by)
        wider.append(all_of_them)
        if not left:
            dead[rule.id] = tuple(rules[n].id for n in sorted(taken_by))
    conflicts = tuple(
        (rules[first].id, rule.id)
        for place, rule in enumerate(rules)
        if rule.id not in dead
        for first in sorted(takers[place])
        # An exception precedes the general rule on purpose.
        if not wider[first] >> place & 1 and _contradict(rules[first], rule)
    )
    return Findings(dead, conflicts)


def _cells(router: Router) -> frozenset[int]:
    """Returns the distinct sets of rules that match any combination of kind, channel and group."""
    kinds, channels, groups = (
        {values[name] for name in names}
        for values, names in (
            (router.kinds, tuple(Kind)),
            (router.channels, tuple(Channel)),
            (router.groups, tuple(Group)),
        )
    )
    return frozenset(kind & channel & group for kind in kinds for channel in channels for group in groups)


def _barest(router: Router, place: int, cells: Iterable[int]) -> Iterator[int]:
    """Yields, for each minimal petition of a rule, the set of rules that match it."""
    when = router.rules[place].when
    mine = [cell for cell in cells if cell >> place & 1]
    for word in when.words or ("",):
        worded = router.words.met(word)
        for about in when.about or ("",):
            met = worded & router.about.met(about)
            for cell in mine:
                yield cell & met


def _contradict(one: RuleDefinition, other: RuleDefinition) -> bool:
    urgencies = {one.then.urgency, other.then.urgency} - {None}
    return one.then.unit_id != other.then.unit_id or len(urgencies) > 1
