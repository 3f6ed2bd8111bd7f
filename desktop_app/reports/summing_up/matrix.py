"""A frozen summing-up, read into rows: the response matrix (جدول پاسخ), provision × comment × decision × change.

What was frozen is plain values (`instruments.summing_up`); the forms that people read are all made from these rows,
so that paper, document and spreadsheet say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop_app.instruments.consultation.named_senders import Wrote
from desktop_app.persian.dates import tehran_day


@dataclass(frozen=True, slots=True)
class WordDifference:
    """A run of words that differs: `op` as in a comparison, code points `[start, end)` of each side's words."""

    op: str
    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ProvisionOutcome:
    """What became of a provision since it stood before the public; `old` or `new` is empty where it is not there."""

    provision: str
    status: str
    flags: tuple[str, ...]
    old: str
    new: str
    marks: tuple[WordDifference, ...]


@dataclass(frozen=True, slots=True)
class CampaignSummary:
    """What an answer to a campaign group tells of it: submissions, people with a name, submissions without one, how
    many came late; what single senders added, with how many have it; the other provisions that it names."""

    times: int
    persons: int
    nameless: int
    late: int
    additions: tuple[tuple[str, int], ...]
    also_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnsweredComment:
    """A comment and what became of it. `number` counts from 1 through the whole matrix."""

    number: int
    group: str
    channel: str
    #: The day in Tehran.
    received_on: date
    late: bool
    quote: str
    text: str
    #: None while nobody has decided.
    disposition: str | None
    reason: str
    #: Where it is carried; None and empty where it is not.
    carried_revision: int | None
    carried_provision: str
    change: ProvisionOutcome | None
    #: The number of an answer before it that shows the very same change; None where this one shows it.
    same_as: int | None
    #: Where it answers a whole group; the words are then those that stand for all.
    campaign: CampaignSummary | None = None
    #: The provision that its sender named, where nobody has said yet to which one it belongs; empty elsewhere.
    named: str = ""
    issues: tuple[str, ...] = ()
    #: Who wrote it, in the office's own form only.
    wrote: Wrote | None = None


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """A provision of the text that the public read; `label` is empty for the whole text. `known` is false for a
    name that comments give and the text does not have."""

    label: str
    known: bool
    #: How many comments came on it; a group that is told elsewhere counts where its comments are.
    comments: int
    answers: tuple[AnsweredComment, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it; days are days in Tehran, counts as pairs of a name's code and a number."""

    code: str
    title: str
    kind: str
    track: str
    unit: str
    opened_on: date | None
    closes_on: date | None
    place: str
    exposed_revision: int | None
    last_revision: int | None
    comments: int
    late: int
    groups: tuple[tuple[str, int], ...]
    channels: tuple[tuple[str, int], ...]
    dispositions: tuple[tuple[str, int], ...]
    parts: tuple[MatrixPart, ...]
    #: Changes that no comment asked for: the public never saw them.
    unasked: tuple[ProvisionOutcome, ...]
    #: Comments that are out of sight, by reason: counted, and no answer of theirs is told.
    hidden: tuple[tuple[str, int], ...] = ()
    #: What the comments speak of, by the office's own names; a comment may speak of several.
    issues: tuple[tuple[str, int], ...] = ()

    @property
    def answers(self) -> Iterator[AnsweredComment]:
        return (answer for part in self.parts for answer in part.answers)

    @property
    def accepted_without_change(self) -> tuple[AnsweredComment, ...]:
        """Accepted comments for which no changed words are known: nothing carries them, or what does is unchanged."""
        return tuple(
            answer
            for answer in self.answers
            if answer.disposition in {"accepted", "partly_accepted"} and not _changed(answer.change)
        )

    @property
    def left_unchanged(self) -> tuple[AnsweredComment, ...]:
        """Those again, once there is an amended text that could carry them."""
        return () if self.last_revision == self.exposed_revision else self.accepted_without_change


def read_matrix(content: Mapping[str, Any]) -> Matrix:
    """The rows of a content as `instruments.summing_up.SummingUp.content` makes it."""
    parts = _parts(content["provisions"])
    channels: dict[str, int] = {}
    for part in parts:
        for answer in part.answers:
            channels[answer.channel] = channels.get(answer.channel, 0) + 1
    return Matrix(
        code=content["code"],
        title=content["title"],
        kind=content["kind"],
        track=content["track"],
        unit=content["unit"],
        opened_on=_day(content["opened_on"]),
        closes_on=_day(content["closes_on"]),
        place=content["place"],
        exposed_revision=content["exposed_revision"],
        last_revision=content["last_revision"],
        comments=content["comments"],
        late=content["late"],
        groups=_counts(content["groups"]),
        # What was frozen before groups were told once has none: there each comment is an answer.
        channels=_counts(content.get("channels", channels)),
        dispositions=_counts(content["dispositions"]),
        parts=parts,
        unasked=tuple(_change(change) for change in content["unasked"]),
        hidden=_counts(content.get("hidden", {})),
        issues=_counts(content.get("issues", {})),
    )


def _parts(provisions: list[dict[str, Any]]) -> tuple[MatrixPart, ...]:
    """Numbers the answers, and tells a change once: 900 comments may be carried by one."""
    made: list[MatrixPart] = []
    number = 0
    shown: dict[ProvisionOutcome, int] = {}
    for provision in provisions:
        answers = []
        for told in provision["comments"]:
            number += 1
            change = _change(told["change"]) if "change" in told else None
            first = shown.setdefault(change, number) if change is not None else number
            answers.append(_answer(told, number, change, first if first != number else None))
        count = provision.get("count", len(answers))
        made.append(MatrixPart(provision["label"], provision["known"], count, tuple(answers)))
    return tuple(made)


def _answer(
    told: Mapping[str, Any], number: int, change: ProvisionOutcome | None, same_as: int | None
) -> AnsweredComment:
    return AnsweredComment(
        number=number,
        group=told["group"],
        channel=told["channel"],
        received_on=tehran_day(datetime.fromisoformat(told["received_at"])),
        late=told["late"],
        quote=told["quote"],
        text=told["text"],
        disposition=told["disposition"],
        reason=told["reason"],
        carried_revision=told.get("carried_revision"),
        carried_provision=told.get("carried_provision", ""),
        change=change,
        same_as=same_as,
        campaign=_campaign(told) if "times" in told else None,
        named=told.get("named", ""),
        issues=tuple(told.get("issues", ())),
    )


def _campaign(told: Mapping[str, Any]) -> CampaignSummary:
    return CampaignSummary(
        told["times"],
        told["persons"],
        told["nameless"],
        told["late_times"],
        tuple((one["text"], one["times"]) for one in told["additions"]),
        tuple(told["also_on"]),
    )


def _change(told: Mapping[str, Any]) -> ProvisionOutcome:
    marks = tuple(
        WordDifference(run["op"], (run["old"][0], run["old"][1]), (run["new"][0], run["new"][1]))
        for run in told["runs"]
    )
    return ProvisionOutcome(
        told["provision"], told["status"], tuple(told["flags"]), told["old"], told["new"], marks
    )


def _changed(change: ProvisionOutcome | None) -> bool:
    return change is not None and change.status not in {"unchanged", "orthographic"}


def _counts(found: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The most frequent first."""
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
