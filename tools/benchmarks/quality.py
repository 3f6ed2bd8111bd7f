"""How right a comparison is, on made revisions with known truth, beside other tools on the same texts.

False = highlighted words that were not edited ÷ all highlighted; missed = edited words not highlighted ÷ all
edited. Words of which nobody can say (see `truth.pair.Fate`) count in neither; the rows «by the author's hand»
count them all the same. A «!» behind a figure says that it is not what is wanted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.comparison.engine import compare_texts, to_json
from tools.benchmarks.truth.pair import Pair, Typing, made_pair
from tools.benchmarks.truth.revising import Rewriting, Shares, rewriting
from tools.benchmarks.truth.rivals import DIFFLIB, GIT, LIBREOFFICE, REDLINES, Rival, UnavailableError
from tools.benchmarks.truth.scoring import Found, Score, Tally, found_in, score
from tools.benchmarks.truth.weighing import FRESH, HARD, HELD_OUT, TUNED, weighed

Measured = list[tuple[str, str]]
_WIDTH: Final = 13
_CLEAN: Final = Typing(scattered=0, labels=0)
_SEEDS: Final = range(1, 9)
_PAIRED_WORDS: Final = 8_000
DRAFT_AND_LAW: Final = Shares(rewritten=0.7, edited=0.1, deleted=0.08, inserted=0.15, moved=0.05)
MANY_GONE: Final = Shares(rewritten=0.0, edited=0.3, deleted=0.3, inserted=0.3)
MANY_GONE_REWRITTEN: Final = Shares(rewritten=0.35, edited=0.1, deleted=0.3, inserted=0.3)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a pair is made from."""

    seed: int
    words: int
    labelled: bool = True
    typing: Typing | None = None
    twins: float = 0.0
    merged: float = 0.012

    def make(self) -> Pair:
        """The pair."""
        return made_pair(
            self.seed,
            self.words,
            labelled=self.labelled,
            typing=self.typing,
            twins=self.twins,
            merged=self.merged,
        )


#: Every size, several seeds; noise here and there, one side typed otherwise throughout, all labels otherwise.
ALL: Final = (
    *(Recipe(seed, 5_000) for seed in range(1, 9)),
    *(Recipe(seed, 5_000, typing=Typing(old="letters and digits")) for seed in (9, 10)),
    *(Recipe(seed, 5_000, typing=Typing(new="letters and spaces")) for seed in (11, 12)),
    *(Recipe(seed, 5_000, typing=Typing(all_labels=True)) for seed in (13, 14)),
    *(Recipe(seed, 5_000, labelled=False) for seed in (1, 2, 3)),
    *(Recipe(seed, 20_000) for seed in (1, 2, 3)),
    Recipe(4, 20_000, typing=Typing(old="letters and spaces")),
    Recipe(5, 20_000, labelled=False),
    *(Recipe(seed, 50_000) for seed in (1, 2)),
    Recipe(3, 50_000, typing=Typing(old="letters")),
    Recipe(1, 150_000),
)
#: Articles that are nearly equal, and provisions that took in another one.
ALIKE_AND_MERGED: Final = tuple(Recipe(seed, 8_000, twins=0.4, merged=0.1) for seed in range(51, 59))
#: As character recognition leaves NEW.
LOST_LABELS: Final = (
    *(Recipe(seed, 8_000, typing=Typing(lost=0.33)) for seed in range(1, 7)),
    *(Recipe(seed, 5_000, typing=Typing(lost=0.33)) for seed in range(31, 45)),
)
#: The same regulations twice: as two typists leave them, and spelled alike.
SMALL: Final = (
    Recipe(1, 5_000),
    Recipe(2, 5_000, typing=Typing(old="letters and digits")),
    Recipe(3, 5_000, typing=Typing(all_labels=True)),
    Recipe(4, 5_000, labelled=False),
)
ALIKE: Final = tuple(Recipe(one.seed, one.words, one.labelled, _CLEAN) for one in SMALL)


def _ours(old: str, new: str) -> Found:
    return found_in(json.loads(to_json(compare_texts(old, new))))


OURS: Final = Rival("Mosharekat", _ours, fast=True)
RIVALS: Final = (DIFFLIB, GIT, REDLINES, LIBREOFFICE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table: a share of a score, None where it says nothing, and what is wanted of it."""

    what: str
    figure: Callable[[Score], float | None]
    least: float | None = None
    most: float | None = None

    @property
    def wanted(self) -> str:
        if self.least is not None:
            return f"≥ {self.least:.1%}"
        return "" if self.most is None else f"≤ {self.most:.1%}" if self.most else "none"

    def shown(self, scored: Score, *, judged: bool) -> str:
        share = self.figure(scored)
        if share is None:
            return "—"
        bad = (self.least is not None and share < self.least) or (self.most is not None and share > self.most)
        return f"{share:.2%}{' !' if bad and judged else ''}"


def _false(tally: Tally) -> float | None:
    return tally.false / tally.claimed if tally.claimed else 0.0


def _missed(tally: Tally) -> float | None:
    return None if tally.recall is None else 1 - tally.recall


def _of(*names: str) -> Callable[[Score], Tally | None]:
    def tally(scored: Score) -> Tally | None:
        if not scored.known & set(names):
            return None
        made = Tally()
        for name in names:
            made.add(scored.classes[name])
        return made

    return tally


def _class_lines(what: str, least: float, most: float | None, *names: str) -> tuple[_Line, _Line]:
    of = _of(*names)

    def recall(scored: Score) -> float | None:
        tally = of(scored)
        return None if tally is None else tally.recall

    def false(scored: Score) -> float | None:
        tally = of(scored)
        return None if tally is None else _false(tally)

    return _Line(f"{what} found", recall, least=least), _Line(f"{what} claimed falsely", false, most=most)


LINES: Final = (
    _Line("falsely highlighted words", lambda scored: _false(scored.words), most=0.015),
    _Line("missed words", lambda scored: _missed(scored.words), most=0.002),
    _Line("falsely highlighted, by the author's hand", lambda scored: _false(scored.strict)),
    _Line("missed, by the author's hand", lambda scored: _missed(scored.strict)),
    *_class_lines("moved", 0.99, None, "moved"),
    *_class_lines("renumbered", 0.99, 0, "renumbered"),
    *_class_lines("orthographic", 0.995, 0, "orthographic"),
    *_class_lines("split and merged", 0.95, None, "split", "merged"),
    *_class_lines("stale references", 0.95, None, "stale"),
)


@dataclass(slots=True)
class _Standing:
    """A tool's score so far, the pairs that it was scored on, and why it was not on others."""

    score: Score = field(default_factory=Score)
    pairs: int = 0
    reason: str = ""


def scored(tools: Sequence[Rival], recipes: Sequence[Recipe]) -> tuple[dict[str, _Standing], int]:
    """How the tools stand after all pairs, and how many words OLD has in all."""
    made = {tool.name: _Standing() for tool in tools}
    words = 0
    for pair in (recipe.make() for recipe in recipes):
        words += len(pair.old_words)
        for tool in tools:
            standing = made[tool.name]
            try:
                standing.score.add(score(pair, tool.find(pair.old, pair.new)))
                standing.pairs += 1
            except UnavailableError as reason:
                standing.reason = str(reason)
    return made, words


def table(title: str, tools: Sequence[Rival], recipes: Sequence[Recipe]) -> Iterator[tuple[str, str]]:
    """The table of these tools over these pairs; only the first is judged."""
    made, words = scored(tools, recipes)
    yield "", ""
    yield f"{title}: {len(recipes)} pairs, {words:,} words", _cells(["wanted", *made])
    for line in LINES:
        figures = [
            line.shown(one.score, judged=at == 0) if one.pairs else "—"
            for at, one in enumerate(made.values())
        ]
        yield line.what, _cells([line.wanted, *figures])
    for name, one in made.items():
        if one.reason:
            yield f"  {name}: {one.pairs} of {len(recipes)} pairs", one.reason


def _cells(figures: Sequence[str]) -> str:
    return "".join(f"{figure:>{_WIDTH}}" for figure in figures)


def is_weighty(old: str, new: str) -> bool:
    """Whether our comparison tells of a weighty change."""
    return compare_texts(old, new).weighty > 0


def weights() -> Iterator[tuple[str, str]]:
    """The table of weighty changes: how many of those that were told are, and of those that are were told."""
    parts = {"tuned on": TUNED, "held out": HELD_OUT, "hard": HARD, "fresh": FRESH}
    judged = {name: weighed(part, is_weighty) for name, part in parts.items()}
    yield "", ""
    counts = ", ".join(f"{sum(1 for _ in part.changes())} {name}" for name, part in parts.items())
    yield f"Weighty changes: {counts}", _cells(["wanted", *judged])
    for what, figures in (
        ("precision", [one.precision for one in judged.values()]),
        ("recall", [one.recall for one in judged.values()]),
    ):
        yield what, _cells(["≥ 90.0%", *(f"{one:.2%}{' !' if one < 0.9 else ''}" for one in figures)])


@dataclass(slots=True)
class Paired:
    """Numbers of articles. `wrong` pairs have another partner, `false` ones pair a deleted article."""

    rewritten: int = 0
    found: int = 0
    pairs: int = 0
    wrong: int = 0
    gone: int = 0
    false: int = 0

    def count(self, made: Rewriting) -> None:
        """Adds a comparison of both texts."""
        starts = {new[0] for new in made.pairs.values()}
        self.rewritten += len(made.rewritten & made.pairs.keys())
        self.gone += len(made.gone)
        old_articles = {one[0]: one for one in (*made.pairs, *made.gone)}
        for entry in compare_texts(made.old, made.new).entries:
            if entry.old is None or entry.new is None or entry.old.start not in old_articles:
                continue
            article = old_articles[entry.old.start]
            right = made.pairs.get(article)
            self.pairs += 1
            if right is None:
                self.false += 1
            elif right[0] != entry.new.start:
                self.wrong += entry.new.start in starts or entry.old.label is not None
            elif article in made.rewritten:
                self.found += 1


def pairs() -> Iterator[tuple[str, str]]:
    """Whether articles that were rewritten are paired, on made drafts and laws."""
    for what, shares in (
        ("a draft and its law", DRAFT_AND_LAW),
        ("30 % deleted, others inserted", MANY_GONE),
        ("the same, and a third rewritten", MANY_GONE_REWRITTEN),
    ):
        one = Paired()
        for seed in _SEEDS:
            one.count(rewriting(seed, _PAIRED_WORDS, shares))
        yield "", ""
        yield what, f"{one.pairs:,} pairs"
        found = f"{one.found} of {one.rewritten} ({one.found / max(1, one.rewritten):.1%})"
        yield "  rewritten articles found (wanted: ≥ 95 %)", found
        yield "  wrong pairs (wanted: ≤ 1 %)", f"{one.wrong} ({one.wrong / max(1, one.pairs):.1%})"
        false = f"{one.false} of {one.gone} ({one.false / max(1, one.gone):.1%})"
        yield "  deleted articles that were paired (wanted: ≤ 2 %)", false


def run() -> Measured:
    """The tables: all sizes beside what is fast enough for them, small ones beside all, spelled alike, and more."""
    fast = [rival for rival in RIVALS if rival.fast]
    return [
        *table("Texts of 5,000 to 150,000 words", [OURS, *fast], ALL),
        *table("Nearly equal articles, merged provisions", [OURS], ALIKE_AND_MERGED),
        *table("A third of the labels of NEW lost", [OURS], LOST_LABELS),
        *table("Texts of 5,000 words", [OURS, *RIVALS], SMALL),
        *table("The same, spelled alike", [OURS, *RIVALS], ALIKE),
        *weights(),
        *pairs(),
    ]
