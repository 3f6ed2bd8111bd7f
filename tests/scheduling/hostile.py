"""Words that a command line gets wrong: blanks, quotation marks, backslashes, variables, Persian letters."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

WORDS: Final = (
    "",
    "plain",
    "D:\\Back ups\\",
    "D:\\Back ups\\\\",
    'say "hello"',
    'ends with \\"',
    "C:\\%TEMP%\\x",
    "%3A",
    "%%PATH%%",
    "100% of 50%",
    "$(Arg0) $(EventRecordID)",
    "a & b | c > d ^ e",
    "پوشهٔ پشتیبان\u200cهای ما",
    "\\\\server\\share name\\",
    "--folder=x y",
    "tab\there",
    "'single'",
    "(x86);,=",
)
#: Pieces that meet each other in every order.
words = st.lists(
    st.sampled_from(["\\", '"', " ", "%", "$", "(", "a", "ش", "\u200c", "TEMP", "&", "\t", "C:", "'", "-"]),
    max_size=12,
).map("".join)
