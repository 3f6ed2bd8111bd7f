"""The common text of a campaign group and the individual additions, computed on change and stored.

Each comment is compared with the group's common text once; showing a group of thousands only reads the result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.instruments.campaigns.fingerprint_model import CommentFingerprint
from desktop_app.instruments.campaigns.model import CampaignMember, CampaignRecord
from desktop_app.instruments.model import PublicComment
from desktop_app.likeness.additions import AdditionFinder, common_of, same_sentences, standing_for_all
from desktop_app.likeness.fingerprints import prints_of

#: How many comments one statement covers.
_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True)
class AddedWords:
    """A sentence that the common text lacks, in the words of its first sender, and the ids of the comments with
    it.
    """

    text: str
    comments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CommonText:
    """The common text of a group, its additions by frequency, and the ids of its visible comments."""

    text: str
    additions: tuple[AddedWords, ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A comment of a group with its stored values: `letters` of its fingerprint, `adds` as in the table."""

    id: int
    letters: str | None = None
    against: int | None = None
    adds: Sequence[Sequence[int]] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class FoundText:
    """The common text that was found for a group: the comment that represents it, how many additions there are, and
    the new values of the members whose stored ones are others.
    """

    head: int
    additions: int
    changed: Mapping[int, tuple[int | None, list[list[int]] | None]]

    @property
    def given(self) -> dict[str, int]:
        """The columns of the group."""
        return {"head_id": self.head, "additions": self.additions}

    def rows(self, item: int, ids: Iterable[int]) -> list[dict[str, Any]]:
        """Returns the rows of those of the members that changed, for the step of an act on `item`."""
        return [self.row(item, one) for one in ids if one in self.changed]

    def row(self, item: int, comment_id: int) -> dict[str, Any]:
        """Returns the row of a member, for the step of an act on `item`."""
        against, adds = self.changed.get(comment_id, (None, None))
        return {"item": item, "comment_id": comment_id, "against_id": against, "adds": adds}


def read_common(session: Session, campaign_id: int, head_id: int) -> CommonText:
    """Returns the stored common text of a group; computes it if it was never stored."""
    members = [one for one in members_of(session, campaign_id) if not one.hidden]
    ids = [one.id for one in members]
    if not ids:
        return CommonText("", (), ())
    if head_id not in ids or any(one.against != head_id for one in members):
        texts = texts_of(session, ids)
        common = common_of([texts[number] for number in ids])
        added = [AddedWords(one.text, tuple(ids[place] for place in one.members)) for one in common.additions]
        return CommonText(texts[ids[common.place]], tuple(added), tuple(ids))
    texts = texts_of(session, [head_id, *(one.id for one in members if one.adds)])
    additions: dict[int, tuple[str, dict[int, None]]] = {}
    for one in members:
        for begin, end, number in one.adds:
            words = additions.setdefault(number, (texts[one.id][begin:end], {}))
            words[1][one.id] = None
    found = [AddedWords(words, tuple(who)) for words, who in additions.values()]
    found.sort(key=lambda one: (-len(one.comments), one.comments, one.text))
    return CommonText(texts[head_id], tuple(found), tuple(ids))


def find_common(
    session: Session, record: FoundText, members: Sequence[Member], texts: Mapping[int, str]
) -> FoundText:
    """Finds which comment's text represents a group of `members`, and which sentences the others add.

    `record` has the group's stored values, `texts` by comment id; missing ones are read if needed.
    """
    # A hidden comment does not represent the group, and its additions are not shown; if shown again it is compared
    # again.
    changed: dict[int, tuple[int | None, list[list[int]] | None]] = {
        one.id: (None, None) for one in members if one.hidden and one.against is not None
    }
    members = [one for one in members if not one.hidden]
    if not members:
        return FoundText(record.head, record.additions, changed)
    ids = [one.id for one in members]
    bare = [one.id for one in members if one.letters is None]
    prints = dict(zip(bare, prints_of(_some(session, bare, texts)), strict=True)) if bare else {}
    letters = [one.letters or prints[one.id].letters for one in members]
    head = ids[
        standing_for_all(letters, lambda places: _some(session, [ids[place] for place in places], texts))
    ]
    fresh = [one.id for one in members if one.against != head]
    adds = {one.id: [list(span) for span in one.adds] for one in members if one.against == head and one.adds}
    beside = AdditionFinder(_some(session, [head], texts)[0]) if fresh else None
    new: dict[int, list[list[int]]] = {}
    for number, text in zip(fresh, _some(session, fresh, texts), strict=True):
        spans = beside.added_by(text) if beside is not None else []
        changed[number] = (head, None)
        if spans:
            new[number] = [[begin, end, 0] for begin, end in spans]
    count = len({number for spans in adds.values() for _, _, number in spans})
    if new or head != record.head or count != record.additions:
        count, numbered = _number(session, {**adds, **new}, texts)
        changed |= {one: (head, held) for one, held in numbered.items() if one in new or held != adds[one]}
    return FoundText(head, count, changed)


def _number(
    session: Session, adds: Mapping[int, list[list[int]]], texts: Mapping[int, str]
) -> tuple[int, dict[int, list[list[int]]]]:
    """Groups equal added sentences into numbered additions; returns how many there are, and the numbered spans."""
    spans = [(one, begin, end) for one, held in sorted(adds.items()) for begin, end, _ in held]
    ids = list(dict.fromkeys(one for one, _, _ in spans))
    words = dict(zip(ids, _some(session, ids, texts), strict=True))
    groups = same_sentences([words[one][begin:end] for one, begin, end in spans])
    numbers = {place: number for number, group in enumerate(groups) for place in group}
    now: dict[int, list[list[int]]] = {}
    for place, (one, begin, end) in enumerate(spans):
        now.setdefault(one, []).append([begin, end, numbers[place]])
    return len(groups), now


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
    return FoundText(record.head_id, record.additions, {})


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
        select(
            PublicComment.id,
            CommentFingerprint.letters,
            CampaignMember.against_id,
            CampaignMember.adds,
            PublicComment.hidden_reason,
        )
        .join(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .outerjoin(CommentFingerprint, CommentFingerprint.comment_id == PublicComment.id)
        .where(CampaignMember.campaign_id == campaign_id)
        .order_by(PublicComment.id)
    )
    return [
        Member(number, letters, against, adds or (), hidden is not None)
        for number, letters, against, adds, hidden in session.execute(held)
    ]
