"""The outcome page of a package."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.clock import FixedClock
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from desktop_app.reports.outcome.frozen import read_frozen
from desktop_app.reports.publishing import package_files, write_package
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.reports.telling import EMAIL, MOBILE, REASON, comment_of, decide, finish, finished, hide, revised
from tests.reports.test_publishing import page


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(sqlite_office, clock)


def packed(consultation: Consultation) -> dict[str, bytes]:
    services = consultation.services
    outcome = services.comment_outcomes.frozen(consultation.id)
    return package_files(
        services.publications.of(consultation.id), services.office.settings(), outcome=outcome
    )


def test_a_finished_draft_has_a_page_of_decisions_reasons_and_changes(
    consultation: Consultation, tmp_path: Path
) -> None:
    finished(consultation)
    files = packed(consultation)
    made, words = page(files["outcome.html"]), files["outcome.html"].decode()
    assert (made.lang, made.direction) == ("fa", "rtl")
    assert {"main", "table", "th", "h1", "h2", "section", "del", "ins"} <= set(made.tags)
    assert {"script", "form"}.isdisjoint(made.tags)
    assert set(made.links) <= set(made.anchors)
    assert "ISOLATE" not in words
    # The parts have the anchors of their provisions, to which the messages link.
    assert {"m1", "m2"} <= set(made.anchors)
    for said in (REASON, "با قانون سازگار نیست.", "مهلت را کمتر کنید.", "سی", "بیست"):
        assert said in words
    # The change stands once, above the comments that asked for it.
    assert words.count("بیست</ins>") == 1
    assert "outcome.html" in files["index.html"].decode()
    described = json.loads(files["draft.json"])["outcome"]
    assert (described["page"], described["number"]) == ("outcome.html", 1)
    write_package(files, tmp_path / "package")
    write_package(packed(consultation), tmp_path / "package")
    assert (tmp_path / "package" / "outcome.html").read_bytes() == files["outcome.html"]


def test_a_group_without_a_shared_sentence_says_so(consultation: Consultation) -> None:
    said = ("مهلت سی روز برای ناشران کوچک بسیار طولانی است و باید کم شود",
            "مهلت سی روز برای ناشران کوچک خیلی طولانی است و باید کم شود")  # fmt: skip
    numbers = revised(consultation, [comment_of("", str(n), one, "ماده ۲") for n, one in enumerate(said * 2)])
    consultation.services.campaign_finding.look(consultation.office.reviewer, consultation.id)
    [group] = consultation.services.campaigns.all(consultation.id)
    assert (group.senders.submissions, consultation.services.campaigns.text(group.id).text) == (
        len(numbers),
        "",
    )
    finish(consultation)
    assert (
        '<p class="words">هیچ جمله‌ای در همهٔ آن‌ها نیست.</p>' in packed(consultation)["outcome.html"].decode()
    )


def test_the_page_names_nobody_and_obeys_nothing(consultation: Consultation) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> شماره 09121112233"
    numbers = revised(
        consultation,
        (
            comment_of(MOBILE, "1", hostile, "ماده ۲"),
            comment_of(EMAIL, "2", "پنهان است.", "ماده ۲"),
            comment_of("مریم کریمی", "3", "خوب.", "ماده ۲"),
        ),
    )
    decide(consultation, numbers[0], Disposition.REJECTED, f"به {hostile} ربطی ندارد.")
    hide(consultation, numbers[1], HiddenReason.INSULT)
    finish(consultation)
    content = packed(consultation)["outcome.html"]
    made, words = page(content), content.decode()
    assert {"script", "img"}.isdisjoint(made.tags)
    assert "alert(1)" in words
    for kept in ("1112233", "0912", "karimi", "مریم", "پنهان است"):
        assert kept not in words


def test_there_is_no_page_before_the_draft_is_finished(consultation: Consultation) -> None:
    revised(consultation)
    consultation.sum_up()
    files = packed(consultation)
    assert "outcome.html" not in files
    assert json.loads(files["draft.json"])["outcome"] is None


def test_unknown_keys_of_a_summing_up_are_ignored_and_reasons_of_changes_are_shown(
    consultation: Consultation,
) -> None:
    revised(consultation, (comment_of(MOBILE, "1", "هزینه زیاد است.", "ماده ۲"),))
    consultation.explain("پس از نظر دستگاه‌ها.")
    finish(consultation)
    assert "پس از نظر دستگاه‌ها." in packed(consultation)["outcome.html"].decode()
    [report] = consultation.services.summing_up.all(consultation.id)
    content: dict[str, Any] = json.loads(json.dumps(report.content))
    content["other"] = {"new": 1}
    content["changes"][0]["other"] = ["x"]
    content["provisions"][0]["comments"][0]["other"] = None
    provisions = consultation.services.publications.of(consultation.id).provisions
    more = read_frozen(replace(report, content=content), provisions)
    known = consultation.services.comment_outcomes.frozen(consultation.id)
    assert known is not None
    assert (more.matrix, more.anchors) == (known.matrix, known.anchors)
