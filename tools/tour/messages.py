"""Texts in the administration: templates, letters, messages, outcomes."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select, text

from desktop_app.errors import (
    ConflictError,
)
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.message_templates import MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import View
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.service import Receipt
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.petitions.vocabulary import Outcome as Ending
from desktop_app.staff.roles import Membership, Role, pc_user
from tests.ui.keyboard import choose_row
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.administration.intake_panel import IntakePanel
from ui.petitions.desk.sending import Mode

RULES = MessageSettings(2, ("phone", "in_person"), "info@farhang.example.ir", "")


@scene
def administration_templates(tour: Tour) -> None:
    administrator = actor(tour.services, "p.hosseini")
    with contextlib.suppress(ConflictError):
        for title, text in (
            ("پاسخ رسیدن درخواست", "{name} گرامی،\nدرخواست شما با کد {code} در {date} به {unit} رسید."),
            ("نقص مدارک", "{name} گرامی، مدارک پیوست کامل نیست. کد رهگیری: {code}"),
        ):
            tour.services.templates.add(administrator, title, text)
        for code, name in (("10021062", "صدور پروانه نشر"), ("10021050", "مجوز کنسرت")):
            tour.services.catalogue.add(administrator, code, name)
    screen = tour.administration("p.hosseini", "templates")
    tour.picture("administration-templates-full")
    stage.write(screen.templates.text, " {nam}")
    tour.picture("administration-templates-unknown")
    screen.tabs.choose("services")
    stage.settle(300)
    tour.picture("administration-services-full")


@scene
def administration_letters(tour: Tour) -> None:
    """The template of each kind with its sample; an unknown variable."""
    screen = tour.administration("p.hosseini", "letters")
    stage.settle(900)
    panel = screen.letters
    for at, kind in enumerate(LetterKind):
        panel.roster.setCurrentIndex(panel.roster.model().index(at, 0))
        stage.settle(900)
        tour.picture(f"letters-template-{kind.value}")
    panel.roster.setCurrentIndex(panel.roster.model().index(0, 0))
    stage.settle(500)
    stage.write(panel.body, " {nam}")
    stage.settle(900)
    tour.picture("letters-template-unknown")
    panel.put_back()
    stage.settle(300)


@scene
def administration_messages(tour: Tour) -> None:
    """Messages: the settings, a text message that is too long, an e-mail.

    Then sent messages: waiting, delivered and failed ones; and the petition that shows the failure.
    """
    if not tour.services.outbox.listed(pc_user("tour")):
        tour.administration("p.hosseini", "outbox")
        tour.picture("outbox-empty")
    send_messages(tour)
    panel = tour.administration("p.hosseini", "messages").messages
    stage.settle(500)
    tour.picture("messages-settings")
    form = panel.settings
    stage.write(form.host, "mail.farhang.example.ir")
    stage.write(form.user, "info@farhang.example.ir")
    stage.write(form.trial, "someone")
    form.send_trial()
    stage.settle(500)
    tour.picture("messages-settings-trial-refused")
    tour.services.message_rules.change(actor(tour.services, "p.hosseini"), RULES)
    panel.refresh()
    stage.settle(500)
    for place, name in ((11, "sms"), (12, "email"), (20, "commented-sms"), (21, "commented-email")):
        at = next(at for at, row in enumerate(panel.roster.rows()) if row.key == place)
        panel.roster.setCurrentIndex(panel.roster.model().index(at, 0))
        stage.settle(400)
        tour.picture(f"messages-template-{name}")
    stage.write(panel.text, " {nam}")
    stage.settle(300)
    tour.picture("messages-template-unknown")
    panel.put_back()
    stage.settle(300)
    outbox = tour.administration("p.hosseini", "outbox").outbox
    for choice in ("all", "failed", "waiting"):
        outbox.filter.choose(choice)
        stage.settle(400)
        tour.picture(f"outbox-{choice}")
    tour.window().bell.open()
    stage.settle(500)
    tour.picture("outbox-bell")
    tour.window().side_pane.close()
    inbox = tour.inbox("s.kazemi")
    row = tour.services.outbox.listed(actor(tour.services, "s.kazemi"), [MessageState.FAILED])[0]
    inbox.open_item(row.petition_id)
    stage.settle(500)
    for line in inbox.details.body.messages.lines[:1]:
        line.toggle()
    inbox.details.body.ensureWidgetVisible(inbox.details.body.messages)
    stage.settle(300)
    tour.picture("inbox-messages")


@scene
def satisfaction(tour: Tour) -> None:
    """The question about satisfaction: off, on without a text, on; and its answers in quarantine."""
    send_messages(tour)
    services, administrator = tour.services, actor(tour.services, "p.hosseini")
    # Another theme has switched it on.
    services.question_rules.change(administrator, QuestionSettings())
    _switch_question(tour, active=False)
    panel = tour.administration("p.hosseini", "messages").messages

    def choose(key: int) -> None:
        at = next(at for at, row in enumerate(panel.roster.rows()) if row.key == key)
        panel.roster.setCurrentIndex(panel.roster.model().index(at, 0))
        stage.settle(500)

    choose(1_001)
    tour.picture("satisfaction-off")
    stage.write(panel.question.after, "۳")
    panel.question.save()
    stage.settle(500)
    tour.picture("satisfaction-without-text")
    _switch_question(tour, active=True)
    panel.refresh()
    stage.settle(500)
    panel.question.after.setFocus()
    tour.picture("satisfaction-on")
    choose(list(MessageKind).index(MessageKind.SATISFACTION) * 3 + 2)
    tour.picture("satisfaction-template")
    numbers = _ask(tour)
    for mobile, words in zip(
        (*numbers, "09125556677"), ("۵", "نمره ۴", "4 یا ۵", "۱ عالی بود", "۵"), strict=False
    ):
        payload = {"نوع": "درخواست", "متن": words, "شماره همراه": mobile}
        with services.database.writing() as session:
            session.add(IntakeSubmission(channel="sms", payload=payload))
    services.staging.run(pc_user("tour"))
    alone = IntakePanel(replace(tour.window().workplace, actor=pc_user("tour")))
    alone.resize(1100, 760)
    alone.show()
    alone.refresh()
    stage.settle(600)
    for name, reason in (("settling", "رقم"), ("unknown", "فرستنده")):
        choose_row(alone.roster, next(one.key for one in alone.roster.rows() if reason in one.about))
        stage.settle(600)
        alone.form.settling.mark.setFocus()
        tour.picture(f"satisfaction-{name}", alone)
    alone.resize(900, 560)
    stage.settle(300)
    tour.picture("satisfaction-settling-small", alone)
    alone.close()


def _switch_question(tour: Tour, *, active: bool) -> None:
    """Switches the texts of the question on or off."""
    templates = tour.services.message_templates
    for row in templates.all():
        if row.kind is MessageKind.SATISFACTION and row.active != active:
            templates.change(
                actor(tour.services, "p.hosseini"), row.kind, row.way, row.version, active=active
            )


def _ask(tour: Tour) -> list[str]:
    """Asks about petitions that were closed some days ago; returns the numbers that were asked."""
    services = tour.services
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


def send_messages(tour: Tour) -> None:
    """Sends acknowledgements and answers of petitions, and processes the receipts of a gateway."""
    services, administrator = tour.services, actor(tour.services, "p.hosseini")
    if services.outbox.listed(pc_user("tour")):
        return
    accounts = services.accounts
    person = next(one for one in accounts.all() if one.username == "p.hosseini")
    roles = administrator.memberships | {Membership(Role.MANAGER, None)}
    accounts.change(pc_user("tour"), person.id, person.version, memberships=roles)
    for row in services.message_templates.all():
        if row.kind in (MessageKind.REGISTERED, MessageKind.ANSWERED):
            services.message_templates.change(administrator, row.kind, row.way, row.version, active=True)
    services.message_rules.change(administrator, RULES)
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


@scene
def administration_outcomes(tour: Tour) -> None:
    outcomes, administrator = tour.services.outcomes, actor(tour.services, "p.hosseini")
    last = outcomes.all()[-1]
    hidden = outcomes.change(administrator, last, replace(last, offered=False, place=0))[0]
    screen = tour.administration("p.hosseini", "outcomes")
    screen.outcomes.roster.setCurrentIndex(screen.outcomes.roster.model().index(4, 0))
    tour.picture("administration-outcomes")
    outcomes.change(administrator, hidden, last)
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_view(View.MINE)
    stage.settle(400)
    rows = [(at, inbox.model.row_at(at)) for at in range(inbox.model.rowCount())]
    inbox.table.select(next(at for at, row in rows if row is not None and row.kind == Kind.OPINION))
    stage.settle(400)
    composer = inbox.details.composer
    composer.turn_to(Mode.REPLY)
    composer.reply.outcome.choose(Ending.REFUSED)
    stage.settle(200)
    tour.picture("inbox-outcome-with-reason")
