"""Faults in checklists, corrections of registrations and interim replies."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import faults

_PETITIONS: Final = "desktop_app/petitions"

FAULTS: Final = (
    *faults(
        "checklists",
        f"{_PETITIONS}/checklists/missing.py",
        "tests/petitions/test_checklists.py",
        (
            "optional_points_hold_back_too",
            "point.active, point.required, and_(",
            "point.active, and_(",
            "a_petition_is_answered_only_when_the_required_points_are_ticked",
        ),
        (
            "retired_points_are_still_asked_for",
            "point.active, point.required, and_(",
            "point.required, and_(",
            "a_retired_point_is_asked_for_no_more_and_stays_where_it_was_ticked",
        ),
        (
            "points_of_a_merged_label_are_lost",
            "func.coalesce(label.merged_into_id, label.id) == put_on.label_id",
            "label.id == put_on.label_id",
            "a_point_of_a_label_belongs_to_its_petitions_also_after_a_merge",
        ),
    ),
    *faults(
        "checklists",
        f"{_PETITIONS}/vocabulary.py",
        "tests/petitions/test_checklists.py",
        (
            "inadmissible_ones_need_no_points",
            "frozenset({Outcome.INADMISSIBLE, Outcome.NOTED})",
            "frozenset({Outcome.NOTED})",
            "a_decision_without_an_answer_needs_them_and_a_duplicate_does_not",
        ),
    ),
    *faults(
        "corrections",
        f"{_PETITIONS}/acts/correcting.py",
        "tests/petitions/test_registration_correction.py",
        (
            "own_complaint_becomes_a_request",
            '    ("complaint_stays", _own_complaint),\n',
            "",
            "whoever_has_a_complaint_does_not_make_it_another_kind",
        ),
        (
            "kind_of_a_closed_one_changes",
            '    ("kind_of_closed", _kind_of_closed),\n',
            "",
            "the_kind_of_a_closed_petition_stays",
        ),
        (
            "another_subject_moves_the_deadline",
            "(and_(_other_kind(scope), not_(row.notice)), counted)",
            "(not_(row.notice), counted)",
            "another_subject_leaves_the_deadline_alone",
        ),
    ),
    *faults(
        "interim",
        f"{_PETITIONS}/acts/interim.py",
        "tests/petitions/test_interim_replies.py",
        (
            "notices_are_answered_for_now",
            '    ("notice_gets_no_reply", is_notice),\n',
            "",
            "a_notice_gets_no_interim_reply",
        ),
    ),
    *faults(
        "interim",
        f"{_PETITIONS}/acts/steps.py",
        "tests/petitions/test_interim_replies.py",
        (
            "an_undone_interim_draft_stays_interim",
            '{"sent_at": nothing, "interim": lambda _scope: false()}',
            '{"sent_at": nothing}',
            "the_draft_is_sent_where_nothing_is_given_and_undoing_makes_it_a_draft_again",
        ),
    ),
)
