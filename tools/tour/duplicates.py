"""Similar petitions, their files, and the improvements that they lead to."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.petitions.lists.filters import ListFilter, Scope, View
from desktop_app.petitions.vocabulary import Move
from desktop_app.petitions.vocabulary import Outcome as Ending
from tools.tour.machinery import UNTIL, Tour, actor, scene
from ui import stage
from ui.petitions.desk.file_sources import FileSource
from ui.reports.screen import ReportsScreen


@scene
def twins_registering(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    rows = find_campaign(tour)
    inbox.registration.register()
    form = inbox.registration.form
    assert form is not None
    text = tour.services.desk.peek(actor(tour.services, "s.kazemi"), rows[0]).text
    stage.write(form.fields.name, "زهرا امینی")
    form.fields.text.setPlainText(text[: len(text) * 3 // 4])
    stage.settle(1200)
    tour.picture("twins-registering")
    form.add_to(form.caller.likeness.cards[0].alike)
    stage.settle(300)
    assert form.question is not None
    tour.picture("twins-question", form.question)
    form.question.close()
    form.fields.clear()
    inbox.show_desk()


@scene
def twins_details(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    first, second = find_campaign(tour)[:2]
    inbox.open_petition(first)
    stage.settle(900)
    tour.picture("twins-details")
    inbox.details.likes.show_all()
    stage.settle(300)
    tour.picture("twins-popup")
    inbox.details.likes.close_popup()
    who = actor(tour.services, "s.kazemi")
    other = tour.services.desk.peek(who, second)
    seen = tour.services.desk.peek(who, first)
    if Move.CLOSE in seen.allowed:
        code = other.tracking_code
        tour.services.desk.resolve(who, first, seen.version, Ending.DUPLICATE, "همان است", duplicate_of=code)
    inbox.refresh()
    stage.settle(900)
    tour.picture("twins-merged")
    inbox.details.likes.ask_to_part()
    stage.settle(300)
    tour.picture("twins-parting")
    inbox.details.likes.close_popup()


@scene
def twins_attachments(tour: Tour) -> None:
    inbox = tour.inbox("n.amini")
    inbox.lists.show_list(ListFilter(view=View.MINE))
    stage.settle(500)
    detail = inbox.details.detail
    assert detail is not None
    who, attachments = actor(tour.services, "n.amini"), tour.services.attachments
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
    tour.picture("twins-attachments")
    box.preview(box.rows[1])
    stage.settle(400)
    assert box.dialog is not None
    tour.picture("twins-attachment-preview", box.dialog)
    box.dialog.close()
    box.open(box.rows[2])
    stage.settle(400)
    assert box.opening.dialog is not None
    tour.picture("twins-attachment-risk", box.opening.dialog)
    box.opening.dialog.close()


@scene
def twins_improvements(tour: Tour) -> None:
    improvements, who = tour.services.improvements, actor(tour.services, "n.amini")
    people = {row.username: row.id for row in tour.services.accounts.all()}
    inbox = tour.inbox("n.amini")
    inbox.lists.show_list(ListFilter(view=View.MINE))
    stage.settle(500)
    detail = inbox.details.detail
    assert detail is not None
    if not improvements.all(who):
        ids = [row.id for row in tour.services.inbox.find(who, ListFilter(view=View.MINE), 4)[1]]
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
    tour.picture("twins-improvements-of-petition")
    inbox.details.body.improvements.ask()
    stage.settle(500)
    tour.picture("twins-improvement-form", inbox.details.body.improvements.dialog)
    inbox.details.body.improvements.dialog.reject()  # type: ignore[union-attr]
    tour.administration("p.hosseini", "improvements")
    stage.settle(500)
    tour.picture("twins-improvements")
    tour.open(tour.services, "p.hosseini", "reports")
    reports = tour.window().current_screen()
    assert isinstance(reports, ReportsScreen)
    stage.settle(900)
    reports.turn_preview()
    reports.preview.turn_to(reports.preview.pages - 1)
    stage.settle(500)
    tour.picture("twins-improvements-report")


def find_campaign(tour: Tour) -> list[int]:
    """Returns petitions of a campaign that the desk may see, with one that can still be closed first."""
    who = actor(tour.services, "s.kazemi")
    _, rows = tour.services.inbox.find(who, ListFilter(scope=Scope.OPEN), 400)
    best: tuple[int, ...] = ()
    for row in rows:
        likes = tour.services.duplicates.of(who, row.id)
        if len(likes.rows) > len(best) and Move.CLOSE in tour.services.desk.peek(who, row.id).allowed:
            best = (row.id, *(alike.id for alike in likes.rows))
        if len(best) > 3:
            break
    return list(best)
