"""Pages of the inbox for new petitions: the registration form, and the import of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.wording import translate
from ui.petitions.empty_pages import may_register
from ui.signals import ID

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.importing.page import ImportPage
    from ui.petitions.lists.views_bar import ViewsBar
    from ui.petitions.registration.form import RegisterForm
    from ui.workplace import Workplace


class RegistrationPages(QObject):
    """Creates each page on its first use, and keeps it with everything typed in it."""

    #: A page was brought to the front.
    opened = Signal()
    #: The person left a page.
    left = Signal()
    #: Id of a petition that was registered.
    registered = Signal(ID)
    #: Number of imported petitions.
    imported = Signal(int)
    #: Id of a petition to be shown in the list.
    petition_wanted = Signal(ID)
    #: Id of a petition whose receipt is to be printed.
    receipt_wanted = Signal(ID)
    said = Signal(str, object)
    #: The folder that the scanner of this PC fills.
    scan_folder_chosen = Signal(str)

    def __init__(self, workplace: Workplace[InboxServices], pages: QStackedWidget, views: ViewsBar) -> None:
        super().__init__(pages)
        self._workplace, self._pages, self._views = workplace, pages, views
        self.form: RegisterForm | None = None
        self.import_page: ImportPage | None = None
        views.import_asked.connect(self.import_file)
        views.import_button.setVisible(may_register(workplace.actor))

    def title(self) -> str | None:
        """Returns the title of the current page, or None if it is not one of these."""
        shown = self._pages.currentWidget()
        if self.form is not None and shown is self.form:
            return translate("Inbox", "Register a petition")
        if self.import_page is not None and shown is self.import_page:
            return translate("Inbox", "Import petitions")
        return None

    def message_place(self) -> QWidget | None:
        """Returns the widget at whose foot messages lie, never over buttons; None for a page of others."""
        form, importing, shown = self.form, self.import_page, self._pages.currentWidget()
        if form is not None and form.permitted and shown is form:
            return form.side
        return importing.message_place() if importing is not None and shown is importing else None

    def help_page(self) -> str | None:
        """Returns the page of the user guide about the current page, or None if it is not one of these."""
        shown = self._pages.currentWidget()
        if self.form is not None and shown is self.form:
            return "phone" if self.form.is_call else "paper"
        return "import" if self.import_page is not None and shown is self.import_page else None

    def register(self) -> None:
        """Opens the form for a petition received by phone, by letter or in person."""
        if self.form is None:
            from ui.petitions.registration.form import RegisterForm  # noqa: PLC0415 - not needed for the first list

            self.form = RegisterForm(self._workplace)
            self.form.closed.connect(self.left)
            self.form.registered.connect(self.registered)
            self.form.opened.connect(self.petition_wanted)
            self.form.said.connect(self.said)
            self.form.receipt_asked.connect(self.receipt_wanted)
            self.form.scan_folder_chosen.connect(self.scan_folder_chosen)
            self._pages.addWidget(self.form)
        self._pages.setCurrentWidget(self.form)
        self.form.begin()
        self.opened.emit()

    def import_file(self) -> None:
        """Opens the import of petitions from a file."""
        if self.import_page is None:
            from ui.importing.page import ImportPage  # noqa: PLC0415 - not needed for the first list
            from ui.petitions.registration.import_kind import PetitionImport  # noqa: PLC0415

            self.import_page = ImportPage(PetitionImport(self._workplace))
            self.import_page.closed.connect(self.left)
            self.import_page.imported.connect(self.imported)
            self.import_page.said.connect(self.said)
            self._pages.addWidget(self.import_page)
        self.import_page.begin()
        self._pages.setCurrentWidget(self.import_page)
        self.opened.emit()

    def fit_roles(self) -> None:
        """Adapts to changed roles of the person.

        A page that refused the person is removed once they may register. Pages with input are kept.
        """
        may = may_register(self._workplace.actor)
        self._views.import_button.setVisible(may)
        if may and self.form is not None and not self.form.permitted:
            self._drop(self.form)
            self.form = None
        if may and self.import_page is not None and not self.import_page.permitted:
            self._drop(self.import_page)
            self.import_page = None

    def _drop(self, page: RegisterForm | ImportPage) -> None:
        if self._pages.currentWidget() is page:
            self.left.emit()
        self._pages.removeWidget(page)
        page.deleteLater()
