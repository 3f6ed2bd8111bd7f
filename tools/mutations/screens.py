"""Faults in the screens: lists, drop-downs, keys, searches, forms, comparison, administration, and what is kept."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "screens",
        "ui/petitions/lists/table.py",
        "tests/ui/test_full_petition.py",
        (
            "focus_moves_the_list_by_a_row",
            "if self.current_table_row() < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:",
            "if event.reason() != Qt.FocusReason.MouseFocusReason:",
            "enter_opens_the_petition_over_the_whole_width_and_escape_leads_back_to_its_row "
            "escape_leads_from_the_answer_to_the_text_and_then_to_the_list",
        ),
    ),
    *faults(
        "screens",
        "ui/widgets/choice.py",
        "tests/ui/test_drop_downs.py",
        (
            "a_letter_in_a_drop_down_searches_from_its_top",
            "view.setCurrentIndex(self.model().index(before, 0))",
            "view.setCurrentIndex(self.model().index(0, 0))",
            "a_letter_begins_anew_after_the_focus_was_elsewhere",
        ),
    ),
    *faults(
        "screens",
        "ui/comparison/change_list.py",
        "tests/ui/test_comparison_questions.py",
        (
            "focus_jumps_to_the_first_change",
            "self._marking, self._passing = True, False",
            "self._marking, self._passing = False, False",
            "comparing_again_comes_back_to_the_same_question",
        ),
    ),
    *faults(
        "screens",
        "ui/widgets/finder.py",
        "tests/ui/test_inbox_filter.py",
        (
            "what_is_typed_in_a_finder_is_not_folded",
            "words = fold(typed).split()",
            "words = typed.split()",
            "conditions_are_added_by_typing_and_read_as_a_sentence",
        ),
    ),
    *faults(
        "screens",
        "ui/petitions/lists/filter_bar.py",
        "tests/ui/test_inbox_filter.py",
        (
            "clearing_the_filter_drops_the_headings",
            "return replace(ListFilter(view), **self._own)",
            "return replace(ListFilter(view), **self._own | {'grouping': Grouping.FITTING})",
            "conditions_are_added_by_typing_and_read_as_a_sentence",
        ),
    ),
    *faults(
        "screens",
        "ui/widgets/message_bar.py",
        "tests/ui/test_widgets.py",
        (
            "warnings_pass_by",
            'self._passing, self._said_at = tone in ("done", "info"), time.monotonic()',
            "self._passing, self._said_at = True, time.monotonic()",
            "what_was_done_goes_away_and_trouble_stays",
        ),
    ),
    *faults(
        "screens",
        "ui/global_search.py",
        "tests/ui/test_everywhere.py",
        (
            "answer_to_an_earlier_search_is_shown",
            "if not self._box.hasFocus() or self._box.text().strip() != text:",
            "if not self._box.hasFocus():",
            "enter_alone_searches_the_inbox_and_is_remembered",
        ),
    ),
    *faults(
        "screens",
        "ui/main_window.py",
        "tests/ui/test_everywhere.py",
        (
            "searches_of_who_signed_out_are_shown",
            "        forget_searches()\n        self.signed_out.emit()",
            "        self.signed_out.emit()",
            "searches_are_forgotten_when_a_person_leaves",
        ),
        (
            "a_screen_misses_what_changed_behind_it",
            "        self.colleagues.visit(name)\n",
            "",
            "tests/ui/test_shell.py::test_what_others_changed_reaches_the_screen_in_front_and_the_others_when_they_are_visited",
        ),
        (
            "back_and_forward_change_keys",
            'back, on = ("Alt+Right", "Alt+Left") if right_to_left()',
            'back, on = ("Alt+Left", "Alt+Right") if right_to_left()',
            "tests/ui/test_shell.py::test_the_way_back_and_on_is_remembered",
        ),
    ),
    *faults(
        "screens",
        "ui/petitions/lists/columns.py",
        "tests/ui/test_inbox_list.py",
        (
            "second_click_on_the_age_keeps_the_order",
            "return (Order.OLDEST if newest_now else Order.NEWEST), False",
            "return (Order.NEWEST if newest_now else Order.OLDEST), False",
            "a_click_on_the_header_orders_by_arrival_and_again_the_other_way",
        ),
    ),
    *faults(
        "screens",
        "ui/petitions/desk/composer.py",
        "tests/ui/test_live.py",
        (
            "words_leave_their_box_when_a_colleague_was_faster",
            "if other or not (written or possible(self.mode, detail)):",
            "if other or not possible(self.mode, detail):",
            "what_a_colleague_closed_is_seen_before_the_answer_is_sent_and_the_answer_stays_in_its_box",
        ),
    ),
    *faults(
        "screens",
        "ui/petitions/desk/details.py",
        "tests/ui/test_petition_moves.py",
        (
            "a_key_acts_on_the_next_petition",
            "            return\n        self._pending = None\n        self.explanation.close()",
            "            return\n        self.explanation.close()",
            "resolving_sends_the_reply_and_goes_to_the_next_one",
        ),
    ),
    *faults(
        "screens",
        "ui/widgets/time_line.py",
        "tests/ui/test_widget_charts.py",
        (
            "new_events_are_not_laid_out",
            "        self._known.clear()\n        there = frozenset(self.events)",
            "        there = frozenset(self.events)",
            "the_time_line_is_as_high_as_its_events_and_wraps_long_ones",
        ),
    ),
    *faults(
        "screens",
        "ui/administration/closures_panel.py",
        "tests/ui/test_closures_panel.py",
        (
            "calendar_of_the_next_year_is_not_confirmed",
            "year <= JalaliDay.of(today()).year + 1",
            "year < JalaliDay.of(today()).year + 1",
            "before_it_is_saved_a_closure_tells_what_it_does_to_windows",
        ),
    ),
    *faults(
        "screens",
        "ui/administration/history_filter.py",
        "tests/ui/test_history_panel.py",
        (
            "last_seven_days_are_eight",
            "day - timedelta(days=6), None",
            "day - timedelta(days=7), None",
            "the_reader_stays_at_the_same_event_when_it_is_read_again",
        ),
    ),
    *faults(
        "screens",
        "ui/administration/roster_panel.py",
        "tests/ui/test_administration.py",
        (
            "reading_again_overwrites_what_is_typed",
            "        if read != self._last_read:\n            self._take(read)",
            "        self._take(read)",
            "an_outcome_is_renamed_by_keys_moved_hidden_and_the_inbox_offers_it_so",
        ),
    ),
    *faults(
        "screens",
        "ui/administration/routing_panel.py",
        "tests/ui/test_routing_panel.py",
        (
            "a_rule_goes_down_instead_of_up",
            '(translate("Outcomes", "Further up"), "Alt+Up", -1),\n            (translate("Outcomes", '
            '"Further down"), "Alt+Down", 1),',
            '(translate("Outcomes", "Further up"), "Alt+Down", -1),\n            '
            '(translate("Outcomes", "Further down"), "Alt+Up", 1),',
            "rules_are_moved_by_keys_and_by_dragging",
        ),
    ),
    *faults(
        "screens",
        "ui/sign_in/first_start/window.py",
        "tests/ui/test_first_start.py",
        (
            "the_account_that_was_made_is_asked_for_again",
            "if self.page.may_go_back() and self.stack.place() > 0:",
            "if self.stack.place() > 0:",
            "this_pc_alone_by_keys_alone_from_the_language_to_the_letterhead",
        ),
    ),
    *faults(
        "screens",
        "ui/sign_in/window_lock.py",
        "tests/ui/test_lock.py",
        (
            "wrong_passwords_of_a_locked_window_cost_no_waiting",
            "            self._tries.failed(time.monotonic())\n",
            "",
            "a_wrong_password_leaves_it_locked_and_five_make_it_wait",
        ),
    ),
    *faults(
        "screens",
        "ui/importing/mapping.py",
        "tests/ui/test_sources_panel.py",
        (
            "columns_of_the_former_mapping_stay",
            'choice.choose(mapping.get(field, ""))',
            "choice.choose(mapping.get(field))",
            "the_import_page_offers_columns_that_were_saved",
        ),
    ),
    *faults(
        "screens",
        "ui/reports/period_picker.py",
        "tests/ui/test_reports_issuing.py",
        (
            "a_week_that_is_not_over_is_offered",
            "begun = following.first if kind is PeriodKind.RANGE else following.last",
            "begun = following.first",
            "a_quarter_a_year_and_days_are_chosen",
        ),
    ),
    *faults(
        "screens",
        "ui/reports/rows_behind.py",
        "tests/ui/test_reports_screen_links.py",
        (
            "due_on_the_last_day_counts_as_late",
            "due=DayRange(None, period.last - timedelta(days=1)))",
            "due=DayRange(None, period.last))",
            "every_number_of_the_page_opens_exactly_its_rows",
        ),
    ),
    *faults(
        "screens",
        "ui/unfinished.py",
        "tests/ui/test_shell.py",
        (
            "oldest_texts_come_first",
            "key=lambda draft: draft.at, reverse=True))",
            "key=lambda draft: draft.at))",
            "texts_that_come_back_are_offered_newest_first",
        ),
    ),
    *faults(
        "screens",
        "ui/notices/cards.py",
        "tests/ui/test_notice_pane.py",
        (
            "done_and_later_change_keys",
            '{"D": "done", "T": "later", "S": "again", "A": "take"}',
            '{"D": "later", "T": "done", "S": "again", "A": "take"}',
            "a_reminder_is_done_by_d_and_put_off_by_t",
        ),
    ),
    *faults(
        "screens",
        "ui/comparison/mark_book.py",
        "tests/ui/test_comparison_marks.py",
        (
            "a_mark_that_was_not_stored_wins_over_a_later_one",
            "self.waiting = {**unwritten, **self.waiting}",
            "self.waiting = {**self.waiting, **unwritten}",
            "marks_that_the_database_does_not_take_wait_and_are_sent_again",
        ),
    ),
    *faults(
        "screens",
        "ui/comparison/find_bar.py",
        "tests/ui/test_comparison_screen_finding.py",
        (
            "typing_finds_nothing_before_enter",
            "        self.field.textEdited.connect(lambda _words: self._pause.start())\n",
            "",
            "what_was_selected_elsewhere_is_let_go_of_on_the_way_to_a_change",
        ),
    ),
    *faults(
        "screens",
        "ui/petitions/screen.py",
        "tests/ui/test_bulk_work.py",
        (
            "a_list_stays_as_it_was_before_a_run",
            "        self.bulk.done.connect(self.refresh)\n",
            "",
            "all_of_a_view_is_done_by_its_filter_and_what_stays_is_named",
        ),
    ),
)
