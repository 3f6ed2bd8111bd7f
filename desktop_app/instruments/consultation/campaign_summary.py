"""Merges the comments of a campaign group into one entry of a summing-up, with counts and individual additions.

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
from desktop_app.likeness.additions import common_of
from desktop_app.people.masking import masked


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """Members of a group that form one entry.

    `head` has the text, `key` is the part that the entry belongs to, `first` the member that it replaces.
    """

    head: CommentRow
    key: str
    first: int
    members: tuple[CommentRow, ...]
    also_on: tuple[str, ...]

    def facts(self) -> dict[str, Any]:
        """Returns the content of the entry beside the head's own text; without names, and with personal data
        masked.
        """
        senders = senders_of(one.sender_key or one.sender for one in self.members)
        common = common_of([one.text for one in self.members])
        issues = dict.fromkeys(masked(issue) for one in self.members for issue in one.issues)
        return ({"issues": list(issues)} if issues else {}) | {
            "times": senders.submissions,
            "persons": senders.persons,
            "nameless": senders.nameless,
            "late_times": sum(one.late for one in self.members),
            "also_on": list(self.also_on),
            "additions": [
                {"text": masked(" ".join(one.text.split())), "times": len(one.members)}
                for one in common.additions
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
    return ToldOnce(
        head=rows[common_of([one.text for one in rows]).place],
        key=key,
        first=next(one.id for part, one in together if part.key == key),
        members=rows,
        also_on=tuple(labels.values()),
    )
