"""Preview of the papers of a petition.

A reply is issued here under a letter number. An issued letter is shown, printed and saved exactly as it was
issued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import spoken
from desktop_app.reports.letters.issuing import file_part
from desktop_app.reports.letters.of_petitions import ALL_REFERRALS, OF_PETITIONS, PetitionPaper
from desktop_app.reports.letters.sheet import chosen_words, place_of
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from ui.jobs import run, show_error
from ui.signals import ID
from ui.widgets.choice import CodeComboBox
from ui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.widgets.export_work import ExportWork
    from ui.workplace import Workplace


class LetterPage(PaperView):
    """Page of the inbox for one petition. `issued` carries the id of a petition whose letter was issued."""

    issued = Signal(ID)

    def __init__(self, workplace: Workplace[InboxServices], *, work: ExportWork | None = None) -> None:
        kinds = [(kind.value, label("letter_kind", kind.value)) for kind in OF_PETITIONS]
        super().__init__(kinds, translate("Letters", "Back to the petition"), work)
        self._services, self._workplace = workplace.services, workplace
        self.paper: PetitionPaper | None = None
        self._petition: int | None = None
        self.which = CodeComboBox(translate("Letters", "Which referral"))
        self.side_column.insertWidget(2, self.which)
        self.which.currentIndexChanged.connect(lambda _at: self.read(fresh=True))

    def begin(self, petition_id: int, kind: LetterKind) -> None:
        """Creates a paper of a petition and shows it."""
        self._petition = petition_id
        self.put_address("")
        self.chosen = None
        self.which.offer([])
        self.choose(kind.value)
        self.read(fresh=True)
        self.begin_looking()

    def kind(self) -> LetterKind:
        """Returns the selected kind of paper."""
        return LetterKind(self.kinds.value())

    def print_page(self) -> None:
        """Prints the paper. The history records it once a printer was chosen."""
        paper = self.paper
        if paper is not None:
            self.work.print_pages(paper.pdf, _file_name(paper), lambda: self._note(paper, "printer"))

    def save_pdf(self) -> None:
        """Saves the paper as PDF. The history records it before the file is written."""
        paper = self.paper
        if paper is None:
            return

        def make(progress: Progress) -> bytes:
            del progress
            self._note(paper, "file")
            return paper.pdf

        self.work.ask_and_write(make, f"{_file_name(paper)}.pdf", ".pdf", translate("Letters", "PDF file"))

    def issue(self) -> None:
        """Issues the reply under the next letter number of the office."""
        paper, letters, actor = self.paper, self._services.petition_letters, self._workplace.actor
        if paper is None or paper.kind is not LetterKind.REPLY or paper.refusal is not None:
            return
        address, number, chosen = self.address.toPlainText(), paper.petition_id, self.chosen
        self.let_issue(False)
        run(
            self,
            lambda: letters.issue_reply(actor, number, address, chosen),
            self._on_issued,
            self._on_refused,
        )

    def read(self, *, fresh: bool) -> None:
        if self.job is not None:
            self.job.cancel()
        number, kind, actor = self._petition, self.kind(), self._workplace.actor
        if number is None:
            return
        if fresh:
            # The previous paper must not be printed while the new one is being created.
            self.paper = None
            self.preview.show_waiting()
        letters, address = self._services.petition_letters, self.address.toPlainText()
        office, referral = self._services.office, self.which.code() if kind is LetterKind.REFERRAL else None
        chosen = self.chosen

        def make() -> tuple[PetitionPaper, bool, str | None]:
            paper = letters.paper(actor, number, kind, addressee=address, choices=chosen, referral=referral)
            purposes = office.settings().copy_purposes if chosen is None else None
            return paper, office.logo_is_broken(), purposes

        def made(read: tuple[PetitionPaper, bool, str | None]) -> None:
            paper, without_logo, purposes = read
            if purposes is not None:
                self.put_usual(paper.choices, purposes)
            self._on_made(paper, fresh=fresh, without_logo=without_logo)

        self.job = run(
            self,
            make,
            made,
            self._on_trouble if fresh else self._on_refused,
        )

    def set_anew(self) -> None:
        if self.paper is not None and self.paper.issued is None:
            self.read(fresh=False)

    def _note(self, paper: PetitionPaper, how: str) -> None:
        """Records the output in the history. Runs in a worker thread before the output."""
        self._services.petition_letters.note_printed(
            self._workplace.actor, paper.petition_id, paper.kind, how
        )

    def _on_made(self, paper: PetitionPaper, *, fresh: bool, without_logo: bool = False) -> None:
        self.job = None
        self.paper = paper
        self.refusals.clear()
        is_reply = paper.kind is LetterKind.REPLY
        several = len(paper.referrals) > 1
        self.side.setVisible(is_reply or several)
        self.which.setVisible(several)
        self.why.setVisible(is_reply)
        waiting = is_reply and paper.issued is None
        self.show_fields(address=waiting, waiting=waiting)
        if several:
            self.state.setText(self.which.accessibleName())
            self.which.offer(_referrals(paper), paper.referral)
        if is_reply:
            self._tell(paper, fresh=fresh)
        # An issued letter is shown as it was issued, so a missing logo is no concern.
        self.show_pdf(paper.pdf, fresh=fresh, without_logo=without_logo and paper.issued is None)

    def _tell(self, paper: PetitionPaper, *, fresh: bool) -> None:
        """Shows the state of the letter.

        That is a draft and why it cannot be issued, or the number, date and issuer.
        """
        out = paper.issued
        if out is None:
            self.state.setText(translate("Letters", "Draft, without a number"))
            self.why.setText(
                rule_sentence(paper.refusal)
                if paper.refusal
                else translate("Letters", "It gets the next number of the office when it goes out.")
            )
        else:
            moment = f"{short_date(tehran_day(out.issued_at))}، {clock_time(out.issued_at)}"
            words = translate("Letters", "Letter no. {number}")
            self.state.setText(fill(words, number=isolated(digits(out.number))))
            words = translate("Letters", "Sent out by {who} on {moment}. It is printed as it went out.")
            words = fill(words, who=visible_controls(out.issued_by), moment=moment)
            self.why.setText("\n".join((words, *chosen_words(out.choices))))
        self.let_issue(paper.refusal is None)
        if fresh and out is None:
            self.put_address("\n".join(paper.addressee))

    def _on_issued(self, paper: PetitionPaper) -> None:
        self._on_made(paper, fresh=False)
        assert paper.issued is not None
        words = translate("Letters", "The letter went out under number {number}.")
        self.said.emit(fill(words, number=isolated(digits(paper.issued.number))))
        self.issued.emit(paper.petition_id)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: Exception) -> None:
        self.job = None
        if self.paper is not None:
            self.let_issue(self.paper.refusal is None)
        self.show_error(error)

    def _on_trouble(self, error: Exception) -> None:
        self.job = None
        show_error(self, error)
        self.closed.emit()


def _referrals(paper: PetitionPaper) -> list[tuple[object, str]]:
    """Returns the choices for a referral sheet: the referrals, latest first, and all of them."""
    words = translate("Letters", "{place}, {day}")
    named: list[tuple[object, str]] = [
        (one.id, fill(words, place=place_of(one), day=short_date(tehran_day(one.sent_at))))
        for one in reversed(paper.referrals)
    ]
    every = fill(translate("Letters", "All {n} referrals, a sheet for each"), n=len(named))
    return [*named, (ALL_REFERRALS, every)]


def _file_name(paper: PetitionPaper) -> str:
    """Returns a file name as «رسید 4072-9183-5592», in Latin digits, which every file system sorts."""
    words = translate("Letters", "{paper} {code}")
    name = fill(words, paper=label("letter_kind", paper.kind.value), code=spoken(paper.tracking_code))
    return name if paper.issued is None else f"{name} {file_part(paper.issued.number)}"
