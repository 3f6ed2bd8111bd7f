"""A small mark beside a word of the office that a new clerk does not know: it explains it where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop_app.languages import language_in_use
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.widgets.button import IconButton
from ui.widgets.plain import set_tip

#: Terms of the glossary that are explained where they stand.
STANDING_CLOCK = "مهلت متوقف"
ORDER_NOTE = "هامش"
ONE_TEXT = "هم‌متن"
SIMILAR = "مشابه"
WITHOUT_REPLY = "درخواست بدون پاسخ"
SECOND_PERSON = "نفر دوم"


class TermMark(IconButton):
    """The explanation is its tool tip; a click opens the glossary in the window, which has `show_term`.

    The guide is in Persian, so the mark is shown in Persian only.
    """

    def __init__(self, term: str, parent: QWidget | None = None) -> None:
        name = fill(translate("Guide", "What does “{term}” mean?"), term=term)
        super().__init__("ph.question", name, side=20, icon_side=15, role="text3", parent=parent)
        self.term = term
        self.clicked.connect(lambda _checked=False: self._open())
        # Shown before it has a parent, it would be a window of its own, and take the focus.
        if not _is_explained():
            self.hide()

    def show_if(self, wanted: bool) -> None:
        """Shows or hides the mark."""
        self.setVisible(wanted and _is_explained())

    def explain(self, term: str) -> None:
        """Takes another term."""
        self.term = term
        name = fill(translate("Guide", "What does “{term}” mean?"), term=term)
        self.setAccessibleName(name)
        set_tip(self, name)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            # The guide is read when somebody asks.
            from desktop_app.guide.pages import guide  # noqa: PLC0415

            words = " ".join(block.text for block in guide().explained(self.term))
            set_tip(self, f"{self.term}: {words}")
        return super().event(event)

    def _open(self) -> None:
        place: QWidget | None = self
        while place is not None:
            show_term = getattr(place, "show_term", None)
            if callable(show_term):
                show_term(self.term)
                return
            place = place.parentWidget()


def _is_explained() -> bool:
    return language_in_use().code == "fa"
