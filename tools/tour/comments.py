"""Comments on a draft and their review."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desktop_app.clock import pc_clock
from desktop_app.instruments.comments.review import load_review
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.staff_threads import ThreadSubject
from desktop_app.instruments.comments.triage_acts import Assign, Hide, PutIssue
from desktop_app.instruments.consultation.provision_changes import ProvisionChanges
from desktop_app.instruments.vocabulary import (
    HiddenReason,
    ThreadKind,
)
from desktop_app.intake.staging.model import IntakeSubmission
from desktop_app.staff.presence import Doing, OpenItem, Present
from tools.tour.machinery import Tour, actor, scene
from ui import stage
from ui.comments.campaign_dialog import CampaignDialog
from ui.comments.more_filters import MoreFilters
from ui.comments.screen import CommentsScreen
from ui.comments.triage_dialog import TriageAction
from ui.workplace import ShowComment


@scene
def comments(tour: Tour) -> None:
    tour.open(tour.services, "e.rezaei", "comments")
    stage.settle(500)
    tour.picture("comments")


@scene
def comments_with_colleagues(tour: Tour) -> None:
    tour.open(tour.services, "e.rezaei", "comments")
    stage.settle(500)
    screen = tour.window().current_screen()
    assert isinstance(screen, CommentsScreen)
    comment, review = screen.decision.comment, screen.page.review
    assert comment is not None
    assert review is not None
    # No colleague is really there: keeps the displayed presence.
    tour.window().colleagues.stop()
    stage.settle(200)
    screen.show_present(
        (
            Present("اعظم نوری", OpenItem("comment", comment.id, Doing.WRITING), 5.0),
            Present("داریوش مرادی", OpenItem("instrument", review.detail.row.id, Doing.LOOKING), 5.0),
        )
    )
    stage.settle(200)
    tour.picture("comments-with-colleagues")


@scene
def comments_files(tour: Tour) -> None:
    """A comment that came as an e-mail with files."""
    tour.open(tour.services, "e.rezaei", "comments")
    stage.settle(500)
    screen = tour.window().current_screen()
    assert isinstance(screen, CommentsScreen)
    screen.page.filters.toggle_together()
    stage.settle(400)
    comment = screen.decision.comment
    assert comment is not None
    files = [
        {"name": name, "content": ""}
        for name in (
            "پیشنهاد اصلاح ماده ۶ (متن کامل).docx",
            "report 2026.exe",
            f"{'پیوست ' * 30}.pdf",
            *(f"تصویر {n}.jpg" for n in range(5)),
        )
    ]
    with tour.services.database.writing() as session:
        session.add(
            IntakeSubmission(
                channel="email", payload={"متن": comment.text[:200]}, attachments=files, state="done",
                item_type="comment", item_id=comment.id, external_id=f"{tour.folder.name}@example.ir",
                handled_at=pc_clock().now(),
            )
        )  # fmt: skip
    screen.origins.count_files(comment, screen.decision.show_files)
    stage.settle(600)
    tour.picture("comments-files")
    screen.origins.trace()
    stage.settle(600)
    dialog = screen.origins.dialog
    assert isinstance(dialog, QDialog)
    tour.picture("comments-files-arrived", dialog)
    dialog.close()
    screen.page.filters.toggle_together()
    stage.settle(200)


def open_comments(tour: Tour, draft_id: int) -> CommentsScreen:
    """Opens the comments on a draft as the reviewer of the sample, and waits until they are shown."""
    tour.open(tour.services, "e.rezaei", "comments")
    screen = tour.window().current_screen()
    assert isinstance(screen, CommentsScreen)
    screen.choose(draft_id)
    stage.settle(1200)
    return screen


@scene
def comments_campaign(tour: Tour) -> None:
    services = tour.services
    draft = services.drafting.by_code("gallery-licensing")
    screen = open_comments(tour, draft.id)
    stage.until(lambda: bool(screen.page.review and screen.page.review.campaigns), "the group")
    group = max(screen.page.review.campaigns.values(), key=lambda one: one.senders.submissions)  # type: ignore[union-attr]
    screen.open_item(ShowComment(draft.id, group.head))
    stage.settle(500)
    tour.picture("review-campaign")
    screen.decision.choose("rejected")
    screen.decision.progress.show_progress(2500, 7500)
    stage.settle(300)
    tour.picture("review-campaign-deciding")
    screen.decision.progress.hide()
    dialog = screen.whole.open()
    stage.settle(500)
    assert dialog is not None
    tour.picture("review-campaign-whole", dialog)
    dialog.close()
    stage.settle(300)
    asking = screen.whole.open_group(group, asking=True)
    assert isinstance(asking, CampaignDialog)
    stage.settle(500)
    if asking.added.count() > 1:
        asking.added.setFocus()
        asking.added.setCurrentRow(1)
        asking.set_apart()
        stage.settle(500)
    tour.picture("review-campaign-asks", asking)
    asking.close()
    stage.settle(500)
    tour.picture("review-campaign-apart")


@scene
def comments_none_after(tour: Tour) -> None:
    services = tour.services
    draft = services.drafting.by_code("gallery-licensing")
    screen = open_comments(tour, draft.id)
    parts = [part for part in screen.page.parts.rows() if part.undecided]
    screen.page.parts.go_to_key(parts[-1].key)
    stage.settle(300)
    screen.page.comments.go_to(len(screen.page.comments.listed) - 1)
    screen.deciding.go_on()
    stage.settle(300)
    tour.picture("review-none-after")


@scene
def comments_unsure(tour: Tour) -> None:
    services = tour.services
    draft = services.drafting.by_code("gallery-licensing")
    clerk = actor(services, "s.kazemi")
    services.comments.take_in(
        clerk,
        draft.id,
        [
            NewComment("مهلت اعتراض خیلی کم است.", "letter", "کانون نگارخانه‌داران", provision="ماده ۵۴"),
            NewComment("ماده ۳ با ماده ۶ نمی‌خواند؛ یکی را اصلاح کنید.", "sms", "09121234567"),
            NewComment("این تبصره برای شهرستان‌ها شدنی نیست.", "email", "مریم سعیدی", provision="تبصره ۱"),
        ],
    )  # fmt: skip
    screen = open_comments(tour, draft.id)
    screen.page.parts.go_to(0)
    screen.page.comments.setFocus()
    screen.page.comments.step(1)
    stage.settle(400)
    tour.picture("comments-unsure")


@scene
def comments_triage(tour: Tour) -> None:
    services = tour.services
    draft = services.drafting.by_code("gallery-licensing")
    reviewer = actor(services, "e.rezaei")
    rows = services.comments.of_instrument(draft.id)
    about = [row.id for row in rows if row.provision.strip() == "ماده ۶"]
    services.triage.run(reviewer, draft.id, about[::2], PutIssue("مدت پروانه"))
    services.triage.run(reviewer, draft.id, about[::3], Assign(reviewer.person_id))
    tour.open(services, "e.rezaei", "comments")
    screen = tour.window().current_screen()
    assert isinstance(screen, CommentsScreen)
    screen.open_item(ShowComment(draft.id, about[0]))
    stage.settle(800)
    screen.page.filters.toggle_together()
    screen.page.filters.choose_more(MoreFilters(issue="مدت پروانه"))
    stage.settle(300)
    screen.page.comments.selectAll()
    screen.triaging.begin(TriageAction.DECIDE)
    dialog = screen.triaging.dialog
    assert dialog is not None
    dialog.choice.choose("out_of_scope")
    dialog.reason.setPlainText("موضوع این نظرها در آیین‌نامه دیگری است.")
    dialog.count()
    stage.settle(500)
    tour.picture("review-triage")
    tour.picture("review-triage-many", dialog)
    dialog.close()
    screen.page.filters.choose_more(MoreFilters())
    services.triage.run(reviewer, draft.id, about[1:2], Hide(HiddenReason.INSULT))
    if not services.staff_threads.of_instrument(draft.id):
        thread = services.staff_threads.open(
            reviewer,
            ThreadSubject(comment_id=about[0]),
            ThreadKind.QUESTION,
            "این شرط را چه کسی پیشنهاد کرد؟",
        )
        services.staff_threads.reply(reviewer, thread.id, "دبیرخانه نگارخانه‌ها، در نامه مهر ماه.")
    screen.open_item(ShowComment(draft.id, about[0]))
    stage.settle(800)
    tour.picture("review-hidden")
    screen.page.filters.toggle_together()


@scene
def comments_side_by_side(tour: Tour) -> None:
    """A provision with its text, comments, staff threads, and its change; one field to write in.

    Then a provision that stayed the same, and many comments accepted at once.
    """
    services = tour.services
    draft = next(row for row in services.drafting.all() if row.comments and row.revisions > 1)
    reviewer, clerk = actor(services, "e.rezaei"), actor(services, "s.kazemi")
    review = load_review(services.drafting, services.comments, reviewer, draft.id)
    changes = ProvisionChanges(
        review.newer.number if review.newer else 0,
        services.drafting.compare(draft.id, review.exposed or 1, review.newer.number if review.newer else 1),
    )
    part = next(
        p for p in review.parts if p.place is not None and len(p.comments) > 1 and changes.of(p.place)
    )
    assert part.place is not None
    start = part.place[0] + 8
    asked = services.annotations.annotate(
        clerk, draft.id, review.exposed or 1, start, start + 14, ThreadKind.QUESTION,
        "این عدد از کجا آمده؟ در آیین‌نامه بالادست نیست.",
    )  # fmt: skip
    services.annotations.reply(reviewer, asked.id, review.exposed or 1, "از دستورالعمل ۱۳۹۸ مانده است.")
    about = ThreadSubject(comment_id=part.comments[0].id)
    services.staff_threads.open(
        clerk, about, ThreadKind.NOTE, "همین را انجمن هم نوشته است.", assignee_id=reviewer.person_id
    )
    tour.open(services, "e.rezaei", "comments")
    screen = tour.window().current_screen()
    assert isinstance(screen, CommentsScreen)
    screen.open_item(ShowComment(draft.id, part.comments[0].id))
    stage.settle(1500)
    screen.decision.choose("partly_accepted")
    stage.settle(300)
    tour.picture("review-side-by-side")
    screen.conversation.begin()
    screen.conversation.list.setCurrentRow(0)
    stage.write(screen.conversation.text, "تبصره هم باید همین شمار را بگوید.")
    stage.settle(300)
    tour.picture("review-side-by-side-writing")
    screen.conversation.text.clear()
    screen.conversation.close_writing()
    same = next(p for p in review.parts if p.place is not None and not changes.of(p.place))
    screen.page.parts.go_to(review.parts.index(same))
    stage.settle(400)
    tour.picture("review-side-by-side-same")
    screen.open_item(ShowComment(draft.id, part.comments[0].id))
    stage.settle(600)
    # Groups would have to be read before many comments are decided at once.
    screen.page.filters.toggle_together()
    stage.settle(300)
    screen.triaging.begin(TriageAction.DECIDE)
    dialog = screen.triaging.dialog
    assert dialog is not None
    dialog.choice.choose("accepted")
    dialog.carrier.provision.clear()
    dialog.reason.setPlainText("وارد است.")
    dialog.count()
    stage.settle(500)
    tour.picture("review-accept-many", dialog)
    dialog.close()


@scene
def comments_empty(tour: Tour) -> None:
    tour.open(tour.empty, "e.rezaei", "comments")
    stage.settle(300)
    tour.picture("comments-empty")
