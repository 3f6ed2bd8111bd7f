"""The common text of a campaign group and the individual additions, computed on change and stored.

Each comment is compared with the group's common text once; showing a group of thousands only reads the result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.instruments.campaigns.fingerprint_model import CommentFingerprint
from desktop_app.instruments.campaigns.model import CampaignMember, CampaignRecord
from desktop_app.instruments.model import PublicComment
from desktop_app.likeness.additions import AdditionFinder, common_of, same_sentences, standing_for_all
from desktop_app.likeness.fingerprints import Print, prints_of

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
class _Member:
    """The stored values of a comment of a group; `adds` as in the table."""

    id: int
    letters: str | None
    against: int | None
    adds: list[list[int]]


def read_common(session: Session, campaign_id: int, head_id: int) -> CommonText:
    """Returns the stored common text of a group; computes it if it was never stored."""
    members, _ = _members(session, campaign_id)
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


def say_what_is_common(session: Session, campaign_id: int, texts: Mapping[int, str]) -> None:
    """Stores which comment's text represents a group, and which sentences the others add.

    `texts` by comment id; missing ones are read if needed.
    """
    members, out_of_sight = _members(session, campaign_id)
    bare = [one.id for one in members if one.letters is None]
    if bare:
        keep_prints(session, dict(zip(bare, prints_of(_some(session, bare, texts)), strict=True)))
        members, out_of_sight = _members(session, campaign_id)
    # A hidden comment does not represent the group, and its additions are not shown; if shown again it is compared
    # again.
    forget(session, out_of_sight)
    if not members:
        return
    record = session.get_one(CampaignRecord, campaign_id)
    ids = [one.id for one in members]
    letters = [one.letters or "" for one in members]
    head = ids[
        standing_for_all(letters, lambda places: _some(session, [ids[place] for place in places], texts))
    ]
    fresh = [one.id for one in members if one.against != head]
    adds = {one.id: one.adds for one in members if one.against == head and one.adds}
    beside = AdditionFinder(_some(session, [head], texts)[0]) if fresh else None
    nothing: list[int] = []
    new: dict[int, list[list[int]]] = {}
    for number, text in zip(fresh, _some(session, fresh, texts), strict=True):
        spans = beside.added_by(text) if beside is not None else []
        if spans:
            new[number] = [[begin, end, 0] for begin, end in spans]
        else:
            nothing.append(number)
    for first in range(0, len(nothing), _AT_ONCE):
        _keep(session, nothing[first : first + _AT_ONCE], head)
    count = len({number for spans in adds.values() for _, _, number in spans})
    if new or head != record.head_id or count != record.additions:
        count = _number(session, head, adds, new, texts)
    record.head_id, record.additions = head, count


def _number(
    session: Session,
    head: int,
    adds: Mapping[int, list[list[int]]],
    new: Mapping[int, list[list[int]]],
    texts: Mapping[int, str],
) -> int:
    """Groups equal added sentences into numbered additions, and stores the numbers; returns how many there are."""
    spans = [(one, begin, end) for one, held in sorted({**adds, **new}.items()) for begin, end, _ in held]
    ids = list(dict.fromkeys(one for one, _, _ in spans))
    words = dict(zip(ids, _some(session, ids, texts), strict=True))
    groups = same_sentences([words[one][begin:end] for one, begin, end in spans])
    numbers = {place: number for number, group in enumerate(groups) for place in group}
    now: dict[int, list[list[int]]] = {}
    for place, (one, begin, end) in enumerate(spans):
        now.setdefault(one, []).append([begin, end, numbers[place]])
    rows = [
        {"comment_id": one, "against_id": head, "adds": held}
        for one, held in now.items()
        if one in new or held != adds[one]
    ]
    if rows:
        session.execute(update(CommentFingerprint), rows)
    return len(groups)


def keep_prints(session: Session, prints: Mapping[int, Print]) -> None:
    """Stores the fingerprints by which near-duplicates are found; existing ones stay."""
    rows = [
        {"comment_id": number, "letters": one.letters, "sketch": one.sketch} for number, one in prints.items()
    ]
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    if rows:
        session.execute(dialect.insert(CommentFingerprint).on_conflict_do_nothing(), rows)


def forget(session: Session, ids: Sequence[int]) -> None:
    """Resets comments that left a group or were hidden: their additions have to be computed again."""
    for first in range(0, len(ids), _AT_ONCE):
        _keep(session, ids[first : first + _AT_ONCE], None)


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


def _keep(session: Session, ids: Sequence[int], against: int | None) -> None:
    session.execute(
        update(CommentFingerprint)
        .where(CommentFingerprint.comment_id.in_(ids))
        .values(against_id=against, adds=None)
        .execution_options(synchronize_session=False)
    )


def _members(session: Session, campaign_id: int) -> tuple[list[_Member], list[int]]:
    """Returns the visible members of a group, and the ids of hidden ones that were compared with its text."""
    table = CommentFingerprint
    held = (
        select(PublicComment.id, PublicComment.hidden_reason, table.letters, table.against_id, table.adds)
        .join(CampaignMember, CampaignMember.comment_id == PublicComment.id)
        .outerjoin(table, table.comment_id == PublicComment.id)
        .where(CampaignMember.campaign_id == campaign_id)
        .order_by(PublicComment.id)
    )
    seen: list[_Member] = []
    hidden: list[int] = []
    for number, why, letters, against, adds in session.execute(held):
        if why is None:
            seen.append(_Member(number, letters, against, adds or []))
        elif against is not None:
            hidden.append(number)
    return seen, hidden
