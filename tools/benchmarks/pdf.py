"""The Persian page beside WeasyPrint and LibreOffice: what readers find in it, how long it takes, how large it is.

One text, one run, the same fonts, sizes and margins. The text is read back at twelve margins, so that other words
begin and end the lines. WeasyPrint is in the extra `benchmarks`, LibreOffice (`soffice`) and poppler (`pdftotext`)
come with the system; what is not installed is named and not compared. Every making has a process of its own. Where
others use the computer, the ratio by the processor's time is the one to read. Figures with a «!» are not what is
wanted of them.

`python -m tools.benchmarks.pdf FILE PHRASE …` prints how often Qt's search finds each phrase, as JSON.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2
from rapidfuzz.distance import Levenshtein

from desktop_app.persian.text import fold
from tools.benchmarks import pdf_makers
from tools.benchmarks.pdf_makers import PHRASES, TITLE, Made, Maker, NotInstalledError, Task, made, text

Measured = list[tuple[str, str]]
#: Marks that readers put round left-to-right pieces when they write a line out.
_DIRECTION: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
#: What stands above and below a page of ours and is not of the text.
_PAGE_NUMBER: Final = re.compile("(میز مشارکت)?(صفحهٔ[۰-۹]+از[۰-۹]+)?")
#: Chapters of the text that is read back, and of the one that fills thirty pages.
_READ, _THIRTY = 4, 12
_LEAST_WORDS, _MOST_ERRORS, _LEAST_PHRASES = 0.995, 0.02, 9
#: Margins in points.
_MARGINS: Final = range(36, 96, 5)
_MOST_MEGABYTES, _MOST_FILE = 150.0, 1.5
#: What is made, the most of WeasyPrint's time that is wanted, and how often it is made.
_TIMED: Final[tuple[tuple[str, Task, int, float, int], ...]] = (
    ("one page", "page", 0, 0.6, 5),
    ("thirty pages", "text", _THIRTY, 0.5, 3),
    ("table of 1,000 rows", "rows", 1_000, 0.2, 3),
)
#: Above this, other work on the computer is in the clock's seconds.
_BUSY: Final = 3.0


class Found(NamedTuple):
    """Shares of the words found exactly as they were written, and of folded characters that are wrong."""

    words: float
    errors: float


def found(written: Sequence[str], read: Iterable[str], furniture: str) -> Found:
    """Compares paragraphs with the lines of all pages; lines that only say `furniture` or a page's number are not
    counted. A word is what stands between white space: with its brackets, its full stop and its ZWNJ."""
    lines = [_DIRECTION.sub("", line) for line in read]
    known = {re.sub(r"\s", "", furniture), "میزمشارکت"}
    kept = [line for line in lines if not _furniture(re.sub(r"\s", "", line), known)]
    wanted = Counter(word for paragraph in written for word in paragraph.split())
    there = Counter(word for line in kept for word in line.split())
    exact = sum((wanted & there).values()) / wanted.total()
    right, shown = (fold(" ".join(" ".join(part).split())) for part in (written, kept))
    return Found(exact, Levenshtein.distance(right, shown) / len(right))


def _furniture(line: str, known: set[str]) -> bool:
    rest = line
    for words in known:
        rest = rest.replace(words, "")
    return not rest or bool(_PAGE_NUMBER.fullmatch(rest))


def by_poppler(path: Path) -> list[str] | None:
    """Lines as `pdftotext` writes them; None where it is not installed."""
    if shutil.which("pdftotext") is None:
        return None
    answer = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return re.split("[\n\f]", answer.stdout)


def by_pdfium(path: Path) -> list[str]:
    """Lines as pdfium copies them."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [line for page in pdf for line in page.get_textpage().get_text_range().splitlines()]
    finally:
        pdf.close()


READERS: Final[dict[str, Callable[[Path], list[str] | None]]] = {"poppler": by_poppler, "pdfium": by_pdfium}


def searched(path: Path, phrases: Sequence[str]) -> list[int]:
    """How often Qt's own search (the one of its PDF view) finds each phrase; in a process of its own."""
    call = [sys.executable, "-m", "tools.benchmarks.pdf", str(path), *phrases]
    answer = subprocess.run(call, capture_output=True, check=True, text=True)
    counts: list[int] = json.loads(answer.stdout.splitlines()[-1])
    return counts


def run() -> Measured:
    """What was measured, as (what, figure)."""
    measured: Measured = []
    makers: list[Maker] = []
    for maker in pdf_makers.MAKERS:
        reason = pdf_makers.missing(maker)
        if reason is None:
            makers.append(maker)
        else:
            measured.append((maker, reason))
    count = sum(len(passage.plain.split()) for passage in text(_READ))
    measured.append(("words of the text", f"{count:,}"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        starting = []
        for maker in makers:
            target = folder / f"{maker}.pdf"
            try:
                found_at = [_read_at(maker, margin, target) for margin in _MARGINS]
            except NotInstalledError as error:
                measured.append((maker, f"does not start here ({error}): not compared"))
                continue
            starting.append(maker)
            measured.extend(_table(maker, found_at))
            measured.append(_phrases(maker, target))
        measured.extend(_timed([maker for maker in starting if maker != "libreoffice"], folder))
        if "libreoffice" in starting:
            measured.append(("thirty pages, libreoffice with its start", _libreoffice(folder)))
        measured.extend(_large(folder))
    return measured


def _read_at(maker: Maker, margin: int, target: Path) -> dict[str, Found | None]:
    """What each reader finds in the text at this margin; None for a reader that is not installed."""
    made(maker, "text", _READ, target, margin)
    written = [passage.plain for passage in text(_READ)]
    lines = {reader: read(target) for reader, read in READERS.items()}
    return {reader: found(written, read, TITLE) if read else None for reader, read in lines.items()}


def _table(maker: Maker, found_at: Sequence[dict[str, Found | None]]) -> Iterator[tuple[str, str]]:
    asked = "exact words (asked: 99.5 %), wrong characters (at most 2 %)"
    for margin, by_reader in zip(_MARGINS, found_at, strict=True):
        figures = "; ".join(_figure(maker, reader, one) for reader, one in by_reader.items())
        yield f"{maker}, margin of {margin} pt: {asked}", figures


def _figure(maker: Maker, reader: str, one: Found | None) -> str:
    if one is None:
        return f"{reader} is not installed"
    bad = maker == "ours" and (one.words < _LEAST_WORDS or one.errors > _MOST_ERRORS)
    return f"{reader} {one.words:.1%}, {one.errors:.2%}{'!' * bad}"


def _phrases(maker: Maker, target: Path) -> tuple[str, str]:
    hits = sum(count > 0 for count in searched(target, PHRASES))
    bad = maker == "ours" and hits < _LEAST_PHRASES
    return (
        f"{maker}: phrases that Qt's search finds (asked: 9 of 10)",
        f"{hits} of {len(PHRASES)}{'!' * bad}",
    )


def _timed(makers: list[Maker], folder: Path) -> Iterator[tuple[str, str]]:
    for what, task, count, most, rounds in _TIMED:
        taken = {}
        for maker in makers:
            # A second of ten is not measured better by asking three times.
            once = maker != "ours" and task == "rows"
            figures = [made(maker, task, count, folder / "timed.pdf") for _ in range(1 if once else rounds)]
            taken[maker] = _median(figures)
            yield (
                f"{what}, {maker}",
                "clock {:.0f} ms, processor {:.0f} ms".format(*_milliseconds(taken[maker])),
            )
        if "weasyprint" in taken:
            clock, processor = (
                ours / theirs for ours, theirs in zip(taken["ours"], taken["weasyprint"], strict=True)
            )
            load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            counted = processor if load > _BUSY else clock
            yield (
                f"{what}, ours / weasyprint (asked: at most {most})",
                f"{clock:.2f} by the clock, {processor:.2f} by the processor, at a load of {load:.1f}"
                f"{'!' * (counted > most)}",
            )


def _libreoffice(folder: Path) -> str:
    figures = made("libreoffice", "text", _THIRTY, folder / "timed.pdf")
    return "clock {:.0f} ms, processor {:.0f} ms".format(*_milliseconds((figures.seconds, figures.processor)))


def _large(folder: Path) -> Iterator[tuple[str, str]]:
    target = folder / "large.pdf"
    figures = made("ours", "rows", 10_000, target)
    size = target.stat().st_size / 1e6
    yield "10,000 rows", f"clock {figures.seconds:.1f} s, processor {figures.processor:.1f} s"
    yield "10,000 rows: file (asked: at most 1.5 MB)", f"{size:.2f} MB{'!' * (size > _MOST_FILE)}"
    if figures.before is not None and figures.behind is not None:
        more = figures.behind - figures.before
        yield (
            "10,000 rows: peak of memory above the start (asked: at most 150 MB)",
            f"{more:.0f} MB{'!' * (more > _MOST_MEGABYTES)}",
        )


def _median(figures: list[Made]) -> tuple[float, float]:
    return statistics.median(made.seconds for made in figures), statistics.median(
        made.processor for made in figures
    )


def _milliseconds(seconds: tuple[float, float]) -> tuple[float, float]:
    return seconds[0] * 1000, seconds[1] * 1000


def main() -> None:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - of the child alone
    from PySide6.QtPdf import QPdfDocument, QPdfSearchModel  # noqa: PLC0415

    application = QGuiApplication(sys.argv[:1])
    document, model = QPdfDocument(), QPdfSearchModel()
    document.load(sys.argv[1])
    model.setDocument(document)
    counts = []
    for phrase in sys.argv[2:]:
        model.setSearchString(phrase)
        counts.append(sum(len(model.resultsOnPage(page)) for page in range(document.pageCount())))
    print(json.dumps(counts))
    # The model asks its document for as long as it is there itself.
    del model
    del document, application


if __name__ == "__main__":
    main()
