"""Serialises bulk acts, selections and failures for the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from desktop_app.errors import AppError
from desktop_app.petitions.bulk.acts import Act, Archive, HandOver, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.bulk.run import BulkFailure, BulkSelection
from desktop_app.petitions.lists.filters import from_json, to_json
from desktop_app.petitions.vocabulary import Outcome

_NAMES: Final[dict[type[Act], str]] = {
    PutLabel: "label",
    Take: "take",
    HandOver: "hand_over",
    Refer: "refer",
    Resolve: "resolve",
    Archive: "archive",
}
_KINDS: Final = {name: kind for kind, name in _NAMES.items()}


def kept_act(act: Act) -> dict[str, Any]:
    """Serialises an act; `read_act` reverses it."""
    return {"do": _NAMES[type(act)]} | _values(act)


def _values(act: Act) -> dict[str, Any]:
    if isinstance(act, PutLabel):
        return {"label_id": act.label_id} | ({} if act.on else {"on": False})
    if isinstance(act, Refer):
        given = {"rule_id": act.rule_id, "person_id": act.person_id}
        further = {name: value for name, value in given.items() if value is not None}
        return {"unit_id": act.unit_id, "text": act.text} | further
    if isinstance(act, HandOver):
        return {"person_id": act.person_id, "text": act.text}
    if isinstance(act, Resolve):
        return {"outcome": act.outcome.value, "text": act.text, "reason": act.reason}
    return {}


def read_act(kept: Mapping[str, Any]) -> Act:
    """Reads the result of `kept_act`."""
    values = {name: value for name, value in kept.items() if name != "do"}
    if "outcome" in values:
        values["outcome"] = Outcome(values["outcome"])
    made: Act = _KINDS[kept["do"]](**values)
    return made


def kept_selection(selection: BulkSelection) -> dict[str, Any]:
    """Serialises a selection; `read_selection` reverses it."""
    if selection.wanted is not None:
        return {"wanted": to_json(selection.wanted)}
    return {"ids": list(selection.ids)}


def read_selection(kept: Mapping[str, Any]) -> BulkSelection:
    """Reads the result of `kept_selection`."""
    wanted = kept.get("wanted")
    return BulkSelection(tuple(kept.get("ids", ())), from_json(wanted) if wanted is not None else None)


def kept_failure(failure: BulkFailure) -> list[Any]:
    """Serialises a failure; `read_failure` reverses it. Values that JSON cannot represent become text."""
    plain = (str, int, float, bool, type(None))
    told = {
        name: value if isinstance(value, plain) else str(value)
        for name, value in failure.error.parameters.items()
    }
    return [failure.petition_id, failure.tracking_code, failure.error.code, told]


def read_failure(kept: Sequence[Any]) -> BulkFailure:
    """Reads the result of `kept_failure`."""
    number, code, kind, parameters = kept
    return BulkFailure(number, code, _errors().get(kind, AppError)(**parameters))


@cache
def _errors() -> dict[str, type[AppError]]:
    return {kind.code: kind for kind in _below(AppError)}


def _below(kind: type[AppError]) -> Iterator[type[AppError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
