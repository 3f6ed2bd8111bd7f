"""Redlines made from texts alone, and what LibreOffice itself gives back of both kinds."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.reports.redline import tracked_texts
from tests.reports.commented_documents import changed_text, random_text
from tests.reports.conftest import Resolve
from tests.reports.redline_documents import PAIRS
from tests.reports.redlines import accepted, check, rejected, text_of
from tests.reports.redlining import PROVENANCE, grids, made


def tracked_alone(old: str, new: str) -> bytes:
    """The redline of two texts without files, once it was seen that it gives both back."""
    made_alone = tracked_texts(compare_texts(old, new, old_name="۱", new_name="۲"), PROVENANCE)
    check(made_alone)
    # No document can end with a table.
    assert text_of(accepted(made_alone)).removesuffix("\n") == new
    assert text_of(rejected(made_alone)).removesuffix("\n") == old
    return made_alone


ROW = "ردیف"
TARIFF = (
    "ماده ۱ـ تعرفهٔ خدمات اداره کل در هر سال به شرح جدول زیر دریافت می‌شود:\n"
    "ردیف\tعنوان\tمبلغ\n۱\tصدور\t۵۰۰\n۲\tتمدید\t۳۰۰\nماده ۲ـ لازم‌الاجرا است."
)


def test_rows_of_texts_alone_are_rows_of_a_real_table() -> None:
    changed_words = tracked_alone(TARIFF, TARIFF.replace("۳۰۰", "۳۵۰"))
    assert [len(rows) for rows in grids(accepted(changed_words))] == [3]
    assert grids(accepted(changed_words))[0][2][2][0] == "۳۵۰"
    assert grids(rejected(changed_words))[0][2][2][0] == "۳۰۰"
    another = tracked_alone(TARIFF, TARIFF.replace("\nماده ۲", "\n۳\tالمثنی\t۱۰۰\nماده ۲"))
    assert [len(rows) for rows in grids(accepted(another))] == [4]
    assert [len(rows) for rows in grids(rejected(another))] == [3]
    gone = tracked_alone(TARIFF, f"{TARIFF.partition(ROW)[0]}ماده ۲ـ لازم‌الاجرا است.")
    assert not grids(accepted(gone))
    new = tracked_alone(f"{TARIFF.partition(ROW)[0]}ماده ۲ـ لازم‌الاجرا است.", TARIFF)
    assert not grids(rejected(new))
    assert [len(rows) for rows in grids(accepted(new))] == [3]
    tracked_alone(TARIFF.rpartition("\n")[0], TARIFF.replace("۵۰۰", "۵۵۰").rpartition("\n")[0])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1 << 32))
def test_texts_alone_come_back_with_tables_wherever_they_stand(seed: int) -> None:
    chance = random.Random(seed)
    old = random_text(chance)
    tracked_alone(old, changed_text(chance, old))


def _shape(found: list[Any]) -> list[Any]:
    """What LibreOffice shows, without the marks of notes, which are no text of a comparison."""
    return [
        {name: _shape(content) for name, content in block.items()}
        if isinstance(block, dict) else " ".join(block.translate(str.maketrans("", "", "12345")).split())
        for block in found
    ]  # fmt: skip


def test_libreoffice_gives_text_tables_and_numbers_of_both_documents(
    in_libreoffice: Resolve, tmp_path: Path
) -> None:
    documents: dict[str, bytes] = {}
    for name, pair in PAIRS.items():
        old, new = pair.written(tmp_path, name)
        documents |= {f"{name}-old": old.read_bytes(), f"{name}-new": new.read_bytes()}
        documents |= {f"{name}-forth": made(old, new).data, f"{name}-back": made(new, old).data}
    found = in_libreoffice(documents, shapes=True)
    for name in PAIRS:
        old, new = (found[f"{name}-{side}"]["shapes"]["opened"] for side in ("old", "new"))
        for way, (before, after) in {"forth": (old, new), "back": (new, old)}.items():
            said = found[f"{name}-{way}"]
            assert said["left"] == 0, (name, way)
            assert _shape(said["shapes"]["rejected"]) == _shape(before), (name, way)
            if (name, way) != ("typed_numbers", "back"):
                # Typed digits are Persian, those of LibreOffice's lists are not.
                assert _shape(said["shapes"]["accepted"]) == _shape(after), (name, way)


def test_libreoffice_gives_the_tables_of_texts_alone_back(in_libreoffice: Resolve) -> None:
    others = {
        "cell": TARIFF.replace("۳۰۰", "۳۵۰"),
        "row": TARIFF.replace("\nماده ۲", "\n۳\tالمثنی\t۱۰۰\nماده ۲"),
        "gone": f"{TARIFF.partition(ROW)[0]}ماده ۲ـ لازم‌الاجرا است.",
        "column": TARIFF.replace("\tعنوان", "").replace("\tصدور", "").replace("\tتمدید", ""),
    }
    documents = {"old": tracked_alone(TARIFF, TARIFF)}
    for name, new in others.items():
        documents |= {name: tracked_alone(new, new), f"{name}-forth": tracked_alone(TARIFF, new)}
        documents[f"{name}-back"] = tracked_alone(new, TARIFF)
    found = in_libreoffice(documents, shapes=True)
    for name in others:
        shapes = {side: _shape(found[side]["shapes"]["opened"]) for side in ("old", name)}
        for way, (before, after) in {"forth": ("old", name), "back": (name, "old")}.items():
            said = found[f"{name}-{way}"]
            assert said["left"] == 0, (name, way)
            assert _shape(said["shapes"]["rejected"]) == shapes[before], (name, way)
            assert _shape(said["shapes"]["accepted"]) == shapes[after], (name, way)
