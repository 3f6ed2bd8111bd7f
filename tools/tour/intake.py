"""Arriving submissions in the administration: quarantine, sources, routing."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.intake.sources.model import SourceKind
from desktop_app.intake.sources.rounds import Rounds
from desktop_app.intake.sources.service import SourceSettings
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Urgency
from desktop_app.staff.roles import Membership, Role, pc_user
from tests.ui.keyboard import choose_row
from tools.tour.machinery import LONG, Tour, actor, scene
from ui import stage
from ui.administration.intake_panel import IntakePanel


@scene
def administration_intake(tour: Tour) -> None:
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
    services = tour.services
    with services.database.writing() as session:
        for number, payload in enumerate(payloads, start=1):
            session.add(IntakeSubmission(channel="portal", external_id=f"P-{number}", payload=payload))
    services.staging.run(pc_user("tour"))
    with services.database.writing() as session:
        session.add(IntakeSubmission(channel="portal", external_id="P-9", payload=payloads[1]))
    panel = tour.administration("p.hosseini", "intake").intake
    stage.settle(400)
    stage.write(panel.form.reason, "آگهی تبلیغاتی است")
    tour.picture("administration-intake")
    _changed_in_quarantine(tour)
    # For the whole office.
    alone = IntakePanel(replace(tour.window().workplace, actor=pc_user("tour")))
    alone.resize(1100, 760)
    alone.show()
    alone.refresh()
    stage.settle(600)
    choose_row(alone.roster, alone.roster.rows()[-1].key)
    stage.settle(600)
    tour.picture("administration-intake-changed", alone)
    alone.close()
    panel = tour.administration("p.hosseini", "intake").intake
    first = panel.roster.rows()[0].key
    services.staging.put_aside(actor(services, "p.hosseini"), first, "آزمایش درگاه بود؛ متن واقعی نیست")
    panel.filter.choose("aside")
    stage.settle(600)
    tour.picture("administration-intake-put-aside")


def _changed_in_quarantine(tour: Tour) -> None:
    """Hands a row in again, with other words."""
    payload = {"نوع": "شکایت", "متن": "پاسخ پرونده سی روز دیر شده است.", "نام متقاضی": "نمونه سوم"}
    number = f"C-{tour.folder.name}"
    with tour.services.database.writing() as session:
        for words in ("سی روز", "پنجاه روز"):
            again = {name: text.replace("سی روز", words) for name, text in payload.items()}
            session.add(IntakeSubmission(channel="portal", external_id=number, payload=again))
    tour.services.staging.run(pc_user("tour"))


@scene
def administration_sources(tour: Tour) -> None:
    """A folder with its received items; the columns of a sample with meaningless names; what is missing."""
    services = tour.services
    admin = actor(services, "p.hosseini")
    folder = tour.folder / "portal"
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
    panel = tour.administration("p.hosseini", "sources").sources
    panel.roster.setCurrentIndex(panel.roster.model().index(0, 0))
    stage.settle(400)
    tour.picture("administration-sources")
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
    tour.picture("administration-sources-mapping")
    for name, column in (("text", "matn_payam"), ("kind", "ref"), ("external_id", "ref")):
        panel.mapping.fields.choices[name].choose(column)
    stage.settle(200)
    tour.picture("administration-sources-mapping-twice")
    panel.roster.setCurrentIndex(panel.roster.model().index(2, 0))
    panel.pages.setCurrentIndex(0)
    stage.settle(300)
    tour.picture("administration-sources-mailbox")


@scene
def administration_routing(tour: Tour) -> None:
    """A rule that never applies and two contradicting ones; one tested on last month, then changed."""
    if not tour.services.routing_rules.all():
        write_rules(tour)
    panel = tour.administration("p.hosseini", "routing").routing
    panel.roster.setCurrentIndex(panel.roster.model().index(2, 0))
    stage.settle(200)
    tour.picture("administration-routing")
    panel.roster.setCurrentIndex(panel.roster.model().index(1, 0))
    # Changes the rule's unit, so that petitions with another result are listed.
    panel.form.unit.choose(next(unit.id for unit in tour.services.units.all() if unit.code == "press"))
    panel.try_out()
    stage.settle(800)
    tour.picture("administration-routing-tried")


def write_rules(tour: Tour) -> None:
    services, accounts = tour.services, tour.services.accounts
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


def sheet(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Writes a CSV file with an old time stamp, as if its writer had finished it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    os.utime(path, (1_700_000_000, 1_700_000_000))
