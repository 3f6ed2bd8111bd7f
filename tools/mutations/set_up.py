"""Faults in what counts as done on the set-up checklist, and in its panes."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_SERVICE: Final = "tests/reports/test_readiness.py"
_PANES: Final = "tests/ui/test_set_up_panes.py"
_BACKUP: Final = "a_back_up_by_hand_is_no_daily_one_and_an_old_one_counts_no_more"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "set_up",
        "desktop_app/reports/readiness/checklist.py",
        _SERVICE,
        (
            "a_back_up_by_hand_counts",
            " and not facts.backup_by_hand",
            "",
            _BACKUP,
        ),
        (
            "an_old_back_up_counts",
            " and not facts.backup_is_old",
            "",
            _BACKUP,
        ),
        (
            "a_rule_that_is_off_counts",
            "facts.rules_on > 0",
            "bool(facts.rules)",
            "a_rule_counts_once_it_is_on",
        ),
        (
            "a_confirmation_needs_nothing",
            "return known is not None and known(facts)",
            "return known is not None",
            "nothing_is_done_in_an_empty_office",
        ),
    ),
    *faults(
        "set_up",
        "desktop_app/reports/readiness/facts.py",
        _SERVICE,
        (
            "a_confirmation_cannot_be_taken_back",
            "confirmed.pop(task, None)",
            "pass",
            "a_confirmation_is_an_event_and_can_be_taken_back",
        ),
        (
            "any_setting_is_the_letterhead",
            "if _is_of_letterhead(one.before, one.after):",
            "if one.after:",
            "the_letterhead_is_done_when_it_changed_or_was_saved_as_it_stood",
        ),
    ),
    *faults(
        "set_up",
        "desktop_app/petitions/deadlines/by_kind.py",
        _SERVICE,
        (
            "one_channel_is_enough",
            "if any(rule_for(kind, channel, rules) is None for channel in Channel)",
            "if all(rule_for(kind, channel, rules) is None for channel in Channel)",
            "deadlines_are_done_when_each_kind_but_opinions_has_one_on_every_channel",
        ),
        (
            "a_rule_counts_working_days_again",
            "holds.working if holds else True",
            "True",
            "other_days_for_a_kind_keep_every_other_rule",
        ),
    ),
    *faults(
        "set_up",
        "ui/administration/set_up/panel.py",
        _PANES,
        (
            "the_selection_stays",
            "return (later or left)[0]",
            "return task",
            "the_proposed_deadlines_are_changed_accepted_and_taken_back",
        ),
    ),
    *faults(
        "set_up",
        "ui/administration/set_up/task_pane.py",
        _PANES,
        (
            "what_is_typed_is_overwritten",
            "if stored != self._filled:",
            "if stored:",
            "what_is_typed_stays_when_the_list_is_read_again",
        ),
    ),
)
