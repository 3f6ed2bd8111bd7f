"""Wording of a package apart from the text: facts, comment window, how to comment, and the notice."""

from __future__ import annotations

from desktop_app.instruments.consultation.publication import Publication
from desktop_app.instruments.vocabulary import ENDS, InstrumentStatus
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.dates import full_date
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label


def facts(publication: Publication) -> list[tuple[str, str]]:
    """Returns pairs (name, value): kind, unit, window, place."""
    found = [
        (translate("Publishing", "Kind"), label("instrument_kind", publication.kind.value)),
    ]
    if publication.unit:
        found.append((translate("Publishing", "Unit"), publication.unit))
    found += [
        (translate("Publishing", "Opened on"), full_date(publication.opened_on)),
        (_until(), end_words(publication)),
        *_reopened(publication),
        (translate("Publishing", "Place of publication"), label("publishing", publication.place or "portal")),
        (
            translate("Publishing", "Text"),
            fill(translate("Publishing", "revision {n}"), n=publication.revision),
        ),
    ]
    return found


def _reopened(publication: Publication) -> list[tuple[str, str]]:
    """Why a window that was over is open again; empty for any other."""
    again = publication.reopened
    if again is None:
        return []
    words = translate("Publishing", "{day}, which was to be the last day, was declared closed ({closure})")
    why = fill(words, day=full_date(again.former_end), closure=again.closure)
    return [(translate("Publishing", "Why it was opened again"), why)]


def until_words(publication: Publication) -> str:
    """The deadline of comments: «مهلت نقد: پایان شنبه …»."""
    return f"{_until()}: {end_words(publication)}"


def _until() -> str:
    return translate("Publishing", "Comments until")


def end_words(publication: Publication) -> str:
    """The end of the window: «پایان شنبه ۲۱ آذر ۱۴۰۵ (۱۴ روز کامل؛ روز انتشار به حساب نمی‌آید)»."""
    return fill(
        translate("Publishing", "the end of {day} ({n} full days; the day of publication does not count)"),
        day=full_date(publication.closes_on),
        n=publication.full_days,
    )


def open_words() -> str:
    """Says that comments are accepted."""
    return translate("Publishing", "This draft is open to the critique of the public.")


def over_words() -> str:
    """Says that comments are not accepted any more."""
    return translate("Publishing", "The time for comments on this draft is over.")


def outcome_name(publication: Publication) -> str:
    """The title of the outcome page, with the end of the draft that its track has."""
    if ENDS[publication.track] is InstrumentStatus.PROMULGATED:
        return translate(
            "Publishing", "You said, we did: what became of the comments before the promulgation"
        )
    return translate(
        "Publishing", "You said, we did: what became of the comments before the draft was sent on"
    )


def purpose_words(publication: Publication) -> str:
    """Explains what follows the window, depending on the track."""
    if ENDS[publication.track] is InstrumentStatus.PROMULGATED:
        return translate(
            "Publishing",
            "Before it is promulgated, this draft stands before the public. It is amended after the comments; what"
            " was decided on each of them, and why, is published.",
        )
    return translate(
        "Publishing",
        "Before it is sent on, this draft stands before the public. It is amended after the comments; what was"
        " decided on each of them, and why, is published.",
    )


def how_heading() -> str:
    """Heading of the ways to comment."""
    return translate("Publishing", "How to comment:")


def how_to(settings: OfficeSettings) -> list[str]:
    """Returns the ways to comment; omits numbers that the office has not entered."""
    methods = [translate("Publishing", "with the feedback form, for the whole text or for a provision")]
    if settings.phone:
        phone = isolated(digits(settings.phone))
        methods.append(fill(translate("Publishing", "by phone: {number}"), number=phone))
    if settings.sms_number:
        sms = isolated(digits(settings.sms_number))
        methods.append(fill(translate("Publishing", "by text message: {number}"), number=sms))
    return methods


def notice(publication: Publication, settings: OfficeSettings) -> str:
    """Returns the notice for the portal as plain text, one paragraph per line."""
    lines = [
        settings.office_name,
        fill(translate("Publishing", "Call for comments: {title}"), title=publication.title),
        "",
        purpose_words(publication),
        *([publication.notice] if publication.notice else []),
        "",
        *(f"{name}: {words}" for name, words in facts(publication)),
        "",
        *(
            [how_heading(), *(f"- {method}" for method in how_to(settings))]
            if publication.is_open
            else [over_words()]
        ),
    ]
    return "\n".join(lines) + "\n"
