"""The common text of a campaign group and the individual additions, computed on change and stored.

A change compares all texts of the group again; showing a group of thousands only reads the result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.instruments.campaigns.model import CampaignMember, CampaignRecord
from desktop_app.instruments.model import PublicComment
from desktop_app.likeness.common import Common, common_of, words_at

#: How many comments one statement covers.
_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True)
class AddedWords:
    """A sentence that not all members have, in the words of its first sender, and the ids of the comments with it."""

    text: str
    comments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CommonText:
    """The common text of a group, its additions by frequency, and the ids of its visible comments.

    `digest` is that of the common text and the additions.
    """

    text: str
    additions: tuple[AddedWords, ...]
    members: tuple[int, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Member:
    """A comment of a group with its stored values, `adds` as in the table."""

    id: int
    against: int | None = None
    adds: Sequence[Sequence[int]] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class FoundText:
    """The common text that was found for a group: the columns of the group, and the new values of the members whose
    stored ones are others.
    """

    head: int
    shared: Sequence[Sequence[int]]
    additions: int
    digest: str
    changed: Mapping[int, tuple[int | None, list[list[int]] | None]]

    @property
    def given(self) -> dict[str, Any]:
        """The columns of the group."""
        return {
            "head_id": self.head,
            "shared": [list(span) for span in self.shared],
            "additions": self.additions,
            "digest": self.digest,
        }

    def rows(self, item: int, ids: Iterable[int]) -> list[dict[str, Any]]:
        """Returns the rows of those of the members that changed, for the step of an act on `item`."""
        return [self.row(item, one) for one in ids if one in self.changed]

    def row(self, item: int, comment_id: int) -> dict[str, Any]:
        """Returns the row of a member, for the step of an act on `item`."""
        against, adds = self.changed.get(comment_id, (None, None))
        return {"item": item, "comment_id": comment_id, "against_id": against, "adds": adds}


def read_common(session: Session, campaign_id: int) -> CommonText:
    """Returns the stored common text of a group; computes it if it was never stored."""
    record = session.get_one(CampaignRecord, campaign_id)
    head = record.head_id
    members = [one for one in members_of(session, campaign_id) if not one.hidden]
    ids = [one.id for one in members]
    if not ids:
        return CommonText("", (), (), record.digest)
    if head not in ids or any(one.against != head for one in members):
        texts = texts_of(session, ids)
        common = common_of([texts[number] for number in ids])
        added = [AddedWords(one.text, tuple(ids[place] for place in one.members)) for one in common.additions]
        text = words_at(texts[ids[common.place]], common.spans)
        return CommonText(text, _by_frequency(added), tuple(ids), _digest(common))
    texts = texts_of(session, [head, *(one.id for one in members if one.adds)])
    additions: dict[int, tuple[str, dict[int, None]]] = {}
    for one in members:
        for begin, end, number in one.adds:
            words = additions.setdefault(number, (texts[one.id][begin:end], {}))
            words[1][one.id] = None
    found = _by_frequency(AddedWords(words, tuple(who)) for words, who in additions.values())
    return CommonText(words_at(texts[head], record.shared), found, tuple(ids), record.digest)


def _by_frequency(added: Iterable[AddedWords]) -> tuple[AddedWords, ...]:
    return tuple(sorted(added, key=lambda one: (-len(one.comments), one.comments, one.text)))


def find_common(
    session: Session, record: FoundText, members: Sequence[Member], texts: Mapping[int, str]
) -> FoundText:
    """Finds what all of `members` share, which comment represents them, and which sentences others add.

    `record` has the group's stored values, `texts` by comment id; missing ones are read.
    """
    # A hidden comment does not represent the group, and its additions are not shown; if shown again it is compared
    # again.
    changed: dict[int, tuple[int | None, list[list[int]] | None]] = {
        one.id: (None, None) for one in members if one.hidden and one.against is not None
    }
    members = [one for one in members if not one.hidden]
    if not members:
        return FoundText(record.head, [], 0, "", changed)
    common = common_of(_some(session, [one.id for one in members], texts))
    head = members[common.place].id
    for one, spans in zip(members, common.added, strict=True):
        adds = [list(span) for span in spans]
        if one.against != head or [list(span) for span in one.adds] != adds:
            changed[one.id] = (head, adds or None)
    shared = [list(span) for span in common.spans]
    return FoundText(head, shared, len(common.additions), _digest(common), changed)


def _digest(common: Common) -> str:
    """Returns the digest of the common text and of the additions in any order."""
    words = "\n".join([common.letters, *sorted(one.letters for one in common.additions)])
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def common_without(session: Session, reasons: Mapping[int, str | None]) -> dict[str, list[dict[str, Any]]]:
    """Returns the rows for hiding comments, or showing those with the reason None: the common texts of their groups
    afterwards. The rows of each group belong to its first comment that changes.
    """
    held = (
        select(PublicComment.id, CampaignMember.campaign_id)
        .join(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .where(PublicComment.id.in_(list(reasons)), CampaignMember.campaign_id.is_not(None))
        .order_by(PublicComment.id)
    )
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, campaign in session.execute(held):
        assert campaign is not None
        groups[campaign].append(number)
    rows: dict[str, list[dict[str, Any]]] = {"campaign": [], "compared": []}
    for campaign, numbers in groups.items():
        members = members_of(session, campaign)
        changing = [
            one.id for one in members if one.id in reasons and one.hidden == (reasons[one.id] is None)
        ]
        members = [replace(one, hidden=not one.hidden) if one.id in changing else one for one in members]
        before = stored_text(session, campaign)
        found = find_common(session, before, members, {})
        item = (changing or numbers)[0]
        if found.given != before.given:
            rows["campaign"].append({"item": item, **found.given})
        rows["compared"] += found.rows(item, [one.id for one in members])
    return rows


def stored_text(session: Session, campaign_id: int) -> FoundText:
    """Returns the stored values of a group."""
    record = session.get_one(CampaignRecord, campaign_id)
    return FoundText(record.head_id, record.shared, record.additions, record.digest, {})


def texts_of(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """Returns the original texts of comments by id."""
    found: dict[int, str] = {}
    for first in range(0, len(ids), _AT_ONCE):
        some = PublicComment.id.in_(ids[first : first + _AT_ONCE])
        found |= {
            row[0]: row[1]
            for row in session.execute(select(PublicComment.id, PublicComment.text).where(some))
        }
    return found


def _some(session: Session, ids: Sequence[int], texts: Mapping[int, str]) -> list[str]:
    read = texts_of(session, [number for number in ids if number not in texts])
    return [texts[number] if number in texts else read[number] for number in ids]


def members_of(session: Session, campaign_id: int) -> list[Member]:
    """Returns the members of a group by id, the hidden ones too."""
    held = (
        select(PublicComment.id, CampaignMember.against_id, CampaignMember.adds, PublicComment.hidden_reason)
        .join(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .where(CampaignMember.campaign_id == campaign_id)
        .order_by(PublicComment.id)
    )
    return [
        Member(number, against, adds or (), hidden is not None)
        for number, against, adds, hidden in session.execute(held)
    ]
