from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.comparison.folding import bare, flat
from tools.benchmarks import truth
from tools.benchmarks.anchors import answers, extent, table
from tools.benchmarks.revised_words import made_truth, twin_truth
from tools.benchmarks.truth.document import Placed, Unit, which_moved
from tools.benchmarks.truth.pair import Fate, Pair, Typing, fates, made_pair
from tools.benchmarks.truth.rivals import GIT, difflib_changes
from tools.benchmarks.truth.scoring import CLASSES, Found, Row, score
from tools.benchmarks.truth.words import INVISIBLE, cardinal, key, ordinal, ranges_of

PAIRS = [
    (1, True, None),
    (2, True, Typing(old="letters and digits")),
    (3, True, Typing(new="letters and spaces")),
    (4, True, Typing(all_labels=True)),
    (5, False, None),
]


@pytest.fixture(params=PAIRS, ids=str, scope="module")
def pair(request: pytest.FixtureRequest) -> Pair:
    seed, labelled, typing = request.param
    return made_pair(seed, 4_000, labelled=labelled, typing=typing)


def right(pair: Pair) -> Found:
    """Returns the findings of a perfect tool: all touched words, and every fate of a provision."""
    old = [word.place for word in pair.old_words if word.touched]
    new = [word.place for word in pair.new_words if word.touched]
    stale = [reference.place for reference in pair.references if reference.wanted]
    return Found(old, new, list(_rows(pair)), stale)


def _rows(pair: Pair) -> Iterator[Row]:
    parts: dict[tuple[int, int], tuple[str, int]] = {}
    for group, (one, both) in enumerate(pair.split):
        parts |= {(one.identity, part.identity): ("split", group) for part in both}
    for group, (several, whole) in enumerate(pair.merged):
        parts |= {(part.identity, whole.identity): ("merged", 1_000 + group) for part in several}
    for couple in pair.couples:
        name, group = parts.get((couple.old.identity, couple.new.identity), ("", -1))
        classes = {"moved": couple.moved, "renumbered": couple.renumbered, name: bool(name)}
        flags = frozenset(flag for flag, true in classes.items() if true)
        yield Row(couple.status or "edited", flags, group, _place(couple.old), _place(couple.new))


def _place(placed: Placed) -> tuple[int, int]:
    return placed.start, placed.end


def units(text: str, first: int = 0) -> list[Unit]:
    """Returns words of one letter each; the same letter at the same position is the same word."""
    return [Unit((at, at + 1), letter, ord(letter) + first) for at, letter in enumerate(text)]


def test_the_judge_knows_nothing_of_what_it_judges() -> None:
    folder = Path(truth.__file__).parent
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.startswith(("desktop_app", "ui"))], path.name


def test_a_seed_makes_the_same_pair_each_time() -> None:
    once, again, other = made_pair(7, 2_000), made_pair(7, 2_000), made_pair(8, 2_000)
    assert (once.old, once.new) == (again.old, again.new)
    assert [word.fate for word in once.new_words] == [word.fate for word in again.new_words]
    assert once.old != other.old


def test_who_finds_the_truth_is_right_in_everything(pair: Pair) -> None:
    found = score(pair, right(pair))
    assert found.failures == []
    assert (found.strict.false, found.strict.wanted - found.strict.found) == (0, 0)
    for name in CLASSES:
        tally = found.classes[name]
        assert (tally.found, tally.false) == (tally.wanted, 0), name


def test_who_finds_nothing_misses_everything_and_claims_nothing(pair: Pair) -> None:
    found = score(pair, Found([], [], [], []))
    assert found.words.wanted > 50
    assert (found.words.found, found.words.claimed) == (0, 0)
    assert all(tally.found == tally.claimed == 0 for tally in found.classes.values())
    assert found.classes["moved"].wanted > 0


def test_who_highlights_everything_misses_nothing_and_is_mostly_wrong(pair: Pair) -> None:
    found = score(pair, Found([(0, len(pair.old))], [(0, len(pair.new))]))
    assert found.words.found == found.words.wanted
    kept = sum(word.fate is Fate.KEPT for word in (*pair.old_words, *pair.new_words))
    assert found.words.false == kept > found.words.wanted


def test_a_wrong_claim_about_a_provision_is_counted(pair: Pair) -> None:
    everything = [
        Row("orthographic", frozenset(CLASSES), 1, row.old, row.new) for row in right(pair).rows or ()
    ]
    found = score(pair, Found([], [], everything, []))
    for name in ("moved", "orthographic", "split", "merged"):
        assert found.classes[name].false > 0, name


def test_the_smaller_part_of_a_merged_provision_is_found_moved_by_its_own_slice() -> None:
    pair = made_pair(3, 5_000)
    moved = {couple.old.identity for couple in pair.couples if couple.moved}
    parts, whole = next(one for one in pair.merged if one[0][1].identity in moved)
    first = {unit.identity for unit in parts[0].units}
    cut = max(unit.place[1] for unit in whole.units if unit.identity in first)
    assert whole.end - cut < cut - whole.start
    flags = frozenset({"moved", "merged"})
    slices = [(whole.start, cut), (cut, whole.end)]
    rows = [
        Row("unchanged", flags, 1, _place(part), place) for part, place in zip(parts, slices, strict=True)
    ]
    tally = score(pair, Found([], [], rows)).classes["moved"]
    assert (tally.found, tally.claimed, tally.false) == (2, 2, 0)


def test_the_words_and_labels_stand_where_the_truth_says(pair: Pair) -> None:
    for text, side in zip((pair.old, pair.new), pair.provisions, strict=True):
        for placed in side:
            assert text[placed.start : placed.body] == placed.label
            assert "".join(placed.spelled) == text[placed.body : placed.end]
            for unit in placed.units:
                start, end = unit.place
                assert placed.body <= start < end <= placed.end
                assert text[start:end].strip() == text[start:end]
    for text, words in ((pair.old, pair.old_words), (pair.new, pair.new_words)):
        covered = {at for word in words for at in range(*word.place)}
        letters = {at for place in ranges_of(text) for at in range(*place) if text[at] not in INVISIBLE}
        assert letters <= covered


def test_words_that_were_kept_say_the_same_on_both_sides(pair: Pair) -> None:
    for couple in pair.couples:
        if couple.status in {"unchanged", "orthographic"}:
            assert [unit.key for unit in couple.old.units] == [unit.key for unit in couple.new.units]
        if couple.status == "unchanged":
            assert pair.old[couple.old.body : couple.old.end] == pair.new[couple.new.body : couple.new.end]
        if couple.status == "edited":
            assert {unit.identity for unit in couple.old.units} & {unit.identity for unit in couple.new.units}


def test_a_pair_has_every_sort_of_change() -> None:
    made = made_pair(1, 8_000)
    assert {couple.status for couple in made.couples} >= {"unchanged", "orthographic", "edited"}
    assert any(couple.moved and couple.status == "edited" for couple in made.couples)
    assert any(couple.moved and couple.status == "unchanged" for couple in made.couples)
    assert any(couple.renumbered for couple in made.couples)
    assert made.split
    assert made.merged
    there = {placed.identity for placed in made.provisions[1]}
    here = {placed.identity for placed in made.provisions[0]}
    assert here - there
    assert there - here


@pytest.mark.parametrize(
    ("old", "new", "wanted_old", "wanted_new"),
    [
        ("abcdefg", "abcxefg", "KKKEKKK", "KKKEKKK"),
        ("abcdefg", "abcefg", "KKKEKKK", "KKKKKK"),
        ("abcdefg", "abcdefg", "KKKKKKK", "KKKKKKK"),
        ("abcd", "", "EEEE", ""),
        ("", "abcd", "", "EEEE"),
        # The kept letter between two edits is so short that it may be counted as part of them.
        ("abxcyfg", "abzcwfg", "KKE?EKK", "KKE?EKK"),
    ],
)
def test_the_fate_of_each_word(old: str, new: str, wanted_old: str, wanted_new: str) -> None:
    shown = {Fate.KEPT: "K", Fate.EDITED: "E", Fate.EITHER: "?"}
    before, after = fates(units(old), units(new))
    assert ("".join(shown[f] for f in before), "".join(shown[f] for f in after)) == (wanted_old, wanted_new)


def test_of_equal_words_side_by_side_either_may_be_the_new_one() -> None:
    old = [Unit((0, 1), "وقت", 1), Unit((2, 3), "دیگر", 2)]
    new = [Unit((0, 1), "وقت", 1), Unit((2, 3), "وقت", 9), Unit((4, 5), "دیگر", 2)]
    either = [Fate.EITHER, Fate.EITHER, Fate.KEPT]
    assert fates(old, new) == ([Fate.KEPT, Fate.KEPT], either)
    assert fates(new, old) == (either, [Fate.KEPT, Fate.KEPT])


def test_the_lighter_of_two_that_changed_places_moved() -> None:
    assert which_moved([1, 0, 2], [10, 50, 10]) == [True, False, False]
    assert which_moved([0, 1, 2], [1, 1, 1]) == [False, False, False]
    assert which_moved([3, 0, 1, 2], [20, 30, 30, 30]) == [True, False, False, False]


def test_of_two_about_as_heavy_nobody_can_say_which_moved() -> None:
    assert which_moved([1, 0, 2], [30, 31, 30]) == [None, None, False]
    assert which_moved([1, 0], [30, 30]) == [None, None]


def test_a_word_is_a_run_of_letters_digits_marks_and_zwnj() -> None:
    text = "ماده ۵ـ می‌کند، رسماً (۱۴۰۵/۰۶/۳۱) ـ «هنر\u00adمند»."
    words = [text[start:end] for start, end in ranges_of(text)]
    assert words == ["ماده", "۵ـ", "می‌کند", "رسماً", "۱۴۰۵", "۰۶", "۳۱", "هنر\u00adمند"]
    assert key("می‌کـند") == key("میکند")


def test_numbers_are_written_in_words() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 21, 30, 107)] == [
        *("اول", "دوم", "سوم", "بیست و یکم", "سی‌ام", "یکصد و هفتم"),
    ]
    assert cardinal(90) == "نود"


def test_difflib_says_which_words_it_took_out_and_put_in() -> None:
    assert difflib_changes("a b c d", "a x c d e") == [((1, 2), (1, 2)), ((4, 4), (4, 5))]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_tells_words_and_moved_lines() -> None:
    lines = [f"line {n} of a text that is long enough to be taken for moved, number {n}\n" for n in range(12)]
    old = "".join(lines)
    new = "".join([*lines[1:8], lines[0], *lines[8:]]).replace("number 5", "figure 5")
    found = GIT.find(old, new)
    assert [new[slice(*place)] for place in found.moved_new or ()] == [lines[0].rstrip("\n")]
    assert "figure" in {new[slice(*place)] for place in found.new}
    assert "number" in {old[slice(*place)] for place in found.old}


def spelled(words: str) -> str:
    """The words without differences in spelling."""
    return "".join(bare(flat(words)).split())


def test_an_annotation_on_a_rewritten_article_is_on_its_own_words_or_told_to_be_lost() -> None:
    truths = [made_truth(seed, articles=40, notes=120, rewrites=0.5) for seed in (1, 3)]
    counts = table(answers, truths)
    # A word that was replaced by itself nearby leaves no trace in any text.
    assert counts["all"]["wrong"] + counts["all"]["missed"] <= 2
    assert counts["gone"]["right"] >= 0.95 * counts["gone"]["total"]
    for made in truths:
        for note, (state, place) in zip(made.notes, answers(made), strict=True):
            start, end = extent(note, made.old)
            if place is None:
                assert state in {"orphan", "ambiguous"}
            elif state in {"exact", "moved"}:
                assert spelled(made.new.text[slice(*place)]) == spelled(made.old.text[start:end])
            else:
                assert state == "changed"


def test_of_two_equal_copies_none_is_guessed() -> None:
    found = answers(twin_truth(0, articles=60, twins=6))
    assert [state for state, _place in found] == ["ambiguous"] * 6
