"""`mosharekat sample` says how one signs in to what it made."""

from __future__ import annotations

from desktop_app.sample.filling import SAMPLE_PASSWORD, user_names
from tests.cli.running import CommandLine


def test_it_names_the_accounts_and_their_password(run_sqlite: CommandLine) -> None:
    done = run_sqlite("sample", "--petitions", "2", "--instruments", "1", "--until", "1405-09-03")
    assert done.status == 0
    assert SAMPLE_PASSWORD in done.out
    assert [name for name, _ in user_names() if name not in done.out] == []
    assert "راهبر" in done.out
