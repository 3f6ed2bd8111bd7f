"""The application: direction, fonts, translations, theme; and which window is open for whom."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.errors import NoDisplayError
from desktop_app.only_window import OnlyWindow
from desktop_app.opened import FOLDER as OPENED
from desktop_app.opened import OpenedFiles
from desktop_app.settings import Settings, has_settings, save_settings
from desktop_app.unfinished import FOLDER, UnfinishedTexts
from desktop_app.win32 import set_program_id
from desktop_app.wording import language_in_use, use_language
from ui import jobs
from ui.actions import QtWords
from ui.arriving_files import ArrivingFiles
from ui.crash import CrashDialog, CrashReporter, past_incident
from ui.garbage_collection import collect_on_this_thread
from ui.second_start import AfterPaint, SecondStarts
from ui.theme import Choice, appearance
from ui.unfinished import Unfinished
from ui.updates import UpdateWatch, install_on_quit
from ui.widgets.girih import program_icon
from ui.window_place import place_of, show_in_place, show_in_place_of

#: The name of this program for the task bar of Windows, where Python runs it.
PROGRAM_ID: Final = "Mosharekat.Desk"

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.staff.roles import Actor
    from ui.main_window import MainWindow
    from ui.screen_stack import ScreenFactory
    from ui.sign_in.first_start.window import FirstStartWindow
    from ui.sign_in.window import SignInWindow
    from ui.widgets.message_bar import Tone
    from ui.workplace import Screen, Workplace

_LOADING_AHEAD = Lock()


def require_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raises `NoDisplayError` where Qt would find no display and abort the process."""
    if not platform.startswith("linux"):
        return
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise NoDisplayError


def make_application(settings: Settings) -> QApplication:
    """Creates and configures the QApplication, or reuses an existing one (tests). Raises `NoDisplayError`."""
    require_display()
    if settings.scale != 100 and QApplication.instance() is None:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{settings.scale / 100:.2f}")
    existing = QApplication.instance()
    if existing is None and not getattr(sys, "frozen", False):
        # Windows knows a frozen program by its path, as its shortcuts do. Python runs many programs.
        set_program_id(PROGRAM_ID)
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    collect_on_this_thread(application)
    application.setApplicationName("Mosharekat")
    application.setQuitOnLastWindowClosed(True)
    speak(application, settings)
    appearance().choose(settings.theme)
    appearance().scale_documents(settings.document_scale / 100)
    appearance().put_on(application)
    application.setWindowIcon(program_icon())
    return application


def speak(application: QApplication, settings: Settings) -> None:
    """Sets language and direction, also for the dialogs of Qt."""
    use_language(settings.language, latin_digits=settings.digits == "latin")
    leftwards = language_in_use().right_to_left
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
    )
    QLocale.setDefault(QLocale(settings.language))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{settings.language}", folder):
        application.installTranslator(translator)
    # The last one is asked first.
    application.installTranslator(QtWords(application))
    appearance().set_digits(application)


def screens() -> dict[str, ScreenFactory]:
    """Returns factories of all screens; the module of a screen is imported on its first visit."""

    def inbox(workplace: Workplace[Services], parent: QWidget) -> Screen:
        from ui.petitions.screen import InboxScreen  # noqa: PLC0415

        return InboxScreen(workplace, parent)

    def drafts(workplace: Workplace[Services], parent: QWidget) -> Screen:
        from ui.instruments.screen import InstrumentsScreen  # noqa: PLC0415

        return InstrumentsScreen(workplace, parent)

    def comments(workplace: Workplace[Services], parent: QWidget) -> Screen:
        from ui.comments.screen import CommentsScreen  # noqa: PLC0415

        return CommentsScreen(workplace, parent)

    def comparison(workplace: Workplace[Services], parent: QWidget) -> Screen:
        from ui.comparison.screen import ComparisonScreen  # noqa: PLC0415

        return ComparisonScreen(workplace, parent)

    def people(workplace: Workplace[Services], parent: QWidget) -> Screen:
        from ui.people.screen import PeopleScreen  # noqa: PLC0415

        return PeopleScreen(workplace, parent)

    def reports(workplace: Workplace[Services], parent: QWidget) -> Screen:
        from ui.reports.screen import ReportsScreen  # noqa: PLC0415

        return ReportsScreen(workplace, parent)

    def administration(workplace: Workplace[Services], parent: QWidget) -> Screen:
        from ui.administration.screen import AdministrationScreen  # noqa: PLC0415

        return AdministrationScreen(workplace, parent)

    return {
        "inbox": inbox,
        "drafts": drafts,
        "comments": comments,
        "comparison": comparison,
        "people": people,
        "reports": reports,
        "administration": administration,
    }


def load_ahead() -> None:
    """Imports what the main window and its first screen need, on a worker thread while a person signs in.

    Another thread that calls it meanwhile waits for the end.
    """
    with _LOADING_AHEAD:
        from ui import loaded_ahead  # noqa: F401, PLC0415 - after the sign-in window is painted


class Session(QObject):
    """Manages the open window: sign-in, or the main window of a person; one at a time.

    Given `services` (of the demo) are used instead of opening new ones; with `people`, the person can be
    switched. With `remembers_place`, the window opens where it was closed.
    """

    #: Emits the main window, or None after signing out.
    main_opened = Signal(object)

    def __init__(
        self,
        settings: Settings,
        factories: Mapping[str, ScreenFactory],
        services: Services | None = None,
        people: Sequence[Actor] = (),
        *,
        remembers_place: bool = False,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._remembers_place = remembers_place
        self._factories = factories
        self._services = services
        self._people = tuple(people)
        self._saving = Lock()
        self.updates = UpdateWatch(settings, self)
        self.updates.said.connect(self._on_update)
        self._unfinished = Unfinished()
        self._unfinished_of: tuple[str, int | None] | None = None
        self._opened = OpenedFiles(settings.data_folder / OPENED)
        self._opened.clean()
        self.window: SignInWindow | FirstStartWindow | MainWindow | None = None

    def open_first(self) -> SignInWindow | FirstStartWindow:
        """Shows the first window: on a PC where no database was chosen yet, the pages of the first start."""
        return self.open_first_start() if self._is_new else self.open_sign_in()

    @property
    def _is_new(self) -> bool:
        """Whether nobody chose a database or saved a setting on this PC yet."""
        return self._services is None and self._settings.lacks_database and not has_settings(self._settings)

    def open_first_start(self) -> FirstStartWindow:
        """Shows the pages of the first start."""
        from ui.sign_in.first_start.window import FirstStartWindow  # noqa: PLC0415 - one of two windows

        window = FirstStartWindow(self._settings)
        window.signed_in.connect(self._on_signed_in)
        window.language_chosen.connect(self._on_first_language)
        self._replace(window)
        return window

    def open_sign_in(self) -> SignInWindow:
        """Shows the sign-in window."""
        from ui.sign_in.window import SignInWindow  # noqa: PLC0415 - one of two windows

        self.main_opened.emit(None)
        if self._services is not None and not self._services.database.is_sqlite:
            # Other people cannot sign in over connections of one person's role.
            self._services.close()
            self._services = None
        window = SignInWindow(self._settings, self._services)
        window.connected.connect(lambda: jobs.run(window, load_ahead, lambda _: None))
        window.signed_in.connect(self._on_signed_in)
        window.language_chosen.connect(self._on_sign_in_language)
        window.database_chosen.connect(self._on_database_chosen)
        self._replace(window)
        self.close()
        return window

    def close(self) -> None:
        """Closes the unsaved texts, which stay on this computer for the next window, and deletes opened files."""
        self.updates.stop()
        self._opened.clean()
        self._unfinished.close()
        self._unfinished_of = None

    def open_main(self, services: Services, actor: Actor) -> MainWindow:
        """Shows the main window of `actor`."""
        load_ahead()
        from ui.main_window import MainWindow  # noqa: PLC0415 - after the sign-in window is painted
        from ui.workplace import Workplace  # noqa: PLC0415

        self._services = services
        texts = self._texts_of(services, actor)
        workplace = Workplace(services, actor, self._settings, texts, self._opened)
        window = MainWindow(workplace, self._factories, self._people)
        window.person_chosen.connect(lambda person: self.open_main(services, person))
        window.language_chosen.connect(lambda language: self._on_language(language, actor))
        window.theme_chosen.connect(self._on_theme)
        window.setting_chosen.connect(
            lambda name, value: self._keep(replace(self._settings, **{name: value}))
        )
        if window.lock is not None:
            window.lock.minutes_chosen.connect(
                lambda minutes: self._keep(replace(self._settings, lock_minutes=minutes))
            )
        window.signed_out.connect(self.open_sign_in)
        window.colleagues.start()
        window.housekeeping.start()
        self._replace(window)
        window.clock_question.start()
        if not self._people:
            from desktop_app.staff.roles import Role  # noqa: PLC0415

            self.updates.start(administrator=actor.has(Role.ADMINISTRATOR))
        self.main_opened.emit(window)
        return window

    def _on_update(self, words: str, tone: Tone) -> None:
        bar = getattr(self.window, "message_bar", None)
        if bar is not None:
            bar.say(words, tone=tone)

    def _texts_of(self, services: Services, actor: Actor) -> Unfinished:
        """Returns the unsaved texts of the person, which survive a change of language.

        The demo stores none.
        """
        owner = (services.database.place, actor.person_id)
        if self._unfinished_of != owner:
            self.close()
            folder = self._settings.data_folder / FOLDER
            file = None if self._people else UnfinishedTexts(folder, owner[0], str(actor.person_id))
            self._unfinished, self._unfinished_of = Unfinished(file, self), owner
            self._unfinished.start()
        return self._unfinished

    def _replace(self, window: SignInWindow | FirstStartWindow | MainWindow) -> None:
        old, self.window = self.window, window
        if old is not None:
            show_in_place_of(window, old)
        elif self._remembers_place:
            show_in_place(window, self._settings.window)
        else:
            window.show()
        if old is not None:
            keeping = getattr(old, "keeping", None)
            if keeping is not None:
                keeping.settle()
            old.close()
            old.deleteLater()

    def _on_signed_in(self, services: Services, actor: Actor, settings: Settings, not_kept: str) -> None:
        self._settings = settings
        window = self.open_main(services, actor)
        if not_kept:
            window.message_bar.say(not_kept, tone="warning")
        answered = settings.tour_answered.split()
        if settings.last_username not in answered:
            told = " ".join([*answered, settings.last_username])
            for answer in (window.tour_bar.started, window.tour_bar.refused):
                answer.connect(lambda: window.setting_chosen.emit("tour_answered", told))
            window.tour_bar.offer()

    def _on_database_chosen(self, settings: Settings) -> None:
        # The sign-in window has closed the services of the previous database.
        self._settings, self._services = settings, None

    def _on_first_language(self, language: str) -> None:
        """Shows the pages in another language. Nothing is saved before a place was chosen."""
        self._settings = replace(self._settings, language=language)
        self._speak()
        self.open_first_start()

    def _on_sign_in_language(self, language: str) -> None:
        self._use_language(language)
        self.open_sign_in()

    def _on_language(self, language: str, actor: Actor) -> None:
        self._use_language(language)
        assert self._services is not None
        self.open_main(self._services, actor)

    def _use_language(self, language: str) -> None:
        self._keep(replace(self._settings, language=language))
        self._speak()

    def _speak(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        speak(application, self._settings)

    def _on_theme(self, choice: Choice) -> None:
        self._keep(replace(self._settings, theme=choice))
        appearance().choose(choice)

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        jobs.run(self, self._save, lambda _: None)

    def keep_place(self) -> None:
        """Saves where the last window was closed, once there are settings.

        A file that cannot be written is no reason to fail at the end.
        """
        place = "" if self.window is None or self._is_new else place_of(self.window)
        if self._remembers_place and place != self._settings.window:
            self._settings = replace(self._settings, window=place)
            with contextlib.suppress(OSError):
                self._save()

    def _save(self) -> None:
        """Saves the current settings on a worker thread; the lock keeps older settings from being saved last."""
        with self._saving:
            save_settings(self._settings)


@dataclass(frozen=True, slots=True)
class Start:
    """How the program was started: as the only window, with files to compare, and with what to tell.

    `crash` is what the last window left behind if it ended in a crash.
    """

    only: OnlyWindow
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    crash: str = ""


def run(
    settings: Settings,
    *,
    services: Services | None = None,
    people: Sequence[Actor] = (),
    start: Start | None = None,
    page: str = "",
    log_file: Path | None = None,
) -> int:
    """Runs the program until its last window is closed, and returns the exit status.

    With `people` (the demo), the first one is signed in immediately, beside `page` of the user guide. A crash is told
    with `log_file`, otherwise with that of the settings. Raises `NoDisplayError`.
    """
    application = make_application(settings)
    log_file = log_file or settings.log_file
    reporter = CrashReporter(log_file)
    reporter.install()
    session = Session(settings, screens(), services, people, remembers_place=True)
    if services is not None and people:
        window = session.open_main(services, people[0])
        if page:
            window.guide.show_page(page)
    else:
        session.open_first()
    starts = None if start is None else _expect_others(session, start, log_file)
    status = application.exec()
    if starts is not None:
        starts.close()
    session.keep_place()
    session.close()
    jobs.stop_all()
    if not people:
        install_on_quit(settings)
    return status


def _expect_others(session: Session, start: Start, log_file: Path) -> SecondStarts:
    """Has files compared after the sign-in, and listens for second starts once the window is painted."""
    starts = SecondStarts(start.only.address, session)
    arriving = ArrivingFiles(lambda: session.window, start.files, session)
    session.main_opened.connect(arriving.use)
    starts.arrived.connect(arriving.arrive)
    window = session.window
    assert window is not None

    def listen() -> None:
        if not starts.listen():
            # Rather a second window than none.
            start.only.release()

    AfterPaint(window, listen, session)
    for dialog in _told_at_start(start, log_file, window):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
    return starts


def _told_at_start(start: Start, log_file: Path, window: QWidget) -> Iterator[QDialog]:
    if start.notes:
        from ui.start_trouble import TroubleDialog  # noqa: PLC0415 - seldom

        yield TroubleDialog(start.notes, log_file, window, started=True)
    if start.crash:
        yield CrashDialog(past_incident(start.crash), log_file, window)
