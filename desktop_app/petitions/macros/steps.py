"""The steps of a macro in their order: each is a bulk act on one petition, or writes a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.errors import InvalidValueError
from desktop_app.office.templates import valid_text
from desktop_app.petitions.bulk.acts import Archive, HandOver, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.bulk.stored import kept_act, read_act
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Outcome

#: The maximum number of steps: all of them are previewed, run and undone in one transaction.
MOST_STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class NoteStep:
    """A note for colleagues; it is not a move and is not undone."""

    text: str


Step = PutLabel | NoteStep | Take | Refer | Resolve | Archive
#: Steps that hand the petition on: the table of moves allows no further one after them.
_LEAVING: Final = (Refer, Resolve, Archive)


def leaves(steps: Sequence[Step]) -> bool:
    """Whether one of the steps hands the petition on."""
    return any(isinstance(step, _LEAVING) for step in steps)


def checked(steps: Sequence[Step]) -> None:
    """Raises `InvalidValueError` for steps that do nothing or can never run; `step` is the index of the wrong
    one.
    """
    if not steps:
        raise InvalidValueError(field="macro_steps", reason="empty", value="")
    if len(steps) > MOST_STEPS:
        raise InvalidValueError(field="macro_steps", reason="too_long", value="")
    leaving = [at for at, step in enumerate(steps) if isinstance(step, _LEAVING)]
    if len(leaving) > 1:
        raise InvalidValueError(field="macro_steps", reason="handed_on_twice", value="", step=leaving[1])
    for at, step in enumerate(steps):
        try:
            _check(step)
        except InvalidValueError as error:
            raise InvalidValueError(**{**error.parameters, "step": at}) from error


def _check(step: Step) -> None:
    if isinstance(step, NoteStep) and not step.text.strip():
        raise InvalidValueError(field="note", reason="empty", value="")
    if not isinstance(step, Resolve):
        return
    if step.outcome is Outcome.DUPLICATE:
        # A duplicate has to name the petition that it repeats, which differs each time.
        raise InvalidValueError(field="macro_steps", reason="unknown", value=step.outcome.value)
    if step.outcome not in CLOSING_WITHOUT_ANSWER:
        valid_text(step.text)
    elif not step.text.strip():
        raise InvalidValueError(field="reason", reason="empty", value="")


def stored(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Returns the steps as JSON for the database."""
    return [
        {"do": "note", "text": step.text} if isinstance(step, NoteStep) else kept_act(step) for step in steps
    ]


def read(data: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    """Returns the steps that `stored` serialized; none of a macro that cannot be read.

    Colleagues read what one shared, whatever client wrote it.
    """
    try:
        return tuple(_read(one) for one in data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return ()


def _read(data: Mapping[str, Any]) -> Step:
    """Reads one step. Raises `AttributeError`, `KeyError`, `TypeError`, `ValueError`."""
    for name, value in data.items():
        if not isinstance(value, int if name.endswith("_id") else str | bool):
            raise TypeError(name)
    if data["do"] == "note":
        return NoteStep(data["text"])
    act = read_act(data)
    if isinstance(act, HandOver):
        raise TypeError(data["do"])
    return act
