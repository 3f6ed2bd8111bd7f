"""The default texts of letters, used until an administrator changes them, and the warning about a missing logo."""

from __future__ import annotations

from desktop_app.wording.catalogue import translate


def standard_words(kind: str) -> tuple[str, str]:
    """Returns the subject and text of a kind of letter, with their variables."""
    return {
        "reply": (
            translate("Letter", "Reply to your {kind}: {subject}"),
            translate(
                "Letter",
                "With greetings and respect,\n"
                "On your {kind} about “{subject}”, which {office} entered on {received} under number {registry} and"
                " tracking code {code}, we inform you:\n"
                "{reply}\n"
                "{signature}",
            ),
        ),
        "slip": (
            translate("Letter", "Receipt of your {kind}"),
            translate(
                "Letter",
                "Your {kind} about “{subject}” was entered on {received} by {office}. To follow it up, please keep"
                " the tracking code.\n"
                "The answer is due by the end of {deadline}.\n"
                "Follow-up by telephone: {phone}\n"
                "Follow-up by text message: {sms}",
            ),
        ),
        "referral": (
            translate("Letter", "Referral sheet"),
            translate(
                "Letter",
                "The {kind} described here is referred to {to}. Please look into it and report the result on this"
                " sheet or in the workstation.",
            ),
        ),
        "dossier": (
            translate("Letter", "Dossier of the {kind} {code}"),
            translate(
                "Letter",
                "This dossier holds what is recorded of the {kind} as of {date}. It contains personal data and is"
                " for official use only.",
            ),
        ),
        "invitation": (
            translate("Letter", "Invitation to comment on the draft “{title}”"),
            translate(
                "Letter",
                "With greetings and respect,\n"
                "The draft “{title}” stands before the public on the {place}, and comments are taken until the"
                " end of {closes}.\n"
                "Your knowledge and experience in {fields} matter to it.\n"
                "We ask you for your view on it. The text and the feedback form are on the {place}. What is"
                " decided on each comment, and why, is published.\n"
                "We thank you for your help in advance.",
            ),
        ),
        "notice": (
            translate("Letter", "Notice of the public consultation on the draft “{title}”"),
            translate(
                "Letter",
                "With greetings and respect,\n"
                "The draft “{title}” stands before the public on the {place} from {opens}; the comments of those"
                " concerned are taken until the end of {closes}.\n"
                "This consultation is held under the decree no. {decree}.\n"
                "Please have this brought to the knowledge of those concerned in a suitable way. What is decided on"
                " each comment, and why, is published.",
            ),
        ),
    }[kind]


def variable_names() -> dict[str, str]:
    """Returns the names of the variables of letters."""
    return {
        "name": translate("LetterVariable", "Addressee"),
        "kind": translate("LetterVariable", "Kind"),
        "subject": translate("LetterVariable", "Subject"),
        "received": translate("LetterVariable", "Day of arrival"),
        "registry": translate("LetterVariable", "Registry number"),
        "code": translate("LetterVariable", "Code"),
        "reply": translate("LetterVariable", "Text of the reply"),
        "outcome": translate("LetterVariable", "Outcome"),
        "unit": translate("LetterVariable", "Unit"),
        "clerk": translate("LetterVariable", "Clerk"),
        "signature": translate("LetterVariable", "Personal signature of who replied"),
        "channel": translate("LetterVariable", "Channel"),
        "deadline": translate("LetterVariable", "Deadline"),
        "from": translate("LetterVariable", "From unit"),
        "to": translate("LetterVariable", "To unit"),
        "purpose": translate("LetterVariable", "Purpose"),
        "due": translate("LetterVariable", "Answer due"),
        "title": translate("LetterVariable", "Title of the draft"),
        "opens": translate("LetterVariable", "First day"),
        "closes": translate("LetterVariable", "Last day"),
        "place": translate("LetterVariable", "Place of publication"),
        "organisation": translate("LetterVariable", "Organisation"),
        "fields": translate("LetterVariable", "Fields of expertise"),
        "date": translate("LetterVariable", "Today"),
        "office": translate("LetterVariable", "Office"),
        "phone": translate("LetterVariable", "Phone line"),
        "sms": translate("LetterVariable", "SMS number"),
        "decree": translate("LetterVariable", "Number of the decree"),
    }


def without_logo_words() -> str:
    """Returns the warning that the logo of the letterhead could not be drawn."""
    return translate(
        "Reports",
        "The logo of the letterhead cannot be read, so the pages go without it; an administrator chooses it again in "
        "the settings of the office.",
    )
