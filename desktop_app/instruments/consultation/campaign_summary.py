"""Merges the comments of a campaign group into one entry of a summing-up: what all share once, additions apart.

Only members with the same decision are merged; others remain separate entries. The entry belongs to the
provision that most of its members are about, in place of the first of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.instruments.campaigns.rows import senders_of
from desktop_app.instruments.comments.review import CommentedProvision
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.likeness.common import Addition, Common, common_of, words_at
from desktop_app.people.masking import masked


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """Members of a group that form one entry.

    `head` is the best written one, `common` what all of `members` share. `key` is the part that the entry belongs
    to, `first` the member that it replaces.
    """

    head: CommentRow
    common: Common
    key: str
    first: int
    members: tuple[CommentRow, ...]
    also_on: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words that all members share."""
        return words_at(self.head.text, self.common.spans)

    @property
    def quote(self) -> str:
        """The phrase that they are about, if all are about the same."""
        return self.head.quote if len({one.quote for one in self.members}) == 1 else ""

    @property
    def additions(self) -> tuple[Addition, ...]:
        """What only some of the members say, by their number."""
        return tuple(
            sorted(self.common.additions, key=lambda one: (-len(one.members), one.members, one.text))
        )

    def facts(self) -> dict[str, Any]:
        """Returns the content of the entry in place of the head's own; without names, and with personal data
        masked.
        """
        senders = senders_of(one.sender_key or one.sender for one in self.members)
        issues = dict.fromkeys(masked(issue) for one in self.members for issue in one.issues)
        return ({"issues": list(issues)} if issues else {}) | {
            "text": masked(self.text),
            "quote": masked(self.quote),
            "times": senders.submissions,
            "persons": senders.persons,
            "nameless": senders.nameless,
            "late_times": sum(one.late for one in self.members),
            "also_on": list(self.also_on),
            "additions": [
                {"text": masked(" ".join(one.text.split())), "times": len(one.members)}
                for one in self.additions
            ],
        }


def told_once(parts: Sequence[CommentedProvision]) -> tuple[ToldOnce, ...]:
    """Returns the entries for groups of two or more comments with one decision, over all parts."""
    members: defaultdict[int, list[tuple[CommentedProvision, CommentRow]]] = defaultdict(list)
    for part in parts:
        for comment in part.comments:
            if comment.campaign is not None and comment.hidden is None:
                members[comment.campaign].append((part, comment))
    found = (_merged(held) for _, held in sorted(members.items()))
    return tuple(one for one in found if one is not None)


def _merged(held: Iterable[tuple[CommentedProvision, CommentRow]]) -> ToldOnce | None:
    alike: defaultdict[object, list[tuple[CommentedProvision, CommentRow]]] = defaultdict(list)
    for part, one in held:
        carried = (one.carried_revision, one.carried_provision, one.unchanged_reason)
        alike[one.disposition, one.reason, carried].append((part, one))
    # max() takes the first of equal sizes, in the order of the text.
    together = max(alike.values(), key=len)
    if len(together) < 2:
        return None
    by_part = Counter(part.key for part, _ in together)
    key = max(by_part, key=lambda one: by_part[one])
    rows = tuple(one for _, one in together)
    labels = {part.key: part.label for part, _ in together if part.key != key}
    common = common_of([one.text for one in rows])
    return ToldOnce(
        head=rows[common.place],
        common=common,
        key=key,
        first=next(one.id for part, one in together if part.key == key),
        members=rows,
        also_on=tuple(labels.values()),
    )
