"""The picture of the architecture is what the import contracts say."""

from __future__ import annotations

from tests.architecture import PICTURE, PURPOSES, draw, layers_of


def test_the_committed_picture_is_what_the_contracts_say() -> None:
    drawn = PICTURE.read_text(encoding="utf-8") == draw()
    assert drawn, "docs/architecture.svg is out of date: run `python -m tests.architecture`"


def test_each_description_belongs_to_a_module_of_the_contracts() -> None:
    for container, purposes in PURPOSES.items():
        names = {name for layer in layers_of(container) for name in layer}
        assert set(purposes) <= names
