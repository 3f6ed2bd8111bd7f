"""The history of a petition as sentences, one per event. Events of the reader say «شما»."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from desktop_app.persian.dates import clock_time, day_and_month, full_date, long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.history import deputised
from desktop_app.wording.labels import label
from desktop_app.wording.moves import move_faces
from ui.petitions.codes import shown_code
from ui.petitions.duplicates.history_words import ICONS, SENTENCES
from ui.petitions.referrals import side_history
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


def sentence(event: Event, person_id: int | None) -> str:
    """Returns one sentence about an event. An unknown action gives the name and the raw action."""
    own = event.actor_id is not None and event.actor_id == person_id
    template = _template(event.action, own=own)
    if template is None:
        return f"{event.actor_name}: {event.action}"
    if not event.actor_name:
        template = _by_itself(event.action, template)
    after = event.after
    if event.action == "hand_over" and not after.get("assignee_id"):
        template = _given_back_to_unit(own)
    if event.action == "take_over" and not event.before.get("assignee_name"):
        template = _template("take", own=own) or template
    words = fill(
        template,
        who=event.actor_name or translate("History", "The program"),
        unit=after.get("unit_name") or "",
        to=after.get("assignee_name") or "",
        holder=event.before.get("assignee_name") or "",
        channel=label("channel", str(after.get("channel") or "")),
        outcome=label("outcome", str(after.get("outcome") or "")),
        move=label("event_action", str(after.get("undone") or "")),
        instrument=visible_controls(str(after.get("instrument") or "")),
        about=visible_controls(str(after.get("about") or "—")),
        count=digits(after.get("texts") or ""),
        files=digits(after.get("files") or ""),
        satisfaction=digits(after.get("satisfaction") or ""),
        days=digits(after.get("days") or ""),
        fields=translate("Window", ", ").join(label("field", str(one)) for one in after.get("fields") or ()),
        former=_day(event.before.get("due_on")),
        day=_day(after.get("due_on")),
        code=_code(after.get("tracking_code")),
        title=visible_controls(str(after.get("title") or "")),
        name=shown_name(str(after.get("name") or "")),
        number=isolated(digits(visible_controls(str(after.get("issued_number") or "")))),
        paper=label("letter_kind", str(after.get("letter_kind") or "")),
        onto=label("onto", str(after.get("onto") or "")),
        label=visible_controls(str(after.get("label") or "")),
        targets=side_history.targets_words(after),
        places=side_history.targets_words(after, purposes=False),
        changes=_changes(event),
        point=visible_controls(str(after.get("point") or "")),
    )
    if event.action == "refer" and after.get("targets"):
        beside = translate("History", "{sentence}, and on the side to {targets}")
        words = fill(beside, sentence=words, targets=side_history.targets_words(after))
    if event.action == "registered" and after.get("notice"):
        words = _as_notice(words, said=bool(after.get("said")))
    if event.action == "wrote_again" and after.get("other_sender"):
        words = fill(translate("History", "{sentence}; from another number or address"), sentence=words)
    return deputised(_by_rule(words, event), after)


def _template(action: str, *, own: bool) -> str | None:
    face = move_faces().get(action)
    if face is not None:
        return face.own if own else face.other
    making = {**_SENTENCES, **SENTENCES, **side_history.SENTENCES}.get(action)
    return None if making is None else making(own)


def _icon(action: str) -> str:
    face = move_faces().get(action)
    if face is not None:
        return face.history_icon or face.icon
    return {**_ICONS, **ICONS, **side_history.ICONS}.get(action, "ph.circle")


def _by_rule(words: str, event: Event) -> str:
    """Adds the routing rule that caused an event, and the words that it matched."""
    rule, number = event.after.get("rule"), event.after.get("rule_id")
    if not rule or not number:
        return words
    if event.action == "registered":
        template = translate("History", "{sentence}; went to {unit} by the rule “{rule}” (number {number})")
    else:
        template = translate("History", "{sentence}, by the rule “{rule}” (number {number})")
    told = fill(
        template,
        sentence=words,
        unit=event.after.get("unit_name") or "",
        rule=visible_controls(str(rule)),
        number=digits(number),
    )
    found = [visible_controls(str(word)) for word in event.after.get("words") or ()]
    if not found:
        return told
    quoted = [fill(translate("History", "“{word}”"), word=word) for word in found]
    because = translate("History", "{sentence}: it says {words}")
    return fill(because, sentence=told, words=translate("Window", ", ").join(quoted))


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


def _day(written: object) -> str:
    return day_and_month(date.fromisoformat(str(written))) if written else ""


def _code(stored: object) -> str:
    return shown_code(str(stored)) if stored else ""


def _by_itself(action: str, otherwise: str) -> str:
    """Returns the sentence for an event without an actor: received from a portal, or routed by a rule."""
    if action == "registered":
        return translate("History", "Came by {channel}")
    if action == "refer":
        return translate("History", "Went to {unit} by a rule")
    return otherwise


def _labelled(own: bool) -> str:
    if own:
        return translate("History", "You put the label “{label}” on")
    return translate("History", "{who} put the label “{label}” on")


def _unlabelled(own: bool) -> str:
    if own:
        return translate("History", "You took the label “{label}” off")
    return translate("History", "{who} took the label “{label}” off")


def _registered(own: bool) -> str:
    if own:
        return translate("History", "You registered it ({channel})")
    return translate("History", "Came by {channel}, registered by {who}")


def _informed(own: bool) -> str:
    if own:
        return translate("History", "You sent it to {unit} for information")
    return translate("History", "{who} sent it to {unit} for information")


def _given_back_to_unit(own: bool) -> str:
    if own:
        return translate("History", "You gave it back to {unit}")
    return translate("History", "{who} gave it back to {unit}")


def _undo(own: bool) -> str:
    if own:
        return translate("History", "You took back: {move}")
    return translate("History", "{who} took back: {move}")


def _note(own: bool) -> str:
    return translate("History", "Your note") if own else translate("History", "Note of {who}")


def _deadline_moved(own: bool) -> str:
    del own  # the person who changed the calendar did not handle this petition
    return translate("History", "The deadline went from {former} to {day}, because the calendar changed")


def _draft(own: bool) -> str:
    if own:
        return translate("History", "You saved a draft of the reply")
    return translate("History", "{who} saved a draft of the reply")


def _revealed(own: bool) -> str:
    if own:
        return translate("History", "You read who sent it, from outside the unit")
    return translate("History", "{who} read who sent it, from outside the unit")


def _wrote_again(own: bool) -> str:
    del own  # the sentence is about the petitioner, not about the person who recorded it
    return translate("History", "The petitioner wrote again by {channel} ({count})")


def _turned(own: bool) -> str:
    if own:
        return translate("History", "You took it as a comment on a draft")
    return translate("History", "{who} took it as a comment on a draft")


def _turned_back(own: bool) -> str:
    if own:
        return translate("History", "You took it back from the comments")
    return translate("History", "{who} took it back from the comments")


def _was_comment(own: bool) -> str:
    if own:
        return translate("History", "You registered it; it came as a comment on “{instrument}”")
    return translate("History", "{who} registered it; it came as a comment on “{instrument}”")


def _about_set(own: bool) -> str:
    if own:
        return translate("History", "You said that it is about “{about}”")
    return translate("History", "{who} said that it is about “{about}”")


def _satisfaction_told(own: bool) -> str:
    if own:
        return translate("History", "You imported the petitioner's satisfaction: {satisfaction} of 5")
    return translate("History", "{who} imported the petitioner's satisfaction: {satisfaction} of 5")


def _satisfaction_asked(_own: bool) -> str:
    return translate("History", "The petitioner is asked how satisfied they are")


def _satisfaction_answered(_own: bool) -> str:
    return translate("History", "The petitioner answered how satisfied they are: {satisfaction} of 5")


def _satisfaction_settled(own: bool) -> str:
    if own:
        return translate("History", "You read the petitioner's answer: {satisfaction} of 5")
    return translate("History", "{who} read the petitioner's answer: {satisfaction} of 5")


def _corrected(own: bool) -> str:
    if own:
        return translate("History", "You corrected the petitioner's data at their demand")
    return translate("History", "{who} corrected the petitioner's data at their demand")


def _masked(own: bool) -> str:
    if own:
        return translate("History", "You masked the personal data, whose retention is over")
    return translate("History", "{who} masked the personal data, whose retention is over")


def _archived_by_itself(own: bool) -> str:
    del own  # nobody did it
    return translate("History", "Archived by itself, {days} days after it was resolved")


def _as_notice(words: str, *, said: bool) -> str:
    """Adds to the registration that it is a notice, and that its sender was told so."""
    template = translate(
        "History", "{sentence}; a notice without a reply, because the identity is incomplete"
    )
    if said:
        template = translate(
            "History",
            "{sentence}; a notice without a reply, because the identity is incomplete; the sender was told so",
        )
    return fill(template, sentence=words)


def _identity_completed(own: bool) -> str:
    if own:
        return translate("History", "You completed the identity; it is no notice any more ({fields})")
    return translate("History", "{who} completed the identity; it is no notice any more ({fields})")


def _registration_corrected(own: bool) -> str:
    if own:
        return translate("History", "You corrected the registration: {changes}")
    return translate("History", "{who} corrected the registration: {changes}")


def _interim_reply(own: bool) -> str:
    if own:
        return translate("History", "You sent an interim reply; it stays open")
    return translate("History", "{who} sent an interim reply; it stays open")


def _ticked(own: bool) -> str:
    if own:
        return translate("History", "You ticked “{point}”")
    return translate("History", "{who} ticked “{point}”")


def _unticked(own: bool) -> str:
    if own:
        return translate("History", "You took the tick off “{point}”")
    return translate("History", "{who} took the tick off “{point}”")


def _changes(event: Event) -> str:
    """Returns what a correction of the registration changed, each with its former and new value."""
    if event.action != "registration_corrected":
        return ""
    template = translate("History", "{field} from “{former}” to “{now}”")
    found = [
        fill(template, field=label("event_field", name), former=former, now=now)
        for name in ("kind", "subject", "letter_number")
        if (former := _value(name, event.before)) != (now := _value(name, event.after))
    ]
    if event.before.get("due_on") != event.after.get("due_on"):
        days = (_day(side.get("due_on")) or "—" for side in (event.before, event.after))
        moved = translate("History", "deadline from {former} to {day}")
        found.append(fill(moved, **dict(zip(("former", "day"), days, strict=True))))
    return translate("Window", ", ").join(found)


def _value(name: str, side: Mapping[str, object]) -> str:
    value = side.get(name)
    if name == "kind":
        return label("kind", str(value))
    words = visible_controls(str(value or "—"))
    return isolated(digits(words)) if name == "letter_number" else words


def _letter_issued(own: bool) -> str:
    if own:
        return translate("History", "You sent out: {paper}, number {number}")
    return translate("History", "{who} sent out: {paper}, number {number}")


def _printed(own: bool) -> str:
    if own:
        return translate("History", "You put onto {onto}: {paper}")
    return translate("History", "{who} put onto {onto}: {paper}")


_SENTENCES: Final[dict[str, Callable[[bool], str]]] = {
    "labelled": _labelled,
    "unlabelled": _unlabelled,
    "registered": _registered, "informed": _informed, "undo": _undo,
    "note": _note, "draft": _draft, "deadline_moved": _deadline_moved, "revealed": _revealed, "masked": _masked,
    "letter_issued": _letter_issued, "printed": _printed, "satisfaction_told": _satisfaction_told,
    "satisfaction_asked": _satisfaction_asked, "satisfaction_answered": _satisfaction_answered,
    "satisfaction_settled": _satisfaction_settled,
    "petitioner_corrected": _corrected, "wrote_again": _wrote_again, "about_set": _about_set, "turned": _turned,
    "turned_back": _turned_back, "was_comment": _was_comment, "archived_by_itself": _archived_by_itself,
    "identity_completed": _identity_completed,
    "ticked": _ticked, "unticked": _unticked,
    "registration_corrected": _registration_corrected, "interim_reply": _interim_reply,
}  # fmt: skip
