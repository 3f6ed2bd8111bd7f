"""Faults in asking how satisfied petitioners are, and in what comes back."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_ASKING: Final = "tests/petitions/satisfaction/test_asking.py"
_ANSWERING: Final = "tests/petitions/satisfaction/test_answering.py"
_BY_SQL: Final = "tests/security/test_satisfaction_by_sql.py"
_PETITIONS: Final = "desktop_app/petitions"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "satisfaction",
        f"{_PETITIONS}/satisfaction/asking.py",
        _ASKING,
        (
            "overtaken_question_goes_out",
            "    if overtaken:\n        _cancel_overtaken(database)\n",
            "",
            "what_is_overtaken_while_it_waits_is_cancelled_by_the_round[sqlite]",
        ),
        (
            "cancelled_with_a_doubted_clock",
            "        if clock_doubt(session, database) is not None:\n            return\n",
            "",
            "while_the_clock_of_one_pc_is_in_doubt_nobody_is_asked_and_nothing_cancelled[sqlite]",
        ),
        (
            "asked_with_a_doubted_clock",
            "        if clock_doubt(session, database) is not None:\n            return 0, None\n",
            "",
            "while_the_clock_of_one_pc_is_in_doubt_nobody_is_asked_and_nothing_cancelled[sqlite]",
        ),
        (
            "taken_message_is_cancelled",
            "OutboxMessage.id.in_(overtaken), *_WAITS)",
            "OutboxMessage.id.in_(overtaken))",
            "a_message_that_is_taken_meanwhile_is_not_cancelled[postgresql]",
        ),
        (
            "who_cannot_be_reached_is_looked_at_in_each_round",
            "for way, left in _LEFT.items() if way in ways)",
            "for left in _LEFT.values())",
            "who_is_reached_by_no_way_in_use_costs_the_round_nothing[sqlite]",
        ),
    ),
    *faults(
        "satisfaction",
        f"{_PETITIONS}/satisfaction/acts.py",
        _ASKING,
        (
            "number_is_asked_twice_at_once",
            '        ("another_question_open", _other_open),\n',
            "",
            "a_second_petition_of_a_number_waits_until_the_first_question_is_over[sqlite]",
        ),
        (
            "expired_question_blocks_its_number",
            "        question.expires_on >= today,\n",
            "",
            "a_second_petition_of_a_number_waits_until_the_first_question_is_over[sqlite]",
        ),
        (
            "failed_question_blocks_its_number",
            "_ARRIVES: Final = (MessageState.WAITING.value,",
            "_ARRIVES: Final = (MessageState.FAILED.value, MessageState.WAITING.value,",
            "a_failed_question_frees_its_number_and_is_no_second_one[sqlite]",
        ),
        (
            "answer_about_a_reopened_case_counts",
            '        ("reopened_since", _another_closing),\n',
            "",
            f"{_BY_SQL}::test_a_reopened_case_takes_no_answer",
        ),
        (
            "anybody_answers_for_somebody_else",
            '        ("no_answer_of_theirs", _not_theirs(settles=settles)),\n',
            "",
            f"{_BY_SQL}::test_nobody_answers_for_somebody_else",
        ),
        (
            "asked_before_it_is_due_by_sql",
            '        ("question_not_due", _not_due),\n',
            "",
            f"{_BY_SQL}::test_sql_asks_nobody_out_of_turn",
        ),
        (
            "report_counts_what_was_reopened",
            "    return and_(question.closed_at == petition.resolved_at, arrived)\n",
            "    return arrived\n",
            "tests/reports/test_counting.py::test_what_is_counted_in_sql_is_what_the_definitions_count",
        ),
    ),
    *faults(
        "satisfaction",
        f"{_PETITIONS}/acts/steps.py",
        _ASKING,
        (
            "reopening_leaves_the_question",
            "*ENDS, MessageKind.SATISFACTION.value)",
            "*ENDS)",
            "who_reopens_before_it_is_sent_is_not_asked[sqlite]",
        ),
    ),
    *faults(
        "satisfaction",
        f"{_PETITIONS}/rights/satisfaction.sql",
        _BY_SQL,
        (
            "mended_text_is_an_answer",
            "        AND (settles OR i.mended IS NULL) AND",
            "        AND",
            "what_was_mended_is_no_answer",
        ),
        (
            "numbers_are_tried",
            "            AND app.has_asked(ARRAY[app.number_key(lower(a.address))]))\n",
            "            )\n",
            "who_has_not_asked_about_a_number_learns_nothing_of_it",
        ),
        (
            "question_by_hand",
            "  IF NOT app.is_program() AND NOT EXISTS (\n       SELECT 1 FROM public.satisfaction_question q",
            "  IF false AND NOT EXISTS (\n       SELECT 1 FROM public.satisfaction_question q",
            "sql_asks_nobody_out_of_turn",
        ),
    ),
    *faults(
        "satisfaction",
        "desktop_app/intake/staging/answers.py",
        _ANSWERING,
        (
            "mended_text_is_read_as_an_answer",
            " and submission.mended is None",
            "",
            "an_unknown_number_waits_and_belongs_to_nobody[sqlite]",
        ),
        (
            "request_beside_the_digit_is_swallowed",
            "            if not reading.more:\n"
            "                done(part, submission, ANSWER, waiting[0].petition_id)\n"
            "            return not reading.more\n",
            "            done(part, submission, ANSWER, waiting[0].petition_id)\n            return True\n",
            "a_request_beside_the_digit_becomes_a_petition_as_well",
        ),
        (
            "answer_with_more_is_two_submissions",
            "            part.taken.answers_with_more += reading.more\n",
            "",
            "a_request_beside_the_digit_becomes_a_petition_as_well",
        ),
        (
            "first_of_two_questions_is_taken",
            "if reading.mark is not None and len(waiting) == 1:",
            "if reading.mark is not None and waiting:",
            "two_open_questions_of_a_number_are_told_apart_by_a_person[sqlite]",
        ),
        (
            "answer_delivered_again_waits",
            "    if any(_same(part.session, question, submission, reading) for question in questions):\n",
            "    if not questions:\n",
            "an_answer_counts_once_however_often_it_is_delivered[sqlite]",
        ),
        (
            "answer_about_a_reopened_case_is_lost",
            "    if last.state is QuestionState.OVERTAKEN:\n",
            "    if False:\n",
            "an_answer_about_a_case_that_was_reopened_is_kept_and_not_counted[sqlite]",
        ),
    ),
    *faults(
        "satisfaction",
        "desktop_app/intake/formats/answers.py",
        "tests/intake/test_answer_reading.py",
        (
            "words_against_the_digit_do_not_matter",
            " or (good and mark < 3) or (bad and mark > 3):",
            ":",
            "what_is_unclear_says_why",
        ),
        (
            "list_is_an_answer",
            "or _LIST.search(folded := fold(text), folded.index(digits) + 1):",
            "or not digits:",
            "another_text_is_no_answer",
        ),
    ),
    *faults(
        "satisfaction",
        "desktop_app/reports/snapshot.py",
        "tests/reports/test_monthly.py",
        (
            "old_reports_get_a_rate",
            'asked=figures.get("asked"),',
            'asked=figures.get("asked") or 0,',
            "a_report_from_before_the_question_prints_as_it_did",
        ),
    ),
)
