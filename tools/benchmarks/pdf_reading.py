"""What readers find in a PDF of a known text: exact words, wrong characters, phrases that a search finds.

`python -m tools.benchmarks.pdf_reading FILE PHRASE …` prints how often Qt's search finds each phrase, as JSON.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2
from rapidfuzz.distance import Levenshtein

from desktop_app.persian.text import fold

#: Marks that readers put round left-to-right pieces when they write a line out.
_DIRECTION: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
#: What stands above and below a page of ours and is not of the text.
_PAGE_NUMBER: Final = re.compile("(میز مشارکت)?(صفحهٔ[۰-۹]+از[۰-۹]+)?")


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
    call = [sys.executable, "-m", "tools.benchmarks.pdf_reading", str(path), *phrases]
    answer = subprocess.run(call, capture_output=True, check=True, text=True)
    counts: list[int] = json.loads(answer.stdout.splitlines()[-1])
    return counts


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
