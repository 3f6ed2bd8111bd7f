"""Question before a petition is closed as a duplicate, where that may be a mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import OPEN
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.widgets.confirm_dialog import ConfirmDialog, ConfirmedAct

if TYPE_CHECKING:
    from desktop_app.petitions.duplicates.likes import MergeTarget


def doubts(target: MergeTarget, colleague: str = "") -> tuple[str, ...]:
    """Returns what speaks against closing a petition as a duplicate of `target`.

    `colleague` is the name of another person who has the petition in hand.
    """
    code, found = shown_code(target.tracking_code), []
    if not target.same_sender:
        name = visible_controls(target.petitioner_name).strip()
        words = translate("Likeness", "{code} is not known to be of the same person.")
        if name:
            words = translate(
                "Likeness", "{code} is not known to be of the same person; its sender is {name}."
            )
        found.append(fill(words, code=code, name=name))
    if target.status not in OPEN:
        words = translate("Likeness", "{code} is closed already: {state}.")
        found.append(fill(words, code=code, state=label("status", target.status.value)))
    if colleague:
        words = translate("Likeness", "This petition is in the hands of {name}.")
        found.append(fill(words, name=visible_controls(colleague)))
    return tuple(found)


def linked_words(other: MergeTarget) -> str:
    """Returns the message after a link was made."""
    return fill(translate("Likeness", "Linked with {code}."), code=shown_code(other.tracking_code))


def ask_about_duplicate(
    found: tuple[str, ...], merge: Callable[[], object], link: Callable[[], object], parent: QWidget
) -> ConfirmDialog:
    """Asks whether to close as a duplicate or to link only; `found` are the `doubts`."""
    told = translate(
        "Likeness",
        "A duplicate is closed without a reply of its own. A link leaves both petitions as they are, and each"
        " gets its reply.",
    )
    answers = (
        ConfirmedAct(translate("Likeness", "Only link them"), "primary", link),
        ConfirmedAct(translate("Likeness", "Close as a duplicate"), "danger", merge),
    )
    return ConfirmDialog(translate("Likeness", "Close it as a duplicate?"), found, answers, parent, told=told)
