"""Faults in the work on annotations: mentions, labels, notices, the order in the text, and words that are kept."""

from __future__ import annotations

from typing import Final

from tests.mutations.fault import Fault, faults

_ANNOTATIONS: Final = "desktop_app/instruments/annotations"
_WORK: Final = "tests/instruments/test_annotation_work.py"
_NOTICES: Final = "tests/reports/test_thread_notices.py"
_OVER_ALL: Final = "tests/instruments/test_threads_over_all.py"
_WINDOW: Final = "tests/ui/test_annotation_work.py"
_LOST: Final = "tests/ui/test_nothing_typed_is_lost.py"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "threads",
        f"{_ANNOTATIONS}/work_acts.py",
        _WORK,
        (
            "anybody_is_mentioned",
            '        _occurs_in(literal("@", String).concat(person.full_name), func.coalesce(scope.words, "")),\n',
            "",
            "a_text_mentions_only_whom_it_names[sqlite]",
        ),
        (
            "label_is_put_on_twice",
            '    ("so_already", lambda scope: _has_label(scope) == _wanted(scope)),\n',
            "",
            "labels_are_free_and_one_where_they_fold_to_the_same_words[sqlite]",
        ),
        (
            "each_spelling_is_a_label",
            'return func.coalesce(known.scalar_subquery(), scope.given("label"))',
            'return func.coalesce(scope.given("label"), known.scalar_subquery())',
            "labels_are_free_and_one_where_they_fold_to_the_same_words[sqlite]",
        ),
    ),
    *faults(
        "threads",
        "desktop_app/reports/notices/thread_events.py",
        _NOTICES,
        (
            "former_assignees_are_told",
            'given = (event.after or {}).get("assignee_id") == me == thread.assignee_id',
            'given = (event.after or {}).get("assignee_id") == me',
            "who_gets_an_annotation_is_told_by_whom_and_of_which_words[sqlite]",
        ),
        (
            "own_acts_are_told",
            "if event.actor_id == me or kind is None:",
            "if kind is None:",
            "an_author_is_told_of_answers_and_of_the_end[sqlite]",
        ),
        (
            "author_is_told_of_what_is_due_to_others",
            "and_(Thread.assignee_id.is_(None), Thread.author_id == me)",
            "Thread.author_id == me",
            "what_is_due_calls_for_whoever_has_it_until_it_is_settled[sqlite]",
        ),
    ),
    *faults(
        "threads",
        f"{_ANNOTATIONS}/over_all.py",
        _OVER_ALL,
        (
            "mine_is_what_i_wrote",
            "holder = thread.assignee_id if thread.assignee_id is not None else thread.author_id",
            "holder = thread.author_id",
            "each_view_has_the_threads_of_all_drafts_that_belong_to_it[sqlite]",
        ),
        (
            "search_keeps_joiners",
            'self._folded[key] = fold(whole), fold(whole.replace(ZWNJ, ""))',
            "self._folded[key] = fold(whole), fold(whole)",
            "the_search_finds_words_in_any_spelling[sqlite]",
        ),
    ),
    *faults(
        "threads",
        "ui/annotations/placed.py",
        _WINDOW,
        (
            "deletions_come_last",
            "    if thread.side is None or comparison is None:",
            '    if thread.side != "new" or comparison is None:',
            "threads_stand_in_the_order_of_the_text_and_are_walked_by_kind",
        ),
    ),
    *faults(
        "threads",
        "ui/annotations/thread_box.py",
        _WINDOW,
        (
            "field_goes_with_a_closed_thread",
            "wanted = self.opened and (row.status is ThreadStatus.OPEN or bool(kept.strip()))",
            "wanted = self.opened and row.status is ThreadStatus.OPEN",
            "a_half_written_reply_stays_when_a_colleague_closes_the_thread",
        ),
    ),
    *faults(
        "threads",
        "ui/annotations/kept_words.py",
        _LOST,
        (
            "words_typed_since_are_cleared",
            "return typed[len(sent) :].lstrip() if typed.startswith(sent) else typed",
            'return ""',
            "a_new_annotation_stays_in_its_form_while_the_database_is_away",
        ),
    ),
)
