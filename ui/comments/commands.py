"""The commands of the review with their shortcuts, in the order of the command palette."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.triage_acts import Confirm
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.comments.deciding import Deciding
from ui.comments.header import CommentsHeader
from ui.comments.importing import CommentsImporting
from ui.comments.origins import Origins
from ui.comments.page import ReviewPage
from ui.comments.placing import Placing
from ui.comments.registering import Registering
from ui.comments.triage_dialog import TriageAction
from ui.comments.triaging import Triaging


class ReviewCommands:
    """Adds the commands permitted by the roles of `actor` to `desk`."""

    def __init__(
        self,
        desk: QWidget,
        actor: Actor,
        page: ReviewPage,
        header: CommentsHeader,
        *,
        importing: CommentsImporting,
        registering: Registering,
        origins: Origins,
        deciding: Deciding,
        triaging: Triaging,
        placing: Placing,
    ) -> None:
        self._desk, self._page, self._placing = desk, page, placing
        words = translate("Comments", "Import comments…")
        self._import = make_action(desk, words, importing.open, key="I", icon="ph.download-simple")
        words = translate("Comments", "Write a comment down…")
        self._write_down = make_action(desk, words, registering.write_down, key="W", icon="ph.pencil-simple")
        self.offer_import(False)
        self._make_walk(header, deciding)
        origins.make_actions(desk)
        reviews = actor.has(Role.REVIEWER)
        if reviews or actor.has(Role.MANAGER):
            words = translate("Comments", "Give to a reviewer…")
            make_action(desk, words, partial(triaging.begin, TriageAction.ASSIGN), key="A")
        if reviews:
            letter = translate("Comments", "Number of the letter…")
            make_action(desk, letter, registering.correct_letter, key="S")
            self._make_triage(triaging)
            self._make_decisions()
            placing.make_actions(desk)

    def offer_import(self, may: bool) -> None:
        """Shows or hides the commands for import and manual entry."""
        self._import.setVisible(may)
        self._write_down.setVisible(may)

    def _make_walk(self, header: CommentsHeader, deciding: Deciding) -> None:
        page = self._page
        for text, key, act in (
            (translate("Comments", "Next comment"), "J", lambda: page.comments.step(1)),
            (translate("Comments", "Previous comment"), "K", lambda: page.comments.step(-1)),
            (translate("Comments", "Next provision"), "]", lambda: page.parts.step(1)),
            (translate("Comments", "Previous provision"), "[", lambda: page.parts.step(-1)),
            (translate("Comments", "Only undecided ones"), "U", page.filters.toggle_undecided),
            (translate("Comments", "One text, one row"), "G", page.filters.toggle_together),
            (translate("Comments", "Write to colleagues"), "T", page.conversation.begin),
            (translate("Comments", "Next undecided comment"), "N", deciding.go_on),
            (
                translate("Comments", "First undecided comment, if none comes after"),
                "Shift+N",
                deciding.go_to_first,
            ),
            (translate("Comments", "More filters"), "F", page.filters.open_more),
            (translate("Comments", "Find in the comments"), "Ctrl+F", page.open_search),
            (translate("Comments", "Another draft"), "Ctrl+O", header.open_instruments),
            (translate("Comments", "Back to the comments"), "Esc", page.comments.setFocus),
        ):
            make_action(self._desk, text, act, key=key)

    def _make_triage(self, triaging: Triaging) -> None:
        hide = translate("Comments", "Hide the chosen comments, or show them again…")
        make_action(self._desk, hide, triaging.open_moderation, key="H")
        confirm = translate("Comments", "Confirm the rejection of the chosen comments")
        make_action(self._desk, confirm, lambda: triaging.do(Confirm()), key="C", writes=True)
        decide = translate("Comments", "Decide the chosen ones, or all in the list…")
        make_action(self._desk, decide, partial(triaging.begin, TriageAction.DECIDE), key="Ctrl+D")
        issue = translate("Comments", "Issue of the chosen comments…")
        make_action(self._desk, issue, partial(triaging.begin, TriageAction.ISSUE), key="L")

    def _make_decisions(self) -> None:
        reason = translate("Comments", "Write the reason")
        make_action(self._desk, reason, self._page.decision.reason.setFocus, key="E")
        for number, disposition in enumerate(Disposition, 1):
            code = disposition.value
            act = partial(self._on_number, number, code)
            make_action(self._desk, label("disposition", code), act, key=str(number))

    def _on_number(self, number: int, code: str) -> None:
        """Chooses a candidate while a place is asked for, otherwise a disposition."""
        if not self._placing.take(number):
            self._page.decision.choose(code)
