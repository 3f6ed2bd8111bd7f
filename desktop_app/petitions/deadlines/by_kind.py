"""The answer deadlines of the office by kind of petition: what is missing, proposed and changed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.office.office_settings import AnswerDeadline
from desktop_app.petitions.deadlines.counting import rule_for
from desktop_app.petitions.vocabulary import Channel, Kind

Rules = tuple[AnswerDeadline, ...]
#: What the program proposes, in working days. An opinion needs no answer, so it has no deadline.
PROPOSED: Final[Mapping[Kind, int]] = MappingProxyType(
    {Kind.REQUEST: 10, Kind.COMPLAINT: 7, Kind.SUGGESTION: 20, Kind.CRITICISM: 15}
)


def without_deadline(rules: Rules) -> tuple[Kind, ...]:
    """Returns the kinds that need a deadline and have none for some channel."""
    return tuple(
        kind for kind in PROPOSED if any(rule_for(kind, channel, rules) is None for channel in Channel)
    )


def own_rule(rules: Rules, kind: Kind, channel: Channel | None) -> AnswerDeadline | None:
    """Returns the rule of exactly this kind and channel; None for any channel."""
    return next((rule for rule in rules if rule.kind == kind and rule.channel == channel), None)


def effective_rule(rules: Rules, kind: Kind, channel: Channel | None) -> AnswerDeadline | None:
    """Returns the rule that holds for a kind on a channel; None for channels that have no rule of their own."""
    if channel is not None:
        return rule_for(kind, channel, rules)
    return own_rule(rules, kind, None) or next(
        (rule for rule in rules if rule.kind is None and rule.channel is None), None
    )


def with_days(rules: Rules, channel: Channel | None, days: Mapping[Kind, int | None]) -> Rules:
    """Returns the rules with other days for kinds on one channel, or on any; None removes the rule.

    A rule keeps whether it counts working days; a new one does. Rules that already say so stay as they are.
    """
    changed: list[AnswerDeadline] = list(rules)
    for kind, count in days.items():
        own, holds = own_rule(rules, kind, channel), effective_rule(rules, kind, channel)
        if count == (holds.days if holds is not None else None):
            continue
        if own is not None:
            changed.remove(own)
        if count is not None:
            changed.append(AnswerDeadline(kind.value, channel, count, holds.working if holds else True))
    return tuple(changed)
