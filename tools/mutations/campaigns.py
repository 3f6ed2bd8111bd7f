"""Faults in the common text of campaign groups, in their additions, and in the decisions on them."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_INSTRUMENTS: Final = "desktop_app/instruments"
_ADDITIONS: Final = "tests/instruments/test_campaign_additions.py"
_COMMON: Final = "tests/likeness/test_common.py"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "campaigns",
        "desktop_app/likeness/common.py",
        _COMMON,
        (
            "what_most_say_is_said_for_all",
            "sorted(set(sets[0]).intersection(*sets[1:]))",
            "sorted(set(sets[0]).union(*sets[1:]))",
            f"a_sentence_of_four_of_nine_stands_in_nobody_else_s_mouth {_ADDITIONS}::"
            "test_a_sentence_of_four_of_nine_is_an_addition_of_four[sqlite]",
        ),
        (
            "a_form_of_many_is_a_slip",
            "counted[spelled] > max(1, most // _RARE)",
            "counted[spelled] > most",
            "a_letter_that_many_leave_out_is_another_word",
        ),
        (
            "a_passage_ends_anywhere",
            "        if end in ends:\n            return found\n        place = end\n    return None\n",
            "        return found\n    return None\n",
            "who_says_it_otherwise_does_not_share_it",
        ),
        (
            "length_is_no_matter",
            "return found.unfinished, found.faults + slips, own, distance, found.joined",
            "return found.unfinished, found.faults + slips, 0, 0, found.joined",
            "the_best_written_one_is_shown",
        ),
    ),
    *faults(
        "campaigns",
        "desktop_app/likeness/sentences.py",
        _COMMON,
        (
            "a_lost_no_is_a_slip",
            'contrary = letter == "ن" and at == begin and',
            'contrary = letter == "ن" and at == end and',
            "who_says_it_otherwise_does_not_share_it",
        ),
        (
            "a_street_has_slips",
            "if before in _BEFORE_NAMES or contrary or",
            "if contrary or",
            "a_name_after_a_street_is_exact",
        ),
    ),
    *faults(
        "campaigns",
        f"{_INSTRUMENTS}/campaigns/acts.py",
        _ADDITIONS,
        (
            "a_group_is_decided_unread_by_sql",
            '    ("additions_unread", lambda scope: additions_unread(scope, scope.item.c.id)),\n',
            "",
            "the_database_itself_asks_for_the_additions[sqlite]",
        ),
        (
            "any_digest_is_read",
            'scope.item.c.digest.is_distinct_from(scope.given("digest"))',
            'scope.given("digest").is_(None)',
            "the_database_itself_asks_for_the_additions[sqlite]",
        ),
    ),
    *faults(
        "campaigns",
        f"{_INSTRUMENTS}/comments/acts/deciding.py",
        _ADDITIONS,
        (
            "who_is_apart_is_decided_with_the_group",
            '    ("comment_is_apart", _apart),\n',
            "",
            "members_are_decided_apart_from_their_group_and_can_go_back[sqlite]",
        ),
    ),
    *faults(
        "campaigns",
        f"{_INSTRUMENTS}/comments/triage_acts.py",
        _ADDITIONS,
        (
            "many_are_decided_with_a_group_unread",
            "        must_have_read(session, act.groups, actor.person_id)\n",
            "",
            "many_with_a_whole_group_among_them_wait_for_its_additions[sqlite]",
        ),
    ),
    *faults(
        "campaigns",
        f"{_INSTRUMENTS}/comments/triage.py",
        _ADDITIONS,
        (
            "what_was_done_is_not_taken_back_when_it_could_not_be_done_now",
            "            must_be_unfinished(session, instrument_id)\n",
            "            checked(session, instrument_id, run.act, actor)\n",
            "what_was_decided_for_a_group_is_taken_back_though_more_was_added_since[sqlite]",
        ),
    ),
    *faults(
        "campaigns",
        "ui/comments/undecided.py",
        "tests/ui/test_campaign_additions_screen.py",
        (
            "the_next_one_is_an_earlier_one",
            "    return None, tuple(one for one in before",
            "    return next(iter(before), None), tuple(one for one in before",
            "saving_goes_on_and_never_back[False]",
        ),
    ),
    *faults(
        "campaigns",
        "ui/comments/additions_list.py",
        "tests/ui/test_campaign_additions_screen.py",
        (
            "what_was_jumped_over_is_read",
            "if ends and (box.top() >= shown.top() or box.height() > shown.height()):",
            "if box.bottom() <= shown.bottom():",
            "a_decision_for_a_group_asks_until_every_addition_was_in_view",
        ),
    ),
)
