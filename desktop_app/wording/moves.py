"""How each move of a petition looks and reads, wherever it is shown.

The rules of the moves are in `petitions.moves`. This table is keyed by the stored value (`Move` is a string), because
lists, letters and the history name moves too, and `wording` imports no room of the domain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from desktop_app.languages import in_language, language_in_use
from desktop_app.wording.catalogue import translate

#: What a person states beside the petition itself.
MoveField = Literal["unit", "person", "outcome", "text", "reason"]


@dataclass(frozen=True, slots=True)
class MoveFace:
    """One act on a petition, as windows show it. Templates hold `{names}` for `fill`."""

    title: str
    #: Name of the icon, as `ui.icons` takes it.
    icon: str = ""
    #: Shortcut of the desk, with Shift for many petitions; empty: the act has no command of its own.
    #: Acts that are never possible together can share one.
    key: str = ""
    #: What is asked for, the first field first; nothing: the act is done at once.
    fields: tuple[MoveField, ...] = ()
    #: The template of the message bar when it is done.
    done: str = ""
    #: The templates of the history: of one's own act, and of another person's.
    own: str = ""
    other: str = ""
    #: A sentence without a person, for lists of events: «ارجاع شد».
    event: str = ""
    #: Icon in the history, where it differs.
    history_icon: str = ""
    #: The words where there is little room, over the box, and on the button that sends; empty: the title.
    short: str = ""
    heading: str = ""
    send: str = ""
    #: The same for an answer that no message takes to the petitioner; empty: the words are the same.
    record: str = ""
    #: What the empty box asks for, and what is said when it is sent empty.
    placeholder: str = ""
    missing: str = ""


def move_faces() -> Mapping[str, MoveFace]:
    """Every move by its stored value, in the order of buttons and menus, in the language in use."""
    return _faces(language_in_use().code)


def face_of(move: str) -> MoveFace:
    """The face of one move. Raises KeyError for what is no move."""
    return move_faces()[move]


@lru_cache
def _faces(language: str) -> Mapping[str, MoveFace]:
    return MappingProxyType(in_language(language, _build))


def reason_placeholder() -> str:
    return translate("Inbox", "Reason (it stands in the history)")


def reason_missing() -> str:
    return translate("Inbox", "Write the reason; it stands in the history.")


def _build() -> dict[str, MoveFace]:
    reason, no_reason = reason_placeholder(), reason_missing()
    answer, no_answer = (
        translate("Inbox", "The answer to the petitioner"),
        translate("Inbox", "The reply is still empty."),
    )
    return {
        "take": MoveFace(
            translate("Move", "Take"),
            icon="ph.hand",
            key="A",
            done=translate("Inbox", "{code} is yours now."),
            own=translate("History", "You took it"),
            other=translate("History", "{who} took it"),
            event=translate("EventAction", "Petition taken"),
        ),
        "refer": MoveFace(
            translate("Move", "Refer"),
            icon="ph.arrow-elbow-down-right",
            key="R",
            fields=("unit", "text"),
            done=translate("Inbox", "{code} referred to {unit}."),
            own=translate("History", "You referred it to {unit}"),
            other=translate("History", "{who} referred it to {unit}"),
            event=translate("EventAction", "Referred"),
            placeholder=translate("Inbox", "What the unit should do (order note)"),
            missing=translate("Inbox", "What is in progress is referred with an order note: say what to do."),
        ),
        "wait": MoveFace(
            translate("Move", "Wait for petitioner"),
            icon="ph.hourglass",
            key="W",
            fields=("text",),
            done=translate("Inbox", "{code} waits for the petitioner; the clock stands still."),
            own=translate("History", "You wait for the petitioner"),
            other=translate("History", "{who} waits for the petitioner"),
            event=translate("EventAction", "Put in wait for the petitioner"),
            short=translate("Inbox", "Wait"),
            heading=translate("Inbox", "Wait for the petitioner"),
            send=translate("Inbox", "Wait"),
            placeholder=translate("Inbox", "What the petitioner was asked for"),
            missing=no_reason,
        ),
        "resume": MoveFace(
            translate("Move", "Go on"),
            icon="ph.play",
            key="W",
            fields=("text",),
            done=translate("Inbox", "{code} is in progress again."),
            own=translate("History", "You went on"),
            other=translate("History", "{who} went on"),
            event=translate("EventAction", "Work went on"),
            placeholder=translate("Inbox", "What came (it stands in the history)"),
            missing=no_reason,
        ),
        "submit": MoveFace(
            translate("Move", "Send for approval"),
            icon="ph.paper-plane-tilt",
            fields=("text",),
            done=translate("Inbox", "Reply to {code} sent for approval."),
            own=translate("History", "You sent the reply for approval"),
            other=translate("History", "{who} sent the reply for approval"),
            event=translate("EventAction", "Reply sent for approval"),
            placeholder=answer,
            missing=no_answer,
        ),
        "send_back": MoveFace(
            translate("Move", "Send back"),
            icon="ph.arrow-u-up-left",
            key="B",
            fields=("text",),
            done=translate("Inbox", "Reply to {code} sent back to its clerk."),
            own=translate("History", "You sent the reply back"),
            other=translate("History", "{who} sent the reply back"),
            event=translate("EventAction", "Reply sent back"),
            heading=translate("Inbox", "Send the reply back"),
            placeholder=translate("Inbox", "What should be changed"),
            missing=no_reason,
        ),
        "give_back": MoveFace(
            translate("Move", "Return"),
            icon="ph.arrow-u-up-left",
            key="B",
            fields=("text",),
            done=translate("Inbox", "{code} returned; it is unrouted again."),
            own=translate("History", "You returned it"),
            other=translate("History", "{who} returned it"),
            event=translate("EventAction", "Petition returned"),
            heading=translate("Inbox", "Return: not our business"),
            placeholder=reason,
            missing=no_reason,
        ),
        "resolve": MoveFace(
            translate("Move", "Resolve"),
            icon="ph.check",
            key="D",
            fields=("outcome", "text", "reason"),
            done=translate("Inbox", "{code} resolved: {outcome}."),
            own=translate("History", "You resolved it: {outcome}"),
            other=translate("History", "{who} resolved it: {outcome}"),
            event=translate("EventAction", "Resolved"),
            history_icon="ph.check-circle",
            send=translate("Inbox", "Send and resolve"),
            record=translate("Inbox", "Record and resolve"),
            placeholder=answer,
            missing=no_answer,
        ),
        "close": MoveFace(
            translate("Move", "Close without answer"),
            icon="ph.x-circle",
            key="X",
            fields=("outcome", "text"),
            done=translate("Inbox", "{code} closed: {outcome}."),
            own=translate("History", "You closed it ({outcome})"),
            other=translate("History", "{who} closed it ({outcome})"),
            event=translate("EventAction", "Closed without answer"),
            heading=translate("Inbox", "Close without an answer"),
            send=translate("Inbox", "Close"),
            placeholder=reason,
            missing=no_reason,
        ),
        "reopen": MoveFace(
            translate("Move", "Reopen"),
            icon="ph.arrow-counter-clockwise",
            key="O",
            fields=("text",),
            done=translate("Inbox", "{code} reopened."),
            own=translate("History", "You reopened it"),
            other=translate("History", "{who} reopened it"),
            event=translate("EventAction", "Petition reopened"),
            placeholder=reason,
            missing=no_reason,
        ),
        "archive": MoveFace(
            translate("Move", "Archive"),
            icon="ph.archive",
            key="V",
            done=translate("Inbox", "{code} archived."),
            own=translate("History", "You archived it"),
            other=translate("History", "{who} archived it"),
            event=translate("EventAction", "Archived"),
        ),
        "hand_over": MoveFace(
            translate("Move", "Hand over"),
            icon="ph.swap",
            key="H",
            fields=("person", "text"),
            done=translate("Inbox", "{code} handed over to {assignee}."),
            own=translate("History", "You handed it over to {to}"),
            other=translate("History", "{who} handed it over to {to}"),
            event=translate("EventAction", "Handed over"),
            heading=translate("Inbox", "Hand over to a colleague"),
            send=translate("Inbox", "Hand over"),
            placeholder=reason,
            missing=no_reason,
        ),
        "take_over": MoveFace(
            translate("Move", "Take over"),
            icon="ph.hand-grabbing",
            key="A",
            fields=("text",),
            done=translate("Inbox", "{code} is yours now."),
            own=translate("History", "You took it over from {holder}"),
            other=translate("History", "{who} took it over from {holder}"),
            event=translate("EventAction", "Taken over"),
            heading=translate("Inbox", "Take over from {assignee}"),
            placeholder=translate("Inbox", "Why, if there is something to say; your colleague reads it"),
            missing=no_reason,
        ),
    }
