"""Pairs of files for the comparison: only spelling, a moved chapter, a long text, terms, a table."""

from __future__ import annotations

import random
from pathlib import Path

from tests.comparison.drafts import Article, articles, edited, noisy, written
from tools.benchmarks.comparison import revisions


def pairs(folder: Path, *, words: int = 150_000) -> dict[str, tuple[Path, Path]]:
    """Writes the pairs into `folder` and returns the older and the newer file of each. `words` is the length of
    the long text.
    """
    chance = random.Random(11)
    chapters = [articles(chance, 6) for _ in range(4)]
    typical = written(chapters)
    texts = {
        "spelling": (typical, noisy(typical)),
        "moved-chapter": (typical, written(_moved_chapter(chapters, chance))),
        "long": revisions(words),
        "terms": _terms(),
        "table": (_table(350, "سه روز"), _table(420, "پنج روز")),
    }
    return {
        name: (_file(folder, f"{name}-old", old), _file(folder, f"{name}-new", new))
        for name, (old, new) in texts.items()
    }


def _moved_chapter(chapters: list[list[Article]], chance: random.Random) -> list[list[Article]]:
    """Returns the chapters with the second one moved to the end and one of its articles edited."""
    kept = [chapter for position, chapter in enumerate(chapters) if position != 1]
    moved = [Article(article.body, article.notes) for article in chapters[1]]
    moved[2] = Article(edited(moved[2].body, chance), moved[2].notes)
    return [*kept, moved]


def _terms() -> tuple[str, str]:
    """Returns a bylaw with definitions, of which one is changed, one deleted and one doubled."""
    items = ("شورا: شورای هنر استان.", "نگارخانه: محل نمایش آثار.", "شورای عالی: شورای هنر کشور.")
    old, new = items, ("شورا: شورای هنر و رسانه استان.", items[2])
    article = "گزارش بازدید شورا از نگارخانه در پرونده آن نگهداری می‌شود"
    body = "".join(f"ماده {number}ـ {article} و گام {number} کار است.\n" for number in range(2, 24))
    made = []
    for clauses, end in ((old, ""), (new, "ماده ۲۴ـ منظور از شورای عالی در این آیین‌نامه هیئت وزیران است.\n")):
        listed = "".join(f"{label}ـ {item}\n" for label, item in zip("ابپ", clauses, strict=False))
        lead = "ماده ۱ـ در این آیین‌نامه اصطلاحات زیر در معانی مشروح به کار می‌روند:\n"
        made.append(lead + listed.replace("اـ", "الفـ", 1) + body + end)
    return made[0], made[1]


def _table(fee: int, term: str) -> str:
    """Returns a bylaw with a table of fees, its cells separated by tabs, as tables of documents are read."""
    rows = [
        "ردیف\tخدمت\tتعرفه (هزار ریال)\tمهلت",
        f"۱\tصدور پروانه نگارخانه\t{fee}\t{term}",
        "۲\tتمدید پروانه نگارخانه\t۲۱۰\tدو روز",
        *(["۳\tتغییر نشانی\t۹۰\tیک روز"] if fee > 400 else []),
        "۴\tالمثنی\t۵۰\tیک روز",
    ]
    return "\n".join(
        [
            "آیین‌نامه تعرفه‌ها",
            "ماده ۱ـ تعرفه خدمات به شرح جدول زیر است:",
            *rows,
            "ماده ۲ـ این تعرفه‌ها هر سال بازبینی می‌شود.",
        ]
    )


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path
