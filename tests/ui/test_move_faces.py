"""Every move has one complete entry in `wording.moves`, and the window can make it."""

from __future__ import annotations

from itertools import combinations

import pytest

from desktop_app.languages import LANGUAGES, in_language
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import fill
from desktop_app.wording.labels import label
from desktop_app.wording.moves import face_of, move_faces
from tests.department import TestOffice
from ui.icons import glyph
from ui.petitions.bulk.bar import MANY
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.move_actions import sharing_key
from ui.petitions.desk.sending import Mode, Sending, mode_of, moves_of, stored_mode, work_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("move", Move)
def test_every_move_has_its_words_and_icons(move: Move, language: str) -> None:
    face = in_language(language, lambda: face_of(move))
    for words in (face.title, face.done, face.own, face.other):
        assert words.strip()
    if "text" in face.fields:
        assert face.placeholder.strip()
        assert face.missing.strip()
    assert glyph(face.icon)
    assert glyph(face.history_icon or face.icon)


def test_the_table_holds_moves_and_nothing_else() -> None:
    assert sorted(move_faces()) == sorted(move.value for move in Move)


def test_each_language_has_its_own_faces() -> None:
    titles = {code: in_language(code, lambda: face_of(Move.TAKE).title) for code in LANGUAGES}
    assert len(set(titles.values())) == len(LANGUAGES)


@pytest.mark.parametrize("move", Move)
def test_the_sentence_of_a_move_names_only_what_it_is_filled_with(move: Move) -> None:
    told = fill(face_of(move).done, code="C", unit="U", assignee="A", outcome="O")
    assert "C" in told
    assert "{" not in told


@pytest.mark.parametrize("move", Move)
def test_lists_of_events_say_of_each_move_what_was_done(move: Move) -> None:
    assert label("event_action", move.value) == face_of(move).event != face_of(move).title


def test_moves_on_one_key_never_start_from_the_same_state() -> None:
    shared = [
        pair for pair in combinations(Move, 2) if face_of(pair[0]).key and pair[1] in sharing_key(pair[0])
    ]
    assert len(shared) == 3
    for one, other in shared:
        assert not TABLE[one].starts & TABLE[other].starts


def test_a_move_for_many_has_the_key_of_the_desk() -> None:
    assert all(face_of(move).key for move in MANY)


@pytest.mark.parametrize("move", Move)
def test_the_box_can_make_every_move(move: Move, sqlite_office: TestOffice) -> None:
    services, petition = sqlite_office.services, sqlite_office.petition()
    mode = mode_of(move)
    assert move in moves_of(mode)
    assert stored_mode(mode.value) is mode
    assert callable(work_of(services, sqlite_office.clerk, petition, Sending(mode)))


@pytest.mark.parametrize("mode", Mode)
def test_every_other_use_of_the_box_has_its_words(mode: Mode) -> None:
    face = box_face(mode)
    assert face.title
    assert face.done
    assert stored_mode(mode.value) is mode


def test_no_text_is_kept_under_the_name_of_two_modes() -> None:
    assert not {mode.value for mode in Mode} & {move.value for move in Move}
