"""Many petitions at once: bulk work, macros, saved replies."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.petitions.bulk.acts import Refer, Resolve, Take
from desktop_app.petitions.lists.filters import ListFilter, View
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.macros.steps import NoteStep
from desktop_app.petitions.vocabulary import Move
from desktop_app.petitions.vocabulary import Outcome as Ending
from tools.tour.machinery import Tour, actor, scene
from ui import stage

SAVED_REPLIES = (
    (
        "صدور مجوز",
        "{name} گرامی، درخواست شما با کد {code} در {date} در {unit} بررسی و با آن موافقت شد.\n{clerk}",
    ),
    ("مدارک ناقص است", "{name} گرامی، برای ادامه رسیدگی به درخواست {code} مدارک تکمیلی را بفرستید."),
    ("سپاس از پیشنهاد", "{name} گرامی، از پیشنهاد شما سپاسگزاریم؛ به {unit} فرستاده شد."),
)


@scene
def serial_saved_reply(tour: Tour) -> None:
    templates, admin = tour.services.templates, actor(tour.services, "p.hosseini")
    if not templates.all():
        for title, text in SAVED_REPLIES:
            templates.add(admin, title, text)
    inbox = tour.inbox("n.amini")
    inbox.lists.show_list(ListFilter(view=View.MINE))
    stage.settle(400)
    stage.press(inbox.table, Qt.Key.Key_E, "e")
    inbox.details.composer.saved_reply_asked.emit()
    stage.settle(300)
    finder = inbox.details.foot.saved_replies.finder
    assert finder is not None
    tour.picture("serial-saved-replies", finder)
    finder.chosen.emit(SAVED_REPLIES[0][1])
    finder.close()
    stage.settle(200)
    tour.picture("serial-saved-reply-put-in")


@scene
def macros(tour: Tour) -> None:
    clerk = actor(tour.services, "n.amini")
    if not tour.services.macros.all(clerk):
        books = next(iter(clerk.unit_ids))
        tour.services.macros.add(
            clerk,
            MacroTerms(
                "پیگیری تلفنی و ارجاع به موسیقی", key="1", unit_id=books,
                steps=(
                    NoteStep("با متقاضی تلفنی صحبت شد."),
                    Refer(
                        next(row.id for row in tour.services.units.all() if row.name == "موسیقی"),
                        "بررسی و پاسخ تا پایان هفته.",
                    ),
                ),
            ),
        )  # fmt: skip
        tour.services.macros.add(
            clerk,
            MacroTerms(
                "پاسخ پروانه",
                key="2",
                steps=(
                    NoteStep("تلفنی گفته شد."),
                    Take(),
                    Resolve(Ending.GRANTED, "{name} گرامی، صادر شد."),
                ),
            ),
        )
    inbox = tour.inbox("n.amini")
    inbox.lists.show_list(ListFilter(view=View.MINE))
    stage.settle(500)
    inbox.macros.choose()
    stage.settle(300)
    assert inbox.macros.finder is not None
    tour.picture("macros-choose", inbox.macros.finder)
    inbox.macros.finder.reject()
    rows = tour.services.macros.all(clerk)
    for number, row in enumerate(rows):
        inbox.macros.ask(row)
        stage.settle(400)
        assert inbox.macros.preview is not None
        tour.picture(f"macros-preview-{number}", inbox.macros.preview)
        inbox.macros.preview.reject()
    inbox.macros.edit(rows[0])
    stage.settle(400)
    assert inbox.macros.editor is not None
    tour.picture("macros-editor", inbox.macros.editor)
    inbox.macros.editor.steps.list.setCurrentRow(1)
    inbox.macros.editor.steps.list.setFocus()
    stage.settle(200)
    tour.picture("macros-editor-step", inbox.macros.editor)
    inbox.macros.editor.reject()


@scene
def bulk(tour: Tour) -> None:
    inbox = tour.inbox("s.kazemi")
    inbox.lists.show_list(ListFilter(view=View.ALL))
    stage.settle(400)
    inbox.table.setFocus()
    for _ in range(3):
        inbox.bulk.mark_and_step()
    stage.settle(200)
    tour.picture("bulk-marked")
    inbox.bulk.mark_all()
    inbox.bulk.ask(Move.REFER)
    stage.settle(300)
    dialog = inbox.bulk.dialog
    assert dialog is not None
    dialog.recipient.add(tour.services.side_referrals.places()[6])
    stage.write(dialog.text, "بررسی و پاسخ تا پایان هفته.")
    stage.settle(700)
    tour.picture("bulk-preview", dialog)
    dialog.reject()
    inbox.bulk.ask(Move.RESOLVE)
    stage.settle(300)
    dialog = inbox.bulk.dialog
    assert dialog is not None
    dialog.outcome.choose(Ending.WITHDRAWN)
    stage.write(dialog.text, "متقاضی درخواست خود را پس گرفت.")
    stage.settle(700)
    dialog.start()
    stage.settle(900)
    tour.picture("bulk-failures", dialog)
    run = dialog.run
    dialog.reject()
    stage.settle(300)
    tour.picture("bulk-done")
    inbox.bulk.look_up()
    stage.settle(600)
    assert inbox.bulk.history is not None
    tour.picture("bulk-history", inbox.bulk.history)
    inbox.bulk.history.reject()
    if run is not None:
        # Its message with the undo command has disappeared by now.
        inbox.bulk._take_back(run)
        stage.settle(600)


@scene
def bulk_history_empty(tour: Tour) -> None:
    inbox = tour.inbox("n.amini")
    inbox.bulk.look_up()
    stage.settle(400)
    assert inbox.bulk.history is not None
    tour.picture("bulk-history-empty", inbox.bulk.history)
    inbox.bulk.history.reject()
