"""What a package says beside the text itself: the window, the place, how to comment; the notice."""

from __future__ import annotations

from desktop_app.instruments.consultation.publication import Publication
from desktop_app.instruments.vocabulary import Track
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.dates import full_date
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label


def facts(publication: Publication) -> list[tuple[str, str]]:
    """The kind, the unit, the window, the place: name and words."""
    found = [
        (translate("Publishing", "Kind"), label("instrument_kind", publication.kind.value)),
        (translate("Publishing", "Code"), isolated(digits(publication.code))),
    ]
    if publication.unit:
        found.append((translate("Publishing", "Unit"), publication.unit))
    found += [
        (translate("Publishing", "Opened on"), full_date(publication.opened_on)),
        (_until(), end_words(publication)),
        (translate("Publishing", "Place of publication"), label("publishing", publication.place or "portal")),
        (
            translate("Publishing", "Text"),
            fill(translate("Publishing", "revision {n}"), n=publication.revision),
        ),
    ]
    return found


def until_words(publication: Publication) -> str:
    """«مهلت نقد: پایان شنبه …»."""
    return f"{_until()}: {end_words(publication)}"


def _until() -> str:
    return translate("Publishing", "Comments until")


def end_words(publication: Publication) -> str:
    """«پایان شنبه ۲۱ آذر ۱۴۰۵ (۱۴ روز کامل؛ روز انتشار به حساب نمی‌آید)»."""
    return fill(
        translate("Publishing", "the end of {day} ({n} full days; the day of publication does not count)"),
        day=full_date(publication.closes_on),
        n=publication.full_days,
    )


def state_words(publication: Publication) -> str:
    """Whether comments can still be sent."""
    if publication.is_open:
        return translate("Publishing", "This draft is open to the critique of the public.")
    return translate("Publishing", "The time for comments on this draft is over.")


def purpose_words(publication: Publication) -> str:
    """What comes behind the window, by the track."""
    if publication.track is Track.A:
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
    """Above the ways to comment."""
    return translate("Publishing", "How to comment:")


def how_to(settings: OfficeSettings) -> list[str]:
    """The ways to comment; a number that the office has not entered is not told."""
    ways = [translate("Publishing", "with the feedback form, for the whole text or for a provision")]
    if settings.phone:
        phone = isolated(digits(settings.phone))
        ways.append(fill(translate("Publishing", "by phone: {number}"), number=phone))
    if settings.sms_number:
        sms = isolated(digits(settings.sms_number))
        ways.append(fill(translate("Publishing", "by text message: {number}"), number=sms))
    return ways


def notice(publication: Publication, settings: OfficeSettings) -> str:
    """The notice for the portal, plain text: one paragraph a line."""
    lines = [
        settings.office_name,
        fill(translate("Publishing", "Call for comments: {title}"), title=publication.title),
        "",
        purpose_words(publication),
        *([publication.notice] if publication.notice else []),
        "",
        *(f"{name}: {words}" for name, words in facts(publication)),
        "",
        how_heading(),
        *(f"- {way}" for way in how_to(settings)),
    ]
    return "\n".join(lines) + "\n"
