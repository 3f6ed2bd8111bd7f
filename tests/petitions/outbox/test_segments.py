"""How long a text message is, and how it is shortened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.office.message_templates import DeliveryMethod, MessageKind, standard_words, ways_of
from desktop_app.petitions.outbox.composing import composed, shortened
from desktop_app.petitions.outbox.segments import cut_to, segments

CODE = "۱۲۳۴-۵۶۷۸-۹۰۱۲"


@pytest.mark.parametrize(
    ("text", "unicode", "count", "left"),
    [
        ("", False, 1, 160),
        ("a" * 160, False, 1, 0),
        ("a" * 161, False, 2, 145),
        ("a" * 306, False, 2, 0),
        ("a" * 307, False, 3, 152),
        ("€" * 80, False, 1, 0),
        # The escape and its character stay together: 76 pairs and an odd place in each segment.
        ("€" * 81, False, 2, 143),
        ("س" * 70, True, 1, 0),
        ("س" * 71, True, 2, 63),
        ("س" * 134, True, 2, 0),
        ("س" * 135, True, 3, 66),
        ("😀" * 35, True, 1, 0),
        # 33 pairs and an odd place in each segment.
        ("😀" * 67, True, 3, 65),
        ("ç", True, 1, 69),
        ("Ç", False, 1, 159),
    ],
)
def test_segments_are_counted_as_the_gateway_does(text: str, unicode: bool, count: int, left: int) -> None:
    found = segments(text)
    assert (found.unicode, found.count, found.left) == (unicode, count, left)


words = st.lists(st.text("ابپتسمن‌", min_size=1, max_size=12), max_size=120).map(" ".join)


@given(reply=words, subject=words, most=st.integers(1, 4))
def test_a_text_is_shortened_at_a_word_and_keeps_the_code(reply: str, subject: str, most: int) -> None:
    values = {"reply": reply, "subject": subject, "code": CODE, "office": "اداره کل"}
    made = shortened("پاسخ به «{subject}»:\n{reply}\nکد {code}\n{office}", values, most)
    assert segments(made).count <= most
    assert CODE in made
    if segments(made).count < most and "…" in made:
        # Whatever was cut would not have fitted: nothing is thrown away that had room.
        assert segments(made + " " + "س" * 70).count >= most
    for line in made.splitlines():
        begun = line.split("…", maxsplit=1)[0].removeprefix("پاسخ به «")
        if "…" in line and begun and reply.startswith(begun):
            assert not reply[len(begun) :][:1].isalpha()


def test_the_reply_gives_way_before_the_office_s_own_words() -> None:
    values = {"reply": "پاسخ بلند " * 40, "code": CODE, "office": "اداره کل فرهنگ"}
    made = shortened("{reply}\nکد: {code}\n{office}", values, 2)
    assert made.startswith("پاسخ بلند پاسخ")
    assert made.endswith(f"…\nکد: {CODE}\nاداره کل فرهنگ")
    assert segments(made).count == 2
    assert segments(made.replace("…", " پاسخ بلند…", 1)).count == 3


@pytest.mark.parametrize("most", [2, 3, 4])
def test_a_decision_stays_where_its_reason_and_the_title_of_the_draft_give_way(most: int) -> None:
    values = {
        "draft": "بخشنامه پاسخ‌گویی تلفنی و رسیدگی به درخواست‌های مردمی",
        "decision": "تا حدی پذیرفته",
        "reason": "این حکم برگرفته از قانون بالادست است و به همین صورت می‌ماند.",
        "link": "https://example.ir/drafts/phone-answering/outcome.html#b13",
        "office": "اداره کل فرهنگ و ارشاد اسلامی استان تهران",
    }
    made = shortened("نظر شما دربارهٔ «{draft}»: {decision}.\n{reason}\n{link}\n{office}", values, most)
    assert segments(made).count <= most
    assert "تا حدی پذیرفته" in made
    assert values["link"] in made


def test_a_code_at_the_end_of_what_is_cut_stays_whole() -> None:
    made = cut_to("واژه " * 40 + CODE, CODE, 1)
    assert made.endswith(f"… {CODE}")
    assert segments(made).count == 1
    assert segments(cut_to("بی‌فاصله" * 60, "", 1)).count == 1


def test_a_reply_that_greets_is_greeted_once_in_a_message() -> None:
    values = {"reply": "با سلام و احترام، مجوز شما صادر شد.", "office": "اداره"}
    _, text = composed(DeliveryMethod.EMAIL, "پاسخ", "با سلام و احترام\n{reply}\n{office}", values, 4)
    assert text == "با سلام و احترام\nمجوز شما صادر شد.\nاداره"
    _, text = composed(DeliveryMethod.EMAIL, "پاسخ", "{reply}\n{office}", values, 4)
    assert text.startswith("با سلام و احترام")


@pytest.mark.parametrize("kind", [one for one in MessageKind if one is not MessageKind.COMMENTED])
def test_a_message_calls_a_petition_by_its_kind(kind: MessageKind) -> None:
    for way in ways_of(kind):
        words = " ".join(standard_words(kind.value, way.value))
        assert "درخواست" not in words
        assert "{kind}" in words
