"""The commands of the drafts screen, for shortcuts, buttons and the command palette."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.instruments.comments.service import may_take_in
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.reports.outcome.service import may_tell
from desktop_app.staff.roles import Role
from desktop_app.wording import translate
from ui.actions import make_action
from ui.instruments.life_words import BEHIND
from ui.workplace import Screen

#: Roles that may register a draft.
_REGISTRARS = frozenset({Role.REVIEWER, Role.CLERK, Role.MANAGER})


class InstrumentCommands(QObject):
    """Enables each command according to the selected draft and the roles of the person."""

    registration_wanted = Signal()
    file_wanted = Signal()
    comparison_wanted = Signal()
    comments_wanted = Signal()
    gate_wanted = Signal()
    #: The user asks for the annotations over all drafts.
    threads_wanted = Signal()
    #: The user asks to tell the commenters what became of their comments.
    telling_wanted = Signal()
    #: Emitted with whether the rejection of a comment should require a second reader.
    second_reader_wanted = Signal(bool)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._workplace = screen.workplace
        self.register = make_action(
            screen,
            translate("Instruments", "New draft document"),
            self.registration_wanted.emit,
            key="Ctrl+N",
        )
        self.bring_in = make_action(
            screen, translate("Instruments", "Import a revision"), self.file_wanted.emit, key="Ctrl+O"
        )
        self.compare = make_action(
            screen, translate("Instruments", "Compare"), self.comparison_wanted.emit, key="Ctrl+M"
        )
        self.threads = make_action(
            screen,
            translate("Threads", "Annotations over all drafts"),
            self.threads_wanted.emit,
            key="Ctrl+Shift+H",
        )
        self.take_in = make_action(
            screen, translate("Instruments", "Import comments…"), self.comments_wanted.emit
        )
        self.gate = make_action(
            screen, translate("Life", "Conditions and changes…"), self.gate_wanted.emit, key="Ctrl+G"
        )
        self.tell = make_action(
            screen, translate("Telling", "Tell the commenters…"), self.telling_wanted.emit, key="Ctrl+Shift+T"
        )
        self.tell.setVisible(False)
        for words, wanted in (
            (translate("Instruments", "Rejections of comments need a second reader"), True),
            (translate("Instruments", "Rejections of comments need no second reader"), False),
        ):
            make_action(screen, words, partial(self.second_reader_wanted.emit, wanted))
        self.take_in.setVisible(False)
        self.show_detail(None)

    def show_detail(self, detail: InstrumentDetail | None) -> None:
        """Enables the commands that the selected draft allows; None while another one is loading."""
        self.bring_in.setEnabled(detail is not None and detail.may_add_revision)
        self.compare.setEnabled(detail is not None and len(detail.revisions) > 1)
        self.take_in.setEnabled(detail is not None)
        self.gate.setEnabled(detail is not None and detail.row.status in BEHIND)
        self.tell.setEnabled(detail is not None)
        if detail is not None:
            # Not hidden during a reload of the same draft, to avoid flicker.
            self.take_in.setVisible(may_take_in(self._workplace.actor, detail.row.status))
            row = detail.row
            self.tell.setVisible(
                may_tell(self._workplace.actor, row.status, row.unit_id) and row.comments > 0
            )
        self.register.setEnabled(not self._workplace.actor.roles.isdisjoint(_REGISTRARS))
