"""Labels: found in any spelling, put on and taken off with an event, filtered by, merged and retired."""

from __future__ import annotations

import pytest

from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.bulk.acts import PutLabel
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.inbox import ListFilter
from tests.department import TestOffice


def names(office: TestOffice, petition_id: int) -> list[str]:
    return [label.name for label in office.services.desk.peek(office.manager, petition_id).labels]


def test_a_label_is_one_in_any_spelling_and_each_change_is_an_event(office: TestOffice) -> None:
    labels, first, second = office.services.labels, office.taken(text="یک"), office.taken(text="دو")
    made = labels.put_on(office.clerk, first.id, "  کتاب‌های  كودك ")
    assert labels.put_on(office.other_clerk, second.id, "کتابهای کودک").id == made.id
    labels.put_on(office.clerk, first.id, "فوری")
    with pytest.raises(RuleError):
        labels.put_on(office.clerk, first.id, "فوری")
    labels.take_off(office.clerk, first.id, made.id)
    with pytest.raises(NotFoundError):
        labels.take_off(office.clerk, first.id, made.id)
    now = office.services.desk.peek(office.clerk, first.id)
    assert [(event.action, event.after["label"]) for event in now.history[-3:]] == [
        ("labelled", "کتاب‌های كودك"), ("labelled", "فوری"), ("unlabelled", "کتاب‌های كودك"),
    ]  # fmt: skip
    # What was deleted stands in the event.
    assert now.history[-1].after["changes"] == {
        "labels": [{"id": made.id, "was": {"petition_id": first.id, "label_id": made.id}}]
    }
    assert (now.version, names(office, first.id)) == (first.version + 3, ["فوری"])
    # A label is no conflict for whoever writes on what they saw.
    office.services.desk.submit(office.clerk, first.id, first.version, "پاسخ")


def test_a_list_shows_labels_and_is_narrowed_by_one(office: TestOffice) -> None:
    labels, inbox = office.services.labels, office.services.inbox
    first, second = office.taken(text="یک"), office.taken(text="دو")
    label = labels.put_on(office.clerk, second.id, "نوبت")
    labels.put_on(office.clerk, second.id, "آموزش")
    _, rows = inbox.find(office.clerk, ListFilter(), 10)
    assert {row.id: row.labels for row in rows} == {first.id: (), second.id: ("آموزش", "نوبت")}
    _, rows = inbox.find(office.clerk, ListFilter(label_id=label.id), 10)
    assert [row.id for row in rows] == [second.id]


def test_many_get_a_label_and_give_it_back(office: TestOffice) -> None:
    bulk, made = office.services.bulk, [office.taken(text=f"متن {number}") for number in range(4)]
    label = office.services.labels.put_on(office.clerk, made[0].id, "نمایشگاه")
    selection, act = BulkSelection(tuple(one.id for one in made)), PutLabel(label.id)
    preview = bulk.preview(office.clerk, selection, act)
    assert (preview.possible, [count for _, count in preview.refused]) == (3, [1])
    run = bulk.run(office.clerk, bulk.begin(selection, act, preview))
    assert [names(office, one.id) for one in made] == [["نمایشگاه"]] * 4
    assert (len(run.done), len(run.failures)) == (3, 1)
    assert bulk.take_back(office.clerk, run) == 3
    assert [names(office, one.id) for one in made] == [["نمایشگاه"], [], [], []]
    off = PutLabel(label.id, on=False)
    run = bulk.run(office.clerk, bulk.begin(selection, off, bulk.preview(office.clerk, selection, off)))
    assert (list(run.done), names(office, made[0].id)) == ([made[0].id], [])


def test_a_merge_is_taken_back_with_every_petition_in_its_place(office: TestOffice) -> None:
    labels, admin = office.services.labels, office.administrator
    alone, both, other, later = (office.taken(text=text) for text in ("یک", "دو", "سه", "چهار"))
    tomes = labels.put_on(office.clerk, alone.id, "کتب")
    urgent = labels.put_on(office.clerk, alone.id, "فوری")
    books = labels.put_on(office.clerk, other.id, "کتاب")
    volumes = labels.put_on(office.clerk, both.id, "مجلدات")
    labels.put_on(office.clerk, both.id, "کتاب")
    labels.merge(admin, volumes.id, volumes.version, tomes.id)
    tomes = next(row for row in labels.all() if row.id == tomes.id)
    assert labels.merge(admin, tomes.id, tomes.version, books.id).used == 3
    # What happened since stays: put on by the name that leads there, taken off.
    labels.put_on(office.clerk, later.id, "کتب")
    with pytest.raises(NotPermittedError):
        labels.unmerge(office.clerk, tomes.id, books.id)
    assert labels.unmerge(admin, tomes.id, books.id).used == 2
    assert sorted(names(office, alone.id)) == [urgent.name, "کتب"]
    assert sorted(names(office, both.id)) == ["کتاب", "کتب"]
    assert (names(office, other.id), names(office, later.id)) == (["کتاب"], ["کتاب"])
    assert labels.put_on(office.clerk, other.id, "مجلدات").id == tomes.id
    with pytest.raises(RuleError):
        labels.unmerge(admin, tomes.id, books.id)
    assert labels.unmerge(admin, volumes.id, tomes.id).used == 1
    assert set(names(office, both.id)) == {"مجلدات", "کتاب"}
    with office.services.database.reading() as session:
        events = [event for event in history(session, "label", tomes.id) if event.action == "label_merged"]
    assert [event.after["changes"] for event in events] == [
        {
            "both": [{"id": both.id, "was": {"petition_id": both.id, "label_id": tomes.id}}],
            "moved": [{"id": alone.id}],
            "led": [{"id": volumes.id}],
        }
    ]


def test_an_administrator_renames_merges_and_retires(office: TestOffice) -> None:
    labels, admin = office.services.labels, office.administrator
    first, second = office.taken(text="یک"), office.taken(text="دو")
    books, tomes = (
        labels.put_on(office.clerk, first.id, "کتاب"),
        labels.put_on(office.clerk, second.id, "کتب"),
    )
    labels.put_on(office.clerk, first.id, "کتب")
    with pytest.raises(NotPermittedError):
        labels.change(office.clerk, books.id, books.version, name="نشر")
    with pytest.raises(ConflictError):
        labels.change(admin, books.id, books.version, name="كتب")
    books = labels.change(admin, books.id, books.version, name="نشر کتاب")
    with pytest.raises(ConflictError):
        labels.merge(admin, tomes.id, tomes.version + 7, books.id)
    assert labels.merge(admin, tomes.id, tomes.version, books.id).used == 2
    assert (names(office, first.id), names(office, second.id)) == (["نشر کتاب"], ["نشر کتاب"])
    # Its name leads there.
    third = office.taken(text="سه")
    assert labels.put_on(office.clerk, third.id, "کتب").id == books.id
    retired = labels.change(admin, books.id, books.version, active=False)
    assert [row.active for row in labels.all()] == [False]
    assert labels.all(active_only=True) == ()
    with pytest.raises(RuleError):
        labels.put_on(office.clerk, office.taken(text="چهار").id, "نشر کتاب")
    with office.services.database.reading() as session:
        acts = [event.action for event in history(session, "label", books.id)]
    assert acts == ["label_added", "label_changed", "label_changed"]
    assert names(office, third.id) == [retired.name]


@pytest.mark.parametrize(("name", "reason"), [("  ", "empty"), ("ب" * 41, "too_long")])
def test_a_label_has_a_name(office: TestOffice, name: str, reason: str) -> None:
    made = office.taken()
    with pytest.raises(InvalidValueError) as caught:
        office.services.labels.put_on(office.clerk, made.id, name)
    assert caught.value.parameters["reason"] == reason
    with pytest.raises(NotPermittedError):
        office.services.labels.put_on(office.reviewer, made.id, "کتاب")
