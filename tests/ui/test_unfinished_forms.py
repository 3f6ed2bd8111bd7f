"""What was typed into forms and panes and not saved, through reading again and a window that is killed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.people.experts import ExpertWords
from tests.department import TestOffice
from tests.ui.consultation import FIRST, SECOND, comment, draft
from tests.ui.keyboard import CONTROL, activate, click, press, type_text, wait
from tests.ui.own_pc import Place, pc, screen_of
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.administration.templates_panel import TemplatesPanel
from ui.comments.screen import CommentsScreen
from ui.comparison.screen import ComparisonScreen
from ui.draft_recovery import describe
from ui.instruments.screen import InstrumentsScreen
from ui.instruments.step_dialog import StepDialog
from ui.main_window import MainWindow
from ui.people.experts_page import ExpertsPage
from ui.people.screen import PeopleScreen
from ui.petitions.screen import InboxScreen
from ui.workplace import RegisterRequest

__all__ = ["pc"]


def newer_text(screen: ComparisonScreen) -> str:
    assert screen.page.loaded is not None
    return screen.page.loaded.comparison.new.text


def test_the_form_of_a_new_petition_comes_back_whole(pc: Place, sqlite_office: TestOffice) -> None:
    window = pc.window(sqlite_office)
    screen: InboxScreen = screen_of(window, InboxScreen, "inbox", RegisterRequest())
    assert screen.registration.form is not None
    fields = screen.registration.form.fields
    type_text(fields.name, "مریم سعیدی")
    type_text(fields.text, "پروانه من چه شد؟")
    fields.unit.choose(sqlite_office.music.id)
    fields.kind.choose("complaint")
    pc.crash(window)
    again = pc.window(sqlite_office)
    click(again.keeping.bar.show_button)
    assert jobs.wait_all()
    found = again.current_screen()
    assert isinstance(found, InboxScreen)
    form = found.registration.form
    assert form is not None
    assert form.isVisible()
    assert form.fields.name.text() == "مریم سعیدی"
    assert form.fields.text.toPlainText() == "پروانه من چه شد؟"
    assert form.fields.unit.code() == sqlite_office.music.id
    assert form.fields.kind.value() == "complaint"
    assert form.kept.isVisible()
    form.register()
    assert jobs.wait_all()
    assert form.kept.isHidden()
    pc.crash(again)
    assert pc.files() == []


def test_the_decision_on_a_comment_comes_back(pc: Place, sqlite_office: TestOffice) -> None:
    instrument = draft(sqlite_office, FIRST, SECOND).row.id
    comment(sqlite_office, instrument, "یک سال کم است.")
    given = comment(sqlite_office, instrument, "مهلت بلندتر شود.", sender="نادر")
    window = pc.window(sqlite_office, sqlite_office.reviewer, "comments")
    screen: CommentsScreen = screen_of(window, CommentsScreen, "comments", instrument)
    screen.page.comments.step(1)
    screen.decision.choose("rejected")
    type_text(screen.decision.reason, "با قانون نمی‌خواند")
    pc.crash(window)
    again = pc.window(sqlite_office, sqlite_office.reviewer, "comments")
    click(again.keeping.bar.show_button)
    assert jobs.wait_all()
    found = again.current_screen()
    assert isinstance(found, CommentsScreen)
    assert wait(lambda: found.decision.comment is not None and found.decision.comment.id == given.id)
    assert found.decision.choice.value() == "rejected"
    assert found.decision.reason.toPlainText() == "با قانون نمی‌خواند"
    assert found.decision.kept.isVisible()
    found.deciding.save()
    assert jobs.wait_all()
    pc.crash(again)
    assert pc.files() == []


def test_an_annotation_and_a_reply_come_back(pc: Place, sqlite_office: TestOffice) -> None:
    instrument = draft(sqlite_office, FIRST, SECOND).row.id
    window = pc.window(sqlite_office, sqlite_office.reviewer, "comparison")
    screen: ComparisonScreen = screen_of(window, ComparisonScreen, "comparison", (instrument, 1, 2))
    start = newer_text(screen).index("دو سال")
    screen.page.view.select_text("new", start, start + 6)
    screen.page.commands.annotate.trigger()
    composer = screen.page.threads.composer
    type_text(composer.text, "چرا دو سال؟")
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    (thread,) = screen.page.threads.threads
    screen.annotating.open_thread(thread.row.id)
    reply = screen.page.threads.boxes[thread.row.id].reply
    assert reply is not None
    type_text(reply, "پاسخ نیمه‌کاره")
    screen.page.view.select_text("new", start, start + 2)
    screen.page.commands.annotate.trigger()
    type_text(composer.text, "یادداشت دوم")
    pc.crash(window)
    again = pc.window(sqlite_office, sqlite_office.reviewer, "comparison")
    found: ComparisonScreen = screen_of(again, ComparisonScreen, "comparison", (instrument, 1, 2))
    composer = found.page.threads.composer
    assert composer.isVisible()
    assert composer.text.toPlainText() == "یادداشت دوم"
    assert composer.target is not None
    assert composer.target.start == start
    found.annotating.open_thread(thread.row.id)
    box = found.page.threads.boxes[thread.row.id]
    assert box.reply is not None
    assert box.reply.toPlainText() == "پاسخ نیمه‌کاره"
    press(box.reply, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    activate(again)
    composer.text.setFocus()
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert len(found.page.threads.threads) == 2
    pc.crash(again)
    assert pc.files() == []


def test_another_comparison_takes_nothing_from_what_is_written(pc: Place, sqlite_office: TestOffice) -> None:
    instrument = draft(sqlite_office, FIRST, SECOND).row.id
    other = draft(sqlite_office, FIRST, SECOND, title="دیگر").row.id
    window = pc.window(sqlite_office, sqlite_office.reviewer, "comparison")
    screen: ComparisonScreen = screen_of(window, ComparisonScreen, "comparison", (instrument, 1, 2))
    start = newer_text(screen).index("دو سال")
    screen.page.view.select_text("new", start, start + 6)
    screen.page.commands.annotate.trigger()
    composer = screen.page.threads.composer
    type_text(composer.text, "چرا دو سال؟")
    screen_of(window, ComparisonScreen, "comparison", (other, 1, 2))
    assert composer.isHidden()
    assert composer.text.toPlainText() == ""
    screen_of(window, ComparisonScreen, "comparison", (instrument, 1, 2))
    assert composer.isVisible()
    assert composer.text.toPlainText() == "چرا دو سال؟"


def test_an_expert_who_is_being_entered_survives_reading_again_and_a_crash(
    pc: Place, sqlite_office: TestOffice
) -> None:
    office = sqlite_office
    experts = office.services.experts
    entered = experts.add(office.clerk, ExpertWords("نیلوفر جاوید"))

    def page_of(window: MainWindow) -> ExpertsPage:
        screen: PeopleScreen = screen_of(window, PeopleScreen, "people")
        screen.tabs.choose("experts")
        assert jobs.wait_all()
        return screen.experts

    window = pc.window(office, office.clerk, "people")
    page = page_of(window)
    page.show_expert(entered.id)
    assert jobs.wait_all()
    type_text(page.note, "شنبه‌ها")
    experts.add(office.clerk, ExpertWords("بهرام کاویان"))
    page.refresh()
    assert jobs.wait_all()
    assert (page.name.text(), page.note.toPlainText()) == ("نیلوفر جاوید", "شنبه‌ها")
    page.start_new()
    type_text(page.name, "سومی")
    pc.crash(window)
    window = pc.window(office, office.clerk, "people")
    left = {one.key.item_id: one for one in window.workplace.unfinished.left()}
    window.keeping.bar.opened.emit(left[0])
    assert jobs.wait_all()
    page = page_of(window)
    assert page.name.text() == "سومی"
    window.keeping.bar.opened.emit(left[entered.id])
    assert jobs.wait_all()
    assert (page.name.text(), page.note.toPlainText()) == ("نیلوفر جاوید", "شنبه‌ها")
    click(page.save_button)
    assert jobs.wait_all()
    assert {row.words.note for row in experts.all()} == {"شنبه‌ها", ""}
    assert [one.key.item_id for one in window.workplace.unfinished.all()] == [0]


def test_a_saved_reply_that_is_being_written_survives_reading_again_and_a_crash(
    pc: Place, sqlite_office: TestOffice
) -> None:
    office = sqlite_office
    kept = office.services.templates.add(office.administrator, "پاسخ نخست", "متن نخست")
    window = pc.window(office, office.administrator, "administration")

    def panel_of(window: MainWindow) -> TemplatesPanel:
        screen: AdministrationScreen = screen_of(window, AdministrationScreen, "administration")
        screen.tabs.choose("templates")
        assert jobs.wait_all()
        return screen.templates

    panel = panel_of(window)
    panel.text.selectAll()
    type_text(panel.text, "متن تازه")
    panel.refresh()
    assert jobs.wait_all()
    assert panel.text.toPlainText() == "متن تازه"
    panel.start_new()
    type_text(panel.title, "پاسخ دوم")
    pc.crash(window)
    window = pc.window(office, office.administrator, "administration")
    window.keeping.bar.opened.emit(
        next(one for one in window.workplace.unfinished.left() if one.key.item_id == 0)
    )
    assert jobs.wait_all()
    panel = panel_of(window)
    assert panel.title.text() == "پاسخ دوم"
    window.keeping.bar.opened.emit(
        next(one for one in window.workplace.unfinished.left() if one.key.item_id == kept.id)
    )
    assert jobs.wait_all()
    assert (panel.title.text(), panel.text.toPlainText()) == ("پاسخ نخست", "متن تازه")
    # Somebody else was quicker: that is told, and what was typed stays.
    templates = office.services.templates
    templates.change(office.administrator, kept.id, kept.version, text="متن همکار")
    panel.refresh()
    assert jobs.wait_all()
    click(panel.save_button)
    assert jobs.wait_all()
    assert (panel.text.toPlainText(), templates.all()[0].text) == ("متن تازه", "متن همکار")
    # The next window shows both, and takes nothing from either.
    pc.crash(window)
    window = pc.window(office, office.administrator, "administration")
    window.keeping.bar.opened.emit(
        next(one for one in window.workplace.unfinished.left() if one.key.item_id == kept.id)
    )
    assert jobs.wait_all()
    panel = panel_of(window)
    assert panel.text.toPlainText() == "متن تازه"
    assert panel.overtaken.isVisible()
    assert "متن همکار" in panel.overtaken.text()
    click(panel.kept.line.throw_away)
    assert panel.text.toPlainText() == "متن همکار"
    assert panel.overtaken.isHidden()


def test_the_form_of_a_step_comes_back(pc: Place, sqlite_office: TestOffice) -> None:
    office = sqlite_office
    drafting = office.services.drafting
    row = draft(office, FIRST, SECOND).row

    def form(window: MainWindow) -> StepDialog:
        screen: InstrumentsScreen = screen_of(window, InstrumentsScreen, "drafts", row.id)
        assert wait(lambda: screen.details.detail is not None and screen.details.detail.row.id == row.id)
        screen.steps.take(InstrumentAction.WITHDRAW)
        dialog = screen.steps.step_dialog
        assert dialog is not None
        return dialog

    window = pc.window(office, office.manager, "drafts")
    type_text(form(window).reason, "به درخواست واحد")
    pc.crash(window)
    window = pc.window(office, office.manager, "drafts")
    [left] = window.workplace.unfinished.left()
    assert describe(left) == f"گام بعدی «{row.title}»"
    dialog = form(window)
    assert dialog.reason.toPlainText() == "به درخواست واحد"
    assert not dialog.form.line.isHidden()
    click(dialog.save_button)
    assert jobs.wait_all()
    assert drafting.detail(office.reviewer, row.id).withdrawn_reason == "به درخواست واحد"
    assert window.workplace.unfinished.all() == ()
