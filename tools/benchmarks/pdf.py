"""The Persian page beside WeasyPrint and LibreOffice: what readers find in it, how long it takes, how large it is.

One text, one run, the same fonts, sizes and margins. The text is read back at twelve margins, so that other words
begin and end the lines. WeasyPrint is in the extra `benchmarks`, LibreOffice (`soffice`) and poppler (`pdftotext`)
come with the system; what is not installed is named and not compared. Every making has a process of its own. Where
others use the computer, the ratio by the processor's time is the one to read. Figures with a «!» are not what is
wanted of them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tools.benchmarks.pdf_makers import MAKERS, TITLE, Made, Maker, NotInstalledError, Task, made, missing
from tools.benchmarks.pdf_reading import READERS, Found, found, searched
from tools.benchmarks.pdf_text import PHRASES, text

Measured = list[tuple[str, str]]
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


def run() -> Measured:
    """What was measured, as (what, figure)."""
    measured: Measured = []
    makers: list[Maker] = []
    for maker in MAKERS:
        reason = missing(maker)
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
