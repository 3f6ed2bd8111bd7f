"""A finished consultation whose commenters left numbers, addresses, names, and nothing."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.triage_acts import Hide
from desktop_app.instruments.vocabulary import Disposition, HiddenReason, InstrumentStatus
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.staff.roles import Actor
from tests.instruments.consulting import NEXT_TEXT, Consultation

MOBILE = "0912 345 6789"
OTHER_MOBILE = "+98 935 111 2233"
EMAIL = "karimi@example.ir"
NATIONAL_ID = "0499370899"
REASON = "مهلت کوتاه‌تر شد."
SENDER = "desk@farhang.example.ir"
PORTAL = "https://portal.example.ir/drafts"


def comment_of(
    sender: str, number: str, text: str = "مهلت را کمتر کنید.", provision: str = "ماده ۱"
) -> NewComment:
    """A comment of a sender, with the number that the portal gave it."""
    return NewComment(text=text, provision=provision, sender=sender, external_id=number)


#: By sender: a mobile number, an address, a name, nobody, a national ID, and a mobile number once more.
COMMENTS = (
    comment_of(MOBILE, "1"),
    comment_of(EMAIL, "2", "هزینه زیاد است.", "ماده ۲"),
    comment_of("مریم کریمی", "3", "خوب است."),
    comment_of("", "4", "بد است."),
    comment_of(NATIONAL_ID, "5", "نمی‌دانم."),
    comment_of(OTHER_MOBILE, "6", "کار بدی است.", "ماده ۲"),
)


def decide(
    consultation: Consultation,
    comment_id: int,
    disposition: Disposition = Disposition.REJECTED,
    reason: str = "با قانون سازگار نیست.",
    carrier: Carrier | Unchanged | None = None,
) -> None:
    """Decides a comment as the reviewer."""
    comments, reviewer = consultation.services.comments, consultation.office.reviewer
    row = comments.one(comment_id)
    comments.decide(reviewer, comment_id, row.version, disposition, reason, carrier)


def revised(consultation: Consultation, comments: Sequence[NewComment] = COMMENTS) -> list[int]:
    """Plays to the amended text, with comments; those of the first provision are accepted. Returns their ids.

    A consultation that is before the public already is taken up where it is.
    """
    if not consultation.id:
        consultation.opened()
    consultation.services.comments.take_in(consultation.office.clerk, consultation.id, comments)
    if consultation.stands() is InstrumentStatus.OPEN:
        consultation.after_the_end()
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.write(NEXT_TEXT)
    rows = {row.id: row for row in consultation.services.comments.of_instrument(consultation.id)}
    for number, row in sorted(rows.items()):
        if row.provision == "ماده ۱":
            decide(consultation, number, Disposition.ACCEPTED, REASON, Carrier(2, "ماده ۱"))
        else:
            decide(consultation, number)
    return sorted(rows)


def hide(consultation: Consultation, comment_id: int, reason: HiddenReason) -> None:
    """Hides a comment as the reviewer."""
    services = consultation.services
    services.triage.run(consultation.office.reviewer, consultation.id, [comment_id], Hide(reason))


def finish(consultation: Consultation) -> None:
    """Freezes, declares ready, and promulgates."""
    consultation.sum_up()
    consultation.services.life.make_ready(consultation.office.reviewer, consultation.id, consultation.version)
    consultation.finish()


def finished(consultation: Consultation, comments: Sequence[NewComment] = COMMENTS) -> list[int]:
    """Plays to the promulgated draft; returns the ids of its comments."""
    numbers = revised(consultation, comments)
    finish(consultation)
    return numbers


def switch_on(
    consultation: Consultation,
    *ways: DeliveryMethod,
    administrator: Actor | None = None,
    portal: str = PORTAL,
) -> None:
    """Lets messages to commenters go out by these ways, by default by both."""
    services, admin = consultation.services, administrator or consultation.office.administrator
    for way in ways or (DeliveryMethod.SMS, DeliveryMethod.EMAIL):
        services.message_templates.change(admin, MessageKind.COMMENTED, way, 1, active=True)
    services.message_rules.change(admin, MessageSettings(sender=SENDER, portal_address=portal))
