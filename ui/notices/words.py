"""How each kind of notice looks and reads: icon, title, line, buttons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from desktop_app.languages import language_in_use
from desktop_app.persian.dates import clock_time, day_and_month, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate

if TYPE_CHECKING:
    from desktop_app.reports.notices.model import Notice

_LONGEST: Final = 200
#: Kinds whose own text is no subject of a petition or draft, and stands without quotation marks.
_PLAIN: Final = frozenset({"guard", "confirm", "backup", "outbox", "calendar", "reminder", "week_report"})
_DEPUTIES: Final = frozenset(
    {"deputy_named", "deputy_begins", "deputy_ends", "absence_begins", "absence_ends"}
)
#: Kinds that begin with a day.
_DUE: Final = frozenset({"thread_due", "thread_late"})
_WHOLE_DAYS: Final = _DEPUTIES | _DUE | {"reminder", "week_report"}
#: Kinds of petitions that a clerk can take at once.
_TAKEN_FROM: Final = frozenset({"referred", "to_unit"})


@dataclass(frozen=True, slots=True)
class NoticeFace:
    """The face of one kind. The title may have `{who}`; `open` is the word on the button that leads to the place."""

    icon: str
    title: str
    open: str
    #: Something failed: the icon is amber.
    failed: bool = False


@dataclass(frozen=True, slots=True)
class NoticeButton:
    """A button of a card: the name of its command, its words, its icon (or none) and key."""

    command: str
    words: str
    icon: str
    key: str


def face_of(notice: Notice) -> NoticeFace:
    """Returns the face of a notice's kind."""
    return _faces(language_in_use().code)[notice.kind.value]


def buttons_of(notice: Notice) -> tuple[NoticeButton, ...]:
    """Returns the buttons of a card: the one that leads to the place, and at most one more."""
    opens = translate("Notices", "Show the petitions") if notice.run else face_of(notice).open
    first = NoticeButton("open", opens, "", "Enter")
    if notice.reminder_id is not None:
        return first, NoticeButton("done", translate("Bell", "Done"), "ph.check", "D")
    if notice.message_id is not None:
        return first, NoticeButton("again", translate("Bell", "Try again"), "ph.arrow-clockwise", "S")
    if notice.kind.value in _TAKEN_FROM and notice.petition_id:
        return first, NoticeButton("take", translate("Move", "Take"), "ph.hand", "A")
    return (first,)


def commands_of(notice: Notice) -> frozenset[str]:
    """Returns the commands of a card: those of its buttons, and of a reminder also to put it off."""
    found = frozenset(button.command for button in buttons_of(notice))
    return found | {"later"} if notice.reminder_id is not None else found


def title_parts(notice: Notice) -> tuple[str, str, str]:
    """Returns the title as the words before the name, the name, and the words after it."""
    if notice.run:
        title = _run_titles()[notice.kind.value]
        title = fill(title, count=digits(notice.count), unit="{unit}")
        before, unit, after = title.partition("{unit}")
        return (before, _plain(notice.unit), after) if unit else (title, "", "")
    title = face_of(notice).title
    before, name, after = title.partition("{who}")
    return (before, _who_words(notice), after) if name else (title, "", "")


def line_words(notice: Notice) -> str:
    """Returns which petition or thing it is about, and why."""
    kind = notice.kind.value
    if kind in _DEPUTIES:
        return _deputy_words(notice)
    about, why = _plain(notice.about), _plain(notice.why)
    if notice.run:
        return translate("Notices", "; ").join(part for part in (_who_words(notice), why) if part)
    if kind not in _PLAIN and about:
        about = fill(translate("Notices", "“{subject}”"), subject=about)
    due = ""
    if notice.due_on is not None and (not why or kind in _DUE):
        due = fill(translate("Notices", "deadline {day}"), day=day_and_month(notice.due_on))
    return translate("Notices", "; ").join(part for part in (about, due, why) if part)


def moment_words(notice: Notice, today: date) -> str:
    """Returns the time of today, or the day before it; empty for what has no moment."""
    if notice.at is None:
        return "" if notice.due_on is None else day_and_month(notice.due_on)
    day = tehran_day(notice.at)
    time = "" if notice.kind.value in _WHOLE_DAYS else clock_time(notice.at)
    if day == today:
        return time or translate("Bell", "today")
    if day == today - timedelta(days=1):
        return fill(translate("Notices", "yesterday {time}"), time=time).rstrip()
    return day_and_month(day)


def spoken_words(notice: Notice, today: date) -> str:
    """Returns everything that a card shows, for a screen reader."""
    state = "" if notice.seen else translate("Notices", "not seen")
    title = "".join(title_parts(notice))
    parts = (title, line_words(notice), moment_words(notice, today), state)
    return translate("Notices", "; ").join(part for part in parts if part)


def _deputy_words(notice: Notice) -> str:
    kind, until = notice.kind.value, "" if notice.until is None else day_and_month(notice.until)
    if kind == "deputy_named":
        words = translate("Notices", "From {first} until {day}; their petitions are in your lists then.")
        first = "" if notice.due_on is None else day_and_month(notice.due_on)
        return fill(words, first=first, day=until)
    if kind == "deputy_begins" and notice.count:
        words = translate("Notices", "Until {day}; {count} open petitions of theirs are in your reach.")
        return fill(words, day=until, count=digits(notice.count))
    if kind in ("deputy_begins", "absence_begins"):
        return fill(translate("Notices", "Until {day}"), day=until)
    if kind == "deputy_ends":
        return translate("Notices", "Their petitions and units are no longer in your reach.")
    return translate("Notices", "What was done on your behalf is in the history of each petition.")


def _who_words(notice: Notice) -> str:
    return _plain(notice.who) or translate("Notices", "A routing rule")


def _run_titles() -> dict[str, str]:
    """Returns the titles of what one run did to many petitions; `{unit}` is the unit that got them."""
    given = translate("Notices", "{count} petitions were given to you")
    return {
        "to_unit": translate("Notices", "{count} petitions were referred to {unit}"),
        "referred": given,
        "assigned": given,
        "closed": translate("Notices", "{count} of your petitions were closed"),
    }


def remark_words(notice: Notice) -> str:
    """Returns the reason why the rows of a list appear, for the notice of a deputy or of a run."""
    if notice.run:
        return f"{''.join(title_parts(notice))}: {line_words(notice)}"
    words = translate("Notices", "You act for {who} until {day}; these are their open petitions.")
    return fill(words, who=notice.who, day="" if notice.until is None else day_and_month(notice.until))


def topic_word(topic: str) -> str:
    """Returns the name of a tab."""
    table = {
        "all": translate("Notices", "All"),
        "petitions": translate("Notices", "Petitions"),
        "messages": translate("Notices", "Messages"),
        "drafts": translate("Notices", "Drafts"),
        "deputies": translate("Notices", "Deputies"),
        "system": translate("Notices", "System"),
    }
    return table[topic]


def told_words(told: str) -> str:
    """Returns what a person may choose to be told, in words."""
    table = {
        "referred": translate("Notices", "A petition is referred or given to me"),
        "to_unit": translate("Notices", "A petition is referred to my unit"),
        "returned": translate("Notices", "What I referred or wrote comes back"),
        "reopened": translate("Notices", "A petition of mine is opened again"),
        "closed": translate("Notices", "Somebody else closes or takes over a petition of mine"),
        "wrote_again": translate("Notices", "A petitioner writes again"),
        "beside": translate("Notices", "Referrals on the side and their answers"),
        "approval": translate("Notices", "A reply waits for my approval"),
        "not_reached": translate("Notices", "A message does not reach the petitioner"),
        "comment": translate("Notices", "A comment is mine to decide"),
        "thread_mine": translate("Notices", "An annotation is given to me, or mentions me"),
        "thread_said": translate("Notices", "An annotation of mine is answered or closed"),
        "thread_due": translate("Notices", "An annotation of mine is due"),
        "deputy": translate("Notices", "A deputy begins or ends"),
        "week_report": translate("Notices", "The report of a week is there"),
    }
    return table[told]


@lru_cache
def _faces(language: str) -> dict[str, NoticeFace]:
    del language
    opens, to_history = translate("Notices", "Open"), translate("Notices", "To the history")
    to_draft = translate("Notices", "To the draft")
    return {
        "referred": NoticeFace(
            "ph.arrow-elbow-down-right", translate("Notices", "{who} referred a petition to you"), opens
        ),
        "to_unit": NoticeFace(
            "ph.arrow-elbow-down-right", translate("Notices", "{who} referred a petition to your unit"), opens
        ),
        "assigned": NoticeFace("ph.swap", translate("Notices", "{who} gave a petition to you"), opens),
        "returned": NoticeFace(
            "ph.arrow-u-up-left", translate("Notices", "{who} returned a petition"), opens
        ),
        "sent_back": NoticeFace(
            "ph.arrow-u-up-left", translate("Notices", "{who} sent your reply back"), opens
        ),
        "petition_reopened": NoticeFace(
            "ph.arrow-counter-clockwise", translate("Notices", "{who} reopened a petition"), opens
        ),
        "closed": NoticeFace("ph.check-circle", translate("Notices", "{who} closed your petition"), opens),
        "taken_over": NoticeFace(
            "ph.hand-grabbing", translate("Notices", "{who} took over a petition of yours"), opens
        ),
        "answered": NoticeFace(
            "ph.chat-circle-dots", translate("Notices", "{who} answered your referral on the side"), opens
        ),
        "wrote_again": NoticeFace("ph.chat-text", translate("Bell", "The petitioner wrote again"), opens),
        "asked": NoticeFace("ph.chat-circle-dots", translate("Bell", "Asked of you on the side"), opens),
        "overdue": NoticeFace("ph.hourglass-high", translate("Bell", "Others owe you an answer"), opens),
        "approval": NoticeFace("ph.check-square-offset", translate("Bell", "Waits for your approval"), opens),
        "reminder": NoticeFace("ph.alarm", translate("Bell", "Reminder"), opens),
        "not_reached": NoticeFace(
            "ph.warning", translate("Bell", "A message did not reach the petitioner"), opens, failed=True
        ),
        "comment": NoticeFace(
            "ph.chat-circle-text",
            translate("Bell", "Comment to decide"),
            translate("Notices", "To the comment"),
        ),
        "closure": NoticeFace(
            "ph.calendar-x",
            translate("Bell", "The last day of its window was declared closed; decide on it"),
            to_draft,
        ),
        "reopened": NoticeFace(
            "ph.calendar-plus",
            translate("Bell", "Its window was opened again; publish the new end"),
            to_draft,
        ),
        "guard": NoticeFace(
            "ph.shield-warning", translate("Bell", "Database: look at once"), to_history, failed=True
        ),
        "confirm": NoticeFace(
            "ph.shield-check",
            translate("Bell", "Waits for you as the second person"),
            translate("Notices", "To the confirmations"),
        ),
        "backup": NoticeFace(
            "ph.floppy-disk",
            translate("Bell", "Back-up: look at once"),
            translate("Notices", "To the back-ups"),
            failed=True,
        ),
        "outbox": NoticeFace(
            "ph.paper-plane-tilt",
            translate("Bell", "Look under “Messages to petitioners”"),
            translate("Notices", "To the messages"),
            failed=True,
        ),
        "calendar": NoticeFace(
            "ph.calendar-check",
            translate("Bell", "Compare its holidays with the official calendar"),
            translate("Notices", "To the calendar"),
        ),
        "week_report": NoticeFace(
            "ph.chart-bar",
            translate("Notices", "The week of {who} in figures"),
            translate("Notices", "Show the report"),
        ),
        **_thread_faces(),
        **_deputy_faces(),
    }


def _thread_faces() -> dict[str, NoticeFace]:
    opens = translate("Notices", "To the annotation")
    return {
        "thread_assigned": NoticeFace(
            "ph.user-plus", translate("Notices", "{who} gave an annotation to you"), opens
        ),
        "thread_mentioned": NoticeFace("ph.at", translate("Notices", "{who} mentioned you"), opens),
        "thread_replied": NoticeFace(
            "ph.chat-circle-dots", translate("Notices", "{who} answered an annotation of yours"), opens
        ),
        "thread_resolved": NoticeFace(
            "ph.check-circle", translate("Notices", "{who} closed an annotation of yours"), opens
        ),
        "thread_reopened": NoticeFace(
            "ph.arrow-counter-clockwise", translate("Notices", "{who} reopened an annotation of yours"), opens
        ),
        "thread_due": NoticeFace("ph.hourglass-high", translate("Notices", "An annotation is due"), opens),
        "thread_late": NoticeFace(
            "ph.hourglass-high", translate("Notices", "An annotation is overdue"), opens, failed=True
        ),
    }


def _deputy_faces() -> dict[str, NoticeFace]:
    petitions, inbox = translate("Notices", "Show the petitions"), translate("Notices", "To the inbox")
    return {
        "deputy_named": NoticeFace("ph.users-three", translate("Notices", "You will act for {who}"), inbox),
        "deputy_begins": NoticeFace(
            "ph.users-three", translate("Notices", "You act for {who} from now on"), petitions
        ),
        "deputy_ends": NoticeFace(
            "ph.users-three", translate("Notices", "You no longer act for {who}"), inbox
        ),
        "absence_begins": NoticeFace(
            "ph.users-three", translate("Notices", "{who} acts for you from now on"), inbox
        ),
        "absence_ends": NoticeFace(
            "ph.users-three", translate("Notices", "{who} no longer acts for you"), inbox
        ),
    }


def _plain(words: str) -> str:
    return visible_controls(" ".join(words.split()))[:_LONGEST]
