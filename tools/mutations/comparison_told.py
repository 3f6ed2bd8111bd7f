"""Faults in what a reviewer is told of a comparison: punctuation, references, weights, terms."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

TOLD: Final = (
    *faults(
        "told",
        "desktop_app/comparison/punctuation.py",
        "tests/comparison/test_punctuation.py",
        (
            "a_mark_between_digits_is_spelling",
            "[-1:].isdigit():\n        return False",
            "[-1:].isdigit():\n        return True",
            "a_mark_that_carries_a_meaning_stays_an_edit",
        ),
        (
            "a_sign_is_spelling",
            "return not (touched.isdigit() and",
            "return True or (touched.isdigit() and",
            "a_mark_that_carries_a_meaning_stays_an_edit",
        ),
        (
            "an_address_is_spelling",
            "touched.isascii() and touched.isalnum():\n        return False",
            "touched.isascii() and touched.isalnum():\n        return True",
            "a_mark_that_carries_a_meaning_stays_an_edit",
        ),
        (
            "brackets_are_marks",
            """frozenset('.،؛:؟!"-…⎯٬')""",
            """frozenset('.،؛:؟!"-…⎯٬()[]')""",
            "a_mark_that_carries_a_meaning_stays_an_edit",
        ),
    ),
    *faults(
        "told",
        "desktop_app/comparison/words.py",
        "tests/comparison/test_punctuation.py",
        (
            "a_mark_takes_the_place_of_a_word",
            "if not olds or olds.isdisjoint(",
            "if True or olds.isdisjoint(",
            "marks_that_are_added_dropped_or_exchanged_between_words_are_spelling",
        ),
    ),
    *faults(
        "told",
        "desktop_app/comparison/result.py",
        "tests/ui/test_comparison_figures.py",
        (
            "a_stale_reference_alone_is_not_counted",
            "is_change(entry) or entry.weighty or index in self.stale_by_entry",
            "is_change(entry) or entry.weighty",
            "the_pairs_have_all_that_is_counted",
        ),
        (
            "weighty_spelling_is_not_counted",
            "is_change(entry) or entry.weighty or index in self.stale_by_entry",
            "is_change(entry) or index in self.stale_by_entry",
            "the_pairs_have_all_that_is_counted",
        ),
    ),
    *faults(
        "told",
        "ui/widgets/comparison_view/changes.py",
        "tests/ui/test_comparison_figures.py",
        (
            "the_window_counts_what_moved_as_moved_only",
            "return self.kind is kind or kind in self.kinds",
            "return self.kind is kind",
            "a_chip_shows_every_provision_that_it_counts",
        ),
    ),
    *faults(
        "told",
        "desktop_app/comparison/references.py",
        "tests/comparison/test_references.py",
        (
            "a_clause_that_is_no_provision_hides_its_article",
            "for parts in range(len(address), 0, -1):",
            "for parts in range(len(address), len(address) - 1, -1):",
            "of_a_reference_to_a_part_that_is_no_provision_its_article_is_put_right",
        ),
        (
            "only_words_of_renumbered_kinds_are_searched",
            "if kind in kinds or kind > outermost]",
            "if kind in kinds]",
            "of_a_reference_to_a_part_that_is_no_provision_its_article_is_put_right",
        ),
    ),
    *faults(
        "told",
        "desktop_app/comparison/repairing.py",
        "tests/comparison/test_repairing.py",
        (
            "places_stay_where_numbers_grew",
            "if end <= edge)",
            "if end < 0)",
            "longer_and_shorter_words_shift_what_follows",
        ),
    ),
    *faults(
        "told",
        "desktop_app/comparison/stated.py",
        "tests/comparison/test_stated.py",
        (
            "several_laws_are_judged_as_one",
            "for one in statements if one}) != 1:",
            "for one in statements if one}) < 1:",
            "what_the_law_says_of_itself_is_compared_with_what_it_has",
        ),
        (
            "a_text_without_articles_is_judged",
            "if not found[LabelKind.ARTICLE]:",
            "if False:",
            "a_text_without_articles_is_not_judged",
        ),
        (
            "only_the_first_number_is_read",
            "if following is None:",
            "if following is not None:",
            "what_the_law_says_of_itself_is_compared_with_what_it_has",
        ),
    ),
)
WEIGHTS: Final = (
    *faults(
        "weights",
        "desktop_app/comparison/weight.py",
        "tests/comparison/test_weight.py",
        (
            "a_synonym_is_another_meaning",
            "return {word: meaning for meaning, listed in groups.items()",
            "return {word: word for meaning, listed in groups.items()",
            "words_of_one_meaning_weigh_nothing",
        ),
        (
            "another_form_of_an_authority_is_another_authority",
            "forms |= {word + ending: word for ending in _ENDINGS}",
            "forms |= {word + ending: word + ending for ending in _ENDINGS}",
            "words_of_one_meaning_weigh_nothing",
        ),
        (
            "the_number_of_a_cited_law_is_an_amount",
            "return bool(_amounts([*_uncited(keys)]))",
            "return bool(_amounts(keys))",
            "words_of_one_meaning_weigh_nothing",
        ),
        (
            "what_somebody_does_weighs_nothing",
            "if _strong(keys) or any(map(_is_act, keys)) or",
            "if _strong(keys) or",
            "a_provision_on_one_side_only_is_judged_too",
        ),
        (
            "either_and_both_are_the_same",
            """if {("و",), ("یا",)} == {tuple(old), tuple(new)}:""",
            """if {("و",), ("یا",)} == {tuple(old)}:""",
            "words_of_one_meaning_weigh_nothing",
        ),
        (
            "phrases_are_read_word_by_word",
            "if phrase in _PHRASES:",
            "if phrase in _STATES:",
            "words_of_one_meaning_weigh_nothing",
        ),
    ),
    *faults(
        "weights",
        "desktop_app/comparison/entries.py",
        "tests/comparison/test_weight.py",
        (
            "headings_weigh",
            "heavy = not provision.kind.heading and ",
            "heavy = ",
            "headings_and_equal_texts_weigh_nothing",
        ),
        (
            "a_deleted_provision_weighs_nothing",
            "return Entry(status, _NO_FLAGS, None, place, None, heavy=heavy)",
            "return Entry(status, _NO_FLAGS, None, place, None)",
            "a_provision_on_one_side_only_is_judged_too",
        ),
    ),
    *faults(
        "weights",
        "desktop_app/comparison/spelling.py",
        "tests/comparison/test_weight.py",
        (
            "any_lost_space_makes_another_word",
            "if before + after not in _JOINED_WORDS:",
            "if not before + after:",
            "words_of_one_meaning_weigh_nothing",
        ),
        (
            "an_invisible_joiner_makes_another_word",
            "if before[-1] not in _NEVER_JOIN or any(",
            "if before[-1] in before or any(",
            "words_of_one_meaning_weigh_nothing",
        ),
    ),
)
TERMS: Final = (
    *faults(
        "terms",
        "desktop_app/comparison/definitions.py",
        "tests/comparison/test_terms.py",
        (
            "every_list_defines_terms",
            "            if _announces(draft, one):",
            "            if one.body:",
            "other_lists_and_sentences_define_nothing",
        ),
        (
            "a_chapter_of_definitions_never_ends",
            "elif chapter is not None and one.path[: len(chapter)] == chapter:",
            "elif chapter is not None:",
            "items_on_one_line_and_articles_of_a_chapter_of_definitions_are_found",
        ),
        (
            "clauses_below_a_definition_are_left_out",
            "meaning=(*one.meaning, *below)",
            "meaning=one.meaning",
            "a_change_in_a_clause_below_a_definition_changes_it",
        ),
        (
            "a_plural_is_another_term",
            "if word.endswith(plural) and len(word) > len(plural) + 1:",
            "if word.endswith(plural) and len(word) > len(plural) + 99:",
            "a_changed_definition_is_told_with_every_provision_that_uses_the_term",
        ),
        (
            "a_term_is_found_inside_a_word",
            r"(?<![\\w{ZWNJ}])",
            r"(?<![{ZWNJ}])",
            "a_term_is_never_matched_inside_another_word",
        ),
    ),
    *faults(
        "terms",
        "desktop_app/comparison/terms.py",
        "tests/comparison/test_terms.py",
        (
            "punctuation_changes_a_definition",
            "for key in keys if key not in MARKS]",
            "for key in keys]",
            "spelling_punctuation_and_numbers_change_no_definition",
        ),
        (
            "a_longer_term_is_a_use_of_the_shorter_one",
            "passed = _Ranges([*own, *longer])",
            "passed = _Ranges([*own])",
            "a_changed_definition_is_told_with_every_provision_that_uses_the_term",
        ),
        (
            "a_definition_is_a_use_of_its_own_term",
            "passed = _Ranges([*own, *longer])",
            "passed = _Ranges([*longer])",
            "a_changed_definition_is_told_with_every_provision_that_uses_the_term",
        ),
        (
            "an_annex_doubles_definitions",
            "several.setdefault((bisect_right(annexes, one.term[0]), one.key), [])",
            "several.setdefault((0, one.key), [])",
            "a_term_that_is_defined_twice_is_told_with_both_places",
        ),
        (
            "a_definition_elsewhere_is_missed",
            "if places and not any(is_item(new, at, key) for at in uses.provisions(written)):",
            "if places:",
            "a_definition_that_moved_to_another_article_is_not_missed",
        ),
        (
            "all_words_in_guillemets_are_terms",
            "    if not marks_terms:",
            "    if not after:",
            "a_text_that_marks_its_terms_is_told_which_of_them_it_does_not_define",
        ),
    ),
    *faults(
        "terms",
        "ui/comparison/page.py",
        "tests/ui/test_comparison_terms.py",
        (
            "the_button_stays_without_a_finding",
            "self.terms_command.setVisible(bool(words))",
            "self.terms_command.setVisible(True)",
            "without_a_finding_there_is_neither_button_nor_panel",
        ),
    ),
)
FAULTS: Final[tuple[Fault, ...]] = (*TOLD, *WEIGHTS, *TERMS)
