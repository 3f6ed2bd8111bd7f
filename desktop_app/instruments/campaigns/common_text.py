"""What the comments of a group say together and what each adds to it: worked out where it changes, and kept.

A comment is held against the text that stands for all once; showing a group of thousands reads what came of it.
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

#: So many comments are named in one statement.
_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True)
class AddedWords:
    """A sentence that the common text does not have, in the words of its first sender, and who has it: comments."""

    text: str
    comments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CommonText:
    """The text that stands for a group, the most frequent additions first, and the comments: those in sight."""

    text: str
    additions: tuple[AddedWords, ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Member:
    """What is kept of a comment of a group; `adds` as in the table."""

    id: int
    letters: str | None
    against: int | None
    adds: list[list[int]]


def read_common(session: Session, campaign_id: int, head_id: int) -> CommonText:
    """What a group says, as it is kept; worked out where nobody has looked at it since it could be kept."""
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
    said: dict[int, tuple[str, dict[int, None]]] = {}
    for one in members:
        for begin, end, number in one.adds:
            words = said.setdefault(number, (texts[one.id][begin:end], {}))
            words[1][one.id] = None
    found = [AddedWords(words, tuple(who)) for words, who in said.values()]
    found.sort(key=lambda one: (-len(one.comments), one.comments, one.text))
    return CommonText(texts[head_id], tuple(found), tuple(ids))


def say_what_is_common(session: Session, campaign_id: int, texts: Mapping[int, str]) -> None:
    """Keeps which comment's text stands for a group, and which sentences others added to it. `texts` by comment;
    those that are missing and needed are read."""
    members, out_of_sight = _members(session, campaign_id)
    bare = [one.id for one in members if one.letters is None]
    if bare:
        keep_prints(session, dict(zip(bare, prints_of(_some(session, bare, texts)), strict=True)))
        members, out_of_sight = _members(session, campaign_id)
    # What is hidden stands for nobody, and what it adds is not shown; in sight again it is held anew.
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
    """Finds which sentences are one addition, and keeps that; returns how many there are."""
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
    """Keeps what near-equal comments are found by; what is there already stays."""
    rows = [
        {"comment_id": number, "letters": one.letters, "sketch": one.sketch} for number, one in prints.items()
    ]
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    if rows:
        session.execute(dialect.insert(CommentFingerprint).on_conflict_do_nothing(), rows)


def forget(session: Session, ids: Sequence[int]) -> None:
    """Comments that are in no group any more, or out of sight: what they add is to be found anew."""
    for first in range(0, len(ids), _AT_ONCE):
        _keep(session, ids[first : first + _AT_ONCE], None)


def texts_of(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """The words of comments as they came, by their number."""
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
    """What is kept of the comments of a group that are in sight, and those out of sight that were held against its
    text."""
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
