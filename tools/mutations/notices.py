"""Faults in the notices: who is told, what counts as seen, and whose keys the pane takes."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_TOLD: Final = "tests/reports/test_notices.py"
_PANE: Final = "tests/ui/test_side_pane.py"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "notice_centre",
        "desktop_app/reports/notices/petition_events.py",
        _TOLD,
        (
            "own_acts_are_told",
            "elif event.actor_id == reader.person_id:",
            "elif event.actor_id == -1:",
            "nobody_is_told_of_their_own_acts[sqlite]",
        ),
        (
            "what_was_undone_is_told",
            "del told[at]",
            "pass",
            "what_was_undone_is_told_to_nobody[sqlite]",
        ),
        (
            "a_colleague_s_referral_is_told_to_the_unit",
            'whole_unit = after.get("assignee_id") is None and after.get("unit_id") in reader.units',
            'whole_unit = after.get("unit_id") in reader.units',
            "who_gets_a_petition_is_told_by_whom_what_and_why[sqlite]",
        ),
        (
            "what_was_read_is_unseen",
            "seen=bool(petition.read) or event.id < last_own,",
            "seen=event.id < last_own,",
            "what_the_person_has_read_or_acted_on_since_is_seen[sqlite]",
        ),
    ),
    *faults(
        "notice_centre",
        "desktop_app/reports/notices/runs.py",
        _TOLD,
        (
            "a_run_is_told_card_by_card",
            "if not key or len(rows) == 1:",
            "if True:",
            "many_that_one_run_referred_are_told_once_and_lead_to_exactly_these[sqlite]",
        ),
        (
            "a_run_counts_the_petitions_of_others",
            "if kind in _OF_OWN:",
            "if kind in ():",
            "many_that_are_handed_over_given_back_or_closed_at_once_are_told_once[sqlite]",
        ),
    ),
    *faults(
        "notice_centre",
        "desktop_app/petitions/acts/steps.py",
        "tests/petitions/test_desk_moves.py",
        (
            "who_lost_a_petition_is_not_told",
            "where=lambda scope: scope.item.c.assignee_id.is_not(None),",
            "where=lambda scope: scope.item.c.assignee_id.is_(None),",
            "a_colleague_takes_over_what_somebody_has_and_takes_it_back[sqlite-in_progress]",
        ),
    ),
    *faults(
        "notice_centre",
        "desktop_app/reports/notices/service.py",
        _TOLD,
        (
            "muted_kinds_are_told",
            "if TOLD_AS.get(notice.kind) not in muted",
            "if TOLD_AS.get(notice.kind) not in ()",
            "what_a_person_does_not_want_to_be_told_is_not_there[sqlite]",
        ),
    ),
    *faults(
        "notice_centre",
        "ui/widgets/side_pane.py",
        _PANE,
        (
            "letters_reach_the_screen_below",
            "return _is_letter(event) or self._command(event) is not None",
            "return False",
            "letters_start_commands_of_the_pane_and_none_of_the_list_below",
        ),
        (
            "the_pane_hides_what_is_typed",
            "below = self.geometry().contains(QRect(corner, now.size()))",
            "below = now is self",
            "it_closes_when_something_below_it_gets_the_focus",
        ),
    ),
)
