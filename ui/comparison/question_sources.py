"""The questions about uncertain pairs: the candidates, and what hangs on the answer. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.comparison.result import ProvisionPlace, Range, RewrittenPair
from desktop_app.instruments.comments.anchoring import places_of
from desktop_app.instruments.comments.review import anchors_of, exposed_revision
from desktop_app.instruments.drafting.review_marks import PinRow
from desktop_app.instruments.vocabulary import ThreadStatus
from ui.comparison.sources import Loaded, RevisionPair

if TYPE_CHECKING:
    from desktop_app.comparison.candidates import PairCandidate
    from desktop_app.services import ComparisonServices


@dataclass(frozen=True, slots=True)
class Question:
    """An uncertain pair. `candidates` are best first; until they are found, they are None.

    `annotations` are the open ones whose place depends on the answer. `comments` are those on the article of OLD.
    """

    pair: RewrittenPair
    candidates: tuple[PairCandidate, ...] | None = None
    annotations: int = 0
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is pinned: the article of OLD, and its partner, or the articles that it is not."""

    old: ProvisionPlace
    news: tuple[ProvisionPlace, ...]
    same: bool
    person_id: int | None
    person_name: str


def waiting_questions(loaded: Loaded) -> tuple[Question, ...]:
    """Returns the questions of a comparison before their candidates are known."""
    return tuple(Question(pair) for pair in loaded.comparison.uncertain_pairs)


def load_questions(services: ComparisonServices, loaded: Loaded) -> tuple[Question, ...]:
    """Returns the questions of a comparison with their candidates, and what hangs on them."""
    from desktop_app.comparison.candidates import pair_questions  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms

    found = pair_questions(loaded.comparison, [row.pin for row in loaded.pins])
    commented = _commented(services, loaded) if found else []
    made = []
    for pair, candidates in found:
        place = candidates[0].old if candidates else pair.old
        news = [one.new for one in candidates if one.paired]
        comments = sum(place[0] <= at < place[1] for at in commented)
        made.append(Question(pair, candidates, _annotations(loaded, place, news), comments))
    return tuple(made)


def _annotations(loaded: Loaded, old: Range, news: Sequence[Range]) -> int:
    """Returns the number of open threads whose place depends on the partner of an article of OLD."""
    source = loaded.source
    if not isinstance(source, RevisionPair) or source.old is None:
        return 0
    count = 0
    for placed in loaded.threads:
        places = [old] if placed.side == "old" else news if placed.side == "new" else []
        earlier = placed.row.status is ThreadStatus.OPEN and placed.row.made_on <= source.old
        count += earlier and any(first <= placed.start < last for first, last in places)
    return count


def _commented(services: ComparisonServices, loaded: Loaded) -> list[int]:
    """Returns where in OLD each public comment belongs, if OLD is the revision that the public saw."""
    source, detail = loaded.source, loaded.instrument
    if not isinstance(source, RevisionPair) or detail is None or exposed_revision(detail) != source.old:
        return []
    comments = services.comments.of_instrument(source.instrument_id)
    if not comments:
        return []
    places = places_of(loaded.comparison.old.text)
    found = (one.at for one in anchors_of(places, comments, source.old).values())
    return [places.range_of(at)[0] for at in found if at is not None]


def answers_of(loaded: Loaded) -> tuple[Answer, ...]:
    """Returns the pinned answers in the order of OLD; pins of one article that it is not another are one answer."""
    rows: dict[tuple[ProvisionPlace, bool], list[tuple[ProvisionPlace, PinRow]]] = {}
    for row in loaded.pins:
        old, new = (
            loaded.comparison.place_at("old", row.pin.old),
            loaded.comparison.place_at("new", row.pin.new),
        )
        if old is not None and new is not None:
            rows.setdefault((old, row.pin.same), []).append((new, row))
    made = [
        Answer(old, tuple(new for new, _row in found), same, found[-1][1].person_id, found[-1][1].person_name)
        for (old, same), found in rows.items()
        if same or (old, True) not in rows
    ]
    return tuple(sorted(made, key=lambda answer: answer.old.start))
