"""The first page: the language of the program on this PC."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.languages import LANGUAGES, Language
from desktop_app.persian.digits import isolated
from desktop_app.settings import Settings
from desktop_app.wording import language_in_use, translate
from ui.sign_in.first_start.choice_cards import Card, ChoiceCards
from ui.sign_in.first_start.page import Page


class LanguagePage(Page):
    """`language_chosen`: the window is made anew in that language."""

    language_chosen = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = ChoiceCards(
            translate("FirstStart", "Language"),
            [Card(one.code, one.name, _sample(one), "ph.translate") for one in LANGUAGES.values()],
            language_in_use().code,
            locked=settings.is_fixed("language"),
        )
        self.cards.changed.connect(self.language_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards)
        column.addStretch()

    def title(self) -> str:
        return translate("FirstStart", "In which language do you work?")

    def about(self) -> str:
        return translate(
            "FirstStart",
            "For the windows on this PC. Letters to citizens are written in Persian in any case.",
        )

    def step_words(self) -> str:
        return language_in_use().name

    def may_go_back(self) -> bool:
        return False

    def focus_first(self) -> None:
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_order(self) -> list[QWidget]:
        return [self.cards]


def _sample(language: Language) -> str:
    """Returns a date as the language writes it."""
    number = "8".translate(str.maketrans("0123456789", language.digits))
    year = "1405".translate(str.maketrans("0123456789", language.digits))
    written = f"{number} {language.months[8]} {year}"
    return written if language.right_to_left else isolated(written)
