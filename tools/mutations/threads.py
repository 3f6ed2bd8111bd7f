"""Faults in the work on annotations: mentions, labels, notices, the order in the text, and words that are kept."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

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
            'given = (event.after or {}).get("assignee_id") == me == subject.assignee_id',
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
    *faults(
        "threads",
        "desktop_app/reports/notices/thread_events.py",
        _NOTICES,
        (
            "a_thread_on_a_group_leads_nowhere",
            "func.coalesce(CommentThread.comment_id, CampaignRecord.head_id),",
            "CommentThread.comment_id,",
            "a_staff_thread_on_a_comment_tells_who_has_it_and_who_opened_it[sqlite]",
        ),
    ),
    *faults(
        "threads",
        "desktop_app/instruments/comments/review.py",
        "tests/instruments/test_review.py",
        (
            "comments_on_notes_count_for_the_article",
            "if at[0] <= start < at[1] for quote in quotes]",
            "if at[0] <= start for quote in quotes]",
            "the_public_s_demand_for_words_counts_their_provision_and_what_quotes_them",
        ),
        (
            "every_comment_on_the_provision_quotes",
            "return bool(quote and words) and (quote in words or words in quote)",
            "return bool(words)",
            "the_public_s_demand_for_words_counts_their_provision_and_what_quotes_them",
        ),
    ),
    *faults(
        "threads",
        "desktop_app/comparison/merge_result.py",
        "tests/comparison/test_merging.py",
        (
            "both_wordings_in_the_wrong_order",
            "MergeTake.SECOND_FIRST: joint.join(reversed(both)),",
            "MergeTake.SECOND_FIRST: joint.join(both),",
            "new_articles_at_one_place_are_asked_and_may_both_stand",
        ),
        (
            "unanswered_takes_the_first_draft",
            "unanswered = answers or {}, MergeAnswer(MergeTake.BASE)",
            "unanswered = answers or {}, MergeAnswer(MergeTake.FIRST)",
            "words_of_one_article_that_are_apart_are_merged_and_the_same_words_are_asked",
        ),
        (
            "a_moved_article_stands_twice",
            '        if self.here is not None and not self._stands(answer.take):\n            return ""\n',
            "",
            "an_article_that_both_moved_elsewhere_is_asked_once_and_stands_once",
        ),
        (
            "white_space_of_one_draft_wins",
            "return first if second == base else max(first, second)",
            "return first",
            "white_space_of_both_drafts_is_the_same_whichever_is_the_first",
        ),
    ),
    *faults(
        "threads",
        "ui/comparison/kept_merge.py",
        "tests/ui/test_merging_drafts.py",
        (
            "answers_to_another_text_are_kept",
            "return dict(self.answers) if self.digest == digest_of(result) else {}",
            "return dict(self.answers)",
            "answers_outlive_the_program_and_are_dropped_once_the_text_is_another_one",
        ),
    ),
    *faults(
        "threads",
        "desktop_app/reports/redline/__init__.py",
        "tests/reports/test_redline_in_libreoffice.py",
        (
            "tables_of_texts_are_lines_with_tabs",
            "if not any(has_table(text) for text in (comparison.old.text, comparison.new.text)):",
            "if not any(has_table(text) for text in ()):",
            "rows_of_texts_alone_are_rows_of_a_real_table",
        ),
    ),
)
