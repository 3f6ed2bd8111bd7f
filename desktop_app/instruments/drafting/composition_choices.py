"""What a reviewer chose for the next revision, and how it is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from desktop_app.comparison.places import ChangedPlace
from desktop_app.comparison.repairing import RepairChoices, RepairKey, RepairKind
from desktop_app.comparison.result import Range
from desktop_app.instruments.drafting.review_marks import ChangeKey


@dataclass(frozen=True, slots=True)
class EditedWords:
    """Words that were written in place of code points `[start, end)` of the newer revision."""

    start: int
    end: int
    text: str

    @property
    def place(self) -> Range:
        """The replaced range."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class CompositionChoices:
    """The deviations from the newer revision.

    `old` are whole changes for which the older side is taken, `places` single places inside other changes that are
    refused. `threads` are suggestions whose wording is applied, `edits` words that were written in place. With
    `repair` the result is renumbered, and its references and stated counts are put right.
    """

    old: frozenset[ChangeKey] = frozenset()
    threads: tuple[int, ...] = ()
    places: frozenset[ChangedPlace] = frozenset()
    edits: tuple[EditedWords, ...] = ()
    repair: RepairChoices | None = None

    def edited(self, place: Range) -> EditedWords | None:
        """Returns what was written in place of a range, or None."""
        return next((one for one in self.edits if one.place == place), None)

    def with_edit(self, place: Range, text: str | None) -> CompositionChoices:
        """Returns the choices with other words at a range of the newer revision; None takes them back."""
        rest = tuple(one for one in self.edits if one.place != place)
        new = () if text is None else (EditedWords(*place, text),)
        return replace(self, edits=tuple(sorted((*rest, *new), key=lambda one: one.place)))


def stored_choices(taken: CompositionChoices) -> dict[str, Any]:
    """Returns the form of `Composition.choices`."""
    keys = sorted(
        ([key.old and list(key.old), key.new and list(key.new)] for key in taken.old),
        key=lambda pair: (pair[0] or [], pair[1] or []),
    )
    made: dict[str, Any] = {"old": keys, "threads": list(taken.threads)}
    if taken.places:
        made["places"] = [[*place.old, *place.new] for place in sorted(taken.places)]
    if taken.edits:
        made["edits"] = [[one.start, one.end, one.text] for one in taken.edits]
    if taken.repair is not None:
        made["repair"] = {
            "without": [list(key) for key in sorted(taken.repair.without)],
            "answers": [[*key, answer] for key, answer in taken.repair.answers],
        }
    return made


def choices_stored(stored: dict[str, Any]) -> CompositionChoices:
    """Returns the choices of their stored form."""
    repair = stored.get("repair")
    return CompositionChoices(
        frozenset(
            ChangeKey(
                None if before is None else (before[0], before[1]),
                None if after is None else (after[0], after[1]),
            )
            for before, after in stored["old"]
        ),
        tuple(stored["threads"]),
        frozenset(ChangedPlace((a, b), (c, d)) for a, b, c, d in stored.get("places", ())),
        tuple(EditedWords(*one) for one in stored.get("edits", ())),
        None
        if repair is None
        else RepairChoices(
            frozenset(_key(one) for one in repair["without"]),
            tuple((_key(one[:3]), one[3]) for one in repair["answers"]),
        ),
    )


def _key(stored: list[Any]) -> RepairKey:
    return RepairKey(RepairKind(stored[0]), stored[1], stored[2])
