"""Pairs of made documents for the redline: tables, automatic numbers, notes, margins, styles, fields, boxes."""

# ruff: noqa: E501 - a paragraph or a row is a line

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.documents.packages import level, lists, numbered, paragraph, write_docx


@dataclass(frozen=True)
class Pair:
    """The bodies of OLD and NEW, and the other parts; `new_parts` are those of NEW where they differ."""

    old: str
    new: str
    parts: dict[str, str] = field(default_factory=dict)
    new_parts: dict[str, str] = field(default_factory=dict)

    def written(self, folder: Path, name: str) -> tuple[Path, Path]:
        old: Any = self.parts
        new: Any = {**self.parts, **self.new_parts}
        return write_docx(folder / f"{name}_old.docx", self.old, **old), write_docx(
            folder / f"{name}_new.docx", self.new, **new
        )


STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:pPr><w:bidi/></w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="Article"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>'
)
ARTICLES: Final = lists(
    level(0, "decimal", "ماده %1")
    + level(1, "decimal", "تبصره %2")
    + level(2, "lowerLetter", "%3)"),
    level(0, "bullet", "•"),
    level(0, "decimal", "%1."),
)  # fmt: skip


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(*content: str, properties: str = "<w:bidi/>") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def cell(content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<w:tc>") else cell(paragraph(one)) for one in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def table(*rows: str, columns: int = 3) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    look = '<w:tblPr><w:tblStyle w:val="Grid"/><w:bidiVisual/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field_of(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + run(result) + mark("end")


def box(*texts: str) -> str:
    inside = "".join(paragraph(text) for text in texts)
    return f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


_FOOTNOTE: Final = (
    '<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>' + run(" پانوشت {n}") + "</w:p></w:footnote>"
)
NOTES: Final = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    + _FOOTNOTE.format(n=1) + _FOOTNOTE.format(n=2)
)  # fmt: skip


def note(number: int) -> str:
    look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'


_LAW_OLD: Final = (
    styled("آیین‌نامهٔ نمونهٔ صدور پروانه", "Heading1")
    + styled("مهلت بررسی هر درخواست سی روز است.", "Article")
    + numbered("دبیرخانه مدارک ناقص را برمی‌گرداند.", 1, 1)
    + styled("هزینهٔ صدور پروانه بر عهدهٔ متقاضی است.", "Article")
    + styled("گزارش سالانه به شورا داده می‌شود.", "Article")
    + styled("این آیین‌نامه از تاریخ ابلاغ اجرا می‌شود.", "Article")
)
_LAW_NEW: Final = (
    styled("آیین‌نامهٔ نمونهٔ صدور پروانه", "Heading1")
    + styled("مهلت بررسی هر درخواست ده روز است.", "Article")
    + numbered("دبیرخانه مدارک ناقص را برمی‌گرداند و دلیل را می‌نویسد.", 1, 1)
    + numbered("دبیرخانه رسید می‌دهد.", 1, 1)
    + styled("گزارش سالانه به شورا داده می‌شود.", "Article")
    + styled("بازرس هر سه ماه از دفترها بازدید می‌کند.", "Article")
    + styled("این آیین‌نامه از تاریخ ابلاغ اجرا می‌شود.", "Article")
)
_HEAD: Final = row("ردیف", "خدمت", "مبلغ", properties="<w:tblHeader/>")


def _numbered_row(first: str, second: str) -> str:
    return row(cell(numbered("", 3)), first, second)


def _linked(article: str, link: str, end: str) -> str:
    linked = f'<w:hyperlink w:anchor="a">{run(link)}</w:hyperlink>'
    mark = f'<w:bookmarkStart w:id="7" w:name="a"/>{run(article)}<w:bookmarkEnd w:id="7"/>'
    return lines(
        run("بر پایهٔ "), field_of("REF a", article), run(" این قانون، "), linked, run(" را ببینید.")
    ) + lines(mark, run(" گفته است که متن"), run(end))


_PAIRS: Final[dict[str, Callable[[], Pair]]] = {
    "numbering": lambda: Pair(_LAW_OLD, _LAW_NEW, {"styles": STYLES, "numbering": ARTICLES}),
    "table": lambda: Pair(
        paragraph("تعرفهٔ خدمات:")
        + table(_HEAD, row("۱", "صدور پروانه", "۱۰۰٬۰۰۰"), row("۲", "تمدید پروانه", "۵۰٬۰۰۰"), row("۳", "المثنی", "۲۰٬۰۰۰"))
        + paragraph("پایان."),
        paragraph("تعرفهٔ خدمات:")
        + table(_HEAD, row("۱", "صدور پروانه", "۱۲۰٬۰۰۰"), row("۲", "ابطال پروانه و بایگانی", "۷۰٬۰۰۰"), row("۳", "المثنی", "۲۰٬۰۰۰"))
        + paragraph("پایان کار."),
        {"styles": STYLES},
    ),
    "rows": lambda: Pair(
        paragraph("جدول یک") + table(_HEAD, *(row(str(n), f"خدمت شمارهٔ {n} اداره", f"{n}00") for n in range(1, 6))) + paragraph("پس از جدول"),
        paragraph("جدول یک")
        + table(_HEAD, *(row(str(n), f"خدمت شمارهٔ {n} اداره", f"{n}00") for n in (1, 3, 4, 5)), row("9", "خدمتی تازه برای همه", "99"))
        + paragraph("پس از جدول"),
        {"styles": STYLES},
    ),
    "numbered_rows": lambda: Pair(
        paragraph("اعضا:") + table(_HEAD, _numbered_row("دبیر شورا", "یک"), _numbered_row("رئیس اداره", "دو"), _numbered_row("کارشناس", "سه")) + paragraph("تمام"),
        paragraph("اعضا:") + table(_HEAD, _numbered_row("دبیر شورا", "یک"), _numbered_row("بازرس قانونی", "چهار"), _numbered_row("رئیس اداره", "دو")) + paragraph("تمام"),
        {"styles": STYLES, "numbering": ARTICLES},
    ),
    "columns": lambda: Pair(
        paragraph("تعرفه") + table(_HEAD, row("۱", "صدور پروانه", "صد"), row("۲", "تمدید پروانه", "پنجاه")) + paragraph("پایان"),
        paragraph("تعرفه")
        + table(row("ردیف", "خدمت", "مبلغ", "توضیح"), row("۱", "صدور پروانه", "صد", "یک‌بار"), row("۲", "تمدید پروانه", "پنجاه", "هر سال"), columns=4)
        + paragraph("پایان"),
        {"styles": STYLES},
    ),
    "footnotes": lambda: Pair(
        lines(run("شورا هر ماه"), note(1), run(" تشکیل می‌شود."))
        + lines(run("دبیر صورت‌جلسه را نگه می‌دارد."), note(2))
        + lines(run("رئیس شورا آن را امضا می‌کند.")),
        lines(run("شورا هر دو ماه"), note(1), run(" یک بار تشکیل می‌شود."))
        + lines(run("رئیس شورا آن را امضا و ابلاغ می‌کند.")),
        {"styles": STYLES, "footnotes": NOTES},
    ),
    "margins": lambda: Pair(
        styled("دستورالعمل", "Heading1") + paragraph("متن یکم است.") + paragraph("متن دوم است.", '<w:jc w:val="both"/>'),
        styled("دستورالعمل اصلاحی", "Heading1") + paragraph("متن دوم است و می‌ماند.") + paragraph("متن سوم است."),
        {"styles": STYLES, "header": paragraph("سربرگ اداره"), "footer": lines(field_of("PAGE", "1"))},
    ),
    "merged_cells": lambda: Pair(
        table(
            row(cell(paragraph("عنوان سراسری"), '<w:gridSpan w:val="2"/>'), "سوم"),
            row(cell(paragraph("گروه"), '<w:vMerge w:val="restart"/>'), "الف", "ب"),
            row(cell(paragraph(""), "<w:vMerge/>"), "پ", "ت"),
        ) + paragraph("پایان"),
        table(
            row(cell(paragraph("عنوان سراسری نو"), '<w:gridSpan w:val="2"/>'), "سوم"),
            row(cell(paragraph("گروه"), '<w:vMerge w:val="restart"/>'), "الف", "ب دیگر"),
            row(cell(paragraph(""), "<w:vMerge/>"), "ث تازه", "ج تازه"),
            row(cell(paragraph(""), "<w:vMerge/>"), "پ", "ت"),
        ) + paragraph("پایان"),
        {"styles": STYLES},
    ),
    "nested_table": lambda: Pair(
        table(row(cell(paragraph("بیرونی") + table(row("درون یک", "درون دو"), columns=2) + paragraph("")), "کنار"), row("سطر", "دوم"), columns=2)
        + paragraph("پایان"),
        table(row(cell(paragraph("بیرونی") + table(row("درون سه", "درون دو"), columns=2) + paragraph("")), "کنار تازه"), columns=2)
        + paragraph("پایان"),
        {"styles": STYLES},
    ),
    "fields_and_links": lambda: Pair(_linked("ماده ۵", "پیوند کهنه", " تا پایان."), _linked("ماده ۶", "پیوند تازه", " و دیگر تا پایان."), {"styles": STYLES}),
    "runs": lambda: Pair(
        lines(run("مه"), run("لت ", "<w:b/>"), run("سی", "<w:i/>"), "<w:r><w:tab/><w:t>روز</w:t><w:br/><w:t>است و تمام.</w:t></w:r>")
        + lines(run("خط دوم "), '<w:r><w:t>بی فاصله</w:t></w:r>'),
        lines(run("مهلت ده"), "<w:r><w:tab/><w:t>روز</w:t><w:br/><w:t>است و تمام شد.</w:t></w:r>") + lines(run("خط دوم بی هیچ فاصله")),
        {"styles": STYLES},
    ),
    "last_paragraphs": lambda: Pair(
        paragraph("متن نخست می‌ماند.") + styled("امضای رئیس اداره", "Heading1") + paragraph("نشانی دبیرخانه در پایان"),
        paragraph("متن نخست می‌ماند."),
        {"styles": STYLES},
    ),
    "new_last_paragraphs": lambda: Pair(
        paragraph("متن نخست می‌ماند."),
        paragraph("متن نخست می‌ماند.") + styled("پیوست تازه", "Heading1") + paragraph("دو سطر دیگر آمد.") + paragraph("و پایان."),
        {"styles": STYLES},
    ),
    "new_table": lambda: Pair(
        paragraph("پیش از جدول") + paragraph("پس از جدول"),
        paragraph("پیش از جدول") + table(row("الف", "ب"), row("پ", "ت"), columns=2) + paragraph("پس از جدول"),
        {"styles": STYLES},
    ),
    "table_with_caption": lambda: Pair(
        styled("تعرفه‌ها", "Heading1") + styled("هزینه را شورا تعیین می‌کند.", "Article") + paragraph("پس از جدول"),
        styled("تعرفه‌ها", "Heading1") + styled("هزینه را شورا تعیین می‌کند.", "Article")
        + paragraph("جدول یک ـ هزینه‌های صدور") + table(row("الف", "ب"), row("پ", "ت"), columns=2) + paragraph("پس از جدول"),
        {"styles": STYLES, "numbering": ARTICLES},
    ),
    "table_is_gone": lambda: Pair(
        paragraph("پیش از جدول") + table(row("الف", "ب"), row("پ", "ت"), columns=2) + paragraph("پس از جدول"),
        paragraph("پیش از جدول") + paragraph("پس از جدول آمد"),
        {"styles": STYLES},
    ),
    "moved": lambda: Pair(
        "".join(styled(text, "Article") for text in ("هزینهٔ صدور بر عهدهٔ متقاضی است و پس داده نمی‌شود.", "گزارش سالانه به شورا داده می‌شود.", "مهلت بررسی سی روز است.")),
        "".join(styled(text, "Article") for text in ("گزارش سالانه به شورا داده می‌شود.", "مهلت بررسی سی روز است.", "هزینهٔ صدور بر عهدهٔ متقاضی است و پس داده نمی‌شود.")),
        {"styles": STYLES, "numbering": ARTICLES},
    ),
    "typed_numbers": lambda: Pair(
        _LAW_OLD,
        paragraph("آیین‌نامهٔ نمونهٔ صدور پروانه") + "".join(
            paragraph(text) for text in (
                "ماده ۱ـ مهلت بررسی هر درخواست بیست روز است.", "ماده ۲ـ هزینهٔ صدور پروانه بر عهدهٔ متقاضی است.",
                "ماده ۳ـ این آیین‌نامه از تاریخ ابلاغ اجرا می‌شود.",
            )
        ),
        {"styles": STYLES, "numbering": ARTICLES},
    ),
    "longer_and_new": lambda: Pair(
        paragraph("دبیرخانه رسید می‌دهد") + paragraph("رئیس اداره آن را امضا می‌کند."),
        paragraph("دبیرخانه رسید می‌دهد و نام گیرنده را می‌نویسد") + paragraph("بازرس از دفترها بازدید می‌کند") + paragraph("رئیس اداره آن را امضا می‌کند."),
        {"styles": STYLES},
    ),
    "end_and_beginning": lambda: Pair(
        paragraph("دبیرخانه رسید می‌دهد") + paragraph("رئیس اداره آن را امضا می‌کند."),
        paragraph("دبیرخانه رسید می‌دهد و می‌نویسد") + paragraph("سپس رئیس اداره آن را امضا می‌کند."),
        {"styles": STYLES},
    ),
    "split": lambda: Pair(
        paragraph("هزینهٔ صدور بر عهدهٔ متقاضی است. مدیر گزارش فصلی را به شورا می‌دهد.") + paragraph("پایان."),
        paragraph("هزینهٔ صدور بر عهدهٔ متقاضی است.") + paragraph("مدیر گزارش فصلی را به شورا می‌دهد.") + paragraph("پایان."),
        {"styles": STYLES},
    ),
}  # fmt: skip

PAIRS: Final = {name: make() for name, make in _PAIRS.items()}

#: A text box, whose lines follow the paragraph that holds it.
BOXES: Final = Pair(
    paragraph("آغاز متن") + lines(run("متن با کادر"), box("درون کادر یک", "کادر دو")),
    paragraph("آغاز متن")
    + lines(run("متن با کادر نو"), box("درون کادر هشت", "کادر دو"))
    + paragraph("پایان تازه"),
    {"styles": STYLES},
)
