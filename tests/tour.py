"""`python -m tests.tour OUT [--only NAME]`: takes a picture of every screen in its characteristic states.

Each scene is a PNG `OUT/<theme>/<scene>.png` of the real window on sample data: full, empty, loading, errors,
long texts; light and dark; and `OUT/scaled/` at 150 %. Looking at them is part of finishing a screen.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip, QWidget
from sqlalchemy import select, text, update

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock, PcClock
from desktop_app.comparison.engine import compare_texts
from desktop_app.database.clock_mark import keep_the_time
from desktop_app.database.connection_steps import ConnectionStep, ConnectionStepOutcome, StepResult
from desktop_app.database.engine import sqlite_url
from desktop_app.database.last_backup import record_backup, record_trial
from desktop_app.documents.document import Document
from desktop_app.errors import (
    BackupError,
    BadFileError,
    ConflictError,
    DatabaseAwayError,
    RuleError,
    SettingsError,
)
from desktop_app.guide.pages import GLOSSARY, GuidePlace
from desktop_app.instruments.annotations.over_all import ThreadView
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.comments.register import WrittenDown
from desktop_app.instruments.comments.review import load_review
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.staff_threads import ThreadSubject
from desktop_app.instruments.comments.triage_acts import Assign, Hide, PutIssue
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.consultation.provision_changes import ProvisionChanges
from desktop_app.instruments.vocabulary import (
    Disposition,
    HiddenReason,
    InstrumentKind,
    InvitationAnswer,
    ThreadKind,
    ThreadOutcome,
    ThreadStatus,
    Track,
)
from desktop_app.intake.sources.model import SourceKind
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.message_templates import MessageKind
from desktop_app.office.model import OfficeRow
from desktop_app.office.services import NewSubject, SubjectKind
from desktop_app.office.set_up import SetUpTask
from desktop_app.office.settings import IdentityRule
from desktop_app.people.experts import ExpertWords
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.bulk.acts import Refer, Resolve, Take
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.filters import NOBODY, Grouping, ListFilter, Order, Scope, View, several
from desktop_app.petitions.lists.saved_views import NewView
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.macros.steps import NoteStep
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Purpose, Status, Urgency
from desktop_app.petitions.vocabulary import Outcome as Ending
from desktop_app.reports.period import PeriodKind
from desktop_app.reports.trail import TrailFilter
from desktop_app.sample.filling import fill
from desktop_app.scheduling.plan import Account, TaskName, TaskPlan
from desktop_app.scheduling.runs import forget, note_made, noted
from desktop_app.services import Services
from desktop_app.settings import Layers, Settings, load_settings
from desktop_app.staff.accounts import PersonRow
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Actor, Membership, Role, pc_user
from desktop_app.staff.unlocking import FREE
from desktop_app.wording import translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.replies import proposed_replies
from tests import annotated_bylaw, coming_samples, rewritten_bylaw
from tests.clocks import use_clock
from tests.compared_files import pairs
from tests.reports.word_colleague import Colleague
from tests.schedulers import StandIn, stand_in
from tests.ui.keyboard import choose_row
from tests.updates.share import UpdateShare
from ui import stage
from ui.administration.backup_dialogs import NewPassphraseDialog, OpenBackupDialog
from ui.administration.intake_panel import IntakePanel
from ui.administration.screen import AdministrationScreen
from ui.administration.server_dialog import ServerDialog
from ui.administration.set_up.panel import SetUpPanel
from ui.administration.tasks_panel import TasksPanel
from ui.application import Session, make_application, screens
from ui.comments.campaign_dialog import CampaignDialog
from ui.comments.more_filters import MoreFilters
from ui.comments.screen import CommentsScreen
from ui.comments.triage_dialog import TriageAction
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair, RevisionPair
from ui.crash import CrashDialog, Incident
from ui.importing.changed_pane import RowChoice
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.step_dialog import StepDialog
from ui.instruments.telling_dialog import TellingDialog
from ui.main_window import MainWindow
from ui.people.screen import PeopleScreen
from ui.petitions.desk.file_sources import FileSource
from ui.petitions.desk.sending import Mode
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.screen import InboxScreen
from ui.reports.issue_dialog import IssueDialog
from ui.reports.issued_list import IssuedList
from ui.reports.made import NOW
from ui.reports.screen import ReportsScreen
from ui.sign_in.first_start.window import FirstStartWindow
from ui.start_trouble import TroubleDialog
from ui.theme import appearance
from ui.widgets.person_menu import PersonMenu
from ui.widgets.plain import tip_text
from ui.workplace import ImportComments, ShowComment, ShowThread

UNTIL = date(2026, 11, 24)
LONG = "کتاب «آزمون بلندی متن» را بررسی کنید. " * 400
HOSTILE = "<h1>سلام</h1><img src='file:///etc/passwd'> \u202eمتن وارونه\u202c و \x07 زنگ"
COMPANY = ("شرکت تعاونی چندمنظوره ناشران، پدیدآورندگان و فروشندگان کتاب‌های دانشگاهی، کودک و نوجوان " * 5)[
    :398
] + "پی"
HOST = "srv-db01.farhang.example"
SAVED_REPLIES = (
    (
        "صدور مجوز",
        "{name} گرامی، درخواست شما با کد {code} در {date} در {unit} بررسی و با آن موافقت شد.\n{clerk}",
    ),
    ("مدارک ناقص است", "{name} گرامی، برای ادامه رسیدگی به درخواست {code} مدارک تکمیلی را بفرستید."),
    ("سپاس از پیشنهاد", "{name} گرامی، از پیشنهاد شما سپاسگزاریم؛ به {unit} فرستاده شد."),
)
#: The steps of a connection test, because a tour has no server.
STEPS = (
    StepResult(ConnectionStep.NAME, ConnectionStepOutcome.OK, "", HOST, {"host": HOST}),
    StepResult(ConnectionStep.PORT, ConnectionStepOutcome.OK, "", HOST, {"host": HOST, "port": 5432}),
    StepResult(ConnectionStep.TLS, ConnectionStepOutcome.OK, "", HOST, {"host": HOST}),
    StepResult(ConnectionStep.LOGIN, ConnectionStepOutcome.OK, "", HOST, {"host": HOST}),
    StepResult(ConnectionStep.VERSION, ConnectionStepOutcome.OK, "", HOST, {"host": HOST, "found": 18}),
    StepResult(
        ConnectionStep.CONNECTIONS, ConnectionStepOutcome.WARNING, "few", "", {"found": 100, "wanted": 650}
    ),
    StepResult(ConnectionStep.RIGHTS, ConnectionStepOutcome.OK, "", "", {"user": "mosharekat"}),
    StepResult(ConnectionStep.SCHEMA, ConnectionStepOutcome.WARNING, "none", "", {}),
)

#: Those of a test without a login, with the time that each took; and a port that does not answer.
TESTED = tuple(
    replace(step, seconds=seconds)
    for step, seconds in (
        (STEPS[0], 0.003),
        (STEPS[1], 0.008),
        (replace(STEPS[2], parameters={"host": HOST, "until": "2029-03-10"}), 0.021),
        (replace(STEPS[3], code="not_asked"), 0.034),
    )
)
SILENT = StepResult(
    ConnectionStep.PORT, ConnectionStepOutcome.FAILED, "no_answer", HOST, {"host": HOST, "port": 5432}, 5.0
)

#: Fictitious people: name, group, organisation, fields.
_EXPERTS = (
    ("نیلوفر جاوید", "artist", "خانه شاعران", ("شعر", "ترانه")),
    ("بهرام ناصری", "publisher", "انجمن ناشران نمونه", ("نشر",)),
    ("یونس کاوه", "expert", "دانشگاه نمونه", ("حقوق فرهنگ", "مالکیت فکری")),
    ("مهتاب صدری", "media", "هفته‌نامه نمونه", ("هنرهای تجسمی",)),
    ("آرش بهین", "institute", "مؤسسه فرهنگی نمونه", ("نگارخانه", "هنرهای تجسمی")),
    ("گلناز پارسا", "artist", "", ("نقاشی",)),
)


@dataclass
class Tour:
    """One theme's tour through the window."""

    services: Services
    empty: Services
    folder: Path
    settings: Settings
    only: str = ""
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.session = Session(self.settings, screens())

    def run(self) -> None:
        for name in scenes(self.only):
            print(f"{self.folder.name}/{name}", flush=True)
            self.show(name)
        if self.session.window is not None:
            self.session.window.close()
        stage.settle()

    def show(self, scene: str) -> None:
        """Plays the scene with this name."""
        getattr(self, f"scene_{scene}")()

    # Scenes: sign-in

    def scene_sign_in(self) -> None:
        window = Session(self.settings, screens(), self.services).open_sign_in()
        stage.settle(300)
        self.picture("sign-in", window)
        stage.write(window.form.username, "s.kazemi")
        stage.write(window.form.password, "wrong-password")
        stage.click(window.form.button)
        stage.settle(400)
        self.picture("sign-in-refused", window)
        window.close()

    def scene_sign_in_recovery(self) -> None:
        """The way back of who lost the password of one PC."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            services = open_services(sqlite_url(Path(name) / "mosharekat.db"))
            first = services.accounts.create_first_administrator(
                "سارا کاظمی", "s.kazemi", "secret-words-1405"
            )
            services.recovery.make(first)
            window = Session(self.new_pc(name), screens(), services).open_sign_in()
            stage.settle(300)
            stage.click(window.form.lost_link)
            form = window.pages.recovery_form
            form.code.setText("2345-6789-ACDE-FGHJ-KMNP-QRTV")
            for field in (form.password, form.again):
                field.setText("new-words-1405")
            stage.click(form.button)
            stage.settle(300)
            self.picture("sign-in-recovery-refused", window)
            window.close()
            stage.settle()
            services.close()

    def new_pc(self, folder: str) -> Settings:
        return Settings(data_folder=Path(folder), theme=self.settings.theme)

    def scene_first_start(self) -> None:
        self.first_start(1440, 868, "first-start")

    def scene_first_start_small(self) -> None:
        self.first_start(960, 600, "first-start-small")

    def first_start(self, width: int, height: int, name: str) -> None:
        """The pages of a new PC: both places of the data, and each state of the test."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            session = Session(self.new_pc(folder), screens())
            window = session.open_first()
            assert isinstance(window, FirstStartWindow)
            window.resize(width, height)
            stage.settle(100)
            self.picture(f"{name}-1-language", window)
            stage.click(window.next_button)
            self.picture(f"{name}-2-this-pc", window)
            place = window.place
            place.cards.choose("department")
            place.department.hosts.setText(HOST)
            place.department.certificate.setText("/etc/ssl/farhang-ca.crt")
            stage.settle(50)
            self.picture(f"{name}-2-department", window)
            place.test.show_steps(TESTED[:3], running=True)
            stage.settle(50)
            self.picture(f"{name}-2-running", window)
            place.test.show_steps((TESTED[0], SILENT), running=False)
            stage.settle(50)
            self.picture(f"{name}-2-silent", window)
            place.show_tested(TESTED)
            stage.settle(50)
            self.picture(f"{name}-2-ready", window)
            self.first_start_department(window, name)
            place.cards.choose("pc")
            window.show_page(1)
            stage.click(window.next_button)
            stage.settle(50)
            self.picture(f"{name}-3-administrator", window)
            form = window.account.entrance.first_form
            form.full_name.setText("سارا کاظمی")
            form.username.setText("s.kazemi")
            for field in (form.password, form.again):
                field.setText("secret-words-1405")
            stage.click(window.next_button)
            stage.settle(400)
            self.picture(f"{name}-3-recovery-code", window)
            stage.click(window.account.entrance.sheet_page.ticked)
            stage.click(window.next_button)
            stage.settle(400)
            self.picture(f"{name}-4-letterhead", window)
            services = window.account.entrance.services
            window.close()
            stage.settle()
            if services is not None:
                services.close()

    def first_start_department(self, window: FirstStartWindow, name: str) -> None:
        """The pages that need a server, which a tour has not: as they look when it has answered."""
        address = f"postgresql://{HOST}/mosharekat"
        window.account.use(replace(self.settings, database=address, last_username="n.yazdi"))
        window.show_page(2)
        stage.settle(50)
        self.picture(f"{name}-3-sign-in", window)
        window.account.entrance.not_prepared.emit()
        stage.settle(50)
        self.picture(f"{name}-3-owner", window)
        window.letterhead.show_office(self.services, actor(self.services, "s.kazemi"), editable=False)
        window.show_page(3)
        stage.settle(200)
        self.picture(f"{name}-4-read", window)

    def scene_first_start_fixed(self) -> None:
        """A PC that works with the server of the office alone, whose certificate and language are fixed."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            machine = Path(name) / "machine.json"
            fixed = {"certificate": "/etc/ssl/farhang-ca.crt", "server_only": True, "language": "fa"}
            machine.write_text(json.dumps({**fixed, "fixed": list(fixed)}), encoding="utf-8")
            settings = replace(load_settings(Path(name), {}, machine), theme=self.settings.theme)
            window = Session(settings, screens()).open_first()
            assert isinstance(window, FirstStartWindow)
            stage.settle(100)
            self.picture("first-start-fixed-1-language", window)
            stage.click(window.next_button)
            stage.settle(50)
            self.picture("first-start-fixed-2-server-only", window)
            window.close()
            stage.settle()

    def scene_fixed_settings(self) -> None:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            fixed = frozenset({"language", "database", "remember", "theme", "lock_minutes"})
            settings = Settings(data_folder=Path(name), theme=self.settings.theme, layers=Layers(fixed=fixed))
            window = Session(settings, screens(), self.services).open_sign_in()
            stage.settle(600)
            self.picture("fixed-sign-in", window)
            window.close()
            menu = PersonMenu((), actor(self.services, "s.kazemi"), fixed=fixed)
            languages = menu.findChildren(QMenu)[0]
            for part, shown in (("menu", menu), ("choices", languages)):
                shown.popup(QPoint())
                stage.settle(200)
                self.picture(f"fixed-{part}", shown)
                shown.close()
            menu.deleteLater()
            stage.settle()

    def scene_update(self) -> None:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            share = UpdateShare(Path(name))
            share.publish("1.4.0")
            settings = replace(share.settings, theme=self.settings.theme)
            session = Session(settings, screens())
            window = session.open_main(self.services, actor(self.services, "p.hosseini"))
            stage.settle(600)
            session.updates.look()
            stage.settle(600)
            self.picture("update-ready", window)
            share.setup("1.4.0").write_bytes(b"another")
            session.updates.look()
            stage.settle(600)
            self.picture("update-refused", window)
            window.close()
            session.close()
            stage.settle()

    def scene_setup(self) -> None:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            window = Session(self.new_pc(name), screens()).open_sign_in()
            stage.settle(600)
            window.open_setup()
            assert window.setup is not None
            page = window.setup
            stage.settle(100)
            self.picture("setup-this-pc", window)
            page.kind.choose("department")
            page.department.hosts.setText("srv-db01.farhang.example, srv-db02.farhang.example")
            page.department.certificate.setText("/etc/ssl/farhang-ca.crt")
            page.test.show_steps(STEPS, running=False, login=True)
            stage.settle(100)
            self.picture("setup-tried", window)
            unknown = StepResult(
                ConnectionStep.TLS,
                ConnectionStepOutcome.FAILED,
                "unknown_authority",
                HOST,
                {"host": HOST},
            )
            page.test.show_steps((*STEPS[:2], unknown), running=False, login=True)
            page.show_owner()
            stage.settle(100)
            self.picture("setup-refused-owner", window)
            window.close()
            stage.settle()

    # Scenes: inbox

    def scene_inbox(self) -> None:
        inbox = self.inbox("s.kazemi")
        self.picture("inbox")
        inbox.lists.show_view(View.ALL)
        stage.settle(400)
        self.picture("inbox-all")
        inbox.lists.show_list(ListFilter(scope=Scope.CLOSED))
        stage.settle(400)
        self.picture("inbox-closed")
        inbox.preview.toggle()
        stage.settle(300)
        self.picture("inbox-wide")

    def scene_inbox_views(self) -> None:
        """The filter as a sentence, headings, order, columns, suggestions of an empty list."""
        inbox = self.inbox("s.kazemi")
        units = {unit.code: unit.id for unit in self.services.units.all()}
        desk = units["desk"]
        wanted = ListFilter(
            kind="complaint", unit_id=units["press"], late=True, received=DayRange(words="۳۰ روز گذشته")
        )
        inbox.lists.show_list(replace(wanted, assignee_id=NOBODY, channel="portal"))
        stage.settle(600)
        self.picture("inbox-filter-empty")
        inbox.lists.show_list(replace(wanted, kind=None, unit_id=desk, received=DayRange(date(2026, 9, 23))))
        stage.settle(600)
        self.picture("inbox-filtered")
        finder = inbox.filter.finder.ask_more()
        stage.write(finder.field, "آبان")
        stage.settle(200)
        self.picture("inbox-condition", finder)
        finder.close()
        both = several([units["press"], desk])
        inbox.lists.show_list(ListFilter(unit_id=both, status=several([Status.REFERRED, Status.IN_PROGRESS])))
        finder = inbox.filter.finder.ask("unit_id")
        stage.settle(600)
        self.picture("inbox-several-values", finder)
        finder.close()
        self.picture("inbox-several-filtered")
        inbox.lists.show_list(ListFilter(grouping=Grouping.UNIT, order=Order.SENDER))
        stage.settle(600)
        self.picture("inbox-grouped")
        inbox.preview.toggle()
        for column in (PetitionColumn.STATUS, PetitionColumn.CHANNEL, PetitionColumn.REGISTRY):
            inbox.arranging.toggle(column)
        inbox.lists.show_list(ListFilter(scope=Scope.ANY, grouping=Grouping.SENDER, order=Order.SUBJECT))
        stage.settle(600)
        self.picture("inbox-columns")
        menu = inbox.arranging.open_menu()
        stage.settle(200)
        self.picture("inbox-arranging", menu)
        menu.close()
        for column in (PetitionColumn.STATUS, PetitionColumn.CHANNEL, PetitionColumn.REGISTRY):
            inbox.arranging.toggle(column)
        inbox.preview.toggle()

    def scene_inbox_states(self) -> None:
        """Loading, one item, an error, and a person whom no petition reaches."""
        inbox = self.inbox("s.kazemi")
        row = inbox.model.row_at(1) or inbox.model.row_at(0)
        assert row is not None
        inbox.lists.show_list(
            ListFilter(scope=Scope.ANY, registry=f"{row.registry_year}/{row.registry_number}")
        )
        stage.settle(500)
        self.picture("inbox-one-item")
        inbox.side.show_loading()
        inbox.details.hide()
        stage.settle(100)
        self.picture("inbox-loading")
        self.open(self.empty, "s.kazemi", "inbox")
        stage.settle(300)
        screen = self.window().current_screen()
        assert isinstance(screen, InboxScreen)
        screen.model.failed.emit(DatabaseAwayError(where="srv-db01"))
        stage.settle(200)
        self.picture("inbox-error")
        reviewer = frozenset({Membership(Role.REVIEWER, None)})
        self.session.open_main(self.empty, replace(actor(self.empty, "e.rezaei"), memberships=reviewer))
        stage.settle(600)
        self.picture("inbox-nothing-in-reach")

    def scene_inbox_worklist(self) -> None:
        inbox = self.inbox("d.moradi")
        inbox.papers.show_worklist()
        stage.settle(600)
        assert inbox.papers.worklist is not None
        inbox.papers.worklist.whose.setCurrentIndex(1)
        stage.settle(600)
        self.picture("inbox-worklist")
        inbox.show_desk()

    def scene_wrote_again(self) -> None:
        """A petitioner who wrote again, once from another number; and a flood of messages, collected in one row."""
        services, clerk = self.services, actor(self.services, "s.kazemi")
        # Each theme brings its own messages, because known ones are skipped.
        hours = 15 + 24 * len(services.inbox.numbers(clerk, ListFilter(again=True)))
        at = datetime.combine(UNTIL, datetime.min.time(), UTC) - timedelta(hours=hours)
        mine = Contact("مهتاب نمونه", mobile="09121234567")
        petition = NewPetition(
            Kind.REQUEST,
            Channel.SMS,
            "مجوز برگزاری نمایشگاه عکس را چه زمانی می‌دهید؟",
            contact=mine,
            received_at=at,
        )
        made = services.register.register(clerk, petition)
        texts = [
            (
                mine,
                f"کد {made.tracking_code}: مدارک خواسته‌شده را دیروز به میز خدمت دادم؛ رسید آن پیوست پرونده است.",
            ),
            (Contact(mobile="09351112233"), f"از طرف خانم نمونه، پیگیر کد {made.tracking_code} هستم."),
        ]
        written = [
            NewPetition(
                Kind.REQUEST, Channel.SMS, words, contact=contact, received_at=at + timedelta(minutes=90)
            )
            for contact, words in texts
        ]
        flood = [
            NewPetition(
                Kind.COMPLAINT, Channel.SMS, f"چرا پاسخ نمی‌دهید؟ ({n})", contact=Contact(mobile="09190000000"),
                received_at=at + timedelta(seconds=n),
            )
            for n in range(80)
        ]  # fmt: skip
        services.auto_intake.take_in(pc_user("tour"), [*written, *flood])
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_list(ListFilter(again=True), keep=made.id)
        stage.settle(800)
        self.picture("inbox-wrote-again")
        inbox.search("رسید نمایشگاه")
        stage.settle(800)
        self.picture("inbox-wrote-again-found")

    def scene_tracing(self) -> None:
        """The corrected original of a petition; and the messages that were taken in."""
        services = self.services
        number = f"P-{self.folder.name}"
        payload = {
            "متن": f"لطفاً نتیجه درخواست مجوز نمایشگاه عکس را اعلام کنید. ({number})",
            "نام متقاضی": "مهتاب نمونه",
            "شماره همراه": "۰۹۱۲۱۲۳۴۵۶۷",
            "کد ملی": "۰۴۹۹۳۷۰۸۹۹",
        }
        with services.database.writing() as session:
            session.add(IntakeSubmission(channel="portal", external_id=number, payload=payload))
        services.staging.run(pc_user("tour"))
        waits = next(
            one for one in services.staging.quarantined(pc_user("tour")) if one.external_id == number
        )
        services.staging.mend(pc_user("tour"), waits.id, payload | {"نوع": "درخواست"})
        services.staging.run(pc_user("tour"))
        [handled] = services.tracing.handled(pc_user("tour"), count=1)
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_list(ListFilter(), keep=handled.petition_id)
        stage.settle(600)
        inbox.tracing.action.trigger()
        stage.settle(600)
        dialog = inbox.tracing.dialog
        assert isinstance(dialog, QDialog)
        self.picture("inbox-how-it-arrived", dialog)
        dialog.close()
        self.administration("p.hosseini", "arrived")
        stage.settle(600)
        self.picture("administration-arrived")

    def scene_subjects(self) -> None:
        """The catalogue of subjects; choosing one for a petition; the column and the filter of the desk."""
        services, administrator = self.services, actor(self.services, "p.hosseini")
        services.catalogue.take_in(
            administrator,
            [
                NewSubject(SubjectKind.SERVICE, "صدور پروانه نمایش فیلم", "13021004"),
                NewSubject(SubjectKind.SERVICE, "صدور مجوز برگزاری نمایشگاه هنرهای تجسمی", "13021011"),
                NewSubject(SubjectKind.INSTRUMENT, "آیین‌نامه حمایت از نگارخانه‌ها", "1405-A-12"),
                NewSubject(SubjectKind.NEWS, "هفتمین جشنواره هنرهای شهری تهران گشایش یافت", "N-88120"),
                NewSubject(SubjectKind.NEWS, "فراخوان عکس تهران تمدید شد"),
            ],
        )
        panel = self.administration("p.hosseini", "services").services
        panel.roster.setCurrentIndex(panel.roster.model().index(2, 0))
        stage.settle(400)
        self.picture("administration-subjects")
        rows = services.catalogue.all()
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_view(View.UNROUTED)
        stage.settle(600)
        shown = [row for at in range(6) if (row := inbox.model.row_at(at)) is not None]
        for row, subject in zip(shown, rows, strict=False):
            services.subjects.set(inbox.workplace.actor, row.id, subject.id)
        inbox.subjects.action.trigger()
        stage.settle(600)
        assert inbox.subjects.finder is not None
        self.picture("inbox-subject-chosen", inbox.subjects.finder)
        inbox.subjects.finder.close()
        inbox.lists.show_list(ListFilter(about_kind=("news", "service")))
        stage.settle(600)
        self.picture("inbox-subjects")

    def scene_turning(self) -> None:
        """A petition that is a comment: the open drafts, and the petition after it was turned into a comment."""
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_view(View.UNROUTED)
        stage.settle(600)
        inbox.turning.action.trigger()
        stage.settle(600)
        finder = inbox.turning.finder
        assert finder is not None
        self.picture("inbox-as-a-comment", finder)
        [draft, *_] = self.services.conversion.offered()
        finder.chosen.emit(draft)
        finder.close()
        stage.settle(900)
        detail = inbox.details.detail
        assert detail is not None
        self.picture("inbox-taken-as-a-comment")

    def scene_letters_of_a_petition(self) -> None:
        """The reply as a draft, as chosen and as issued, the receipt, the referral sheet, the dossier."""
        services, administrator = self.services, actor(self.services, "p.hosseini")
        settings = services.office.settings()
        services.office.change(
            administrator,
            replace(
                settings,
                signer="دکتر سهراب نمونه‌نژاد",
                signer_title="مدیر کل فرهنگ و ارشاد اسلامی استان تهران",
                office_address="تهران، خیابان نمونه، کوچهٔ نخست، شمارهٔ ۱۲، کد پستی ۱۱۳۵۶۱۲۳۴۵",
            ),
        )
        inbox = self.inbox("d.moradi")
        inbox.lists.show_list(ListFilter(scope=Scope.CLOSED, outcome="granted"))
        stage.settle(600)
        detail = inbox.details.detail
        assert detail is not None
        self.picture("letters-petition")
        inbox.papers.show_letter(detail.id, LetterKind.REPLY)
        page = inbox.papers.letters
        assert page is not None
        stage.settle(900)
        self.picture("letters-reply-draft")
        page.address.setPlainText(
            "جناب آقای نمونه\nتهران، خیابان انقلاب، کوچه بهار، پلاک ۱۲\nکد پستی ۱۲۳۴۵۶۷۸۹۰"
        )
        stage.settle(900)
        choices = page.choices
        choices.classification.setCurrentIndex(1)
        choices.enclosure.setText("۲ برگ")
        choices.copies.setPlainText("ادارهٔ کتاب و نشر، جهت اقدام\nدفتر مشارکت مردمی")
        choices.copies.moveCursor(QTextCursor.MoveOperation.End)
        choices.purposes["جهت اطلاع"].click()
        stage.settle(900)
        self.picture("letters-reply-chosen")
        page.issue()
        stage.settle(900)
        self.picture("letters-reply-issued")
        for kind in (LetterKind.SLIP, LetterKind.REFERRAL, LetterKind.DOSSIER):
            page.kinds.choose(kind.value)
            stage.settle(900)
            self.picture(f"letters-{kind.value}")
        inbox.show_desk()

    def scene_inbox_escalation(self) -> None:
        inbox = self.inbox("d.moradi")
        inbox.papers.show_escalation()
        stage.settle(600)
        self.picture("inbox-escalation")
        # Printed without a preview: the dialog names what is missing on its pages.
        with self.services.database.writing() as session:
            session.execute(update(OfficeRow).values(logo=b64encode(b"no picture").decode("ascii")))
        inbox.papers.show_escalation()
        stage.settle(600)
        self.picture("inbox-escalation-without-logo")
        self.services.office.change_logo(actor(self.services, "p.hosseini"), None)
        inbox.show_desk()

    def scene_bell(self) -> None:
        """Due reminders, new referrals, petitions awaiting approval; adding another reminder."""
        inbox, manager = self.inbox("d.moradi"), actor(self.services, "d.moradi")
        rows = self.services.inbox.first(manager, ListFilter(), 3)
        with self.services.database.reading() as session:
            today = tehran_day(self.services.database.now(session))
        reminders = self.services.reminders
        for row, day, words in zip(
            rows, (-2, 0, 0), ("زنگ به ناشر", "پیگیری مدارک", "یادداشت برای جلسه"), strict=True
        ):
            if not reminders.open(manager, row.id):
                kept = reminders.add(manager, row.id, today, words)
                reminders.put_off(manager, kept.id, today + timedelta(days=day))
        inbox.lists.show_list(ListFilter(), keep=rows[0].id)
        stage.settle(600)
        inbox.reminding.ask()
        stage.settle(300)
        dialog = inbox.reminding.dialog
        assert dialog is not None
        stage.write(dialog.day, "شنبه")
        self.picture("reminder", dialog)
        dialog.reject()
        self.picture("bell-dot")
        self.window().bell.open()
        stage.settle(500)
        self.picture("bell")
        self.window().side_pane.close()

    def scene_notices(self) -> None:
        """What others did for a clerk: unseen and seen cards, a tab, nothing to tell, and what to be told."""
        self.let_others_act()
        self.inbox("s.kazemi")
        window = self.window()
        window.bell.open()
        stage.settle(500)
        self.picture("notices")
        centre = window.bell.centre
        centre.tabs.choose("deputies")
        stage.settle(100)
        self.picture("notices-deputies")
        centre.tabs.choose("all")
        stage.click(centre.gear)
        stage.settle(100)
        self.picture("notices-what-to-be-told")
        centre.leave_wishes()
        stage.click(centre.all_button)
        stage.settle(500)
        self.picture("notices-all-seen")
        window.resize(960, 600)
        stage.settle(200)
        self.picture("notices-small")
        window.resize(1440, 868)
        stage.settle(200)
        run = next(row for row in centre.found.notices if row.run) if centre.found is not None else None
        centre.pressed.emit("open", run)
        stage.settle(800)
        self.picture("notices-rows-of-a-run")
        window.side_pane.close()
        self.open(self.empty, "s.kazemi", "inbox")
        self.window().bell.open()
        stage.settle(500)
        self.picture("notices-empty")
        self.window().side_pane.close()

    def let_others_act(self) -> None:
        """Lets colleagues refer, return, close and write to a clerk; once for all pictures."""
        services, clerk = self.services, actor(self.services, "s.kazemi")
        order = "لطفاً تا چهارشنبه با ناشر تماس بگیرید."
        if any(one.why == order for one in services.notices.of(clerk).notices):
            return
        desk, manager = services.desk, actor(services, "n.sadeghi")
        unit = next(iter(clerk.unit_ids))
        first, second, third = services.inbox.first(manager, ListFilter(status=Status.REGISTERED), 3)
        for row, person, words in (
            (first, clerk.person_id, order),
            (second, None, "بررسی و اعلام نظر"),
        ):
            version = desk.peek(manager, row.id).version
            desk.refer(manager, row.id, version, unit, words, person_id=person)
        everybody = [services.accounts.actor(row.id) for row in services.accounts.all() if row.active]
        there = next(one for one in everybody if one.has(Role.CLERK) and not one.unit_ids & {unit, None})
        other = next(iter(there.unit_ids))
        desk.refer(clerk, third.id, desk.peek(clerk, third.id).version, other, "برای اقدام")
        desk.give_back(there, third.id, desk.peek(there, third.id).version, "مربوط به این واحد نیست.")
        mine = services.inbox.first(clerk, ListFilter(view=View.MINE, status=Status.IN_PROGRESS), 1)[0]
        version = desk.peek(manager, mine.id).version
        desk.resolve(manager, mine.id, version, Ending.WITHDRAWN, "متقاضی انصراف داد.")
        many = services.inbox.first(manager, ListFilter(status=Status.REGISTERED), 24)
        act, selection = (
            Refer(unit, "بررسی و پاسخ تا پایان هفته"),
            BulkSelection(tuple(row.id for row in many)),
        )
        bulk = services.bulk
        bulk.run(manager, bulk.begin(selection, act, bulk.preview(manager, selection, act)))
        absent = next(
            one for one in everybody if one.has(Role.CLERK, unit) and one.person_id != clerk.person_id
        )
        assert absent.person_id is not None
        assert clerk.person_id is not None
        today = services.notices.of(clerk).today
        terms = NewDeputy(absent.person_id, clerk.person_id, today, today + timedelta(days=4))
        services.deputies.add(actor(services, "p.hosseini"), terms)

    def scene_inbox_saved_view(self) -> None:
        inbox, clerk = self.inbox("s.kazemi"), actor(self.services, "s.kazemi")
        views = self.services.saved_views
        desk = next(unit.id for unit in self.services.units.all() if unit.code == "desk")
        wanted = ListFilter(unit_id=desk, received=DayRange(words="ماه جاری"), grouping=Grouping.UNIT)
        if not views.all(clerk):
            views.add(clerk, NewView("رسیده این ماه", wanted, unit_id=desk))
            views.add(clerk, NewView("معوق‌های من", replace(wanted, received=None, late=True)))
        inbox.keeping.count()
        stage.settle(500)
        inbox.keeping.show(inbox.keeping.rows[1])
        stage.settle(600)
        self.picture("inbox-saved-view")
        menu = inbox.view_menu.open()
        stage.settle(200)
        self.picture("inbox-saved-menu", menu)
        menu.close()
        inbox.preview.toggle()
        stage.settle(400)
        self.picture("inbox-saved-wide")
        inbox.preview.toggle()

    def scene_inbox_details(self) -> None:
        inbox = self.inbox("n.amini")
        inbox.lists.show_list(ListFilter(view=View.MINE))
        stage.settle(400)
        stage.press(inbox.table, Qt.Key.Key_E, "e")
        stage.write(inbox.details.composer.edit, "خانم گرامی، پرونده شما در مرحله دوم بررسی است.")
        stage.settle(150)
        self.picture("inbox-replying")
        inbox.table.setFocus()
        stage.press(inbox.table, Qt.Key.Key_R, "r")
        stage.settle(150)
        self.picture("inbox-referring")
        inbox.details.explanation.toggle(inbox.details.detail)
        stage.settle(300)
        self.picture("inbox-why-this-date")

    def scene_guide(self) -> None:
        """The user guide over the details: the page of the screen, what a search finds, contents, a term."""
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_list(ListFilter(view=View.MY_UNIT))
        stage.settle(400)
        window = self.window()
        window.guide.toggle()
        stage.settle(200)
        self.picture("guide")
        pane = window.guide.pane
        assert pane is not None
        pane.view.field.setText("مهلت متوقف")
        pane.view.field.searched.emit("مهلت متوقف")
        stage.settle(100)
        self.picture("guide-found")
        pane.view.show_contents()
        stage.settle(100)
        self.picture("guide-contents")
        pane.view.go(GuidePlace(GLOSSARY, "هامش"))
        stage.settle(100)
        self.picture("guide-term")
        window.side_pane.close()
        window.guide.toggle_keys()
        stage.settle(200)
        self.picture("guide-keys")
        window.guide.toggle()
        stage.settle(200)
        self.picture("guide-keys-beside")
        window.side_pane.close()
        window.guide.leave_keys()
        about = window.guide.show_about()
        stage.settle(200)
        self.picture("guide-about", about)
        about.reject()
        menu = PersonMenu((), self.window().workplace.actor, window, lock=window.lock)
        self.picture("person-menu", menu)
        menu.deleteLater()

    def scene_inbox_refusal(self) -> None:
        """An answer without the reason that its outcome wants; what a colleague did meanwhile."""
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_list(ListFilter(view=View.MINE, kind=several(["request", "suggestion"])))
        stage.settle(400)
        composer = inbox.details.composer
        stage.press(inbox.table, Qt.Key.Key_E, "e")
        stage.write(composer.edit, "با سلام؛ بارگذاری مدارک طبق مادهٔ ۴ آیین‌نامه الزامی است.")
        composer.reply.outcome.choose(Ending.REFUSED)
        composer.send()
        stage.settle(200)
        self.picture("inbox-refusal")
        stage.write(composer.reply.reason, "مادهٔ ۴ آیین‌نامه")
        seen = inbox.details.detail
        assert seen is not None
        other = actor(self.services, "r.yousefi")
        self.services.desk.note(other, seen.id, "با متقاضی تماس گرفتم.")
        inbox.details.reload()
        stage.settle(400)
        self.picture("inbox-colleague")
        composer.edit.clear()
        stage.settle()

    def scene_inbox_full(self) -> None:
        """The petition in full width: the answer beside the text, why this date, a window of fewer columns."""
        inbox = self.inbox("n.amini")
        inbox.lists.show_list(ListFilter(view=View.MINE))
        stage.settle(400)
        inbox.preview.enter()
        stage.press(inbox.details.body, Qt.Key.Key_E, "e")
        stage.write(
            inbox.details.composer.edit,
            "سرکار خانم\nبا سلام و احترام؛ پروندهٔ شما در مرحلهٔ دوم بررسی است و نتیجه تا پایان ماه اعلام می‌شود.",
        )
        stage.settle(300)
        self.picture("inbox-full")
        window = self.window()
        size = window.size()
        for name, width, height in (("two", 960, 600), ("one", 900, 600)):
            window.resize(width, height)
            stage.settle(300)
            self.picture(f"inbox-full-{name}")
        window.resize(size)
        inbox.preview.leave()
        stage.settle(300)
        self.picture("inbox-full-left")

    def scene_everywhere(self) -> None:
        """The global search while typing."""
        self.inbox("s.kazemi")
        window = self.window()
        window.activateWindow()
        field = window.top_bar.search
        field.setFocus()
        field.setText("نگارخانه")
        field.searched.emit("نگارخانه")
        stage.until(window.everywhere.list.isVisible, "what was found")
        window.everywhere.list.go_to(1)
        stage.settle(300)
        self.picture("everywhere")

    def scene_inbox_empty(self) -> None:
        self.open(self.empty, "n.amini", "inbox")
        stage.settle(300)
        self.picture("inbox-empty")

    def scene_inbox_nothing_found(self) -> None:
        inbox = self.inbox("s.kazemi")
        inbox.search("مجوز -کنسرت")
        stage.settle(600)
        self.picture("inbox-search")
        inbox.search("واژه‌ای‌که‌نیست")
        stage.settle(300)
        self.picture("inbox-nothing-found")

    def scene_inbox_hostile_text(self) -> None:
        inbox = self.inbox("s.kazemi")
        inbox.search("آزمون بلندی")
        stage.settle(400)
        self.picture("inbox-long-text")
        inbox.search("متن وارونه")
        stage.settle(400)
        self.picture("inbox-hostile-text")

    def scene_long_names(self) -> None:
        """A name of 400 characters in the list, its tip, the details, the form, the worklist and the people."""
        services, clerk = self.services, actor(self.services, "s.kazemi")
        wanted = ListFilter(scope=Scope.ANY, query="نشانی تازه دفتر مرکزی")
        if not services.inbox.find(clerk, wanted, 1)[1]:
            contact = Contact(COMPANY, mobile="09121110099", group="publisher")
            words = "تمدید پروانه نشر و نشانی تازه دفتر مرکزی."
            late = datetime.combine(UNTIL, datetime.min.time(), UTC) - timedelta(days=40)
            made = services.register.register(
                clerk, NewPetition(Kind.REQUEST, Channel.PHONE, words, "تمدید پروانه", contact, received_at=late,
                                   unit_id=min(clerk.unit_ids))
            )  # fmt: skip
            services.desk.take(clerk, made.id, 1)
        inbox = self.inbox("s.kazemi")
        row = services.inbox.find(clerk, wanted, 1)[1][0]
        inbox.search("نشانی تازه دفتر مرکزی")
        stage.settle(600)
        inbox.open_petition(row.id)
        stage.settle(600)
        self.picture("long-name-details")
        QToolTip.showText(QPoint(400, 300), tip_text(COMPANY), inbox.table)
        stage.settle(300)
        tip = next(
            one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible()
        )
        self.picture("long-name-tip", tip)
        QToolTip.hideText()
        inbox.papers.show_worklist()
        stage.settle(800)
        self.picture("long-name-worklist")
        inbox.show_desk()
        inbox.registration.register()
        form = inbox.registration.form
        assert form is not None
        stage.write(form.fields.mobile, "09121110099")
        stage.settle(700)
        self.picture("long-name-registering")
        form.fields.clear()
        inbox.show_desk()
        self.open(services, "s.kazemi", "people")
        people = self.window().current_screen()
        assert isinstance(people, PeopleScreen)
        stage.write(people.box, "شرکت تعاونی چندمنظوره")
        stage.settle(800)
        people.list.setCurrentIndex(people.model.index(0, 0))
        stage.settle(400)
        self.picture("long-name-people")

    def scene_long_history(self) -> None:
        """More events than are read at once: the link to earlier ones is above the time line."""
        services, clerk = self.services, actor(self.services, "s.kazemi")
        row = services.inbox.find(clerk, ListFilter(view=View.MINE), 1)[1][0]
        if len(services.desk.peek(clerk, row.id).history) < 200:
            for number in range(210):
                services.desk.note(clerk, row.id, f"تماس شماره {number + 1} با متقاضی")
        inbox = self.inbox("s.kazemi")
        inbox.open_petition(row.id)
        stage.settle(800)
        inbox.details.body.ensureWidgetVisible(inbox.details.body.history.earlier)
        inbox.details.body.history.earlier.setFocus(Qt.FocusReason.TabFocusReason)
        stage.settle(200)
        self.picture("long-history")

    def scene_inbox_locked_database(self) -> None:
        inbox = self.inbox("s.kazemi")
        with locked(self.services):
            inbox.refresh()
            stage.settle(300)
            self.picture("inbox-database-locked")
        stage.settle(300)

    def scene_inbox_masked(self) -> None:
        """A petition that another unit was informed of, for that unit's manager."""
        services, clerk = self.services, actor(self.services, "s.kazemi")
        wanted = ListFilter(scope=Scope.ANY, status=Status.IN_PROGRESS, view=View.MINE)
        row = services.inbox.find(clerk, wanted, 1)[1][0]
        press = next(unit.id for unit in services.units.all() if unit.code == "press")
        with contextlib.suppress(RuleError):
            services.desk.refer(clerk, row.id, row.version, press, "برای اطلاع", purpose=Purpose.INFORMATION)
        inbox = self.inbox("sh.tavakoli")
        inbox.open_petition(row.id)
        stage.settle(600)
        self.picture("inbox-masked")
        inbox.details.revealing.reveal()
        stage.settle(600)
        self.picture("inbox-revealed")

    def scene_interim_reply(self) -> None:
        """An interim reply in the composer and in the history, the correction of a registration, a row's menu."""
        inbox = self.inbox("s.kazemi")
        clerk = actor(self.services, "s.kazemi")
        wanted = ListFilter(status=Status.IN_PROGRESS, view=View.MINE)
        row = self.services.inbox.find(clerk, wanted, 1)[1][0]
        inbox.lists.show_list(wanted, keep=row.id)
        stage.settle(900)
        inbox.details.ask(Mode.INTERIM)
        inbox.details.composer.edit.setPlainText("پروندهٔ شما در مرحلهٔ دوم بررسی است و نتیجه اعلام می‌شود.")
        stage.settle(300)
        self.picture("interim-reply")
        inbox.details.composer.send()
        stage.settle(900)
        self.picture("interim-reply-sent")
        inbox.correcting.ask()
        stage.settle(300)
        dialog = inbox.correcting.dialog
        assert dialog is not None
        dialog.save()
        stage.settle(300)
        self.picture("registration-correcting", dialog)
        dialog.subject.setText("آسفالت خیابان کتابفروشان")
        dialog.letter.setText("۱۴۰۵/۱۲")
        dialog.reason.setText("در تماس تلفنی روشن شد")
        dialog.save()
        stage.settle(900)
        self.picture("registration-corrected")
        inbox.row_menu.open()
        stage.settle(300)
        menu = inbox.row_menu.menu
        assert menu is not None
        self.picture("row-menu", menu)
        menu.close()

    def scene_checklists(self) -> None:
        """The checklist of a petition, what an answer waits for, and where an administrator keeps the points."""
        administrator, clerk = actor(self.services, "p.hosseini"), actor(self.services, "s.kazemi")
        lists = self.services.checklists
        titles = (
            "احراز هویت متقاضی",
            "دریافت سوابق بایگانی",
            "تماس با متقاضی",
            "پیوست نظر بررس",
            "ثبت یادآوری پیگیری",
        )
        made = [
            lists.add(administrator, kind=kind, title=title, required=at in (0, 1, 3))
            for kind in (Kind.REQUEST, Kind.CRITICISM)
            for at, title in enumerate(titles)
        ]
        inbox = self.inbox("s.kazemi")
        wanted = ListFilter(status=Status.IN_PROGRESS, view=View.MINE, kind=Kind.CRITICISM)
        row = self.services.inbox.find(clerk, wanted, 1)[1][0]
        for point in made[5:7]:
            with contextlib.suppress(RuleError):
                lists.tick(clerk, row.id, point.id)
        inbox.lists.show_list(wanted, keep=row.id)
        stage.settle(900)
        inbox.details.ask(Move.RESOLVE)
        stage.settle(300)
        self.picture("checklist")
        screen = self.administration("p.hosseini", "checklists")
        stage.settle(400)
        screen.checklists.roster.setCurrentIndex(screen.checklists.roster.model().index(2, 0))
        stage.settle(300)
        self.picture("administration-checklists")
        for point in made:
            title, required = point.title, point.required
            lists.change(administrator, point.id, point.version, title=title, required=required, active=False)

    def scene_side_referrals(self) -> None:
        """A petition with side referrals: the tree, the box to refer it to more units, and the box of an asked
        person.
        """
        services, clerk = self.services, actor(self.services, "s.kazemi")
        wanted = ListFilter(scope=Scope.ANY, status=Status.IN_PROGRESS, view=View.MINE)
        rows = services.inbox.find(clerk, wanted, 4)[1]
        row = rows[-1]
        places = services.side_referrals.places()
        press = next(unit.id for unit in services.units.all() if unit.code == "press")
        own = next(
            one
            for one in places
            if one.unit_id == row.unit_id and one.person_id not in (None, clerk.person_id)
        )
        other = next(one for one in places if one.unit_id not in (row.unit_id, press) and one.person_id)
        with contextlib.suppress(RuleError):
            targets = [
                SideTarget(own.unit_id, own.person_id, days=2),
                SideTarget(press, purpose=Purpose.ACTION, days=3),
                SideTarget(other.unit_id, None, Purpose.INFORMATION),
            ]
            seen = services.desk.peek(clerk, row.id)
            sent = services.side_referrals.send(
                clerk, row.id, seen.version, targets, "لطفاً نظر خود را بنویسید."
            )
            asked = next(one.id for one in sent.referrals if one.to_person == own.person and one.side)
            colleague = services.accounts.actor(own.person_id or 0)
            services.side_referrals.answer(
                colleague, row.id, asked, "سابقه‌ای از این متقاضی در بایگانی نیست؛ مانعی دیده نمی‌شود."
            )
        inbox = self.inbox("s.kazemi")
        inbox.open_petition(row.id)
        stage.settle(600)
        body = inbox.details.body
        body.ensureWidgetVisible(body.holding, 0, 40)
        stage.settle(300)
        self.picture("inbox-side-referrals")
        inbox.details.ask(Mode.ORDER)
        inbox.details.composer.beside_asked.emit()
        stage.settle(500)
        finder = inbox.details.foot.beside.dialog
        assert finder is not None
        for place in [one for one in places if one.person_id and one.unit_id != row.unit_id][:2]:
            if place not in inbox.details.composer.order.beside:
                finder.toggled.emit(place)
        stage.settle(200)
        self.picture("inbox-side-choosing", finder)
        finder.accept()
        inbox.details.composer.edit.setPlainText("لطفاً نظر خود را تا پایان هفته بنویسید.")
        stage.settle(300)
        self.picture("inbox-side-order")
        # Leaves no unfinished text for the following scenes.
        inbox.details.composer.edit.clear()
        other_side = self.inbox("sh.tavakoli")
        other_side.open_petition(row.id)
        stage.settle(600)
        other_side.details.ask(Mode.SIDE_ANSWER)
        stage.settle(300)
        self.picture("inbox-side-answer")

    def scene_tour_offered(self) -> None:
        """What a new person sees above the list at the first sign-in."""
        self.inbox("s.kazemi")
        self.window().tour_bar.offer()
        stage.settle(200)
        self.picture("tour-offered")
        self.window().tour_bar.hide()

    def scene_registering(self) -> None:
        inbox = self.inbox("s.kazemi")
        inbox.registration.register()
        stage.settle(300)
        self.picture("registering")
        form = inbox.registration.form
        assert form is not None
        # Latin digits, as a number pad types them.
        form.fields.mobile.setText("09121234567")
        form.fields.national_id.setText("0012345679")
        form.fields.subject.setText("پاسخ نامهٔ 1404/12 دربارهٔ 3 کتاب")
        form.fields.text.setPlainText("نامهٔ 123 را در 5 آبان فرستادم.")
        stage.settle(300)
        self.picture("registering-digits")
        form.fields.clear()
        inbox.show_desk()

    def scene_registering_scans(self) -> None:
        """Scanned letters that wait beside the form, one of them shown, and the form without its words."""
        inbox = self.inbox("s.kazemi")
        inbox.registration.register()
        form = inbox.registration.form
        assert form is not None
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            for number, lines in enumerate((22, 9, 15), start=1):
                path = Path(name) / f"اسکن {number:03}.png"
                scanned_letter(lines).save(str(path))
                os.utime(path, (UNTIL_SECONDS - number * 5400,) * 2)
            form.tray.ask_folder = lambda: ""
            form.side.setCurrentWidget(form.tray)
            stage.settle(300)
            self.picture("registering-scans-no-folder")
            form.tray.ask_folder = lambda: name
            form.tray.choose_folder()
            form.fields.channel.choose(Channel.LETTER)
            stage.until(lambda: len(form.tray.list.rows()) == 3, "the scans")
            stage.settle(1500)
            self.picture("registering-scans")
            stage.press(form.tray.list, Qt.Key.Key_Return)
            stage.write(form.fields.name, "زهرا امینی")
            stage.settle(1200)
            self.picture("registering-scan")
            form.register()
            stage.settle(300)
            self.picture("registering-refused")
            form.files.clear()
        form.fields.clear()
        form.fields.channel.choose(Channel.PHONE)
        inbox.show_desk()

    def scene_notice(self) -> None:
        """Registering a notice on the telephone, its row and head, and completing its identity."""
        services, administrator = self.services, actor(self.services, "p.hosseini")
        rule = IdentityRule("complaint", "phone", ("name", "national_id"))
        services.office.set_identity_rules(administrator, (rule,))
        inbox = self.inbox("s.kazemi")
        inbox.registration.register()
        form = inbox.registration.form
        assert form is not None
        form.fields.clear()
        before = form.last_registered
        stage.write(form.fields.mobile, "09123456789")
        stage.write(form.fields.name, "زهرا امینی")
        form.fields.kind.choose("complaint")
        form.fields.text.setPlainText("صدای بلندگوی سالن کنار خانه تا ساعت دو بامداد ادامه دارد.")
        stage.settle(900)
        self.picture("notice-registering")
        form.notice.said.setChecked(True)
        form.register()
        stage.settle(900)
        self.picture("notice-registered")
        assert form.last_registered is not None
        assert form.last_registered != before
        inbox.show_desk()
        inbox.open_petition(form.last_registered.id)
        stage.settle(900)
        self.picture("notice-details")
        inbox.completing.ask()
        stage.settle(500)
        dialog = inbox.completing.dialog
        assert dialog is not None
        self.picture("notice-completing", dialog)
        dialog.reject()
        form.fields.clear()
        screen = self.administration("p.hosseini", "identity")
        stage.settle(400)
        screen.identity.roster.setCurrentIndex(screen.identity.roster.model().index(0, 0))
        stage.settle(300)
        self.picture("administration-identity")
        services.office.set_identity_rules(administrator, ())

    def scene_twins_registering(self) -> None:
        inbox = self.inbox("s.kazemi")
        rows = self.campaign_rows()
        inbox.registration.register()
        form = inbox.registration.form
        assert form is not None
        text = self.services.desk.peek(actor(self.services, "s.kazemi"), rows[0]).text
        stage.write(form.fields.name, "زهرا امینی")
        form.fields.text.setPlainText(text[: len(text) * 3 // 4])
        stage.settle(1200)
        self.picture("twins-registering")
        form.fields.clear()
        inbox.show_desk()

    def scene_twins_details(self) -> None:
        inbox = self.inbox("s.kazemi")
        first, second = self.campaign_rows()[:2]
        inbox.open_petition(first)
        stage.settle(900)
        self.picture("twins-details")
        inbox.details.likes.show_all()
        stage.settle(300)
        self.picture("twins-popup")
        inbox.details.likes.close_popup()
        who = actor(self.services, "s.kazemi")
        other = self.services.desk.peek(who, second)
        seen = self.services.desk.peek(who, first)
        if Move.CLOSE in seen.allowed:
            code = other.tracking_code
            self.services.desk.resolve(
                who, first, seen.version, Ending.DUPLICATE, "همان است", duplicate_of=code
            )
        inbox.refresh()
        stage.settle(900)
        self.picture("twins-merged")
        inbox.details.likes.ask_to_part()
        stage.settle(300)
        self.picture("twins-parting")
        inbox.details.likes.close_popup()

    def scene_twins_attachments(self) -> None:
        inbox = self.inbox("n.amini")
        inbox.lists.show_list(ListFilter(view=View.MINE))
        stage.settle(500)
        detail = inbox.details.detail
        assert detail is not None
        who, attachments = actor(self.services, "n.amini"), self.services.attachments
        if not attachments.of(who, detail.id):
            picture = QImage(900, 600, QImage.Format.Format_RGB32)
            picture.fill(Qt.GlobalColor.darkCyan)
            shot = FileSource("عکس تابلو.png", picture=picture).read(10**7)
            for name, content in (
                ("نامه متقاضی.pdf", b"%PDF-1.7\n" + bytes(900_000)),
                ("عکس تابلو.png", shot),
                (
                    "فرم درخواست بسیار طولانی با نامی که در یک سطر جا نمی‌شود.docm",
                    b"PK\x03\x04" + bytes(2_400_000),
                ),
            ):
                attachments.add(who, detail.id, name, content)
        inbox.details.reload()
        stage.settle(600)
        box = inbox.details.body.attachments
        inbox.details.body.ensureWidgetVisible(box)
        self.picture("twins-attachments")
        box.preview(box.rows[1])
        stage.settle(400)
        assert box.dialog is not None
        self.picture("twins-attachment-preview", box.dialog)
        box.dialog.close()
        box.open(box.rows[2])
        stage.settle(400)
        assert box.opening.dialog is not None
        self.picture("twins-attachment-risk", box.opening.dialog)
        box.opening.dialog.close()

    def scene_twins_improvements(self) -> None:
        improvements, who = self.services.improvements, actor(self.services, "n.amini")
        people = {row.username: row.id for row in self.services.accounts.all()}
        inbox = self.inbox("n.amini")
        inbox.lists.show_list(ListFilter(view=View.MINE))
        stage.settle(500)
        detail = inbox.details.detail
        assert detail is not None
        if not improvements.all(who):
            ids = [row.id for row in self.services.inbox.find(who, ListFilter(view=View.MINE), 4)[1]]
            for title, service, owner, due in (
                (
                    "مرحله بررسی کتاب در سامانه دیده شود",
                    "مجوز نشر کتاب",
                    "n.amini",
                    UNTIL + timedelta(days=12),
                ),
                (
                    "پیامک خودکار هنگام هر تغییر وضعیت",
                    "پیگیری درخواست",
                    "s.kazemi",
                    UNTIL - timedelta(days=40),
                ),
                ("راهنمای یک‌برگی مدارک پروانه نشریه", "پروانه نشریه", "", None),
            ):
                new = NewImprovement(service, title, "چنان که متقاضی بی‌تلفن بداند.", people.get(owner), due)
                made = improvements.add(who, new, ids)
            improvements.finish(who, made.id, made.version, "راهنما چاپ و در میز خدمت گذاشته شد.")
        inbox.details.reload()
        stage.settle(600)
        inbox.details.body.ensureWidgetVisible(inbox.details.body.improvements)
        self.picture("twins-improvements-of-petition")
        inbox.details.body.improvements.ask()
        stage.settle(500)
        self.picture("twins-improvement-form", inbox.details.body.improvements.dialog)
        inbox.details.body.improvements.dialog.reject()  # type: ignore[union-attr]
        self.administration("p.hosseini", "improvements")
        stage.settle(500)
        self.picture("twins-improvements")
        self.open(self.services, "p.hosseini", "reports")
        reports = self.window().current_screen()
        assert isinstance(reports, ReportsScreen)
        stage.settle(900)
        reports.turn_preview()
        reports.preview.turn_to(reports.preview.pages - 1)
        stage.settle(500)
        self.picture("twins-improvements-report")

    def campaign_rows(self) -> list[int]:
        """Returns petitions of a campaign that the desk may see, with one that can still be closed first."""
        who = actor(self.services, "s.kazemi")
        _, rows = self.services.inbox.find(who, ListFilter(scope=Scope.OPEN), 400)
        best: tuple[int, ...] = ()
        for row in rows:
            likes = self.services.duplicates.of(who, row.id)
            if len(likes.rows) > len(best) and Move.CLOSE in self.services.desk.peek(who, row.id).allowed:
                best = (row.id, *(alike.id for alike in likes.rows))
            if len(best) > 3:
                break
        return list(best)

    def scene_palette(self) -> None:
        self.inbox("s.kazemi")
        palette = self.window().open_palette()
        stage.settle(200)
        self.picture("palette", palette)
        palette.close()

    def scene_serial_saved_reply(self) -> None:
        templates, admin = self.services.templates, actor(self.services, "p.hosseini")
        if not templates.all():
            for title, text in SAVED_REPLIES:
                templates.add(admin, title, text)
        inbox = self.inbox("n.amini")
        inbox.lists.show_list(ListFilter(view=View.MINE))
        stage.settle(400)
        stage.press(inbox.table, Qt.Key.Key_E, "e")
        inbox.details.composer.saved_reply_asked.emit()
        stage.settle(300)
        finder = inbox.details.foot.saved_replies.finder
        assert finder is not None
        self.picture("serial-saved-replies", finder)
        finder.chosen.emit(SAVED_REPLIES[0][1])
        finder.close()
        stage.settle(200)
        self.picture("serial-saved-reply-put-in")

    def scene_labels(self) -> None:
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_list(ListFilter(view=View.ALL))
        stage.settle(400)
        clerk = actor(self.services, "s.kazemi")
        rows = [inbox.model.row_at(row) for row in range(1, 8)]
        for place, row in enumerate(found for found in rows if found is not None):
            for name in ("نمایشگاه کتاب", "پیگیری تلفنی", "مدارک ناقص")[: place % 4]:
                if name not in row.labels:
                    self.services.labels.put_on(clerk, row.id, name)
        inbox.refresh()
        stage.settle(500)
        inbox.table.step(2)
        stage.settle(500)
        self.picture("labels")
        inbox.details.labels.ask()
        stage.settle(300)
        finder = inbox.details.labels.finder
        assert finder is not None
        self.picture("labels-choose", finder)
        finder.reject()
        self.administration("p.hosseini", "labels")
        stage.settle(300)
        self.picture("labels-administration")

    def scene_macros(self) -> None:
        clerk = actor(self.services, "n.amini")
        if not self.services.macros.all(clerk):
            books = next(iter(clerk.unit_ids))
            self.services.macros.add(
                clerk,
                MacroTerms(
                    "پیگیری تلفنی و ارجاع به موسیقی", key="1", unit_id=books,
                    steps=(
                        NoteStep("با متقاضی تلفنی صحبت شد."),
                        Refer(
                            next(row.id for row in self.services.units.all() if row.name == "موسیقی"),
                            "بررسی و پاسخ تا پایان هفته.",
                        ),
                    ),
                ),
            )  # fmt: skip
            self.services.macros.add(
                clerk,
                MacroTerms(
                    "پاسخ پروانه",
                    key="2",
                    steps=(
                        NoteStep("تلفنی گفته شد."),
                        Take(),
                        Resolve(Ending.GRANTED, "{name} گرامی، صادر شد."),
                    ),
                ),
            )
        inbox = self.inbox("n.amini")
        inbox.lists.show_list(ListFilter(view=View.MINE))
        stage.settle(500)
        inbox.macros.choose()
        stage.settle(300)
        assert inbox.macros.finder is not None
        self.picture("macros-choose", inbox.macros.finder)
        inbox.macros.finder.reject()
        rows = self.services.macros.all(clerk)
        for number, row in enumerate(rows):
            inbox.macros.ask(row)
            stage.settle(400)
            assert inbox.macros.preview is not None
            self.picture(f"macros-preview-{number}", inbox.macros.preview)
            inbox.macros.preview.reject()
        inbox.macros.edit(rows[0])
        stage.settle(400)
        assert inbox.macros.editor is not None
        self.picture("macros-editor", inbox.macros.editor)
        inbox.macros.editor.steps.list.setCurrentRow(1)
        inbox.macros.editor.steps.list.setFocus()
        stage.settle(200)
        self.picture("macros-editor-step", inbox.macros.editor)
        inbox.macros.editor.reject()

    def scene_bulk(self) -> None:
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_list(ListFilter(view=View.ALL))
        stage.settle(400)
        inbox.table.setFocus()
        for _ in range(3):
            inbox.bulk.mark_and_step()
        stage.settle(200)
        self.picture("bulk-marked")
        inbox.bulk.mark_all()
        inbox.bulk.ask(Move.REFER)
        stage.settle(300)
        dialog = inbox.bulk.dialog
        assert dialog is not None
        dialog.unit.setCurrentIndex(3)
        stage.write(dialog.text, "بررسی و پاسخ تا پایان هفته.")
        stage.settle(700)
        self.picture("bulk-preview", dialog)
        dialog.reject()
        inbox.bulk.ask(Move.RESOLVE)
        stage.settle(300)
        dialog = inbox.bulk.dialog
        assert dialog is not None
        dialog.outcome.choose(Ending.WITHDRAWN)
        stage.write(dialog.text, "متقاضی درخواست خود را پس گرفت.")
        stage.settle(700)
        dialog.start()
        stage.settle(900)
        self.picture("bulk-failures", dialog)
        run = dialog.run
        dialog.reject()
        stage.settle(300)
        self.picture("bulk-done")
        inbox.bulk.look_up()
        stage.settle(600)
        assert inbox.bulk.history is not None
        self.picture("bulk-history", inbox.bulk.history)
        inbox.bulk.history.reject()
        if run is not None:
            # Its message with the undo command has disappeared by now.
            inbox.bulk._take_back(run)
            stage.settle(600)

    def scene_bulk_history_empty(self) -> None:
        inbox = self.inbox("n.amini")
        inbox.bulk.look_up()
        stage.settle(400)
        assert inbox.bulk.history is not None
        self.picture("bulk-history-empty", inbox.bulk.history)
        inbox.bulk.history.reject()

    def scene_clock_question(self) -> None:
        """The question after a holiday, its refusal, in a small window; the bar; a latest time that was wrong."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            services = filled(Path(name), petitions=0)
            seen = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
            with services.database.writing() as session:
                keep_the_time(session, seen)
            clock = FixedClock(seen + timedelta(days=13))
            use_clock(services.database, clock)
            own = Session(self.settings, screens(), services)
            window = own.open_main(services, actor(services, "d.moradi"))
            stage.settle(800)
            question = window.clock_question
            assert question.dialog is not None
            self.picture("clock-question", question.dialog)
            stage.write(question.dialog.username, "p.hosseini")
            stage.write(question.dialog.password, "wrong-password")
            stage.click(question.dialog.confirm_button)
            stage.settle(600)
            self.picture("clock-question-refused", question.dialog)
            question.dialog.resize(420, 360)
            stage.settle(200)
            self.picture("clock-question-small", question.dialog)
            stage.click(question.dialog.later_button)
            stage.settle(300)
            self.picture("clock-question-bar", window)
            window.resize(960, 600)
            stage.settle(300)
            self.picture("clock-question-bar-small", window)
            clock.moment = seen - timedelta(days=9)
            question.look()
            stage.settle(600)
            assert question.dialog is not None
            self.picture("clock-question-behind", question.dialog)
            window.close()
            stage.settle()
            services.close()

    def scene_lock(self) -> None:
        self.inbox("s.kazemi")
        lock = self.window().lock
        assert lock is not None
        self.window().rail.person_clicked.emit()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        stage.settle(100)
        self.picture("lock-menu", menu)
        lock.lock()
        assert lock.page is not None
        stage.settle(200)
        self.picture("locked")
        stage.write(lock.page.password, "wrong-password")
        stage.click(lock.page.button)
        stage.settle(300)
        self.picture("locked-refused")
        for _ in range(FREE - 1):
            stage.write(lock.page.password, "wrong-password")
            stage.click(lock.page.button)
            stage.settle(300)
        # A text is lost only if the disk cannot be written.
        lock.page._unsaved = True
        stage.click(lock.page.leave_button)
        stage.settle(100)
        self.picture("locked-waiting")

    def scene_own_absence_and_signature(self) -> None:
        """A person names their own deputy, and writes the lines below their name."""
        self.inbox("s.kazemi")
        corner = self.window().person_corner
        deputies = corner.show_deputies()
        stage.settle(300)
        deputies.save()
        stage.settle(100)
        self.picture("own-deputy-missing", deputies)
        deputies.deputy.setCurrentIndex(0)
        today = self.services.notices.of(actor(self.services, "s.kazemi")).today
        deputies.first_day.set_day(today + timedelta(days=1))
        deputies.last_day.set_day(today + timedelta(days=5))
        deputies.save()
        stage.settle(300)
        self.picture("own-deputy", deputies)
        deputies.reject()
        signature = corner.show_signature()
        stage.settle(200)
        signature.edit.setPlainText("کارشناس مسئول میز خدمت\nداخلی ۱۲۳")
        stage.settle(50)
        self.picture("own-signature", signature)
        signature.reject()

    def scene_take_over(self) -> None:
        """A clerk takes over what a colleague has, and what the colleague's open pane says of it."""
        services, clerk = self.services, actor(self.services, "s.kazemi")
        unit = next(iter(clerk.unit_ids))
        everybody = [services.accounts.actor(row.id) for row in services.accounts.all() if row.active]
        other = next(
            one for one in everybody if one.has(Role.CLERK, unit) and one.person_id != clerk.person_id
        )
        inbox = self.inbox("s.kazemi")
        theirs = services.inbox.first(
            clerk, ListFilter(assignee_id=other.person_id, status=Status.IN_PROGRESS), 1
        )[0]
        inbox.lists.show_list(ListFilter(assignee_id=other.person_id), keep=theirs.id)
        stage.settle(500)
        inbox.details.ask(Move.TAKE_OVER)
        stage.settle(200)
        self.picture("take-over")
        mine = services.inbox.first(clerk, ListFilter(view=View.MINE, status=Status.IN_PROGRESS), 1)[0]
        inbox.lists.show_list(ListFilter(view=View.MINE), keep=mine.id)
        stage.settle(500)
        inbox.details.ask(Mode.REPLY)
        inbox.details.composer.edit.setPlainText("با سلام، درخواست شما بررسی شد و")
        version = services.desk.peek(other, mine.id).version
        services.desk.make(Move.TAKE_OVER, other, mine.id, version, "همکار در مأموریت است")
        inbox.details.reload()
        stage.settle(500)
        self.picture("taken-over")
        services.desk.undo(other, mine.id, services.desk.peek(other, mine.id).version)
        inbox.details.composer.edit.setPlainText("")

    def scene_own_password(self) -> None:
        self.inbox("s.kazemi")
        dialog = self.window().person_corner.change_password()
        stage.settle(200)
        self.picture("own-password", dialog)
        stage.write(dialog.old, "wrong-password")
        stage.write(dialog.new, "a-new-password")
        stage.write(dialog.again, "a-new-password")
        stage.click(dialog.change_button)
        stage.settle(400)
        self.picture("own-password-refused", dialog)
        dialog.reject()

    def scene_unfinished(self) -> None:
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_view(View.MY_UNIT)
        stage.settle(300)
        for row, mode in ((1, Mode.NOTE), (2, Mode.NOTE)):
            inbox.table.select(row)
            stage.settle(300)
            inbox.details.composer.turn_to(mode)
            stage.write(inbox.details.composer.edit, "سوابق متقاضی دیده شد؛ مدارک کامل")
        stage.settle(600)
        window = self.window()
        window.close()
        stage.settle(200)
        assert window.keeping.dialog is not None
        self.picture("leaving", window.keeping.dialog)
        window.keeping.dialog.reject()
        window.watch.lost.emit(DatabaseAwayError(where="srv-db01"))
        stage.settle(200)
        self.picture("away-while-writing")
        window.watch.restored.emit()
        self.session.close()
        inbox = self.inbox("s.kazemi")
        stage.settle(600)
        inbox.lists.show_view(View.MY_UNIT)
        stage.settle(300)
        inbox.table.select(1)
        stage.settle(400)
        self.picture("unfinished-restored")
        menu = self.window().keeping.bar.menu()
        menu.popup(self.window().pos())
        stage.settle(100)
        self.picture("unfinished-menu", menu)
        menu.close()
        unfinished = self.window().workplace.unfinished
        unfinished.throw_away(unfinished.all())
        stage.settle(200)

    # Scenes: drafts, comparison, comments

    def scene_drafts(self) -> None:
        self.open(self.services, "e.rezaei", "drafts")
        stage.settle(400)
        self.picture("drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.list_page.show_view("calendar")
        stage.settle(400)
        self.picture("drafts-calendar")

    def scene_reading(self) -> None:
        """A revision with a table, annotations of every kind, overlapping ones, orphans, forty threads."""
        services, reviewer = self.services, actor(self.services, "e.rezaei")
        number = annotated_bylaw.filed(services, reviewer)
        screen = self.reading_of(number, 2)
        text = screen.papers.reader.body.text
        self.picture("reading")
        text.step_thread(1)
        text.step_thread(1)
        stage.settle(100)
        self.picture("reading-active")
        text.toggle_words()
        stage.settle(200)
        self.picture("reading-in-words")
        text.toggle_words()
        text.show_place("new", text.text.index("ماده ۹"))
        overlapping = next(card for card in text.shown.cards if card.text.startswith("از ثبت"))
        text.set_active_thread(overlapping.thread_id, scroll=True)
        stage.settle(100)
        self.picture("reading-overlapping")
        screen.papers.reader.foot.orphans.click()
        stage.settle(300)
        self.picture("reading-tray")
        screen.papers.reader.threads.hide()
        at = text.text.index("مهلت از تاریخ")
        text.select_text("new", at, at + 13)
        stage.press(text, Qt.Key.Key_N)
        stage.settle(300)
        self.picture("reading-new-thread")
        screen = self.reading_of(annotated_bylaw.filed(services, reviewer, many=40), 2)
        text = screen.papers.reader.body.text
        text.show_place("new", text.text.index("تکلیف 20 "))
        stage.settle(200)
        self.picture("reading-forty")
        self.window().go("comparison", RevisionPair(number, 1, 2))
        stage.settle(600)
        self.picture("comparison-kinds")

    def reading_of(self, number: int, revision: int) -> InstrumentsScreen:
        """Opens the reading page of a revision."""
        self.open(self.services, "e.rezaei", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        stage.settle(400)
        screen.open_item(number)
        stage.settle(400)
        screen.papers.read(revision)
        stage.settle(600)
        return screen

    def scene_drafts_life(self) -> None:
        """The actions that each state offers to the person who takes the next step."""
        for name, code in (
            ("h.moradi", "service-desk"),
            ("e.rezaei", "stage-performance"),
            ("e.rezaei", "galleries"),
            ("j.fazeli", "art-schools"),
            ("g.zarei", "gallery-licensing"),
        ):
            self.open(self.services, name, "drafts")
            screen = self.window().current_screen()
            assert isinstance(screen, InstrumentsScreen)
            screen.open_item(self.services.drafting.by_code(code).id)
            stage.settle(400)
            self.picture(f"drafts-life-{code}")
            offered = screen.details.life._steps
            if offered:
                screen.steps.take(offered[0])
                dialog = self.step_dialog(screen)
                self.picture(f"drafts-life-{code}-{offered[0].value}", dialog)
                dialog.reject()

    def scene_drafts_held(self) -> None:
        """Open objections in the gate and in the comparison; a ready draft goes back to its amending."""
        number = self.services.drafting.by_code("galleries").id
        self.open(self.services, "e.rezaei", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.open_item(number)
        stage.settle(400)
        (row,) = (row for row in screen.details.life.points if row.point.rule == "objections_are_closed")
        assert row.link is not None
        row.link.setFocus(Qt.FocusReason.TabFocusReason)
        stage.settle(100)
        self.picture("drafts-held-by-objections")
        stage.press(row.link, Qt.Key.Key_Space)
        stage.settle(800)
        self.picture("comparison-objection")
        comparison = self.window().current_screen()
        assert isinstance(comparison, ComparisonScreen)
        stage.press(comparison.page.view, Qt.Key.Key_O)
        stage.settle(400)
        self.picture("comparison-objection-next")
        self.open(self.services, "j.fazeli", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.open_item(self.services.drafting.by_code("art-schools").id)
        stage.settle(400)
        self.picture("drafts-ready")
        screen.steps.take(InstrumentAction.REVISE_AGAIN)
        dialog = self.step_dialog(screen)
        self.picture("drafts-back-to-amending", dialog)
        dialog.reject()

    def scene_threads(self) -> None:
        """Annotations over all drafts: one's own, blocking, without a place; a reply to one closed meanwhile."""
        work = self.annotated_work()
        self.open(self.services, "e.rezaei", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        stage.settle(400)
        self.picture("drafts-blocked")
        screen.show_threads()
        stage.settle(800)
        page = screen.threads
        for view in (ThreadView.MINE, ThreadView.OPEN, ThreadView.BLOCKING, ThreadView.HOMELESS):
            page.choose(view)
            stage.settle(600)
            self.picture(f"threads-{view.value}")
        page.panel.places_wanted.emit(page.panel.active or 0)
        stage.settle(1500)
        self.picture("threads-homeless-places")
        page.choose(ThreadView.OPEN)
        stage.write(page.search, "مهلت")
        stage.settle(600)
        self.picture("threads-search")
        self.window().go("comparison", ShowThread(work.instrument_id, work.id))
        stage.settle(1500)
        comparison = self.window().current_screen()
        assert isinstance(comparison, ComparisonScreen)
        form = comparison.page.threads.boxes[work.id].form
        assert form is not None
        stage.write(form.text, "با این تعریف موافقم؛ فقط @")
        stage.settle(400)
        self.picture("threads-mention")
        form.text.completer.activated.emit("حسین مرادی")
        services = self.services
        colleague = actor(services, "h.moradi")
        row = services.annotations.thread(work.id, 3)
        services.annotations.resolve(colleague, row.id, row.version, 3, ThreadOutcome.ANSWERED, "روشن است.")
        comparison.others_changed(frozenset({("thread", work.id)}))
        stage.settle(1000)
        self.picture("threads-closed-meanwhile")

    def annotated_work(self) -> ThreadRow:
        """Gives annotations of a draft days, labels and persons, and one of them to the reviewer."""
        services = self.services
        me, colleague = actor(services, "e.rezaei"), actor(services, "h.moradi")
        draft, today = services.drafting.by_code("galleries"), services.drafting.today()
        rows = [
            row for row in services.annotations.on_revision(draft.id, 3) if row.status is ThreadStatus.OPEN
        ]
        placed = [row for row in rows if row.start is not None]
        for row, days, label in zip(placed, (-4, 2, 9), ("مهلت‌ها", "تعریف‌ها", "مهلت‌ها"), strict=False):
            given = services.annotations.assign(colleague, row.id, row.version, 3, me.person_id)
            services.annotations.set_due(colleague, row.id, given.version, 3, today + timedelta(days=days))
            services.annotations.set_label(colleague, row.id, 3, label)
        text = f"@{me.name} نظر شما چیست؟"
        services.annotations.reply(colleague, placed[0].id, 3, text, [me.person_id or 0])
        return placed[0]

    def scene_window_in_an_unconfirmed_year(self) -> None:
        """A last day in a year whose calendar nobody confirmed, and a last day that is refused below its field."""
        self.open(self.services, "h.moradi", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.open_item(self.services.drafting.by_code("service-desk").id)
        stage.settle(400)
        screen.steps.take(InstrumentAction.ASK_TO_OPEN)
        dialog = self.step_dialog(screen)
        dialog.until.set_day(JalaliDay(1406, 1, 17).to_date())
        stage.settle(200)
        self.picture("window-unconfirmed-year", dialog)
        dialog.until.set_day(JalaliDay(1407, 1, 17).to_date())
        dialog.save_button.click()
        stage.settle(400)
        self.picture("window-refused-below-its-day", dialog)
        dialog.reject()

    def scene_calendar_to_confirm(self) -> None:
        """The closed days of the next year: estimated lunar holidays, and the button that confirms them."""
        closures = self.administration("p.hosseini", "closures").closures
        closures.show_year(1406)
        stage.settle(400)
        lunar = next(row for row in closures.roster.rows() if row.mark == translate("Closures", "Estimated"))
        closures.roster.show_rows(closures.roster.rows(), lunar.key)
        stage.settle(300)
        self.picture("calendar-to-confirm")
        closures.show_year(1405)
        stage.settle(400)
        self.picture("calendar-confirmed")

    def scene_closure_entered_later(self) -> None:
        """On a copy: what a closure does to windows, one that is open again, and the gate's question to a manager."""
        own = self.services
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            path = Path(name) / "copy.db"
            shutil.copyfile(own.database.place, path)
            self.services = open_services(sqlite_url(path))
            try:
                self._enter_closures()
            finally:
                copied, self.services = self.services, own
                self.session.open_main(own, actor(own, "p.hosseini"))
                stage.settle(300)
                copied.close()

    def _enter_closures(self) -> None:
        closures = self.administration("p.hosseini", "closures").closures
        over, amended = (self.services.drafting.by_code(code) for code in ("stage-performance", "galleries"))
        for row in (over, amended):
            assert row.closes_on is not None
            closures.start_new()
            closures.day.set_day(row.closes_on)
            closures.name.setText("تعطیلی برای آلودگی هوا")
            stage.settle(600)
            self.picture(f"closure-preview-{row.code}")
            closures.save()
            stage.settle(600)
        self.picture("closure-entered")
        for manager, row in (("j.fazeli", over), ("g.zarei", amended)):
            self.open(self.services, manager, "drafts")
            self.window().bell.open()
            stage.settle(500)
            self.picture(f"closure-bell-{row.code}")
            self.window().side_pane.close()
            self.window().go("drafts", row.id)
            stage.settle(400)
            self.picture(f"closure-draft-{row.code}")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        for step in (InstrumentAction.OPEN_AGAIN, InstrumentAction.LEAVE_CLOSED):
            screen.steps.step_dialog = None
            screen.steps.take(step)
            dialog = self.step_dialog(screen)
            self.picture(f"closure-{step.value}", dialog)
            dialog.reject()
        screen.list_page.show_view("calendar")
        stage.settle(400)
        self.picture("closure-calendar")

    def scene_drafts_own_text(self) -> None:
        """A reviewer who wrote the text: the step is not offered, with the reason."""
        self.open(self.services, "e.rezaei", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.open_item(self.services.drafting.by_code("service-desk").id)
        stage.settle(400)
        self.picture("drafts-own-text")

    def scene_summing_up(self) -> None:
        """The papers of a consultation: a frozen summing-up, a preliminary one, a finished package."""
        self.open(self.services, "e.rezaei", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        for code in ("art-schools", "galleries"):
            screen.open_item(self.services.drafting.by_code(code).id)
            stage.settle(400)
            screen.papers.read_summing_up()
            stage.until(screen.papers.summing_up.isVisible, "the pages of a summing-up")
            stage.settle(400)
            self.picture(f"summing-up-{code}")
            screen.papers.summing_up.preview.turn_to(2)
            stage.settle(300)
            self.picture(f"summing-up-{code}-matrix")
            page = screen.papers.summing_up
            page.turn()
            stage.until(page.personal.isVisible, "the pages with names")
            stage.settle(400)
            self.picture(f"summing-up-{code}-with-names")
            page.preview.turn_to(page.preview.pages - 1)
            stage.settle(300)
            self.picture(f"summing-up-{code}-senders")
            page.closed.emit()

    def scene_gate(self) -> None:
        """The gate: material changes with and without a reason, carriers to mend; and one that is all right."""
        services = self.services
        galleries = services.drafting.by_code("galleries").id
        reviewer = actor(services, "e.rezaei")
        accepted = [one for one in services.comments.of_instrument(galleries) if one.disposition is not None]
        for one, disposition in zip(accepted, (Disposition.ACCEPTED, Disposition.ACCEPTED), strict=False):
            services.comments.decide(reviewer, one.id, one.version, disposition, one.reason)
        changes = services.material_changes.read(reviewer, galleries)
        assert changes is not None
        first = changes.unexplained[0].change.key
        services.material_changes.explain(reviewer, galleries, [first], "هماهنگ با تعرفهٔ سال ۱۴۰۵.")
        self.open(services, "e.rezaei", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        for code in ("galleries", "art-schools"):
            screen.open_item(services.drafting.by_code(code).id)
            stage.settle(400)
            screen.papers.show_gate()
            stage.until(screen.papers.gate.isVisible, "the gate")
            stage.settle(400)
            self.picture(f"gate-{code}")
            screen.papers.gate.closed.emit()

    def scene_telling(self) -> None:
        """Commenters of a finished draft: switched off, the preview by way with examples, and told before."""
        admin = actor(self.services, "p.hosseini")
        self.open(self.services, "e.rezaei", "drafts")
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.open_item(self.services.drafting.by_code("phone-answering").id)
        stage.settle(400)
        self.picture("telling-offered")
        self._telling(screen, "telling-off").reject()
        for row in self.services.message_templates.all():
            if row.kind is MessageKind.COMMENTED:
                self.services.message_templates.change(admin, row.kind, row.way, row.version, active=True)
        portal = replace(self.services.message_rules.settings(), portal_address="https://example.ir/drafts")
        self.services.message_rules.change(admin, portal)
        dialog = self._telling(screen, "telling-preview")
        dialog.step(1)
        stage.settle(200)
        self.picture("telling-next-example", dialog)
        dialog.tell()
        stage.until(lambda: screen.papers.telling_dialog is None, "the messages to commenters")
        stage.settle(300)
        self.picture("telling-done")
        self._telling(screen, "telling-before").reject()

    def _telling(self, screen: InstrumentsScreen, name: str) -> TellingDialog:
        screen.papers.tell_commenters()
        dialog = screen.papers.telling_dialog
        assert dialog is not None
        stage.until(lambda: dialog.preview is not None, "the preview of messages")
        stage.settle(300)
        self.picture(name, dialog)
        return dialog

    def scene_experts(self) -> None:
        """The register of experts, and inviting them to a draft: obviously fictitious people."""
        services = self.services
        if not services.experts.all():
            clerk = actor(self.services, "e.rezaei")
            for number, (name, group, place, fields) in enumerate(_EXPERTS):
                services.experts.add(
                    clerk, ExpertWords(name, group, place, fields, mobile=f"0912000{1000 + number}")
                )
        self.open(services, "e.rezaei", "people")
        screen = self.window().current_screen()
        assert isinstance(screen, PeopleScreen)
        screen.tabs.choose("experts")
        stage.settle(400)
        self.picture("experts")
        draft = services.drafting.by_code("gallery-licensing")
        if not services.invitations.of(draft.id):
            experts = services.experts.all()
            services.invitations.invite(
                actor(self.services, "e.rezaei"), draft.id, [one.id for one in experts[:3]]
            )
            first = services.invitations.of(draft.id)[0]
            services.invitations.note_answer(
                actor(self.services, "e.rezaei"), first.id, first.version, InvitationAnswer.ANSWERED
            )
        self.window().go("drafts")
        stage.settle(400)
        drafts = self.window().current_screen()
        assert isinstance(drafts, InstrumentsScreen)
        drafts.open_item(draft.id)
        stage.settle(400)
        drafts.papers.invite()
        stage.until(drafts.papers.inviting.isVisible, "the invitations")
        drafts.papers.inviting.model.toggle(4)
        stage.settle(300)
        self.picture("experts-invite")
        drafts.papers.show_letters(LetterKind.INVITATION)
        stage.settle(900)
        self.picture("letters-invitations-draft")
        drafts.papers.letters.issue()
        stage.settle(1500)
        self.picture("letters-invitations-issued")
        drafts.papers.show_letters(LetterKind.NOTICE)
        stage.settle(600)
        drafts.papers.letters.address.setPlainText("انجمن ناشران نمونه\nتهران، خیابان نمونه، پلاک ۱۲")
        stage.settle(900)
        self.picture("letters-notice-draft")
        drafts.papers.letters.issue()
        stage.settle(900)
        self.picture("letters-notice-issued")
        drafts.papers.letters.closed.emit()
        drafts.open_item(draft.id)
        stage.settle(600)
        self.picture("letters-draft-links")

    def step_dialog(self, screen: InstrumentsScreen) -> StepDialog:
        """Returns the form of a step, after the window has been computed."""
        stage.until(lambda: screen.steps.step_dialog is not None, "the form of a step")
        stage.settle(200)
        dialog = screen.steps.step_dialog
        assert dialog is not None
        return dialog

    def scene_drafts_empty(self) -> None:
        self.open(self.empty, "e.rezaei", "drafts")
        stage.settle(300)
        self.picture("drafts-empty")

    def scene_comparison(self) -> None:
        self.open(self.services, "e.rezaei", "comparison")
        stage.settle(300)
        self.picture("comparison-empty")
        for code, old, new in (("galleries", 2, 3), ("art-schools", 1, 2), ("galleries", 2, 2)):
            draft = self.services.drafting.by_code(code)
            self.window().go("comparison", RevisionPair(draft.id, old, new))
            stage.settle(500)
            self.picture(f"comparison-{code}-{old}-{new}")

    def scene_comparison_questions(self) -> None:
        """Uncertain pairs: in the list and in the text, the questions, and their answers."""
        number = self.rewritten()
        self.open(self.services, "e.rezaei", "comparison")
        screen = self.window().current_screen()
        assert isinstance(screen, ComparisonScreen)
        screen.compare(RevisionPair(number, 1, 2))
        stage.settle(600)
        self.picture("comparison-uncertain")
        questions = screen.desk.asking.page
        stage.press(screen.page.view, Qt.Key.Key_Q)
        stage.settle(300)
        self.picture("comparison-question")
        stage.press(questions.area, Qt.Key.Key_F8)
        stage.settle(200)
        self.picture("comparison-question-next")
        stage.press(questions.area, Qt.Key.Key_0)
        stage.settle(600)
        self.picture("comparison-question-answered")
        stage.press(questions.area, Qt.Key.Key_1)
        stage.settle(600)
        self.picture("comparison-questions-done")

    def rewritten(self) -> int:
        """Registers an instrument with uncertain pairs, and an annotation and comments on one of them."""
        services, reviewer = self.services, actor(self.services, "e.rezaei")
        title = "آیین‌نامه نمونه نگارخانه‌ها"
        number = services.drafting.register(reviewer, InstrumentKind.BYLAW, title).row.id
        before, after = (
            Document("sample.txt", text, (), "txt", hashlib.sha256(text.encode()).hexdigest())
            for text in (rewritten_bylaw.BEFORE, rewritten_bylaw.AFTER)
        )
        services.drafting.add_revision(reviewer, number, before)
        at = before.text.index("پنج روز")
        services.annotations.annotate(
            reviewer, number, 1, at, at + 7, ThreadKind.QUESTION, "روز کاری یا تقویمی؟"
        )
        services.drafting.add_revision(reviewer, number, after)
        return number

    def scene_building(self) -> None:
        """The coming revision: words taken and refused one by one, words written in place, numbers."""
        number = self.drafted(coming_samples.BEFORE, coming_samples.AFTER)
        self.open(self.services, "e.rezaei", "comparison")
        screen = self.window().current_screen()
        assert isinstance(screen, ComparisonScreen)
        screen.compare(RevisionPair(number, 1, 2))
        stage.settle(600)
        stage.press(screen.page.view, Qt.Key.Key_B)
        stage.settle(300)
        self.picture("building-side-by-side")
        stage.press(screen.page.view, Qt.Key.Key_W)
        stage.settle(600)
        page = screen.desk.building.coming.page
        stage.press(page.pane, Qt.Key.Key_J)
        stage.press(page.pane, Qt.Key.Key_J)
        stage.press(page.pane, Qt.Key.Key_R)
        stage.settle(400)
        for _ in range(2):
            stage.press(page.pane, Qt.Key.Key_Tab)
        stage.press(page.pane, Qt.Key.Key_R)
        stage.settle(600)
        self.picture("building-words")
        stage.press(page.pane, Qt.Key.Key_E)
        stage.settle(200)
        page.card.field.setPlainText("پانزده روز تقویمی")
        self.picture("building-writing")
        stage.press(page.card.field, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
        stage.settle(600)
        self.picture("building-written")
        if page.repairs.isHidden():
            stage.press(page.pane, Qt.Key.Key_N)
            stage.settle(300)
            self.picture("building-numbers")
        page.repairs.apply()
        stage.settle(800)
        self.picture("building-numbers-applied")
        stage.press(page.pane, Qt.Key.Key_S, modifiers=Qt.KeyboardModifier.ControlModifier)
        stage.settle(600)
        self.picture("building-saving")

    def scene_suggestions(self) -> None:
        """Suggested wordings in the text: accepted, refused with a reason, and two for the same words."""
        number = self.drafted(coming_samples.BEFORE, coming_samples.AFTER)
        self.suggested(number, coming_samples.AFTER)
        self.open(self.services, "e.rezaei", "comparison")
        screen = self.window().current_screen()
        assert isinstance(screen, ComparisonScreen)
        screen.compare(RevisionPair(number, 1, 2))
        stage.settle(600)
        stage.press(screen.page.view, Qt.Key.Key_G)
        stage.settle(600)
        page = screen.desk.building.suggesting.page
        self.picture("suggestions")
        stage.press(page.pane, Qt.Key.Key_A)
        stage.settle(800)
        stage.press(page.pane, Qt.Key.Key_R)
        stage.settle(300)
        self.picture("suggestions-reason-missing")
        page.card.reason.setPlainText("با ماده ۶ هماهنگ نیست.")
        stage.press(page.card.reason, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
        stage.settle(900)
        self.picture("suggestions-conflict")
        stage.press(page.pane, Qt.Key.Key_2)
        stage.settle(900)
        self.picture("suggestions-decided")

    def scene_merging(self) -> None:
        """Two drafts merged against the revision that both were written from; what both changed is asked."""
        base = coming_samples.BEFORE
        first = (
            base.replace("هیئتی است", "کارگروهی است")
            .replace("سی روز", "پانزده روز")
            .replace("ماده ۶ـ", "ماده ۶ـ آثار نفیس پیش از نمایش بیمه می‌شود.\nماده ۷ـ")
        )
        second = (
            base.replace("سی روز", "بیست روز کاری")
            .replace("پاسخ‌گوی اصالت", "مسئول اصالت")
            .replace("ماده ۶ـ", "ماده ۶ـ نگارخانه نشانی خود را در درگاه اعلام می‌کند.\nماده ۷ـ")
        )
        number = self.drafted(base, first, second)
        self.open(self.services, "e.rezaei", "comparison")
        screen = self.window().current_screen()
        assert isinstance(screen, ComparisonScreen)
        screen.compare(RevisionPair(number, 2, 3))
        stage.settle(600)
        screen.desk.merging.open()
        stage.settle(800)
        page = screen.desk.merging.page
        self.picture("merging")
        stage.press(page.list, Qt.Key.Key_2)
        stage.settle(600)
        self.picture("merging-second")
        for _question in page.questions:
            stage.press(page.list, Qt.Key.Key_3)
            stage.settle(600)
        self.picture("merging-answered")
        page.summary_wanted.emit()
        stage.settle(200)
        self.picture("merging-saving")
        screen.desk.merging.leave()
        screen.compare(RevisionPair(self.drafted(base, first), 1, 2))
        stage.settle(600)
        screen.desk.merging.open()
        stage.settle(300)
        self.picture("merging-incomplete")

    def suggested(self, number: int, text: str) -> None:
        """Writes suggested wordings on the second revision of an instrument, two of them for the same words."""
        said = (
            ("h.moradi", "پانزده روز کاری", "بیست روز کاری", "پانزده روز برای کارگاه‌های کوچک کافی نیست."),
            ("s.karimi", "بیمه می‌شود", "با هزینه نگارخانه بیمه می‌شود", ""),
            ("h.moradi", "یک نمایشگاه را", "دو نمایشگاه را", "با برنامه سالانه یکی شود."),
            (
                "e.rezaei",
                "هر سال یک نمایشگاه",
                "هر سال دست‌کم یک نمایشگاه گروهی",
                "نگارخانه کوچک توان آن را دارد.",
            ),
        )
        known = {person.username for person in self.services.accounts.all()}
        for username, words, instead, reply in said:
            who = actor(self.services, username if username in known else "e.rezaei")
            start = text.index(words)
            row = self.services.annotations.annotate(
                who, number, 2, start, start + len(words), ThreadKind.SUGGESTION, instead
            )
            if reply:
                self.services.annotations.reply(who, row.id, 2, reply)

    def drafted(self, *texts: str) -> int:
        """Registers an instrument with these revisions, and returns its id."""
        services, reviewer = self.services, actor(self.services, "e.rezaei")
        title = "آیین‌نامه نمونه نگارخانه‌ها"
        number = services.drafting.register(reviewer, InstrumentKind.BYLAW, title).row.id
        for words in texts:
            digest = hashlib.sha256(words.encode()).hexdigest()
            services.drafting.add_revision(reviewer, number, Document("sample.txt", words, (), "txt", digest))
        return number

    def scene_comparison_files(self) -> None:
        self.open(self.services, "e.rezaei", "comparison")
        screen = self.window().current_screen()
        assert isinstance(screen, ComparisonScreen)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            for case, files in pairs(Path(name)).items():
                self.compared(screen, FilePair(*files), case)
            self.empty_side(screen)

    def scene_comparison_one_file(self) -> None:
        """One file waits for the other, on each side, and in a small window."""
        self.open(self.services, "e.rezaei", "comparison")
        self.window().compare_files((Path("/پیش‌نویس آیین‌نامهٔ نگارخانه‌ها.docx"),))
        stage.settle(300)
        self.picture("comparison-one-file")
        screen = self.window().current_screen()
        assert isinstance(screen, ComparisonScreen)
        screen.files.change_sides()
        self.window().resize(960, 600)
        stage.settle(300)
        self.picture("comparison-one-file-small")
        self.window().resize(1440, 868)

    def scene_start_trouble(self) -> None:
        """What a start without a console could not do, a note beside an open window, and a bug with its report."""
        log = self.settings.log_file
        wording = (
            error_sentence(BadFileError(name="پیش‌نویس دوم.docx", reason="not_found")),
            error_sentence(SettingsError(path="settings.json", kept="settings.broken.json")),
        )
        for name, sentences, started in (
            ("start-trouble", wording[:1], False),
            ("start-note", wording[1:], True),
        ):
            dialog = TroubleDialog(sentences, log, started=started)
            dialog.show()
            stage.settle(300)
            self.picture(name, dialog)
            dialog.close()
        for name, past in (("crash", False), ("crash-last-time", True)):
            crash = CrashDialog(Incident("123456", "ValueError: …", "the report", past), log)
            crash.show()
            stage.settle(300)
            self.picture(name, crash)
            crash.close()

    def compared(self, screen: ComparisonScreen, files: FilePair, case: str) -> None:
        """Compares two files: pictures of their top, and of their first change."""
        screen.compare(files)
        stage.until(lambda: screen.page.loaded is not None and screen.page.loaded.source == files, case)
        stage.settle(500)
        self.picture(f"comparison-{case}")
        stage.press(screen.page.view, Qt.Key.Key_F8)
        stage.settle(200)
        self.picture(f"comparison-{case}-first-change")
        if screen.page.terms_foot.isVisible():
            stage.press(screen.page.view, Qt.Key.Key_T)
            stage.settle(200)
            self.picture(f"comparison-{case}-list")
            stage.press(screen.page.terms.list, Qt.Key.Key_Escape)

    def empty_side(self, screen: ComparisonScreen) -> None:
        """Replaces one side by an empty text, because a file without words is refused."""
        loaded = screen.page.loaded
        assert loaded is not None
        screen.show_comparison(replace(loaded, comparison=compare_texts("", loaded.comparison.new.text)))
        stage.settle(300)
        self.picture("comparison-empty-side")

    def scene_comments_with_colleagues(self) -> None:
        self.open(self.services, "e.rezaei", "comments")
        stage.settle(500)
        screen = self.window().current_screen()
        assert isinstance(screen, CommentsScreen)
        comment, review = screen.decision.comment, screen.page.review
        assert comment is not None
        assert review is not None
        # No colleague is really there: keeps the displayed presence.
        self.window().colleagues.stop()
        stage.settle(200)
        screen.show_present(
            (
                Present("اعظم نوری", OpenItem("comment", comment.id, Doing.WRITING), 5.0),
                Present("داریوش مرادی", OpenItem("instrument", review.detail.row.id, Doing.LOOKING), 5.0),
            )
        )
        stage.settle(200)
        self.picture("comments-with-colleagues")

    def scene_comments_files(self) -> None:
        """A comment that came as an e-mail with files."""
        self.open(self.services, "e.rezaei", "comments")
        stage.settle(500)
        screen = self.window().current_screen()
        assert isinstance(screen, CommentsScreen)
        screen.page.filters.toggle_together()
        stage.settle(400)
        comment = screen.decision.comment
        assert comment is not None
        files = [
            {"name": name, "content": ""}
            for name in (
                "پیشنهاد اصلاح ماده ۶ (متن کامل).docx",
                "report 2026.exe",
                f"{'پیوست ' * 30}.pdf",
                *(f"تصویر {n}.jpg" for n in range(5)),
            )
        ]
        with self.services.database.writing() as session:
            session.add(
                IntakeSubmission(
                    channel="email", payload={"متن": comment.text[:200]}, attachments=files, state="done",
                    item_type="comment", item_id=comment.id, external_id=f"{self.folder.name}@example.ir",
                    handled_at=datetime.now(UTC),
                )
            )  # fmt: skip
        screen.origins.count_files(comment, screen.decision.show_files)
        stage.settle(600)
        self.picture("comments-files")
        screen.origins.trace()
        stage.settle(600)
        dialog = screen.origins.dialog
        assert isinstance(dialog, QDialog)
        self.picture("comments-files-arrived", dialog)
        dialog.close()
        screen.page.filters.toggle_together()
        stage.settle(200)

    def comments_of(self, draft_id: int) -> CommentsScreen:
        """Opens the comments on a draft as the reviewer of the sample, and waits until they are shown."""
        self.open(self.services, "e.rezaei", "comments")
        screen = self.window().current_screen()
        assert isinstance(screen, CommentsScreen)
        screen.choose(draft_id)
        stage.settle(1200)
        return screen

    def scene_comments(self) -> None:
        self.open(self.services, "e.rezaei", "comments")
        stage.settle(500)
        self.picture("comments")

    def scene_comments_campaign(self) -> None:
        services = self.services
        draft = services.drafting.by_code("gallery-licensing")
        screen = self.comments_of(draft.id)
        stage.until(lambda: bool(screen.page.review and screen.page.review.campaigns), "the group")
        group = max(screen.page.review.campaigns.values(), key=lambda one: one.senders.submissions)  # type: ignore[union-attr]
        screen.open_item(ShowComment(draft.id, group.head))
        stage.settle(500)
        self.picture("review-campaign")
        screen.decision.choose("rejected")
        screen.decision.progress.show_progress(2500, 7500)
        stage.settle(300)
        self.picture("review-campaign-deciding")
        screen.decision.progress.hide()
        dialog = screen.whole.open()
        stage.settle(500)
        assert dialog is not None
        self.picture("review-campaign-whole", dialog)
        dialog.close()
        stage.settle(300)
        asking = screen.whole.open_group(group, asking=True)
        assert isinstance(asking, CampaignDialog)
        stage.settle(500)
        if asking.added.count() > 1:
            asking.added.setFocus()
            asking.added.setCurrentRow(1)
            asking.set_apart()
            stage.settle(500)
        self.picture("review-campaign-asks", asking)
        asking.close()
        stage.settle(500)
        self.picture("review-campaign-apart")

    def scene_comments_none_after(self) -> None:
        services = self.services
        draft = services.drafting.by_code("gallery-licensing")
        screen = self.comments_of(draft.id)
        parts = [part for part in screen.page.parts.rows() if part.undecided]
        screen.page.parts.go_to_key(parts[-1].key)
        stage.settle(300)
        screen.page.comments.go_to(len(screen.page.comments.listed) - 1)
        screen.deciding.go_on()
        stage.settle(300)
        self.picture("review-none-after")

    def scene_comments_unsure(self) -> None:
        services = self.services
        draft = services.drafting.by_code("gallery-licensing")
        clerk = actor(services, "s.kazemi")
        services.comments.take_in(
            clerk,
            draft.id,
            [
                NewComment("مهلت اعتراض خیلی کم است.", "letter", "کانون نگارخانه‌داران", provision="ماده ۵۴"),
                NewComment("ماده ۳ با ماده ۶ نمی‌خواند؛ یکی را اصلاح کنید.", "sms", "09121234567"),
                NewComment("این تبصره برای شهرستان‌ها شدنی نیست.", "email", "مریم سعیدی", provision="تبصره ۱"),
            ],
        )  # fmt: skip
        screen = self.comments_of(draft.id)
        screen.page.parts.go_to(0)
        screen.page.comments.setFocus()
        screen.page.comments.step(1)
        stage.settle(400)
        self.picture("comments-unsure")

    def scene_comments_triage(self) -> None:
        services = self.services
        draft = services.drafting.by_code("gallery-licensing")
        reviewer = actor(services, "e.rezaei")
        rows = services.comments.of_instrument(draft.id)
        about = [row.id for row in rows if row.provision.strip() == "ماده ۶"]
        services.triage.run(reviewer, draft.id, about[::2], PutIssue("مدت پروانه"))
        services.triage.run(reviewer, draft.id, about[::3], Assign(reviewer.person_id))
        self.open(services, "e.rezaei", "comments")
        screen = self.window().current_screen()
        assert isinstance(screen, CommentsScreen)
        screen.open_item(ShowComment(draft.id, about[0]))
        stage.settle(800)
        screen.page.filters.toggle_together()
        screen.page.filters.choose_more(MoreFilters(issue="مدت پروانه"))
        stage.settle(300)
        screen.page.comments.selectAll()
        screen.triaging.begin(TriageAction.DECIDE)
        dialog = screen.triaging.dialog
        assert dialog is not None
        dialog.choice.choose("out_of_scope")
        dialog.reason.setPlainText("موضوع این نظرها در آیین‌نامه دیگری است.")
        dialog.count()
        stage.settle(500)
        self.picture("review-triage")
        self.picture("review-triage-many", dialog)
        dialog.close()
        screen.page.filters.choose_more(MoreFilters())
        services.triage.run(reviewer, draft.id, about[1:2], Hide(HiddenReason.INSULT))
        if not services.staff_threads.of_instrument(draft.id):
            thread = services.staff_threads.open(
                reviewer,
                ThreadSubject(comment_id=about[0]),
                ThreadKind.QUESTION,
                "این شرط را چه کسی پیشنهاد کرد؟",
            )
            services.staff_threads.reply(reviewer, thread.id, "دبیرخانه نگارخانه‌ها، در نامه مهر ماه.")
        screen.open_item(ShowComment(draft.id, about[0]))
        stage.settle(800)
        self.picture("review-hidden")
        screen.page.filters.toggle_together()

    def scene_comments_side_by_side(self) -> None:
        """A provision with its text, comments, staff threads, and its change; one field to write in.

        Then a provision that stayed the same, and many comments accepted at once.
        """
        services = self.services
        draft = next(row for row in services.drafting.all() if row.comments and row.revisions > 1)
        reviewer, clerk = actor(services, "e.rezaei"), actor(services, "s.kazemi")
        review = load_review(services.drafting, services.comments, reviewer, draft.id)
        changes = ProvisionChanges(
            review.newer.number if review.newer else 0,
            services.drafting.compare(
                draft.id, review.exposed or 1, review.newer.number if review.newer else 1
            ),
        )
        part = next(
            p for p in review.parts if p.place is not None and len(p.comments) > 1 and changes.of(p.place)
        )
        assert part.place is not None
        start = part.place[0] + 8
        asked = services.annotations.annotate(
            clerk, draft.id, review.exposed or 1, start, start + 14, ThreadKind.QUESTION,
            "این عدد از کجا آمده؟ در آیین‌نامه بالادست نیست.",
        )  # fmt: skip
        services.annotations.reply(reviewer, asked.id, review.exposed or 1, "از دستورالعمل ۱۳۹۸ مانده است.")
        about = ThreadSubject(comment_id=part.comments[0].id)
        services.staff_threads.open(
            clerk, about, ThreadKind.NOTE, "همین را انجمن هم نوشته است.", assignee_id=reviewer.person_id
        )
        self.open(services, "e.rezaei", "comments")
        screen = self.window().current_screen()
        assert isinstance(screen, CommentsScreen)
        screen.open_item(ShowComment(draft.id, part.comments[0].id))
        stage.settle(1500)
        screen.decision.choose("partly_accepted")
        stage.settle(300)
        self.picture("review-side-by-side")
        screen.conversation.begin()
        screen.conversation.list.setCurrentRow(0)
        stage.write(screen.conversation.text, "تبصره هم باید همین شمار را بگوید.")
        stage.settle(300)
        self.picture("review-side-by-side-writing")
        screen.conversation.text.clear()
        screen.conversation.close_writing()
        same = next(p for p in review.parts if p.place is not None and not changes.of(p.place))
        screen.page.parts.go_to(review.parts.index(same))
        stage.settle(400)
        self.picture("review-side-by-side-same")
        screen.open_item(ShowComment(draft.id, part.comments[0].id))
        stage.settle(600)
        # Groups would have to be read before many comments are decided at once.
        screen.page.filters.toggle_together()
        stage.settle(300)
        screen.triaging.begin(TriageAction.DECIDE)
        dialog = screen.triaging.dialog
        assert dialog is not None
        dialog.choice.choose("accepted")
        dialog.carrier.provision.clear()
        dialog.reason.setPlainText("وارد است.")
        dialog.count()
        stage.settle(500)
        self.picture("review-accept-many", dialog)
        dialog.close()

    def scene_drafts_word(self) -> None:
        """What a file brings that a colleague commented and changed in Word."""
        draft = self.services.drafting.by_code("gallery-licensing")
        legal = actor(self.services, "e.rezaei")
        number = self.services.drafting.detail(legal, draft.id).revisions[-1].number
        data = self.services.word_export.revision(legal, draft.id, number, annotations=True)
        words = self.services.drafting.revision(draft.id, number).text.split()
        colleague = Colleague(data)
        long = [word for word in dict.fromkeys(words) if len(word) > 6 and words.count(word) == 1]
        colleague.comment(long[0], "این واژه در قانون تعریف نشده است؛ تعریف آن به مادهٔ ۱ افزوده شود.")
        colleague.comment(long[0], "با این نظر موافقم.", answers="تعریف نشده")
        colleague.comment(long[1], "مهلت با کدام روز آغاز می‌شود؟")
        colleague.replace(long[2], "عبارت پیشنهادی")
        folder = Path(tempfile.mkdtemp(dir=self.folder.parent))
        path = folder / "پیش‌نویس برگشته.docx"
        path.write_bytes(colleague.data())
        self.open(self.services, "e.rezaei", "drafts")
        self.window().go("drafts", draft.id)
        stage.settle(1200)
        screen = self.window().current_screen()
        assert isinstance(screen, InstrumentsScreen)
        screen.word.open_menu(screen.details.word_button)
        stage.settle(400)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        self.picture("drafts-word-menu", menu)
        menu.close()
        screen.word.read(path)
        stage.settle(1500)
        self.picture("drafts-word-import")
        shutil.rmtree(folder)

    def scene_comments_import(self) -> None:
        draft = self.services.drafting.by_code("gallery-licensing")
        self.open(self.services, "s.kazemi", "drafts")
        self.window().go("drafts", draft.id)
        stage.settle(1200)
        self.picture("comments-import-from-the-draft")
        self.window().go("comments", ImportComments(draft.id))
        stage.settle(1200)
        screen = self.window().current_screen()
        assert isinstance(screen, CommentsScreen)
        page = screen.importing.page
        assert page is not None
        self.picture("comments-import")
        folder = Path(tempfile.mkdtemp(dir=self.folder.parent))
        page.look_at(comments_file(folder / "نظرهای درگاه.csv", "لایحه مالیات بر ارزش افزوده"))
        stage.settle(600)
        self.picture("comments-import-refused")
        page.look_at(comments_file(folder / "نظرهای درگاه.csv", ""))
        stage.settle(600)
        self.picture("comments-import-plan")
        stage.click(page.plan_page.import_button)
        stage.settle(1200)
        self.picture("comments-import-result")
        stage.click(page.result.further_button)
        stage.settle(1200)
        self.picture("comments-import-unsure")
        shutil.rmtree(folder)

    def scene_inbox_import_changed(self) -> None:
        """Rows that are there with other words, beside the words that came."""
        folder = Path(tempfile.mkdtemp(dir=self.folder.parent))
        inbox = self.inbox("s.kazemi")
        stage.click(inbox.views.import_button)
        stage.settle(600)
        page = inbox.registration.import_page
        assert page is not None
        said = "پرونده مجوز نمایشگاه سی روز است که بی‌پاسخ مانده و هزینه آن صد هزار ریال شده است."
        path = folder / "خروجی درگاه.csv"
        for words in (said, said.replace("سی روز", "پنجاه روز").replace("صد هزار", "دویست هزار")):
            rows = [f"W-{self.folder.name}-{n},شکایت,تأخیر در صدور مجوز,{words},مریم نمونه" for n in range(3)]
            path.write_text("\n".join(("شناسه,نوع,موضوع,متن,نام متقاضی", *rows)), encoding="utf-8")
            page.look_at(path)
            stage.settle(600)
            stage.click(page.plan_page.import_button)
            stage.settle(1200)
        page.result.changed.choose(RowChoice.FURTHER)
        stage.settle(600)
        self.picture("inbox-import-changed")
        shutil.rmtree(folder)

    def scene_comments_written_down(self) -> None:
        """A caller's comment while it is registered, and refused."""
        draft = self.services.drafting.by_code("gallery-licensing")
        screen = self.comments_of(draft.id)
        self.picture("comments-with-write-down")
        form = screen.registering.write_down()
        assert form is not None
        form.channel.setCurrentIndex(form.channel.findData("letter"))
        form.letter.setText("۱۲۳/۴۵")
        form.who.setText("انجمن نگارخانه‌داران")
        form.provision.setText("ماده ۳")
        form.text.setPlainText("برای نگارخانه‌های کوچک این مبلغ زیاد است؛ کاش بر پایه متراژ حساب شود.")
        stage.settle(300)
        self.picture("comments-write-down", form)
        form.day.write("۱۴۰۹/۰۱/۰۱")
        form.save_button.click()
        stage.until(form.refusals.card.isVisible, "the refusal")
        self.picture("comments-write-down-refused", form)
        form.form.done()
        form.reject()
        of_letter = WrittenDown(
            "برای نگارخانه‌های کوچک این مبلغ زیاد است.", "letter", sender="انجمن نگارخانه‌داران", provision="ماده ۳",
            letter_number="۱۲۳/۴۵",
        )  # fmt: skip
        there = [row.id for row in self.services.comments.of_instrument(draft.id) if row.letter_number]
        number = (
            there[0]
            if there
            else self.services.comment_register.write_down(
                actor(self.services, "e.rezaei"), draft.id, of_letter
            )
        )
        screen.open_item(ShowComment(draft.id, number))
        stage.settle(600)
        stage.write(screen.page.box, "123/45")
        stage.settle(500)
        self.picture("comments-found-by-letter")
        dialog = screen.registering.correct_letter()
        assert dialog is not None
        stage.settle(300)
        self.picture("comments-letter", dialog)
        dialog.reject()
        screen.page.box.clear_search()

    def scene_comments_empty(self) -> None:
        self.open(self.empty, "e.rezaei", "comments")
        stage.settle(300)
        self.picture("comments-empty")

    # Scenes: people, reports, administration

    def scene_people(self) -> None:
        self.open(self.services, "s.kazemi", "people")
        stage.settle(400)
        self.picture("people")

    def scene_people_correction(self) -> None:
        self.open(self.services, "d.moradi", "people")
        stage.settle(400)
        screen = self.window().current_screen()
        assert isinstance(screen, PeopleScreen)
        screen.list.setCurrentIndex(screen.model.index(4, 0))
        stage.settle(300)
        self.picture("people-of-a-manager")
        stage.click(screen.person.correct_button)
        stage.settle(300)
        assert screen.correcting is not None
        self.picture("people-correction", screen.correcting)
        screen.correcting.reject()

    def scene_reports(self) -> None:
        self.open(self.services, "d.moradi", "reports")
        stage.settle(800)
        self.picture("reports")
        screen = self.window().current_screen()
        assert isinstance(screen, ReportsScreen)
        screen.turn_preview()
        stage.settle(400)
        self.picture("reports-pages")
        screen.turn_preview()
        assert screen.header.scope is not None
        month = screen.header.scope.period
        screen.header.choose(period=month.before())
        stage.settle(800)
        stage.press(screen.page.highlights.sentences[0], Qt.Key.Key_Left)
        self.picture("reports-month-before")
        screen.header.choose(period=month)
        stage.settle(800)
        trend = screen.page.trend
        trend.setFocus()
        stage.press(trend, Qt.Key.Key_Right)
        bar = screen.page.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        stage.settle(200)
        self.picture("reports-middle")
        bar.setValue(bar.maximum())
        stage.settle(200)
        self.picture("reports-foot")

    def scene_reports_issued(self) -> None:
        self.open(self.services, "d.moradi", "reports")
        stage.settle(800)
        screen = self.window().current_screen()
        assert isinstance(screen, ReportsScreen)
        picker = screen.header.picker
        assert picker is not None
        # A report of the unit that he manages.
        screen.header.choose(
            unit_id=next(unit.id for unit in self.services.units.all() if unit.name == "کتاب")
        )
        picker.choose_kind(PeriodKind.QUARTER)
        stage.settle(800)
        # The first theme issues it; the others reuse it.
        if screen.made is not None and not screen.made.editions:
            screen.issue()
            stage.settle(200)
            assert isinstance(screen.dialog, IssueDialog)
            self.picture("reports-issue", screen.dialog)
            screen.dialog.issue_action.trigger()
            stage.settle(1500)
        self.picture("reports-issued")
        screen.show_edition(NOW)
        stage.settle(800)
        bar = screen.page.verticalScrollBar()
        bar.setValue(bar.maximum())
        stage.settle(200)
        self.picture("reports-below")
        screen.issue()
        stage.settle(200)
        assert isinstance(screen.dialog, IssueDialog)
        self.picture("reports-correct", screen.dialog)
        screen.dialog.reject()
        screen.open_list()
        stage.settle(300)
        assert isinstance(screen.dialog, IssuedList)
        self.picture("reports-list", screen.dialog)
        screen.dialog.reject()
        screen.show_edition(1)
        stage.settle(800)
        screen.page.figures.opened.emit("open")
        stage.settle(800)
        self.picture("reports-issued-rows")
        self.window().go("reports")
        stage.settle(800)
        picker.ask_days()
        stage.settle(200)
        assert picker.dialog is not None
        self.picture("reports-days", picker.dialog)
        picker.dialog.reject()

    def scene_reports_week(self) -> None:
        self.open(self.services, "d.moradi", "reports")
        stage.settle(800)
        screen = self.window().current_screen()
        assert isinstance(screen, ReportsScreen)
        assert screen.header.picker is not None
        # The week that is over, in which each unit is crossed with each kind.
        screen.header.picker.choose_kind(PeriodKind.WEEK)
        stage.settle(800)
        screen.page.family.choose("crossed")
        screen.page.ensureWidgetVisible(screen.page.table)
        stage.settle(200)
        self.picture("reports-week")

    def scene_reports_from_standby(self) -> None:
        self.open(self.services, "d.moradi", "reports")
        stage.settle(800)
        screen = self.window().current_screen()
        assert isinstance(screen, ReportsScreen)
        screen.header.show_as_of(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
        stage.settle(200)
        self.picture("reports-from-standby")

    def scene_reports_empty(self) -> None:
        self.open(self.empty, "d.moradi", "reports")
        stage.settle(600)
        self.picture("reports-empty")

    def scene_administration(self) -> None:
        self.open(self.services, "p.hosseini", "administration")
        stage.settle(300)
        screen = self.window().current_screen()
        assert isinstance(screen, AdministrationScreen)
        for section in screen.tabs.codes():
            screen.tabs.choose(section)
            stage.settle(300)
            self.picture(f"administration-{section}")
        self.backups(screen)

    def backups(self, screen: AdministrationScreen) -> None:
        """An old backup, one in progress, a finished one; targets for copying all data."""
        pane = screen.database.backups
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            target = Path(name) / "mosharekat-20261101.db"
            database = self.services.database
            clock, database.clock = database.clock, FixedClock(datetime.now(UTC) - timedelta(days=23))
            record_backup(database, target, "sqlite")
            record_trial(database, target, BackupError(reason="edited", name=target.name))
            database.clock = clock
            pane.refresh()
            stage.settle(300)
            self.picture("administration-backup-old")
            # A backup of the sample ends before a picture of it can be taken.
            pane._show_running("پشتیبان‌گیری در mosharekat-20261124.db …")
            pane._show_progress(62, 100)
            stage.settle(100)
            self.picture("administration-backup-running")
            pane._show_running("")
            pane.ask_new_file = lambda _title, _name: target
            pane.make()
            stage.until(lambda: target.exists() and pane.make_button.isEnabled(), "back-up")
            stage.settle(300)
            self.picture("administration-backup-done")
            pane.ask_backup = lambda: target
            pane.try_one()
            stage.until(lambda: not pane.fault.isVisible() and pane.make_button.isEnabled(), "trial")
            stage.settle(300)
            self.picture("administration-backup-tried")
        for name, asked in (
            ("passphrase", NewPassphraseDialog(pane)),
            (
                "open",
                OpenBackupDialog(
                    "mosharekat-20261124.db.enc", translate("Administration", "Restore"), encrypted=True,
                    signed=True, parent=pane,
                ),
            ),
        ):  # fmt: skip
            asked.show()
            stage.settle(200)
            self.picture(f"administration-backup-{name}", asked)
            asked.close()
        dialog = ServerDialog(pane)
        dialog.show()
        stage.settle(200)
        self.picture("administration-server", dialog)
        dialog.close()

    def scene_administration_tasks(self) -> None:
        """Tasks of Windows: none, some of them with trouble, a refusal; and a PC without a scheduler."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            path = os.environ["PATH"]
            os.environ["PATH"] = name
            panel = self.administration("p.hosseini", "tasks").tasks
            stage.settle(600)
            self.picture("administration-tasks-no-scheduler")
            os.environ["PATH"] = path
            scheduler = stand_in(Path(name) / "bin", "schtasks")
            panel.refresh()
            stage.settle(800)
            self.picture("administration-tasks-none")
            self._tasks(panel, scheduler)
            os.environ["PATH"] = path

    def _tasks(self, panel: TasksPanel, scheduler: StandIn) -> None:
        data, tasks = panel._workplace.settings.data_folder, panel._tasks
        tasks.install(TaskPlan(TaskName.INTAKE))
        tasks.install(TaskPlan(TaskName.BACK_UP, folder=r"\\srv-db01\پشتیبان ۱۰۰%", tries=True, at="02:00"))
        tasks.install(TaskPlan(TaskName.SEAL, folder=r"E:\seals", account=Account.NETWORK_SERVICE))
        clock = FixedClock(datetime.now(UTC) - timedelta(hours=2))
        noted(data, TaskName.INTAKE, clock, lambda: 0, lambda: "")
        note_made(data, tasks.made(TaskName.INTAKE).plan, clock.now())
        trouble = "به پایگاه دادهٔ «srv-db01» دسترسی نیست یا قفل است. چیزی از دست نرفت؛ دوباره تلاش کنید."
        noted(data, TaskName.BACK_UP, PcClock(), lambda: 3, lambda: trouble)
        panel.refresh()
        stage.settle(900)
        self.picture("administration-tasks-missed")
        for place in (3, 4, 5):
            choose_row(panel.roster, place)
            stage.settle(300)
            self.picture(f"administration-tasks-{panel._name}")
        choose_row(panel.roster, 4)
        panel.form.prints.setChecked(True)
        scheduler.refuse("ERROR: Access is denied.")
        panel.save()
        stage.settle(900)
        self.picture("administration-tasks-refused")
        choose_row(panel.roster, 3)
        panel.form.account.choose(Account.ALWAYS)
        self.window().resize(960, 600)
        stage.settle(400)
        self.picture("administration-tasks-small")
        self.window().resize(1440, 868)
        for one in TaskName:
            forget(data, one)

    def scene_set_up(self) -> None:
        """The checklist of a new office, one that is half done with each pane, and one that is done."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            services = open_services(sqlite_url(Path(name) / "new.db"))
            first = services.accounts.create_first_administrator(
                "پیمان حسینی", "p.hosseini", "secret-words-1405"
            )
            self.checklist(services, first)
            self.picture("set-up-new")
            self.small("set-up-new-small")
            services.close()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            path = Path(name) / "copy.db"
            shutil.copyfile(self.empty.database.place, path)
            services, admin = open_services(sqlite_url(path)), actor(self.empty, "p.hosseini")
            self.half_set_up(services, admin)
            panel = self.checklist(services, admin)
            self.picture("set-up")
            for task in SetUpTask:
                panel.list.select(task)
                stage.settle(300)
                self.picture(f"set-up-{task.value}")
            panel.list.select(SetUpTask.DEADLINES)
            self.small("set-up-small")
            panel.pane().begin()
            stage.press(QApplication.focusWidget() or panel, Qt.Key.Key_Return)
            stage.settle(400)
            self.picture("set-up-next")
            services.templates.add_several(admin, proposed_replies())
            services.readiness.confirm(admin, SetUpTask.SEAL)
            record_backup(
                services.database, Path("/srv/backups/mosharekat-20261124.db"), "sqlite", by="زمان‌بند"
            )
            panel = self.checklist(services, admin)
            self.picture("set-up-after")
            screen = self.window().current_screen()
            assert isinstance(screen, AdministrationScreen)
            screen.tabs.choose("set_up")
            stage.settle(300)
            self.picture("set-up-done")
            self.small("set-up-done-small")
            self.session.open_main(self.services, actor(self.services, "p.hosseini"))
            stage.settle(300)
            services.close()

    def half_set_up(self, services: Services, admin: Actor) -> None:
        services.office.change(admin, services.office.settings())
        for task in (SetUpTask.UNITS, SetUpTask.ACCOUNTS):
            services.readiness.confirm(admin, task)
        unit = services.units.all()[0]
        rule = services.routing_rules.add(
            admin, "مجوز کتاب", Conditions(words=("مجوز کتاب",)), Consequence(unit.id)
        )
        services.routing_rules.switch(admin, rule.id, rule.version, on=True)
        kept = [rule for rule in services.office.deadlines() if rule.kind in ("request", "suggestion")]
        services.office.set_deadlines(admin, tuple(kept))

    def checklist(self, services: Services, admin: Actor) -> SetUpPanel:
        self.session.open_main(services, admin)
        stage.settle(300)
        self.window().go("administration")
        stage.settle(400)
        screen = self.window().current_screen()
        assert isinstance(screen, AdministrationScreen)
        return screen.set_up

    def small(self, name: str) -> None:
        """A picture of the window at the least size."""
        window = self.window()
        before = window.size()
        window.resize(960, 568)
        stage.settle(300)
        self.picture(name)
        window.resize(before)
        stage.settle(300)

    def scene_history(self) -> None:
        """The audit log on a copy of its own, which is manipulated at the end."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            path = Path(name) / "copy.db"
            shutil.copyfile(self.services.database.place, path)
            services = open_services(sqlite_url(path))
            self.open(services, "p.hosseini", "administration")
            screen = self.window().current_screen()
            assert isinstance(screen, AdministrationScreen)
            panel = screen.history
            screen.tabs.choose("history")
            stage.settle(500)
            panel.table.select(3)
            self.picture("history")
            panel.verify()
            stage.until(lambda: panel.verdict._look == "sound", "verified")
            self.picture("history-sound")
            panel.show_events(TrailFilter(item_type="petition", action="resolve", since=UNTIL.replace(day=1)))
            stage.settle(400)
            self.picture("history-filtered")
            panel.show_events(TrailFilter(code="واژه‌ای‌که‌نیست"))
            stage.settle(400)
            self.picture("history-nothing-found")
            tamper(path)
            panel.show_events(TrailFilter())
            panel.verify()
            stage.until(lambda: panel.verdict._look == "broken", "verified")
            stage.settle(300)
            self.picture("history-broken")
            self.session.open_main(self.services, actor(self.services, "p.hosseini"))
            stage.settle(300)
            services.close()

    def scene_administration_windows(self) -> None:
        """A raised floor with its source; the next one while typing, and one that would be lower."""
        services = self.services
        admin = actor(services, "p.hosseini")
        services.floors.raise_to(admin, Track.A, 16, "نظر اداره حقوقی به شماره ۱۲", date(2026, 11, 20))
        panel = self.administration("p.hosseini", "windows").windows
        stage.write(panel.days, "21")
        stage.write(panel.source, "ابلاغیه معاونت حقوقی به شماره ۱۴۰۵/۳۳")
        stage.settle(700)
        self.picture("administration-windows-raising")
        panel.days.setText("10")
        stage.settle(700)
        self.picture("administration-windows-refused")

    def scene_administration_intake(self) -> None:
        """Submissions of the portal: a waiting one, and three unreadable ones."""
        payloads = (
            {
                "متن": "لطفاً نتیجه درخواست مجوز مرا اعلام کنید.",
                "نام متقاضی": "نمونه یکم",
                "شماره همراه": "۰۹۱۲۱۱۱۲۲",
            },
            {"kind": "request", "text": LONG[:400], "name": "نمونه دوم", "unit": "اداره ناشناخته"},
            {"نوع": "شکایت", "متن": "متن نمونه برای شکایت", "پیش‌نویس": "دستورالعملی که نیست"},
        )
        services = self.services
        with services.database.writing() as session:
            for number, payload in enumerate(payloads, start=1):
                session.add(IntakeSubmission(channel="portal", external_id=f"P-{number}", payload=payload))
        services.staging.run(pc_user("tour"))
        with services.database.writing() as session:
            session.add(IntakeSubmission(channel="portal", external_id="P-9", payload=payloads[1]))
        panel = self.administration("p.hosseini", "intake").intake
        stage.settle(400)
        stage.write(panel.form.reason, "آگهی تبلیغاتی است")
        self.picture("administration-intake")
        self._changed_in_quarantine()
        # For the whole office.
        alone = IntakePanel(replace(self.window().workplace, actor=pc_user("tour")))
        alone.resize(1100, 760)
        alone.show()
        alone.refresh()
        stage.settle(600)
        choose_row(alone.roster, alone.roster.rows()[-1].key)
        stage.settle(600)
        self.picture("administration-intake-changed", alone)
        alone.close()
        panel = self.administration("p.hosseini", "intake").intake
        first = panel.roster.rows()[0].key
        services.staging.put_aside(actor(services, "p.hosseini"), first, "آزمایش درگاه بود؛ متن واقعی نیست")
        panel.filter.choose("aside")
        stage.settle(600)
        self.picture("administration-intake-put-aside")

    def _changed_in_quarantine(self) -> None:
        """Hands a row in again, with other words."""
        payload = {"نوع": "شکایت", "متن": "پاسخ پرونده سی روز دیر شده است.", "نام متقاضی": "نمونه سوم"}
        number = f"C-{self.folder.name}"
        with self.services.database.writing() as session:
            for words in ("سی روز", "پنجاه روز"):
                again = {name: text.replace("سی روز", words) for name, text in payload.items()}
                session.add(IntakeSubmission(channel="portal", external_id=number, payload=again))
        self.services.staging.run(pc_user("tour"))

    def scene_administration_sources(self) -> None:
        """A folder with its received items; the columns of a sample with meaningless names; what is missing."""
        services = self.services
        admin = actor(services, "p.hosseini")
        folder = self.folder / "portal"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        header = ("شناسه", "نوع", "موضوع", "متن", "نام متقاضی")
        rows = [(f"D-{n}", "شکایت", "مجوز", f"متن نمونه شماره {n}", "نمونه") for n in range(1, 14)]
        sheet(folder / "portal-1405-09-01.csv", [header, *rows])
        sheet(folder / "portal-1405-09-02.csv", [header, *rows, ("D-90", "", "", "بی نوع", "نمونه")])
        sheet(folder / "portal-1405-09-03.csv", [("الف", "ب"), ("۱", "۲")])
        known = {row.settings.name: row for row in services.sources.all()}
        if not known:
            for settings in (
                SourceSettings("برون‌داد درگاه", folder=str(folder)),
                SourceSettings("پنجره واحد (وفا)", channel=Channel.SINGLE_WINDOW, folder=r"\\server\vafa"),
                SourceSettings(
                    "رایانامه اداره", way=SourceKind.MAILBOX, channel=Channel.EMAIL, host="mail.example.gov.ir",
                    username="desk", petition_kind="request",
                ),
                SourceSettings("پیامک‌های قدیمی", channel=Channel.SMS, folder=r"D:\sms", active=False),
            ):  # fmt: skip
                services.sources.add(admin, settings)
        elif known["برون‌داد درگاه"].settings.folder != str(folder):
            row = known["برون‌داد درگاه"]
            services.sources.change(
                admin, row.id, row.version, replace(row.settings, folder=str(folder), mapping={})
            )
        Rounds(services.database, services.staging, services.sources, pause=0).run(pc_user("tour"))
        panel = self.administration("p.hosseini", "sources").sources
        panel.roster.setCurrentIndex(panel.roster.model().index(0, 0))
        stage.settle(400)
        self.picture("administration-sources")
        odd = ("ref", "matn_payam", "sender", "mob", "dt", "ip_addr", "user_agent")
        sheet(folder / "vafa.csv", [odd, *(
            (f"W-{n}", LONG[40 * n : 40 * n + 90], "مریم سعیدی", "09121112233", "1405/09/02", "10.0.0.7", "Edge")
            for n in range(1, 9)
        )])  # fmt: skip
        panel.roster.setCurrentIndex(panel.roster.model().index(1, 0))
        stage.settle(200)
        panel.choose_sample = lambda: str(folder / "vafa.csv")
        stage.click(panel.form.columns_button)
        stage.settle(400)
        self.picture("administration-sources-mapping")
        for name, column in (("text", "matn_payam"), ("kind", "ref"), ("external_id", "ref")):
            panel.mapping.fields.choices[name].choose(column)
        stage.settle(200)
        self.picture("administration-sources-mapping-twice")
        panel.roster.setCurrentIndex(panel.roster.model().index(2, 0))
        panel.pages.setCurrentIndex(0)
        stage.settle(300)
        self.picture("administration-sources-mailbox")

    def scene_administration_routing(self) -> None:
        """A rule that never applies and two contradicting ones; one tested on last month, then changed."""
        if not self.services.routing_rules.all():
            self.write_rules()
        panel = self.administration("p.hosseini", "routing").routing
        panel.roster.setCurrentIndex(panel.roster.model().index(2, 0))
        stage.settle(200)
        self.picture("administration-routing")
        panel.roster.setCurrentIndex(panel.roster.model().index(1, 0))
        # Changes the rule's unit, so that petitions with another result are listed.
        panel.form.unit.choose(next(unit.id for unit in self.services.units.all() if unit.code == "press"))
        panel.try_out()
        stage.settle(800)
        self.picture("administration-routing-tried")

    def write_rules(self) -> None:
        services, accounts = self.services, self.services.accounts
        person = next(one for one in accounts.all() if one.username == "p.hosseini")
        administrator = accounts.actor(person.id)
        units = {unit.code: unit.id for unit in services.units.all()}
        complaint = frozenset({"complaint"})
        label = services.labels.put_on(pc_user("tour"), 1, "مجوز").id
        shown: tuple[tuple[str, Conditions, str, Urgency | None], ...] = (
            ("شکایت از مجوز نشر", Conditions(complaint, words=("مجوز نشر", "شابک")), "book", Urgency.URGENT),
            ("کنسرت و آلبوم", Conditions(words=("کنسرت", "آلبوم", "تک‌آهنگ")), "music", None),
            ("شکایت از نشر", Conditions(complaint, words=("مجوز نشر",)), "press", None),
            ("شکایت‌های پیامکی", Conditions(complaint, frozenset({"sms"})), "desk", None),
            ("نمایش و تئاتر", Conditions(words=("نمایش",)), "theatre", None),
        )
        book = services.routing_rules
        for name, when, code, urgency in shown:
            made = book.add(administrator, name, when, Consequence(units[code], urgency, (label,)))
            if code != "theatre":
                book.switch(administrator, made.id, made.version, on=True)
        roles = administrator.memberships | {Membership(Role.MANAGER, None)}
        accounts.change(pc_user("tour"), person.id, person.version, memberships=roles)

    def scene_administration_password(self) -> None:
        screen = self.administration("p.hosseini", "staff")
        # A person with a one-time password may do nothing before choosing their own, so this person is in no other
        # picture.
        stage.write(screen.staff.pane.box, "اکبری")
        stage.settle(400)
        stage.click(screen.staff.password.ask_button)
        stage.settle(150)
        self.picture("administration-password-asked")
        stage.click(screen.staff.password.yes_button)
        stage.settle(400)
        self.picture("administration-password-shown")
        stage.write(screen.staff.pane.box, "نیست")
        stage.settle(400)
        self.picture("administration-nobody-found")

    def scene_administration_recovery(self) -> None:
        """The recovery code of the administrator who is signed in, asked for and made."""
        screen = self.administration("p.hosseini", "staff")
        choose_row(screen.staff.roster, self.window().workplace.actor.person_id or 0)
        stage.settle(300)
        self.picture("administration-recovery")
        stage.click(screen.staff.recovery.ask_button)
        stage.settle(100)
        self.picture("administration-recovery-asked")
        stage.click(screen.staff.recovery.yes_button)
        stage.settle(400)
        self.picture("administration-recovery-code")
        stage.click(screen.staff.recovery.put_away_button)
        stage.settle(100)

    def scene_administration_confirmations(self) -> None:
        """What waits for a second person: as who asked sees it, as who confirms, and nothing."""
        row = next(one for one in self.services.accounts.all() if one.username == "p.hosseini")
        self.let_something_wait(row)
        for name in ("p.hosseini", "d.moradi"):
            screen = self.administration(name, "confirmations")
            self.picture(f"administration-confirmations-{name[0]}")
        screen.confirmations.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        self.window().resize(1366, 768)
        stage.settle(300)
        self.picture("administration-confirmations-1366")
        self.window().resize(self.window().minimumSizeHint().expandedTo(self.window().minimumSize()))
        stage.settle(300)
        self.picture("administration-confirmations-small")
        self.window().bell.open()
        stage.settle(400)
        self.picture("bell-confirmations")
        self.window().side_pane.close()
        self.window().resize(1366, 768)
        screen = self.administration("p.hosseini", "staff")
        stage.settle(300)
        self.window().resize(1366, 768)
        stage.settle(300)
        stage.write(screen.staff.pane.box, row.full_name.split()[-1])
        stage.settle(400)
        self.picture("administration-staff-waiting-1366")

    def let_something_wait(self, row: PersonRow) -> None:
        """Makes a second person, a role and two accounts that wait; once for all pictures."""
        accounts, administrator = self.services.accounts, actor(self.services, "p.hosseini")
        if any(one.username == "n.sadr" for one in accounts.all()):
            return
        screen = self.administration("p.hosseini", "staff")
        stage.write(screen.staff.pane.box, row.full_name.split()[-1])
        stage.settle(400)
        self.picture("administration-staff-alone")
        manager = next(one for one in accounts.all() if one.username == "d.moradi")
        whole_office = manager.memberships | {Membership(Role.MANAGER, None)}
        accounts.change(pc_user("tour"), manager.id, manager.version, memberships=whole_office)
        self.administration("d.moradi", "confirmations")
        self.picture("administration-confirmations-none")
        memberships = row.memberships | {Membership(Role.REVIEWER, None)}
        accounts.change(administrator, row.id, row.version, memberships=memberships)
        made = accounts.add(administrator, "نیما صدر", "n.sadr", frozenset({Membership(Role.CLERK, None)}))
        accounts.change_own_password(accounts.actor(made.person.id), made.password, "own-words-1405")
        accounts.add(administrator, "لیلا رهنما", "l.rahnama", frozenset({Membership(Role.CLERK, None)}))

    def scene_administration_hand_over(self) -> None:
        screen = self.administration("d.moradi", "hand_over")
        panel = screen.hand_over
        panel.choose(actor(self.services, "n.amini").person_id or 0)
        stage.settle(400)
        for box in panel.boxes.values():
            box.setCurrentIndex(2)
        stage.write(panel.reason, "به اداره دیگری رفت")
        self.picture("administration-hand-over")
        stage.click(panel.start_button)
        stage.settle(500)
        self.picture("administration-handed-over")
        self.window().message_bar.undo_action.trigger()
        stage.settle(500)

    def scene_administration_archiving(self) -> None:
        panel = self.administration("p.hosseini", "archiving").archiving
        self.picture("administration-archiving-off")
        panel.on.setChecked(True)
        stage.write(panel.days, "30")
        stage.click(panel.count_button)
        stage.settle(900)
        self.picture("administration-archiving-counted")

    def scene_administration_retention(self) -> None:
        screen = self.administration("p.hosseini", "retention")
        panel = screen.retention
        self.picture("administration-retention-off")
        panel.on.setChecked(True)
        stage.write(panel.years, "1")
        stage.write(panel.basis, "مصوبهٔ ۱۲ شورای اداری، ۱۴۰۴/۰۲/۰۱")
        stage.click(panel.save_button)
        stage.settle(400)
        stage.click(panel.count_button)
        stage.settle(900)
        self.picture("administration-retention-counted")

    def scene_administration_deputies(self) -> None:
        deputies = self.services.deputies
        people = {row.username: row.id for row in self.services.accounts.all()}
        administrator = actor(self.services, "p.hosseini")
        today = tehran_day(datetime.now(UTC))
        for absent, acting, first, last in (
            ("n.amini", "k.sharifi", 0, 6), ("m.naderi", "f.salehi", 3, 20),
        ):  # fmt: skip
            terms = NewDeputy(
                people[absent], people[acting], today + timedelta(first), today + timedelta(last)
            )
            with contextlib.suppress(RuleError):
                deputies.add(administrator, terms)
        self.administration("p.hosseini", "deputies")
        self.picture("administration-deputies-full")
        screen = self.administration("p.hosseini", "deputies")
        screen.deputies.start_new()
        screen.deputies.save()
        stage.settle(200)
        self.picture("administration-deputies-refused")

    def scene_administration_templates(self) -> None:
        administrator = actor(self.services, "p.hosseini")
        with contextlib.suppress(ConflictError):
            for title, text in (
                ("پاسخ رسیدن درخواست", "{name} گرامی،\nدرخواست شما با کد {code} در {date} به {unit} رسید."),
                ("نقص مدارک", "{name} گرامی، مدارک پیوست کامل نیست. کد رهگیری: {code}"),
            ):
                self.services.templates.add(administrator, title, text)
            for code, name in (("10021062", "صدور پروانه نشر"), ("10021050", "مجوز کنسرت")):
                self.services.catalogue.add(administrator, code, name)
        screen = self.administration("p.hosseini", "templates")
        self.picture("administration-templates-full")
        stage.write(screen.templates.text, " {nam}")
        self.picture("administration-templates-unknown")
        screen.tabs.choose("services")
        stage.settle(300)
        self.picture("administration-services-full")

    def scene_administration_letters(self) -> None:
        """The template of each kind with its sample; an unknown variable."""
        screen = self.administration("p.hosseini", "letters")
        stage.settle(900)
        panel = screen.letters
        for at, kind in enumerate(LetterKind):
            panel.roster.setCurrentIndex(panel.roster.model().index(at, 0))
            stage.settle(900)
            self.picture(f"letters-template-{kind.value}")
        panel.roster.setCurrentIndex(panel.roster.model().index(0, 0))
        stage.settle(500)
        stage.write(panel.body, " {nam}")
        stage.settle(900)
        self.picture("letters-template-unknown")
        panel.put_back()
        stage.settle(300)

    def scene_administration_messages(self) -> None:
        """Messages: the settings, a text message that is too long, an e-mail.

        Then sent messages: waiting, delivered and failed ones; and the petition that shows the failure.
        """
        if not self.services.outbox.listed(pc_user("tour")):
            self.administration("p.hosseini", "outbox")
            self.picture("outbox-empty")
        self.send_messages()
        panel = self.administration("p.hosseini", "messages").messages
        stage.settle(500)
        self.picture("messages-settings")
        for place, name in ((11, "sms"), (12, "email"), (20, "commented-sms"), (21, "commented-email")):
            at = next(at for at, row in enumerate(panel.roster.rows()) if row.key == place)
            panel.roster.setCurrentIndex(panel.roster.model().index(at, 0))
            stage.settle(400)
            self.picture(f"messages-template-{name}")
        stage.write(panel.text, " {nam}")
        stage.settle(300)
        self.picture("messages-template-unknown")
        panel.put_back()
        stage.settle(300)
        outbox = self.administration("p.hosseini", "outbox").outbox
        for choice in ("all", "failed", "waiting"):
            outbox.filter.choose(choice)
            stage.settle(400)
            self.picture(f"outbox-{choice}")
        self.window().bell.open()
        stage.settle(500)
        self.picture("outbox-bell")
        self.window().side_pane.close()
        inbox = self.inbox("s.kazemi")
        row = self.services.outbox.listed(actor(self.services, "s.kazemi"), [MessageState.FAILED])[0]
        inbox.open_item(row.petition_id)
        stage.settle(500)
        for line in inbox.details.body.messages.lines[:1]:
            line.toggle()
        inbox.details.body.ensureWidgetVisible(inbox.details.body.messages)
        stage.settle(300)
        self.picture("inbox-messages")

    def scene_satisfaction(self) -> None:
        """The question about satisfaction: off, on without a text, on; and its answers in quarantine."""
        self.send_messages()
        services, administrator = self.services, actor(self.services, "p.hosseini")
        # Another theme has switched it on.
        services.question_rules.change(administrator, QuestionSettings())
        self._let_it_go_out(active=False)
        panel = self.administration("p.hosseini", "messages").messages

        def choose(key: int) -> None:
            at = next(at for at, row in enumerate(panel.roster.rows()) if row.key == key)
            panel.roster.setCurrentIndex(panel.roster.model().index(at, 0))
            stage.settle(500)

        choose(1_001)
        self.picture("satisfaction-off")
        stage.write(panel.question.after, "۳")
        panel.question.save()
        stage.settle(500)
        self.picture("satisfaction-without-text")
        self._let_it_go_out(active=True)
        panel.refresh()
        stage.settle(500)
        panel.question.after.setFocus()
        self.picture("satisfaction-on")
        choose(list(MessageKind).index(MessageKind.SATISFACTION) * 3 + 2)
        self.picture("satisfaction-template")
        numbers = self._asked()
        for mobile, words in zip(
            (*numbers, "09125556677"), ("۵", "نمره ۴", "4 یا ۵", "۱ عالی بود", "۵"), strict=False
        ):
            payload = {"نوع": "درخواست", "متن": words, "شماره همراه": mobile}
            with services.database.writing() as session:
                session.add(IntakeSubmission(channel="sms", payload=payload))
        services.staging.run(pc_user("tour"))
        alone = IntakePanel(replace(self.window().workplace, actor=pc_user("tour")))
        alone.resize(1100, 760)
        alone.show()
        alone.refresh()
        stage.settle(600)
        for name, reason in (("settling", "رقم"), ("unknown", "فرستنده")):
            choose_row(alone.roster, next(one.key for one in alone.roster.rows() if reason in one.about))
            stage.settle(600)
            alone.form.settling.mark.setFocus()
            self.picture(f"satisfaction-{name}", alone)
        alone.resize(900, 560)
        stage.settle(300)
        self.picture("satisfaction-settling-small", alone)
        alone.close()

    def _let_it_go_out(self, *, active: bool) -> None:
        """Switches the texts of the question on or off."""
        templates = self.services.message_templates
        for row in templates.all():
            if row.kind is MessageKind.SATISFACTION and row.active != active:
                templates.change(
                    actor(self.services, "p.hosseini"), row.kind, row.way, row.version, active=active
                )

    def _asked(self) -> list[str]:
        """Asks about petitions that were closed some days ago; returns the numbers that were asked."""
        services = self.services
        with services.database.writing() as session:
            session.execute(text("UPDATE office SET asks_since = '2020-01-01 00:00:00.000000'"))
            days_ago = "datetime(resolved_at, '-5 days') || '.000000'"
            session.execute(
                text(
                    f"UPDATE petition SET resolved_at = {days_ago}, satisfaction = NULL"
                    " WHERE channel = 'sms' AND resolved_at > '2026'"
                )
            )
        with tempfile.TemporaryDirectory() as folder:
            services.delivery.write(pc_user("tour"), Path(folder))
        with services.database.reading() as session:
            found = session.execute(
                text(
                    "SELECT DISTINCT a.address FROM outbox_address a JOIN outbox_message m ON m.id = a.message_id"
                    " WHERE m.kind = 'satisfaction' AND m.way = 'sms' ORDER BY 1 LIMIT 4"
                )
            )
            return [row[0] for row in found]

    def send_messages(self) -> None:
        """Sends acknowledgements and answers of petitions, and processes the receipts of a gateway."""
        services, administrator = self.services, actor(self.services, "p.hosseini")
        if services.outbox.listed(pc_user("tour")):
            return
        accounts = services.accounts
        person = next(one for one in accounts.all() if one.username == "p.hosseini")
        roles = administrator.memberships | {Membership(Role.MANAGER, None)}
        accounts.change(pc_user("tour"), person.id, person.version, memberships=roles)
        for row in services.message_templates.all():
            if row.kind in (MessageKind.REGISTERED, MessageKind.ANSWERED):
                services.message_templates.change(administrator, row.kind, row.way, row.version, active=True)
        rules = MessageSettings(2, ("phone", "in_person"), "info@farhang.example.ir", "")
        services.message_rules.change(administrator, rules)
        desk = services.desk
        for n, (channel, name) in enumerate(
            ((Channel.SMS, "نمونه یکم"), (Channel.EMAIL, "نمونه دوم"), (Channel.PORTAL, "نمونه سوم")) * 2
        ):
            contact = Contact(name=name, mobile=f"0912000000{n}", email=f"sample{n}@example.ir")
            made = services.register.register(
                pc_user("tour"),
                NewPetition(
                    Kind.REQUEST,
                    channel,
                    f"لطفاً نتیجه درخواست مجوز نشر کتاب شماره {n} را اعلام کنید.",
                    subject="مجوز نشر کتاب",
                    contact=contact,
                    external_id=f"M-{n}" if channel is Channel.PORTAL else None,
                    unit_id=next(unit.id for unit in services.units.all() if unit.code == "desk"),
                ),
            )
            if n < 4:
                clerk = actor(services, "s.kazemi")
                version = desk.take(clerk, made.id, desk.peek(clerk, made.id).version).version
                desk.resolve(clerk, made.id, version, Ending.ANSWERED, "مجوز کتاب شما صادر شد. " * 3)
            if n == 3:
                with tempfile.TemporaryDirectory() as folder:
                    services.delivery.write(pc_user("tour"), Path(folder))
        with services.database.reading() as session:
            keys = session.scalars(
                select(OutboxMessage.key)
                .where(OutboxMessage.state == MessageState.SENT.value)
                .order_by(OutboxMessage.id)
            ).all()
        failed = Receipt(keys[1], False, "گوشی خاموش بود")
        services.outbox.note_receipts(pc_user("tour"), [failed, *(Receipt(key, True) for key in keys[2:5])])

    def scene_administration_outcomes(self) -> None:
        outcomes, administrator = self.services.outcomes, actor(self.services, "p.hosseini")
        last = outcomes.all()[-1]
        hidden = outcomes.change(administrator, last, replace(last, offered=False, place=0))[0]
        screen = self.administration("p.hosseini", "outcomes")
        screen.outcomes.roster.setCurrentIndex(screen.outcomes.roster.model().index(4, 0))
        self.picture("administration-outcomes")
        outcomes.change(administrator, hidden, last)
        inbox = self.inbox("s.kazemi")
        inbox.lists.show_view(View.MINE)
        stage.settle(400)
        rows = [(at, inbox.model.row_at(at)) for at in range(inbox.model.rowCount())]
        inbox.table.select(next(at for at, row in rows if row is not None and row.kind == Kind.OPINION))
        stage.settle(400)
        composer = inbox.details.composer
        composer.turn_to(Mode.REPLY)
        composer.reply.outcome.choose(Ending.REFUSED)
        stage.settle(200)
        self.picture("inbox-outcome-with-reason")

    def administration(self, username: str, section: str) -> AdministrationScreen:
        self.open(self.services, username, "administration")
        screen = self.window().current_screen()
        assert isinstance(screen, AdministrationScreen)
        screen.tabs.choose(section)
        stage.settle(400)
        return screen

    # Shared by scenes

    def window(self) -> MainWindow:
        window = self.session.window
        assert isinstance(window, MainWindow)
        return window

    def open(self, services: Services, username: str, screen: str) -> None:
        self.session.open_main(services, actor(services, username))
        stage.settle(300)
        self.window().go(screen)
        stage.settle(300)

    def inbox(self, username: str) -> InboxScreen:
        self.open(self.services, username, "inbox")
        screen = self.window().current_screen()
        assert isinstance(screen, InboxScreen)
        stage.settle(300)
        return screen

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        stage.picture(widget or self.window(), self.folder, name)


#: When the newest of the scanned letters came, in seconds since 1970.
UNTIL_SECONDS = datetime(2026, 11, 24, 7, 30, tzinfo=UTC).timestamp()


def scanned_letter(lines: int) -> QImage:
    """Returns a page with grey lines in place of writing."""
    page = QImage(620, 877, QImage.Format.Format_RGB32)
    page.fill(QColor("#fdfdfb"))
    painter = QPainter(page)
    for line in range(lines):
        start = 70 if (line + 1) % 5 else 240
        painter.fillRect(start, 130 + 30 * line, 550 - start, 9, QColor("#8a8a88"))
    painter.fillRect(260, 60, 100, 16, QColor("#555555"))
    painter.end()
    return page


def scenes(only: str = "") -> list[str]:
    """Returns the names of the scenes in which `only` occurs."""
    return sorted(name[6:] for name in vars(Tour) if name.startswith("scene_") and only in name)


def sheet(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Writes a CSV file with an old time stamp, as if its writer had finished it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    os.utime(path, (1_700_000_000, 1_700_000_000))


def comments_file(path: Path, draft: str) -> Path:
    """Writes a file as a portal delivers it: good rows, unknown provisions, a bad date, an empty text, a
    repeated sender.

    `draft` is the name of the draft in the file.
    """
    rows = [
        ("P-701", "مدت یک سال برای بازگشت سرمایه نگارخانه بس نیست.", "مریم سعیدی", "ماده ۶", "1405/08/30"),
        ("P-702", "این ماده را با قانون نظام صنفی یکی کنید.", "انجمن نگارخانه‌داران", "ماده ۵۴", "1405/08/30"),
        ("P-703", "", "علی کریمی", "ماده ۲", "1405/08/30"),
        ("P-704", "تعرفه شهرستان‌ها جدا باشد.", "زهرا نوری", "ماده ۳", "1405/13/45"),
        ("P-705", "تبصره روشن نیست <b>لطفاً</b> بازنویسی شود.", "حسین امینی", "تبصره ۹ ماده ۲", "1405/09/01"),
        *(
            (f"P-{800 + n}", f"پیشنهاد {n}: مهلت پاسخ کوتاه‌تر شود.", "۰۹۱۲۱۲۳۴۵۶۷", "ماده ۲", "1405/09/01")
            for n in range(24)
        ),
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("شناسه", "متن نظر", "نام", "ماده", "تاریخ", *(["پیش‌نویس"] if draft else [])))
        writer.writerows((*row, draft) if draft else row for row in rows)
    return path


def actor(services: Services, username: str) -> Actor:
    """Returns a person of the sample office."""
    row = next(person for person in services.accounts.all() if person.username == username)
    return services.accounts.actor(row.id)


def tamper(path: Path) -> None:
    """Changes and deletes events as the file's owner could."""
    owner = sqlite3.connect(path)
    for name in ("event_no_update", "event_no_delete"):
        owner.execute(f"DROP TRIGGER {name}")
    owner.execute(
        "UPDATE event SET text = 'چیز دیگر' WHERE item_type = 'petition' AND item_id = 7 AND sequence = 2"
    )
    owner.execute("DELETE FROM event WHERE item_type = 'petition' AND item_id = 12 AND sequence = 1")
    owner.commit()
    owner.close()


@contextmanager
def locked(services: Services) -> Iterator[None]:
    """Holds the database's lock as another program."""
    other = sqlite3.connect(services.database.place, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def filled(folder: Path, *, petitions: int) -> Services:
    services = open_services(sqlite_url(folder / f"{petitions}.db"))
    fill(services, petitions=petitions, instruments=None if petitions else 0, until=UNTIL)
    if petitions:
        clerk = actor(services, "s.kazemi")
        for text in (LONG, HOSTILE):
            services.register.register(clerk, NewPetition(Kind.OPINION, Channel.LETTER, text))
    return services


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.tour")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    parser.add_argument("--scaled", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        services, empty = filled(folder, petitions=3000), filled(folder, petitions=0)
        settings = Settings(data_folder=folder)
        make_application(settings)
        rounds: dict[str, Callable[[], None]] = {
            "light": appearance_of("light"),
            "dark": appearance_of("dark"),
        }
        if options.scaled:
            rounds = {"scaled": appearance_of("light")}
        for theme, dress in rounds.items():
            dress()
            Tour(services, empty, options.out / theme, settings, options.only).run()
        for opened in (services, empty):
            opened.close()
    if options.scaled:
        return 0
    again = [sys.executable, "-m", "tests.tour", str(options.out), "--scaled", "--only", options.only]
    return subprocess.call(again, env=os.environ | {"QT_SCALE_FACTOR": "1.5"})


def appearance_of(theme: str) -> Callable[[], None]:
    return lambda: appearance().choose("dark" if theme == "dark" else "light")


if __name__ == "__main__":
    sys.exit(main())
