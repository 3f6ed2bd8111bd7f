"""What every screen is given, and what the window expects of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.opened import OpenedFiles
from ui.unfinished import Unfinished

if TYPE_CHECKING:
    from desktop_app.database.changes import Changed
    from desktop_app.petitions.lists.filters import ListFilter
    from desktop_app.services import SharedServices
    from desktop_app.settings import Settings
    from desktop_app.staff.presence import OpenItem, Present
    from desktop_app.staff.roles import Actor


ServicesT_co = TypeVar("ServicesT_co", bound="SharedServices", covariant=True)


@dataclass
class Workplace(Generic[ServicesT_co]):
    """The services, who is working with them, the settings of this PC, and what was typed and is not saved.

    `actor` is asked for when something is done: roles come and go while a window is open.
    """

    services: ServicesT_co
    actor: Actor
    settings: Settings
    unfinished: Unfinished = field(default_factory=Unfinished)
    #: Copies of files that were opened with other programs.
    opened: OpenedFiles = field(default_factory=OpenedFiles)


@dataclass(frozen=True)
class SearchFor:
    """Asks the inbox, through `navigate`, to search for `text`."""

    text: str


@dataclass(frozen=True)
class ShowList:
    """Asks the inbox, through `navigate`, for a list, and what stands over it for as long as it is that list."""

    wanted: ListFilter
    remark: str


@dataclass(frozen=True)
class ShowExpert:
    """Asks the people, through `navigate`, for somebody in the register of experts."""

    expert_id: int


@dataclass(frozen=True)
class RegisterRequest:
    """Asks the inbox, through `navigate`, to register a petition."""


@dataclass(frozen=True)
class ShowComment:
    """Asks the comments, through `navigate`, for one comment on an instrument."""

    instrument_id: int
    comment_id: int


@dataclass(frozen=True)
class ShowMessages:
    """Asks the administration, through `navigate`, for messages to petitioners: those that `which` names there."""

    which: str


@dataclass(frozen=True)
class ShowDisposition:
    """Asks the comments, through `navigate`, for those on an instrument with a disposition (`undecided`: without
    one), or for all of them where it is empty."""

    instrument_id: int
    disposition: str


@dataclass(frozen=True)
class ImportComments:
    """Asks the comments, through `navigate`, to import a file of comments on an instrument: this one, or one to be
    chosen."""

    instrument_id: int
    file: Path | None = None


@dataclass(frozen=True)
class SavedReply:
    """Asks the administration, through `navigate`, for a saved reply; number 0 is the one being made."""

    template_id: int


@dataclass(frozen=True)
class LetterWording:
    """Asks the administration, through `navigate`, for a letter's template: its place among the kinds, from 1."""

    place: int


@dataclass(frozen=True)
class MessageWording:
    """Asks the administration, through `navigate`, for the template of a message: its place, from 1."""

    place: int


class Screen(QWidget):
    """One item of the navigation rail.

    A subclass declares `workplace` with the services that it uses, and adds its commands to itself
    (`ui.actions.make_action(self, ...)`): they work while it is visible and stand in the command palette.
    `say` and `show_error` hand messages to the message bar.
    """

    #: The number beside the item in the rail; negative for none.
    count_changed = Signal(int)
    #: Wants another screen: its name (`inbox`, `comparison` ...) and what to show there (for `open_item`).
    navigate = Signal(str, object)
    #: The title of the window should be read again.
    title_changed = Signal()
    #: Something was done, for the message bar: the sentence and how to undo it (a callable, or None).
    message = Signal(str, object)
    #: Trouble for the message bar: an exception.
    trouble = Signal(object)

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace

    def title(self) -> str:
        """What the window's title says while this screen is shown."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Reads again what is shown, keeping place and selection."""

    def shown(self) -> None:
        """Called each time the screen comes to the front."""

    def others_changed(self, changed: Changed) -> None:
        """Others wrote what may stand on this screen: shows it where that takes nothing from the reader, neither
        the place nor what is being typed. Called while the screen is in front, or when it comes to the front."""
        del changed

    def roles_changed(self) -> bool:
        """The person's roles are others now (`workplace.actor`). True where the screen shows what may be done and
        seen with them; else it is built anew as soon as nothing is being typed in it."""
        return False

    def place(self) -> OpenItem | None:
        """The item that the person is at on this screen, and whether something is being written there."""
        return None

    def show_present(self, present: Sequence[Present]) -> None:
        """Shows where the colleagues are."""
        del present

    def open_item(self, item: object) -> None:
        """Shows what another screen's `navigate` asked for."""
        del item

    def say(self, sentence: str, undo: object = None) -> None:
        """Tells what was done, at the bottom of the window; offers to undo it where `undo` is a callable."""
        self.message.emit(sentence, undo)

    def show_error(self, error: Exception) -> None:
        """Shows trouble at the bottom of the window; where `ui.jobs` looks for it."""
        self.trouble.emit(error)
