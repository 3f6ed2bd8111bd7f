"""A frozen summing-up as rows: the response matrix (جدول پاسخ), provision × comment × decision × change.

The frozen content is plain values (`instruments.summing_up`). PDF, DOCX and XLSX are all made from these
rows, so that they agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop_app.instruments.consultation.named_senders import Wrote
from desktop_app.persian.dates import tehran_day


@dataclass(frozen=True, slots=True)
class WordDifference:
    """A run of differing words: `op` as in a comparison, code points `[start, end)` of the text of each side."""

    op: str
    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ProvisionOutcome:
    """How a provision changed since its publication.

    `old` or `new` is empty where that side has no such provision.
    """

    provision: str
    status: str
    flags: tuple[str, ...]
    old: str
    new: str
    marks: tuple[WordDifference, ...]


@dataclass(frozen=True, slots=True)
class MaterialOutcome:
    """A material change since the publication, weighty for `kinds`.

    `carried` accepted comments asked for it, which the matrix has as `answers`, and `about` comments are on its
    provision. The published `reason` is there if none asked for it.
    """

    change: ProvisionOutcome
    kinds: tuple[str, ...]
    carried: int
    about: int
    reason: str
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CampaignSummary:
    """The counts of a campaign group: submissions, named persons, submissions without a name, late submissions.

    Also the sentences that not all members have, with their counts, and the other provisions that the group
    names.
    """

    times: int
    persons: int
    nameless: int
    late: int
    additions: tuple[tuple[str, int], ...]
    also_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnsweredComment:
    """A comment and the response to it. `number` counts from 1 through the whole matrix."""

    number: int
    group: str
    channel: str
    #: The day in Tehran.
    received_on: date
    late: bool
    quote: str
    text: str
    #: None until it is decided.
    disposition: str | None
    reason: str
    #: The revision and provision that implement it; None and empty where there is none.
    carried_revision: int | None
    carried_provision: str
    change: ProvisionOutcome | None
    #: The number of an earlier answer that shows the same change; None where this one shows it.
    same_as: int | None
    #: Set where it answers a whole campaign group; `text` is then what all its members share.
    campaign: CampaignSummary | None = None
    #: The provision named by the sender, where it has not been assigned to one yet; empty elsewhere.
    named: str = ""
    issues: tuple[str, ...] = ()
    #: Why the text stays as it is although the comment is accepted.
    unchanged_reason: str = ""
    #: The sender, in the internal form only.
    wrote: Wrote | None = None


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """A provision of the published text; `label` is empty for the whole text.

    `known` is false for a name that comments use and the text does not have.
    """

    label: str
    known: bool
    #: Number of comments on it; a group that is listed elsewhere counts where its comments are.
    comments: int
    answers: tuple[AnsweredComment, ...]
    #: What changed in the provision, the weighty first.
    changes: tuple[MaterialOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole response matrix; days are days in Tehran, counts are pairs (code, number)."""

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
    #: The material changes of provisions without a comment, the weighty first.
    changes: tuple[MaterialOutcome, ...]
    #: How many provisions have another number, or another spelling, alone.
    renumbered: int
    spelled: int
    #: Hidden comments by reason: counted, but without an answer.
    hidden: tuple[tuple[str, int], ...] = ()
    #: Comments by issue, in the names of the office; a comment may have several issues.
    issues: tuple[tuple[str, int], ...] = ()
    #: Why the window was not opened again, though its last day was declared closed later; empty for other windows.
    left_closed: str = ""

    @property
    def answers(self) -> Iterator[AnsweredComment]:
        return (answer for part in self.parts for answer in part.answers)

    @property
    def accepted_without_change(self) -> tuple[AnsweredComment, ...]:
        """Accepted comments that no change implements."""
        return tuple(
            answer
            for answer in self.answers
            if answer.disposition in {"accepted", "partly_accepted"} and answer.change is None
        )

    @property
    def left_unchanged(self) -> tuple[AnsweredComment, ...]:
        """The same comments, but only once there is an amended text."""
        return () if self.last_revision == self.exposed_revision else self.accepted_without_change


def read_matrix(content: Mapping[str, Any]) -> Matrix:
    """Parses content made by `instruments.summing_up.SummingUp.content`."""
    asking = _asking(content["provisions"])
    changes = [_material(change, asking.get(change["provision"], ())) for change in content["changes"]]
    parts = _parts(content["provisions"], changes)
    listed = {at for provision in content["provisions"] for at in provision["changes"]}
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
        # Content frozen before campaign groups were introduced has no channels: each comment is an answer
        # there.
        channels=_counts(content.get("channels", channels)),
        dispositions=_counts(content["dispositions"]),
        parts=parts,
        changes=_weighty_first(one for at, one in enumerate(changes) if at not in listed),
        renumbered=content["quiet"]["renumbered"],
        spelled=content["quiet"]["spelled"],
        hidden=_counts(content.get("hidden", {})),
        issues=_counts(content.get("issues", {})),
        left_closed=content.get("left_closed", ""),
    )


def _asking(provisions: Iterable[Mapping[str, Any]]) -> dict[str, tuple[int, ...]]:
    """Returns the numbers of the answers that each change carries, by its name."""
    found: dict[str, tuple[int, ...]] = {}
    answers = (item for provision in provisions for item in provision["comments"])
    for number, item in enumerate(answers, 1):
        carrier = item.get("carried_provision", "")
        if carrier:
            found[carrier] = (*found.get(carrier, ()), number)
    return found


def _material(item: Mapping[str, Any], answers: tuple[int, ...]) -> MaterialOutcome:
    return MaterialOutcome(
        _change(item), tuple(item["kinds"]), item["carried"], item["about"], item["reason"], answers
    )


def _weighty_first(changes: Iterable[MaterialOutcome]) -> tuple[MaterialOutcome, ...]:
    return tuple(sorted(changes, key=lambda one: not one.kinds))


def _parts(provisions: list[dict[str, Any]], changes: Sequence[MaterialOutcome]) -> tuple[MatrixPart, ...]:
    """Numbers the answers, and shows each change once: one change may implement 900 comments."""
    made: list[MatrixPart] = []
    number = 0
    shown: dict[ProvisionOutcome, int] = {}
    for provision in provisions:
        answers = []
        for item in provision["comments"]:
            number += 1
            change = _change(item["change"]) if "change" in item else None
            first = shown.setdefault(change, number) if change is not None else number
            answers.append(_answer(item, number, change, first if first != number else None))
        count = provision.get("count", len(answers))
        here = _weighty_first(changes[at] for at in provision["changes"])
        made.append(MatrixPart(provision["label"], provision["known"], count, tuple(answers), here))
    return tuple(made)


def _answer(
    item: Mapping[str, Any], number: int, change: ProvisionOutcome | None, same_as: int | None
) -> AnsweredComment:
    return AnsweredComment(
        number=number,
        group=item["group"],
        channel=item["channel"],
        received_on=tehran_day(datetime.fromisoformat(item["received_at"])),
        late=item["late"],
        quote=item["quote"],
        text=item["text"],
        disposition=item["disposition"],
        reason=item["reason"],
        carried_revision=item.get("carried_revision"),
        carried_provision=item.get("carried_provision", ""),
        change=change,
        same_as=same_as,
        campaign=_campaign(item) if "times" in item else None,
        named=item.get("named", ""),
        issues=tuple(item.get("issues", ())),
        unchanged_reason=item.get("unchanged_reason", ""),
    )


def _campaign(item: Mapping[str, Any]) -> CampaignSummary:
    return CampaignSummary(
        item["times"],
        item["persons"],
        item["nameless"],
        item["late_times"],
        tuple((one["text"], one["times"]) for one in item["additions"]),
        tuple(item["also_on"]),
    )


def _change(item: Mapping[str, Any]) -> ProvisionOutcome:
    marks = tuple(
        WordDifference(run["op"], (run["old"][0], run["old"][1]), (run["new"][0], run["new"][1]))
        for run in item["runs"]
    )
    return ProvisionOutcome(
        item["provision"], item["status"], tuple(item["flags"]), item["old"], item["new"], marks
    )


def _counts(found: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Sorted by count, descending."""
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
