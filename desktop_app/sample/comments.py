"""Sample public comments on a published revision: individual ones, a campaign of near-identical ones, late ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from desktop_app.sample.instruments import SampleInstrument, instrument
from desktop_app.sample.moments import seconds_of_day
from desktop_app.sample.people import GROUPS, SamplePerson, numbered_person
from desktop_app.sample.pools import pools
from desktop_app.sample.spelling import HABITS

_ARTICLE: Final = re.compile(r"^ماده [۰-۹]+", re.MULTILINE)
_ITEM: Final = re.compile(r"^[۰-۹]+(?=- )", re.MULTILINE)
_CHANNELS: Final = ("portal",) * 62 + ("sms",) * 18 + ("single_window",) * 14 + ("email",) * 6
_DAYTIME: Final = seconds_of_day((1, 0, 0, 0, 0, 0, 1, 3, 7, 10, 11, 10, 9, 8, 7, 7, 8, 8, 8, 9, 10, 9, 7, 3))
_GROUPS: Final = tuple(GROUPS)
#: The instrument and the provision of the campaign, and its share of the comments.
CAMPAIGN_ON: Final = ("gallery-licensing", "ماده ۶")
_CAMPAIGN_SHARE: Final = 0.55
_CAMPAIGN_QUOTE: Final = "دوازده نمایشگاه در سال"
_LATE: Final = 0.03
_DECIDED: Final = 0.6
_GENERIC_DECISIONS: Final = (
    ("accepted",) * 3 + ("partly_accepted",) * 3 + ("already_covered",) * 4 + ("rejected",) * 5
)


@dataclass(frozen=True, slots=True)
class SampleDisposition:
    """A decision as in `instruments.vocabulary`; `reason` is publishable, `by` is a user name."""

    decision: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class SampleComment:
    """One sample comment.

    `label` is the label of a provision as it occurs at the start of a line («ماده ۶»، «۳»), None for the
    whole text. `quote` occurs verbatim in the published revision, or is None. `late` comments came after
    `closed`. `campaign` comments share one text. `disposition` is None while undecided.
    """

    number: int
    external_id: str
    label: str | None
    quote: str | None
    text: str
    name: str | None
    national_id: str | None
    mobile: str | None
    group: str
    channel: str
    received_at: datetime
    late: bool
    campaign: bool
    disposition: SampleDisposition | None


def comments(
    instrument_code: str,
    count: int,
    seed: int,
    opened: datetime,
    closed: datetime,
    until: datetime | None = None,
) -> Iterator[SampleComment]:
    """Yields `count` comments between `opened` and `closed` (timezone-aware), oldest first.

    About 3 % are up to four days late. With `until`, none comes at or after it: times are within the elapsed
    part of the window, and none is late while it is open. Comments have dispositions only after `closed`.
    """
    made = instrument(instrument_code)
    writer = _Writer(made, Random(f"{instrument_code}/{seed}"))
    end = closed if until is None or until > closed else until
    over = until is None or until > closed
    moments = writer.moments(count, opened, end, closed if over else None, until)
    for number, moment in enumerate(moments, 1):
        yield writer.comment(number, moment, late=over and moment > closed, decided=over)


@dataclass(frozen=True, slots=True)
class _Words:
    """The content of one comment, and the decision on it."""

    label: str | None
    quote: str | None
    text: str
    decision: str
    reason: str

    def disposition(self, random: Callable[[], float]) -> SampleDisposition:
        return SampleDisposition(self.decision, self.reason, "e.rezaei" if random() < 0.7 else "h.moradi")


class _Writer:
    def __init__(self, made: SampleInstrument, rng: Random) -> None:
        self._made = made
        self._rng = rng
        self._random: Callable[[], float] = rng.random
        self._pools = pools("comments")
        self._labels = _labels(made.text(made.exposed or 1))
        self._pointed = [
            (key.partition(":")[2], line)
            for key, lines in self._pools.items()
            if key.startswith(f"{made.code}:")
            for line in lines
        ]
        self._first = int(rng.random() * 8_000_000)

    def moments(
        self, count: int, opened: datetime, end: datetime, closed: datetime | None, until: datetime | None
    ) -> list[datetime]:
        """Returns sorted times in `[opened, end)`, denser in the last days; with `closed`, a few after it."""
        span = (end - opened).total_seconds()
        late = int(count * _LATE) if closed is not None and self._made.exposed else 0
        found = [
            min(self._at_daytime(opened, span), end - timedelta(seconds=1 + self._random() * 3600))
            for _ in range(count - late)
        ]
        if closed is not None:
            rest = 4 * 86_400.0 if until is None else min(4 * 86_400.0, (until - closed).total_seconds() - 1)
            found += [
                closed + timedelta(seconds=1 + int(self._random() * max(rest - 1, 0))) for _ in range(late)
            ]
        return sorted(max(moment, opened) for moment in found)

    def _at_daytime(self, opened: datetime, span: float) -> datetime:
        days = int((1 - self._random() ** 1.6) * span / 86_400)
        second = _DAYTIME[int(self._random() * len(_DAYTIME))] + int(self._random() * 900)
        return opened + timedelta(days=days, seconds=second)

    def comment(self, number: int, moment: datetime, *, late: bool, decided: bool) -> SampleComment:
        random = self._random
        campaign = self._made.code == CAMPAIGN_ON[0] and random() < _CAMPAIGN_SHARE
        words = self._campaign() if campaign else self._single()
        sender = self._sender()
        channel = _CHANNELS[int(random() * len(_CHANNELS))]
        anonymous = random() < 0.08
        return SampleComment(
            number=number,
            external_id=f"C-{self._made.code}-{number:05}",
            label=words.label,
            quote=words.quote,
            text=words.text,
            name=None if anonymous else sender.name,
            national_id=None if anonymous or channel == "sms" else sender.national_id,
            mobile=None if anonymous and channel != "sms" else sender.mobile,
            group=_GROUPS[int(random() * len(_GROUPS))],
            channel=channel,
            received_at=moment,
            late=late,
            campaign=campaign,
            disposition=words.disposition(random) if decided and random() < self._decided_share() else None,
        )

    def _decided_share(self) -> float:
        """The share of decided comments; from the state "ready" on, the law requires all to be decided."""
        return {"ready": 1.0, "promulgated": 1.0, "submitted": 1.0, "closed": 0.0}.get(
            self._made.state, _DECIDED
        )

    def _sender(self) -> SamplePerson:
        # A separate pool of people, some of whom write several times.
        return numbered_person(self._first + int(self._random() * 5000), self._rng)

    def _campaign(self) -> _Words:
        text = self._pools["campaign"][0]
        if self._random() < 0.18:
            text = f"{text} {self._pick('campaign_added')}"
        if self._random() < 0.2:
            text = f"با سلام. {text}"
        return _Words(
            CAMPAIGN_ON[1],
            _CAMPAIGN_QUOTE,
            self._typed(text),
            "partly_accepted",
            self._pick("reason_campaign"),
        )

    def _single(self) -> _Words:
        chance = self._random()
        if chance < 0.03:
            return _Words(
                None,
                None,
                self._typed(self._pick("off_topic")),
                "out_of_scope",
                self._pick("reason_out_of_scope"),
            )
        if chance < 0.17:
            text, _, decision, reason = self._pick("whole").split("|")
            return _Words(None, None, self._typed(self._personal(text, opens=False)), decision, reason)
        if self._pointed and chance < 0.8:
            label, line = self._pointed[int(self._random() * len(self._pointed))]
            text, quote, decision, reason = line.split("|")
            return _Words(label, quote, self._typed(self._personal(text)), decision, reason)
        label = self._labels[int(self._random() * len(self._labels))]
        decision = _GENERIC_DECISIONS[int(self._random() * len(_GENERIC_DECISIONS))]
        text = self._typed(self._personal(self._pick("generic")))
        return _Words(label, None, text, decision, self._pick(f"reason_{decision}"))

    def _personal(self, text: str, *, opens: bool = True) -> str:
        """Adds individual words before and after, so that comments of the same content differ."""
        if opens and self._random() < 0.4:
            text = f"{self._pick('opening')} {text}"
        return f"{text} {self._pick('own')}" if self._random() < 0.5 else text

    def _typed(self, text: str) -> str:
        habit = HABITS[int(self._random() * len(HABITS))]
        return habit(text) if habit else text

    def _pick(self, pool: str) -> str:
        entries = self._pools[pool]
        return entries[int(self._random() * len(entries))]


def _labels(text: str) -> list[str]:
    """Returns the labels of the articles or, in a text without articles, of its numbered items."""
    return _ARTICLE.findall(text) or _ITEM.findall(text)
