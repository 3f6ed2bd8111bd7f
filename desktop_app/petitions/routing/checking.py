"""What is wrong with rules in their order: rules that never come to their turn, and rules that contradict.

A rule asks for one of some words and for nothing that must be missing, so the barest petition that it is meant for
(one of its phrases and no other word) tells of all of them: an earlier rule that matches that one matches every
other. What is found so is exact and looks at no stored petition.
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
    """By the numbers of rules: `dead` ones with those before them that take all that they are meant for, and pairs
    (earlier, later) that send the same petitions to different places, neither being an exception of the other."""

    dead: Mapping[int, tuple[int, ...]]
    conflicts: tuple[tuple[int, int], ...]


def check_rules(rules: Sequence[RuleDefinition]) -> Findings:
    """Looks through the rules, which are in their order."""
    router = Router(rules)
    cells = _cells(router)
    takers: list[set[int]] = []
    #: Rules that match whatever this one matches.
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
        # What is only an exception stands before the rule on purpose.
        if not wider[first] >> place & 1 and _contradict(rules[first], rule)
    )
    return Findings(dead, conflicts)


def _cells(router: Router) -> frozenset[int]:
    """The rules that match a petition of a kind, channel and group, for each of these: many are alike."""
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
    """The rules that match each of the barest petitions that a rule is meant for."""
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
