"""Articles that were rewritten: pairs, their confidence, and who decides."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from desktop_app.comparison.anchors import AnchorFinder, AnchorMatch, make_anchor
from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, Flag, ProvisionStatus, RewrittenPair
from desktop_app.comparison.structure import parse
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.reports.comparison_pdf import comparison_pdf
from desktop_app.wording import use_language
from tests import rewritten_bylaw
from tests.comparison.invariants import check
from tests.reports.pdf.reading import by_pdfium
from tools.benchmarks.quality import DRAFT_AND_LAW, MANY_GONE, MANY_GONE_REWRITTEN, Paired
from tools.benchmarks.truth.revising import Shares, rewriting

SCOPE = "این آیین‌نامه برای ساماندهی نگارخانه‌های استان نوشته شده است."
LIST = (
    "نگارخانه موظف است فهرست آثار هر نمایشگاه را همراه با نام هنرمند، ابعاد و قیمت،"
    " پنج روز پیش از گشایش به اداره ارائه کند."
)
#: The same duty in other words, and longer.
LONGER = (
    "فهرست آثار هر نمایشگاه، شامل نام هنرمند، فن، ابعاد، سال آفرینش و قیمت، از سوی مدیر نگارخانه حداکثر"
    " پنج روز کاری پیش از گشایش در درگاه بارگذاری می‌شود. اداره ظرف دو روز اعلام نظر می‌کند و سکوت به منزله موافقت است."
)
VISIT = "بازدید از نگارخانه با حکم کتبی و با حضور مدیر آن انجام می‌شود."
FEES = "تعرفه خدمات هر سال با پیشنهاد مدیرکل بازنگری می‌شود."
BOOK = "هر نگارخانه دفتر ثبت فروش دارد و آن را هنگام بازرسی نشان می‌دهد."
SAFETY = "ایمنی محل برابر ضوابط سازمان آتش‌نشانی است و گواهی آن سالانه تمدید می‌گردد."
CARE = "نگهداری آثار امانی تا پایان نمایشگاه بر عهده برگزارکننده است."

#: Near the duty of `LIST`, with other words and another time.
RIVAL = (
    "نگارخانه موظف است نام هنرمند، ابعاد و قیمت آثار هر نمایشگاه را ده روز پس از پایان آن"
    " به دبیرخانه شورا ارائه کند و رونوشت آن را تا دو سال نگه دارد."
)


def bylaw(*articles: str) -> str:
    return "".join(f"ماده {number}ـ {body}\n" for number, body in enumerate(articles, 1))


def compared(old: str, new: str, *pins: Pin) -> Comparison:
    result = compare_texts(old, new, pins=pins)
    check(result)
    return result


def pairs(result: Comparison) -> dict[str | None, str | None]:
    return {entry.old.label: entry.new.label for entry in result.entries if entry.old and entry.new}


OLD = bylaw(SCOPE, LIST, VISIT, FEES, BOOK)
NEW = bylaw(SCOPE, SAFETY, LONGER, VISIT, FEES, BOOK)


def test_an_article_that_was_rewritten_and_renumbered_is_a_pair_with_its_confidence() -> None:
    result = compared(OLD, NEW)
    assert pairs(result)["ماده 2"] == "ماده 3"
    (entry,) = (entry for entry in result.entries if entry.old and entry.old.label == "ماده 2")
    assert (entry.status, Flag.RENUMBERED in entry.flags) == (ProvisionStatus.EDITED, True)
    (pair,) = result.rewritten_pairs
    assert (OLD[slice(*pair.old)], NEW[slice(*pair.new)]) == (f"ماده 2ـ {LIST}", f"ماده 3ـ {LONGER}")
    assert pair.paired
    assert 0.5 <= pair.confidence <= 1


def test_articles_that_are_a_pair_without_any_doubt_have_no_confidence() -> None:
    assert compared(OLD, bylaw(SCOPE, LIST.replace("پنج", "ده"), VISIT, FEES, BOOK)).rewritten_pairs == ()


def test_a_reviewer_decides_against_the_pair_or_for_another_one() -> None:
    old, new = OLD.index("ماده 2"), NEW.index("ماده 3")
    parted = compared(OLD, NEW, Pin(old, new, same=False))
    assert "ماده 2" not in pairs(parted)
    assert parted.rewritten_pairs == ()
    other = compared(OLD, NEW, Pin(old, NEW.index("ماده 2"), same=True))
    assert pairs(other)["ماده 2"] == "ماده 2"
    assert other.rewritten_pairs == ()
    confirmed = compared(OLD, NEW, Pin(old, new, same=True))
    assert pairs(confirmed)["ماده 2"] == "ماده 3"
    assert confirmed.rewritten_pairs == ()


def test_one_common_phrase_makes_no_pair() -> None:
    address = "نشانی محل فعالیت و شماره تماس"
    old = bylaw(SCOPE, f"صاحب آموزشگاه باید {address} خود را به دبیرخانه اعلام کند.", FEES)
    new = bylaw(SCOPE, FEES, f"بر در هر نمایشگاه نام برگزارکننده و {address} او نوشته می‌شود.")
    assert "ماده 2" not in pairs(compared(old, new))


def test_a_note_that_resembles_a_deleted_article_is_another_one() -> None:
    share = "حداقل {} درصد از درآمد {} به قصد صرفه‌جویی به {} تعلق دارد و مازاد آن صرف {} می‌شود."
    article = share.format("هفت", "نگارش دیوارنوشته", "سازمان مدیریت", "اجرای برنامه")
    note = share.format("۴۵", "فروش آثار", "فرمانداری", "بازدید دانش‌آموزان")
    old, new = bylaw(SCOPE, article, VISIT, FEES, BOOK), bylaw(SCOPE, VISIT, FEES, f"{BOOK}\nتبصره ـ {note}")
    assert "ماده 2" not in pairs(compared(old, new))


def test_neighbours_that_fit_raise_the_confidence() -> None:
    (here,) = compared(OLD, NEW).rewritten_pairs
    (elsewhere,) = compared(OLD, bylaw(SCOPE, VISIT, FEES, BOOK, SAFETY, CARE, LONGER)).rewritten_pairs
    assert here.confidence > 0.9 > elsewhere.confidence


def test_a_second_article_that_is_nearly_as_similar_lowers_the_confidence() -> None:
    (pair,) = compared(OLD, f"{NEW}ماده 7ـ {RIVAL}\n").rewritten_pairs
    assert not pair.paired
    assert 0.2 < pair.confidence < 0.4


def test_what_is_below_a_rewritten_article_is_compared_with_what_was_below_it() -> None:
    note = "تبصره ـ نمایشگاه‌های عکس از این حکم مستثنا هستند."
    old, new = OLD.replace(LIST, f"{LIST}\n{note}"), NEW.replace(LONGER, f"{LONGER}\n{note}")
    found = [entry for entry in compared(old, new).entries if entry.old and entry.old.label == "تبصره"]
    assert [entry.new.label if entry.new else None for entry in found] == ["تبصره"]


def test_the_command_line_tells_the_confidence() -> None:
    (pair,) = compared(OLD, NEW).rewritten_pairs
    told = json.loads(to_json(compared(OLD, NEW)))["rewritten_pairs"]
    assert told == [
        {"old": list(pair.old), "new": list(pair.new), "confidence": pair.confidence, "paired": True}
    ]


def test_every_output_tells_how_many_pairs_are_uncertain() -> None:
    use_language("fa")
    sure, doubtful = compared(OLD, NEW), compared(OLD, f"{NEW}ماده 7ـ {RIVAL}\n")
    said = "۱ جفت از ماده‌های بازنویسی‌شده نامطمئن است؛ هنوز کسی دربارهٔ آن‌ها تصمیم نگرفته است."
    provenance = Provenance("bylaw", datetime(2026, 11, 29, tzinfo=UTC), "reviewer")
    for known in (None, provenance):
        assert said in as_html(doubtful, known)
        assert f"⚠ {said}" in as_text(doubtful, known)
        assert "نامطمئن" not in as_html(sure, known) + as_text(sure, known)
    word = zipfile.ZipFile(io.BytesIO(comparison_docx(doubtful, provenance)))
    assert any(said in word.read(name).decode() for name in word.namelist() if name.endswith(".xml"))
    assert "نامطمئن" in "\n".join(by_pdfium(comparison_pdf(doubtful, provenance)))
    assert "نامطمئن" not in "\n".join(by_pdfium(comparison_pdf(sure, provenance)))


def test_an_uncertain_pair_is_known_by_the_entries_of_both_articles() -> None:
    result = compared(rewritten_bylaw.BEFORE, rewritten_bylaw.AFTER)
    assert [pair.paired for pair in result.uncertain_pairs] == [True, False]
    entries = [result.entries[index] for index in result.uncertain_by_entry]
    assert {(one.old and one.old.label, one.new and one.new.label) for one in entries} == {
        ("ماده 3", "ماده 5"),
        ("ماده 6", None),
        (None, "ماده 11"),
    }
    assert compared(OLD, NEW).uncertain_by_entry == {}


def test_a_note_in_a_doubtful_pair_waits_for_a_person() -> None:
    quote = "پیش از گشایش"
    at = OLD.index(quote)
    anchor = make_anchor(OLD, parse(OLD), at, at + len(quote))
    sure = compared(OLD, NEW)
    (pair,) = sure.rewritten_pairs
    doubtful = Comparison(
        sure.old, sure.new, sure.entries, (), (), (), (RewrittenPair(pair.old, pair.new, 0.6, paired=True),)
    )
    placement = AnchorFinder(doubtful).find(anchor)
    assert placement.state is AnchorMatch.AMBIGUOUS
    assert [NEW[slice(*place)] for place in placement.candidates] == [quote]
    pinned = AnchorFinder(doubtful, [Pin(pair.old[0], pair.new[0], same=True)]).find(anchor)
    assert (pinned.state, pinned.start) == (AnchorMatch.EXACT, NEW.index(quote))


@pytest.mark.parametrize("shares", [DRAFT_AND_LAW, MANY_GONE, MANY_GONE_REWRITTEN])
def test_most_rewritten_articles_are_found_and_few_others(shares: Shares) -> None:
    tally = Paired()
    for seed in (21, 22, 23):
        tally.count(rewriting(seed, 5_000, shares))
    assert tally.found >= 0.95 * tally.rewritten
    assert tally.wrong <= 0.01 * tally.pairs
    assert tally.false <= 0.02 * tally.gone


def test_a_text_without_articles_has_rewritten_paragraphs() -> None:
    old = "\n".join((SCOPE, LIST, VISIT, FEES, BOOK)) + "\n"
    new = "\n".join((SCOPE, SAFETY, LONGER, VISIT, FEES, BOOK)) + "\n"
    (pair,) = compared(old, new).rewritten_pairs
    assert (old[slice(*pair.old)], new[slice(*pair.new)]) == (LIST, LONGER)
