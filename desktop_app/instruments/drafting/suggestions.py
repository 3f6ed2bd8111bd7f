"""Suggested wordings in the order of the text: open, accepted or refused, and which of them exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop_app.comparison.result import Range
from desktop_app.instruments.annotations.threads import Message, ThreadRow
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus


class SuggestionState(StrEnum):
    """What was decided about a suggestion. One that is accepted is applied to the next revision."""

    OPEN = "open"
    ACCEPTED = "accepted"
    APPLIED = "applied"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class SuggestedWording:
    """A suggestion. `place` are the code points of the revision that its `words` replace; None if they are gone.

    `decided_by` and `decided_at` are empty while it is open. `reason` is why it was refused.
    """

    thread_id: int
    version: int
    author: str
    at: datetime
    place: Range | None
    quote: str
    words: str
    state: SuggestionState
    talk: tuple[Message, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""

    @property
    def waits(self) -> bool:
        """Whether it can be accepted or refused now."""
        return self.state is SuggestionState.OPEN and self.place is not None


def suggestions_of(rows: Iterable[ThreadRow], accepted: Sequence[int]) -> tuple[SuggestedWording, ...]:
    """Returns the suggestions among threads of one revision, in the order of the text; lost ones come last.

    `accepted` are the threads whose wording the next revision applies.
    """
    found = [
        _suggestion(row, row.id in accepted)
        for row in rows
        if row.kind is ThreadKind.SUGGESTION and row.messages
    ]
    return tuple(sorted(found, key=lambda one: (one.place is None, one.place or (0, 0), one.thread_id)))


def rivals_of(one: SuggestedWording, every: Iterable[SuggestedWording]) -> tuple[SuggestedWording, ...]:
    """Returns the open and accepted suggestions, `one` among them, for words that `one` would replace too.

    A single one, or none, is no conflict.
    """
    live = (SuggestionState.OPEN, SuggestionState.ACCEPTED)
    if one.place is None or one.state not in live:
        return ()
    start, end = one.place
    found = [
        other
        for other in every
        if other.state in live and other.place is not None and other.place[0] < end and start < other.place[1]
    ]
    return tuple(found)


def shared_place(rivals: Iterable[SuggestedWording]) -> Range:
    """Returns the range that suggestions for the same words cover together."""
    places = [one.place for one in rivals if one.place is not None]
    return min(place[0] for place in places), max(place[1] for place in places)


def _suggestion(row: ThreadRow, accepted: bool) -> SuggestedWording:
    first, *talk = row.messages
    place = None if row.start is None or row.end is None else (row.start, row.end)
    state, by, at, reason = SuggestionState.OPEN, "", None, ""
    if row.status is ThreadStatus.OPEN:
        state = SuggestionState.ACCEPTED if accepted else state
    else:
        applied = row.outcome is ThreadOutcome.APPLIED
        state = SuggestionState.APPLIED if applied else SuggestionState.REFUSED
        resolved = [step for step in row.steps if step.action == "resolved"]
        if resolved:
            by, at = resolved[-1].actor_name, resolved[-1].at
            reason = "" if applied else "".join(m.text for m in talk[-1:] if m.at == at)
    return SuggestedWording(
        row.id, row.version, row.author_name, row.created_at, place, row.quote, first.text, state,
        tuple(talk), by, at, reason,
    )  # fmt: skip
