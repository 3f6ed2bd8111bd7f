"""The templates of letters in the administration: written with variables, looked at as the PDF, put back."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.office.letter_choices import Classification
from desktop_app.office.letter_templates import NUMBERED, LetterKind, standard_letter
from desktop_app.office.settings import OfficeSettings
from desktop_app.reports.letters.specimen import specimen_pdf
from desktop_app.wording.labels import label
from tests.conftest import NOON
from tests.department import TestOffice
from tests.reports.pdf.reading import by_pdfium
from tests.ui.administering import Desk, Key, desk
from tests.ui.keyboard import click, press, titles, type_text
from ui import jobs
from ui.administration.letters_panel import LettersPanel
from ui.widgets.plain import PlainLabel

__all__ = ["desk"]


def letters(desk: Desk) -> LettersPanel:
    desk.section("letters")
    return desk.screen.letters


def shown(panel: LettersPanel) -> str:
    """What the preview says."""
    return " ".join(" ".join(by_pdfium(panel.preview.pdf)).split())


def test_a_template_is_written_with_buttons_previewed_saved_and_taken_back(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    panel, templates = letters(desk), sqlite_office.services.letter_templates
    assert titles(panel.roster)[:2] == ["نامهٔ پاسخ", "رسید"]
    assert not panel.default_button.isEnabled()
    assert "این متن نمونهٔ پاسخ است" in shown(panel)
    type_text(panel.subject, " ")
    panel.subject.setText("پاسخ اداره")
    panel.body.setPlainText("سلام\n")
    panel.body.moveCursor(panel.body.textCursor().MoveOperation.End)
    click(panel.variables["reply"])
    assert panel.body.toPlainText() == "سلام\n{reply}"
    panel.signer.setText("دکتر نمونه")
    press(panel.choices.classification, Key.Key_Down)
    panel.choices.copies.setPlainText("دبیرخانه")
    click(panel.choices.purposes["جهت اطلاع"])
    assert jobs.wait_all()
    assert "پاسخ اداره" in shown(panel)
    assert "دکتر نمونه" in shown(panel)
    assert "دبیرخانه، جهت اطلاع" in shown(panel)
    click(panel.save_button)
    assert jobs.wait_all()
    words = templates.all()[0].words
    assert words.signer == "دکتر نمونه"
    assert (words.classification, words.copies) == (Classification.CONFIDENTIAL, "دبیرخانه، جهت اطلاع")
    assert panel.default_button.isEnabled()
    click(panel.default_button)
    assert jobs.wait_all()
    assert templates.all()[0].standard
    assert panel.body.toPlainText() == standard_letter(LetterKind.REPLY).body
    desk.take_back()
    assert templates.all()[0].words.subject == "پاسخ اداره"


def test_a_bad_template_is_told_in_a_sentence_while_typing_and_is_not_saved(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    panel = letters(desk)
    for body, told in (("سلام {reply} {nam}", "nam"), ("سلام {reply} }", "آکولاد"), ("سلام", "reply")):
        panel.body.setPlainText(body)
        assert jobs.wait_all()
        assert told in panel.trouble.text()
        assert not panel.trouble.isHidden()
    click(panel.save_button)
    assert jobs.wait_all()
    assert panel.refusals.card.field is panel.body
    assert sqlite_office.services.letter_templates.all()[0].standard
    assert panel.body.toPlainText() == "سلام"
    panel.body.setPlainText("سلام {reply}")
    assert jobs.wait_all()
    assert panel.trouble.isHidden()


def test_each_kind_has_its_own_variables_and_preview_by_keys(desk: Desk) -> None:
    panel = letters(desk)
    for kind in list(LetterKind)[1:]:
        press(panel.roster, Key.Key_Down)
        assert jobs.wait_all()
        assert jobs.wait_all()
        headings = [one.text() for one in panel.form.findChildren(PlainLabel) if one.isVisible()]
        assert label("letter_kind", kind.value) in headings
        assert "نمونه" in shown(panel)
        assert ("reply" in panel.variables) is False
        assert ("fields" in panel.variables) is (kind is LetterKind.INVITATION)
        assert panel.choices.isVisible() is (kind in NUMBERED)


def test_what_is_typed_stays_where_a_colleague_saved_meanwhile(desk: Desk, sqlite_office: TestOffice) -> None:
    panel, templates = letters(desk), sqlite_office.services.letter_templates
    panel.subject.setText("از من")
    words = replace(standard_letter(LetterKind.REPLY), subject="از همکار")
    seen = templates.all()[0].version
    templates.change(sqlite_office.administrator, LetterKind.REPLY, seen, words)
    panel.refresh()
    assert jobs.wait_all()
    assert panel.subject.text() == "از من"
    click(panel.save_button)
    assert jobs.wait_all()
    assert [type(trouble).__name__ for trouble in desk.troubles] == ["ConflictError"]
    assert templates.all()[0].words.subject == "از همکار"
    assert panel.subject.text() == "از من"


def test_taking_back_one_letter_keeps_what_is_being_written_on_another(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    panel, templates = letters(desk), sqlite_office.services.letter_templates
    panel.subject.setText("پاسخ اداره")
    click(panel.save_button)
    assert jobs.wait_all()
    press(panel.roster, Key.Key_Down)
    panel.subject.setText("نیمه‌کاره")
    desk.take_back()
    assert templates.all()[0].standard
    assert (panel.roster.key(), panel.subject.text()) == (1, standard_letter(LetterKind.REPLY).subject)
    press(panel.roster, Key.Key_Down)
    assert panel.subject.text() == "نیمه‌کاره"


@pytest.mark.parametrize("kind", list(LetterKind))
def test_a_specimen_names_nobody_real_and_fits_a_page_or_two(kind: LetterKind) -> None:
    pdf = specimen_pdf(kind, standard_letter(kind), OfficeSettings(), NOON)
    assert "نمونه" in " ".join(by_pdfium(pdf))
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) <= 2
    finally:
        document.close()


def refused(desk: Desk) -> QWidget | None:
    return desk.screen.office.refusals.card.field


def test_the_office_sets_who_signs_and_where_the_window_is(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("office")
    panel = desk.screen.office
    letters = panel.letters
    assert letters.window_fields["window_top"].text() == "۵۰"
    assert letters.invocation.text() == "بسمه تعالی"
    assert letters.prints_letterhead.isChecked()
    letters.signer.setText("دکتر نمونه")
    letters.office_address.setText("  تهران،  خیابان نمونه ")
    letters.copy_purposes.setPlainText("جهت اطلاع\n\nجهت اقدام")
    letters.window_fields["window_top"].setText("۶۰")
    press(letters.prints_letterhead, Key.Key_Space)
    click(panel.save_button)
    assert jobs.wait_all()
    settings = sqlite_office.services.office.settings()
    assert (settings.signer, settings.window_top) == ("دکتر نمونه", 60)
    assert (settings.office_address, settings.copy_purposes) == (
        "تهران، خیابان نمونه",
        "جهت اطلاع\nجهت اقدام",
    )
    assert (settings.prints_letterhead, settings.seal_place) == (False, True)
    letters.copy_purposes.setPlainText("ب" * 61)
    click(panel.save_button)
    assert jobs.wait_all()
    assert refused(desk) is letters.copy_purposes
    letters.copy_purposes.setPlainText("جهت اطلاع")
    letters.window_fields["window_top"].setText("۱۰")
    click(panel.save_button)
    assert jobs.wait_all()
    assert refused(desk) is letters.window_fields["window_top"]
    assert sqlite_office.services.office.settings().window_top == 60
