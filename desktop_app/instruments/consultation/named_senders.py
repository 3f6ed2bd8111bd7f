"""Finds the senders of the comments that a summing-up answers, for the office's internal form of it only.

A summing-up names nobody, and stays as it was frozen. The names are read separately from the comments that it
covers, in their present state. Reading them is recorded as an event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.instruments.acts.beside import SENDERS_READ
from desktop_app.instruments.comments.acting import denied, do_one
from desktop_app.instruments.comments.moderation import must_read_senders, reads_senders
from desktop_app.instruments.comments.review import load_review
from desktop_app.instruments.comments.senders import senders_of_comments
from desktop_app.instruments.comments.service import CommentRow, Comments
from desktop_app.instruments.consultation.campaign_summary import told_once
from desktop_app.instruments.drafting.service import Drafting, existing_instrument
from desktop_app.likeness.common import common_of, words_at
from desktop_app.likeness.sentences import sentences_in
from desktop_app.people.masking import DOT, masked
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class Wrote:
    """The comments behind one answer: a single one, or the members of a group with the quoted one first.

    `changed`: they are not what was answered, because the group has other members, or nothing was found.
    `text` is that of the comment, or what all members share. It and the `additions` are unmasked, each of these with
    the indexes of its senders in `members`.
    """

    members: tuple[CommentRow, ...]
    text: str = ""
    additions: tuple[tuple[str, tuple[int, ...]], ...] = ()
    changed: bool = False


#: The name of the act in refusals and rights.
_READ: Final = "read_senders"
#: A comment, and all comments that are merged with it now.
_Place = tuple[CommentRow, tuple[CommentRow, ...]]


@dataclass(frozen=True, slots=True)
class NamedSenders:
    """The senders of each answer of a summing-up, in its order; `read_at` is aware."""

    answers: tuple[Wrote, ...]
    read_at: datetime
    read_by: str


class SenderNames:
    """Reads the senders of a summing-up."""

    def __init__(self, database: Database, drafting: Drafting, comments: Comments) -> None:
        self._database = database
        self._drafting = drafting
        self._comments = comments

    def may_read(self, actor: Actor, instrument_id: int) -> bool:
        """Whether a person may read them. Raises `NotFoundError`."""
        with self._database.reading() as session:
            return reads_senders(actor, existing_instrument(session, instrument_id).unit_id)

    def beside(
        self, actor: Actor, instrument_id: int, content: Mapping[str, Any], number: int | None
    ) -> NamedSenders:
        """Returns the senders behind the answers of a summing-up's `content`; `number` is that of a frozen one.

        Raises `NotPermittedError`, `NotFoundError`.
        """
        with self._database.reading() as session:
            must_read_senders(actor, existing_instrument(session, instrument_id), _READ)
        review = load_review(self._drafting, self._comments, actor, instrument_id)
        groups = told_once(review.parts)
        shown = {one.id: one for one in review.comments if one.hidden is None}
        held = [(group.head, *(one for one in group.members if one.id != group.head.id)) for group in groups]
        inside = {one.id for members in held for one in members}
        held += [(one,) for one in shown.values() if one.id not in inside]
        answers = [answer for part in content["provisions"] for answer in part["comments"]]
        named = self._note(actor, instrument_id, number, behind(answers, held))
        keyed = [one.id for members in held for one in members if one.sender_key]
        with self._database.reading() as session:
            whole = senders_of_comments(session, keyed)
        return replace(named, answers=tuple(_with_senders(one, whole) for one in named.answers))

    @once
    def _note(
        self,
        actor: Actor,
        instrument_id: int,
        number: int | None,
        found: tuple[Wrote, ...],
    ) -> NamedSenders:
        with self._database.writing() as session:
            now = self._database.now(session)
            item = Item(instrument_id, remarks=_remarks(number, found))
            do_one(session, SENDERS_READ, actor, item, now, errors=denied(_READ, Role.REVIEWER, Role.MANAGER))
            return NamedSenders(found, now, actor.name)


def _with_senders(wrote: Wrote, whole: Mapping[int, str]) -> Wrote:
    members = (replace(one, sender=whole.get(one.id, one.sender)) for one in wrote.members)
    return replace(wrote, members=tuple(members))


def _remarks(number: int | None, found: Sequence[Wrote]) -> dict[str, Any]:
    named = {"count": sum(len(one.members) for one in found)}
    return named | ({"number": number} if number is not None else {})


def behind(answers: Sequence[Mapping[str, Any]], held: Sequence[tuple[CommentRow, ...]]) -> tuple[Wrote, ...]:
    """Finds for each answer the comments that it was given to. Pure.

    `held` are comments that are merged now, the quoted one first. A comment's text, time and channel never
    change, so they identify it. Of a group's text, what all share is in the answer. Among several with the same text
    and time, the one with the same decision is chosen, else the first.
    """
    alike: defaultdict[tuple[datetime, str, str | int | None], list[_Place]] = defaultdict(list)
    for members in held:
        for one in members:
            for words in (masked(one.text), len(one.text), None):
                alike[one.received_at, one.channel, words].append((one, members))
    found: dict[int, Wrote] = {}
    taken: set[int] = set()
    # Unchanged ones are matched first, so that changed ones cannot take their comments. Texts that were masked
    # differently are matched last, by length.
    for fits, shown in ((_as_it_was, str), (_in_its_words, str), (_in_its_words, len)):
        for place, answer in enumerate(answers):
            if place in found:
                continue
            moment = datetime.fromisoformat(answer["received_at"])
            words = None if "times" in answer else shown(answer["text"])
            there = alike[moment, answer["channel"], words]
            while there and there[0][0].id in taken:
                del there[0]
            fit = next((each for each in there if each[0].id not in taken and fits(answer, *each)), None)
            if fit is not None:
                found[place] = _wrote(answer, *fit)
                taken |= {member.id for member in found[place].members}
    return tuple(found.get(place, Wrote((), changed=True)) for place in range(len(answers)))


def _as_it_was(answer: Mapping[str, Any], one: CommentRow, members: tuple[CommentRow, ...]) -> bool:
    decided = one.disposition.value if one.disposition is not None else None
    return (
        one is members[0]
        and len(members) == answer.get("times", 1)
        and decided == answer["disposition"]
        and _covers(answer["reason"], one.reason)
        and _in_its_words(answer, one, members)
    )


def _in_its_words(answer: Mapping[str, Any], one: CommentRow, members: tuple[CommentRow, ...]) -> bool:
    del members
    if "times" in answer:
        shown, written = answer["text"], masked(one.text)
        return all(shown[said.begin : said.end] in written for said in sentences_in(shown))
    return _covers(answer["text"], one.text) and _covers(answer["quote"], one.quote)


def _covers(shown: str, written: str) -> bool:
    """Whether `shown` is `written` with some of its letters masked."""
    if shown == written:
        return True
    return len(shown) == len(written) and all(
        ours in {theirs, DOT} for ours, theirs in zip(shown, written, strict=True)
    )


def _wrote(answer: Mapping[str, Any], one: CommentRow, members: tuple[CommentRow, ...]) -> Wrote:
    if "times" not in answer:
        return Wrote((one,), one.text)
    members = (one, *(member for member in members if member is not one))
    common = common_of([member.text for member in members])
    additions = tuple((" ".join(each.text.split()), each.members) for each in common.additions)
    text = words_at(members[common.place].text, common.spans)
    return Wrote(members, text, additions, changed=len(members) != answer["times"])
