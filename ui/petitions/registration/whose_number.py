"""The question whose number it is, where the register has it under another name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.persian.text import visible_controls
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import fill, translate
from ui.petitions.registration.submission import Submission
from ui.widgets.confirm_dialog import ConfirmDialog, ConfirmedAct

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.people.petitioners import PetitionerRow


def ask_whose_number(
    submission: Submission,
    known: PetitionerRow,
    actor: Actor,
    register: Callable[[Submission], object],
    parent: QWidget,
) -> ConfirmDialog:
    """Asks whether the sender is `known` or somebody else, and calls `register` with what was answered."""
    contact = submission.petition.contact
    under_stored = replace(submission.petition, contact=replace(contact, name=known.name))
    same = replace(submission, petition=under_stored)
    answers = [
        ConfirmedAct(
            translate("RegisterForm", "Same person, stored name"),
            "primary",
            lambda: register(same),
        )
    ]
    told = translate("RegisterForm", "A manager of the unit can correct the stored name later.")
    if actor.has(Role.MANAGER):
        told = ""
        corrected = replace(same, corrected_name=contact.name)
        words = translate("RegisterForm", "Same person, correct the name")
        answers.append(ConfirmedAct(words, "secondary", lambda: register(corrected)))
    title = translate("RegisterForm", "The national ID is stored under another name")
    if contact.national_id is None:
        title = translate("RegisterForm", "The number is stored under another name")
        words = translate("RegisterForm", "Another person")
        answers.append(ConfirmedAct(words, "secondary", lambda: register(submission)))
    facts = (
        fill(translate("RegisterForm", "Stored: {name}"), name=visible_controls(known.name)),
        fill(translate("RegisterForm", "Typed: {name}"), name=visible_controls(contact.name)),
    )
    return ConfirmDialog(title, facts, answers, parent, told=told)
