"""The history of a petition as sentences, one for each event: in its time line, in the dossier and in notices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from desktop_app.persian.dates import day_and_month
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.petitions.history import duplicates, side_referrals, templates
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.history import deputised
from desktop_app.wording.labels import label
from desktop_app.wording.moves import move_faces

if TYPE_CHECKING:
    from desktop_app.database.audit import Event

_SENTENCES: Final = {**templates.SENTENCES, **duplicates.SENTENCES, **side_referrals.SENTENCES}


def sentence(event: Event, person_id: int | None) -> str:
    """Returns one sentence about an event: of `person_id` as «شما», of another person by name.

    An action without a sentence gives the name and what lists of events say.
    """
    own = event.actor_id is not None and event.actor_id == person_id
    template = _template(event.action, own=own)
    if template is None:
        return f"{event.actor_name}: {label('event_action', event.action)}"
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
        unit=_place(event),
        to=after.get("assignee_name") or "",
        holder=event.before.get("assignee_name") or "",
        channel=label("channel", str(after.get("channel") or "")),
        outcome=label("outcome", str(after.get("outcome") or "")),
        move=_undone(str(after.get("undone") or "")),
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
        targets=side_referrals.targets_words(after),
        places=side_referrals.targets_words(after, purposes=False),
        changes=_changes(event),
        point=visible_controls(str(after.get("point") or "")),
    )
    if event.action == "refer" and after.get("targets"):
        beside = translate("History", "{sentence}, and on the side to {targets}")
        words = fill(beside, sentence=words, targets=side_referrals.targets_words(after))
    if event.action == "registered" and after.get("notice"):
        words = _as_notice(words, said=bool(after.get("said")))
    if event.action == "wrote_again" and after.get("other_sender"):
        words = fill(translate("History", "{sentence}; from another number or address"), sentence=words)
    return deputised(_by_rule(words, event), after)


def _place(event: Event) -> str:
    """Returns the unit of an event, with the clerk to whom it was referred."""
    unit = str(event.after.get("unit_name") or "")
    referred = event.action == "refer" or bool(event.after.get("rule_id"))
    person = str(event.after.get("assignee_name") or "") if referred else ""
    return side_referrals.place_words(unit, person) if person else unit


def _template(action: str, *, own: bool) -> str | None:
    face = move_faces().get(action)
    if face is not None:
        return face.own if own else face.other
    making = _SENTENCES.get(action)
    return None if making is None else making(own)


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
        unit=_place(event),
        rule=visible_controls(str(rule)),
        number=digits(number),
    )
    found = [visible_controls(str(word)) for word in event.after.get("words") or ()]
    if not found:
        return told
    quoted = [fill(translate("History", "“{word}”"), word=word) for word in found]
    because = translate("History", "{sentence}: it says {words}")
    return fill(because, sentence=told, words=translate("Window", ", ").join(quoted))


def _day(written: object) -> str:
    return day_and_month(date.fromisoformat(str(written))) if written else ""


def _undone(action: str) -> str:
    face = move_faces().get(action)
    return label("event_action", action) if face is None else face.title


def _code(stored: object) -> str:
    return shown_code(str(stored)) if stored else ""


def _by_itself(action: str, otherwise: str) -> str:
    """Returns the sentence for an event without an actor: received from a portal, or routed by a rule."""
    if action == "registered":
        return translate("History", "Came by {channel}")
    if action == "refer":
        return translate("History", "Went to {unit} by a rule")
    return otherwise


def _given_back_to_unit(own: bool) -> str:
    if own:
        return translate("History", "You gave it back to {unit}")
    return translate("History", "{who} gave it back to {unit}")


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
