"""The internal form of a summing-up, which names the senders and has a marking on every page.

It is neither published nor frozen: it combines the frozen summing-up with the current state of the comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.consultation.named_senders import NamedSenders, Wrote
from desktop_app.persian.dates import long_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.reports.summing_up.matrix import AnsweredComment, Matrix
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

#: Maximum number of names listed with an addition; the list of the senders has the others.
_NAMES: Final = 5


class Sender(NamedTuple):
    """A line in the list of senders of a campaign text."""

    name: str
    group: str
    channel: str
    received_on: str
    letter: str
    added: str


def with_names(matrix: Matrix, named: NamedSenders) -> Matrix:
    """Returns the matrix with senders and unmasked texts."""
    behind = iter(named.answers)
    parts = tuple(
        replace(part, answers=tuple(_named(answer, next(behind)) for answer in part.answers))
        for part in matrix.parts
    )
    return replace(matrix, parts=parts)


def _named(answer: AnsweredComment, wrote: Wrote) -> AnsweredComment:
    if not wrote.members:
        return replace(answer, wrote=wrote)
    # What a group shared when it was answered stays, if it has other members now.
    text = answer.text if answer.campaign is not None and wrote.changed else wrote.text
    return replace(answer, wrote=wrote, text=text, quote=wrote.members[0].quote if answer.quote else "")


def marking() -> str:
    """The marking of every page."""
    return translate("Summing-up", "Internal: contains personal data")


def note(named: NamedSenders) -> str:
    """Explains the form, and gives the date of the names."""
    text = fill(
        translate(
            "Summing-up",
            "The office's own form; not for publication. Names, numbers of letters and unmasked words are those of"
            " the comments as they stood on {day}, when {who} had it made: what was corrected or erased since the"
            " freezing stands here as it is now. The decisions, reasons and changes are the summing-up's own."
            " Comments that are out of sight are not told here either.",
        ),
        day=long_date(tehran_day(named.read_at)),
        who=named.read_by,
    )
    changed = sum(one.changed for one in named.answers)
    if not changed:
        return text
    words = translate("Summing-up", "{n} answers are marked: what stood behind them then is another now.")
    return f"{text} {fill(words, n=changed)}"


def sender_name(comment: CommentRow) -> str:
    """Returns the name or number of the sender, or says that there is none."""
    name = visible_controls(comment.sender)
    if name.lstrip("+").isdecimal():
        name = isolated(digits(name))
    elif "@" in name:
        name = isolated(name)
    return name or translate("Summing-up", "Without a name")


def who_words(answer: AnsweredComment) -> list[str]:
    """Describes the sender and the letter; for a campaign group, refers to the list of senders."""
    wrote = answer.wrote
    if wrote is None:
        return []
    if not wrote.members:
        return [translate("Summing-up", "Its comment is not found among the comments of today.")]
    parts = []
    if answer.campaign is not None:
        words = translate("Summing-up", "Senders: in the list of no. {n}")
        parts.append(fill(words, n=answer.number))
    else:
        [head] = wrote.members
        words = translate("Summing-up", "Sender: {name}")
        letter = letter_words(head)
        parts.append(" · ".join((fill(words, name=sender_name(head)), *([letter] if letter else []))))
    if wrote.changed:
        words = translate("Summing-up", "The group has changed since: it has {n} comments now.")
        parts.append(fill(words, n=len(wrote.members)))
    return parts


def letter_words(comment: CommentRow) -> str:
    """Returns «نامه شمارهٔ ۱۲۳/۴۵», empty without a letter number."""
    if not comment.letter_number:
        return ""
    number = isolated(digits(visible_controls(comment.letter_number)))
    return fill(translate("Summing-up", "letter no. {number}"), number=number)


def added_words(answer: AnsweredComment) -> list[str]:
    """Describes what senders of a campaign group added, with their names."""
    assert answer.wrote is not None
    parts = []
    for text, places in answer.wrote.additions:
        names = [sender_name(answer.wrote.members[place]) for place in places[:_NAMES]]
        who = translate("Summing-up", ", ").join(names)
        if len(places) > _NAMES:
            who = fill(translate("Summing-up", "{names} and {n} more"), names=who, n=len(places) - _NAMES)
        parts.append(fill(translate("Summing-up", "Added by {names}: {words}"), names=who, words=text))
    return parts


def senders_heading() -> str:
    """Heading of the lists of campaign senders."""
    return translate("Summing-up", "Senders of comments with one text")


def list_title(answer: AnsweredComment) -> str:
    """Title of the list of one campaign group."""
    assert answer.wrote is not None
    words = translate("Summing-up", "No. {n}: {count} comments")
    return fill(words, n=answer.number, count=len(answer.wrote.members))


def sender_columns() -> tuple[str, ...]:
    """Column titles of the lists of senders."""
    return (
        translate("Summing-up", "Sender"),
        translate("Summing-up", "Group"),
        translate("Summing-up", "Channel"),
        translate("Summing-up", "Date"),
        translate("Summing-up", "Number of the letter"),
        translate("Summing-up", "Added by this sender"),
    )


def listed(matrix: Matrix) -> Iterator[AnsweredComment]:
    """Returns the answers that have a list of senders."""
    return (one for one in matrix.answers if one.campaign is not None and one.wrote and one.wrote.members)


def senders_of(answer: AnsweredComment) -> Sequence[Sender]:
    """Returns the senders of a campaign text, in order of receipt."""
    assert answer.wrote is not None
    added: dict[int, list[str]] = {}
    for text, places in answer.wrote.additions:
        for place in places:
            added.setdefault(answer.wrote.members[place].id, []).append(text)
    rows = sorted(answer.wrote.members, key=lambda one: (one.received_at, one.id))
    return tuple(
        Sender(
            sender_name(one),
            label("group", one.group),
            label("channel", one.channel),
            short_date(tehran_day(one.received_at)),
            isolated(digits(visible_controls(one.letter_number))) if one.letter_number else "",
            " ".join(added.get(one.id, ())),
        )
        for one in rows
    )
