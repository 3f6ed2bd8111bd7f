"""The papers of a consultation: gate, summing-up, messages to commenters, experts."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.instruments.vocabulary import (
    Disposition,
    InvitationAnswer,
)
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.message_templates import MessageKind
from desktop_app.people.experts import ExpertWords
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.telling_dialog import TellingDialog
from ui.people.screen import PeopleScreen

#: Fictitious people: name, group, organisation, fields.
_EXPERTS = (
    ("نیلوفر جاوید", "artist", "خانه شاعران", ("شعر", "ترانه")),
    ("بهرام ناصری", "publisher", "انجمن ناشران نمونه", ("نشر",)),
    ("یونس کاوه", "expert", "دانشگاه نمونه", ("حقوق فرهنگ", "مالکیت فکری")),
    ("مهتاب صدری", "media", "هفته‌نامه نمونه", ("هنرهای تجسمی",)),
    ("آرش بهین", "institute", "مؤسسه فرهنگی نمونه", ("نگارخانه", "هنرهای تجسمی")),
    ("گلناز پارسا", "artist", "", ("نقاشی",)),
)


@scene
def summing_up(tour: Tour) -> None:
    """The papers of a consultation: a frozen summing-up, a preliminary one, a finished package."""
    tour.open(tour.services, "e.rezaei", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    for code in ("art-schools", "galleries"):
        screen.open_item(tour.services.drafting.by_code(code).id)
        stage.settle(400)
        screen.papers.read_summing_up()
        stage.until(screen.papers.summing_up.isVisible, "the pages of a summing-up")
        stage.settle(400)
        tour.picture(f"summing-up-{code}")
        screen.papers.summing_up.preview.turn_to(2)
        stage.settle(300)
        tour.picture(f"summing-up-{code}-matrix")
        page = screen.papers.summing_up
        page.turn()
        stage.until(page.personal.isVisible, "the pages with names")
        stage.settle(400)
        tour.picture(f"summing-up-{code}-with-names")
        page.preview.turn_to(page.preview.pages - 1)
        stage.settle(300)
        tour.picture(f"summing-up-{code}-senders")
        page.closed.emit()


@scene
def gate(tour: Tour) -> None:
    """The gate: material changes with and without a reason, carriers to mend; and one that is all right."""
    services = tour.services
    galleries = services.drafting.by_code("galleries").id
    reviewer = actor(services, "e.rezaei")
    accepted = [one for one in services.comments.of_instrument(galleries) if one.disposition is not None]
    for one, disposition in zip(accepted, (Disposition.ACCEPTED, Disposition.ACCEPTED), strict=False):
        services.comments.decide(reviewer, one.id, one.version, disposition, one.reason)
    changes = services.material_changes.read(reviewer, galleries)
    assert changes is not None
    first = changes.unexplained[0].change.key
    services.material_changes.explain(reviewer, galleries, [first], "هماهنگ با تعرفهٔ سال ۱۴۰۵.")
    tour.open(services, "e.rezaei", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    for code in ("galleries", "art-schools"):
        screen.open_item(services.drafting.by_code(code).id)
        stage.settle(400)
        screen.papers.show_gate()
        stage.until(screen.papers.gate.isVisible, "the gate")
        stage.settle(400)
        tour.picture(f"gate-{code}")
        screen.papers.gate.closed.emit()


@scene
def telling(tour: Tour) -> None:
    """Commenters of a finished draft: switched off, the preview by way with examples, and told before."""
    admin = actor(tour.services, "p.hosseini")
    tour.open(tour.services, "e.rezaei", "drafts")
    screen = tour.window().current_screen()
    assert isinstance(screen, InstrumentsScreen)
    screen.open_item(tour.services.drafting.by_code("phone-answering").id)
    stage.settle(400)
    tour.picture("telling-offered")
    _open_telling(tour, screen, "telling-off").reject()
    for row in tour.services.message_templates.all():
        if row.kind is MessageKind.COMMENTED:
            tour.services.message_templates.change(admin, row.kind, row.way, row.version, active=True)
    portal = replace(tour.services.message_rules.settings(), portal_address="https://example.ir/drafts")
    tour.services.message_rules.change(admin, portal)
    dialog = _open_telling(tour, screen, "telling-preview")
    dialog.step(1)
    stage.settle(200)
    tour.picture("telling-next-example", dialog)
    dialog.tell()
    stage.until(lambda: screen.papers.telling_dialog is None, "the messages to commenters")
    stage.settle(300)
    tour.picture("telling-done")
    _open_telling(tour, screen, "telling-before").reject()


def _open_telling(tour: Tour, screen: InstrumentsScreen, name: str) -> TellingDialog:
    screen.papers.tell_commenters()
    dialog = screen.papers.telling_dialog
    assert dialog is not None
    stage.until(lambda: dialog.preview is not None, "the preview of messages")
    stage.settle(300)
    tour.picture(name, dialog)
    return dialog


@scene
def experts(tour: Tour) -> None:
    """The register of experts, and inviting them to a draft: obviously fictitious people."""
    services = tour.services
    if not services.experts.all():
        clerk = actor(tour.services, "e.rezaei")
        for number, (name, group, place, fields) in enumerate(_EXPERTS):
            services.experts.add(
                clerk, ExpertWords(name, group, place, fields, mobile=f"0912000{1000 + number}")
            )
    tour.open(services, "e.rezaei", "people")
    screen = tour.window().current_screen()
    assert isinstance(screen, PeopleScreen)
    screen.tabs.choose("experts")
    stage.settle(400)
    tour.picture("experts")
    draft = services.drafting.by_code("gallery-licensing")
    if not services.invitations.of(draft.id):
        experts = services.experts.all()
        services.invitations.invite(
            actor(tour.services, "e.rezaei"), draft.id, [one.id for one in experts[:3]]
        )
        first = services.invitations.of(draft.id)[0]
        services.invitations.note_answer(
            actor(tour.services, "e.rezaei"), first.id, first.version, InvitationAnswer.ANSWERED
        )
    tour.window().go("drafts")
    stage.settle(400)
    drafts = tour.window().current_screen()
    assert isinstance(drafts, InstrumentsScreen)
    drafts.open_item(draft.id)
    stage.settle(400)
    drafts.papers.invite()
    stage.until(drafts.papers.inviting.isVisible, "the invitations")
    drafts.papers.inviting.model.toggle(4)
    stage.settle(300)
    tour.picture("experts-invite")
    drafts.papers.show_letters(LetterKind.INVITATION)
    stage.settle(900)
    tour.picture("letters-invitations-draft")
    drafts.papers.letters.issue()
    stage.settle(1500)
    tour.picture("letters-invitations-issued")
    drafts.papers.show_letters(LetterKind.NOTICE)
    stage.settle(600)
    drafts.papers.letters.address.setPlainText("انجمن ناشران نمونه\nتهران، خیابان نمونه، پلاک ۱۲")
    stage.settle(900)
    tour.picture("letters-notice-draft")
    drafts.papers.letters.issue()
    stage.settle(900)
    tour.picture("letters-notice-issued")
    drafts.papers.letters.closed.emit()
    drafts.open_item(draft.id)
    stage.settle(600)
    tour.picture("letters-draft-links")
