"""The office's logo: what is taken in, who may set it, what the history tells of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.database.audit import history
from desktop_app.documents.pictures import PICTURE_LIMIT, plain_picture, read_picture
from desktop_app.errors import BadFileError, NotPermittedError
from desktop_app.office.settings import OfficeSettings
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    target = BytesIO()
    Image.new(mode, size, "white" if mode == "L" else (11, 90, 94)).save(target, kind)
    return target.getvalue()


def test_a_logo_is_kept_for_everybody_and_taken_away_again(office: TestOffice) -> None:
    assert office.services.office.logo() is None
    office.services.office.change_logo(office.administrator, picture(), name="نشان.png")
    kept = office.services.office.logo()
    assert kept is not None
    assert Image.open(BytesIO(kept)).size == (40, 20)
    assert office.services.office.settings() == OfficeSettings()
    office.services.office.change_logo(office.administrator, None)
    assert office.services.office.logo() is None


def test_only_an_administrator_sets_it(office: TestOffice) -> None:
    with pytest.raises(NotPermittedError):
        office.services.office.change_logo(office.manager, picture())
    assert office.services.office.logo() is None


def test_the_settings_beside_it_are_saved_without_touching_it(office: TestOffice) -> None:
    office.services.office.change_logo(office.administrator, picture())
    before = office.services.office.logo()
    office.services.office.change(office.administrator, OfficeSettings(decree_number="۱"))
    assert office.services.office.logo() == before


def test_what_is_no_picture_changes_nothing_and_is_said_in_a_sentence(office: TestOffice) -> None:
    office.services.office.change_logo(office.administrator, picture())
    before = office.services.office.logo()
    with pytest.raises(BadFileError) as trouble:
        office.services.office.change_logo(office.administrator, picture()[:60], name="نشان.png")
    assert "نشان.png" in error_sentence(trouble.value)
    assert office.services.office.logo() == before


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_pictures_of_either_kind_become_small_ones(kind: str, mode: str) -> None:
    found = Image.open(BytesIO(plain_picture(picture(kind, (1600, 400), mode), "نشان")))
    assert found.format == "PNG"
    assert found.size == (480, 120)


def test_what_a_file_says_beside_its_points_stays_behind() -> None:
    target = BytesIO()
    place = Image.Exif()
    place[0x010E] = "secret place"
    Image.new("RGB", (9, 9)).save(target, "JPEG", exif=place, comment=b"secret word")
    found = plain_picture(target.getvalue() + b"secret end", "نشان")
    assert b"secret" not in found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.4",
        b"GIF89a" + b"\0" * 50,
        picture()[:-30],
        picture("JPEG")[:40],
        # Says that it is 100,000 points wide and high.
        picture()[:16] + (100_000).to_bytes(4, "big") * 2 + picture()[24:],
    ],
    ids=["nothing", "pdf", "gif", "cut off", "cut off early", "huge"],
)
def test_files_that_are_no_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(BadFileError) as trouble:
        plain_picture(data, "نشان")
    assert trouble.value.parameters["reason"] == "not_a_picture"


def test_a_file_that_is_gone_or_too_large_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as trouble:
        read_picture(tmp_path / "نشان.png")
    assert trouble.value.parameters["reason"] == "not_found"
    (tmp_path / "نشان.png").write_bytes(b"\0" * (PICTURE_LIMIT + 1))
    with pytest.raises(BadFileError) as trouble:
        read_picture(tmp_path / "نشان.png")
    assert trouble.value.parameters["reason"] == "not_a_picture"


def test_the_history_tells_of_a_logo_by_its_digest(office: TestOffice) -> None:
    office.services.office.change_logo(office.administrator, picture())
    office.services.office.change_logo(office.administrator, picture())
    with office.services.database.reading() as session:
        (event,) = history(session, "office", 1)
    assert event.before == {"logo": ""}
    assert event.after is not None
    assert len(event.after["logo"]) == 16
