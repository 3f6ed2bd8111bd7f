"""The texts about a thread in the list of annotations. Without widgets."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.result import ProvisionPlace
from desktop_app.instruments.annotations.service import AnnotationSubject, ThreadEvent
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.persian.dates import day_and_month
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import revision_name
from ui.annotations.placed import PlacedThread
from ui.widgets.comparison_view.thread_kinds import kind_name

_LONGEST_QUOTE: Final = 160


def shortened(words: str) -> str:
    """Returns the beginning of a quote, in one line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTE else f"{flat[:_LONGEST_QUOTE]} …"


def short_kind(kind: ThreadKind) -> str:
    """Returns the kind of a thread, abbreviated."""
    if kind is ThreadKind.SUGGESTION:
        return translate("Comparison", "Wording")
    return kind_name(kind.value)


def about_name(about: AnnotationSubject) -> str:
    """Returns what a thread is about: «عبارت», «کل ماده/بند», «تغییر», «حذف»."""
    return {
        AnnotationSubject.PHRASE: translate("Comparison", "These words"),
        AnnotationSubject.PROVISION: translate("Comparison", "Whole provision"),
        AnnotationSubject.CHANGE: translate("Comparison", "This change"),
        AnnotationSubject.DELETION: translate("Comparison", "What was deleted"),
    }[about]


def outcome_name(outcome: ThreadOutcome) -> str:
    """Returns the name of an outcome."""
    return {
        ThreadOutcome.APPLIED: translate("Comparison", "Applied"),
        ThreadOutcome.ANSWERED: translate("Comparison", "Answered"),
        ThreadOutcome.DISMISSED: translate("Comparison", "Dismissed"),
    }[outcome]


def where_words(thread: PlacedThread) -> str:
    """Returns the provision of a thread, and what it is about unless that is a phrase."""
    row = thread.row
    parts = [provision_title(ProvisionPlace(row.path[-1], row.path, 0, 0))] if row.path else []
    if row.about is not AnnotationSubject.PHRASE:
        parts.append(about_name(row.about))
    return translate("Comparison", " · ").join(parts)


def assignee_words(name: str) -> str:
    """Returns, for example, «برای الهام رضایی»."""
    if not name:
        return translate("Comparison", "For nobody")
    return fill(translate("Comparison", "For {name}"), name=name)


def is_asked(thread: PlacedThread) -> bool:
    """Returns whether a person has to choose among several places."""
    return thread.row.status is ThreadStatus.OPEN and thread.row.placement is Placement.AMBIGUOUS


def is_homeless(thread: PlacedThread) -> bool:
    """Returns whether an open thread lost its place. One on deleted text stays on the older side instead."""
    row = thread.row
    if row.status is not ThreadStatus.OPEN or row.start is not None or is_asked(thread):
        return False
    return not is_on_deletion(thread)


def is_on_deletion(thread: PlacedThread) -> bool:
    """Returns whether the thread is about text of the older revision that was deleted, and is shown there."""
    return thread.side == "old" and thread.row.about is AnnotationSubject.DELETION


def place_note(thread: PlacedThread) -> tuple[str, str] | None:
    """Returns a note about the place of a thread and its colour, or None."""
    row = thread.row
    if row.status is ThreadStatus.RESOLVED:
        return None
    if is_on_deletion(thread):
        if row.lost_in is None:
            return None
        said = translate("Comparison", "These words were deleted in {revision}.")
        return fill(said, revision=revision_name(row.lost_in)), "text2"
    if row.placement is Placement.AMBIGUOUS:
        return _question(len(row.candidates)), "warn"
    if row.placement is Placement.ORPHAN:
        if row.lost_in is None:
            return translate("Comparison", "These words are no longer in the text."), "warn"
        said = translate("Comparison", "These words were lost in {revision}.")
        return fill(said, revision=revision_name(row.lost_in)), "warn"
    if row.placement is Placement.CHANGED and row.confidence < 1:
        said = translate("Comparison", "The words changed since; found again with {n}% confidence.")
        return fill(said, n=digits(round(row.confidence * 100))), "warn"
    return None


def _question(places: int) -> str:
    if places == 1:
        return translate("Comparison", "These words may have gone here; are they the ones that are meant?")
    return translate("Comparison", "Several places are about as good; which one is meant?")


def step_sentence(step: ThreadEvent) -> str:
    """Returns a sentence about an event of a thread: «کامران یزدی آن را بست: پاسخ داده شد»."""
    due, labels = step.after.get("due_on"), step.after.get("labels") or []
    said = {
        "attached": translate("Comparison", "{name} gave it its place in {revision}"),
        "attaching_undone": translate("Comparison", "{name} took its place in {revision} back"),
        "resolved": translate("Comparison", "{name} closed it: {outcome}"),
        "reopened": translate("Comparison", "{name} reopened it"),
        "assigned": translate("Comparison", "{name} gave it to {person}")
        if step.after.get("assignee_name")
        else translate("Comparison", "{name} gave it to nobody"),
        "due_set": translate("Comparison", "{name} set its deadline: {day}")
        if due
        else translate("Comparison", "{name} removed its deadline"),
        "labels_changed": translate("Comparison", "{name} changed its labels: {labels}")
        if labels
        else translate("Comparison", "{name} took its labels off"),
    }[step.action]
    return fill(
        said,
        name=step.actor_name,
        revision=revision_name(step.after.get("revision") or 0),
        outcome=outcome_name(ThreadOutcome(step.after["outcome"])) if step.after.get("outcome") else "",
        person=step.after.get("assignee_name", ""),
        day=day_and_month(date.fromisoformat(due)) if due else "",
        labels=translate("Comparison", ", ").join(labels),
    )
