"""The context that every screen gets, and the base class of screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
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
    """The services, the current person, the settings of this computer, and unsaved input.

    Read `actor` for each act: roles change while a window is open.
    """

    services: ServicesT_co
    actor: Actor
    settings: Settings
    unfinished: Unfinished = field(default_factory=Unfinished)
    #: Copies of files opened with other programs.
    opened: OpenedFiles = field(default_factory=OpenedFiles)


@dataclass(frozen=True)
class SearchFor:
    """Asks the inbox, through `navigate`, to search for `text`."""

    text: str


@dataclass(frozen=True)
class ShowList:
    """Asks the inbox, through `navigate`, for a list, with a remark shown above it."""

    wanted: ListFilter
    remark: str


@dataclass(frozen=True)
class ShowExpert:
    """Asks the people screen, through `navigate`, for an expert."""

    expert_id: int


@dataclass(frozen=True)
class RegisterRequest:
    """Asks the inbox, through `navigate`, to register a petition."""


@dataclass(frozen=True)
class ShowComment:
    """Asks the comments screen, through `navigate`, for one comment on an instrument."""

    instrument_id: int
    comment_id: int


@dataclass(frozen=True)
class ShowObjections:
    """Asks the comparison, through `navigate`, for the open objections to an instrument, one after the other."""

    instrument_id: int


@dataclass(frozen=True)
class ShowThread:
    """Asks the comparison, through `navigate`, for an annotation of an instrument, opened at its place."""

    instrument_id: int
    thread_id: int


@dataclass(frozen=True)
class ShowMessages:
    """Asks the administration, through `navigate`, for messages to petitioners; `which` is the name of the list."""

    which: str


@dataclass(frozen=True)
class ShowCalendar:
    """Asks the administration, through `navigate`, for the closed days of a Jalali year."""

    year: int


@dataclass(frozen=True)
class ShowDisposition:
    """Asks the comments screen, through `navigate`, for comments on an instrument by disposition.

    `undecided` selects those without one; an empty value selects all.
    """

    instrument_id: int
    disposition: str


@dataclass(frozen=True)
class ImportComments:
    """Asks the comments screen, through `navigate`, to import comments on an instrument.

    They are read from `file` or a chosen file.
    """

    instrument_id: int
    file: Path | None = None


@dataclass(frozen=True)
class CompareFiles:
    """Asks the comparison for two files, the older text first; with one file it asks for the other."""

    files: tuple[Path, ...]


@dataclass(frozen=True)
class SavedReply:
    """Asks the administration, through `navigate`, for a saved reply; 0 for the new one."""

    template_id: int


@dataclass(frozen=True)
class LetterWording:
    """Asks the administration, through `navigate`, for a letter template.

    `place` is its position among the kinds, from 1.
    """

    place: int


@dataclass(frozen=True)
class MessageWording:
    """Asks the administration, through `navigate`, for a message template; `place` is its position, from 1."""

    place: int


class Screen(QWidget):
    """A screen, i.e. one item of the navigation rail.

    A subclass declares `workplace` with the services that it uses, and adds its commands to itself
    (`ui.actions.make_action(self, ...)`): they work while it is visible, and are in the command palette.
    `say` and `show_error` send messages to the message bar.
    """

    #: The number next to the item in the rail; negative for none.
    count_changed = Signal(int)
    #: Requests another screen: its name (`inbox`, `comparison` ...) and the item to show (for `open_item`).
    navigate = Signal(str, object)
    #: The window title must be updated.
    title_changed = Signal()
    #: A message for the message bar, and an undo function or None.
    message = Signal(str, object)
    #: A sentence about what was refused, for the message bar.
    refused = Signal(str)
    #: An exception for the message bar.
    trouble = Signal(object)
    #: The person chose a value for a setting of this computer: its name, and the value.
    setting_chosen = Signal(str, object)

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace

    def title(self) -> str:
        """The window title while this screen is shown."""
        raise NotImplementedError

    def message_place(self) -> QWidget:
        """Returns the widget at whose foot messages lie: never the one where the user types."""
        return self

    def details_width(self) -> int:
        """Returns the width of the details beside the list, in pixels; 0 for the usual one."""
        return 0

    def help_page(self) -> str:
        """Returns the name of the page of the user guide about what is in front."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Reloads the content, keeping position and selection."""

    def shown(self) -> None:
        """Called each time the screen comes to the front."""

    def others_changed(self, changed: Changed) -> None:
        """Shows changes of others, without disturbing the position or the input of the user.

        Called while the screen is in front, or when it comes to the front.
        """
        del changed

    def roles_changed(self) -> bool:
        """Called after the roles of the person (`workplace.actor`) changed.

        Returns True if the screen has adapted. Otherwise it will be created again, as soon as it has no
        unsaved input.
        """
        return False

    def place(self) -> OpenItem | None:
        """The current item of the user on this screen, and whether they are writing there."""
        return None

    def show_present(self, present: Sequence[Present]) -> None:
        """Shows the positions of colleagues."""
        del present

    def open_item(self, item: object) -> None:
        """Shows the item that another screen requested with `navigate`."""
        del item

    def say(self, sentence: str, undo: object = None) -> None:
        """Shows a message at the bottom of the window; offers to undo if `undo` is callable."""
        self.message.emit(sentence, undo)

    def focus_content(self) -> None:
        """Focuses what the screen is about; Escape leads there from the bars of the window."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown_item(self) -> object:
        """Returns what `open_item` accepts to show again what is shown; None where the screen keeps it by itself."""
        return None

    def show_error(self, error: Exception) -> None:
        """Shows an error at the bottom of the window; called by `ui.jobs`."""
        self.trouble.emit(error)
