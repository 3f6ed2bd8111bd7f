"""Faults in what the reports count."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "counting",
        "desktop_app/reports/monthly.py",
        "tests/reports/test_monthly.py",
        (
            "lateness_of_the_open_only",
            "return (self.late + self.overdue) / self.of if self.of else 0.0",
            "return self.late / self.of if self.of else 0.0",
            "lateness_is_counted_and_ranked_as_by_hand",
        ),
        (
            "change_the_other_way_round",
            "self.received - self.before",
            "self.before - self.received",
            "changes_crossings_and_totals_are_those_counted_by_hand",
        ),
        (
            "crossed_with_what_is_open",
            "counts[cell.unit, cell.kind] += cell.received",
            "counts[cell.unit, cell.kind] += cell.open",
            "changes_crossings_and_totals_are_those_counted_by_hand",
        ),
        (
            "percentile_rounds_to_the_nearest",
            "ceil(number * 9 / 10)",
            "round(number * 9 / 10)",
            "median_and_ninetieth_percentile",
        ),
        (
            "median_of_an_even_number_is_the_upper_one",
            "(_ranked(counts, (number + 1) // 2) + _ranked(counts, number // 2 + 1)) / 2",
            "float(_ranked(counts, number // 2 + 1))",
            "median_and_ninetieth_percentile",
        ),
    ),
    *faults(
        "counting",
        "desktop_app/reports/period.py",
        "tests/reports/test_period.py",
        (
            "period_before_is_a_day_short",
            "return Period(end - timedelta(days=self.days - 1), end, PeriodKind.RANGE)",
            "return Period(end - timedelta(days=self.days - 2), end, PeriodKind.RANGE)",
            "what_is_typed_is_a_period_with_its_neighbours",
        ),
    ),
    *faults(
        "counting",
        "desktop_app/reports/figure_queries.py",
        "tests/reports/test_counting.py",
        (
            "late_on_its_last_day_in_sql",
            "end_of(self.period)\n        late = func.count().filter(Petition.due_on < self",
            "end_of(self.period)\n        late = func.count().filter(Petition.due_on <= self",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "stays_that_ended_later_count",
            ".where(during(stays.c.ended, first, last))",
            ".where(stays.c.ended >= start_of_day(first))",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "second_stay_replaces_the_first",
            "func.sum(_DAYS_STAYED)",
            "func.max(_DAYS_STAYED)",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "resolved_later_is_not_open",
            "return Petition.resolved_at.is_(None), Petition.resolved_at >= end_of(self.period)",
            "return (Petition.resolved_at.is_(None),)",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "last_day_is_not_of_the_period",
            "during(Petition.received_at, period.first, period.last)",
            "during(Petition.received_at, period.first, period.last - timedelta(days=1))",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
        (
            "open_only_if_it_came_in_the_period",
            ".where(*self.along, Petition.received_at < end)",
            ".where(*self.along, during(Petition.received_at, self.period.first, self.period.last))",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
    ),
    *faults(
        "counting",
        "desktop_app/petitions/lists/conditions.py",
        "tests/reports/test_counting.py",
        (
            "on_its_last_day_it_is_overdue",
            "day_number(Petition.resolved_at) > date_number(Petition.due_on)",
            "day_number(Petition.resolved_at) >= date_number(Petition.due_on)",
            "what_is_counted_in_sql_is_what_the_definitions_count[sqlite-earliest0-periods0]",
        ),
    ),
    *faults(
        "issuing",
        "desktop_app/reports/letters/pieces.py",
        "tests/reports/test_letter_pages.py",
        (
            "signature_stands_alone",
            "yield replace(last, keep_with_next=True)",
            "yield last",
            "signature_and_copies_stand_under_the_last_lines_of_the_text",
        ),
    ),
    *faults(
        "issuing",
        "desktop_app/reports/letters/of_petitions.py",
        "tests/reports/test_letters.py",
        (
            "letter_goes_out_with_what_the_template_chooses",
            "lines, chosen = valid_addressee(addressee), chosen_for(session, LetterKind.REPLY, choices)",
            "lines, chosen = valid_addressee(addressee), chosen_for(session, LetterKind.REPLY, None)",
            "what_is_chosen_for_a_letter_goes_out_with_it_and_stays[sqlite]",
        ),
    ),
    *faults(
        "issuing",
        "desktop_app/office/letter_templates.py",
        "tests/reports/test_petition_papers.py",
        (
            "reply_greets_again",
            'values = {**values, "reply": after_greeting(values["reply"])}',
            "pass",
            "who_greets_in_a_reply_is_not_heard_twice[sqlite]",
        ),
    ),
    *faults(
        "issuing",
        "desktop_app/office/number_expressions.py",
        "tests/security/test_letters_with_roles.py",
        (
            "letter_bears_a_number_of_another_year",
            "not_(is_this_year(scope, year)), ",
            "",
            "the_rules_of_letters_hold_for_whoever_calls_them",
        ),
    ),
    *faults(
        "issuing",
        "desktop_app/reports/acts.py",
        "tests/security/test_issued_reports_with_roles.py",
        (
            "manager_of_a_unit_issues_for_the_office",
            "return or_(covers(scope, Role.MANAGER, of), administers)",
            "return or_(has_role(scope, Role.MANAGER), administers)",
            "a_unit_s_manager_issues_what_is_of_the_unit",
        ),
        (
            "older_edition_is_corrected",
            "later.scope_key == former.scope_key, later.edition > former.edition",
            "later.scope_key == former.scope_key, later.edition > former.edition + 9",
            "only_managers_issue_and_only_the_latest_edition_is_corrected",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/writing.py",
        "tests/reports/test_redline.py",
        (
            "last_insertion_touches_the_next_paragraph",
            "        if joined:\n",
            "        if not joined:\n",
            "tests/reports/test_redline_in_libreoffice.py::test_libreoffice_gives_text_tables_and_numbers_of_both_documents",
        ),
        (
            "changed_columns_are_not_counted",
            "            self._recast[old.table] = None\n",
            "            self._recast.pop(old.table, None)\n",
            "changed_columns_are_told",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/rows.py",
        "tests/reports/test_redline.py",
        (
            "deleted_row_stays_as_an_empty_one",
            '    _mark_row(row, signer.element("del", concern))\n',
            "",
            "a_row_is_tracked_as_a_row_and_a_word_of_a_cell_as_a_word",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/package.py",
        "tests/reports/test_redline.py",
        (
            "attached_template_stays",
            '_DROPPED: Final = _MACROS | {"attachedTemplate", "origin", "signature"}',
            '_DROPPED: Final = _MACROS | {"origin", "signature"}',
            "macros_and_what_may_bring_them_are_left_out",
        ),
    ),
    *faults(
        "redline",
        "desktop_app/reports/redline/accepting.py",
        "tests/reports/test_redline.py",
        (
            "deleted_marks_of_the_source_are_forgotten",
            "            _join(paragraph)\n",
            "            pass\n",
            "changes_that_the_file_already_tracked_are_accepted_first_and_that_is_told",
        ),
    ),
    *faults(
        "telling",
        "desktop_app/reports/outcome/acts.py",
        "tests/security/test_telling_by_sql.py",
        (
            "commenters_are_told_before_the_end",
            "    return not_(finished(scope))\n",
            "    return finished(scope).is_(None)\n",
            "reviewers_and_managers_of_the_unit_tell_and_nobody_else",
        ),
        (
            "every_clerk_tells",
            'return or_(reviews(scope), has_role(scope, Role.MANAGER, _of_draft(scope, "unit_id")))',
            "return or_(reviews(scope), has_role(scope, Role.MANAGER), has_role(scope, Role.CLERK))",
            "reviewers_and_managers_of_the_unit_tell_and_nobody_else",
        ),
        (
            "told_twice_runs_into_the_index",
            "found = select(row.id).where(row.comment_id == scope.item.c.id).correlate_except(row)",
            "found = select(row.id).where(row.comment_id == -scope.item.c.id).correlate_except(row)",
            "sql_tells_nobody_twice_and_chooses_no_address",
        ),
        (
            "what_was_decided_later_is_told",
            "    later = or_(comment.decided_at > frozen, comment.taken_in_at > frozen)\n",
            "    later = comment.taken_in_at > frozen\n",
            "tests/reports/test_comment_outcomes.py"
            "::test_the_act_itself_refuses_what_was_decided_after_the_summing_up[sqlite]",
        ),
        (
            "messages_go_out_that_are_off",
            "row.kind == _KIND, row.way == _way(scope), row.active)",
            "row.kind == _KIND, row.way == _way(scope))",
            "sql_tells_nobody_twice_and_chooses_no_address",
        ),
    ),
    *faults(
        "telling",
        "desktop_app/reports/outcome/planning.py",
        "tests/reports/test_comment_outcomes.py",
        (
            "reason_repeats_personal_data",
            """"" if repeats else masked(comment.reason),""",
            "masked(comment.reason),",
            "a_hidden_comment_is_answered_without_what_may_repeat_personal_data[sqlite]",
        ),
        (
            "one_sender_is_told_the_same_twice",
            "    return NotTold.SAME if told else None\n",
            "    return None\n",
            "every_member_of_a_campaign_is_told_and_one_sender_the_same_once[sqlite]",
        ),
        (
            "way_that_is_off_is_planned",
            "    if template is None:\n        return NotTold.OFF\n",
            "",
            "nothing_goes_out_until_an_administrator_switches_it_on[sqlite]",
        ),
    ),
    *faults(
        "telling",
        "desktop_app/reports/outcome/service.py",
        "tests/reports/test_comment_outcomes.py",
        (
            "only_the_head_of_a_campaign_is_told",
            "for member in one.members if",
            "for member in one.members[:1] if",
            "every_member_of_a_campaign_is_told_and_one_sender_the_same_once[sqlite]",
        ),
        (
            "page_before_the_end",
            "reports = self._summing_up.all(instrument_id) if finished else ()",
            "reports = self._summing_up.all(instrument_id)",
            "tests/reports/test_outcome_page.py::test_there_is_no_page_before_the_draft_is_finished",
        ),
    ),
    *faults(
        "telling",
        "desktop_app/petitions/outbox/composing.py",
        "tests/reports/test_comment_outcomes.py",
        (
            "old_words_crowd_out_the_link",
            '_LEFT_OUT: Final = ("old", "new")',
            "_LEFT_OUT: Final = ()",
            "a_short_message_leaves_out_the_words_of_the_provision_and_keeps_the_link",
        ),
    ),
    *faults(
        "telling",
        "desktop_app/petitions/outbox/addresses.py",
        "tests/reports/test_comment_outcomes.py",
        (
            "sender_is_taken_as_it_was_typed",
            'address = reachable(row.sender or "")',
            'address = row.sender or ""',
            "who_left_a_contact_is_told_decision_reason_words_and_link[sqlite]",
        ),
    ),
    *faults(
        "telling",
        "desktop_app/reports/publishing/package.py",
        "tests/reports/test_publishing.py",
        (
            "form_is_packed_after_the_end",
            "    if publication.is_open:\n        files |=",
            "    if publication.opened_on:\n        files |=",
            "a_package_made_again_after_the_end_says_that_it_is_over[sqlite]",
        ),
    ),
    *faults(
        "telling",
        "desktop_app/reports/publishing/pages.py",
        "tests/ui/test_publication_pages.py",
        (
            "form_is_hidden_a_day_too_early",
            "Date.now()<=Date.parse(m.content)",
            "Date.now()+86400000<=Date.parse(m.content)",
            "a_page_of_an_open_window_hides_its_form_after_the_end_by_itself",
        ),
    ),
)
