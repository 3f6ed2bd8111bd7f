"""Where the comment that is shown came from, and that it is a petition too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments import CommentRow
from desktop_app.persian.digits import isolated
from desktop_app.petitions.codes import spoken
from desktop_app.petitions.reservations import REGISTRARS
from desktop_app.petitions.taking_in import Came
from desktop_app.petitions.vocabulary import Kind
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.jobs import run
from ui.widgets.finder import Entry, Finder
from ui.workplace import Screen

if TYPE_CHECKING:
    from ui.widgets.origin_dialog import OriginDialog


class Origins(QObject):
    """Belongs to the screen, which says what was done; `current` is the comment that is shown."""

    def __init__(self, screen: Screen, current: Callable[[], CommentRow | None]) -> None:
        super().__init__(screen)
        self._screen, self._current = screen, current
        self.dialog: OriginDialog | None = None
        self.finder: Finder | None = None

    def make_actions(self, desk: QWidget) -> None:
        """The commands, each with its key."""
        make_action(desk, translate("Tracing", "How it arrived…"), self.trace, key="O")
        if not self._screen.workplace.actor.roles.isdisjoint(REGISTRARS):
            words = translate("Turning", "Register it as a petition too…")
            make_action(desk, words, self.ask_kind, key="Q", writes=True)

    def trace(self) -> None:
        """Shows what the comment came from."""
        from ui.widgets.origin_dialog import OriginDialog  # noqa: PLC0415 - not needed for the first comment

        comment = self._one()
        if comment is None:
            return
        workplace, number = self._screen.workplace, comment.id
        tracing, actor = workplace.services.tracing, workplace.actor
        self.dialog = dialog = OriginDialog(lambda: tracing.of_comment(actor, number), self._screen)
        dialog.open()

    def ask_kind(self) -> None:
        """Asks of which kind, and registers the comment as a petition too."""
        comment = self._one()
        if comment is None:
            return
        finder = self.finder = Finder(
            translate("Turning", "Register it as a petition of which kind?"),
            translate("Turning", "A few letters of a kind"),
            translate("Turning", "There is no such kind."),
            [Entry(label("kind", kind.value), kind) for kind in Kind],
            self._screen.window(),
            hint=translate("Turning", "The comment stays among the comments; its reviewer decides it."),
        )
        finder.chosen.connect(lambda kind: self._register(comment.id, kind))
        finder.open_over(self._screen)

    def _one(self) -> CommentRow | None:
        """A comment by itself; a group is many."""
        comment = self._current()
        return None if comment is None or comment.stands_for is not None else comment

    def _register(self, comment_id: int, kind: Kind) -> None:
        turning, actor = self._screen.workplace.services.turning, self._screen.workplace.actor

        def done(came: Came) -> None:
            if came.registered is None:
                self._screen.say(translate("Turning", "It is registered as a petition already."))
                return
            words = translate("Turning", "It is registered as a petition too; its tracking code is {code}.")
            self._screen.say(fill(words, code=isolated(digits(spoken(came.registered.tracking_code)))))

        run(self._screen, lambda: turning.into_petition(actor, comment_id, kind), done)
