"""Sentences of the history about registration, replies, labels, letters and the petitioner, one for each event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop_app.wording import translate


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


def _answer_told(_own: bool) -> str:
    return translate("History", "A message about the earlier answer was written to the petitioner")


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
        return translate("History", "You gave an interim reply; it stays open")
    return translate("History", "{who} gave an interim reply; it stays open")


def _ticked(own: bool) -> str:
    if own:
        return translate("History", "You ticked “{point}”")
    return translate("History", "{who} ticked “{point}”")


def _unticked(own: bool) -> str:
    if own:
        return translate("History", "You took the tick off “{point}”")
    return translate("History", "{who} took the tick off “{point}”")


def _letter_issued(own: bool) -> str:
    if own:
        return translate("History", "You sent out: {paper}, number {number}")
    return translate("History", "{who} sent out: {paper}, number {number}")


def _printed(own: bool) -> str:
    if own:
        return translate("History", "You put onto {onto}: {paper}")
    return translate("History", "{who} put onto {onto}: {paper}")


SENTENCES: Final[dict[str, Callable[[bool], str]]] = {
    "labelled": _labelled,
    "unlabelled": _unlabelled,
    "registered": _registered, "informed": _informed, "undo": _undo,
    "note": _note, "draft": _draft, "deadline_moved": _deadline_moved, "revealed": _revealed, "masked": _masked,
    "letter_issued": _letter_issued, "printed": _printed, "satisfaction_told": _satisfaction_told,
    "satisfaction_asked": _satisfaction_asked, "satisfaction_answered": _satisfaction_answered,
    "satisfaction_settled": _satisfaction_settled, "answer_told": _answer_told,
    "petitioner_corrected": _corrected, "wrote_again": _wrote_again, "about_set": _about_set, "turned": _turned,
    "turned_back": _turned_back, "was_comment": _was_comment, "archived_by_itself": _archived_by_itself,
    "identity_completed": _identity_completed,
    "ticked": _ticked, "unticked": _unticked,
    "registration_corrected": _registration_corrected, "interim_reply": _interim_reply,
}  # fmt: skip
