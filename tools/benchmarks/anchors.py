"""How well annotations are found again on an amended text, beside a scorer after Hypothesis's published idea.

Truth comes from `revised_words`: every word keeps its identity through the amendments. An annotation is

- gone: none of its words is left; only an orphan is right (asking is counted apart);
- lasting: words with at least half of its letters are left; right is a place that holds at least two in five of
  those words and is, for the greater part, of them or of what was put between them (a phrase that was torn apart
  may be found by its largest piece);
- faint: in between; an orphan is right, and so is a place that is right for a lasting one.

Any other place is wrong.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from typing import Final

from desktop_app.comparison.anchors import Anchor, AnchorFinder, make_anchor
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.folding import flat
from desktop_app.comparison.structure import parse
from tools.benchmarks.quote_scorer import find_by_quote
from tools.benchmarks.revised_words import Note, Truth, Written, made_truth

SEEDS: Final = (1, 2, 3, 4, 5)
#: What was found: how, and the place or None.
Answer = tuple[str, tuple[int, int] | None]


def answers(truth: Truth) -> list[Answer]:
    """What this program says of every annotation."""
    comparison = compare_texts(truth.old.text, truth.new.text)
    finder, provisions = AnchorFinder(comparison), parse(truth.old.text)
    found: list[Answer] = []
    for note in truth.notes:
        placement = finder.find(make_anchor(truth.old.text, provisions, *extent(note, truth.old)))
        place = None if placement.start is None or placement.end is None else (placement.start, placement.end)
        found.append((placement.state.value, place))
    return found


def answers_by_quote(truth: Truth) -> list[Answer]:
    """What the scorer by quote, prefix, suffix and position says, over folded texts."""
    old, new = flat(truth.old.text), flat(truth.new.text)
    found: list[Answer] = []
    for note in truth.notes:
        start, end = extent(note, truth.old)
        place = find_by_quote(old, start, end, new)
        found.append(("orphan", None) if place is None else ("placed", place))
    return found


def extent(note: Note, old: Written) -> tuple[int, int]:
    """Where the annotated words stand in OLD, from the first to the last."""
    return old.places[note.words[0]][0], old.places[note.words[-1]][1]


def judged(note: Note, new: Written, answer: Answer, order: list[tuple[int, int]]) -> str:
    """«right», «wrong», «lost» (an orphan whose words are there), «missed» (gone, yet placed) or «asked»."""
    left = [new.places[word] for word in note.words if word in new.places]
    state, place = answer
    if state == "ambiguous":
        return "asked"
    share = sum(len(w.text) for w in note.words if w in new.places) / sum(len(w.text) for w in note.words)
    if place is None:
        return "lost" if share >= 0.5 else "right"
    if not left:
        return "missed"
    held = sum(place[0] <= start and end <= place[1] for start, end in left)
    first = bisect_left(order, (place[0], 0))
    last = bisect_left(order, (place[1], 0))
    within = max(last - first, 1)
    among = [at for at in left if place[0] <= at[0] < place[1]]
    # Words put in between, or after a split left behind, belong to the place; a foreign place holds none of ours.
    hull = (min(left)[0], max(left)[1])
    inside = sum(hull[0] <= start < hull[1] for start, _end in order[first:last])
    return "right" if among and held / len(left) >= 0.4 and inside / within >= 0.5 else "wrong"


def table(find: Callable[[Truth], list[Answer]], truths: list[Truth]) -> dict[str, Counter[str]]:
    """Verdicts by what was annotated: «all», «gone», and by the provision's fate."""
    counts: dict[str, Counter[str]] = {}
    for truth in truths:
        order = sorted(truth.new.places.values())
        for note, answer in zip(truth.notes, find(truth), strict=True):
            verdict = judged(note, truth.new, answer, order)
            gone = not any(word in truth.new.places for word in note.words)
            for row in ("all", "gone" if gone else "left", note.kind, *(sorted(note.fate) or ["untouched"])):
                counts.setdefault(row, Counter())[verdict] += 1
                counts[row]["total"] += 1
                counts[row][f"state {answer[0]}"] += 1
    return counts


def figures(counts: dict[str, Counter[str]]) -> str:
    """Wrong among all (a place for what is gone is wrong too), orphans recognised, lost and asked."""
    every, gone, left = (counts.get(row, Counter()) for row in ("all", "gone", "left"))
    wrong = every["wrong"] + every["missed"]
    return (
        f"wrong {_share(wrong, every['total'])}, orphans {_share(gone['right'], gone['total'])}, "
        f"lost {_share(left['lost'], left['total'])}, asked {_share(every['asked'], every['total'])}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.2f} %"


def speed(words: int = 150_000, count: int = 500) -> tuple[float, float, float]:
    """Seconds to compare, to map, and to find `count` annotations again on a pair of about `words` words."""
    truth = made_truth(11, articles=words // 68, notes=count)
    start = time.perf_counter()
    comparison = compare_texts(truth.old.text, truth.new.text)
    compared = time.perf_counter()
    provisions = parse(truth.old.text)
    anchors: list[Anchor] = [
        make_anchor(truth.old.text, provisions, *extent(note, truth.old)) for note in truth.notes
    ]
    finder = AnchorFinder(comparison)
    mapped = time.perf_counter()
    for anchor in anchors:
        finder.find(anchor)
    return compared - start, mapped - compared, time.perf_counter() - mapped


def run() -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    truths = [made_truth(seed) for seed in SEEDS]
    mine = table(answers, truths)
    rows = [("found again (wanted: wrong ≤ 1 %, orphans ≥ 98 %)", figures(mine))]
    for row, count in mine.items():
        shown = {name: n for name, n in count.items() if name not in {"total", "right"} and " " not in name}
        rows.append((f"  {row}: {count['total']} annotations", f"{count['right']} right, {shown or ''}"))
    states = {name[6:]: _share(n, mine["all"]["total"]) for name, n in mine["all"].items() if " " in name}
    rows.append(("  answers", ", ".join(f"{name} {share}" for name, share in sorted(states.items()))))
    rows.append(
        (
            "quote 50, prefix 20, suffix 20, position 2 (Hypothesis's)",
            figures(table(answers_by_quote, truths[:3])),
        )
    )
    compared, mapped, found = speed()
    rows.append(("500 annotations on 150,000 words (wanted: ≤ 2 s)", f"{mapped + found:.2f} s"))
    rows.append(("  comparing; anchors and map; finding", f"{compared:.2f} s; {mapped:.2f} s; {found:.2f} s"))
    return rows


if __name__ == "__main__":
    for what, figure in run():
        print(f"{what:<72} {figure}", flush=True)
