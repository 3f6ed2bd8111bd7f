"""Registering petitions: by hand, from scans, as a notice, from files and messages."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.errors import RuleError
from desktop_app.office.settings import IdentityRule
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.roles import pc_user
from tools.tour.machinery import UNTIL, Tour, actor, scene
from ui import stage
from ui.importing.changed_pane import RowChoice

#: When the newest of the scanned letters came, in seconds since 1970.
UNTIL_SECONDS = datetime(2026, 11, 24, 7, 30, tzinfo=UTC).timestamp()


@scene
def registering(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    inbox.registration.register()
    stage.settle(300)
    tour.picture("registering")
    form = inbox.registration.form
    assert form is not None
    # Latin digits, as a number pad types them.
    form.fields.mobile.setText("09121234567")
    form.fields.national_id.setText("0012345679")
    form.fields.subject.setText("پاسخ نامهٔ 1404/12 دربارهٔ 3 کتاب")
    form.fields.text.setPlainText("نامهٔ 123 را در 5 آبان فرستادم.")
    stage.settle(300)
    tour.picture("registering-digits")
    form.fields.clear()
    inbox.show_desk()


@scene
def registering_other_name(tour: Tour) -> None:
    """A known number with another name than the stored one, and the question before it is registered."""
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
    caller = Contact(name="گروه هنری نوای کوهسار و دوستان موسیقی نواحی", mobile="09120001122", group="artist")
    # The scene is taken in both themes.
    with contextlib.suppress(RuleError):
        services.register.register(
            clerk, NewPetition(Kind.REQUEST, Channel.PHONE, "پیگیری مجوز", contact=caller)
        )
    inbox = tour.inbox("s.kazemi")
    inbox.registration.register()
    form = inbox.registration.form
    assert form is not None
    stage.write(form.fields.name, "گروه نوای کوهسار")
    form.fields.mobile.setText("09120001122")
    form.fields.text.setPlainText("دربارهٔ همان مجوز دوباره تماس گرفته است.")
    stage.settle(500)
    tour.picture("registering-other-name")
    form.register()
    stage.until(lambda: form.question is not None, "the question")
    stage.settle(300)
    tour.picture("registering-whose-number", form.question)
    assert form.question is not None
    form.question.reject()
    form.fields.clear()
    inbox.show_desk()


@scene
def registering_scans(tour: Tour) -> None:
    """Scanned letters that wait beside the form, one of them shown, and the form without its words."""
    inbox = tour.inbox("s.kazemi")
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
        tour.picture("registering-scans-no-folder")
        form.tray.ask_folder = lambda: name
        form.tray.choose_folder()
        form.fields.channel.choose(Channel.LETTER)
        stage.until(lambda: len(form.tray.list.rows()) == 3, "the scans")
        stage.settle(1500)
        tour.picture("registering-scans")
        stage.press(form.tray.list, Qt.Key.Key_Return)
        stage.write(form.fields.name, "زهرا امینی")
        stage.settle(1200)
        tour.picture("registering-scan")
        form.register()
        stage.settle(300)
        tour.picture("registering-refused")
        form.files.clear()
    form.fields.clear()
    form.fields.channel.choose(Channel.PHONE)
    inbox.show_desk()


@scene
def notice(tour: Tour) -> None:
    """Registering a notice on the telephone, its row and head, and completing its identity."""
    services, administrator = tour.services, actor(tour.services, "p.hosseini")
    rule = IdentityRule("complaint", "phone", ("name", "national_id"))
    services.office.set_identity_rules(administrator, (rule,))
    inbox = tour.inbox("s.kazemi")
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
    tour.picture("notice-registering")
    form.notice.said.setChecked(True)
    form.register()
    stage.settle(900)
    tour.picture("notice-registered")
    assert form.last_registered is not None
    assert form.last_registered != before
    inbox.show_desk()
    inbox.open_petition(form.last_registered.id)
    stage.settle(900)
    tour.picture("notice-details")
    inbox.completing.ask()
    stage.settle(500)
    dialog = inbox.completing.dialog
    assert dialog is not None
    tour.picture("notice-completing", dialog)
    dialog.reject()
    form.fields.clear()
    screen = tour.administration("p.hosseini", "identity")
    stage.settle(400)
    screen.identity.roster.setCurrentIndex(screen.identity.roster.model().index(0, 0))
    stage.settle(300)
    tour.picture("administration-identity")
    services.office.set_identity_rules(administrator, ())


@scene
def wrote_again(tour: Tour) -> None:
    """A petitioner who wrote again, once from another number; and a flood of messages, collected in one row."""
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
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
        NewPetition(Kind.REQUEST, Channel.SMS, words, contact=contact, received_at=at + timedelta(minutes=90))
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
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_list(ListFilter(again=True), keep=made.id)
    stage.settle(800)
    tour.picture("inbox-wrote-again")
    inbox.lists.search("رسید نمایشگاه")
    stage.settle(800)
    tour.picture("inbox-wrote-again-found")


@scene
def inbox_import_changed(tour: Tour) -> None:
    """Rows that are there with other words, beside the words that came."""
    folder = Path(tempfile.mkdtemp(dir=tour.folder.parent))
    inbox = tour.inbox("s.kazemi")
    stage.click(inbox.views.import_button)
    stage.settle(600)
    page = inbox.registration.import_page
    assert page is not None
    said = "پرونده مجوز نمایشگاه سی روز است که بی‌پاسخ مانده و هزینه آن صد هزار ریال شده است."
    path = folder / "خروجی درگاه.csv"
    for words in (said, said.replace("سی روز", "پنجاه روز").replace("صد هزار", "دویست هزار")):
        rows = [f"W-{tour.folder.name}-{n},شکایت,تأخیر در صدور مجوز,{words},مریم نمونه" for n in range(3)]
        path.write_text("\n".join(("شناسه,نوع,موضوع,متن,نام متقاضی", *rows)), encoding="utf-8")
        page.look_at(path)
        stage.settle(600)
        stage.click(page.plan_page.import_button)
        stage.settle(1200)
    page.result.changed.choose(RowChoice.FURTHER)
    stage.settle(600)
    tour.picture("inbox-import-changed")
    shutil.rmtree(folder)


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
