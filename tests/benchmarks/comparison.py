"""How long a comparison takes, beside `difflib` over the same words in the same run.

`difflib.SequenceMatcher(autojunk=False)` may need minutes: it runs in a process of its own with a limit, and a
run that was cut off is reported as "at least". The texts are made drafts (see `tests.comparison.drafts`).
"""

from __future__ import annotations

import difflib
import multiprocessing
import random
import statistics
import time

from desktop_app.comparison.engine import compare_texts
from tests.comparison.drafts import articles, noisy, revised, written

#: Seconds after which difflib is stopped.
DIFFLIB_LIMIT = 180.0
_WORDS_OF_AN_ARTICLE = 76


def revisions(words: int, seed: int = 1) -> tuple[str, str]:
    """A draft of about `words` words and its revision: a sixth of the articles edited, some moved, put in,
    taken out."""
    chance = random.Random(seed)
    chapters = [articles(chance, 30) for _ in range(max(1, words // (30 * _WORDS_OF_AN_ARTICLE)))]
    return written(chapters), written(revised(chapters, chance))


def _seconds(old: str, new: str, runs: int = 5) -> float:
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        compare_texts(old, new)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _difflib(old: str, new: str, answer: multiprocessing.SimpleQueue[float]) -> None:
    start = time.perf_counter()
    difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False).get_opcodes()
    answer.put(time.perf_counter() - start)


def difflib_seconds(old: str, new: str, limit: float = DIFFLIB_LIMIT) -> tuple[float, bool]:
    """Seconds that difflib took over the words, and whether it ended; else the limit."""
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.SimpleQueue[float] = context.SimpleQueue()
    process = context.Process(target=_difflib, args=(old, new, answer))
    process.start()
    process.join(limit)
    if process.is_alive():
        process.terminate()
        process.join()
        return limit, False
    return answer.get(), True


def _floor(old: str, new: str) -> float:
    """Seconds to fold and hash the lines of both texts: less than that no comparison can take."""
    from desktop_app.comparison.folding import flat  # noqa: PLC0415 - the thing measured, not the benchmark's own

    start = time.perf_counter()
    for text in (old, new):
        {hash(line) for line in flat(text).split("\n")}
    return time.perf_counter() - start


def run(*, petitions: int = 0) -> list[tuple[str, str]]:
    """What was measured, as (what, figure). No petition is needed for it."""
    del petitions
    old, new = revisions(50_000)
    words = len(old.split())
    mine = _seconds(old, new)
    theirs, ended = difflib_seconds(old, new)
    least = "" if ended else "≥ "
    long_old, long_new = revisions(150_000)
    long_mine, spelled = _seconds(long_old, long_new), _seconds(long_old, noisy(long_new), 3)
    floor = statistics.median(_floor(long_old, long_new) for _ in range(5))
    return [
        (f"compare two revisions of {words:,} words", f"{mine * 1000:,.0f} ms"),
        ("difflib over the same words", f"{least}{theirs * 1000:,.0f} ms"),
        ("times faster than difflib (wanted: 50)", f"{least}{theirs / mine:,.0f} ×"),
        (f"compare two revisions of {len(long_old.split()):,} words", f"{long_mine * 1000:,.0f} ms"),
        ("the same, every word spelled otherwise", f"{spelled * 1000:,.0f} ms"),
        ("folding and hashing their lines alone", f"{floor * 1000:,.0f} ms"),
    ]


if __name__ == "__main__":
    for what, figure in run():
        print(f"{what}: {figure}")
