from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.errors import BadFileError
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.formats.tabular import TabularRow


def rows_of(path: Path, text: str) -> list[TabularRow]:
    path.write_text(text, encoding="utf-8")
    return list(read_rows(open_table(path)))


def test_values_become_text(tmp_path: Path) -> None:
    line = '{"id": 7, "kind": "request", "text": "الف", "n": 2.0, "b": true, "e": null}\n'
    cells = rows_of(tmp_path / "in.jsonl", line)[0].cells
    assert cells == {"id": "7", "kind": "request", "text": "الف", "n": "2", "b": "true", "e": ""}


def test_columns_are_gathered_from_rows_that_leave_fields_out(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"kind": "request", "text": "a"}\n\n{"text": "b", "name": "c"}\n', encoding="utf-8")
    table = open_table(path)
    assert table.columns == ("kind", "text", "name")
    assert [row.number for row in read_rows(table)] == [1, 3]


def test_a_line_that_is_no_object_costs_that_line(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "in.jsonl", '{"text": "a"}\n{"text": \n[1]\n{"text": ["x"]}\n{"text": "b"}\n')
    assert [row.fault for row in rows] == ["", "not_json", "not_json", "nested", ""]
    assert rows[1].line == '{"text": '


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + '{"text": "الف"}\n'.encode())
    assert next(iter(read_rows(open_table(path)))).cells == {"text": "الف"}


@pytest.mark.parametrize("text", ["نوع,متن\nدرخواست,الف\n", "[{}]\n", "{}\n", "[" * 100_000, "7\n"])
def test_what_is_not_json_lines_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadFileError) as caught:
        rows_of(tmp_path / "in.jsonl", text)
    assert caught.value.parameters["reason"] == "not_json_lines"


def test_too_many_keys_are_refused_and_cost_their_line(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    wide = json.dumps({f"k{number}": 1 for number in range(200_000)})
    path.write_text(wide + "\n", encoding="utf-8")
    with pytest.raises(BadFileError) as caught:
        open_table(path)
    assert caught.value.parameters["reason"] == "too_many_columns"
    good = [json.dumps({"kind": "شکایت", "text": "الف"}, ensure_ascii=False)] * 201
    path.write_text("\n".join([*good, wide, good[0]]), encoding="utf-8")
    faults = [row.fault for row in read_rows(open_table(path))]
    assert faults == [""] * 201 + ["more_cells_than_columns", ""]
