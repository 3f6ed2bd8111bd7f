"""Printed pages of the inbox: letters and papers of a petition, the worklist of the day, the overdue list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.office.letter_templates import LetterKind
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from ui.actions import make_action
from ui.signals import ID

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.petitions.lists.escalation_page import EscalationPage
    from ui.petitions.lists.side import ListSide
    from ui.petitions.lists.worklist_page import WorklistPage
    from ui.petitions.replies.letter_page import LetterPage
    from ui.workplace import Workplace


class Papers(QObject):
    """Creates each page on its first use.

    `opened` is emitted when a page is shown, and `left` when the person leaves it. `rows_wanted` carries the
    filter behind a number of a page. `sent` carries the id of a petition whose letter was issued.
    """

    opened = Signal()
    left = Signal()
    rows_wanted = Signal(object)
    sent = Signal(ID)
    said = Signal(str, object)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        pages: QStackedWidget,
        side: ListSide,
        petition: QWidget,
        shown: Callable[[], PetitionDetail | None],
    ) -> None:
        super().__init__(pages)
        self._workplace, self._pages, self._side = workplace, pages, side
        self._petition, self._shown = petition, shown
        self.letters: LetterPage | None = None
        #: The page from which a letter was requested; None for the list.
        self._before: QWidget | None = None
        self.worklist: WorklistPage | None = None
        self.escalation: EscalationPage | None = None
        # An action of the list, which is hidden while another page is shown: that page has its own print
        # action.
        words = translate("Worklist", "Print the worklist of the day")
        printing = make_action(side, words, self.print_this, key="Ctrl+P", icon="ph.printer", everywhere=True)
        # In full width the petition hides the list.
        petition.addAction(printing)
        self.of_petition = self._petition_actions()
        words = translate("Escalation", "Overdue petitions of my units")
        self._overdue = make_action(
            side, words, self.show_escalation, key="G, D", more_keys=("ل, ی",), icon="ph.timer"
        )
        side.views.overdue_asked.connect(self._overdue.trigger)
        self.fit(workplace.actor)

    def _petition_actions(self) -> list[QAction]:
        """Returns one print command for each kind of paper of the shown petition."""
        named = (
            (LetterKind.REPLY, translate("Letters", "Print the reply letter"), "ph.envelope-simple"),
            (LetterKind.SLIP, translate("Letters", "Print the receipt"), "ph.receipt"),
            (
                LetterKind.REFERRAL,
                translate("Letters", "Print the referral sheet"),
                "ph.arrow-elbow-down-right",
            ),
            (LetterKind.DOSSIER, translate("Letters", "Print the dossier"), "ph.folder-open"),
        )
        return [
            make_action(self._side, words, partial(self._show_of_shown, kind), icon=icon)
            for kind, words, icon in named
        ]

    def print_this(self) -> None:
        """Prints what has the focus: a paper of the petition, or the worklist of the day."""
        detail = self._shown()
        if detail is not None and self._petition.isAncestorOf(self._pages.window().focusWidget()):
            answered = bool(detail.replies) or bool(detail.draft)
            self.show_letter(detail.id, LetterKind.REPLY if answered else LetterKind.SLIP)
        else:
            self.show_worklist()

    def _show_of_shown(self, kind: LetterKind) -> None:
        detail = self._shown()
        if detail is not None:
            self.show_letter(detail.id, kind)

    def show_letter(self, petition_id: int, kind: LetterKind, *, before: QWidget | None = None) -> None:
        """Opens a letter or paper of a petition. Escape returns to the list, or to the page `before`."""
        if self.letters is None:
            from ui.petitions.replies.letter_page import LetterPage  # noqa: PLC0415 - not needed for the first list

            self.letters = LetterPage(self._workplace)
            self.letters.closed.connect(self._leave_letters)
            self.letters.issued.connect(self.sent)
            self.letters.said.connect(lambda words: self.said.emit(words, None))
            self._pages.addWidget(self.letters)
        self._before = before
        self._pages.setCurrentWidget(self.letters)
        self.letters.begin(petition_id, kind)
        self.opened.emit()

    def _leave_letters(self) -> None:
        before, self._before = self._before, None
        if before is None:
            self.left.emit()
        else:
            self._pages.setCurrentWidget(before)
            before.setFocus()
            self.opened.emit()

    def fit(self, actor: Actor) -> None:
        """Offers the overdue list to managers only."""
        self._overdue.setEnabled(actor.has(Role.MANAGER))
        self._overdue.setVisible(actor.has(Role.MANAGER))
        self._side.views.overdue_button.setVisible(actor.has(Role.MANAGER))

    def title(self) -> str | None:
        """Returns the title of the current page, or None if it is not one of these."""
        shown = self._pages.currentWidget()
        if self.worklist is not None and shown is self.worklist:
            return translate("Worklist", "Worklist of the day")
        if self.letters is not None and shown is self.letters:
            return translate("Letters", "Letters and papers")
        if self.escalation is not None and shown is self.escalation:
            return translate("Escalation", "Overdue petitions")
        return None

    def show_worklist(self) -> None:
        """Opens the preview of the worklist of the day."""
        if self.worklist is None:
            from ui.petitions.lists.worklist_page import WorklistPage  # noqa: PLC0415 - not needed for the first list

            self.worklist = WorklistPage(self._workplace)
            self.worklist.closed.connect(self.left)
            self._pages.addWidget(self.worklist)
        self._pages.setCurrentWidget(self.worklist)
        self.worklist.begin()
        self.opened.emit()

    def show_escalation(self) -> None:
        """Opens the list of petitions in the manager's units that are late or soon will be."""
        if self.escalation is None:
            from ui.petitions.lists.escalation_page import EscalationPage  # noqa: PLC0415 - not needed for the first list

            self.escalation = EscalationPage(self._workplace)
            self.escalation.closed.connect(self.left)
            self.escalation.rows_wanted.connect(self.rows_wanted)
            self._pages.addWidget(self.escalation)
        self._pages.setCurrentWidget(self.escalation)
        self.escalation.begin()
        self.opened.emit()
