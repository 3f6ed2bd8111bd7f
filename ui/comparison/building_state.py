"""The state of building that the panel shows, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.comparison.result import StaleReference
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.review_marks import ChangeKey
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import rule_sentence
from ui.annotations.placed import PlacedThread
from ui.comparison.sources import Loaded, RevisionPair
from ui.widgets.comparison_view import ComparisonReading
from ui.widgets.comparison_view.labels import change_summary, change_title


@dataclass(frozen=True, slots=True)
class TakenChange:
    """A change taken from the older side. `change` is None if the comparison no longer has it."""

    key: ChangeKey
    change: int | None
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested wording, with the text that it replaces."""

    thread: int
    author: str
    quote: str
    words: str
    taken: bool
    #: False if it was settled, or if its text is not in the newer revision: then it can only be given back.
    possible: bool


@dataclass(frozen=True, slots=True)
class BuildingState:
    """Everything that the panel shows."""

    number: int
    old_name: str
    new_name: str
    changes: tuple[TakenChange, ...]
    suggestions: tuple[Suggestion, ...]
    #: The stale references of the newer revision, and whether all of the result are put right.
    references: tuple[StaleReference, ...] = ()
    put_right: bool = False
    #: How many places were refused, and how many written anew, as sentences.
    partly: tuple[str, ...] = ()
    #: Who changed the choices last, and when; empty if none are stored.
    kept: str = ""

    @property
    def empty(self) -> bool:
        """Whether the result equals the newer revision."""
        applied = any(one.taken for one in self.suggestions)
        return not (self.changes or self.put_right or self.partly or applied)


def why_not(loaded: Loaded | None) -> str:
    """Returns why no next revision can be built from this comparison, or an empty string."""
    if loaded is None or loaded.instrument is None or not isinstance(loaded.source, RevisionPair):
        return translate("Comparison", "A next revision is built from two revisions of an instrument.")
    detail: InstrumentDetail = loaded.instrument
    if reason := why_not_add(loaded):
        return reason
    if loaded.source.new != detail.revisions[-1].number:
        return rule_sentence("not_the_last_revision")
    return ""


def why_not_add(loaded: Loaded | None) -> str:
    """Returns why no revision can be added to the instrument of a comparison, or an empty string."""
    if loaded is None or loaded.instrument is None:
        return translate("Comparison", "A next revision is built from two revisions of an instrument.")
    if not loaded.instrument.may_add_revision:
        return translate(
            "Comparison", "No revision can be added: the document is finished, or it takes another role."
        )
    return ""


def building_state(
    loaded: Loaded, reading: ComparisonReading, taken: CompositionChoices, kept: str
) -> BuildingState:
    """Returns the state of the choices for a comparison."""
    assert loaded.instrument is not None
    entries = reading.comparison.entries
    known = {ChangeKey.of(entries[c.entries[0]]): number for number, c in enumerate(reading.changes)}
    changes = [_taken(reading, key, known.get(key)) for key in taken.old]
    changes.sort(key=lambda one: (one.change is None, one.change or 0))
    return BuildingState(
        loaded.instrument.revisions[-1].number + 1,
        loaded.old.name,
        loaded.new.name,
        tuple(changes),
        _suggestions(loaded.threads, taken.threads),
        reading.comparison.stale_references,
        taken.repair is not None,
        _partly(taken),
        kept,
    )


def _partly(taken: CompositionChoices) -> tuple[str, ...]:
    counts = (
        (translate("Comparison", "Places refused: {n}"), len(taken.places)),
        (translate("Comparison", "Places written anew: {n}"), len(taken.edits)),
    )
    return tuple(fill(words, n=digits(count)) for words, count in counts if count)


def _taken(reading: ComparisonReading, key: ChangeKey, change: int | None) -> TakenChange:
    if change is None:
        return TakenChange(key, None, translate("Comparison", "A change that is no longer there"), "")
    comparison = reading.comparison
    found = reading.changes[change]
    return TakenChange(key, change, change_title(comparison, found), change_summary(comparison, found))


def _suggestions(threads: Sequence[PlacedThread], taken: Sequence[int]) -> tuple[Suggestion, ...]:
    found = []
    for placed in threads:
        row = placed.row
        opened = row.status is ThreadStatus.OPEN
        if row.kind is not ThreadKind.SUGGESTION or not row.messages or not (opened or row.id in taken):
            continue
        words = row.messages[0].text
        possible = opened and placed.side is not None
        found.append(Suggestion(row.id, row.author_name, row.quote, words, row.id in taken, possible))
    return tuple(found)
