"""The steps of a macro in the order of the clerk: each does what an act on many does, or writes a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.errors import InvalidValueError
from desktop_app.office.templates import valid_text
from desktop_app.petitions.bulk.acts import Archive, HandOver, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.bulk.stored import kept_act, read_act
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Outcome

#: So many steps at most: all of them are previewed, done and taken back in one transaction.
MOST_STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class NoteStep:
    """A note for colleagues: no move, and not taken back."""

    text: str


Step = PutLabel | NoteStep | Take | Refer | Resolve | Archive
#: What hands the petition on: more than one of these could not follow the table of moves.
_LEAVING: Final = (Refer, Resolve, Archive)


def leaves(steps: Sequence[Step]) -> bool:
    """Whether the petition leaves the person's hands with one of the steps."""
    return any(isinstance(step, _LEAVING) for step in steps)


def checked(steps: Sequence[Step]) -> None:
    """Raises `InvalidValueError` for steps that could do nothing, or never be done; `step` is the place of the one
    that is wrong."""
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
        # Each duplicate names the one that it repeats.
        raise InvalidValueError(field="macro_steps", reason="unknown", value=step.outcome.value)
    if step.outcome not in CLOSING_WITHOUT_ANSWER:
        valid_text(step.text)
    elif not step.text.strip():
        raise InvalidValueError(field="reason", reason="empty", value="")


def stored(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """The steps as the database keeps them."""
    return [
        {"do": "note", "text": step.text} if isinstance(step, NoteStep) else kept_act(step) for step in steps
    ]


def read(kept: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    """What `stored` made."""
    return tuple(_read(one) for one in kept)


def _read(kept: Mapping[str, Any]) -> Step:
    if kept["do"] == "note":
        return NoteStep(kept["text"])
    act = read_act(kept)
    assert not isinstance(act, HandOver), "no step of a macro"
    return act
