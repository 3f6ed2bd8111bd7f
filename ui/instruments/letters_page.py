"""Previews the letters of a consultation: one invitation per invited person, and the notice of the consultation.

Letters are issued (numbered) here, and printed exactly as issued.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.letter_choices import LetterChoices
from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.digits import isolated
from desktop_app.progress import Progress
from desktop_app.reports.letters.issuing import IssuedLetter, file_part, merged
from desktop_app.reports.letters.sheet import chosen_words
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from ui.jobs import run, show_error
from ui.widgets.choice import CodeComboBox
from ui.widgets.export_work import ExportWork
from ui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

_KINDS = (LetterKind.INVITATION, LetterKind.NOTICE)


@dataclass(frozen=True, slots=True)
class _Pages:
    """The previewed pages (`pdf` is None if there are none); `out` of `whole` letters were issued."""

    kind: LetterKind
    pdf: bytes | None
    out: int = 0
    whole: int = 0
    #: The issued notices, and the index of the shown one.
    notices: tuple[IssuedLetter, ...] = ()
    shown: int | None = None
    without_logo: bool = False
    #: What the template chooses, and the purposes of copies that the office offers; None where they were not read.
    usual: tuple[LetterChoices, str] | None = None


class ConsultationLettersPage(PaperView):
    """The letters page of the drafts screen."""

    def __init__(self, *, work: ExportWork | None = None) -> None:
        kinds = [(kind.value, label("letter_kind", kind.value)) for kind in _KINDS]
        super().__init__(kinds, translate("Life", "Back to the draft"), work)
        self._services: InstrumentsServices | None = None
        self._actor: Actor | None = None
        self._detail: InstrumentDetail | None = None
        self.pages: _Pages | None = None
        self.earlier = CodeComboBox(translate("Letters", "New, or one that went out"))
        self.side_column.insertWidget(2, self.earlier)
        self.earlier.currentIndexChanged.connect(lambda _at: self.read(fresh=True))

    def open(
        self, services: InstrumentsServices, actor: Actor, detail: InstrumentDetail, kind: LetterKind
    ) -> None:
        """Shows newly created letters of an instrument."""
        self._services, self._actor, self._detail = services, actor, detail
        self.put_address("")
        self.choose(kind.value)
        self.earlier.offer([_new()])
        self.read(fresh=True)
        self.begin_looking()

    def kind(self) -> LetterKind:
        """Returns the selected kind of letter."""
        return LetterKind(self.kinds.value())

    def print_page(self) -> None:
        """Prints all shown letters."""
        if self.pages is not None and self.pages.pdf is not None:
            self.work.print_pages(self.pages.pdf, self._name())

    def save_pdf(self) -> None:
        """Saves all shown letters as one PDF file."""
        pages = self.pages
        if pages is None or pages.pdf is None:
            return
        pdf = pages.pdf

        def make(progress: Progress) -> bytes:
            del progress
            return pdf

        self.work.ask_and_write(make, f"{self._name()}.pdf", ".pdf", translate("Letters", "PDF file"))

    def issue(self) -> None:
        """Issues the invitations that were not issued yet, or the notice to its addressees."""
        services, actor, detail = self._services, self._actor, self._detail
        if services is None or actor is None or detail is None or not self.issue_button.isEnabled():
            return
        letters, number, address = services.consultation_letters, detail.row.id, self.address.toPlainText()
        chosen = self.chosen
        self.let_issue(False)
        if self.kind() is LetterKind.INVITATION:
            self.work.begin(
                translate("Letters", "Sending the letters out…"),
                lambda progress: letters.issue_invitations(actor, number, progress, chosen),
                self._on_issued,
            )
        else:
            run(
                self,
                lambda: letters.issue_notice(actor, number, address, chosen).issued,
                self._on_notice,
                self._on_refused,
            )

    def read(self, *, fresh: bool) -> None:
        services, actor, detail = self._services, self._actor, self._detail
        if services is None or actor is None or detail is None:
            return
        if self.job is not None:
            self.job.cancel()
        if fresh:
            self.pages = None
            # Each kind of letter has its own template.
            self.chosen = None
            self.preview.show_waiting()
        kind, address, shown = self.kind(), self.address.toPlainText(), self.earlier.code()
        instrument, chosen = detail.row.id, self.chosen

        def make() -> _Pages:
            if kind is LetterKind.INVITATION:
                pages = _invitations(services, actor, instrument, chosen)
            else:
                pages = _notice(services, actor, instrument, address, shown, chosen)
            if chosen is not None:
                return pages
            usual = services.consultation_letters.usual_choices(kind)
            return replace(pages, usual=(usual, services.office.settings().copy_purposes))

        self.job = run(
            self,
            make,
            lambda pages: self._on_made(pages, fresh=fresh),
            self._on_trouble if fresh else self._on_refused,
        )

    def set_anew(self) -> None:
        pages = self.pages
        if pages is not None and (pages.out < pages.whole or _is_new_notice(pages)):
            self.read(fresh=False)

    def _on_made(self, pages: _Pages, *, fresh: bool) -> None:
        self.job = None
        self.pages = pages
        self.refusals.clear()
        notice = pages.kind is LetterKind.NOTICE
        new = _is_new_notice(pages)
        offered = [(one.id, isolated(digits(one.number))) for one in pages.notices]
        self.earlier.offer([_new(), *offered], pages.shown)
        self.earlier.setVisible(notice and bool(offered))
        waiting = new or pages.out < pages.whole
        if pages.usual is not None:
            self.put_usual(*pages.usual)
        self.show_fields(address=new, waiting=waiting)
        is_open = self._detail is not None and self._detail.row.status is InstrumentStatus.OPEN
        self.let_issue(waiting and is_open)
        self._tell(pages, is_open=is_open, waiting=waiting)
        for button in (self.print_button, self.save_button):
            button.setEnabled(pages.pdf is not None)
        if pages.pdf is None:
            self.preview.show_waiting()
        else:
            self.show_pdf(pages.pdf, fresh=fresh, without_logo=pages.without_logo)

    def _tell(self, pages: _Pages, *, is_open: bool, waiting: bool) -> None:
        why = ""
        if pages.kind is LetterKind.NOTICE:
            out = next((one for one in pages.notices if one.id == pages.shown), None)
            words = translate("Letters", "Draft, without a number")
            if out is not None:
                number = isolated(digits(out.number))
                words = fill(translate("Letters", "Letter no. {number}"), number=number)
                why = "\n".join(chosen_words(out.choices))
        elif not pages.whole:
            words = translate("Letters", "Nobody is invited yet.")
        else:
            words = translate("Letters", "{out} of {whole} letters went out")
            words = fill(words, out=pages.out, whole=pages.whole)
        self.state.setText(words)
        if waiting:
            why = translate("Letters", "Each gets the next number of the office when it goes out.")
            if not is_open:
                why = rule_sentence("letter_needs_a_window")
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _on_issued(self, count: int) -> None:
        self.work.bar.hide()
        self.said.emit(fill(translate("Letters", "{n} letters went out."), n=count))
        self.read(fresh=False)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_notice(self, issued: IssuedLetter | None) -> None:
        assert issued is not None
        words = translate("Letters", "The letter went out under number {number}.")
        number = isolated(digits(issued.number))
        self.said.emit(fill(words, number=number))
        self.earlier.offer([_new(), (issued.id, number)], issued.id)
        self.put_address("")
        self.read(fresh=False)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: Exception) -> None:
        self.job = None
        is_open = self._detail is not None and self._detail.row.status is InstrumentStatus.OPEN
        self.let_issue(is_open)
        self.show_error(error)

    def _on_trouble(self, error: Exception) -> None:
        self.job = None
        show_error(self, error)
        self.closed.emit()

    def _name(self) -> str:
        assert self._detail is not None
        words = translate("Letters", "{paper} {code}")
        return fill(
            words, paper=label("letter_kind", self.kind().value), code=file_part(self._detail.row.code)
        )


def _is_new_notice(pages: _Pages) -> bool:
    return pages.kind is LetterKind.NOTICE and pages.shown is None


def _notice(
    services: InstrumentsServices,
    actor: Actor,
    instrument: int,
    address: str,
    shown: object,
    chosen: LetterChoices | None,
) -> _Pages:
    """Returns the notice that is chosen among those that went out, or a draft."""
    letters = services.consultation_letters
    out = letters.notices(instrument)
    of_before = next((one for one in out if one.id == shown), None)
    if of_before is not None:
        return _Pages(LetterKind.NOTICE, letters.page(of_before.id), notices=out, shown=of_before.id)
    broken = services.office.logo_is_broken()
    pdf = letters.notice(actor, instrument, address, chosen).pdf
    return _Pages(LetterKind.NOTICE, pdf, notices=out, without_logo=broken)


def _invitations(
    services: InstrumentsServices, actor: Actor, instrument: int, chosen: LetterChoices | None
) -> _Pages:
    letters = services.consultation_letters.invitations(actor, instrument, chosen)
    pdf = merged([one.pdf for one in letters]) if letters else None
    out = sum(one.issued is not None for one in letters)
    broken = services.office.logo_is_broken() and out < len(letters)
    return _Pages(LetterKind.INVITATION, pdf, out, len(letters), without_logo=broken)


def _new() -> tuple[object, str]:
    return None, translate("Letters", "A new one")
