from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.office.templates import VARIABLES, filled, unfilled, valid_text
from desktop_app.staff.roles import Actor
from tests.department import TestOffice

TEXT = "{name} گرامی، درخواست {code} در {date} در {unit} بررسی شد."


def test_a_saved_reply_is_made_changed_and_retired_with_before_and_after(office: TestOffice) -> None:
    templates, admin = office.services.templates, office.administrator
    made = templates.add(admin, "  پاسخ   نخست ", TEXT)
    assert (made.title, made.text, made.active) == ("پاسخ نخست", TEXT, True)
    changed = templates.change(admin, made.id, made.version, title="پاسخ دوم", active=False)
    assert templates.all() == (changed,)
    assert templates.all(active_only=True) == ()
    with office.services.database.reading() as session:
        added, later = history(session, "reply_template", made.id)
    assert (added.action, added.before) == ("template_added", {})
    assert (later.before["title"], later.after["title"], later.after["active"]) == (
        "پاسخ نخست", "پاسخ دوم", False,
    )  # fmt: skip
    with pytest.raises(ConflictError):
        templates.change(admin, made.id, made.version, title="سوم")
    with pytest.raises(NotFoundError):
        templates.change(admin, 99, 1)


@pytest.mark.parametrize(
    ("text", "reason", "value"),
    [
        ("  ", "empty", ""),
        ("ب" * 20_001, "too_long", ""),
        ("سلام {nam}", "unknown_variable", "nam"),
        ("سلام {نام}", "unknown_variable", "نام"),
        ("سلام {}", "unknown_variable", ""),
        ("سلام {name} {name!r}", "unknown_variable", "name!r"),
        ("سلام {name.__class__}", "unknown_variable", "name.__class__"),
        ("سلام {name", "loose_brace", ""),
        ("سلام }", "loose_brace", ""),
    ],
)
def test_an_unknown_variable_is_refused_by_its_name(
    office: TestOffice, text: str, reason: str, value: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.templates.add(office.administrator, "عنوان", text)
    assert (caught.value.parameters["reason"], caught.value.parameters["value"]) == (reason, value)
    assert office.services.templates.all() == ()


def test_what_is_put_in_is_never_read_again() -> None:
    values = {"name": "{code}", "code": "{name}", "date": "۳ آذر", "unit": "کتاب"}
    assert filled("{name} {code} {date} {unit} {other}", values) == "{code} {name} ۳ آذر کتاب {other}"


@given(st.text(alphabet="{}nameکcodي \n", max_size=40))
def test_a_text_that_is_accepted_is_filled_without_a_rest(text: str) -> None:
    try:
        accepted = valid_text(text)
    except InvalidValueError:
        return
    assert "{" not in filled(accepted, dict.fromkeys(VARIABLES, "x"))


def test_a_title_is_given_once_in_any_spelling(office: TestOffice) -> None:
    office.services.templates.add(office.administrator, "پاسخ کوتاه", TEXT)
    with pytest.raises(ConflictError):
        office.services.templates.add(office.administrator, "پاسخ  كوتاه", TEXT)


def test_a_service_is_entered_changed_and_retired(office: TestOffice) -> None:
    catalogue, admin = office.services.catalogue, office.administrator
    made = catalogue.add(admin, "۱۰۰۲۱۰۶۲", "صدور پروانه نشر")
    other = catalogue.add(admin, "10021050", "مجوز کنسرت")
    assert [row.code for row in catalogue.all()] == ["10021050", "10021062"]
    changed = catalogue.change(admin, made.id, made.version, name="پروانه نشر", active=False)
    assert (changed.code, changed.name) == ("10021062", "پروانه نشر")
    assert catalogue.all(active_only=True) == (other,)
    with office.services.database.reading() as session:
        later = history(session, "office_service", made.id)[-1]
    assert (later.before["name"], later.after["name"]) == ("صدور پروانه نشر", "پروانه نشر")
    for code, name in (("10021050", "دیگر"), ("1", "مجوز  كنسرت")):
        with pytest.raises(ConflictError):
            catalogue.add(admin, code, name)
    with pytest.raises(ConflictError):
        catalogue.change(admin, made.id, made.version, active=True)


@pytest.mark.parametrize(
    ("code", "name", "reason"),
    [("", "نام", "empty"), ("کد", "نام", "code_form"), ("1" * 31, "نام", "code_form"), ("1", " ", "empty"),
     ("1", "ب" * 201, "too_long")],
)  # fmt: skip
def test_a_service_that_cannot_be_is_refused(office: TestOffice, code: str, name: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.catalogue.add(office.administrator, code, name)
    assert caught.value.parameters["reason"] == reason


@pytest.mark.parametrize("who", ["clerk", "reviewer", "manager"])
def test_only_an_administrator_changes_them(office: TestOffice, who: str) -> None:
    actor: Actor = getattr(office, who)
    with pytest.raises(NotPermittedError):
        office.services.templates.add(actor, "عنوان", TEXT)
    with pytest.raises(NotPermittedError):
        office.services.catalogue.add(actor, "1", "نام")
    template = office.services.templates.add(office.administrator, "عنوان", TEXT)
    subject = office.services.catalogue.add(office.administrator, "1", "نام")
    with pytest.raises(NotPermittedError):
        office.services.templates.change(actor, template.id, template.version)
    with pytest.raises(NotPermittedError):
        office.services.catalogue.change(actor, subject.id, subject.version)


def test_what_is_not_known_is_named_and_stays_to_be_written() -> None:
    text = filled("{name} گرامی، {clerk}", {"clerk": "مریم رضایی"})
    assert (text, unfilled(text)) == ("{name} گرامی، مریم رضایی", ("name",))


def test_a_clerk_keeps_replies_of_their_own_that_nobody_else_is_offered(office: TestOffice) -> None:
    templates = office.services.templates
    templates.add(office.administrator, "پاسخ اداره", TEXT)
    templates.keep_own(office.clerk, "پاسخ من", "نخست")
    kept = templates.keep_own(office.clerk, "پاسخ  من", "{name}، دوم")
    offered = templates.offered_to(office.clerk)
    assert [(row.title, row.text, row.own) for row in offered] == [
        ("پاسخ من", "{name}، دوم", True), ("پاسخ اداره", TEXT, False),
    ]  # fmt: skip
    assert [row.title for row in templates.offered_to(office.other_clerk)] == ["پاسخ اداره"]
    assert [row.title for row in templates.all()] == ["پاسخ اداره"]
    with pytest.raises(NotFoundError):
        templates.change(office.administrator, kept.id, kept.version, title="دیگری")
    with pytest.raises(NotFoundError):
        templates.drop_own(office.other_clerk, kept.id)
    templates.drop_own(office.clerk, kept.id)
    assert [row.own for row in templates.offered_to(office.clerk)] == [False]


def test_a_reply_of_one_unit_is_offered_for_its_petitions_before_those_of_every_unit(
    office: TestOffice,
) -> None:
    templates, by = office.services.templates, office.administrator
    templates.add(by, "همه", "متن")
    own = templates.add(by, "کتاب", "متن", office.books.id)
    assert (own.unit_id, own.unit) == (office.books.id, office.books.name)

    def offered(unit: int | None) -> list[str]:
        return [row.title for row in templates.offered_to(office.clerk, unit)]

    assert offered(office.books.id) == ["کتاب", "همه"]
    assert offered(office.music.id) == offered(None) == ["همه"]
    kept = templates.change(by, own.id, own.version, title="کتاب و نشر")
    assert kept.unit_id == office.books.id
    wider = templates.change(by, own.id, kept.version, unit_id=None)
    assert (wider.unit_id, offered(office.music.id)) == (None, ["همه", "کتاب و نشر"])
    with office.services.database.reading() as session:
        [*_, last] = history(session, "reply_template", own.id)
    assert (last.before["unit_name"], last.after["unit_name"]) == (office.books.name, "")
