"""The default texts of messages to petitioners, used until an administrator changes them."""

from __future__ import annotations

from datetime import datetime

from desktop_app.persian.dates import clock_time, day_and_month, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.labels import label, labels


def standard_message(kind: str, way: str) -> tuple[str, str]:
    """Returns the subject and text of a kind of message, with their variables. `way` is the channel; an SMS has
    no subject."""
    return ("", _brief()[kind]) if way == "sms" else (_subjects()[kind], _full()[kind])


def _subjects() -> dict[str, str]:
    return {
        "registered": translate("Message", "Your {kind} was registered, tracking code {code}"),
        "taken": translate("Message", "Your {kind} {code} is being worked on"),
        "waiting": translate("Message", "Your {kind} {code} waits for you"),
        "interim": translate("Message", "Interim answer to your {kind} {code}"),
        "answered": translate("Message", "Answer to your {kind} {code}"),
        "closed": translate("Message", "Your {kind} {code} is closed"),
        "reopened": translate("Message", "Your {kind} {code} is taken up again"),
        "satisfaction": translate("Message", "How satisfied are you with your {kind} {code}?"),
        "commented": translate("Message", "What became of your comment on “{draft}”"),
    }


def _brief() -> dict[str, str]:
    return {
        "registered": translate(
            "Message", "Your {kind} was registered on {received}.\nTracking code: {code}\n{office}"
        ),
        "taken": translate("Message", "Your {kind} {code} is being worked on.\n{office}"),
        "waiting": translate(
            "Message",
            "To go on with your {kind} {code} we need to hear from you. Please call {phone}.\n{office}",
        ),
        "interim": translate(
            "Message",
            "Interim answer to your {kind} {code}:\n{reply}\nIt is still being worked on.\n{office}",
        ),
        "answered": translate("Message", "Answer to your {kind} {code}:\n{reply}\n{office}"),
        "closed": translate(
            "Message", "Your {kind} {code} is closed: {outcome}.\nQuestions: {phone}\n{office}"
        ),
        "reopened": translate("Message", "Your {kind} {code} is taken up again.\n{office}"),
        "satisfaction": translate(
            "Message",
            "Your {kind} {code} is closed. How satisfied are you? Please answer with one digit, from 1 (not at all)"
            " to 5 (very much).\n{office}",
        ),
        "commented": translate(
            "Message", "Your comment on “{draft}”: {decision}.\n{reason}\nMore: {link}\n{office}"
        ),
    }


def _full() -> dict[str, str]:
    return {
        "registered": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "Your {kind} about “{subject}” was registered on {received}. To follow it up, please keep the tracking"
            " code: {code}\n"
            "Follow-up by telephone: {phone}\n"
            "{office}",
        ),
        "taken": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "Your {kind} about “{subject}” with tracking code {code} is being worked on in {unit}.\n"
            "{office}",
        ),
        "waiting": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "To go on with your {kind} about “{subject}” with tracking code {code} we need to hear from you.\n"
            "Please call {phone} and name the tracking code.\n"
            "{office}",
        ),
        "interim": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "On your {kind} about “{subject}” with tracking code {code} we inform you for now:\n"
            "{reply}\n"
            "Your {kind} is still being worked on, and you will be told the result.\n"
            "{office}",
        ),
        "answered": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "On your {kind} about “{subject}” with tracking code {code} we inform you:\n"
            "{reply}\n"
            "For further explanation you can call {phone} and name the tracking code.\n"
            "{office}",
        ),
        "closed": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "Your {kind} about “{subject}” with tracking code {code} is closed: {outcome}.\n"
            "For an explanation you can call {phone} and name the tracking code.\n"
            "{office}",
        ),
        "reopened": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "Your {kind} about “{subject}” with tracking code {code} is taken up again. You will be told the"
            " result.\n"
            "{office}",
        ),
        "satisfaction": translate(
            "Message",
            "{name}\n"
            "With greetings and respect,\n"
            "Your {kind} about “{subject}” with tracking code {code} is closed.\n"
            "How satisfied are you with how it was handled? Please answer this e-mail with one digit, from 1 (not at"
            " all) to 5 (very much).\n"
            "{office}",
        ),
        "commented": translate(
            "Message",
            "With greetings and respect,\n"
            "Thank you for your comment on the draft “{draft}”. It was decided: {decision}.\n"
            "Reason: {reason}\n"
            "The change is in {provision}.\n"
            "It was: {old}\n"
            "It is now: {new}\n"
            "All decisions with their reasons: {link}\n"
            "Questions: {phone}\n"
            "{office}",
        ),
    }


def trial_message(office: str, moment: datetime) -> tuple[str, str]:
    """Returns subject and text of a trial message. `moment` is aware."""
    text = translate(
        "Message",
        "This is a trial message, and no answer to a request.\nSent on {day} at {time}\n{office}",
    )
    words = fill(text, day=day_and_month(tehran_day(moment)), time=clock_time(moment), office=office)
    return translate("Message", "Trial message"), words


def trial_words(server: str, file: str) -> str:
    """Returns what became of a trial message: a server took it, or it lies in a file."""
    if server:
        words = translate("Outbox", "The mail server {where} took the trial message. See whether it arrives.")
        return fill(words, where=isolated(server))
    words = translate(
        "Outbox", "The trial message lies in the file {file}. See whether the gateway takes it."
    )
    return fill(words, file=isolated(visible_controls(file)))


def message_variable_names() -> dict[str, str]:
    """Returns the names of the variables of messages."""
    return {
        "name": translate("LetterVariable", "Addressee"),
        "code": translate("Templates", "Tracking code"),
        "kind": translate("LetterVariable", "Kind"),
        "subject": translate("LetterVariable", "Subject"),
        "received": translate("LetterVariable", "Day of arrival"),
        "registry": translate("LetterVariable", "Registry number"),
        "reply": translate("LetterVariable", "Text of the reply"),
        "outcome": translate("LetterVariable", "Outcome"),
        "unit": translate("LetterVariable", "Unit"),
        "date": translate("LetterVariable", "Today"),
        "office": translate("LetterVariable", "Office"),
        "phone": translate("LetterVariable", "Phone line"),
        "sms": translate("LetterVariable", "SMS number"),
        "draft": translate("Templates", "Title of the draft"),
        "number": translate("Templates", "Code of the draft"),
        "provision": translate("Templates", "Provision that carries the change"),
        "decision": translate("Templates", "Decision on the comment"),
        "reason": translate("Templates", "Published reason"),
        "old": translate("Templates", "Old words of the provision"),
        "new": translate("Templates", "New words of the provision"),
        "link": translate("Templates", "Link to the outcome page"),
    }


def message_words(kind: str, way: str) -> str:
    """Returns the kind and channel of a message."""
    return fill(
        translate("Outbox", "{kind} by {way}"), kind=label("message_kind", kind), way=label("way", way)
    )


def planned_words(state: str, way: str) -> str:
    """Returns what will happen to an answer that is about to be given, by its `DeliveryState`; short."""
    words = {
        "waiting": translate("Delivery", "Goes to the petitioner by {way}"),
        "at_portal": translate("Delivery", "Not sent; shown in the portal"),
        "at_counter": translate("Delivery", "Not sent; kept for who asks"),
        "off": translate("Delivery", "Messages are off; only recorded"),
    }
    return fill(words.get(state, ""), way=label("way", way) if way else "")


def delivery_words(state: str, way: str, moment: datetime | None, reason: str) -> str:
    """Returns what became of an answer, by its `DeliveryState`; `moment` is timezone-aware."""
    dated = moment is not None
    words = {
        "waiting": translate("Delivery", "waits to go out by {way}"),
        "handed_on": translate("Delivery", "went out by {way}, {day} at {time}")
        if dated
        else translate("Delivery", "went out by {way}"),
        "confirmed": translate("Delivery", "reached the petitioner by {way}, {day} at {time}")
        if dated
        else translate("Delivery", "reached the petitioner by {way}"),
        "failed": translate("Delivery", "did not reach the petitioner by {way}: {reason}"),
        "at_portal": translate(
            "Delivery", "not sent; the petitioner sees it in the portal, by the tracking code"
        ),
        "at_counter": translate("Delivery", "not sent; kept for who asks with the tracking code"),
        "off": translate("Delivery", "not sent, because such messages were switched off"),
        "nobody": translate("Delivery", "not sent, because nobody waits for it"),
    }
    became = fill(
        words[state],
        way=label("way", way) if way else "",
        day=day_and_month(tehran_day(moment)) if moment else "",
        time=clock_time(moment) if moment else "",
        reason=reason_words(reason).rstrip("."),
    )
    return fill(translate("Delivery", "To the petitioner: {became}"), became=became)


def became_words(state: str, moment: datetime | None, reason: str) -> str:
    """Returns the state of a message, its time (timezone-aware), and the reason of a failure."""
    words = label("message_state", state)
    if moment is not None:
        words = fill(
            translate("Outbox", "{state}, {day} at {time}"),
            state=words,
            day=day_and_month(tehran_day(moment)),
            time=clock_time(moment),
        )
    if reason:
        words = fill(translate("Outbox", "{what}: {reason}"), what=words, reason=reason_words(reason))
    return words


def reason_words(reason: str) -> str:
    """Returns the reason of a failed delivery: translated if known, otherwise as the gateway reported it."""
    return labels("message_reason").get(reason) or visible_controls(reason)


def standing_words(
    failed: int, late: int, without_sender: int, stuck: tuple[tuple[str, int], ...]
) -> list[str]:
    """Returns one sentence per problem of the outbox. The first is about failed messages, if any."""
    words = []
    if failed:
        words.append(
            fill(translate("Outbox", "{count} messages to petitioners did not arrive"), count=failed)
        )
    for folder, count in stuck:
        sentence = translate("Outbox", "{count} messages are ready and were not handed on in {folder}")
        if not folder:
            sentence = translate(
                "Outbox",
                "{count} e-mails were about to be handed to the mail server when it was broken off; the next round"
                " looks after them",
            )
        words.append(fill(sentence, count=count, folder=isolated(visible_controls(folder))))
    if without_sender:
        sentence = translate(
            "Outbox", "{count} e-mails wait for more than a day: there is no sender's address"
        )
        words.append(fill(sentence, count=without_sender))
    if late > without_sender:
        sentence = translate("Outbox", "{count} messages wait for more than a day to be handed on")
        words.append(fill(sentence, count=late - without_sender))
    return words
