"""Files of petitions: stored whole, with the petition's rights, removed without being lost."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import text

from desktop_app.database.files import PART
from desktop_app.errors import AttachmentError, InvalidValueError, NotFoundError, NotPermittedError
from tests.department import TestOffice

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 3000


def test_a_file_comes_back_byte_for_byte_with_its_kind_and_hash(office: TestOffice) -> None:
    attachments = office.services.attachments
    petition = office.petition()
    row = attachments.add(office.clerk, petition.id, "C:\\داده\\عکس.jpg", PDF)
    assert len(PDF) > 2 * PART
    assert (row.name, row.media_type, row.size) == ("عکس.jpg", "application/pdf", len(PDF))
    assert row.sha256 == hashlib.sha256(PDF).hexdigest()
    assert attachments.of(office.clerk, petition.id) == (row,)
    assert attachments.read(office.other_clerk, row.id) == (row, PDF)
    event = office.services.desk.peek(office.clerk, petition.id).history[-1]
    assert (event.action, event.after["name"], event.after["bytes"]) == (
        "attachment_added",
        "عکس.jpg",
        len(PDF),
    )


def test_what_is_too_large_empty_or_one_too_many_is_refused(office: TestOffice) -> None:
    attachments, petition = office.services.attachments, office.petition()
    settings = office.services.office.settings()
    assert attachments.limit() == 20 * 1024 * 1024
    office.services.office.change(office.administrator, replace(settings, attachment_mb=1))
    refused = {
        "too_large": b"%PDF-" + bytes(1024 * 1024),
        "empty": b"",
    }
    for reason, content in refused.items():
        with pytest.raises(AttachmentError) as caught:
            attachments.add(office.clerk, petition.id, "پرونده.pdf", content)
        assert caught.value.parameters["reason"] == reason
    assert attachments.of(office.clerk, petition.id) == ()
    with pytest.raises(InvalidValueError):
        office.services.office.change(office.administrator, replace(settings, attachment_mb=0))


def test_a_removed_file_is_for_managers_and_an_event(office: TestOffice) -> None:
    attachments, petition = office.services.attachments, office.petition(unit=office.books)
    row = attachments.add(office.clerk, petition.id, "نامه.pdf", PDF)
    with pytest.raises(NotPermittedError):
        attachments.remove(office.other_clerk, row.id, "نادرست")
    with pytest.raises(InvalidValueError):
        attachments.remove(office.clerk, row.id, " ")
    attachments.remove(office.clerk, row.id, "به پرونده دیگری مربوط است")
    (left,) = attachments.of(office.clerk, petition.id)
    assert left.removed
    with pytest.raises(NotPermittedError):
        attachments.read(office.clerk, row.id)
    assert attachments.read(office.manager, row.id)[1] == PDF
    event = office.services.desk.peek(office.clerk, petition.id).history[-1]
    assert (event.action, event.text) == ("attachment_removed", "به پرونده دیگری مربوط است")


def test_who_does_not_see_the_petition_sees_no_file(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    attachments, petition = office.services.attachments, office.petition(unit=office.books)
    row = attachments.add(office.clerk, petition.id, "نامه.pdf", PDF)
    for act in (
        lambda: attachments.of(office.music_clerk, petition.id),
        lambda: attachments.read(office.music_clerk, row.id),
        lambda: attachments.add(office.music_clerk, petition.id, "x", b"x"),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_a_file_that_was_tampered_with_is_not_handed_out(office: TestOffice) -> None:
    attachments, petition = office.services.attachments, office.petition()
    row = attachments.add(office.clerk, petition.id, "یادداشت.txt", b"one hundred")
    with office.services.database.writing() as session:
        session.execute(text("UPDATE stored_part SET content = :other"), {"other": b"one million"})
    with pytest.raises(AttachmentError) as caught:
        attachments.read(office.clerk, row.id)
    assert caught.value.parameters["reason"] == "damaged"
