"""Placeholders of the drafts screen: no drafts yet, or a loading error."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.errors import AppError
from desktop_app.wording import translate
from ui.errors import sentence
from ui.widgets.empty_state import EmptyState, FirstStep


def nothing_yet(register: Callable[[], object] | None) -> EmptyState:
    """Returns the placeholder for no drafts; `register` is None for a person who may not register one."""
    steps: list[FirstStep] = []
    if register is not None:
        steps.append(
            FirstStep(
                "ph.file-plus",
                translate("Instruments", "A new draft document"),
                translate(
                    "Instruments", "A bylaw, a directive, a bill …; the law's road follows from its kind"
                ),
                translate("Instruments", "Register one"),
                register,
                key="Ctrl+N",
            )
        )
    return EmptyState(
        translate("Instruments", "No draft document yet"),
        translate("Instruments", "Drafts stand here with their revisions, from the first text to its end."),
        icon="ph.files",
        steps=steps,
    )


def not_read(error: AppError, again: Callable[[], object], title: str = "") -> EmptyState:
    """Returns the placeholder for a loading error, with a button that retries; `title` if it is not the drafts."""
    step = FirstStep(
        "ph.arrow-clockwise",
        translate("Instruments", "Read them again"),
        translate("Instruments", "Nothing was changed or lost"),
        translate("Instruments", "Try again"),
        again,
        key="F5",
    )
    title = title or translate("Instruments", "The drafts could not be read")
    return EmptyState(title, sentence(error), icon="ph.warning", tone="danger", steps=[step])
