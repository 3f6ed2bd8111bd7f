"""Three makers of PDFs over the same text, the same sizes and the same fonts; each in a process of its own.

`python -m tools.benchmarks.pdf_makers MAKER TASK COUNT FILE MARGIN` makes one PDF with so many points of margin at
both sides and prints its figures as JSON: seconds by the clock, seconds of the processor (children too), megabytes at
the peak before and behind. What is loaded on first use is there before, by a small document with other words; the
text itself has never been seen by the process.

The text is office prose with all that Persian has which makers break: digits and dates, brackets in brackets, ZWNJ,
Latin words, addresses, ezafe hamza, lam-alef, tanwin, long runs in bold, numbers with a hyphen and letters. All of it
is made up. The twenty-eight paragraphs of `pdf_text.txt` come again in every chapter with other figures, names and
addresses; `**` begins and ends bold.
"""

from __future__ import annotations

import html
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast

from desktop_app.paths import resource
from desktop_app.persian.digits import persian_digits
from tools.benchmarks.usage import peak

Maker = Literal["ours", "weasyprint", "libreoffice"]
MAKERS: Final[tuple[Maker, ...]] = ("ours", "weasyprint", "libreoffice")
#: `page`: the first passages, as many as one page holds; `text`: so many chapters; `rows`: a table of so many rows.
Task = Literal["page", "text", "rows"]
TITLE: Final = "گزارش دورهٔ میز خدمت"
_MADE_AT: Final = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)
_WARMING: Final = "گرم شدن پیش از شروع، 123 abc"
_PAGE: Final = 5
_LIMIT: Final = 600.0
#: Points at the left and at the right, where nothing else is asked.
MARGIN: Final = 56
_UNITS: Final = ("کتاب", "مطبوعات", "موسیقی", "سینمایی", "هنرهای تجسمی", "نمایش", "تبلیغات", "میراث ناملموس")
_TOWNS: Final = ("ورامین", "اسلامشهر", "دماوند", "شهر ری", "لواسان", "پیشوا")
_NAMES: Final = ("info", "dabirkhaneh", "negarkhaneh.5", "chap-nashr", "m.alavi", "archive_2")
_FORMATS: Final = ("PDF", "XLSX", "DOCX", "CSV", "ODT")
_PARAGRAPHS: Final = Path(__file__).with_name("pdf_text.txt").read_text(encoding="utf-8").splitlines()
_HEADINGS: Final = ("کلیات و آمار دوره", "یافته‌ها و پیشنهادها", "مسائل و شکایت‌ها", "تصمیم‌ها و اقدامات بعدی")
_EACH: Final = len(_PARAGRAPHS) // len(_HEADINGS)
#: What somebody would search for; each stands in every chapter.
PHRASES: Final = (
    "میز خدمت رسید",
    "هیچ درخواستی نباید بی‌پاسخ بماند",
    "تبصرهٔ",
    "ساعت ۸:۳۰",
    "ضوابط اجرایی صدور مجوز",
    "www.example.ir",
    "حتماً و کتباً",
    "سؤال متداول",
    "بلافاصله پس از آن",
    "Word و LibreOffice",
)
COLUMNS: Final = ("ردیف", "شماره", "موضوع", "واحد", "تاریخ", "وضعیت")
WEIGHTS: Final = (1.0, 1.8, 5.0, 2.0, 1.8, 2.0)


class Piece(NamedTuple):
    """Words of a paragraph in one weight."""

    text: str
    bold: bool


class Passage(NamedTuple):
    """A heading or a paragraph."""

    pieces: tuple[Piece, ...]
    heading: bool

    @property
    def plain(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def text(chapters: int) -> list[Passage]:
    """So many chapters of about 1,300 words each; the same every time."""
    chance = random.Random(1405)
    passages = []
    for chapter in range(1, chapters + 1):
        for place, title in enumerate(_HEADINGS):
            name = persian_digits(f"{chapter}.{place + 1}. ") + title
            passages.append(Passage((Piece(name, bold=True),), heading=True))
            part = _PARAGRAPHS[place * _EACH : (place + 1) * _EACH]
            passages.extend(_passage(paragraph, chance) for paragraph in part)
    return passages


def rows(count: int) -> list[list[str]]:
    """Rows of a list of petitions, as long as they are in an office; the same every time."""
    chance = random.Random(count)
    subjects = (
        "تمدید پروانهٔ",
        "پیگیری مجوز",
        "شکایت از تأخیر در صدور مجوز",
        "پرسش دربارهٔ ضوابط",
        "درخواست وقت دیدار با واحد",
    )
    states = ("در دست بررسی", "پاسخ داده شد", "ارجاع", "در انتظار مدارک")
    return [
        [
            persian_digits(str(number)),
            persian_digits(f"1405/{chance.randrange(1, 90_000):05}"),
            f"{chance.choice(subjects)} {chance.choice(_UNITS)} در {chance.choice(_TOWNS)}",
            chance.choice(_UNITS),
            _date(chance),
            chance.choice(states),
        ]
        for number in range(1, count + 1)
    ]


def _date(chance: random.Random) -> str:
    return persian_digits(f"1405/{chance.randrange(1, 13):02}/{chance.randrange(1, 30):02}")


def _passage(paragraph: str, chance: random.Random) -> Passage:
    unit, unit2 = chance.sample(_UNITS, 2)
    fmt, fmt2 = chance.sample(_FORMATS, 2)
    mail, mail2 = (f"{name}@example.ir" for name in chance.sample(_NAMES, 2))
    figures = {
        "n": chance.randrange(10, 60),
        "m": chance.randrange(100, 2_000),
        "k": chance.randrange(11, 99),
        "d": chance.randrange(2, 20),
        "e": chance.randrange(2, 9),
        "p": chance.randrange(40, 99),
        "p2": f"{chance.randrange(30, 90)}٫{chance.randrange(1, 9)}",
        "money": f"{chance.randrange(1, 99)}٬{chance.randrange(100, 999)}٬000",
        "code": f"1405/{chance.randrange(100, 9_999)}",
        "phone": f"021{chance.randrange(10_000_000, 99_999_999)}",
    }
    words = paragraph.format(
        **{name: persian_digits(str(value)) for name, value in figures.items()},
        unit=unit,
        unit2=unit2,
        fmt=fmt,
        fmt2=fmt2,
        mail=mail,
        mail2=mail2,
        date=_date(chance),
        town=chance.choice(_TOWNS),
    )
    pieces = [Piece(part, bool(place % 2)) for place, part in enumerate(words.split("**")) if part]
    return Passage(tuple(pieces), heading=False)


class NotInstalledError(Exception):
    """The maker is not on this computer."""


@dataclass(frozen=True, slots=True)
class Made:
    """What one making took; megabytes are None where the system does not tell."""

    seconds: float
    processor: float
    before: float | None
    behind: float | None


def missing(maker: Maker) -> str | None:
    """What to install for `maker`; None where it is there."""
    if maker == "weasyprint" and find_spec("weasyprint") is None:
        return "WeasyPrint is not installed (the extra `benchmarks`): not compared"
    if maker == "libreoffice" and shutil.which("soffice") is None:
        return "LibreOffice (`soffice`) is not installed: not compared"
    return None


def made(maker: Maker, task: Task, count: int, target: Path, margin: int = MARGIN) -> Made:
    """Makes `target` in a process of its own. Raises `NotInstalledError` where the maker does not start."""
    call = [sys.executable, "-m", "tools.benchmarks.pdf_makers", maker, task, str(count), str(target)]
    call.append(str(margin))
    with _fonts() as environment:
        answer = subprocess.run(
            call, capture_output=True, text=True, check=False, timeout=_LIMIT, env=environment
        )
    if answer.returncode:
        raise NotInstalledError((answer.stderr.strip() or "no word").splitlines()[-1])
    return Made(**json.loads(answer.stdout.splitlines()[-1]))


@contextmanager
def _fonts() -> Iterator[dict[str, str]]:
    """The environment in which the fonts of the program are the only ones."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "fonts.conf")
        where = resource("fonts", "Vazirmatn-Regular.ttf").parent
        settings.write_text(
            f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{where}</dir>'
            f"<cachedir>{folder}</cachedir></fontconfig>",
            encoding="utf-8",
        )
        yield os.environ | {"FONTCONFIG_FILE": str(settings)}


def _passages(task: Task, count: int) -> list[Passage]:
    return text(1)[: _PAGE + 1] if task == "page" else text(count)


def _ours(task: Task, count: int, margin: int) -> Callable[[Path], object]:
    from desktop_app.reports.pdf.document import PersianDocument  # noqa: PLC0415 - each process its own maker
    from desktop_app.reports.pdf.layout import PageLayout  # noqa: PLC0415
    from desktop_app.reports.pdf.lines import TextRun  # noqa: PLC0415
    from desktop_app.reports.pdf.shaping import Weight  # noqa: PLC0415
    from desktop_app.reports.pdf.table import PdfColumn, Table  # noqa: PLC0415

    def document() -> PersianDocument:
        return PersianDocument(TITLE, made_at=_MADE_AT, layout=PageLayout(left=margin, right=margin))

    document().paragraph([TextRun(_WARMING), TextRun(_WARMING, Weight.BOLD)]).to_bytes()
    if task == "rows":
        table = rows(count)
        columns = [PdfColumn(name, weight=weight) for name, weight in zip(COLUMNS, WEIGHTS, strict=True)]
        return document().add(Table(columns, table)).write
    made = document()
    for passage in _passages(task, count):
        if passage.heading:
            made.heading(passage.plain)
        else:
            made.paragraph(
                [TextRun(piece.text, Weight.BOLD if piece.bold else None) for piece in passage.pieces]
            )
    return made.write


_STYLE: Final = """
@page { size: A4; margin: 48pt MARGINpt 62pt }
body { font: 10.5pt/19pt Vazirmatn; color: #1D1F20; margin: 0 }
p { text-align: justify; margin: 6pt 0 0 } h1 { font-size: 12pt; margin: 16pt 0 0 }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 9.5pt; line-height: 15pt }
td, th { text-align: right; padding: 2.5pt 0 2.5pt 10pt; border-bottom: .4pt solid #D3CFC6 }
tr { break-inside: avoid }
"""


def _page_of(body: str, margin: int) -> str:
    return (
        f'<!doctype html><html dir="rtl" lang="fa"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f"<style>{_STYLE.replace('MARGIN', str(margin))}</style></head><body>{body}</body></html>"
    )


def _weasyprint(task: Task, count: int, margin: int) -> Callable[[Path], object]:
    from weasyprint import HTML  # noqa: PLC0415 - not every computer has it

    HTML(string=_page_of(f"<p>{_WARMING}<b>{_WARMING}</b></p>", margin)).write_pdf()
    if task == "rows":
        columns = "".join(f'<col style="width:{100 * weight / sum(WEIGHTS):.2f}%">' for weight in WEIGHTS)
        head = "".join(f"<th>{name}</th>" for name in COLUMNS)
        body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows(count))
        whole = f"<table>{columns}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    else:
        whole = "".join(
            f"<h1>{html.escape(passage.plain)}</h1>"
            if passage.heading
            else "<p>"
            + "".join(_inline(piece.text, "b" if piece.bold else "") for piece in passage.pieces)
            + "</p>"
            for passage in _passages(task, count)
        )
    return lambda target: HTML(string=_page_of(whole, margin)).write_pdf(target)


def _inline(words: str, tag: str) -> str:
    return f"<{tag}>{html.escape(words)}</{tag}>" if tag else html.escape(words)


def _libreoffice(task: Task, count: int, margin: int) -> Callable[[Path], object]:
    if task == "rows":
        raise NotInstalledError("tables are not made by it here")
    body = "".join(
        f'<text:p text:style-name="{"H" if passage.heading else "P"}">'
        + "".join(
            f'<text:span text:style-name="B">{html.escape(piece.text)}</text:span>'
            if piece.bold
            else html.escape(piece.text)
            for piece in passage.pieces
        )
        + "</text:p>"
        for passage in _passages(task, count)
    )

    def make(target: Path) -> None:
        source = target.with_suffix(".fodt")
        source.write_text(_FLAT.replace("MARGIN", str(margin)).replace("BODY", body), encoding="utf-8")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation={Path(profile).as_uri()}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    str(target.parent),
                    str(source),
                ],
                capture_output=True,
                check=True,
            )
        source.with_suffix(".pdf").replace(target)

    return make


_FLAT: Final = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="V" svg:font-family="Vazirmatn"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph">
<style:paragraph-properties style:writing-mode="rl-tb"/>
<style:text-properties style:font-name="V" style:font-name-complex="V" fo:font-size="10.5pt"
 style:font-size-complex="10.5pt" style:language-complex="fa" style:country-complex="IR"/>
</style:default-style></office:styles>
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"
 fo:text-align="justify" fo:margin-top="6pt" fo:line-height="19pt"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"
 fo:margin-top="16pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="12pt"
 style:font-size-complex="12pt" fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"
 style:font-weight-complex="bold"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="595pt" fo:page-height="842pt"
 fo:margin-top="48pt" fo:margin-bottom="62pt" fo:margin-left="MARGINpt" fo:margin-right="MARGINpt"
 style:writing-mode="rl-tb"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>BODY</office:text></office:body></office:document>
"""
_BY_NAME: Final[dict[Maker, Callable[[Task, int, int], Callable[[Path], object]]]] = {
    "ours": _ours,
    "weasyprint": _weasyprint,
    "libreoffice": _libreoffice,
}


def _processor() -> float:
    taken = os.times()
    return taken.user + taken.system + taken.children_user + taken.children_system


def main() -> None:
    maker, task, count, target, margin = sys.argv[1:]
    make = _BY_NAME[cast(Maker, maker)](cast(Task, task), int(count), int(margin))
    before, began, processor = peak(), time.perf_counter(), _processor()
    make(Path(target))
    figures = Made(time.perf_counter() - began, _processor() - processor, before, peak())
    print(json.dumps(asdict(figures)))


if __name__ == "__main__":
    main()
