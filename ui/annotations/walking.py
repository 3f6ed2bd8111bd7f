"""Commands that walk through the open annotations of a text, in its order and by kind."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.wording import translate
from ui.actions import make_action
from ui.annotations.annotating import Annotating


def walking_commands(owner: QWidget, annotating: Annotating) -> list[QAction]:
    """Returns the commands; their keys work while `owner` is visible."""
    step = annotating.step
    return [
        make_action(owner, translate("Comparison", "Next annotation"), partial(step, 1), key="Alt+F8"),
        make_action(owner, translate("Comparison", "Previous annotation"), partial(step, -1), key="Alt+F7"),
        make_action(
            owner,
            translate("Comparison", "Next annotation of this kind"),
            partial(step, 1, alike=True),
            key="Alt+Shift+F8",
        ),
        make_action(
            owner,
            translate("Comparison", "Previous annotation of this kind"),
            partial(step, -1, alike=True),
            key="Alt+Shift+F7",
        ),
        *(
            make_action(owner, words, partial(step, 1, kind=kind))
            for kind, words in (
                (ThreadKind.NOTE, translate("Comparison", "Next note")),
                (ThreadKind.QUESTION, translate("Comparison", "Next question")),
                (ThreadKind.SUGGESTION, translate("Comparison", "Next suggested wording")),
            )
        ),
    ]
