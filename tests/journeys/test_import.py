"""A file with bad rows: seen before it is written, its good rows come in once, the bad ones are handed back."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import Desk
from tests.journeys.sign_in import sign_in
from tests.journeys.station import Program, Station
from tests.journeys.waiting import waited

HEADER = "شناسه;نوع;موضوع;متن;نام متقاضی;تاریخ"
GOOD = (
    "P-1;شکایت;تأخیر;کتاب من کجاست؟;علي كريمي;1405/08/12",
    "P-2;درخواست;عضویت;کارت گم شد.;زهرا امینی;1405/08/13",
)
BAD = ("P-3;شکایت;تاریخ;متن با تاریخ نادرست;حسن نوری;1405/13/45", "P-4;پیشنهاد;بی‌متن;;مریم نوری;1405/08/14")


def test_an_import_with_bad_rows(desk: Desk, station: Station, tmp_path: Path) -> None:
    file = tmp_path / "portal.csv"
    file.write_bytes("\r\n".join((HEADER, GOOD[0], BAD[0], GOOD[1], BAD[1])).encode())
    program = station.open(*desk.arguments)
    sign_in(program, "rezaei")
    program.click("هرگز", "push button")
    for before in (0, 2):
        program.click("وارد کردن درخواست‌ها", "push button")
        program.click("انتخاب فایل", "push button")
        program.find("انتخاب فایل", "dialog")
        program.type(str(file))
        program.press("Return")
        program.sees("portal.csv")
        # Nothing is written before it was seen.
        assert desk.value("SELECT count(*) FROM petition") == before
        program.click("وارد کردن", "push button")
        program.sees("ذخیرهٔ ردیف‌های ردشده")
        assert desk.rows("SELECT subject FROM petition ORDER BY id") == [("تأخیر",), ("عضویت",)]
        if not before:
            hand_back(program, tmp_path / "bad.csv")
        program.press("Escape")
        program.find("کارتابل — ", "frame")
    program.close()
    assert desk.rows("SELECT count(DISTINCT registry_number), count(*) FROM petition") == [(2, 2)]


def hand_back(program: Program, target: Path) -> None:
    """The bad rows are saved as they came, to be mended."""
    program.click("ذخیرهٔ ردیف‌های ردشده", "push button")
    program.find("ذخیرهٔ ردیف‌های ردشده", "dialog")
    program.replace(str(target))
    program.press("Return")
    waited(target.exists, "the file of the bad rows")
    program.sees("bad.csv")
    saved = target.read_text("utf-8-sig")
    assert all(row.split(";")[0] in saved for row in BAD)
    assert not any(row.split(";")[0] in saved for row in GOOD)
