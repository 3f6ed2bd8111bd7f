"""The words of the box for each of its modes."""

from __future__ import annotations

from desktop_app.wording import translate
from ui.petitions.desk.sending import Mode, side_titles

Words = dict[Mode, str]


def titles() -> Words:
    """What stands over the box for a move that is no tab."""
    return {
        Mode.CLOSE: translate("Inbox", "Close without an answer"),
        Mode.WAIT: translate("Inbox", "Wait for the petitioner"),
        Mode.RESUME: translate("Inbox", "Go on"),
        Mode.GIVE_BACK: translate("Inbox", "Return: not our business"),
        Mode.SEND_BACK: translate("Inbox", "Send the reply back"),
        Mode.REOPEN: translate("Inbox", "Reopen"),
        Mode.HAND_OVER: translate("Inbox", "Hand over to a colleague"),
        **side_titles(),
    }


def send_titles() -> Words:
    return {
        Mode.NOTE: translate("Inbox", "Add note"),
        Mode.ORDER: translate("Inbox", "Refer"),
        Mode.REPLY: translate("Inbox", "Send and resolve"),
        Mode.CLOSE: translate("Inbox", "Close"),
        Mode.WAIT: translate("Inbox", "Wait"),
        Mode.RESUME: translate("Inbox", "Go on"),
        Mode.GIVE_BACK: translate("Inbox", "Return"),
        Mode.SEND_BACK: translate("Inbox", "Send back"),
        Mode.REOPEN: translate("Inbox", "Reopen"),
        Mode.HAND_OVER: translate("Inbox", "Hand over"),
        Mode.SIDE_ANSWER: translate("Referrals", "Send the answer"),
        Mode.SIDE_RETURN: translate("Inbox", "Return"),
        Mode.SIDE_RECALL: translate("Referrals", "Recall"),
    }


def placeholders() -> Words:
    """What an empty box asks for."""
    reason = translate("Inbox", "Reason (it stands in the history)")
    return {
        Mode.NOTE: translate("Inbox", "A note for colleagues"),
        Mode.ORDER: translate("Inbox", "What the unit should do (order note)"),
        Mode.REPLY: translate("Inbox", "The answer to the petitioner"),
        Mode.CLOSE: reason,
        Mode.WAIT: translate("Inbox", "What the petitioner was asked for"),
        Mode.RESUME: translate("Inbox", "What came (it stands in the history)"),
        Mode.GIVE_BACK: reason,
        Mode.SEND_BACK: translate("Inbox", "What should be changed"),
        Mode.REOPEN: reason,
        Mode.HAND_OVER: reason,
        Mode.SIDE_ANSWER: translate("Referrals", "What your unit says to it; colleagues read it"),
        Mode.SIDE_RETURN: reason,
        Mode.SIDE_RECALL: translate("Referrals", "Why, if there is something to say"),
    }


def missing_text() -> Words:
    """What is said where nothing was written."""
    reason = translate("Inbox", "Write the reason; it stands in the history.")
    words = dict.fromkeys(Mode, reason)
    words[Mode.NOTE] = translate("Inbox", "The note is still empty.")
    words[Mode.ORDER] = translate(
        "Inbox", "What is in progress is referred with an order note: say what to do."
    )
    words[Mode.SIDE_ANSWER] = translate("Referrals", "The answer is still empty.")
    words[Mode.REPLY] = words[Mode.DRAFT] = translate("Inbox", "The reply is still empty.")
    return words
