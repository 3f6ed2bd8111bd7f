"""The history of a petition as entries of its time line. Events of the reader say «شما»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop_app.persian.dates import clock_time, day_and_month, full_date, long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.vocabulary import SideAct
from desktop_app.wording import translate
from desktop_app.wording.moves import move_faces
from ui.widgets.time_line import TimeLineEvent

if TYPE_CHECKING:
    from desktop_app.database.audit import Event

#: Longer texts are cut in the time line, in code points. The full reply is shown above it.
_LONGEST: Final = 1200
_ICONS: Final = {
    "registered": "ph.globe-simple", "informed": "ph.info", "undo": "ph.arrow-counter-clockwise",
    "note": "ph.note",
    "draft": "ph.pencil-simple", "deadline_moved": "ph.calendar-blank",
    "revealed": "ph.eye", "labelled": "ph.tag", "unlabelled": "ph.tag",
    "letter_issued": "ph.envelope-simple", "printed": "ph.printer",
    "masked": "ph.eye-slash", "petitioner_corrected": "ph.user-gear", "satisfaction_told": "ph.smiley",
    "satisfaction_asked": "ph.smiley", "satisfaction_answered": "ph.smiley", "satisfaction_settled": "ph.smiley",
    "wrote_again": "ph.chat-text", "about_set": "ph.book-bookmark", "archived_by_itself": "ph.archive",
    "identity_completed": "ph.identification-card",
    "ticked": "ph.check-square", "unticked": "ph.square",
    "registration_corrected": "ph.pencil-line", "interim_reply": "ph.paper-plane-tilt",
    "turned": "ph.chats", "turned_back": "ph.arrow-counter-clockwise", "was_comment": "ph.chats",
    "absorbed": "ph.git-merge", "released": "ph.arrow-counter-clockwise", "unmerge": "ph.arrow-counter-clockwise",
    "improvement_named": "ph.wrench", "attachment_added": "ph.paperclip", "attachment_removed": "ph.trash",
    "files_left": "ph.tray",
    "linked": "ph.link", "link_removed": "ph.link-break", "set_apart": "ph.copy", "set_apart_removed": "ph.copy",
    SideAct.SENT.value: "ph.git-branch", SideAct.ANSWERED.value: "ph.chat-circle-text",
    SideAct.RETURNED.value: "ph.arrow-u-up-left", SideAct.RECALLED.value: "ph.arrow-counter-clockwise",
}  # fmt: skip
_CHANNEL_ICONS: Final = {
    "portal": "ph.globe-simple", "service_desk": "ph.desktop", "single_window": "ph.browser", "phone": "ph.phone",
    "sms": "ph.chat-text", "letter": "ph.envelope-simple", "in_person": "ph.user", "email": "ph.at",
}  # fmt: skip


def time_line(events: tuple[Event, ...], person_id: int | None, *, this_year: int) -> list[TimeLineEvent]:
    """Returns the events as entries of the time line, oldest first.

    `this_year` is a Gregorian year: days in it are shown without their year.
    """
    return [_shown(event, person_id, this_year) for event in events]


def _icon(action: str) -> str:
    face = move_faces().get(action)
    if face is not None:
        return face.history_icon or face.icon
    return _ICONS.get(action, "ph.circle")


def _shown(event: Event, person_id: int | None, this_year: int) -> TimeLineEvent:
    words = sentence(event, person_id)
    text = visible_controls(event.text[:_LONGEST]).strip()
    reason = visible_controls(str(event.after.get("reason") or "")[:_LONGEST]).strip()
    note = ""
    if event.action in {"refer", "informed", "side_sent"}:
        note = text
    elif text and event.action not in {"resolve", "submit", "draft", "interim_reply"}:
        words = f"{words}: {text}"
    elif reason and event.action == "resolve":
        words = f"{words}: {reason}"
    icon = _icon(event.action)
    if event.action == "registered":
        icon = _CHANNEL_ICONS.get(str(event.after.get("channel")), icon)
    own = event.actor_id is not None and event.actor_id == person_id
    day = tehran_day(event.at)
    near = day_and_month(day) if day.year == this_year else long_date(day)
    bold = tuple(
        str(name)
        for name in (
            event.actor_name,
            event.after.get("unit_name"),
            event.after.get("on_behalf_of"),
            translate("History", "You") if own else "",
        )
        if name
    )
    return TimeLineEvent(
        icon,
        words,
        f"{near} {clock_time(event.at)}",
        f"{full_date(day)}، {clock_time(event.at)}",
        note,
        bold,
    )
