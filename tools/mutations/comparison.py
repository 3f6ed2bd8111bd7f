"""Faults in the structure and alignment of provisions, in anchors, and in parts beside the text."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_THRESHOLDS: Final = "tests/comparison/test_thresholds.py"
_PINS: Final = "tests/comparison/test_engine_pins.py"
_REWRITTEN: Final = "tests/comparison/test_rewritten.py"
_CANDIDATES: Final = "tests/comparison/test_candidates.py"
_QUESTIONS: Final = "tests/ui/test_comparison_questions.py"

ALIGNMENT: Final = (
    *faults(
        "lost_labels",
        "desktop_app/comparison/lost_labels.py",
        "tests/comparison/test_lost_labels.py",
        (
            "gaps_do_not_matter",
            "if known and missing * _SEEN >= len(known):",
            "if known:",
            "one_gap_does_not_part_many_merged_articles",
        ),
        (
            "gaps_do_not_matter_at_all",
            "if paragraphs and (missing := _missing(side)):",
            "if paragraphs and (missing := 99):",
            "articles_that_were_merged_on_purpose_stay_merged",
        ),
        (
            "a_heading_is_a_paragraph",
            "provision.kind if provision.kind.heading else LabelKind.PARAGRAPH",
            "LabelKind.PARAGRAPH",
            "two_headings_of_one_title_are_told_apart_by_what_is_below_them",
        ),
        (
            "what_is_new_stays_part_of_the_provision_before_it",
            "if _opening(side, one, end) not in theirs",
            "if False",
            "it_is_known_if_its_beginning_was_edited_as_well",
        ),
    ),
    *faults(
        "rewritten",
        "desktop_app/comparison/rewritten.py",
        _REWRITTEN,
        (
            "one_common_phrase_is_enough",
            "LEAST_KEPT: Final = 0.5",
            "LEAST_KEPT: Final = 0.3",
            "one_common_phrase_makes_no_pair",
        ),
        (
            "doubtful_pairs_are_none",
            "_ACCEPTED: Final = 0.5",
            "_ACCEPTED: Final = 0.99",
            "most_rewritten_articles_are_found_and_few_others",
        ),
        (
            "neighbours_say_nothing",
            "_NEAR: Final = (-3.5, 0.0, 1.5)",
            "_NEAR: Final = (0.0, 0.0, 0.0)",
            "neighbours_that_fit_raise_the_confidence",
        ),
        (
            "a_rival_says_nothing",
            "- 6 * max(0.0, rival - 0.6)",
            "",
            "a_second_article_that_is_nearly_as_similar_lowers_the_confidence",
        ),
        (
            "a_reviewer_is_not_heard",
            "barred = pair in self._found.apart or",
            "barred =",
            "a_reviewer_decides_against_the_pair_or_for_another_one",
        ),
        (
            "what_is_below_an_article_is_left_out",
            "while path and last < len(provisions) and provisions[last].path[: len(path)] == path:",
            "while False:",
            "most_rewritten_articles_are_found_and_few_others",
        ),
    ),
    *faults(
        "rewritten",
        "desktop_app/comparison/candidates.py",
        _CANDIDATES,
        (
            "certain_partners_are_candidates",
            "certain_new = {pair.old[0] for pair in certain}, {pair.new[0] for pair in certain}",
            "certain_new = set[int](), set[int]()",
            "an_article_of_a_certain_pair_is_no_candidate",
        ),
        (
            "pins_are_forgotten",
            "pinned(old, new, pins)[1]",
            "frozenset()",
            "articles_that_a_reviewer_parted_are_no_candidates",
        ),
        (
            "another_confidence_than_was_told",
            "if told is None\n",
            "if True\n",
            "every_uncertain_pair_of_drafts_is_a_candidate_with_the_confidence_that_was_told",
        ),
        (
            "scattered_words_speak_for_a_pair",
            "return enough and self.in_order >= _MOSTLY * self.shared",
            "return enough",
            "shared_words_are_counted_in_the_shorter_article_and_in_their_order",
        ),
        (
            "a_word_explains_several",
            "partner[at] = free[word].pop()",
            "partner[at] = free[word][-1]",
            "candidates_of_any_texts_keep_the_rules candidates_of_rewritten_drafts_keep_the_rules"
            " the_shared_words_of_both_sides_are_the_same_words",
        ),
    ),
    *faults(
        "rewritten",
        "ui/comparison/asking.py",
        _QUESTIONS,
        (
            "the_first_question_comes_again",
            "if start > answered), 0))",
            "if start >= 0), 0))",
            "comparing_again_comes_back_to_the_same_question",
        ),
        (
            "none_parts_the_best_alone",
            "chosen = candidates if number < 0 else",
            "chosen = candidates[:1] if number < 0 else",
            "tests/ui/test_comparison_questions_answers.py::test_zero_parts_the_article_from_every_candidate_that_was_shown",
        ),
    ),
    *faults(
        "rewritten",
        "desktop_app/comparison/anchors.py",
        _REWRITTEN,
        (
            "a_note_in_a_doubtful_pair_is_certain",
            "at not in self._pinned and at in self._doubtful",
            "False",
            "a_note_in_a_doubtful_pair_waits_for_a_person",
        ),
    ),
    *faults(
        "rewritten",
        "desktop_app/comparison/alignment.py",
        _THRESHOLDS,
        (
            "a_note_is_taken_for_an_article",
            "_ANY_KIND: Final = 0.75",
            "_ANY_KIND: Final = 0.6",
            "tests/comparison/test_rewritten.py::test_a_note_that_resembles_a_deleted_article_is_another_one",
        ),
    ),
    *faults(
        "alignment",
        "desktop_app/comparison/alignment.py",
        _THRESHOLDS,
        (
            "in_place_too_strict",
            "IN_PLACE: Final = 0.5",
            "IN_PLACE: Final = 0.7",
            "a_rewritten_article_that_got_another_number_is_known_in_its_place",
        ),
        (
            "in_place_too_loose",
            "IN_PLACE: Final = 0.5",
            "IN_PLACE: Final = 0.45",
            "a_rewritten_article_that_got_another_number_is_known_in_its_place",
        ),
        (
            "anywhere_too_strict",
            "ANYWHERE: Final = 0.6",
            "ANYWHERE: Final = 0.7",
            "a_rewritten_article_is_known_elsewhere_only_if_more_of_it_stayed",
        ),
        (
            "anywhere_too_loose",
            "ANYWHERE: Final = 0.6",
            "ANYWHERE: Final = 0.5",
            "a_rewritten_article_is_known_elsewhere_only_if_more_of_it_stayed",
        ),
        (
            "rewritten_too_strict",
            "_REWRITTEN: Final = 0.3",
            "_REWRITTEN: Final = 0.4",
            "an_article_of_the_same_number_between_the_same_neighbours_is_known_by_less",
        ),
        (
            "rewritten_too_loose",
            "_REWRITTEN: Final = 0.3",
            "_REWRITTEN: Final = 0.25",
            "an_article_of_the_same_number_between_the_same_neighbours_is_known_by_less",
        ),
        (
            "repeated_old_text_is_taken_as_unique",
            "places[key] = -1 if key in places else index",
            "places[key] = index",
            "of_a_text_that_stands_twice_on_one_side_the_one_in_its_place_stays",
        ),
        (
            "repeated_new_text_is_taken_as_unique",
            "seen[key] = -1 if key in seen else index",
            "seen[key] = index",
            "of_a_text_that_stands_twice_on_one_side_the_one_in_its_place_stays",
        ),
        (
            "pinned_apart_is_fixed_as_unique",
            "if new >= 0 and old >= 0 and (old, new) not in found.apart:",
            "if new >= 0 and old >= 0:",
            f"{_PINS}::test_a_pair_that_was_pinned_apart_is_two_provisions_though_they_are_equal",
        ),
        (
            "later_pin_wins",
            "elif one not in together and other not in together.values() and (one, other) not in apart:",
            "elif (one, other) not in apart:",
            f"{_PINS}::test_of_two_pins_of_one_provision_the_earlier_holds",
        ),
        (
            "label_does_not_decide_among_equals",
            "* (1.1 if same else 1.0)",
            "* (1.0 if same else 1.0)",
            "of_two_equally_alike_the_one_with_the_same_label_is_taken",
        ),
        (
            "behind_is_not_looked_at",
            "if after != at + 1 or (old, at) in found.apart:",
            "if (old, at) in found.apart:",
            "between_other_neighbours_the_same_number_says_nothing",
        ),
    ),
)
ANCHORS: Final = (
    *faults(
        "anchors",
        "desktop_app/comparison/anchors.py",
        "tests/comparison/test_anchors.py",
        (
            "twin_too_loose",
            "_MAX_INHERITED: Final = 0.5",
            "_MAX_INHERITED: Final = 0.95",
            f"{_THRESHOLDS}::test_words_that_another_article_had_for_the_most_part_are_its_own",
        ),
        (
            "twin_too_strict",
            "_MAX_INHERITED: Final = 0.5",
            "_MAX_INHERITED: Final = 0.45",
            f"{_THRESHOLDS}::test_words_that_another_article_had_for_the_most_part_are_its_own",
        ),
        (
            "margin_too_small",
            "MARGIN: Final = 8.0",
            "MARGIN: Final = 4.0",
            f"{_THRESHOLDS}::test_of_two_places_the_better_is_taken_only_if_it_leads_clearly",
        ),
        (
            "margin_too_large",
            "MARGIN: Final = 8.0",
            "MARGIN: Final = 10.0",
            f"{_THRESHOLDS}::test_of_two_places_the_better_is_taken_only_if_it_leads_clearly",
        ),
        (
            "floor_too_low",
            "FLOOR: Final = 72.0",
            "FLOOR: Final = 60.0",
            f"{_THRESHOLDS}::test_another_form_of_a_word_is_known_in_its_place_and_another_word_is_not",
        ),
        (
            "floor_too_high",
            "FLOOR: Final = 72.0",
            "FLOOR: Final = 80.0",
            f"{_THRESHOLDS}::test_another_form_of_a_word_is_known_in_its_place_and_another_word_is_not",
        ),
        (
            "survives_too_strict",
            "SURVIVES: Final = 0.3",
            "SURVIVES: Final = 0.5",
            f"{_THRESHOLDS}::test_what_is_left_of_a_quote_keeps_its_note_if_it_is_a_third",
        ),
        (
            "few_words_are_believed_elsewhere",
            "distinctive = len(words_of(quote)) >= _DISTINCTIVE_WORDS and not repeated",
            "distinctive = not repeated",
            f"{_THRESHOLDS}::test_a_quote_of_few_words_is_not_believed_elsewhere",
        ),
        (
            "no_quote_is_believed_by_itself",
            "_DISTINCTIVE_WORDS: Final = 4",
            "_DISTINCTIVE_WORDS: Final = 8",
            f"{_THRESHOLDS}::test_a_quote_of_few_words_is_not_believed_elsewhere",
        ),
        (
            "full_stop_stretches_the_quote",
            "pieces = largest(self._of_one_part(words or places), len(anchor.quote))",
            "pieces = largest(self._of_one_part(places), len(anchor.quote))",
            "a_full_stop_that_lived_on_does_not_stretch_a_phrase_over_a_new_sentence",
        ),
        (
            "copies_are_not_asked_about",
            "(found.state is AnchorMatch.MOVED and self._among_copies(anchor, (first, last))) or found",
            "found",
            "a_provision_that_came_back_twice_elsewhere_is_asked_about",
        ),
        (
            "what_stood_there_counts_as_new",
            "self._rated(anchor, far, new_only=True",
            "self._rated(anchor, far, new_only=False",
            f"{_THRESHOLDS}::test_words_that_another_article_had_for_the_most_part_are_its_own",
        ),
    ),
)
STRUCTURE: Final = (
    *faults(
        "structure",
        "desktop_app/comparison/recognition.py",
        "tests/comparison/test_layouts.py",
        (
            "number_below_is_not_looked_for",
            "if following is not None and following.number == label.number:",
            "if False:",
            "a_citation_at_the_start_of_a_line_is_no_label",
        ),
        (
            "amended_article_is_a_label",
            "if self._leads_on(label.start) or self._is_amended(label):",
            "if self._leads_on(label.start):",
            "a_citation_at_the_start_of_a_line_is_no_label",
        ),
        (
            "unusual_form_needs_no_series",
            "return self._in_series(reading.label, position) and not self._cited(reading.label)",
            "return not self._cited(reading.label)",
            "a_citation_at_the_start_of_a_line_is_no_label",
        ),
        (
            "citation_although_the_numbers_fit",
            "return goes_on or not (self._separated and OTHER_LAW.match(text, label.end))",
            "return False",
            "a_short_closing_article_is_an_article_of_its_own",
        ),
    ),
    *faults(
        "structure",
        "desktop_app/comparison/structure.py",
        "tests/comparison/test_linear.py",
        (
            "run_of_lines_is_read_again",
            "if line_end >= self._unjoined:",
            "if True:",
            "the_steps_of_a_comparison_grow_with_its_text",
        ),
    ),
    *faults(
        "structure",
        "desktop_app/comparison/parts.py",
        "tests/comparison/test_linear.py",
        (
            "many_parts_are_not_measured_at_once",
            "if costly or many or len(run) >= _MAX_PARTS:",
            "if costly or len(run) >= _MAX_PARTS:",
            "a_paragraph_broken_into_hundreds_of_lines_is_found_in_them",
        ),
    ),
)
PARTS: Final = (
    *faults(
        "parts",
        "desktop_app/comparison/beside_body.py",
        "tests/comparison/test_beside_body.py",
        (
            "places_of_references_are_ignored",
            "if len(before) == len(after):",
            "if False:",
            "a_rewritten_footnote_at_the_same_place_is_edited",
        ),
        (
            "a_part_moves_with_its_order",
            "flags = entry.flags - {Flag.MOVED}",
            "flags = entry.flags",
            "a_footnote_goes_with_its_article",
        ),
        (
            "a_part_never_moves",
            "if not homes.same(*homes_of) and not flags:",
            "if False:",
            "a_footnote_that_moved_to_another_article_moved",
        ),
    ),
    *faults(
        "parts",
        "desktop_app/comparison/result.py",
        "tests/comparison/test_beside_body.py",
        (
            "body_ends_with_the_text",
            "return self.parts[0].start - 1 if self.parts else len(self.text)",
            "return len(self.text)",
            "parts_leave_the_body_as_it_is",
        ),
    ),
    *faults(
        "parts",
        "desktop_app/documents/docx_body.py",
        "tests/documents/test_parts.py",
        (
            "a_note_in_a_table_is_lost",
            "self.lines.add_row(cells)",
            'self.lines.add("\\t".join(cell.text for cell in cells))',
            "a_note_in_a_table_stands_in_its_cell notes_never_change_the_text",
        ),
    ),
    *faults(
        "parts",
        "desktop_app/documents/odt_body.py",
        "tests/documents/test_parts.py",
        (
            "hidden_paragraph_is_read",
            '"true" and _paragraph_of(field)',
            '"never" and _paragraph_of(field)',
            "hidden_text_of_an_odt_is_left_out_and_named",
        ),
    ),
    *faults(
        "parts",
        "ui/widgets/comparison_view/rows.py",
        "tests/ui/test_comparison_parts.py",
        (
            "a_part_stays_behind",
            "if own is ShownSides.BOTH and Flag.MOVED not in entry.flags:",
            "if False:",
            "a_footnote_leaves_and_arrives_with_its_article",
        ),
    ),
)
FAULTS: Final[tuple[Fault, ...]] = (*ALIGNMENT, *ANCHORS, *STRUCTURE, *PARTS)
