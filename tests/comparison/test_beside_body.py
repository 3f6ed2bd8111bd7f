"""Footnotes, endnotes, comments, headers and footers: compared as entries of their own, below their provision."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.beside_body import in_text_order, parts_of
from desktop_app.comparison.composed_text import Choices
from desktop_app.comparison.composing import composed
from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.html_output import as_html
from desktop_app.comparison.labelling import change_title
from desktop_app.comparison.outputs import as_text
from desktop_app.comparison.repairing import replaced
from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionStatus
from desktop_app.documents.document import DocumentPart, PartKind
from desktop_app.wording import use_language
from tests.comparison.invariants import check

_MARK = re.compile(r"\[([fech]|foot):([^\]]*)\]")
_KINDS = {
    "f": PartKind.FOOTNOTE,
    "e": PartKind.ENDNOTE,
    "c": PartKind.COMMENT,
    "h": PartKind.HEADER,
    "foot": PartKind.FOOTER,
}
OLD = (
    "آیین‌نامه نمونه\n"
    "ماده ۱- متقاضی درخواست[f:موضوع تصویب‌نامه شماره ۱۲۳۴ هیئت] خود را ثبت می‌کند.\n"
    "ماده ۲- هیئت[f:هیئت ماده ده قانون نمونه است] هر ماه یک جلسه دارد.[c:با اداره مالی هماهنگ شود]\n"
    "ماده ۳- مهلت رسیدگی سی روز[e:روز کاری ملاک محاسبه است] است.\n"
    "ماده ۴- پروانه[f:پروانه به نام شخص صادر می‌شود] سه سال اعتبار دارد و تمدید می‌شود.\n"
)


def cut(marked: str) -> tuple[str, tuple[DocumentPart, ...]]:
    """Returns the text without its notes, written as «[f:words]», and the notes at their places."""
    parts, text, end = [], "", 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        kind = _KINDS[match[1]]
        at = None if kind in (PartKind.HEADER, PartKind.FOOTER) else len(text)
        parts.append(DocumentPart(kind, at, match[2]))
        end = match.end()
    return text + marked[end:], tuple(parts)


def compared(old: str, new: str) -> Comparison:
    (old_text, old_parts), (new_text, new_parts) = cut(old), cut(new)
    found = compare_texts(old_text, new_text, old_parts=old_parts, new_parts=new_parts)
    check(found)
    return found


def parts(found: Comparison) -> list[tuple[str, ProvisionStatus, frozenset[Flag]]]:
    """Returns the title, status and flags of each part, in reading order."""
    return [
        (change_title([entry]), entry.status, entry.flags)
        for entry in found.entries
        if entry.part is not None
    ]


def changed_parts(found: Comparison) -> list[Entry]:
    return [one for one in found.entries if one.part and (one.status != "unchanged" or one.flags)]


@pytest.fixture(autouse=True)
def _persian() -> Iterator[None]:
    use_language("fa")
    yield
    use_language("fa")


def test_a_number_that_changed_in_a_footnote_is_a_weighty_change() -> None:
    found = compared(OLD, OLD.replace("۱۲۳۴", "۱۲۴۳"))
    [entry] = changed_parts(found)
    assert (entry.part, entry.status, entry.weighty) == (PartKind.FOOTNOTE, ProvisionStatus.EDITED, True)
    assert found.counts["changes"] == found.counts["edited"] == found.weighty == 1
    [span] = [span for span in entry.spans if span.op is Op.REPLACE]
    assert (found.old.text[slice(*span.old)], found.new.text[slice(*span.new)]) == ("۱۲۳۴", "۱۲۴۳")


@pytest.mark.parametrize("mark", ["f", "e", "c", "h", "foot"])
def test_every_kind_is_compared(mark: str) -> None:
    body = f"ماده ۱- متن[{mark}:شماره ۱۲ است] دارد.\n"
    for new, status in (
        (body.replace("۱۲", "۱۳"), ProvisionStatus.EDITED),
        (_MARK.sub("", body), ProvisionStatus.DELETED),
        (body, ProvisionStatus.UNCHANGED),
        (body.replace("شماره", "شمارة"), None),
    ):
        found = compared(body, new)
        [entry] = [one for one in found.entries if one.part is not None]
        assert entry.part is _KINDS[mark]
        if status is not None:
            assert entry.status is status
        assert found.counts["changes"] == (entry.status not in ("unchanged", "orthographic"))
    [added] = changed_parts(compared(_MARK.sub("", body), body))
    assert added.status is ProvisionStatus.INSERTED


def test_spelling_in_a_footnote_is_spelling() -> None:
    found = compared(OLD, OLD.replace("[f:هیئت ماده", "[f:هيئت ماده"))
    [entry] = changed_parts(found)
    assert entry.status is ProvisionStatus.ORTHOGRAPHIC
    assert found.counts["changes"] == 0


def test_parts_stand_below_their_provision_and_margins_at_the_end() -> None:
    found = compared("[h:سربرگ]" + OLD + "[foot:پابرگ]", "[h:سربرگ]" + OLD + "[foot:پابرگ]")
    titles = [change_title([entry]) for entry in found.entries]
    assert titles == [
        *("متن بدون عنوان", "ماده ۱", "پانوشت ماده ۱", "ماده ۲", "پانوشت ماده ۲", "یادداشت کناری ماده ۲"),
        *("ماده ۳", "پی‌نوشت ماده ۳", "ماده ۴", "پانوشت ماده ۴", "سرصفحه", "پاصفحه"),
    ]


def test_a_footnote_goes_with_its_article() -> None:
    lines = OLD.split("\n")
    lines.insert(1, lines.pop(4).replace("ماده ۴", "ماده ۱۰"))
    found = compared(OLD, "\n".join(lines))
    assert found.counts["moved"] == 1
    assert ("پانوشت ماده ۱۰ (پیش‌تر پانوشت ماده ۴)", ProvisionStatus.UNCHANGED, frozenset()) in parts(found)
    assert not changed_parts(found)


def test_a_footnote_that_moved_to_another_article_moved() -> None:
    note = "[f:هیئت ماده ده قانون نمونه است]"
    found = compared(OLD, OLD.replace(note, "").replace("اعتبار دارد", f"اعتبار دارد{note}"))
    [entry] = changed_parts(found)
    assert (entry.status, *entry.flags) == (ProvisionStatus.UNCHANGED, Flag.MOVED)
    assert change_title([entry]) == "پانوشت ماده ۴ (پیش‌تر پانوشت ماده ۲)"


def test_an_added_footnote_leaves_the_others_alone() -> None:
    found = compared(OLD, OLD.replace("ماده ۱- متقاضی", "ماده ۱- متقاضی[f:شخص حقیقی یا حقوقی است]"))
    [entry] = changed_parts(found)
    assert (entry.status, change_title([entry])) == (ProvisionStatus.INSERTED, "پانوشت ماده ۱")


def test_a_rewritten_footnote_at_the_same_place_is_edited() -> None:
    found = compared(OLD, OLD.replace("موضوع تصویب‌نامه شماره ۱۲۳۴ هیئت", "بنگرید به پیوست دوم"))
    [entry] = changed_parts(found)
    assert entry.status is ProvisionStatus.EDITED


def test_equal_footnotes_are_told_apart_by_their_places() -> None:
    old = "".join(f"ماده {n}- موضوع شماره {n} بررسی[f:همان] می‌شود.\n" for n in range(1, 6))
    found = compared(old, old.replace("شماره 3 بررسی[f:همان]", "شماره 3 بررسی"))
    assert [(change_title([one]), one.status) for one in changed_parts(found)] == [
        ("پانوشت ماده ۳", ProvisionStatus.DELETED),
    ]


def test_a_label_at_the_start_of_a_footnote_is_no_article() -> None:
    found = compared(OLD, OLD.replace("موضوع تصویب‌نامه", "ماده ۵- موضوع تصویب‌نامه"))
    assert all(entry.old and entry.old.label is None for entry in changed_parts(found))
    assert found.counts["inserted"] == found.counts["renumbered"] == 0


_NOTES = st.lists(
    st.builds(
        DocumentPart,
        st.sampled_from([PartKind.FOOTNOTE, PartKind.ENDNOTE, PartKind.COMMENT]),
        st.integers(0, len(cut(OLD)[0])),
        st.sampled_from(["یک", "ماده ۵- متن دوم", "یک دو سه\nچهار", "همان", "شماره ۱۲ است", "شماره ۱۳ است"]),
    ),
    max_size=8,
).map(tuple)
_MARGINS = st.lists(
    st.builds(
        DocumentPart,
        st.sampled_from([PartKind.HEADER, PartKind.FOOTER]),
        st.none(),
        st.sampled_from(["سر", "نسخه ۱", "نسخه ۲"]),
    ),
    max_size=3,
).map(tuple)


@given(_NOTES, _NOTES, _MARGINS, _MARGINS)
def test_parts_leave_the_body_as_it_is(
    old_notes: tuple[DocumentPart, ...],
    new_notes: tuple[DocumentPart, ...],
    old_margins: tuple[DocumentPart, ...],
    new_margins: tuple[DocumentPart, ...],
) -> None:
    old, new = cut(OLD)[0], cut(OLD)[0].replace("سی", "ده").replace("ماده ۲- هیئت", "ماده ۵- شورا و هیئت")
    plain = compare_texts(old, new)
    found = compare_texts(
        old, new, old_parts=(*old_notes, *old_margins), new_parts=(*new_notes, *new_margins)
    )
    check(found)
    assert [entry for entry in found.entries if entry.part is None] == list(plain.entries)
    assert (found.old.body, found.new.body) == (old, new)
    assert found.stale_references == plain.stale_references
    assert sorted(part.text for part in parts_of(found.new)) == sorted(
        part.text for part in (*new_notes, *new_margins)
    )
    # JSON: the body first, entry by entry as without the parts.
    made, bare = json.loads(to_json(found)), json.loads(to_json(plain))
    count = len(bare["provisions"])
    assert made["provisions"][:count] == bare["provisions"]
    assert all("part" in entry for entry in made["provisions"][count:])
    assert made["new"]["text"].startswith(new)
    assert sum(made["counts"][status] for status in ProvisionStatus) == len(made["provisions"])


def test_json_names_the_parts_and_their_places() -> None:
    found = compared(OLD, OLD.replace("۱۲۳۴", "۱۲۴۳"))
    made = json.loads(to_json(found))
    side = made["new"]
    assert side["text"][: side["body"]] == cut(OLD)[0].replace("۱۲۳۴", "۱۲۴۳")
    assert [part["part"] for part in side["parts"]] == ["footnote"] * 3 + ["endnote", "comment"]
    first = side["parts"][0]
    assert side["text"][first["start"] : first["end"]] == "موضوع تصویب‌نامه شماره ۱۲۴۳ هیئت"
    assert side["text"][: first["at"]].endswith("درخواست")
    assert [entry["part"] for entry in made["provisions"] if "part" in entry] == [
        part["part"] for part in side["parts"]
    ]


def test_a_deleted_part_follows_the_one_before_it_in_json() -> None:
    found = compared(OLD, OLD.replace("[f:هیئت ماده ده قانون نمونه است]", ""))
    notes = [one for one in in_text_order(found.entries) if one.part is PartKind.FOOTNOTE]
    assert [one.status for one in notes] == ["unchanged", "deleted", "unchanged"]


def test_every_output_shows_a_changed_footnote() -> None:
    found = compared(OLD, OLD.replace("۱۲۳۴", "۱۲۴۳"))
    text, page = as_text(found), as_html(found)
    assert "■ ۱. پانوشت ماده ۱ — اصلاح‌شده ! پراهمیت" in text
    assert "[-۱۲۳۴-]{+۱۲۴۳+}!" in text
    assert "پانوشت ماده ۱" in page
    assert re.search(r"<del[^>]*weighty[^>]*>۱۲۳۴</del>", page)


def test_a_composition_takes_each_note_from_the_chosen_side() -> None:
    new = (
        OLD.replace("۱۲۳۴", "۱۲۴۳").replace("یک جلسه", "دو جلسه").replace("[c:با اداره مالی هماهنگ شود]", "")
    )
    found = compared(OLD, new)
    none, every = composed(found, Choices()), composed(found, Choices(frozenset(range(len(found.entries)))))
    assert (none.text, none.parts) == (found.new.body, parts_of(found.new))
    assert (every.text, sorted(every.parts, key=str)) == (
        found.old.body,
        sorted(parts_of(found.old), key=str),
    )
    [edited, deleted] = [index for index, one in enumerate(found.entries) if one in changed_parts(found)]
    made = composed(found, Choices(frozenset({edited, deleted})))
    assert made.text == found.new.body
    texts = {part.text: part.at for part in made.parts}
    assert texts["موضوع تصویب‌نامه شماره ۱۲۳۴ هیئت"] == made.text.index(" خود")
    assert texts["با اداره مالی هماهنگ شود"] == made.text.index("\nماده ۳")


def test_notes_move_along_when_references_are_put_right() -> None:
    found = compared("ماده ۱- موضوع ماده ۹ این[f:یک] است.\n", "ماده ۱- موضوع ماده ۹ این[f:یک] است.\n")
    made = composed(found, Choices())
    at = made.text.index("ماده ۹")
    put_right = replaced(made, [((at, at + 6), "ماده ۱۰۰")])
    assert [part.at for part in put_right.parts] == [put_right.text.index(" است")]
