"""The origin of a comment: how it arrived, its files, and its registration as a petition."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.petitions.follow_ups.auto_intake import Came
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.registration.reservations import REGISTRARS
from desktop_app.petitions.vocabulary import Kind
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.jobs import only_bugs, run
from ui.widgets.copy_opening import CopyOpening
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices
    from ui.widgets.origin_dialog import OriginDialog


#: How long a comment must be shown before its files are counted, in milliseconds.
_SHOWN_FOR: Final = 120


class Origins(QObject):
    """The commands for the origin of a comment. `current` returns the shown comment."""

    def __init__(
        self, screen: Screen, workplace: Workplace[CommentsServices], current: Callable[[], CommentRow | None]
    ) -> None:
        super().__init__(screen)
        self._screen, self._workplace, self._current = screen, workplace, current
        self.opening = CopyOpening(screen, workplace.opened)
        self.dialog: OriginDialog | None = None
        self.finder: FinderDialog | None = None
        self._counted: int | None = None
        self._show: Callable[[int], None] = lambda _count: None
        # The delay avoids a query for each comment while an arrow key is held down.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self._count)

    def make_actions(self, desk: QWidget) -> None:
        """Creates the commands with their shortcuts."""
        make_action(desk, translate("Tracing", "How it arrived…"), self.trace, key="O")
        if not self._workplace.actor.roles.isdisjoint(REGISTRARS):
            words = translate("Turning", "Register it as a petition too…")
            make_action(desk, words, self.ask_kind, key="Q", writes=True)

    def trace(self) -> None:
        """Shows how the comment arrived."""
        from ui.widgets.origin_dialog import OriginDialog  # noqa: PLC0415 - not needed for the first comment

        comment = self._one()
        if comment is None:
            return
        workplace, number = self._workplace, comment.id
        tracing, actor = workplace.services.tracing, workplace.actor

        def open_file(submission: int, place: int) -> None:
            run(
                dialog,
                lambda: tracing.file_with_comment(actor, number, submission, place),
                lambda found: self.opening.open(found[0], found[1], dialog),
            )

        self.dialog = dialog = OriginDialog(
            lambda: tracing.of_comment(actor, number), self._screen, open_file=open_file
        )
        dialog.open()

    def count_files(self, comment: CommentRow | None, show: Callable[[int], None]) -> None:
        """Calls `show` with the number of files that came with a comment; 0 for a campaign group."""
        show(0)
        self._counted = comment.id if comment is not None and comment.stands_for is None else None
        self._show = show
        if self._counted is not None:
            self._timer.start()

    def _count(self) -> None:
        number, show = self._counted, self._show
        if number is None:
            return
        tracing, actor = self._workplace.services.tracing, self._workplace.actor

        def done(count: int) -> None:
            if self._counted == number:
                show(count)

        run(self._screen, lambda: tracing.files_with_comment(actor, number), done, only_bugs(self._screen))

    def ask_kind(self) -> None:
        """Asks for the kind, and registers the comment as a petition too."""
        comment = self._one()
        if comment is None:
            return
        finder = self.finder = FinderDialog(
            translate("Turning", "Register it as a petition of which kind?"),
            translate("Turning", "A few letters of a kind"),
            translate("Turning", "There is no such kind."),
            [FinderEntry(label("kind", kind.value), kind) for kind in Kind],
            self._screen.window(),
            hint=translate("Turning", "The comment stays among the comments; its reviewer decides it."),
        )
        finder.chosen.connect(lambda kind: self._register(comment.id, kind))
        finder.open_over(self._screen)

    def _one(self) -> CommentRow | None:
        """Returns the current comment; None for a campaign group, which represents many."""
        comment = self._current()
        return None if comment is None or comment.stands_for is not None else comment

    def _register(self, comment_id: int, kind: Kind) -> None:
        turning, actor = self._workplace.services.conversion, self._workplace.actor

        def done(came: Came) -> None:
            if came.registered is None:
                self._screen.say(translate("Turning", "It is registered as a petition already."))
                return
            words = translate("Turning", "It is registered as a petition too; its tracking code is {code}.")
            self._screen.say(fill(words, code=shown_code(came.registered.tracking_code)))

        run(self._screen, lambda: turning.into_petition(actor, comment_id, kind), done)
