"""A consultation in pictures: before the public, at its gate, promulgated, and told to whoever commented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt

from desktop_app.instruments.steps import InstrumentAction
from desktop_app.office.message_templates import MessageKind
from desktop_app.persian.dates import short_date
from desktop_app.reports.publishing import package_files, write_package
from desktop_app.staff.roles import Actor
from ui import stage
from ui.demo.job import DemoJob
from ui.instruments.screen import InstrumentsScreen

#: Sample drafts: before the public, being amended, and ready.
_OPEN, _AMENDED, _READY = "gallery-licensing", "galleries", "art-schools"
_REVIEWER, _ADMINISTRATOR = 1, 3
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


def consultation_steps(job: DemoJob) -> Sequence[Callable[[], None]]:
    """Returns the steps in their order."""
    return tuple(
        partial(step, job) for step in (_before_the_public, _at_the_gate, _promulgated, _told, _published)
    )


def _opened(job: DemoJob, code: str) -> InstrumentsScreen:
    drafts = job.screen("drafts", InstrumentsScreen)
    draft = job.services.drafting.by_code(code)
    drafts.open_item(draft.id)
    stage.until(
        lambda: drafts.column.detail is not None and drafts.column.detail.row.id == draft.id, "the draft"
    )
    stage.settle(300)
    return drafts


def _before_the_public(job: DemoJob) -> None:
    job.switch(_REVIEWER)
    _opened(job, _OPEN)
    job.picture("draft-before-the-public")


def _at_the_gate(job: DemoJob) -> None:
    drafts = _opened(job, _AMENDED)
    stage.press(drafts, Qt.Key.Key_G, "g", _CONTROL)
    gate = drafts.papers.gate
    stage.until(gate.isVisible, "the gate")
    stage.settle(400)
    job.picture("gate")
    card = gate.changes.cards[0]
    stage.write(card.reason, "هماهنگ با آیین‌نامهٔ کارگروه‌ها (نمونه).")
    stage.settle(150)
    job.picture("gate-reason")
    stage.press(card.reason, Qt.Key.Key_Return, "\r", _CONTROL)
    stage.until(lambda: gate.changes.cards[0].listed.explanation is not None, "the reason")
    stage.settle(300)
    job.picture("gate-explained")
    gate.closed.emit()


def _promulgated(job: DemoJob) -> None:
    job.session.open_main(job.services, _manager_of(job, _READY))
    stage.settle(300)
    drafts = _opened(job, _READY)
    drafts.steps.take(InstrumentAction.FINISH)
    stage.until(lambda: drafts.steps.step_dialog is not None, "the form of the letter")
    dialog = drafts.steps.step_dialog
    assert dialog is not None
    stage.write(dialog.letter_number, "نمونه/۱۲")
    stage.write(dialog.letter_date, short_date(job.services.drafting.today()))
    stage.settle(150)
    job.picture("promulgating", dialog)
    stage.click(dialog.save_button)
    stage.until(lambda: job.services.drafting.by_code(_READY).finished_on is not None, "promulgated")
    stage.settle(300)
    job.picture("promulgated")


def _manager_of(job: DemoJob, code: str) -> Actor:
    services, number = job.services, job.services.drafting.by_code(code).id
    people = (services.accounts.actor(one.id) for one in services.accounts.all() if one.active)
    for actor in people:
        if InstrumentAction.FINISH in services.drafting.detail(actor, number).steps:
            return actor
    raise stage.StageError("nobody to promulgate")


def _told(job: DemoJob) -> None:
    administrator, services = job.people[_ADMINISTRATOR], job.services
    for row in services.message_templates.all():
        if row.kind is MessageKind.COMMENTED:
            services.message_templates.change(administrator, row.kind, row.way, row.version, active=True)
    portal = replace(services.message_rules.settings(), portal_address="https://example.ir/drafts")
    services.message_rules.change(administrator, portal)
    job.switch(_REVIEWER)
    drafts = _opened(job, _READY)
    tell = drafts.details.tell_button
    stage.until(lambda: tell.isVisible() and tell.isEnabled(), "the command that tells the commenters")
    stage.press(drafts, Qt.Key.Key_T, "t", _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    stage.until(lambda: drafts.papers.telling_dialog is not None, "the preview of messages")
    dialog = drafts.papers.telling_dialog
    assert dialog is not None
    stage.until(lambda: dialog.preview is not None, "the preview of messages")
    stage.settle(300)
    job.picture("you-said-we-did", dialog)
    dialog.tell()
    stage.until(lambda: drafts.papers.telling_dialog is None, "the messages to commenters")
    stage.settle(300)
    job.picture("commenters-told")


def _published(job: DemoJob) -> None:
    """Writes the package for the portal, with the page of outcomes."""
    services, number = job.services, job.services.drafting.by_code(_READY).id
    files = package_files(
        services.publications.of(number),
        services.office.settings(),
        services.office.logo(),
        services.comment_outcomes.frozen(number),
    )
    folder = job.folder / "package"
    write_package(files, folder)
    job.written += sorted(path for path in folder.rglob("*") if path.is_file())
