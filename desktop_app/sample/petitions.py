"""Sample petitions with their stories, in order of receipt; fast enough for a million.

Everything depends only on `random.Random(seed)` and the day: no set is iterated, no hash is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from desktop_app.sample.instruments import instrument
from desktop_app.sample.moments import DAYS, OFFICE, ONLINE, SampleYears, arrivals, span
from desktop_app.sample.people import (
    ORGANISATIONS,
    PEOPLE,
    SamplePerson,
    mobile,
    numbered_person,
    organisations,
)
from desktop_app.sample.pools import SampleTexts, campaigns, cases, pools
from desktop_app.sample.slots import Slots
from desktop_app.sample.spelling import HABITS
from desktop_app.sample.stories import SampleStep, Teller, state_after

_ONLINE_SHARES: Final = (
    ("portal", 50),
    ("service_desk", 22),
    ("single_window", 12),
    ("sms", 11),
    ("email", 5),
)
_OFFICE_SHARES: Final = (("phone", 62), ("letter", 22), ("in_person", 16))
_PREFIXES: Final = {"portal": "DR", "service_desk": "MK", "single_window": "WF", "sms": "SMS", "email": "EM"}
#: Shares of all petitions: without a routing rule, repeating an earlier one, and, on campaign days, of the
#: campaign.
_UNCLEAR: Final = 0.055
_REPEATED: Final = 0.008
_CAMPAIGN: Final = 0.15
_CAMPAIGN_DAYS: Final = ((510, 524), (DAYS - 12, DAYS))


@dataclass(frozen=True, slots=True)
class SamplePetition:
    """One sample petition.

    `number` counts from 1 in order of receipt; `repeats` is the number of the repeated petition. Kinds,
    channels, groups and urgencies are values of `petitions.vocabulary` and `people.identity`. `unit_code` is
    the responsible unit, None where it is unknown. `about_kind` is service, news, instrument or empty,
    `about` its title, for an instrument its code. `received_at` is timezone-aware, UTC.
    """

    number: int
    external_id: str | None
    kind: str
    channel: str
    subject: str
    text: str
    name: str | None
    national_id: str | None
    mobile: str | None
    email: str | None
    group: str | None
    unit_code: str | None
    received_at: datetime
    letter_number: str | None
    urgency: str
    about_kind: str
    about: str
    repeats: int | None
    story: tuple[SampleStep, ...]

    @property
    def about_title(self) -> str:
        """What it is about, as an office writes it."""
        return instrument(self.about).title if self.about_kind == "instrument" else self.about

    @property
    def state(self) -> str:
        """The status at the end of the story."""
        return state_after(self.story)


def petitions(count: int, seed: int, until: date) -> Iterator[SamplePetition]:
    """Yields `count` petitions received in the two years before `until` (start of the day in Tehran), oldest first.

    All their timestamps, of receipt and of steps, are before `until`.
    """
    writer = _Writer(count, Random(seed), span(until))
    for day, arrived in enumerate(arrivals(count, until)):
        yield from writer.day(day, arrived)


def _spread(shares: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(name for name, share in shares for _ in range(share))


_ONLINE: Final = _spread(_ONLINE_SHARES)
_OFFICE: Final = _spread(_OFFICE_SHARES)


@lru_cache(maxsize=1)
def _weighted() -> tuple[tuple[SampleTexts, ...], tuple[SampleTexts, ...]]:
    """Repeats each case by its weight: cases with a unit, and cases without one."""
    spread = [case for case in cases() for _ in range(case.weight)]
    return tuple(c for c in spread if c.unit), tuple(c for c in spread if not c.unit)


@lru_cache(maxsize=1)
def _organisation_numbers() -> dict[str, int]:
    names = [name for kind in ORGANISATIONS for name in organisations(kind)]
    return {name: PEOPLE + place for place, name in enumerate(names)}


@lru_cache(maxsize=16)
def _opened_on(about: str) -> int:
    """The day of the span on which the instrument of a case was published."""
    return DAYS - (instrument(about.removeprefix("instrument:")).opened or 0)


class _Writer:
    """Generates petitions day by day; keeps a pool of people, who write several times, and recent petitions."""

    def __init__(self, count: int, rng: Random, days: SampleYears) -> None:
        self._random = rng.random
        self._span = days
        self._teller = Teller(rng, days)
        self._routed, self._unclear = _weighted()
        self._pools = pools("petitions/general")
        first = int(rng.random() * (PEOPLE - 200_000))
        self._people: list[SamplePerson] = [
            numbered_person(first + place, rng) for place in range(min(100_000, max(20, count * 2 // 3)))
        ]
        self._number = 0
        self._lately: list[SamplePetition] = []

    def day(self, day: int, arrived: int) -> Iterator[SamplePetition]:
        """Yields the petitions of a day in order."""
        random = self._random
        office_share = 0.22 if self._span.works[day] else 0.0
        moments: list[tuple[int, str]] = []
        for _ in range(arrived):
            at_office = random() < office_share
            channels, hours = (_OFFICE, OFFICE) if at_office else (_ONLINE, ONLINE)
            second = hours[int(random() * len(hours))] + int(random() * 900)
            moments.append((second, channels[int(random() * 100)]))
        moments.sort()
        for second, channel in moments:
            self._number += 1
            yield self._petition(day, second, channel)

    def _petition(self, day: int, second: int, channel: str) -> SamplePetition:
        chance = self._random()
        if chance < _REPEATED and self._lately:
            return self._repeat(day, second, channel)
        for case, (begin, end) in zip(campaigns(), _CAMPAIGN_DAYS, strict=True):
            if begin <= day < end and chance > 1 - _CAMPAIGN:
                return self._fresh(day, second, channel, case)
        made = self._fresh(day, second, channel, self._case(day, clear=chance > _REPEATED + _UNCLEAR))
        if made.name and made.unit_code and len(made.text) > 80:
            self._remember(made)
        return made

    def _case(self, day: int, *, clear: bool) -> SampleTexts:
        choice = self._routed if clear else self._unclear
        while True:
            case = choice[int(self._random() * len(choice))]
            # Nobody writes about a draft before its publication.
            if not case.about.startswith("instrument:") or day >= _opened_on(case.about):
                return case

    def _fresh(self, day: int, second: int, channel: str, case: SampleTexts) -> SamplePetition:
        random = self._random
        sender = self._people[int(random() * len(self._people))]
        slots = Slots(random, self._span, day, sender.email)
        story = self._teller.tell(day, second, case.kind, case.unit)
        place = int(random() * len(case.subjects))
        subject = case.subjects[place] % slots
        text = self._text(case, place, slots, channel) if case.asks else self._campaign_text(case, slots)
        habit = HABITS[int(random() * 1000)]
        if habit is not None:
            subject, text = habit(subject), habit(text)
        name, national_id, mobile_number, email = self._sender(case, slots, sender, channel)
        about_kind, _, about = case.about.partition(":")
        return SamplePetition(
            self._number, self._external_id(channel, day), case.kind, channel, subject, text, name, national_id,
            mobile_number, email, self._group(case, name),
            # The desk may have routed a petition manually that no rule matched.
            case.unit or next((step.unit for step in story if step.unit), None),
            self._span.starts[day] + timedelta(seconds=second), self._letter_number(channel, day), self._urgency(),
            about_kind, about, None, story,
        )  # fmt: skip

    def _repeat(self, day: int, second: int, channel: str) -> SamplePetition:
        earlier = self._lately[int(self._random() * len(self._lately))]
        habit = HABITS[int(self._random() * 1000)]
        unit = earlier.unit_code or "desk"
        return SamplePetition(
            self._number, self._external_id(channel, day), earlier.kind, channel, earlier.subject,
            habit(earlier.text) if habit else earlier.text, earlier.name, earlier.national_id, earlier.mobile,
            earlier.email, earlier.group, unit, self._span.starts[day] + timedelta(seconds=second),
            self._letter_number(channel, day), "normal", earlier.about_kind, earlier.about, earlier.number,
            self._teller.tell_repeat(day, second, unit),
        )  # fmt: skip

    def _remember(self, made: SamplePetition) -> None:
        if len(self._lately) < 40:
            self._lately.append(made)
        else:
            self._lately[made.number % 40] = made

    def _sender(
        self, case: SampleTexts, slots: Slots, sender: SamplePerson, channel: str
    ) -> tuple[str | None, str | None, str | None, str | None]:
        """Returns name, national ID, mobile and e-mail, as far as people give them on this channel."""
        chance = self._random()
        if case.sender and chance < 0.65:
            name = slots[case.sender]
            return name, None, mobile(_organisation_numbers()[name]), None if chance < 0.3 else sender.email
        if chance > 0.97:
            return None, None, None, None
        if channel == "sms":
            return (sender.name if chance < 0.5 else None), None, sender.mobile, None
        if channel in {"phone", "letter", "in_person"}:
            known = sender.national_id if chance < 0.6 else None
            return sender.name, known, sender.mobile, None
        return sender.name, sender.national_id, sender.mobile, sender.email if chance < 0.7 else None

    def _group(self, case: SampleTexts, name: str | None) -> str | None:
        if name is None:
            return None
        if case.sender and name in organisations(case.sender):
            return ORGANISATIONS[case.sender]
        return case.groups[int(self._random() * len(case.groups))]

    def _text(self, case: SampleTexts, place: int, slots: Slots, channel: str) -> str:
        random = self._random
        # With as many facts as subjects, they were written in pairs.
        paired = len(case.facts) == len(case.subjects)
        fact = case.facts[place if paired else int(random() * len(case.facts))]
        ask = case.asks[int(random() * len(case.asks))]
        if channel == "sms":
            return (fact if random() < 0.3 else f"{fact} {ask}") % slots
        tone = self._tone(case.kind)
        parts = [fact]
        wanted = int(random() * 4.6)
        start = int(random() * len(case.details))
        # Keep the (cyclic) order of the file, since neighbouring details were written to follow each other.
        parts += (case.details[start:] + case.details[:start])[:wanted]
        if random() < 0.3 and tone != "plain":
            parts.append(self._pick(f"extra_{tone}"))
        if len(parts) < 2 or random() < 0.92:
            parts.append(ask)
        body = " ".join(parts) % slots
        return self._opened(body, tone, channel) + self._closing(tone, channel)

    def _opened(self, body: str, tone: str, channel: str) -> str:
        if channel == "phone":
            return f"{self._pick('phone')} {body}"
        chance = self._random()
        if chance > 0.88:
            return body
        greeting = self._pick(f"greeting_{tone}")
        if greeting[-1] in ".:!":
            return f"{greeting} {body}"
        return f"{greeting}\n{body}" if chance < 0.6 else f"{greeting}، {body}"

    def _closing(self, tone: str, channel: str) -> str:
        if channel == "phone" or self._random() > 0.55:
            return ""
        return ("\n" if self._random() < 0.6 else " ") + self._pick(f"closing_{tone}")

    def _campaign_text(self, case: SampleTexts, slots: Slots) -> str:
        added = case.details[int(self._random() * len(case.details))] if self._random() < 0.3 else ""
        opening = "با سلام. " if self._random() < 0.4 else ""
        return f"{opening}{case.facts[0]} {added}".strip() % slots

    def _tone(self, kind: str) -> str:
        chance = self._random()
        if kind in {"complaint", "criticism"} and chance < 0.4:
            return "cross"
        return "polite" if chance < 0.75 else "plain"

    def _pick(self, pool: str) -> str:
        entries = self._pools[pool]
        return entries[int(self._random() * len(entries))]

    def _external_id(self, channel: str, day: int) -> str | None:
        prefix = _PREFIXES.get(channel)
        return f"{prefix}-{self._span.years[day]}-{self._number:07}" if prefix else None

    def _letter_number(self, channel: str, day: int) -> str | None:
        if channel != "letter" and self._random() > 0.03:
            return None
        return f"{self._span.years[day]}/{110 + int(self._random() * 80)}/{1000 + self._number % 90_000}"

    def _urgency(self) -> str:
        chance = self._random()
        return "normal" if chance < 0.92 else "urgent" if chance < 0.99 else "immediate"
