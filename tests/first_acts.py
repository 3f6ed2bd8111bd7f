"""`python -m tests.first_acts ORDER`: performs acts, each as the first one of a process.

The process opens the database as the program does, and forks a child for each act, which writes one line of JSON. The
functions import what they need themselves, so that no act has the modules of another one.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import importlib
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from desktop_app.reports.scope import ReportScope
    from desktop_app.reports.summing_up import Form
    from desktop_app.services import Services
    from desktop_app.staff.roles import Actor

_AT_ONCE: Final = 2
#: Other people's packages for pages and workbooks, which declare nothing here: once for all children.
_SHARED: Final = (
    "docx", "lxml.etree", "pikepdf", "reportlab.graphics.barcode", "reportlab.graphics.charts.barcharts",
    "reportlab.pdfgen.canvas", "reportlab.platypus", "sqlalchemy.dialects.postgresql.psycopg", "uharfbuzz",
    "xlsxwriter",
)  # fmt: skip


class Desk:
    """The services of a child, the people and the items of the order, and a folder for files."""

    def __init__(self, services: Services, order: dict[str, Any], folder: Path) -> None:
        self.services, self.folder, self._order = services, folder, order

    def __getitem__(self, item: str) -> int:
        """Returns the id of an item of the order."""
        return int(self._order["items"][item])

    def person(self, post: str) -> Actor:
        return self.services.accounts.actor(int(self._order["people"][post]))


# -- acts ---------------------------------------------------------------------------------------------------------


def _register_a_petition(desk: Desk) -> object:
    from desktop_app.petitions.registration.register import NewPetition
    from desktop_app.petitions.vocabulary import Channel, Kind

    return desk.services.register.register(
        desk.person("clerk"), NewPetition(kind=Kind.REQUEST, channel=Channel.PORTAL, text="متن تازه")
    ).id


def _take_a_petition(desk: Desk) -> object:
    return desk.services.desk.take(desk.person("clerk"), desk["referred"], version=1).id


def _refer_a_petition(desk: Desk) -> object:
    return desk.services.desk.refer(desk.person("clerk"), desk["taken"], 2, desk["music"], "اقدام شود.").id


def _answer_a_petition(desk: Desk) -> object:
    from desktop_app.petitions.vocabulary import Outcome

    return desk.services.desk.resolve(desk.person("clerk"), desk["taken"], 2, Outcome.GRANTED, "صادر شد.").id


def _label_a_petition(desk: Desk) -> object:
    return desk.services.labels.put_on(desk.person("clerk"), desk["taken"], "فوری").id


def _issue_a_reply_letter(desk: Desk) -> object:
    return desk.services.petition_letters.issue_reply(desk.person("clerk"), desk["answered"], "نشانی").pdf


def _register_a_draft(desk: Desk) -> object:
    from desktop_app.instruments.vocabulary import InstrumentKind

    return desk.services.drafting.register(desk.person("clerk"), InstrumentKind.BYLAW, "آیین‌نامه").row.id


def _annotate_a_draft(desk: Desk) -> object:
    from desktop_app.instruments.vocabulary import ThreadKind

    return desk.services.annotations.annotate(
        desk.person("reviewer"), desk["revised"], 2, 0, 6, ThreadKind.OBJECTION, "چرا؟"
    ).id


def _decide_a_comment(desk: Desk) -> object:
    from desktop_app.instruments.vocabulary import Disposition

    return desk.services.comments.decide(
        desk.person("reviewer"), desk["comment"], 1, Disposition.REJECTED, "با قانون سازگار نیست."
    ).id


def _freeze_a_summing_up(desk: Desk) -> object:
    return desk.services.summing_up.freeze(desk.person("reviewer"), desk["revised"]).number


def _invite_an_expert(desk: Desk) -> object:
    return desk.services.invitations.invite(desk.person("clerk"), desk["open"], [desk["expert"]])


def _issue_the_invitations(desk: Desk) -> object:
    return desk.services.consultation_letters.issue_invitations(desk.person("clerk"), desk["open"])


def _issue_a_notice(desk: Desk) -> object:
    return desk.services.consultation_letters.issue_notice(
        desk.person("clerk"), desk["open"], "انجمن\nتهران"
    ).pdf


def _issue_a_report(desk: Desk) -> object:
    return desk.services.issued_reports.issue(desk.person("manager"), _month(desk)).id


def _verify_the_history(desk: Desk) -> object:
    found = desk.services.trail.verify(desk.person("administrator"))
    assert found.ok, found.breaks
    return found.ok


#: Acts that write.
ACTS: Final[dict[str, Callable[[Desk], object]]] = {
    "register a petition": _register_a_petition,
    "take a petition": _take_a_petition,
    "refer a petition": _refer_a_petition,
    "answer a petition": _answer_a_petition,
    "label a petition": _label_a_petition,
    "issue a reply letter": _issue_a_reply_letter,
    "register a draft": _register_a_draft,
    "annotate a draft": _annotate_a_draft,
    "decide a comment": _decide_a_comment,
    "freeze a summing-up": _freeze_a_summing_up,
    "invite an expert": _invite_an_expert,
    "issue the invitations": _issue_the_invitations,
    "issue a notice": _issue_a_notice,
    "issue a report": _issue_a_report,
    "verify the history": _verify_the_history,
}

# -- reports and papers -------------------------------------------------------------------------------------------


def _month(_desk: Desk) -> ReportScope:
    from desktop_app.persian.dates import JalaliMonth
    from desktop_app.reports.period import Period
    from desktop_app.reports.scope import ReportScope

    return ReportScope(Period.month(JalaliMonth(1405, 8)))


def _period(kind: str, desk: Desk) -> object:
    from desktop_app.reports.monthly_pdf import monthly_document
    from desktop_app.reports.period import Period, PeriodKind
    from desktop_app.reports.scope import ReportScope

    scope = ReportScope(Period.of(PeriodKind(kind), date(2026, 10, 1)))
    return monthly_document(desk.services.reports.of(scope, desk.person("manager"))).to_bytes()


def _workbook(suffix: str, desk: Desk) -> object:
    from desktop_app.reports.spreadsheet import spreadsheet

    return spreadsheet(desk.services.reports.of(_month(desk), desk.person("manager")), suffix)


def _summing_up(form: Form, internal: bool, desk: Desk) -> object:
    from desktop_app.reports.summing_up import summing_up_file

    copy = desk.services.consultation_reports.of(desk.person("reviewer"), desk["revised"], internal=internal)
    return summing_up_file(copy, form)


def _list(name: str, suffix: str, desk: Desk) -> object:
    lists, manager = desk.services.list_files, desk.person("manager")
    target = desk.folder / f"list{suffix}"
    if name == "petitions":
        from desktop_app.petitions.lists.filters import ListFilter

        lists.petitions(manager, ListFilter(), target)
    elif name == "threads":
        from desktop_app.reports.lists.threads import ThreadFilter

        lists.threads(manager, ThreadFilter(), target)
    elif name == "petitioners":
        lists.petitioners(manager, "", target)
    elif name == "comments":
        lists.comments(manager, desk["open"], target)
    elif name == "further texts":
        lists.further_texts(manager, desk["taken"], target)
    elif name == "events":
        from desktop_app.reports.trail import TrailFilter

        desk.services.trail.export(desk.person("administrator"), TrailFilter(), target)
    else:
        getattr(lists, name)(manager, target)
    return target.read_bytes()


def _worklist(desk: Desk) -> object:
    from desktop_app.reports.worklist_pdf import worklist_pdf

    return worklist_pdf(desk.services.worklists.of(desk.person("clerk")))


def _overdue(desk: Desk) -> object:
    from desktop_app.reports.escalation_pdf import escalation_pdf

    return escalation_pdf(desk.services.escalations.of(desk.person("manager")))


def _checklist(desk: Desk) -> object:
    from desktop_app.reports.readiness.checklist_pdf import checklist_pdf

    return checklist_pdf(desk.services.readiness.checklist(desk.person("administrator")))


def _package(desk: Desk) -> object:
    from desktop_app.reports.publishing import package_files

    services = desk.services
    outcome = services.comment_outcomes.frozen(desk["open"])
    files = package_files(services.publications.of(desk["open"]), services.office.settings(), None, outcome)
    return b"".join(files.values())


def _letter(kind: str, desk: Desk) -> object:
    from desktop_app.office.letter_templates import LetterKind

    clerk = desk.person("clerk")
    if kind == LetterKind.INVITATION:
        return desk.services.consultation_letters.invitations(clerk, desk["open"])[0].pdf
    if kind == LetterKind.NOTICE:
        return desk.services.consultation_letters.notice(clerk, desk["open"], "انجمن\nتهران").pdf
    return desk.services.petition_letters.paper(clerk, desk["answered"], LetterKind(kind)).pdf


def _revision(desk: Desk) -> object:
    return desk.services.word_export.revision(desk.person("reviewer"), desk["revised"], 1, annotations=True)


_LISTS: Final = (
    "petitions", "petitioners", "experts", "instruments", "comments", "threads", "improvements", "overdue",
    "further texts", "events",
)  # fmt: skip
#: Reports, lists and papers, which are read.
PAPERS: Final[dict[str, Callable[[Desk], object]]] = {
    **{f"report of a {kind}": partial(_period, kind) for kind in ("month", "quarter", "year", "week")},
    **{f"report as {suffix}": partial(_workbook, suffix) for suffix in (".xlsx", ".csv")},
    "summing-up as pdf": partial(_summing_up, "pdf", False),
    "summing-up as docx": partial(_summing_up, "docx", False),
    "summing-up as xlsx": partial(_summing_up, "xlsx", False),
    "summing-up with names": partial(_summing_up, "pdf", True),
    **{f"list of {name}": partial(_list, name, ".xlsx") for name in _LISTS},
    "list of threads as pdf": partial(_list, "threads", ".pdf"),
    "worklist": _worklist,
    "overdue petitions": _overdue,
    "checklist of the set-up": _checklist,
    "package of the portal": _package,
    "revision in Word": _revision,
    **{
        f"letter {kind}": partial(_letter, kind)
        for kind in ("reply", "slip", "referral", "dossier", "invitation", "notice")
    },
}  # fmt: skip

# -- processes ----------------------------------------------------------------------------------------------------


def _opened(order: dict[str, Any], database: str) -> Services:
    from desktop_app.bootstrap import open_services
    from desktop_app.clock import FixedClock

    return open_services(database, clock=FixedClock(datetime.fromisoformat(order["now"])))


def _perform(name: str, order: dict[str, Any], folder: Path) -> str:
    """Performs an act in a child, on a copy of an SQLite file; returns what went wrong."""
    database = order["database"]
    if order["file"]:
        database = database.replace(order["file"], str(folder / "copy.db"))
        shutil.copyfile(order["file"], folder / "copy.db")
    try:
        assert "desktop_app.declarations" not in sys.modules, "the bare start loads every declaration"
        services = _opened(order, database)
        done = (ACTS | PAPERS)[name](Desk(services, order, folder))
        assert done, f"{name} returned {done!r}"
    except Exception:
        return traceback.format_exc()
    return ""


def _child(name: str, order: dict[str, Any], folder: Path) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        folder.mkdir()
        line = json.dumps({"act": name, "trouble": _perform(name, order, folder)})
        os.write(1, f"{line}\n".encode())
        status = 0
    finally:
        os._exit(status)


def main() -> int:
    order = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    # What the program has done before a person can act: opened the database and signed them in.
    services = _opened(order, order["database"])
    services.accounts.actor(int(order["people"]["clerk"]))
    services.outcomes.all()
    services.close()
    for name in _SHARED:
        importlib.import_module(name)
    running: set[int] = set()
    failed = 0
    for number, name in enumerate(order["acts"]):
        running.add(_child(name, order, Path(sys.argv[1]).parent / f"act-{number}"))
        while len(running) == _AT_ONCE:
            failed += _wait(running)
    while running:
        failed += _wait(running)
    return min(failed, 1)


def _wait(running: set[int]) -> int:
    child, status = os.wait()
    running.discard(child)
    return int(status != 0)


if __name__ == "__main__":
    sys.exit(main())
