"""Random documents and revisions of them: paragraphs of many kinds, tables, cells with several paragraphs."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from tests.documents.packages import numbered, paragraph
from tests.reports.redline_documents import cell, field_of, lines, note, row, run, styled, table

#: A paragraph, or the rows of a table with the contents of their cells.
Block = str | list[tuple[str, ...]]

_WORDS: Final = [
    "شورا",
    "هر",
    "ماه",
    "گزارش",
    "دبیر",
    "مهلت",
    "سی",
    "روز",
    "ده",
    "هزینه",
    "متقاضی",
    "پروانه",
    "اداره",
    "رئیس",
    "بازرس",
    "دفتر",
    "مدرک",
    "نامه",
    "قانون",
    "صدور",
    "ابلاغ",
]
_TEXT: Final = re.compile(r'(<w:t xml:space="preserve">)([^<]*)(</w:t>)')


def drafted(chance: Random) -> list[Block]:
    """A document of up to nine blocks."""
    return [_block(chance) for _ in range(chance.randint(1, 9))]


def changed(chance: Random, blocks: list[Block]) -> list[Block]:
    """A revision: words, rows and blocks are changed, gone, new, or elsewhere."""
    found: list[Block] = []
    for block in blocks:
        if chance.random() < 0.12:
            continue
        if isinstance(block, str):
            found.append(_reworded(chance, block) if chance.random() < 0.4 else block)
        elif rows := _changed_rows(chance, block):
            found.append(rows)
        if chance.random() < 0.12:
            found.append(_block(chance))
    if chance.random() < 0.15 and len(found) > 2:
        found.insert(0, found.pop())
    return found or [paragraph("خالی")]


def written(blocks: list[Block]) -> str:
    """The body. A paragraph stands between two tables and at the end, as in Word."""
    body, after_table = "", False
    for block in blocks:
        if isinstance(block, str):
            body += block
        else:
            body += paragraph("میان") if after_table else ""
            body += table(*(row(*map(cell, cells)) for cells in block), columns=len(block[0]))
        after_table = not isinstance(block, str)
    return body + (paragraph("") if after_table else "")


def _changed_rows(chance: Random, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    found = [
        tuple(_reworded(chance, one) if chance.random() < 0.3 else one for one in cells)
        for cells in rows
        if chance.random() > 0.15
    ]
    if chance.random() < 0.25:
        found.insert(chance.randint(0, len(found)), tuple(paragraph(_words(chance, 2)) for _ in rows[0]))
    if chance.random() < 0.08:
        found = [(*cells, paragraph(_words(chance, 1))) for cells in found]
    return found


def _reworded(chance: Random, mark_up: str) -> str:
    def other(match: re.Match[str]) -> str:
        words = match.group(2).split(" ")
        words = [chance.choice(_WORDS) if chance.random() < 0.15 else word for word in words]
        words += [chance.choice(_WORDS)] * (chance.random() < 0.15)
        return match.group(1) + " ".join(words) + match.group(3)

    return _TEXT.sub(other, mark_up)


def _block(chance: Random) -> Block:
    if chance.random() < 0.8:
        return _paragraph(chance, _words(chance, chance.randint(1, 9)) if chance.random() > 0.08 else "")
    columns = range(chance.randint(1, 3))
    return [tuple(_cell(chance) for _ in columns) for _ in range(chance.randint(1, 4))]


def _cell(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.75:
        return paragraph(_words(chance, chance.randint(1, 3)))
    if kind < 0.85:
        return numbered("", 3)
    return "".join(_paragraph(chance, _words(chance, 2)) for _ in range(2)) if kind < 0.95 else paragraph("")


def _paragraph(chance: Random, text: str) -> str:
    kind = chance.choice(("plain", "list", "note", "article", "heading", "bullet", "runs", "runs"))
    if kind == "runs":
        words = text.split(" ")
        cut = chance.randint(0, len(words))
        between = chance.choice(_between(chance))
        return lines(run(" ".join(words[:cut]) + " ", "<w:b/>"), between, run(" ".join(words[cut:])))
    return {
        "plain": paragraph(text), "list": numbered(text, chance.choice([1, 3])), "note": numbered(text, 1, 1),
        "article": styled(text, "Article"), "heading": styled(text, "Heading1"), "bullet": numbered(text, 2),
    }[kind]  # fmt: skip


def _between(chance: Random) -> list[str]:
    word = chance.choice(_WORDS)
    return [
        "", note(1), field_of("REF a", word), "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", run("  دو  فاصله "),
        f'<w:hyperlink w:anchor="a">{run(word)}</w:hyperlink>', '<w:bookmarkStart w:id="5" w:name="x"/>',
        f"<w:sdt><w:sdtContent>{run('کنترل')}</w:sdtContent></w:sdt>",
    ]  # fmt: skip


def _words(chance: Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count))
