"""The pages shown instead of a comparison: nothing chosen, one revision only, error, loading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.wording import fill, translate
from ui.errors import sentence
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.skeleton import Skeleton


def first_steps(choose_instrument: Callable[[], None], choose_files: Callable[[], None]) -> list[FirstStep]:
    """Returns the choices of what to compare."""
    return [
        FirstStep(
            "ph.files",
            translate("Comparison", "Two revisions of an instrument"),
            translate("Comparison", "The last revision beside the one before it"),
            translate("Comparison", "Choose an instrument"),
            choose_instrument,
        ),
        FirstStep(
            "ph.folder-open",
            translate("Comparison", "Two files from disk"),
            translate("Comparison", "Documents of Word, ODT, HTML or text; you can also drop them here"),
            translate("Comparison", "Choose files"),
            choose_files,
            key="Ctrl+O",
        ),
    ]


def nothing_compared(steps: Sequence[FirstStep]) -> EmptyState:
    """Returns the page before anything was chosen."""
    return EmptyState(
        translate("Comparison", "Nothing is being compared"),
        translate("Comparison", "Two revisions stand here side by side, with every change between them."),
        icon="ph.columns",
        steps=list(steps),
    )


def one_revision_only(title: str, steps: Sequence[FirstStep]) -> EmptyState:
    """Returns the page for an instrument with a single revision."""
    return EmptyState(
        fill(translate("Comparison", "“{title}” has only one revision"), title=title),
        translate("Comparison", "As soon as a second one is imported, both can be compared here."),
        icon="ph.file-text",
        steps=list(steps),
    )


def not_compared(error: AppError, again: Callable[[], None], steps: Sequence[FirstStep]) -> EmptyState:
    """Returns the page for an error, with a way to retry."""
    first = FirstStep(
        "ph.arrow-clockwise",
        translate("Comparison", "Try the same again"),
        translate("Comparison", "Nothing was changed or lost"),
        translate("Comparison", "Try again"),
        again,
    )
    return EmptyState(
        translate("Comparison", "The texts could not be compared"),
        sentence(error),
        icon="ph.warning",
        tone="danger",
        steps=[first, *steps],
    )


def reading() -> QWidget:
    """Returns the page while texts are read and compared."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 32, 32, 32)
    column.addWidget(Skeleton("text"))
    return page
