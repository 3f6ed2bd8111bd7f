"""Placeholders of the comments screen: no comments yet, or a loading error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from desktop_app.errors import AppError
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.wording import translate
from ui.errors import sentence
from ui.widgets.empty_state import EmptyState, FirstStep

#: The maximum number of drafts offered for an import.
_MOST_FIRST: Final = 3


def no_comments(
    awaited: Sequence[InstrumentRow], import_on: Callable[[int], object], go_to_drafts: Callable[[], object]
) -> EmptyState:
    """Returns the placeholder for no comments; `awaited` are the drafts that accept comments."""
    imports = [
        FirstStep(
            "ph.download-simple",
            row.title,
            translate("Comments", "It stands before the public, and no comment on it is here yet"),
            translate("Comments", "Import comments…"),
            partial(import_on, row.id),
        )
        for row in awaited[:_MOST_FIRST]
    ]
    drafts = FirstStep(
        "ph.files",
        translate("Comments", "Comments belong to a draft"),
        translate("Comments", "They come in by import while the draft is open to the public"),
        translate("Comments", "Go to the drafts"),
        go_to_drafts,
    )
    return EmptyState(
        translate("Comments", "No comment from the public yet"),
        translate("Comments", "They stand here by provision, each with its decision and the reason for it."),
        icon="ph.chat-circle-text",
        steps=[*imports, drafts],
    )


def not_read(error: AppError, again: Callable[[], object]) -> EmptyState:
    """Returns the placeholder for a loading error, with a button that retries."""
    step = FirstStep(
        "ph.arrow-clockwise",
        translate("Comments", "Read them again"),
        translate("Comments", "Nothing was changed or lost"),
        translate("Comments", "Try again"),
        again,
        key="F5",
    )
    title = translate("Comments", "The comments could not be read")
    return EmptyState(title, sentence(error), icon="ph.warning", tone="danger", steps=[step])
