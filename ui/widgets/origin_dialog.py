"""Shows the received originals of a petition or a comment, one at a time if there are several."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.intake.staging.tracing import Traced
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.errors import sentence
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.origin_view import OriginView
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton
from ui.window_place import resize_within


class OriginDialog(QDialog):
    """The dialog. `read` runs on a worker; its error is shown in the dialog.

    `open_file` is called with the id of the original and the index of an attached file, from 0; without it files
    are only listed.
    """

    def __init__(
        self,
        read: Callable[[], Traced],
        parent: QWidget | None = None,
        *,
        open_file: Callable[[int, int], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.traced = Traced((), 0)
        self.at = 0
        self.setWindowTitle(translate("Tracing", "How it arrived"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 620, 560)
        self.view = OriginView(opens=open_file is not None)
        if open_file is not None:
            self.view.file_wanted.connect(lambda place: open_file(self.traced.origins[self.at].id, place))
        nothing = translate(
            "Tracing",
            "It was registered by hand, or came before what is handed in was kept: there is no raw thing.",
        )
        self.empty = EmptyState(translate("Tracing", "Nothing was handed in"), nothing, icon="ph.tray")
        self.trouble = PlainLabel("", "interface", "danger", wrap=True)
        self._pages = QStackedWidget()
        for page in (Skeleton("text"), self.view, self.empty, self.trouble):
            self._pages.addWidget(page)
        self._place = PlainLabel("", "secondary", "text2")
        earlier = make_action(
            self, translate("Tracing", "The one before"), lambda: self.step(-1), key="Alt+Up"
        )
        later = make_action(self, translate("Tracing", "The next one"), lambda: self.step(1), key="Alt+Down")
        self.earlier_button, self.later_button = Button.of(earlier, "ghost"), Button.of(later, "ghost")
        self._earlier, self._later = earlier, later
        close = Button(translate("Tracing", "Close"), "primary", key="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.earlier_button)
        foot.addWidget(self.later_button)
        foot.addWidget(self._place)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        self._show()
        self._pages.setCurrentIndex(0)
        jobs.run(self, read, self._on_read, self._on_trouble)

    def step(self, by: int) -> None:
        """Moves by so many originals."""
        self.at = min(max(0, self.at + by), max(0, len(self.traced.origins) - 1))
        self._show()

    def _on_read(self, traced: Traced) -> None:
        self.traced = traced
        self._show()
        self.view.text.setFocus()

    def _on_trouble(self, error: Exception) -> None:
        self.trouble.setText(sentence(error))
        self._pages.setCurrentWidget(self.trouble)

    def _show(self) -> None:
        origins = self.traced.origins
        several = len(origins) > 1
        for part in (self.earlier_button, self.later_button, self._place):
            part.setVisible(several)
        self._earlier.setEnabled(self.at > 0)
        self._later.setEnabled(self.at + 1 < len(origins))
        if not origins:
            self._pages.setCurrentWidget(self.empty)
            return
        template = translate("Tracing", "{at} of {count}")
        self._place.setText(fill(template, at=self.at + 1, count=self.traced.count))
        self.view.show_origin(origins[self.at])
        self._pages.setCurrentWidget(self.view)
