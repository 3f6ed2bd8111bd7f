"""The commands of the comparison view with their shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate
from ui.actions import make_action
from ui.theme import appearance
from ui.widgets.comparison_view.changes import ChangeKind
from ui.widgets.comparison_view.view import ComparisonView

#: The kinds reached by Alt and a digit, in the order of the counts below the texts. The next digit is for weighty
#: changes.
WALKED_KINDS: Final = (
    ChangeKind.EDITED,
    ChangeKind.INSERTED,
    ChangeKind.DELETED,
    ChangeKind.MOVED,
    ChangeKind.RENUMBERED,
    ChangeKind.STALE,
)


@dataclass(frozen=True)
class Commands:
    """The commands of the view. `by_kind` has the order of `WALKED_KINDS`."""

    following: QAction
    previous: QAction
    following_alike: QAction
    previous_alike: QAction
    following_weighty: QAction
    previous_weighty: QAction
    by_kind: tuple[QAction, ...]
    annotate: QAction
    copy: QAction
    copy_marked: QAction
    copy_change: QAction
    select: QAction
    enlarge: QAction
    reduce: QAction
    read: QAction
    unfold: QAction


def make_commands(view: ComparisonView, owner: QWidget) -> Commands:
    """Creates the commands of `view`.

    Their shortcuts work in all of `owner`, including the list of changes. If there is no other widget, pass the
    view.
    """

    def made(text: str, does: Callable[[], object], key: str, *more: str) -> QAction:
        return make_action(owner, text, does, key=key, more_keys=more)

    def step(text: str, does: Callable[[], object], key: str, *more: str) -> QAction:
        action = made(text, does, key, *more)
        # A held key would pass over changes, each of which counts as seen.
        action.setAutoRepeat(False)
        return action

    weighty_digit = f"Alt+{len(WALKED_KINDS) + 1}"
    return Commands(
        following=step(translate("Comparison", "Next change"), view.next_change, "F8", "J"),
        previous=step(translate("Comparison", "Previous change"), view.previous_change, "F7", "K"),
        following_alike=step(
            translate("Comparison", "Next change of this kind"), view.next_alike, "Shift+F8"
        ),
        previous_alike=step(
            translate("Comparison", "Previous change of this kind"), view.previous_alike, "Shift+F7"
        ),
        following_weighty=step(
            translate("Comparison", "Next weighty change"), view.next_weighty, "Ctrl+F8", weighty_digit
        ),
        previous_weighty=step(
            translate("Comparison", "Previous weighty change"), view.previous_weighty, "Ctrl+F7"
        ),
        by_kind=_by_kind(view, owner),
        annotate=made(translate("Comparison", "New annotation"), view.request_annotation, "N"),
        copy=made(translate("Comparison", "Copy"), view.copy, "Ctrl+C"),
        copy_marked=made(translate("Comparison", "Copy with marks"), view.copy_marked, "Ctrl+Alt+C"),
        copy_change=made(translate("Comparison", "Copy the change"), view.copy_change, "Ctrl+Shift+C"),
        select=made(translate("Comparison", "Select the provision"), view.select_provision, "Ctrl+A"),
        enlarge=made(
            translate("Comparison", "Larger text"), appearance().enlarge_documents, "Ctrl++", "Ctrl+="
        ),
        reduce=made(translate("Comparison", "Smaller text"), appearance().reduce_documents, "Ctrl+-"),
        read=made(translate("Comparison", "Comparison in words"), view.toggle_words, "Ctrl+Shift+R"),
        unfold=made(
            translate("Comparison", "Open or close all folds"), view.toggle_all_folds, "Ctrl+Shift+E"
        ),
    )


def _by_kind(view: ComparisonView, owner: QWidget) -> tuple[QAction, ...]:
    names = (
        translate("Comparison", "Next edit"),
        translate("Comparison", "Next insertion"),
        translate("Comparison", "Next deletion"),
        translate("Comparison", "Next move"),
        translate("Comparison", "Next change of number"),
        translate("Comparison", "Next stale reference"),
    )

    def action(number: int, kind: ChangeKind, name: str) -> QAction:
        made = make_action(owner, name, lambda: view.next_of_kind(kind), key=f"Alt+{number}")
        made.setAutoRepeat(False)
        return made

    return tuple(
        action(number, kind, name)
        for number, (kind, name) in enumerate(zip(WALKED_KINDS, names, strict=True), 1)
    )
