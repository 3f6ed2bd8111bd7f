"""Files and names that mean harm, or are badly damaged, made by code: tables, mails, drafts, pictures, PDF.

Each case says what has to become of it: why it is refused, or how many good rows of it are kept.
"""

# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from desktop_app.documents.faults import OLE_MAGIC
from desktop_app.intake.formats.mailbox import as_mbox
from tests.documents.packages import NAMESPACES, paragraph, write_docx, write_odt

Content = bytes | Callable[[], bytes]
#: Reasons of files that end the process that reads them, by crash, time or memory.
FAILED: Final = ("reader_crashed", "too_slow", "too_much_memory")
BROKEN: Final = ("broken",)
#: A picture or page that cannot be shown.
NOT_SHOWN: Final = ("broken", *FAILED)
PNG: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Case:
    """A file. `reasons` are those of which one has to be told, none for a file that is read.

    `good` is the number of rows that have to be kept of a table or mailbox that is read.
    """

    name: str
    content: Content
    reasons: tuple[str, ...] = ()
    good: int = 0

    def write(self, folder: Path) -> Path:
        path = folder / self.name
        path.write_bytes(self.content if isinstance(self.content, bytes) else self.content())
        return path


_serial = iter(range(1, 10_000))


def row(text: str = "") -> str:
    """A good row of a CSV, with a text of its own."""
    return f"request,row {next(_serial)} {text}\n"


def csv(*rows: str | bytes, head: str = "kind,text\n") -> bytes:
    return b"".join(one.encode() if isinstance(one, str) else one for one in (head, *rows))


def jsonl(*rows: str | bytes) -> bytes:
    good = '{"kind": "request", "text": "line %d"}'
    lines = [good % next(_serial), *rows, good % next(_serial)]
    return b"\n".join(one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one for one in lines)


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


CSV: Final = (
    Case("empty.csv", b"", ("empty_file",)),
    Case("white.csv", b"\n \n\t\n" * 50, ("empty_file",)),
    Case("head.csv", csv(), ("no_rows",)),
    Case("noise.csv", noise(20_000), ("not_a_text_table", "undecodable")),
    Case("controls.csv", b"\x01" * 2_000_000, ("not_a_text_table",)),
    Case("picture.csv", PNG + bytes(60), ("image",)),
    Case("pdf.csv", b"%PDF-1.4", ("pdf_not_supported",)),
    Case("old.csv", OLE_MAGIC + bytes(600), ("legacy_xls",)),
    Case("rich.csv", b"{\\rtf1 x}", ("rtf_not_supported",)),
    Case("packed.csv", b"PK\x03\x04" + bytes(60), ("not_a_text_table",)),
    Case("old.xls", OLE_MAGIC + bytes(600), ("legacy_xls",)),
    Case("program.exe", b"MZ" + bytes(60), ("unknown_table",)),
    Case("wide.csv", csv("x," * 3_000 + "x\n", head="a," * 3_000 + "kind,text\n"), ("too_many_columns",)),
    Case("strange.csv", csv("1,2\n", head="a,b\n"), ("missing_columns",)),
    Case("latin.csv", "kind,text\nrequest,caf\xe9 \xe0 la cr\xe8me \xe8\xe9\xea\n".encode("latin-1"), ("undecodable",)),
    Case("utf16.csv", "kind,text\nrequest,x\n".encode("utf-16")[:-1], ("undecodable",)),
    Case("zero_byte.csv", csv(row(), "request,a\x00b\n", row()), good=2),
    Case("byte.csv", csv(row("متن بلند فارسی برای شناختن"), b"request,\xff\xfe\n", row()), good=2),
    Case("surrogate.csv", csv(row("متن بلند فارسی برای شناختن"), b"request,\xed\xa0\x80\n", row()), good=2),
    Case("quote.csv", csv(row(), 'request,"never closed\n', row()), good=1),
    Case("cells.csv", csv(row(), "request,a,b,c\n", row()), good=2),
    Case("commas.csv", csv(row(), "request,a" + "," * 200_000 + "x\n", row()), good=2),
    Case("long.csv", csv(row(), f"request,{'x' * 2_000_000}\n", row()), good=2),
    Case("longer.csv", csv(row(), f"request,{'x' * 2_500_000}\n", row()), good=2),
    Case("one-line.csv", lambda: csv(f"request,{'x' * 60_000_000}\n"), ("too_much_text",)),
    Case("quote-of-all.csv", lambda: csv(row(), 'request,"never closed\n', *[row()] * 1_500_000), good=1),
    Case("formula.csv", csv(row("=cmd|' /C calc'!A0"), row("@SUM(1)")), good=2),
    Case("bidi.csv", csv(row("\u202egpj.exe\u2066"), row("\u200f")), good=2),
    Case("old-mac.csv", csv(row(), row()).replace(b"\n", b"\r"), good=2),
    Case("sep.csv", b"sep=\x00\r\n" + csv(row(), row()), ("missing_columns",)),
    Case("markup.csv", csv(row("<script>alert(1)</script>"), row("<!--")), good=2),
    Case("date.csv", csv("request,x,9999-99-99\n", row().replace("\n", ",\n"), head="kind,text,date\n"), good=1),
)  # fmt: skip

JSON_LINES: Final = (
    Case("none.jsonl", b"no json at all", ("not_json_lines",)),
    Case("list.jsonl", b"[1, 2]\n", ("not_json_lines",)),
    Case("deep.jsonl", b"[" * 200_000, ("not_json_lines",)),
    Case("binary.jsonl", noise(5_000), ("not_json_lines", "undecodable")),
    Case("keys.jsonl", lambda: jsonl("{" + ",".join(f'"k{n}":1' for n in range(30_000)) + "}"), ("too_many_columns",)),
    Case("deep-row.jsonl", jsonl('{"kind": "request", "text": ' + '{"a":' * 50_000), good=2),
    Case("nested.jsonl", jsonl('{"kind": "request", "text": {"a": [1]}}'), good=2),
    Case("one-line.jsonl", lambda: jsonl('{"kind": "request", "text": "' + "x" * 60_000_000 + '"}'), ("too_much_text",)),
    Case("cut.jsonl", jsonl('{"kind": "requ'), good=2),
    Case("nan.jsonl", jsonl('{"kind": "request", "text": NaN, "date": Infinity}'), good=2),
    Case("number.jsonl", jsonl('{"kind": 1' + "0" * 5_000 + ', "text": "x"}'), good=2),
    Case("surrogate.jsonl", jsonl('{"kind": "request", "text": "\\ud800"}'), good=2),
    Case("zero_byte.jsonl", jsonl('{"kind": "request", "text": "a\\u0000b"}'), good=2),
    Case("null.jsonl", jsonl('{"kind": null, "text": null}', "null", "1", '"x"'), good=2),
    Case("twice.jsonl", jsonl('{"kind": "x", "kind": "request", "text": "twice"}'), good=3),
)  # fmt: skip


_SHEET: Final = "xl/worksheets/sheet1.xml"
_TYPES: Final = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_R: Final = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_MAIN: Final = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows_of(*more: str) -> str:
    """A header, a good row, what is given, and a good row."""

    def good(number: int) -> str:
        return f'<row r="{number}">{text_cell(f"A{number}", "request")}{text_cell(f"B{number}", f"sheet {next(_serial)}")}</row>'

    head = f'<row r="1">{text_cell("A1", "kind")}{text_cell("B1", "text")}</row>'
    return head + good(2) + "".join(more) + good(9)


def xlsx(
    rows: str | bytes = "", *, changed: dict[str, bytes] | None = None, without: str = "", strings: bytes = b"", level: int = 6
) -> bytes:  # fmt: skip
    data = rows.encode() if isinstance(rows, str) else rows
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS + b'<Relationship Id="a" Type="' + _R + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": b'<workbook xmlns="' + _MAIN + b'" xmlns:r="' + _R + b'"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _RELATIONS + b'<Relationship Id="a" Type="' + _R + b'/worksheet" Target="worksheets/sheet1.xml"/>'
        b'<Relationship Id="b" Type="' + _R + b'/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        _SHEET: b'<worksheet xmlns="' + _MAIN + b'"><sheetData>' + data + b"</sheetData></worksheet>",
        "xl/sharedStrings.xml": b'<sst xmlns="' + _MAIN + b'">' + strings + b"</sst>",
    }  # fmt: skip
    members |= changed or {}
    members.pop(without, None)
    return packed(members, level)


def packed(members: dict[str, bytes], level: int = 6) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return target.getvalue()


def _shared_bomb() -> bytes:
    """A small file whose cells all show one long text: 300 MB in one row."""
    cells = "".join(
        f'<c r="{letter}{other}3" t="s"><v>0</v></c>' for letter in "CDEFGHIJKL" for other in "ABCDEFGHIJ"
    )
    text = b"<si><t>" + b"".join(b"%x " % n for n in range(8_000)) * 60 + b"</t></si>"
    return xlsx(rows_of(f'<row r="3">{cells}</row>'), strings=text)


WORKBOOKS: Final = (
    Case("none.xlsx", b"just text", ("not_an_xlsx",)),
    Case("empty.xlsx", b"", ("empty_file",)),
    Case("head.xlsx", b"PK\x03\x04" + bytes(60), BROKEN),
    Case("pdf.xlsx", b"%PDF-1.4", ("pdf_not_supported",)),
    Case("old.xlsx", OLE_MAGIC + bytes(600), ("legacy_xls",)),
    Case("locked.xlsx", OLE_MAGIC + "EncryptedPackage".encode("utf-16-le"), ("encrypted",)),
    Case("cut.xlsx", xlsx(rows_of())[:-200], BROKEN),
    Case("noise.xlsx", b"PK\x03\x04" + noise(4_000), BROKEN),
    Case("word.xlsx", packed({"[Content_Types].xml": _TYPES, "word/document.xml": b"<a/>"}), ("not_an_xlsx",)),
    Case("outside.xlsx", xlsx(rows_of(), changed={"../../evil.xml": b"x"}), ("points_outside",)),
    Case("many.xlsx", lambda: packed({f"xl/{n}": b"" for n in range(10_001)}, 0), ("zip_bomb",)),
    Case("bomb.xlsx", lambda: xlsx(b" " * 60_000_000), ("zip_bomb",)),
    Case("spread.xlsx", xlsx(f'<row r="1">{text_cell("A1", "kind")}{text_cell("XFD1048576", "x")}</row>'), ("too_many_cells",)),
    Case("entity.xlsx", xlsx(f'<row r="1">{text_cell("A&#49;", "kind")}</row>'), ("unsafe_markup",)),
    Case("tag.xlsx", lambda: xlsx(b'<row r="1" ' + b"a" * 9_000_000), ("unsafe_markup", "zip_bomb")),
    Case("no-workbook.xlsx", xlsx(rows_of(), without="xl/workbook.xml"), (*BROKEN, "no_rows")),
    Case("no-sheet.xlsx", xlsx(rows_of(), without=_SHEET), (*BROKEN, "no_rows")),
    Case("no-relations.xlsx", xlsx(rows_of(), without="xl/_rels/workbook.xml.rels"), (*BROKEN, "no_rows")),
    Case("open.xlsx", xlsx(changed={_SHEET: b'<worksheet><sheetData><row r="1"><c r="A1"'}), (*BROKEN, "no_rows")),
    Case("utf8.xlsx", xlsx(b'<row r="1"><c r="A1" t="inlineStr"><is><t>\xff\xfe\xff</t></is></c></row>'), (*BROKEN, "missing_columns")),
    Case("index.xlsx", xlsx('<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>'), (*BROKEN, *FAILED, "no_rows")),
    Case("minus.xlsx", xlsx('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), (*BROKEN, *FAILED, "no_rows")),
    Case("row-zero.xlsx", xlsx(f'<row r="0">{text_cell("A0", "kind")}</row>'), (*BROKEN, *FAILED, "no_rows", "missing_columns")),
    Case("letters.xlsx", xlsx(f'<row r="1">{text_cell("ZZZZZZZ1", "kind")}</row>'), ("too_many_cells",)),
    Case("unplaced.xlsx", lambda: xlsx(b"<row>" + b"<c><v>1</v></c>" * 2_500_000 + b"</row>", level=1), (*FAILED, "zip_bomb", "too_many_columns")),
    Case("shared.xlsx", _shared_bomb, ("too_much_text", *FAILED)),
    Case("long-cell.xlsx", lambda: xlsx(rows_of(f'<row r="3">{text_cell("A3", "x" * 3_000_000)}</row>')), ("too_much_text", "zip_bomb")),
    Case("entities.xlsx", xlsx(changed={_SHEET: b'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet><sheetData><row r="1"><c r="A1"><v>&a;</v></c></row></sheetData></worksheet>'}), (*BROKEN, "no_rows", "missing_columns", "unsafe_markup")),
    Case("date.xlsx", xlsx(rows_of('<row r="3"><c r="A3"><v>1e308</v></c><c r="B3"><v>-9e999</v></c></row>')), good=2),
    Case("errors.xlsx", xlsx(rows_of('<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3" t="zzz"><v>x</v></c></row>')), BROKEN),
    Case("cells.xlsx", xlsx(rows_of(f'<row r="3">{text_cell("A3", "request")}{text_cell("D3", "beyond")}</row>')), good=2),
    Case("zero_byte.xlsx", xlsx(rows_of(f'<row r="3">{text_cell("A3", "request")}{text_cell("B3", "_x0000_")}</row>')), good=2),
    Case("formula.xlsx", xlsx(rows_of('<row r="3"><c r="A3"><f>WEBSERVICE("http://x")</f></c></row>')), good=2),
)  # fmt: skip


_FROM: Final = b"From: a@example.ir\nSubject: x\n"


def mail(number: int) -> bytes:
    return b"From: good%d@example.ir\nSubject: good\n\nwords of good mail %d" % (number, number)


def between(*mails: bytes) -> bytes:
    """A mailbox with a good mail before and after."""
    return as_mbox(iter((mail(next(_serial)), *mails, mail(next(_serial)))))


_NESTED: Final = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(2_000)
)
MAILS: Final = (
    Case("none.eml", b"\x00\x01 no mail", ("not_mail",)),
    Case("empty.eml", b"", ("empty_file",)),
    Case("pdf.eml", b"%PDF-1.4", ("pdf_not_supported",)),
    Case("none.mbox", _FROM + b"\nno mailbox", ("not_mail",)),
    Case("nested.mbox", between(_FROM + _NESTED), good=2),
    Case("brackets.mbox", between(b"From: " + b"(" * 200_000 + b"\n\nx"), good=2),
    Case("word.mbox", between(_FROM + b"X: =?utf-8?b?" + b"A" * 300_000 + b"?=\n\nx"), good=3),
    Case("date.mbox", between(_FROM + b"Date: " + b"1 " * 50_000 + b"\n\nx"), good=3),
    Case("headers.mbox", between(_FROM + b"X: b\n" * 100_000 + b"\nx"), good=2),
    Case("parameter.mbox", between(_FROM + b"Content-Type: text/plain; charset*0*=" + b"x" * 200_000 + b"\n\nx"), good=2),
    Case("mark-up.mbox", between(_FROM + b"Content-Type: text/html\n\n" + b"<div>" * 100_000), good=2),
    Case("quotes.mbox", between(_FROM + b"Content-Type: text/html\n\n" + b"<blockquote>x</blockquote>" * 20_000), good=3),
    Case("long.mbox", lambda: between(_FROM + b"\n" + b"long text " * 200_000), good=2),
    Case("zip-charset.mbox", between(_FROM + b"Content-Type: text/plain; charset=zip\n\nx\xda"), good=3),
    Case("base64.mbox", between(_FROM + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!====" + b"A" * 9), good=2),
    Case("uu.mbox", between(_FROM + b"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n\xff\xff\nend"), good=2),
    Case("zero_byte.mbox", between(b"From: a@example.ir\nSubject: \x00\n\n\x00"), good=2),
    Case("bytes.mbox", between(b"From: =?x?q?=00=ff?= <\xff\xfe>\nSubject: y\n\nx"), good=3),
    Case("rfc822.mbox", between(_FROM + b"Content-Type: message/rfc822\n\n" * 50 + b"x"), good=2),
    Case("name.mbox", between(_FROM + b'Content-Disposition: attachment; filename="../../../etc/passwd"\n\nx'), good=2),
    Case("bounce.mbox", between(b"From: MAILER-DAEMON@example.ir\nSubject: x\n\nx"), good=2),
)  # fmt: skip


def docx(body: str = "", **more: bytes) -> Callable[[], bytes]:
    return lambda: _through_file(lambda path: write_docx(path, body, extra={name.replace("__", "/").replace("_xml", ".xml"): part for name, part in more.items()}))  # fmt: skip


def odt(body: str = "", **more: bytes) -> Callable[[], bytes]:
    return lambda: _through_file(lambda path: write_odt(path, body, extra={name.replace("_xml", ".xml"): part for name, part in more.items()}))  # fmt: skip


def _through_file(write: Callable[[Path], Path]) -> bytes:
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        return write(Path(folder) / "x").read_bytes()


def _nodes() -> bytes:
    """Under every limit of size, and far too much memory as a tree."""
    inner = b"<w:p/>" * 5_900_000
    document = f"<w:document {NAMESPACES}><w:body>".encode() + inner + b"</w:body></w:document>"
    return _through_file(lambda path: write_docx(path, "", extra={"word/document.xml": document, "word/media/noise": noise(300_000)}, level=1))  # fmt: skip


_LAUGHS: Final = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
DRAFTS: Final = (
    Case("empty.docx", b"", ("empty_file",)),
    Case("old.doc", OLE_MAGIC + bytes(600), ("legacy_doc",)),
    Case("locked.docx", OLE_MAGIC + "EncryptedPackage".encode("utf-16-le"), ("encrypted",)),
    Case("scan.pdf", b"%PDF-1.7\n", ("pdf_not_supported",)),
    Case("rich.rtf", b"{\\rtf1 x}", ("rtf_not_supported",)),
    Case("photo.docx", b"\xff\xd8\xff\xe0", ("image",)),
    Case("plain.docx", b"plain words", ("not_a_docx",)),
    Case("cut.docx", b"PK\x03\x04abc", BROKEN),
    Case("noise.docx", b"PK\x03\x04" + noise(3_000), BROKEN),
    Case("program.scr", b"MZ" + bytes(90), ("unknown_format",)),
    Case("laughs.docx", docx(word__document_xml=_LAUGHS), ("unsafe_markup",)),
    Case("laughs-in-styles.docx", docx(paragraph("x"), word__numbering_xml=b"", **{"word/_rels/document.xml.rels": _LAUGHS}), ("unsafe_markup",)),
    Case("utf16.docx", docx(word__document_xml=_LAUGHS.decode().encode("utf-16")), ("unsafe_markup",)),
    Case("no-body.docx", docx(word__document_xml=b"<a/>"), ("not_a_docx",)),
    Case("open.docx", docx(word__document_xml=b"<w:document><w:body>"), BROKEN),
    Case("no-text.docx", docx(), ("no_text",)),
    Case("deep.docx", docx("<w:p>" + "<w:ins>" * 240 + "x" + "</w:ins>" * 240 + "</w:p>"), BROKEN),
    Case("very-deep.docx", docx("<w:ins>" * 5_000 + "</w:ins>" * 5_000), BROKEN),
    Case("outside.docx", docx(paragraph("x"), **{"../x.xml": b"x"}), ("points_outside",)),
    Case("bomb.docx", docx(word__document_xml=b" " * 80_000_000), ("zip_bomb",)),
    Case("nodes.docx", _nodes, FAILED),
    Case("grid.docx", docx("<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>' * 50 + "</w:tr></w:tbl>"), ("no_text", "too_much_text")),
    Case("fields.docx", docx('<w:p>' + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "</w:p>"), ("no_text",)),
    Case("odt.odt", b"plain words", ("not_an_odt",)),
    Case("laughs.odt", odt(content_xml=_LAUGHS), ("unsafe_markup",)),
    Case("open.odt", odt(content_xml=b"<a"), BROKEN),
    Case("no-body.odt", odt(content_xml=b"<a/>"), ("not_an_odt",)),
    Case("deep.odt", odt("<text:section>" * 300 + "</text:section>" * 300), BROKEN),
    Case("spaces.odt", odt('<text:p>x<text:s text:c="999999999"/>y</text:p>' * 20), ("zip_bomb",)),
    Case("columns.odt", odt('<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>' * 9), ("zip_bomb",)),
    Case("list.odt", odt("<text:list><text:list-item>" * 150 + "</text:list-item></text:list>" * 150), BROKEN),
    Case("none.html", b"no page at all", ("not_html",)),
    Case("packed.html", b"PK\x03\x04abc", ("not_html",)),
    Case("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"x", BROKEN),
    Case("nodes.html", lambda: b"<html><body>" + b"<br>" * 7_000_000, ("too_large",)),
    Case("attributes.html", lambda: b"<html><body><p " + b"a=1 " * 1_000_000 + b">x</p>"),
    Case("script.html", b"<html><body><script>while(1){}</script><p>no script</p><iframe src='file:///etc/passwd'></iframe>"),
    Case("entities.html", lambda: b"<html><body>" + b"&#x41;&nosuch;" * 100_000),
    Case("binary.txt", noise(9_000), ("not_text", "undecodable")),
    Case("zero_byte.txt", b"a\x00b" * 100, ("not_text",)),
    Case("packed.txt", b"PK\x03\x04abc", ("not_text",)),
    Case("controls.txt", b"\x01\x02" * 1_000_000, ("not_text",)),
    Case("long.txt", lambda: b"a" * 6_000_001, ("too_much_text",)),
    Case("white.txt", b" \n" * 1_000, ("no_text",)),
)  # fmt: skip


def picture(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    target = BytesIO()
    Image.new(mode, size).save(target, kind)
    return target.getvalue()


def odd_names() -> Iterator[str]:
    """Names that file systems allow and programs trip over; each a good CSV of one row."""
    yield from (
        "-o.csv", "--json.csv", "{name}.csv", "%s%n.csv", "a b  c.csv", "«گیومه».csv", "\u202evsc.exe.csv",
        "زیر\u200cنویس.csv", "😀.csv", "é\u0301.csv", ".csv.csv", "a;b&c.csv", "'quote'.csv", "$(id).csv", "`id`.csv",
        "..csv", "x" * 180 + ".csv",
    )  # fmt: skip
    if sys.platform != "win32":
        yield from (
            '"quotes".csv',
            "c|d.csv",
            "con.csv",
            "line\nend.csv",
            "tab\there.csv",
            "bell\x07.csv",
            "back\\slash.csv",
            "a:b*?.csv",
        )
    if sys.platform == "linux":
        yield "not-utf8-\udce9.csv"


NAMES: Final = tuple(Case(name, csv(row()), good=1) for name in odd_names())
TABLES: Final = (*CSV, *JSON_LINES, *WORKBOOKS)
