"""Connects the page of a three-way merge with the service."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.merge_result import MergeAnswer
from desktop_app.comparison.result import Comparison
from desktop_app.instruments.drafting.coming_text import ComingText
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.composition_plan import doubled_titles, unnumbered_titles
from desktop_app.instruments.drafting.merging import DraftText, MergeResult, merge_summary
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.progress import Progress
from desktop_app.unfinished import Key, RecoveredDraft
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.comparison.building_state import why_not_add
from ui.comparison.kept_merge import KeptMerge, kept_merge, merge_key, read_merge
from ui.comparison.merge_page import MergeChoice, MergePage
from ui.comparison.sources import Loaded, RevisionPair, picker_text
from ui.jobs import Job, run, show_error
from ui.signals import ID
from ui.widgets.document_dialog import ask_for_document
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class MergeDesk(QObject):
    """Merges two drafts of the instrument that is compared, and saves the result as its next revision."""

    done = Signal(str, object)
    page_wanted = Signal(bool)
    #: A revision was saved: the id of the instrument, and the numbers of the base and of the new revision.
    saved = Signal(ID, ID, int)

    def __init__(self, owner: QWidget, workplace: Workplace[ComparisonServices]) -> None:
        super().__init__(owner)
        self._owner, self._workplace = owner, workplace
        self.page = MergePage()
        self.active = False
        self._loaded: Loaded | None = None
        #: The chosen texts: a revision by its number, or a file.
        self._chosen: dict[str, int | Path | None] = {}
        self._result: MergeResult | None = None
        self._answers: dict[int, MergeAnswer] = {}
        self._job: Job | None = None
        self.command = make_action(
            owner, translate("Comparison", "Merge two drafts…"), self.open, key="Shift+M"
        )
        workplace.unfinished.thrown_away.connect(self._on_thrown_away)
        page = self.page
        page.text_chosen.connect(self._on_text)
        page.answered.connect(self._on_answered)
        page.summary_wanted.connect(self._propose)
        page.save_wanted.connect(self.save)
        page.closed.connect(self.leave)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison; what was answered for the same instrument stays."""
        self.leave()
        known, new = (
            one.instrument.row.id if one and one.instrument else None for one in (self._loaded, loaded)
        )
        if known != new:
            self._chosen, self._result, self._answers = {}, None, {}
        self._loaded = loaded

    def open(self) -> None:
        """Opens the page; it begins with the last three revisions, if there are so many."""
        reason = why_not_add(self._loaded)
        if reason or self._loaded is None or self._loaded.instrument is None:
            self.done.emit(reason, None)
            return
        numbers = [row.number for row in self._loaded.instrument.revisions]
        kept = self._kept() if self._result is None and not self._chosen else None
        if kept is not None:
            self._chosen = kept.chosen
        if not self._chosen:
            three = numbers[-3:] if len(numbers) > 2 else [*numbers[-2:], None]
            self._chosen = dict(zip(("base", "first", "second"), three, strict=False))
        self.active = True
        self.page_wanted.emit(True)
        self._name()
        if self._result is None:
            self._merge()
        else:
            self._show(afresh=True)
        self.page.list.setFocus()

    def leave(self) -> None:
        """Returns to the comparison; the answers are kept."""
        if self.active:
            self.active = False
            self.page_wanted.emit(False)

    def choose_file(self, which: str, path: Path) -> None:
        """Merges a file."""
        self._chosen[which] = path
        self._name()
        self._merge()

    def save(self, summary: str) -> None:
        """Saves the merged text as the next revision."""
        loaded, result = self._loaded, self._result
        if loaded is None or loaded.instrument is None or result is None:
            return
        service, actor, number = (
            self._workplace.services.merging,
            self._workplace.actor,
            loaded.instrument.row.id,
        )
        answers = dict(self._answers)
        self.page.set_busy(True)

        def on_saved(detail: InstrumentDetail) -> None:
            self.page.set_busy(False)
            self.page.form.forget()
            self._chosen, self._result, self._answers = {}, None, {}
            self._workplace.unfinished.drop(merge_key(number))
            self.leave()
            new = detail.revisions[-1].number
            said = fill(translate("Comparison", "Revision {n} was merged and saved."), n=new)
            self.done.emit(said, None)
            self.saved.emit(number, result.base.number or new - 1, new)

        def on_error(error: Exception) -> None:
            self.page.set_busy(False)
            show_error(self._owner, error)

        run(self._owner, lambda: service.save(actor, number, result, answers, summary), on_saved, on_error)

    def _name(self) -> None:
        loaded = self._loaded
        assert loaded is not None
        assert loaded.instrument is not None
        choices = [
            MergeChoice(row.number, f"{picker_text(row)}  {row.author_name}")
            for row in loaded.instrument.revisions
        ]
        choices.append(MergeChoice(None, translate("Comparison", "A file from disk…")))
        base, first, second = (
            self._name_of(self._chosen.get(which)) for which in ("base", "first", "second")
        )
        self.page.show_texts((base, first, second), choices)
        self.page.form.name(revision_name(loaded.instrument.revisions[-1].number + 1))

    @staticmethod
    def _name_of(chosen: int | Path | None) -> str:
        if isinstance(chosen, Path):
            return chosen.name
        return "" if chosen is None else revision_name(chosen)

    def _on_text(self, which: str, number: object) -> None:
        if number is None:
            self._ask_file(which)
            return
        assert isinstance(number, int)
        self._chosen[which] = number
        self._name()
        self._merge()

    def _ask_file(self, which: str) -> None:
        path = ask_for_document(self.page, translate("Comparison", "Draft of a colleague"))
        if path is not None:
            self.choose_file(which, path)

    def _merge(self) -> None:
        """Merges on a worker thread; the previous request is cancelled."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._result, self._answers = None, {}
        chosen, loaded = dict(self._chosen), self._loaded
        missing = next((which for which in ("base", "first", "second") if chosen.get(which) is None), None)
        if loaded is None or loaded.instrument is None:
            return
        if missing is not None:
            self.page.show_incomplete(lambda: self._ask_file(missing))
            return
        self.page.show_waiting(translate("Comparison", "The drafts are being merged …"))
        service, number = self._workplace.services.merging, loaded.instrument.row.id

        def read(which: str, progress: Progress) -> DraftText:
            source = chosen[which]
            if isinstance(source, Path):
                from desktop_app.documents import read_document  # noqa: PLC0415 - the readers of files

                return DraftText.of_document(read_document(source, progress=progress))
            assert source is not None
            return service.revision(number, source, revision_name(source))

        def work(progress: Progress) -> MergeResult:
            base, first, second = (read(which, progress) for which in ("base", "first", "second"))
            return service.merge(base, first, second, progress)

        def on_merged(result: MergeResult) -> None:
            self._job = None
            if self._chosen == chosen:
                self._result = result
                kept = self._kept()
                self._answers = kept.answers_to(result) if kept is not None else {}
                self._show(afresh=True)

        def on_error(error: Exception) -> None:
            self._job = None
            show_error(self._owner, error)
            self.page.show_incomplete(lambda: self._ask_file("second"))

        self._job = run(self._owner, work, on_merged, on_error, progress=lambda done, total: None)

    def _on_answered(self, number: int, answer: object) -> None:
        assert isinstance(answer, MergeAnswer)
        before = self._answers.get(number)
        self._answers[number] = answer
        self._keep()
        self._show()

        def take_back() -> None:
            self._answers.pop(number, None)
            if before is not None:
                self._answers[number] = before
            self._keep()
            self._show()

        self.done.emit(translate("Comparison", "The answer was kept."), take_back)

    def _keep(self) -> None:
        """Keeps the answers on this PC until the revision is saved."""
        loaded, result, key = self._loaded, self._result, self._key
        if loaded is None or result is None or key is None:
            return
        pair = loaded.source
        way = (
            (key.item_id, pair.old or 0, pair.new or 0) if isinstance(pair, RevisionPair) else (key.item_id,)
        )
        written = kept_merge(self._chosen, result, self._answers)
        self._workplace.unfinished.keep(key, written, loaded.title, way)

    def _kept(self) -> KeptMerge | None:
        """Returns the merge of this instrument that is kept, or None."""
        key = self._key
        return None if key is None else read_merge(self._workplace.unfinished.text(key))

    @property
    def _key(self) -> Key | None:
        loaded = self._loaded
        return None if loaded is None or loaded.instrument is None else merge_key(loaded.instrument.row.id)

    def _on_thrown_away(self, texts: tuple[RecoveredDraft, ...]) -> None:
        if self._key in {draft.key for draft in texts}:
            self._answers = {}
            self._show(afresh=True)

    def _show(self, *, afresh: bool = False) -> None:
        result, answers = self._result, dict(self._answers)
        if result is None:
            return

        def work() -> tuple[Comparison, tuple[str, ...]]:
            from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy

            text = result.text(answers)
            wrong = (*doubled_titles(text, result.base.text), *unnumbered_titles(text))
            return compare_texts(result.base.text, text), wrong

        def on_compared(found: tuple[Comparison, tuple[str, ...]]) -> None:
            if self._result is result and self._answers == answers:
                comparison, wrong = found
                names = translate("Comparison", ", ").join(wrong[:4])
                said = translate(
                    "Comparison",
                    "Numbers to put right after saving, when the next revision is built: {names}",
                )
                warning = fill(said, names=names) if wrong else ""
                blocks = ComingText(comparison, CompositionChoices()).blocks()
                self.page.show_merge(result.questions, answers, blocks, warning=warning, afresh=afresh)

        run(self._owner, work, on_compared)

    def _propose(self) -> None:
        if self._result is not None:
            self.page.form.open_with(merge_summary(self._result, self._answers))
