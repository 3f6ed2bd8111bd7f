"""The pages of the comparison: both texts, the pages of the reviewer's tools, or a state in their place."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from ui.comparison.header import Header
from ui.comparison.page import ComparisonPage
from ui.comparison.review_desk import ReviewDesk
from ui.widgets.state_stack import StateStack


class ComparisonPages(StateStack):
    """Shows the page that a tool asks for, and the texts again once it is left."""

    def __init__(self, page: ComparisonPage, desk: ReviewDesk, header: Header) -> None:
        super().__init__()
        self._page, self._desk, self._header = page, desk, header
        desk.preview_wanted.connect(self._show_preview)
        desk.asking.page_wanted.connect(self._show_questions)
        desk.page_wanted.connect(self._show_tool)

    def add_pages(self) -> None:
        """Adds the pages. Called when the stack has a parent, so that they are styled only once."""
        for widget in (self._page, self._desk.preview, self._desk.asking.page, *self._desk.tools):
            self.addWidget(widget)

    @property
    def texts_in_front(self) -> bool:
        return self.currentWidget() is self._page

    def show_texts(self) -> None:
        """Shows both texts without moving the focus."""
        self.setCurrentWidget(self._page)

    def show_state(self, state: QWidget) -> None:
        """Shows `state` in place of the pages, which the stack owns from now on."""
        state.setBackgroundRole(QPalette.ColorRole.Base)
        state.setAutoFillBackground(True)
        super().show_state(state)

    def _show_preview(self, wanted: bool) -> None:
        """Shows the preview of the next revision, or the choices again."""
        # The text to annotate is behind the preview.
        self._page.commands.annotate.setEnabled(not wanted)
        preview, coming = self._desk.preview, self._desk.building.coming
        if wanted:
            self.setCurrentWidget(preview)
            preview.view.setFocus()
        elif coming.active and self.currentWidget() is preview:
            self.setCurrentWidget(coming.page)
            coming.page.pane.setFocus()
        else:
            self._back_from(preview)

    def _show_questions(self, wanted: bool) -> None:
        """Shows the questions about uncertain pairs, or the comparison again."""
        self._page.commands.annotate.setEnabled(not wanted)
        if wanted:
            self.setCurrentWidget(self._desk.asking.page)
        else:
            self._back_from(self._desk.asking.page)

    def _show_tool(self, tool: QWidget, wanted: bool) -> None:
        """Shows a page of the next revision, which has a header of its own, or the comparison again."""
        self._page.commands.annotate.setEnabled(not wanted)
        self._header.setVisible(not wanted)
        if wanted:
            self.setCurrentWidget(tool)
        else:
            self._back_from(tool)

    def _back_from(self, other: QWidget) -> None:
        if self.currentWidget() is other:
            self.show_texts()
            self._page.view.setFocus()
