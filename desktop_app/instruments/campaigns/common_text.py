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
from desktop_app.likeness.common import common_of, joined_to, words_at
from desktop_app.likeness.sentences import letters_of

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
class Compared:
    """What was found for a comment: the head that it was compared with, `adds` and `lacks` as in the table."""

    against: int | None = None
    adds: tuple[tuple[int, int, int], ...] = ()
    lacks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A comment of a group with its stored values."""

    id: int
    stored: Compared = Compared()
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
    changed: Mapping[int, Compared]

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
        return {"item": item, "comment_id": comment_id} | columns_of(self.changed.get(comment_id, Compared()))


def columns_of(found: Compared) -> dict[str, Any]:
    """The columns of a member."""
    return {
        "against_id": found.against,
        "adds": [list(span) for span in found.adds] or None,
        "lacks": list(found.lacks) or None,
    }


def read_common(session: Session, campaign_id: int) -> CommonText:
    """Returns the stored common text of a group; computes it if it was never stored."""
    record = session.get_one(CampaignRecord, campaign_id)
    head = record.head_id
    members = [one for one in members_of(session, campaign_id) if not one.hidden]
    ids = [one.id for one in members]
    if not ids:
        return CommonText("", (), (), record.digest)
    if head not in ids or any(one.stored.against != head for one in members):
        texts = texts_of(session, ids)
        common = common_of([texts[number] for number in ids])
        added = [AddedWords(one.text, tuple(ids[place] for place in one.members)) for one in common.additions]
        text = words_at(texts[ids[common.place]], common.spans)
        return CommonText(
            text,
            _by_frequency(added),
            tuple(ids),
            _digest(common.letters, [one.letters for one in common.additions]),
        )
    texts = texts_of(session, [head, *(one.id for one in members if one.stored.adds)])
    of_head = next(one.stored.adds for one in members if one.id == head)
    additions: dict[int, tuple[str, dict[int, None]]] = {}
    for begin, end, number in of_head:
        have = [one.id for one in members if number not in one.stored.lacks]
        additions.setdefault(number, (texts[head][begin:end], dict.fromkeys(have)))
    for one in members:
        for begin, end, number in one.stored.adds:
            additions.setdefault(number, (texts[one.id][begin:end], {}))[1][one.id] = None
    found = _by_frequency(AddedWords(words, tuple(sorted(who))) for words, who in additions.values())
    return CommonText(words_at(texts[head], record.shared), found, tuple(ids), record.digest)


def _by_frequency(added: Iterable[AddedWords]) -> tuple[AddedWords, ...]:
    return tuple(sorted(added, key=lambda one: (-len(one.comments), one.comments, one.text)))


def find_common(
    session: Session,
    record: FoundText,
    members: Sequence[Member],
    texts: Mapping[int, str],
    *,
    grows: bool = False,
) -> FoundText:
    """Finds what all of `members` share, which comment represents them, and which sentences others add.

    `record` has the group's stored values, `texts` by comment id; missing ones are read. With `grows`, members came
    to a group of which none has left.
    """
    # A hidden comment does not represent the group, and its additions are not shown; if shown again it is compared
    # again.
    changed = {one.id: Compared() for one in members if one.hidden and one.stored.against is not None}
    members = [one for one in members if not one.hidden]
    if not members:
        return FoundText(record.head, [], 0, _digest("", ()), changed)
    if grows and (grown := _grown(session, record, members, texts)) is not None:
        return replace(grown, changed=changed | dict(grown.changed))
    common = common_of(_some(session, [one.id for one in members], texts))
    head = members[common.place].id
    own = tuple(dict.fromkeys(number for _, _, number in common.added[common.place]))
    for place, (one, spans) in enumerate(zip(members, common.added, strict=True)):
        found = Compared(head, *_beside(spans, own)) if place != common.place else Compared(head, spans)
        if one.stored != found:
            changed[one.id] = found
    shared = [list(span) for span in common.spans]
    digest = _digest(common.letters, [one.letters for one in common.additions])
    return FoundText(head, shared, len(common.additions), digest, changed)


def _grown(
    session: Session, record: FoundText, members: Sequence[Member], texts: Mapping[int, str]
) -> FoundText | None:
    """Compares new members with the head alone, if all the others were and the group's text stays as it is."""
    head = next((one for one in members if one.id == record.head), None)
    new = [one.id for one in members if one.stored.against is None]
    if head is None or any(one.stored.against not in (None, head.id) for one in members) or head.id in new:
        return None
    places: dict[int, tuple[int, int, int]] = {}
    for one in (head, *members):
        for begin, end, number in one.stored.adds:
            places.setdefault(number, (one.id, begin, end))
    wanted = [head.id, *(comment for comment, _, _ in places.values())]
    words = dict(zip(wanted, _some(session, wanted, texts), strict=True))
    known = [letters_of(words[comment][begin:end]) for _, (comment, begin, end) in sorted(places.items())]
    shared = [(begin, end) for begin, end in record.shared]
    found = joined_to(words[head.id], shared, known, _some(session, new, texts))
    if found is None:
        return None
    letters, added = found
    own = tuple(dict.fromkeys(number for _, _, number in head.stored.adds))
    changed = {one: Compared(head.id, *_beside(spans, own)) for one, spans in zip(new, added, strict=True)}
    digest = _digest(letters_of(words_at(words[head.id], shared)), letters)
    return FoundText(head.id, record.shared, len(letters), digest, changed)


def _beside(
    spans: tuple[tuple[int, int, int], ...], own: tuple[int, ...]
) -> tuple[tuple[tuple[int, int, int], ...], tuple[int, ...]]:
    """Returns what a member adds to the head, and which of the head's additions `own` it lacks."""
    if not own:
        return spans, ()
    has = {number for _, _, number in spans}
    return tuple(one for one in spans if one[2] not in own), tuple(one for one in own if one not in has)


def _digest(letters: str, additions: Iterable[str]) -> str:
    """Returns the digest of the letters of the common text, and of the additions in any order."""
    words = "\n".join([letters, *sorted(additions)])
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
        select(
            PublicComment.id,
            CampaignMember.against_id,
            CampaignMember.adds,
            CampaignMember.lacks,
            PublicComment.hidden_reason,
        )
        .join(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .where(CampaignMember.campaign_id == campaign_id)
        .order_by(PublicComment.id)
    )
    return [
        Member(number, _compared(against, adds, lacks), hidden is not None)
        for number, against, adds, lacks, hidden in session.execute(held)
    ]


def _compared(against: int | None, adds: list[list[int]] | None, lacks: list[int] | None) -> Compared:
    spans = tuple((begin, end, number) for begin, end, number in adds or ())
    return Compared(against, spans, tuple(lacks or ()))
