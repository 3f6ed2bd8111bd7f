from __future__ import annotations

import random

from desktop_app.comparison.anchors import Anchor, AnchorFinder, AnchorMatch, AnchorPlacement, make_anchor
from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.occurrences import Occurrences
from desktop_app.comparison.offsets import OffsetMap
from desktop_app.comparison.structure import parse
from tests.comparison.drafts import articles, revised, sentence, written

OLD = """ماده ۱ـ متقاضی باید مدارک هویتی خود را در سامانه خدمات بارگذاری کند و رسید بگیرد.
ماده ۲ـ مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است و فهرست آن‌ها را نگه می‌دارد.
ماده ۳ـ کارگروه استانی با سه عضو تشکیل می‌شود و ظرف سی روز رأی می‌دهد.
"""


def anchored(text: str, quote: str) -> Anchor:
    start = text.index(quote)
    return make_anchor(text, parse(text), start, start + len(quote))


def found(quote: str, new: str, old: str = OLD) -> AnchorPlacement:
    return AnchorFinder(compare_texts(old, new)).find(anchored(old, quote))


def quoted(placement: AnchorPlacement, text: str) -> str:
    assert placement.start is not None
    assert placement.end is not None
    return text[placement.start : placement.end]


def test_an_anchor_keeps_its_quote_path_and_surroundings() -> None:
    anchor = anchored(OLD, "اصالت آثار")
    assert anchor.path == ("ماده ۲",)
    assert anchor.prefix.endswith("پاسخ‌گوی ")
    assert anchor.suffix.startswith(" ارائه‌شده")
    assert OLD[anchor.start : anchor.end] == anchor.quote


def test_an_unchanged_phrase_is_found_exactly() -> None:
    new = OLD.replace("سی روز", "ده روز")
    placement = found("اصالت آثار", new)
    assert (placement.state, placement.confidence) == (AnchorMatch.EXACT, 1.0)
    assert quoted(placement, new) == "اصالت آثار"


def test_another_spelling_is_still_exact() -> None:
    new = OLD.replace("ی", "ي")
    placement = found("مدارک هویتی", new)
    assert placement.state is AnchorMatch.EXACT
    assert quoted(placement, new) == "مدارک هويتي"


def test_a_phrase_of_a_moved_article_has_moved() -> None:
    lines = OLD.splitlines(keepends=True)
    new = lines[2] + lines[0] + lines[1]
    placement = found("کارگروه استانی", new)
    assert placement.state is AnchorMatch.MOVED
    assert quoted(placement, new) == "کارگروه استانی"


def test_a_phrase_that_was_edited_in_part_has_changed() -> None:
    new = OLD.replace("ظرف سی روز رأی", "ظرف شصت روز رأی")
    placement = found("ظرف سی روز رأی می‌دهد", new)
    assert placement.state is AnchorMatch.CHANGED
    assert quoted(placement, new) == "ظرف شصت روز رأی می‌دهد"
    assert 0.3 <= placement.confidence < 1


def test_a_phrase_whose_article_was_deleted_is_an_orphan() -> None:
    lines = OLD.splitlines(keepends=True)
    placement = found("پاسخ‌گوی اصالت آثار ارائه‌شده", lines[0] + lines[2])
    assert placement == AnchorPlacement(AnchorMatch.ORPHAN)


def test_a_phrase_that_was_taken_out_of_its_article_is_an_orphan() -> None:
    placement = found("و رسید بگیرد", OLD.replace(" و رسید بگیرد", ""))
    assert placement.state is AnchorMatch.ORPHAN


def test_a_phrase_is_never_put_on_its_twin_in_another_article() -> None:
    old = OLD + "ماده ۴ـ مدیر آموزشگاه پاسخ‌گوی اصالت آثار ارائه‌شده نزد هنرجویان خویش خواهد بود و بس.\n"
    lines = old.splitlines(keepends=True)
    placement = found("پاسخ‌گوی اصالت آثار ارائه‌شده", "".join([lines[0], *lines[2:]]), old)
    assert placement.state is AnchorMatch.ORPHAN


def test_two_places_that_are_about_as_good_are_both_named() -> None:
    old = "ماده ۱ـ کارگروه استانی با سه عضو تشکیل می‌شود.\nماده ۲ـ تعرفه خدمات هر سال بازنگری خواهد شد.\n"
    new = (
        "ماده ۱ـ تعرفه خدمات هر سال بازنگری خواهد شد.\n"
        "ماده ۲ـ در هر شهرستان کارگروه استانی با سه عضو به ریاست مدیرکل و دبیری معاون هنری برپا خواهد بود.\n"
        "ماده ۳ـ در هر شهرستان کارگروه استانی با سه عضو به ریاست فرماندار و دبیری بخشدار کار می‌کند.\n"
    )
    placement = found("کارگروه استانی با سه عضو", new, old)
    assert placement.state is AnchorMatch.AMBIGUOUS
    assert placement.start is None
    assert [new[slice(*place)] for place in placement.candidates] == ["کارگروه استانی با سه عضو"] * 2


def test_an_anchor_of_another_text_is_found_by_its_words() -> None:
    anchor = Anchor(
        ("ماده ۹",), "پاسخ‌گوی اصالت آثار ارائه‌شده", "مدیر نگارخانه ", " است و فهرست", 5_000, 5_029
    )
    placement = AnchorFinder(compare_texts(OLD, OLD)).find(anchor)
    assert quoted(placement, OLD) == anchor.quote


def test_a_range_outside_the_text_is_put_right() -> None:
    anchor = make_anchor(OLD, parse(OLD), len(OLD) + 50, -3)
    assert (anchor.start, anchor.end) == (0, len(OLD))
    assert AnchorFinder(compare_texts(OLD, OLD)).find(anchor).state is AnchorMatch.EXACT


def test_an_empty_anchor_is_an_orphan() -> None:
    assert (
        AnchorFinder(compare_texts(OLD, OLD)).find(make_anchor(OLD, parse(OLD), 4, 4)).state
        is AnchorMatch.ORPHAN
    )


def test_the_offset_map_follows_a_phrase_into_its_new_place() -> None:
    new = "ماده ۱ـ ماده‌ای تازه که پیش از دیگران آمد.\n" + OLD.replace("ماده ۳ـ", "ماده ۴ـ")
    start = OLD.index("سه عضو")
    pieces = list(OffsetMap(compare_texts(OLD, new)).kept(start, start + 6))
    assert [new[slice(*place)] for _old, place in pieces] == ["سه عضو"]


def test_a_full_stop_that_lived_on_does_not_stretch_a_phrase_over_a_new_sentence() -> None:
    new = OLD.replace("رأی می‌دهد.", "رأی می‌دهد و آن را بی‌درنگ در درگاه اداره و روزنامه رسمی منتشر می‌کند.")
    placement = found("ظرف سی روز رأی می‌دهد.", new)
    assert placement.state is AnchorMatch.CHANGED
    assert quoted(placement, new) == "ظرف سی روز رأی می‌دهد"


def test_another_form_of_a_word_in_its_own_place_has_changed() -> None:
    new = OLD.replace("مدارک هویتی", "مدرک هویتی")
    placement = found("مدارک", new)
    assert placement.state is AnchorMatch.CHANGED
    assert quoted(placement, new) == "مدرک"


_FAIR = (
    "ماده ۷ـ در همه نمایشگاه‌هایی که با همکاری شهرداری و انجمن‌های صنفی در تابستان و پاییز هر سال در فضای باز "
    "برگزار می‌شود و نیز در حراج‌های هنری، "
)


def test_words_that_the_draft_says_in_several_places_are_not_looked_for_elsewhere() -> None:
    phrase = "متقاضی موظف است ظرف سی روز مدارک خود را در سامانه تکمیل کند"
    old = (
        OLD
        + f"ماده ۴ـ {phrase}. هزینه آن با اداره است.\nماده ۵ـ {phrase}.\nماده ۶ـ پایان متن این ضوابط است.\n"
    )
    lines = old.splitlines(keepends=True)
    new = "".join([*lines[:3], *lines[4:], f"{_FAIR}{phrase}.\n"])
    start = old.index(phrase)
    anchor = make_anchor(old, parse(old), start, start + len(phrase))
    assert AnchorFinder(compare_texts(old, new)).find(anchor).state is AnchorMatch.ORPHAN


def test_a_provision_that_came_back_twice_elsewhere_is_asked_about() -> None:
    lines = OLD.splitlines(keepends=True)
    copy = lines[1].partition("ـ ")[2]
    rest = [f"ماده {n}ـ {sentence(random.Random(n))}\n" for n in range(4, 10)]
    old = OLD + "".join(rest)
    new = "".join([lines[0], lines[2], *rest[:3], f"ماده ۸ـ {copy}", *rest[3:], f"ماده ۱۲ـ {copy}"])
    placement = found("پاسخ‌گوی اصالت آثار ارائه‌شده", new, old)
    assert placement.state is AnchorMatch.AMBIGUOUS
    assert {new[slice(*place)] for place in placement.candidates} == {"پاسخ‌گوی اصالت آثار ارائه‌شده"}
    assert len(placement.candidates) == 2


def test_a_sentence_that_every_draft_has_is_asked_about_where_it_seems_to_have_moved() -> None:
    common = "رأی کارگروه ظرف بیست روز پس از ابلاغ قابل اعتراض است."
    rest = [sentence(random.Random(n)) for n in range(8)]
    bodies = [rest[0], common, rest[1], rest[2], rest[3], common, rest[4], rest[5]]
    old = "".join(f"ماده {n}ـ {body}\n" for n, body in enumerate(bodies, 1))
    after = [rest[0], rest[1], rest[2], rest[3], common, rest[4], rest[6], rest[5], common, rest[7]]
    new = "".join(f"ماده {n}ـ {body}\n" for n, body in enumerate(after, 1))
    start = old.index(common)
    placement = AnchorFinder(compare_texts(old, new)).find(
        make_anchor(old, parse(old), start, start + len(common))
    )
    assert placement.state in {AnchorMatch.AMBIGUOUS, AnchorMatch.ORPHAN}
    assert all(new[slice(*place)] == common for place in placement.candidates)


def test_of_a_phrase_that_a_split_tore_apart_the_larger_piece_carries_the_note() -> None:
    old = (
        "ماده ۱ـ متقاضی باید مدارک هویتی و سند مالکیت محل را در سامانه بارگذاری کند و کارگروه استانی با سه عضو "
        "تشکیل می‌شود و ظرف سی روز رأی خود را به‌صورت کتبی به متقاضی ابلاغ می‌کند.\n"
    )
    new = old.replace(" و کارگروه", ".\nماده ۲ـ به‌منظور بررسی درخواست‌ها در هر شهرستان کارگروه")
    placement = found("در سامانه بارگذاری کند و کارگروه استانی با سه عضو تشکیل می‌شود", new, old)
    assert placement.state is AnchorMatch.CHANGED
    assert quoted(placement, new) in "کارگروه استانی با سه عضو تشکیل می‌شود"


def test_no_spans_are_read_of_provisions_that_no_anchor_stands_in() -> None:
    old = OLD + "ماده ۴ـ کتاب يك\n"
    comparison = compare_texts(old, old.replace("ی", "ي").replace("سی روز", "ده روز"))
    finder = AnchorFinder(comparison)
    finder.find(anchored(old, "اصالت آثار"))
    finder.find(anchored(old, "سی روز"))
    read = {place.label for at in finder.offsets.read if (place := comparison.entries[at].old) is not None}
    assert read == {"ماده ۲", "ماده ۳"}


def test_over_twenty_revisions_every_anchor_is_found_on_its_words_or_not_at_all() -> None:
    chance = random.Random(8)
    chapters = [articles(chance, 8) for _ in range(3)]
    text = written(chapters)
    anchors = []
    for provision in parse(text)[2::3]:
        start = chance.randrange(provision.body, max(provision.body + 1, provision.end - 60))
        anchors.append(make_anchor(text, parse(text), start, min(start + 40, provision.end)))
    placed = 0
    for _round in range(20):
        chapters = revised(chapters, chance)
        newer = written(chapters)
        finder = AnchorFinder(compare_texts(text, newer))
        kept = []
        for anchor in anchors:
            placement = finder.find(anchor)
            if placement.start is None or placement.end is None:
                assert placement.state in {AnchorMatch.ORPHAN, AnchorMatch.AMBIGUOUS}
                assert bool(placement.candidates) == (placement.state is AnchorMatch.AMBIGUOUS)
                continue
            assert 0 <= placement.start < placement.end <= len(newer)
            if placement.state in {AnchorMatch.EXACT, AnchorMatch.MOVED}:
                assert newer[placement.start : placement.end] == anchor.quote
            kept.append(make_anchor(newer, parse(newer), placement.start, placement.end))
            placed += 1
        text, anchors = newer, kept
    assert placed > 100


def test_words_at_the_start_of_a_range_are_found_however_far_the_range_before_it_is() -> None:
    quote = "چهار پنج شش هفت هشت نه"
    text = "یک دو سه " + "میان " * 400 + quote + " ده"
    at = text.index(quote)
    places = Occurrences(text, [(0, 8), (at, len(text))]).similar_places(quote, 90)
    assert places == [(100.0, (at, at + len(quote)))]


def test_a_common_word_that_is_left_of_a_quote_is_no_trace_of_it() -> None:
    old = OLD + "ماده ۴ـ سابقه کار مرجعی است نشریه نظارت پس از مدرک صادر می‌شود.\n"
    new = old.replace("مرجعی است نشریه نظارت", "مرجعی کتابی است اخطار نظارت")
    assert found("است نشریه", new, old).state is AnchorMatch.ORPHAN


def test_a_word_that_survived_alone_in_a_rewritten_sentence_is_asked_about() -> None:
    sentence = "ماده ۴ـ ناشر گزارش سالانه و فهرست کتاب حقیقی را که ثبت شده به دبیرخانه می‌فرستد.\n"
    new = OLD + "ماده ۴ـ ناشر گزارش سالانه و ساختمان حقیقی جدید را که ثبت شده به دبیرخانه می‌فرستد.\n"
    placement = found("حقیقی", new, OLD + sentence)
    assert placement.state is AnchorMatch.AMBIGUOUS
    assert [new[slice(*place)] for place in placement.candidates] == ["حقیقی"]
    # With a neighbour that survived as well it is certain.
    kept = OLD + sentence.replace("فهرست", "سیاهه")
    assert found("حقیقی", kept, OLD + sentence).state is AnchorMatch.EXACT
