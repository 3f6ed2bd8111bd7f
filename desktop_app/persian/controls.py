"""Short names of characters that have no glyph: control characters, overrides and emoji.

On paper they stand in brackets in place of the character, because the font of the pages has no picture of them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from desktop_app.languages import PERSIAN, language_in_use
from desktop_app.persian.digits import digits

#: Control characters besides tabs and line breaks, marks of direction, and isolates.
CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: Embeddings, overrides and isolates.
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Those that are never part of a text of the program itself, without line breaks.
FOREIGN_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e]")
_NAMES: Final = {
    0x00: "تهی",
    0x07: "زنگ",
    0x08: "پس‌بر",
    0x0B: "سطر بعد",
    0x0C: "صفحهٔ بعد",
    0x0D: "سطر بعد",
    0x1A: "پایان فایل",
    0x1B: "گریز",
    0x7F: "حذف",
    0x85: "سطر بعد",
    0x202A: "چپ‌به‌راست",
    0x202B: "راست‌به‌چپ",
    0x202C: "پایان جهت",
    0x202D: "چپ‌به‌راست",
    0x202E: "راست‌به‌چپ",
    0x2066: "چپ‌به‌راست",
    0x2067: "راست‌به‌چپ",
    0x2068: "جهت خودکار",
    0x2069: "پایان جهت",
}

_BASE: Final = (
    "[\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf"
    "\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_MODIFIER: Final = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_FLAG: Final = "[\U0001f1e6-\U0001f1ff]{1,2}"
#: An emoji with what changes its colour, and those joined with it; a key cap keeps its digit.
EMOJI: Final = re.compile(
    f"(?:{_FLAG}|{_BASE}{_MODIFIER}*(?:\u200d{_BASE}{_MODIFIER}*)*)|(?<=[0-9#*])\ufe0f?\u20e3"
)
_ANY_EMOJI: Final = "شکلک"
#: Names of frequent emoji, by the first character; others are only called emoji.
_EMOJI_NAMES: Final = {
    "لبخند": "😀😃😄😁😊🙂☺😇🤗",
    "خنده": "😂🤣😆😅😹",
    "چشمک": "😉😜",
    "دوست داشتن": "😍🥰😘💕💖💗💓💞💘",
    "گریه": "😢😭😿🥲",
    "ناراحت": "😞😔☹🙁😟😕😣😖😩😫🥺",
    "عصبانی": "😠😡🤬😤👿",
    "تعجب": "😮😯😲😱🤯",
    "فکر": "🤔🧐",
    "سپاس": "🙏",
    "پسندیدن": "👍👌",
    "نپسندیدن": "👎",
    "تشویق": "👏🙌💪✌",
    "دست": "✋👋🤚🖐🤝☝👆👇👈👉✍",
    "قلب": "❤♥💙💚💛💜🖤🤍🤎🧡💔❣",
    "گل": "🌹🌷🌸🌺🌻🌼💐🥀🏵",
    "گیاه": "🌱🌿🍀🌳🌲🍃🍂",
    "ستاره": "⭐🌟✨💫",
    "آتش": "🔥💥",
    "درست": "✅✔☑",
    "نادرست": "❌✖❎🚫⛔",
    "هشدار": "⚠🚨🔔📢📣❗❕‼",
    "پرسش": "❓❔",
    "تلفن": "☎📞📱📲",
    "نامه": "✉📧📩📨📬📮💌",
    "نوشته": "📝📄📃📋📑🗒✏🖊📎",
    "کتاب": "📚📖📕📗📘📙📓📔📒",
    "تقویم": "📅📆🗓",
    "زمان": "⏰⏳⌛⌚🕐🕑🕒",
    "فیلم": "🎬🎥📽🎞📹",
    "نمایش": "🎭",
    "موسیقی": "🎵🎶🎼🎸🎹🎻🎤🎧",
    "هنر": "🎨🖼🖌",
    "عکس": "📷📸",
    "خانه": "🏠🏡🏢🏛",
    "جشن": "🎉🎊🎈🎂🎁",
    "پول": "💰💵💳",
    "پیکان": "➡⬅⬆⬇↗🔝",
}
_NAME_OF: Final = {one: name for name, characters in _EMOJI_NAMES.items() for one in characters}


def control_name(character: str) -> str:
    """Returns the short name of a control character in the language in use."""
    code = ord(character)
    if language_in_use().code != PERSIAN:
        return unicodedata.name(character, f"U+{code:04X}").lower()
    return _NAMES.get(code) or f"کنترل {digits(code)}"


def with_control_names(text: str, pattern: re.Pattern[str] = CONTROL) -> str:
    """Returns `text` with the names of control characters in brackets: «[راست‌به‌چپ]»."""
    return pattern.sub(lambda match: f"[{control_name(match.group())}]", text)


def without_emoji(text: str) -> str:
    """Returns `text` without emoji and the spaces beside them: for subjects on paper."""
    if text.isascii() or not EMOJI.search(text):
        return text
    return " ".join(EMOJI.sub(" ", text).split())


def subject_on_paper(text: str) -> str:
    """Returns the subject of a petition as one printed line: without emoji and marks of direction.

    Other control characters have their names; no mark of direction is obeyed on paper.
    """
    return with_control_names(" ".join(_DIRECTION.sub("", without_emoji(text)).split()))


def with_emoji_names(text: str) -> str:
    """Returns `text` with the names of emoji in brackets: «[گل]»; several of one name in a row have it once."""
    return text if text.isascii() else _EMOJIS.sub(_emoji_name, text)


_EMOJIS: Final = re.compile(rf"(?:{EMOJI.pattern})(?: ?(?:{EMOJI.pattern}))*")


def _emoji_name(match: re.Match[str]) -> str:
    persian = language_in_use().code == PERSIAN
    names: dict[str, None] = {}
    for one in EMOJI.finditer(match.group()):
        first = one.group()[0]
        if first in "\ufe0f\u20e3":
            continue
        name = _NAME_OF.get(first, _ANY_EMOJI) if persian else unicodedata.name(first, "emoji").lower()
        names[f"[{name}]"] = None
    return " ".join(names)
