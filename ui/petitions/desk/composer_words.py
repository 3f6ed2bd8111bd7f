"""Texts of the composer: titles and placeholders of its modes, and messages after sending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.history.side_referrals import place_words
from desktop_app.petitions.outbox.delivery_state import DeliveryState
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Move, Purpose
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.messages import delivery_words
from desktop_app.wording.moves import MoveFace, face_of, reason_missing, reason_placeholder
from ui.petitions.desk.sending import BoxMode, Mode, Sending

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow
    from desktop_app.petitions.outbox.delivery_state import DeliveryStatus


def box_face(mode: BoxMode) -> MoveFace:
    """Returns the texts and icon of `mode`; for a move, those used everywhere else."""
    return face_of(mode) if isinstance(mode, Move) else _mode_faces()[mode]


def tab_words() -> dict[Mode, str]:
    """Returns the names of the modes that have a tab, in their order."""
    return {
        Mode.NOTE: translate("Inbox", "Note"),
        Mode.ORDER: translate("Inbox", "Order"),
        Mode.REPLY: translate("Inbox", "Reply"),
    }


def box_name(mode: BoxMode) -> str:
    """Returns what the box is called in a sentence: its tab, or the title of its act."""
    if mode is Mode.DRAFT:
        mode = Mode.REPLY
    words = tab_words()
    return words[mode] if isinstance(mode, Mode) and mode in words else box_face(mode).title


def heading_words(mode: BoxMode, detail: PetitionDetail) -> str:
    """Returns the heading over the box; of a take-over, it names the colleague."""
    face = box_face(mode)
    named = "{assignee}" not in face.heading or detail.assignee_name
    heading = face.heading if face.heading and named else face.title
    return fill(heading, assignee=visible_controls(detail.assignee_name))


def _mode_faces() -> dict[Mode, MoveFace]:
    return {
        Mode.NOTE: MoveFace(
            translate("Inbox", "Note"),
            done=translate("Inbox", "Note added to {code}."),
            send=translate("Inbox", "Add note"),
            placeholder=translate("Inbox", "A note for colleagues"),
            missing=translate("Inbox", "The note is still empty."),
        ),
        Mode.ORDER: face_of(Move.REFER),
        Mode.REPLY: face_of(Move.RESOLVE),
        Mode.INTERIM: MoveFace(
            translate("Inbox", "Write an interim reply"),
            icon="ph.paper-plane-tilt",
            key="Shift+E",
            done=translate("Inbox", "Interim reply to {code} recorded; it stays open."),
            send=translate("Inbox", "Send the interim reply"),
            record=translate("Inbox", "Record the interim reply"),
            placeholder=translate("Inbox", "The answer to the petitioner"),
            missing=translate("Inbox", "The reply is still empty."),
        ),
        Mode.DRAFT: MoveFace(
            translate("Inbox", "Draft"),
            done=translate("Inbox", "Draft of the reply to {code} saved."),
            missing=translate("Inbox", "The reply is still empty."),
        ),
        Mode.SIDE_ANSWER: MoveFace(
            translate("Referrals", "Answer the referral"),
            icon="ph.chat-circle-text",
            key="P",
            done=translate("Referrals", "Your answer stands on {code}."),
            send=translate("Referrals", "Send the answer"),
            placeholder=translate("Referrals", "What your unit says to it; colleagues read it"),
            missing=translate("Referrals", "The answer is still empty."),
        ),
        Mode.SIDE_RETURN: MoveFace(
            translate("Referrals", "Return the referral"),
            icon="ph.arrow-u-up-left",
            key="Shift+P",
            done=translate("Referrals", "The referral of {code} is returned."),
            send=face_of(Move.GIVE_BACK).title,
            placeholder=reason_placeholder(),
            missing=reason_missing(),
        ),
        Mode.SIDE_RECALL: MoveFace(
            translate("Referrals", "Recall a referral"),
            icon="ph.arrow-counter-clockwise",
            key="Shift+R",
            done=translate("Referrals", "The referral of {code} is recalled."),
            send=translate("Referrals", "Recall"),
            placeholder=translate("Referrals", "Why, if there is something to say"),
        ),
    }


def done_words(sending: Sending, now: PetitionDetail, today: int | None = None) -> str:
    """Returns the message after sending.

    `today` is the number of petitions finished today, if it is to be shown.
    """
    code = shown_code(now.tracking_code)
    words = box_face(sending.mode).done
    if sending.mode is Mode.REPLY and sending.outcome is None:
        words = face_of(Move.SUBMIT).done
    if sending.interim:
        words = box_face(Mode.INTERIM).done
    if sending.aside:
        words = _asked_words(sending.beside[0].purpose)
    if sending.aside and len(sending.beside) > 1:
        words = translate("Referrals", "{code} went out on the side to {count}.")
    told = _sent_to(now.referrals[-1]) if now.referrals else ""
    if sending.move is Move.REFER and sending.beside:
        words = translate("Referrals", "{code} referred to {unit}, and on the side to {others}.")
    if sending.move is Move.REFER:
        told = place_words(now.unit_name, now.assignee_name)
    said = fill(
        words,
        code=code,
        count=len(sending.beside),
        unit=told,
        others=_beside_words(sending, now),
        assignee=now.assignee_name,
        outcome=label("outcome", now.outcome or ""),
    )
    delivery = _delivery_after(sending, now)
    if delivery is not None:
        became = delivery_words(delivery.state, delivery.way, delivery.at, delivery.reason)
        said = f"{said} {became}."
    counted = translate("Inbox", "{count} done today.")
    return f"{said} {fill(counted, count=today)}" if today else said


def _asked_words(purpose: Purpose) -> str:
    if purpose is Purpose.OPINION:
        return translate("Inbox", "{unit} was asked for an opinion on {code}.")
    if purpose is Purpose.ACTION:
        return translate("Inbox", "{unit} was asked to act on {code}, which stays here.")
    return translate("Inbox", "{unit} was told of {code}.")


def _delivery_after(sending: Sending, now: PetitionDetail) -> DeliveryStatus | None:
    """Returns what happens to the answer that was just given; None if it was none."""
    if sending.interim:
        return now.replies[-1].delivery if now.replies else None
    if sending.move in (Move.RESOLVE, Move.CLOSE) and now.delivery is not None:
        return None if now.delivery.state is DeliveryState.NOBODY else now.delivery
    return None


def _beside_words(sending: Sending, now: PetitionDetail) -> str:
    """Returns the recipients of the side referrals that were sent in the same act."""
    sent = [row for row in now.referrals if row.side][-len(sending.beside) :] if sending.beside else []
    return translate("Inbox", " and ").join(_sent_to(row) for row in sent)


def _sent_to(row: ReferralRow) -> str:
    return place_words(row.to_unit, row.to_person)


def act_words(sending: Sending) -> str:
    """Returns the title of a sending, for a heading."""
    if sending.aside:
        return translate("Referrals", "Refer on the side")
    if sending.interim:
        return translate("Inbox", "Interim reply")
    return box_face(sending.move or sending.mode).title
