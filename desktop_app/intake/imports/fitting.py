"""Checks whether a file of comments is about the chosen draft, by the draft or the provisions named in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from desktop_app.documents.faults import refusal
from desktop_app.instruments.comments.anchoring import Places
from desktop_app.intake.formats.columns import folded_name
from desktop_app.intake.formats.faults import TableFault
from desktop_app.intake.formats.registry import read_rows
from desktop_app.intake.imports.importing import ImportPlan

#: Number of rows to check, and the minimum number of provision names for a conclusion.
_LOOKED_AT: Final = 2_000
_ENOUGH: Final = 8
#: A file with a greater share of unknown provisions is about another draft.
_STRANGE: Final = 0.5
_NAMED: Final = 3
#: Minimum length of a partial title.
_TELLING: Final = 12


@dataclass(frozen=True)
class Fitting:
    """The draft for which comments are imported."""

    code: str
    title: str
    places: Places

    def is_ours(self, name: str) -> bool:
        """Whether the name in a cell means this draft: its number, its title, or a substantial part of the title."""
        given, title = folded_name(name), folded_name(self.title)
        if given in {folded_name(self.code), title}:
            return True
        shorter, longer = sorted((given, title), key=len)
        return len(shorter) >= _TELLING and shorter in longer

    def lacks(self, provision: str) -> bool:
        """Whether a provision name does not exist in this draft."""
        return bool(provision.strip()) and self.places.lacks(provision)

    def must_fit(self, plan: ImportPlan, mapping: Mapping[str, str]) -> None:
        """Raises `BadFileError` for a file about another draft."""
        rows = [row.cells for row in islice(read_rows(plan.table), _LOOKED_AT)]
        theirs = Counter(value for cells in rows if (value := _cell(cells, mapping, "instrument")))
        if theirs and not any(map(self.is_ours, theirs)):
            raise refusal(
                plan.path.name,
                TableFault.ANOTHER_INSTRUMENT,
                theirs=theirs.most_common(1)[0][0][:120],
                ours=self.title,
            )
        if theirs:
            return
        given = [name for cells in rows if (name := _cell(cells, mapping, "provision"))]
        strange = [name for name in given if self.lacks(name)]
        if len(given) >= _ENOUGH and len(strange) > _STRANGE * len(given):
            raise refusal(
                plan.path.name, TableFault.PROVISIONS_DO_NOT_FIT, ours=self.title, names=_some(strange)
            )


def _cell(cells: Mapping[str, str], mapping: Mapping[str, str], field: str) -> str:
    return " ".join(cells.get(mapping.get(field, ""), "").split())


def _some(names: Iterable[str]) -> str:
    return "، ".join(name[:40] for name in islice(dict.fromkeys(names), _NAMED))
