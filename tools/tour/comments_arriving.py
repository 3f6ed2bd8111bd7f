"""Comments from files, and those that staff write down."""

from __future__ import annotations

import csv
import shutil
import tempfile
from pathlib import Path

from desktop_app.instruments.comments.register import WrittenDown
from tools.tour.comments import open_comments
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.comments.screen import CommentsScreen
from ui.workplace import ImportComments, ShowComment


@scene
def comments_import(tour: Tour) -> None:
    draft = tour.services.drafting.by_code("gallery-licensing")
    tour.open(tour.services, "s.kazemi", "drafts")
    tour.window().go("drafts", draft.id)
    stage.settle(1200)
    tour.picture("comments-import-from-the-draft")
    tour.window().go("comments", ImportComments(draft.id))
    stage.settle(1200)
    screen = tour.window().current_screen()
    assert isinstance(screen, CommentsScreen)
    page = screen.importing.page
    assert page is not None
    tour.picture("comments-import")
    folder = Path(tempfile.mkdtemp(dir=tour.folder.parent))
    page.look_at(comments_file(folder / "نظرهای درگاه.csv", "لایحه مالیات بر ارزش افزوده"))
    stage.settle(600)
    tour.picture("comments-import-refused")
    page.look_at(comments_file(folder / "نظرهای درگاه.csv", ""))
    stage.settle(600)
    tour.picture("comments-import-plan")
    stage.click(page.plan_page.import_button)
    stage.settle(1200)
    tour.picture("comments-import-result")
    stage.click(page.result.further_button)
    stage.settle(1200)
    tour.picture("comments-import-unsure")
    shutil.rmtree(folder)


@scene
def comments_written_down(tour: Tour) -> None:
    """A caller's comment while it is registered, and refused."""
    draft = tour.services.drafting.by_code("gallery-licensing")
    screen = open_comments(tour, draft.id)
    tour.picture("comments-with-write-down")
    form = screen.registering.write_down()
    assert form is not None
    form.channel.setCurrentIndex(form.channel.findData("letter"))
    form.letter.setText("۱۲۳/۴۵")
    form.who.setText("انجمن نگارخانه‌داران")
    form.provision.setText("ماده ۳")
    form.text.setPlainText("برای نگارخانه‌های کوچک این مبلغ زیاد است؛ کاش بر پایه متراژ حساب شود.")
    stage.settle(300)
    tour.picture("comments-write-down", form)
    form.day.write("۱۴۰۹/۰۱/۰۱")
    form.save_button.click()
    stage.until(form.refusals.card.isVisible, "the refusal")
    tour.picture("comments-write-down-refused", form)
    form.form.done()
    form.reject()
    of_letter = WrittenDown(
        "برای نگارخانه‌های کوچک این مبلغ زیاد است.", "letter", sender="انجمن نگارخانه‌داران", provision="ماده ۳",
        letter_number="۱۲۳/۴۵",
    )  # fmt: skip
    there = [row.id for row in tour.services.comments.of_instrument(draft.id) if row.letter_number]
    number = (
        there[0]
        if there
        else tour.services.comment_register.write_down(actor(tour.services, "e.rezaei"), draft.id, of_letter)
    )
    screen.open_item(ShowComment(draft.id, number))
    stage.settle(600)
    stage.write(screen.page.box, "123/45")
    stage.settle(500)
    tour.picture("comments-found-by-letter")
    dialog = screen.registering.correct_letter()
    assert dialog is not None
    stage.settle(300)
    tour.picture("comments-letter", dialog)
    dialog.reject()
    screen.page.box.clear_search()


def comments_file(path: Path, draft: str) -> Path:
    """Writes a file as a portal delivers it: good rows, unknown provisions, a bad date, an empty text, a
    repeated sender.

    `draft` is the name of the draft in the file.
    """
    rows = [
        ("P-701", "مدت یک سال برای بازگشت سرمایه نگارخانه بس نیست.", "مریم سعیدی", "ماده ۶", "1405/08/30"),
        ("P-702", "این ماده را با قانون نظام صنفی یکی کنید.", "انجمن نگارخانه‌داران", "ماده ۵۴", "1405/08/30"),
        ("P-703", "", "علی کریمی", "ماده ۲", "1405/08/30"),
        ("P-704", "تعرفه شهرستان‌ها جدا باشد.", "زهرا نوری", "ماده ۳", "1405/13/45"),
        ("P-705", "تبصره روشن نیست <b>لطفاً</b> بازنویسی شود.", "حسین امینی", "تبصره ۹ ماده ۲", "1405/09/01"),
        *(
            (f"P-{800 + n}", f"پیشنهاد {n}: مهلت پاسخ کوتاه‌تر شود.", "۰۹۱۲۱۲۳۴۵۶۷", "ماده ۲", "1405/09/01")
            for n in range(24)
        ),
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("شناسه", "متن نظر", "نام", "ماده", "تاریخ", *(["پیش‌نویس"] if draft else [])))
        writer.writerows((*row, draft) if draft else row for row in rows)
    return path
