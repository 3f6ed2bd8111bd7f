"""Thousands of comments: taken in from a file, grouped, shown; all pairs with rapidfuzz beside it."""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.instruments.comments.review import load_review
from desktop_app.instruments.comments.service import CommentRow, NewComment
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind
from desktop_app.intake.imports.comments import plan
from desktop_app.intake.imports.comments import run as take_in
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, pc_user
from tests.instruments.anchored_truth import drafts, made_comments, score
from tests.instruments.campaigning import COMMON, campaign
from tests.instruments.consulting import exposed_now
from tests.likeness.made import sentence
from tests.ui.consultation import document
from tools.benchmarks.likeness import all_pairs
from ui.comments.comment_list import CommentList

#: Of so many comments all pairs are compared, and the rest is reckoned from it.
_SAMPLE = 1_500
_CAME = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)


def run(comments: int) -> list[tuple[str, str]]:
    """What was measured, as (what, figure): three quarters of the comments are one text."""
    same = comments * 3 // 4
    made = campaign(
        _CAME, submissions=same, additions=same // 22, others=comments - same, persons=same * 2 // 3
    )
    with tempfile.TemporaryDirectory() as folder:
        services = open_services(sqlite_url(Path(folder) / "office.sqlite"))
        try:
            return _measured(services, pc_user("benchmark"), made, Path(folder))
        finally:
            services.close()


def _measured(
    services: Services, actor: Actor, made: list[NewComment], folder: Path
) -> list[tuple[str, str]]:
    number = services.drafting.register(actor, InstrumentKind.BYLAW, "آیین‌نامه").row.id
    articles = "".join(f"ماده {n}- {sentence(random.Random(n))}\n" for n in range(1, 41))
    services.drafting.add_revision(actor, number, document(articles))
    exposed_now(services, number)
    file = folder / "comments.jsonl"
    file.write_text("\n".join(map(_line, made)), encoding="utf-8")
    imported = _timed(lambda: take_in(services, actor, number, plan(file)))
    began = time.perf_counter()
    groups = services.campaigns.all(number)
    review = load_review(services.drafting, services.comments, actor, number)
    shown = time.perf_counter() - began
    largest = groups[0]
    text = _spent(lambda: services.campaigns.text(largest.id))
    again = [_timed(lambda: services.campaigns.all(number)) for _ in range(9)]
    late = NewComment("دیر رسید.", external_id="late", received_at=_CAME + timedelta(days=1))
    services.comments.take_in(actor, number, [late])
    one_more = _spent(lambda: services.campaign_finding.look(actor, number))
    again_said = replace(late, text=f"{made[0].text} {made[-1].text}", external_id="later")
    services.comments.take_in(actor, number, [again_said, replace(late, text=COMMON, external_id="last")])
    joined = _spent(lambda: services.campaign_finding.look(actor, number))
    largest = services.campaigns.one(largest.id)
    services.campaigns.read(actor, largest.id, largest.digest)
    decided = _spent(
        lambda: services.campaigns.decide(actor, largest.id, largest.version, Disposition.REJECTED, "چون")
    )
    sample = [one.text for one in made[:_SAMPLE]]
    rival = _timed(lambda: all_pairs(sample)) * (len(made) / len(sample)) ** 2
    whole = imported + shown
    listed = _listed(review.comments)
    return [
        (f"{len(made):,} comments: taken in from a file and grouped", f"{imported:.1f} s"),
        ("their groups and provisions read for the screen", f"{shown * 1000:.0f} ms"),
        ("comments read", f"{len(review.comments):,}"),
        (
            "groups; members of the largest, additions",
            f"{len(groups)}; {largest.senders.submissions:,}, {largest.additions}",
        ),
        ("the groups alone (median of 9)", f"{median(again) * 1000:.0f} ms"),
        ("what the largest says, with its additions (asked: 0.3 s CPU)", text),
        ("one more comment held against all (asked: 0.2 s CPU)", one_more),
        ("two more, of which one is the text of the largest", joined),
        ("the largest decided at once (asked: 10 s)", decided),
        *listed,
        *_anchored(),
        (f"all pairs with rapidfuzz, reckoned from {len(sample):,}", f"{rival:.0f} s"),
        ("taken in, grouped and read / all pairs (asked: at most 1/10)", f"1/{rival / whole:.1f}"),
    ]


def _listed(rows: Sequence[CommentRow]) -> list[tuple[str, str]]:
    """The window's list with every comment as a row."""
    app = QApplication.instance() or QApplication([])
    shown = CommentList()
    shown.resize(700, 600)
    shown.show()
    app.processEvents()

    def spent(act: Callable[[], object]) -> str:
        return _spent(lambda: (act(), app.processEvents()))

    bar = shown.verticalScrollBar()
    opened = spent(lambda: shown.show_comments(rows, None))
    still, began = 0.0, time.perf_counter()
    while shown.row_model.rowCount() < len(rows):
        turn = time.perf_counter()
        app.processEvents()
        still = max(still, time.perf_counter() - turn)
    turn = time.perf_counter()
    app.processEvents()
    still, whole = max(still, time.perf_counter() - turn), time.perf_counter() - began
    again = spent(lambda: shown.show_comments(list(rows), None))
    bar.setValue(bar.maximum() // 2)
    app.processEvents()
    page = spent(lambda: bar.setValue(bar.value() + 500))
    return [
        ("the list with every comment as a row: seen (asked: 0.3 s CPU)", opened),
        (
            "all have their rows after; the longest that the window stands still for it",
            f"{whole * 1000:.0f} ms; {still * 1000:.0f} ms",
        ),
        ("read again, a page further", f"{again}, {page}"),
    ]


def _anchored() -> list[tuple[str, str]]:
    """How well comments are put at their provisions, on made comments whose provision is known."""
    chance = random.Random(1405)
    scores = [score(text, made_comments(chance, text, 800)) for text in drafts()]
    placed, right, pointing, found, person, left = (
        sum(getattr(one, name) for one in scores)
        for name in ("placed", "right", "pointing", "found", "for_a_person", "left")
    )
    return [
        (f"of {placed:,} that are placed for sure, rightly (asked: 99 %)", f"{right / placed:.2%}"),
        (f"of {pointing:,} that point at one provision, placed there", f"{found / pointing:.1%}"),
        (f"of {person:,} that only a person can place, left to one", f"{left / person:.1%}"),
    ]


def _spent(act: Callable[[], object]) -> str:
    """By the clock, and of the processor: the machine may be busy with others."""
    began, used = time.perf_counter(), time.process_time()
    act()
    whole, of_it = time.perf_counter() - began, time.process_time() - used
    return f"{whole * 1000:,.0f} ms (CPU {of_it * 1000:,.0f})"


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _line(comment: NewComment) -> str:
    return json.dumps(
        {
            "id": comment.external_id,
            "text": comment.text,
            "name": comment.sender,
            "provision": comment.provision,
            "received_at": comment.received_at.isoformat() if comment.received_at else None,
        },
        ensure_ascii=False,
    )
