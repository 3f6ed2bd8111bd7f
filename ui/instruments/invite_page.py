"""The page for inviting experts to a consultation: candidates, invitations, answers, and letters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.instruments.consultation.invitations import InvitationRow
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import InstrumentStatus, InvitationAnswer
from desktop_app.people.experts import ExpertRow
from desktop_app.persian.text import fold
from desktop_app.progress import Progress
from desktop_app.reports.invitations import answer_words, write_invitations
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.icons import paint_icon
from ui.instruments.packing import AskFolder, ask_folder
from ui.jobs import run
from ui.theme import font, theme
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import draw_chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.export_work import ExportWork, documents_folder
from ui.widgets.page_head import PageHead
from ui.widgets.painting import Mirror, draw_text, set_margins, text_width
from ui.widgets.plain import PlainLabel
from ui.widgets.rows import RowList, RowsModel
from ui.widgets.search_box import SearchBox
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

_ROW = 52
#: Statuses in which people may be invited, as in `instruments.invitations`.
_INVITING: Final = (InstrumentStatus.LEGAL_REVIEW, InstrumentStatus.OPEN)


@dataclass(frozen=True, slots=True)
class InvitationCandidate:
    """An expert of the register, with their invitation if there is one."""

    expert: ExpertRow
    invitation: InvitationRow | None


class CandidateModel(RowsModel[InvitationCandidate]):
    """The candidates, with a check mark for selected ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda one: one.expert.words.name, parent, spoken=self._spoken)
        self._all: tuple[InvitationCandidate, ...] = ()
        self.chosen: set[int] = set()
        #: Whether the instrument's status permits invitations.
        self.inviting = True

    def show_candidates(self, candidates: tuple[InvitationCandidate, ...], words: str) -> None:
        """Sets the candidates, filtered by `words`; selected candidates stay selected."""
        self._all = candidates
        free = {one.expert.id for one in candidates if one.invitation is None}
        self.chosen &= free
        self.find(words)

    def find(self, words: str) -> None:
        """Filters by words in name, organisation or fields, normalised by `fold`."""
        wanted = fold(words).split()
        self.show_rows([one for one in self._all if all(word in one.expert.found_by for word in wanted)])

    def toggle(self, at: int) -> None:
        """Toggles the selection of a candidate; does nothing for one with an invitation."""
        if not self.inviting or not 0 <= at < len(self.rows) or self.rows[at].invitation is not None:
            return
        self.chosen ^= {self.rows[at].expert.id}
        self.refresh(at, at)

    def choose_all(self) -> None:
        """Selects all shown candidates without an invitation; deselects them if all are selected."""
        free = {one.expert.id for one in self.rows if one.invitation is None and self.inviting}
        self.chosen = self.chosen - free if free <= self.chosen else self.chosen | free
        self.refresh(0, len(self.rows) - 1)

    def _spoken(self, one: InvitationCandidate) -> str:
        parts = [one.expert.words.name, about(one.expert), state_words(one, self.chosen)]
        return translate("Instruments", ", ").join(part for part in parts if part)


def about(expert: ExpertRow) -> str:
    """Returns for example «هنرمند · خانه شاعران · شعر، ترانه»."""
    words = expert.words
    parts = (label("group", words.group), words.organisation, "، ".join(words.fields))
    return translate("Instruments", " · ").join(part for part in parts if part)


def state_words(one: InvitationCandidate, chosen: set[int]) -> str:
    """Returns the status of an invitation, or «انتخاب‌شده» for a selected candidate."""
    if one.invitation is not None:
        return answer_words(one.invitation)
    return translate("Invite", "chosen") if one.expert.id in chosen else ""


class InvitePage(QWidget):
    """Escape goes back; Space selects, A and X record an answer, Delete withdraws an invitation."""

    closed = Signal()
    ready = Signal()
    said = Signal(str)
    #: The user asks for the letters page, to preview, issue and print them.
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, ask: AskFolder = ask_folder) -> None:
        super().__init__(parent)
        self._services: InstrumentsServices | None = None
        self._actor: Actor | None = None
        self._detail: InstrumentDetail | None = None
        self._invited: tuple[InvitationRow, ...] = ()
        self._ask = ask
        self.model = CandidateModel(self)
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.box = SearchBox(translate("Invite", "Name, organisation or field"), pause=120)
        self.list = RowList(
            translate("Invite", "Experts"),
            self.model,
            lambda painter, rect, one: draw_candidate(painter, rect, one, self.model.chosen),
            height=_ROW,
        )
        self.status = StatusLine(
            (
                (("Space",), translate("Invite", "choose")),
                (("A",), translate("Invite", "answered")),
                (("X",), translate("Invite", "declined")),
                (("Del",), translate("Invite", "take back")),
            )
        )
        self.work = ExportWork(self)
        self._back = IconButton("ph.arrow-left", translate("Life", "Back to the draft"), key="Esc")
        self.invite_button = Button(translate("Invite", "Invite"), "primary", icon="ph.envelope", writes=True)
        self.letters_button = Button(translate("Invite", "Letters and list…"), icon="ph.files")
        self.print_button = Button(translate("Letters", "Letters"), icon="ph.printer")
        self._nothing = EmptyState(
            translate("Invite", "Nobody to invite yet"),
            translate("Invite", "Experts are entered under “Petitioners”, in the register of experts."),
            icon="ph.users-three",
        )
        over = translate(
            "Invite", "Nobody is invited any more: the window is over, or nothing was opened yet."
        )
        self.over_note = PlainLabel(over, "secondary", "warn")
        self.over_note.setContentsMargins(16, 6, 16, 6)
        self._stack = QStackedWidget()
        for widget in (self.list, self._nothing):
            self._stack.addWidget(widget)
        self._wire()
        self._lay_out()

    def open(self, services: InstrumentsServices, actor: Actor, detail: InstrumentDetail) -> None:
        """Loads the register and the invitations of an instrument."""
        self._services, self._actor, self._detail = services, actor, detail
        self.model.inviting = detail.row.status in _INVITING
        if not self.model.inviting:
            self.model.chosen.clear()
        self.over_note.setVisible(not self.model.inviting)
        self.title.setText(fill(translate("Invite", "Invite to: {title}"), title=detail.row.title))
        self._read(first=True)

    def invite(self) -> None:
        """Invites the selected candidates."""
        services, actor, detail = self._services, self._actor, self._detail
        chosen = sorted(self.model.chosen)
        if services is None or actor is None or detail is None or not chosen:
            return

        def done(count: int) -> None:
            self.model.chosen.clear()
            self.said.emit(fill(translate("Invite", "{n} people were invited."), n=count))
            self._read()

        run(self, lambda: services.invitations.invite(actor, detail.row.id, chosen), done)

    def write_letters(self) -> None:
        """Asks for a folder, and writes letters, mails and the list of all invited people into it."""
        services, actor, detail = self._services, self._actor, self._detail
        if services is None or actor is None or detail is None or not self._invited:
            return
        chosen = self._ask(self, documents_folder())
        if chosen is None:
            return
        name = fill(translate("Invite", "invitations {code}"), code=detail.row.code)
        target = chosen / name

        def make(progress: Progress) -> Path:
            del progress
            letters = services.consultation_letters.invitations(actor, detail.row.id)
            write_invitations(target, letters)
            return target

        self.work.begin(
            translate("Invite", "Writing letters and list…"),
            make,
            lambda folder: self.work.show_written(folder / "letters.pdf", folder),
        )

    def _want_letters(self) -> None:
        if self._invited:
            self.print_wanted.emit()

    def note(self, answer: InvitationAnswer) -> None:
        """Records the answer of the current person; the same answer again clears it."""
        services, actor, one = self._services, self._actor, self.list.current()
        if services is None or actor is None or one is None or one.invitation is None:
            return
        row = one.invitation
        wanted = InvitationAnswer.NONE if row.answer is answer else answer
        run(
            self,
            lambda: services.invitations.note_answer(actor, row.id, row.version, wanted),
            lambda _row: self._read(),
        )

    def take_back(self) -> None:
        """Withdraws the invitation of the current person."""
        services, actor, detail, one = self._services, self._actor, self._detail, self.list.current()
        if services is None or actor is None or detail is None or one is None or one.invitation is None:
            return
        expert = one.expert

        def done(count: int) -> None:
            words = (
                translate("Invite", "The invitation of {name} was taken back.")
                if count
                else translate("Invite", "{name} has answered; the invitation stays.")
            )
            self.said.emit(fill(words, name=expert.words.name))
            self._read()

        run(
            self,
            lambda: services.invitations.take_back(actor, detail.row.id, [expert.id]),
            done,
        )

    def _read(self, *, first: bool = False) -> None:
        services, detail = self._services, self._detail
        if services is None or detail is None:
            return

        def read() -> tuple[tuple[ExpertRow, ...], tuple[InvitationRow, ...]]:
            return services.experts.all(), services.invitations.of(detail.row.id)

        def shown(found: tuple[tuple[ExpertRow, ...], tuple[InvitationRow, ...]]) -> None:
            self._show(*found)
            if first:
                self.ready.emit()
                self.list.setFocus()

        run(self, read, shown)

    def _show(self, experts: tuple[ExpertRow, ...], invited: tuple[InvitationRow, ...]) -> None:
        self._invited = invited
        by_expert = {one.expert.id: one for one in invited}
        candidates = tuple(
            InvitationCandidate(expert, by_expert.get(expert.id))
            for expert in experts
            if expert.active or expert.id in by_expert
        )
        at = self.list.currentIndex().row()
        self.model.show_candidates(candidates, self.box.text())
        self._stack.setCurrentWidget(self.list if candidates else self._nothing)
        self.list.go_to(at)
        self._tell()

    def _tell(self) -> None:
        chosen, invited = len(self.model.chosen), len(self._invited)
        answered = sum(one.has_answered for one in self._invited)
        self.status.show_text(
            fill(
                translate("Invite", "{invited} invited, {answered} of them answered"),
                invited=invited,
                answered=answered,
            )
        )
        words = translate("Invite", "Invite {n}") if chosen else translate("Invite", "Invite")
        self.invite_button.setText(fill(words, n=chosen))
        self.invite_button.setEnabled(bool(chosen))
        self.invite_button.updateGeometry()
        self.letters_button.setEnabled(bool(invited))
        self.print_button.setEnabled(bool(invited))

    def _toggle(self) -> None:
        self.model.toggle(self.list.currentIndex().row())

    def _wire(self) -> None:
        self._back.clicked.connect(self.closed)
        self.invite_button.clicked.connect(self.invite)
        self.letters_button.clicked.connect(self.write_letters)
        words = translate("Letters", "Letters of those who are invited")
        printing = make_action(self, words, self._want_letters, key="Ctrl+P")
        self.print_button.clicked.connect(printing.trigger)
        self.box.searched.connect(self.model.find)
        self.list.clicked.connect(lambda index: self.model.toggle(index.row()))
        self.model.dataChanged.connect(lambda *_: self._tell())
        make_action(self, translate("Life", "Back to the draft"), self.closed.emit, key="Esc")
        make_action(
            self,
            translate("Invite", "Invite those who are chosen"),
            self.invite,
            key="Ctrl+Return",
            writes=True,
        )
        make_action(self, translate("Invite", "Find somebody"), self.box.setFocus, key="Ctrl+F")
        for words, act, key in (
            (translate("Invite", "Choose or not"), self._toggle, "Space"),
            (translate("Invite", "Choose all that are shown"), self.model.choose_all, "Ctrl+A"),
            (translate("Invite", "Answered"), lambda: self.note(InvitationAnswer.ANSWERED), "A"),
            (translate("Invite", "Declined"), lambda: self.note(InvitationAnswer.DECLINED), "X"),
            (translate("Invite", "Take the invitation back"), self.take_back, "Del"),
        ):
            make_action(self.list, words, act, key=key)

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self.title, 1)
        self.box.setFixedWidth(240)
        for widget in (self.box, self.letters_button, self.print_button, self.invite_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.over_note)
        column.addWidget(self._stack, 1)
        column.addWidget(self.work.bar)
        column.addWidget(self.status)


def draw_candidate(painter: QPainter, rect: QRectF, one: InvitationCandidate, chosen: set[int]) -> None:
    """Draws check mark, name, description and the status of the invitation."""
    now, mirror = theme(), Mirror.of(rect)
    box = mirror.at(16, 20)
    if one.invitation is not None:
        paint_icon(painter, box, "ph.envelope-open", now.text3)
    elif one.expert.id in chosen:
        paint_icon(painter, box, "ph.check-square", now.accent)
    else:
        paint_icon(painter, box, "ph.square", now.text3)
    room = rect.width() - 48 - 16
    words = state_words(one, chosen) if one.invitation is not None else ""
    if words:
        width = text_width(words, font("header")) + 20
        place = mirror.at(rect.width() - 16 - width, width, top=rect.center().y() - 11, height=22)
        draw_chip(painter, place, words, _colour(one.invitation))
        room -= width + 12
    upper = mirror.at(48, room, top=rect.top() + 5, height=21)
    lower = mirror.at(48, room, top=rect.top() + 26, height=18)
    draw_text(painter, upper, one.expert.words.name, font("interface", bold=True), now.text)
    draw_text(painter, lower, about(one.expert), font("header"), now.text2)


def _colour(invitation: InvitationRow | None) -> str:
    if invitation is None or (invitation.answer is InvitationAnswer.NONE and not invitation.comments):
        return "slate"
    return "info" if invitation.has_answered else "warn"
