"""Whether articles that were rewritten are paired, on made drafts and laws with known truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.engine import compare_texts
from tools.benchmarks.truth.revising import Rewriting, Shares, rewriting

Measured = list[tuple[str, str]]
_SEEDS: Final = range(1, 9)
_WORDS: Final = 8_000
DRAFT_AND_LAW: Final = Shares(rewritten=0.7, edited=0.1, deleted=0.08, inserted=0.15, moved=0.05)
MANY_GONE: Final = Shares(rewritten=0.0, edited=0.3, deleted=0.3, inserted=0.3)
MANY_GONE_REWRITTEN: Final = Shares(rewritten=0.35, edited=0.1, deleted=0.3, inserted=0.3)


@dataclass(slots=True)
class Tally:
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


def measured(shares: Shares) -> Tally:
    made = Tally()
    for seed in _SEEDS:
        made.count(rewriting(seed, _WORDS, shares))
    return made


def run() -> Measured:
    """What was measured, as (what, figure)."""
    made: Measured = []
    for what, shares in (
        ("a draft and its law", DRAFT_AND_LAW),
        ("30 % deleted, others inserted", MANY_GONE),
        ("the same, and a third rewritten", MANY_GONE_REWRITTEN),
    ):
        one = measured(shares)
        made += [
            ("", ""),
            (what, f"{one.pairs:,} pairs"),
            (
                "  rewritten articles found (wanted: ≥ 95 %)",
                f"{one.found} of {one.rewritten} ({one.found / max(1, one.rewritten):.1%})",
            ),
            ("  wrong pairs (wanted: ≤ 1 %)", f"{one.wrong} ({one.wrong / max(1, one.pairs):.1%})"),
            (
                "  deleted articles that were paired (wanted: ≤ 2 %)",
                f"{one.false} of {one.gone} ({one.false / max(1, one.gone):.1%})",
            ),
        ]
    return made
