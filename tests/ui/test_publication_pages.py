"""Pages of an open window in a browser: after its end they hide their form by themselves."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

from PySide6.QtQml import QJSEngine

from desktop_app.clock import FixedClock
from desktop_app.reports.publishing import package_files
from desktop_app.reports.publishing.pages import HIDING
from tests.department import TestOffice
from tests.instruments.consulting import Consultation


def hidden_at(moment: str, content: str) -> tuple[bool, bool]:
    """Runs a page's script at a moment; returns whether the form is hidden then, and the word of the end."""
    found = re.search(r'<meta name="closes-at" content="([^"]+)">', content)
    script = re.search("<script>(.*)</script>", content)
    assert found is not None
    assert script is not None
    engine = QJSEngine()
    engine.evaluate(
        f"var form={{hidden:false}},over={{hidden:true}};Date.now=function(){{return Date.parse('{moment}')}};"
        f"var document={{querySelector:function(s){{return {{content:'{found[1]}'}}}},"
        "querySelectorAll:function(s){return s==='[data-until-end]'?[form]:s==='[data-after-end]'?[over]:[]}}"
    )
    ran: Any = engine.evaluate(script[1])
    assert not ran.isError()
    form: Any = engine.evaluate("form.hidden")
    over: Any = engine.evaluate("over.hidden")
    return form.toBool(), over.toBool()


def test_a_page_of_an_open_window_hides_its_form_after_the_end_by_itself(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(sqlite_office, clock)
    services = consultation.opened().services
    files = package_files(services.publications.of(consultation.id), services.office.settings())
    closes_on = consultation.now.row.closes_on
    assert closes_on is not None
    end = f"{closes_on.isoformat()}T23:59:59+03:30"
    for name in ("index.html", "feedback.html"):
        content = files[name].decode()
        assert hidden_at(end, content) == (False, True)
        assert hidden_at(f"{closes_on.isoformat()}T20:30:00Z", content) == (True, False)
        # The browser runs this script and no other.
        digest = b64encode(sha256(HIDING.encode()).digest()).decode()
        assert f"script-src 'sha256-{digest}'" in content
    assert f'data-closes-at="{end}"' in files["feedback.html"].decode()
    assert f'<time datetime="{end}">' in files["index.html"].decode()
