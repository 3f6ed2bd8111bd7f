"""One set of figures: the window, the command line and every document count the same changes of a pair."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.labelling import flag_name, status_name
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, Flag, ProvisionStatus
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.reports.comparison_pdf import comparison_pdf
from desktop_app.wording import use_language
from tests.comparison.drafts import articles, noisy, revised, written
from tests.reports.pdf.reading import by_pdfium
from tests.ui.comparison_samples import gallery_bylaw
from ui.comparison.footer import Footer
from ui.comparison.mark_book import MarkBook
from ui.widgets.comparison_view.changes import ChangeKind, Filter
from ui.widgets.comparison_view.reading import ComparisonReading

_PROVENANCE = Provenance("bylaw", datetime(2026, 11, 25, 7, 2, tzinfo=UTC), "reviewer")
_RULE = "ماده ۱ـ متقاضی درخواست خود را به دبیرخانه می‌دهد و رسید می‌گیرد.\n"
_LONG = (
    "ماده ۲ـ ناشر پروانه را در محل کار خود نصب می‌کند و آن را به بازرس نشان می‌دهد. "
    "بازرس گزارش بازدید را در سامانه ثبت می‌کند و نسخه‌ای از آن را به ناشر می‌سپارد.\n"
)
_PARTED = _LONG.replace(" بازرس گزارش", "\nماده ۳ـ بازرس گزارش")


def _random_pair(seed: int) -> tuple[str, str]:
    chance = random.Random(seed)
    chapters = [articles(chance, 6) for _ in range(3)]
    return written(chapters), noisy(written(revised(chapters, chance)))


def _moved_chapter() -> tuple[str, str]:
    chance = random.Random(3)
    chapters = [articles(chance, 4) for _ in range(4)]
    return written(chapters), written([chapters[0], chapters[2], chapters[3], chapters[1]])


def _pairs() -> dict[str, tuple[str, str]]:
    bylaw = gallery_bylaw()
    table = "ماده ۱ـ تعرفه‌ها:\nردیف\tخدمت\tمبلغ\n۱\tصدور\t۱۰۰\n۲\tتمدید\t۲۰۰\n"
    return {
        "bylaw": (bylaw.old.text, bylaw.new.text),
        "moved chapter": _moved_chapter(),
        "split": (_RULE + _LONG, _RULE + _PARTED),
        "merged": (_RULE + _PARTED, _RULE + _LONG),
        "table": (table, table.replace("۲۰۰", "۲۵۰").replace("۱\tصدور\t۱۰۰\n", "")),
        "spelling": (bylaw.old.text, noisy(bylaw.old.text)),
        "punctuation": (_RULE + _LONG, _RULE.replace("متقاضی", "متقاضی،") + _LONG),
        "another word": (
            _RULE + "ماده ۲ـ باز دید شود.",
            _RULE.replace("رسید", "قبض") + "ماده ۲ـ بازدید شود.",
        ),
        "stale only": (
            "ماده ۱ـ هزینه موضوع ماده ۳ نقدی است.\nماده ۲ـ حذف می‌شود.\n" + _LONG.replace("۲", "۳"),
            "ماده ۱ـ هزینه موضوع ماده ۳ نقدی است.\n" + _LONG,
        ),
        "nothing": (_RULE, _RULE),
        **{f"random {seed}": _random_pair(seed) for seed in range(4)},
    }


_PAIRS = _pairs()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("fa")


@pytest.fixture(params=_PAIRS, scope="module")
def compared(request: pytest.FixtureRequest) -> Comparison:
    return compare_texts(*_PAIRS[request.param])


def figures_of_the_text(said: str) -> dict[str, int]:
    """The figures of the sentence of `compare`, by the names of the contract."""
    names = {
        **{status_name(status): status.value for status in ProvisionStatus},
        **{flag_name(flag): flag.value for flag in Flag},
        "Weighty": "weighty",
        "Stale references": "stale_references",
    }
    found = {}
    for part in said.split(" · "):
        if changes := re.fullmatch(r"(\d+) changes", part):
            found["changes"] = int(changes[1])
        elif ": " in part:
            name, count = part.split(": ")
            found[names[name]] = int(count)
    return found


def figures_of(compared: Comparison) -> dict[str, int]:
    further = {"weighty": compared.weighty, "stale_references": len(compared.stale_references)}
    return compared.counts | further


def summary_of(lines: list[str]) -> str:
    return next(line for line in lines if " changes · " in line or line.startswith("Nothing substantive"))


def seen_only(counts: dict[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count}


def test_the_text_the_page_and_the_word_document_say_the_figures_of_json(compared: Comparison) -> None:
    document = json.loads(to_json(compared))
    counts = document["counts"]
    text = as_text(compared)
    said = summary_of(text.split("\n"))
    if counts["changes"]:
        weighty = sum(entry["weighty"] for entry in document["provisions"])
        told = {"weighty": weighty, "stale_references": len(document["stale_references"])}
        assert figures_of_the_text(said) == seen_only(counts | told)
    else:
        assert said.startswith("Nothing substantive changed.")
    assert said in as_html(compared).replace("&quot;", '"')
    word = zipfile.ZipFile(io.BytesIO(comparison_docx(compared, _PROVENANCE)))
    assert any(said in word.read(name).decode() for name in word.namelist() if name.endswith(".xml"))
    # Each change has a number of its own, in the text and on the page.
    numbers = {int(number) for number in re.findall(r"^■ (\d+)\. ", text, re.MULTILINE)}
    assert numbers == set(range(1, counts["changes"] + 1))
    anchors = [int(number) for number in re.findall(r'id="c(\d+)"', as_html(compared))]
    assert sorted(anchors) == sorted(numbers)


def test_the_printed_figures_are_those_of_json(compared: Comparison) -> None:
    counts = figures_of(compared)
    printed = "\n".join(by_pdfium(comparison_pdf(compared, _PROVENANCE, layout="list")))
    if not counts["changes"]:
        assert "Nothing substantive changed" in printed
        return
    order = [
        "changes", "weighty", "edited", "inserted", "deleted", "moved", "renumbered", "split", "merged",
        "stale_references", "orthographic", "unchanged",
    ]  # fmt: skip
    figures = [str(counts[name]) for name in order if counts[name]]
    assert " ".join(figures) in printed.split("\n")


def test_the_window_shows_the_figures_of_json(qtbot: QtBot, compared: Comparison) -> None:
    reading = ComparisonReading(compared)
    footer = Footer(QAction("previous"), QAction("next"))
    qtbot.addWidget(footer)
    footer.show_reading(reading)
    counts = figures_of(compared)
    assert footer.all_chip.count == counts["changes"]
    assert {kind: chip.count for kind, chip in footer.chips.items()} == {
        kind: counts["stale_references" if kind is ChangeKind.STALE else kind] for kind in footer.chips
    }
    assert footer.weighty_chip.count == counts["weighty"]
    assert footer.orthographic_chip.count == counts["orthographic"]
    # What the reader walks through and marks is what was counted.
    assert len(reading.shown_changes) == len(reading.substantive) == counts["changes"]
    assert len(MarkBook(reading).substantive) == counts["changes"]
    walked = {frozenset(reading.changes[change].entries) for change in reading.substantive}
    assert walked == {frozenset(change) for change in compared.changes}


def test_a_chip_shows_every_provision_that_it_counts(compared: Comparison) -> None:
    reading = ComparisonReading(compared)
    for kind in (ChangeKind.EDITED, ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.MOVED):
        reading.use_filter(Filter(frozenset({kind})))
        shown = {entry for change in reading.shown_changes for entry in reading.changes[change].entries}
        counted = {
            index
            for index, entry in enumerate(compared.entries)
            if entry.status == kind.value or kind.value in entry.flags
        }
        assert counted <= shown


def test_the_pairs_have_all_that_is_counted() -> None:
    """The other tests say nothing of a figure that is zero everywhere."""
    found = [figures_of(compare_texts(*pair)) for pair in _PAIRS.values()]
    assert all(any(counts[name] for counts in found) for name in found[0])
    weighty, stale = (compare_texts(*_PAIRS[name]) for name in ("another word", "stale only"))
    assert [entry.status for entry in weighty.entries] == [
        ProvisionStatus.EDITED,
        ProvisionStatus.ORTHOGRAPHIC,
    ]
    assert weighty.counts["changes"] == 2
    assert (stale.entries[0].status, stale.changes[0]) == (ProvisionStatus.UNCHANGED, (0,))
