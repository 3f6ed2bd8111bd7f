"""One petition beside the list: its details, text and papers."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog

from desktop_app.errors import (
    DatabaseAwayError,
    RuleError,
)
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.services import NewSubject, SubjectKind
from desktop_app.petitions.lists.filters import ListFilter, Scope, View, several
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Move, Purpose, Status
from desktop_app.petitions.vocabulary import Outcome as Ending
from desktop_app.staff.roles import Role, pc_user
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.petitions.desk.sending import Mode


@scene
def inbox_details(tour: Tour) -> None:
    inbox = tour.inbox("n.amini")
    inbox.lists.show_list(ListFilter(view=View.MINE))
    stage.settle(400)
    stage.press(inbox.table, Qt.Key.Key_E, "e")
    stage.write(inbox.details.composer.edit, "خانم گرامی، پرونده شما در مرحله دوم بررسی است.")
    stage.settle(150)
    tour.picture("inbox-replying")
    inbox.table.setFocus()
    stage.press(inbox.table, Qt.Key.Key_R, "r")
    stage.settle(150)
    tour.picture("inbox-referring")
    inbox.details.explanation.toggle(inbox.details.detail)
    stage.settle(300)
    tour.picture("inbox-why-this-date")


@scene
def inbox_refusal(tour: Tour) -> None:
    """An answer without the reason that its outcome wants; what a colleague did meanwhile."""
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_list(ListFilter(view=View.MINE, kind=several(["request", "suggestion"])))
    stage.settle(400)
    composer = inbox.details.composer
    stage.press(inbox.table, Qt.Key.Key_E, "e")
    stage.write(composer.edit, "با سلام؛ بارگذاری مدارک طبق مادهٔ ۴ آیین‌نامه الزامی است.")
    composer.reply.outcome.choose(Ending.REFUSED)
    composer.send()
    stage.settle(200)
    tour.picture("inbox-refusal")
    stage.write(composer.reply.reason, "مادهٔ ۴ آیین‌نامه")
    seen = inbox.details.detail
    assert seen is not None
    other = actor(tour.services, "r.yousefi")
    tour.services.desk.note(other, seen.id, "با متقاضی تماس گرفتم.")
    inbox.details.reload()
    stage.settle(400)
    tour.picture("inbox-colleague")
    composer.edit.clear()
    stage.settle()


@scene
def inbox_full(tour: Tour) -> None:
    """The petition in full width: the answer beside the text, why this date, a window of fewer columns."""
    inbox = tour.inbox("n.amini")
    inbox.lists.show_list(ListFilter(view=View.MINE))
    stage.settle(400)
    inbox.preview.enter()
    stage.press(inbox.details.body, Qt.Key.Key_E, "e")
    stage.write(
        inbox.details.composer.edit,
        "سرکار خانم\nبا سلام و احترام؛ پروندهٔ شما در مرحلهٔ دوم بررسی است و نتیجه تا پایان ماه اعلام می‌شود.",
    )
    stage.settle(300)
    tour.picture("inbox-full")
    window = tour.window()
    size = window.size()
    for name, width, height in (("two", 960, 600), ("one", 900, 600)):
        window.resize(width, height)
        stage.settle(300)
        tour.picture(f"inbox-full-{name}")
    window.resize(size)
    inbox.preview.leave()
    stage.settle(300)
    tour.picture("inbox-full-left")


@scene
def inbox_masked(tour: Tour) -> None:
    """A petition that another unit was informed of, for that unit's manager."""
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
    wanted = ListFilter(scope=Scope.ANY, status=Status.IN_PROGRESS, view=View.MINE)
    row = services.inbox.find(clerk, wanted, 1)[1][0]
    press = next(unit.id for unit in services.units.all() if unit.code == "press")
    with contextlib.suppress(RuleError):
        told = [SideTarget(press, None, Purpose.INFORMATION)]
        services.side_referrals.send(clerk, row.id, row.version, told, "برای اطلاع")
    inbox = tour.inbox("sh.tavakoli")
    inbox.open_petition(row.id)
    stage.settle(600)
    tour.picture("inbox-masked")
    inbox.details.revealing.reveal()
    stage.settle(600)
    tour.picture("inbox-revealed")


@scene
def interim_reply(tour: Tour) -> None:
    """An interim reply in the composer and in the history, the correction of a registration, a row's menu."""
    inbox = tour.inbox("s.kazemi")
    clerk = actor(tour.services, "s.kazemi")
    wanted = ListFilter(status=Status.IN_PROGRESS, view=View.MINE)
    row = tour.services.inbox.find(clerk, wanted, 1)[1][0]
    inbox.lists.show_list(wanted, keep=row.id)
    stage.settle(900)
    inbox.details.ask(Mode.INTERIM)
    inbox.details.composer.edit.setPlainText("پروندهٔ شما در مرحلهٔ دوم بررسی است و نتیجه اعلام می‌شود.")
    stage.settle(300)
    tour.picture("interim-reply")
    inbox.details.composer.send()
    stage.settle(900)
    tour.picture("interim-reply-sent")
    inbox.correcting.ask()
    stage.settle(300)
    dialog = inbox.correcting.dialog
    assert dialog is not None
    dialog.save()
    stage.settle(300)
    tour.picture("registration-correcting", dialog)
    dialog.subject.setText("آسفالت خیابان کتابفروشان")
    dialog.letter.setText("۱۴۰۵/۱۲")
    dialog.reason.setText("در تماس تلفنی روشن شد")
    dialog.save()
    stage.settle(900)
    tour.picture("registration-corrected")
    inbox.row_menu.open()
    stage.settle(300)
    menu = inbox.row_menu.menu
    assert menu is not None
    tour.picture("row-menu", menu)
    menu.close()


@scene
def tracing(tour: Tour) -> None:
    """The corrected original of a petition; and the messages that were taken in."""
    services = tour.services
    number = f"P-{tour.folder.name}"
    payload = {
        "متن": f"لطفاً نتیجه درخواست مجوز نمایشگاه عکس را اعلام کنید. ({number})",
        "نام متقاضی": "مهتاب نمونه",
        "شماره همراه": "۰۹۱۲۱۲۳۴۵۶۷",
        "کد ملی": "۰۴۹۹۳۷۰۸۹۹",
    }
    with services.database.writing() as session:
        session.add(IntakeSubmission(channel="portal", external_id=number, payload=payload))
    services.staging.run(pc_user("tour"))
    waits = next(one for one in services.staging.quarantined(pc_user("tour")) if one.external_id == number)
    services.staging.mend(pc_user("tour"), waits.id, payload | {"نوع": "درخواست"})
    services.staging.run(pc_user("tour"))
    [handled] = services.tracing.handled(pc_user("tour"), count=1)
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_list(ListFilter(), keep=handled.petition_id)
    stage.settle(600)
    inbox.tracing.action.trigger()
    stage.settle(600)
    dialog = inbox.tracing.dialog
    assert isinstance(dialog, QDialog)
    tour.picture("inbox-how-it-arrived", dialog)
    dialog.close()
    tour.administration("p.hosseini", "arrived")
    stage.settle(600)
    tour.picture("administration-arrived")


@scene
def subjects(tour: Tour) -> None:
    """The catalogue of subjects; choosing one for a petition; the column and the filter of the desk."""
    services, administrator = tour.services, actor(tour.services, "p.hosseini")
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
    panel = tour.administration("p.hosseini", "services").services
    panel.roster.setCurrentIndex(panel.roster.model().index(2, 0))
    stage.settle(400)
    tour.picture("administration-subjects")
    rows = services.catalogue.all()
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_view(View.UNROUTED)
    stage.settle(600)
    shown = [row for at in range(6) if (row := inbox.model.row_at(at)) is not None]
    for row, subject in zip(shown, rows, strict=False):
        services.subjects.set(inbox.workplace.actor, row.id, subject.id)
    inbox.subjects.action.trigger()
    stage.settle(600)
    assert inbox.subjects.finder is not None
    tour.picture("inbox-subject-chosen", inbox.subjects.finder)
    inbox.subjects.finder.close()
    inbox.lists.show_list(ListFilter(about_kind=("news", "service")))
    stage.settle(600)
    tour.picture("inbox-subjects")


@scene
def turning(tour: Tour) -> None:
    """A petition that is a comment: the open drafts, and the petition after it was turned into a comment."""
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_view(View.UNROUTED)
    stage.settle(600)
    inbox.turning.action.trigger()
    stage.settle(600)
    finder = inbox.turning.finder
    assert finder is not None
    tour.picture("inbox-as-a-comment", finder)
    [draft, *_] = tour.services.conversion.offered()
    finder.chosen.emit(draft)
    finder.close()
    stage.settle(900)
    detail = inbox.details.detail
    assert detail is not None
    tour.picture("inbox-taken-as-a-comment")


@scene
def letters_of_a_petition(tour: Tour) -> None:
    """The reply as a draft, as chosen and as issued, the receipt, the referral sheet, the dossier."""
    services, administrator = tour.services, actor(tour.services, "p.hosseini")
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
    inbox = tour.inbox("d.moradi")
    inbox.lists.show_list(ListFilter(scope=Scope.CLOSED, outcome="granted"))
    stage.settle(600)
    detail = inbox.details.detail
    assert detail is not None
    tour.picture("letters-petition")
    inbox.papers.show_letter(detail.id, LetterKind.REPLY)
    page = inbox.papers.letters
    assert page is not None
    stage.settle(900)
    tour.picture("letters-reply-draft")
    page.address.setPlainText("جناب آقای نمونه\nتهران، خیابان انقلاب، کوچه بهار، پلاک ۱۲\nکد پستی ۱۲۳۴۵۶۷۸۹۰")
    stage.settle(900)
    choices = page.choices
    choices.classification.setCurrentIndex(1)
    choices.enclosure.setText("۲ برگ")
    choices.copies.setPlainText("ادارهٔ کتاب و نشر، جهت اقدام\nدفتر مشارکت مردمی")
    choices.copies.moveCursor(QTextCursor.MoveOperation.End)
    choices.purposes["جهت اطلاع"].click()
    stage.settle(900)
    tour.picture("letters-reply-chosen")
    page.issue()
    stage.settle(900)
    tour.picture("letters-reply-issued")
    for kind in (LetterKind.SLIP, LetterKind.REFERRAL, LetterKind.DOSSIER):
        page.kinds.choose(kind.value)
        stage.settle(900)
        tour.picture(f"letters-{kind.value}")
    inbox.show_desk()


@scene
def take_over(tour: Tour) -> None:
    """A clerk takes over what a colleague has, and what the colleague's open pane says of it."""
    services, clerk = tour.services, actor(tour.services, "s.kazemi")
    unit = next(iter(clerk.unit_ids))
    everybody = [services.accounts.actor(row.id) for row in services.accounts.all() if row.active]
    other = next(one for one in everybody if one.has(Role.CLERK, unit) and one.person_id != clerk.person_id)
    inbox = tour.inbox("s.kazemi")
    theirs = services.inbox.first(
        clerk, ListFilter(assignee_id=other.person_id, status=Status.IN_PROGRESS), 1
    )[0]
    inbox.lists.show_list(ListFilter(assignee_id=other.person_id), keep=theirs.id)
    stage.settle(500)
    inbox.details.ask(Move.TAKE_OVER)
    stage.settle(200)
    tour.picture("take-over")
    mine = services.inbox.first(clerk, ListFilter(view=View.MINE, status=Status.IN_PROGRESS), 1)[0]
    inbox.lists.show_list(ListFilter(view=View.MINE), keep=mine.id)
    stage.settle(500)
    inbox.details.ask(Mode.REPLY)
    inbox.details.composer.edit.setPlainText("با سلام، درخواست شما بررسی شد و")
    version = services.desk.peek(other, mine.id).version
    services.desk.make(Move.TAKE_OVER, other, mine.id, version, "همکار در مأموریت است")
    inbox.details.reload()
    stage.settle(500)
    tour.picture("taken-over")
    services.desk.undo(other, mine.id, services.desk.peek(other, mine.id).version)
    inbox.details.composer.edit.setPlainText("")


@scene
def unfinished(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_view(View.MY_UNIT)
    stage.settle(300)
    for row, mode in ((1, Mode.NOTE), (2, Mode.NOTE)):
        inbox.table.select(row)
        stage.settle(300)
        inbox.details.composer.turn_to(mode)
        stage.write(inbox.details.composer.edit, "سوابق متقاضی دیده شد؛ مدارک کامل")
    stage.settle(600)
    window = tour.window()
    window.close()
    stage.settle(200)
    assert window.keeping.dialog is not None
    tour.picture("leaving", window.keeping.dialog)
    window.keeping.dialog.reject()
    window.watch.lost.emit(DatabaseAwayError(where="srv-db01"))
    stage.settle(200)
    tour.picture("away-while-writing")
    window.watch.restored.emit()
    tour.session.close()
    inbox = tour.inbox("s.kazemi")
    stage.settle(600)
    inbox.lists.show_view(View.MY_UNIT)
    stage.settle(300)
    inbox.table.select(1)
    stage.settle(400)
    tour.picture("unfinished-restored")
    menu = tour.window().keeping.bar.menu()
    menu.popup(tour.window().pos())
    stage.settle(100)
    tour.picture("unfinished-menu", menu)
    menu.close()
    unfinished = tour.window().workplace.unfinished
    unfinished.throw_away(unfinished.all())
    stage.settle(200)
