"""`mosharekat publish`: the package of a consultation into a folder."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import CommandLine


def test_a_package_is_written_and_a_draft_without_a_window_refused(
    run_sqlite: CommandLine, tmp_path: Path
) -> None:
    run_sqlite("sample", "--petitions", "5", "--instruments", "6", "--seed", "1", "--until", "1405-09-03")
    done = run_sqlite("publish", "gallery-licensing", "-o", str(tmp_path / "out"), "--json")
    assert done.status == 0
    assert done.document["open"] is True
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == done.document["files"]
    done = run_sqlite("publish", "service-desk", "-o", str(tmp_path / "none"))
    assert done.status == 1
    assert "نخست مهلت نقد را باز کنید" in done.line
    assert not (tmp_path / "none").exists()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_bytes(b"x")
    done = run_sqlite("publish", "gallery-licensing", "-o", str(tmp_path / "full"))
    assert done.status == 1
    assert "full" in done.line
    assert run_sqlite("publish", "gallery-licensing").status == 2
