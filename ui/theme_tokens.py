"""The colours of the design, light and dark, by name; and the type roles.

Names and values are those of the design: surfaces, lines, texts, accent, change marks, states, charts. A
`Theme` returns a `QColor` of its scheme for each name. Sizes are in device-independent pixels, fonts in
points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, overload

from PySide6.QtGui import QColor, QFont

Scheme = Literal["light", "dark"]
FontRole = Literal[
    "figure", "code", "title", "heading", "document", "comparison", "interface", "button", "secondary",
    "header", "key",
]  # fmt: skip
FAMILY: Final = "Vazirmatn"

#: Corner radii in pixels: marks; chips, key caps and tooltips; buttons, fields, cards and rail items; main
#: area.
RADIUS_MARK: Final = 3
RADIUS_CHIP: Final = 4
RADIUS: Final = 6
RADIUS_AREA: Final = 8
#: Heights in pixels.
ROW: Final = 36
TWO_LINE_ROW: Final = 56
ROW_TWO_LINES: Final = 44
ROW_REPORT: Final = 29
ROW_CARD: Final = 33
TOP_BAR: Final = 48
PAGE_HEADER: Final = 56
VIEWS_BAR: Final = 44
COLUMN_HEADER: Final = 28
GROUP_HEADER: Final = 30
STATUS_LINE: Final = 32
MESSAGE_BAR: Final = 40
FIELD: Final = 32
FIELD_SMALL: Final = 28
FIELD_LARGE: Final = 40
#: The largest size that Qt allows: no limit.
MOST: Final = 16_777_215


class Token:
    """A descriptor for a named colour: reading it from a `Theme` gives a new `QColor` of its scheme."""

    def __init__(self, light: str, dark: str) -> None:
        self._colours = {"light": QColor(light), "dark": QColor(dark)}

    @overload
    def __get__(self, theme: None, kind: type[Theme]) -> Token: ...
    @overload
    def __get__(self, theme: Theme, kind: type[Theme]) -> QColor: ...
    def __get__(self, theme: Theme | None, kind: type[Theme]) -> QColor | Token:
        return self if theme is None else QColor(self._colours[theme.scheme])


@dataclass(frozen=True)
class _Type:
    points: float
    weight: QFont.Weight


_NORMAL, _MEDIUM, _SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
TYPE_ROLES: Final[dict[FontRole, _Type]] = {
    "figure": _Type(22.5, _SEMIBOLD),
    "code": _Type(21, _SEMIBOLD),
    "title": _Type(15, _SEMIBOLD),
    "heading": _Type(13, _SEMIBOLD),
    "document": _Type(12.5, _NORMAL),
    "comparison": _Type(12, _NORMAL),
    "interface": _Type(10.5, _NORMAL),
    "button": _Type(9.75, _MEDIUM),
    "secondary": _Type(9.75, _NORMAL),
    "header": _Type(9, _NORMAL),
    "key": _Type(8.25, _NORMAL),
}
#: Text of documents and citizens: the roles that the reader can scale.
SCALED_ROLES: Final[frozenset[FontRole]] = frozenset({"document", "comparison"})
#: Line height of document text, in percent of its font size.
DOCUMENT_LINE: Final = 170


class Face(NamedTuple):
    """An immutable font with its key (`QFont.key()`), which is expensive to compute."""

    font: QFont
    name: str

    @classmethod
    def of(cls, font: QFont) -> Face:
        return cls(font, font.key())


class Theme:
    """The colours and fonts of one scheme; `document_scale` is the reader's scale of document text."""

    chrome = Token("#F2F0EB", "#191A1A")
    pane = Token("#FAF9F6", "#1E2020")
    base = Token("#FFFFFF", "#242626")
    hover = Token("#F4F2ED", "#2B2E2E")
    press = Token("#EAE7E0", "#333636")
    sel = Token("#DFEDEB", "#1D3E3E")
    line = Token("#E5E2DB", "#323535")
    line2 = Token("#D3CFC6", "#434747")
    edge = Token("#8B867C", "#7F8584")
    text = Token("#1D1F20", "#EAE9E5")
    text2 = Token("#515456", "#B7B9B6")
    text3 = Token("#66686A", "#A4A7A4")
    accent = Token("#0B5A5E", "#5FC7C0")
    accenth = Token("#084A4E", "#7AD5CF")
    accentp = Token("#063C3F", "#4BB0AA")
    onacc = Token("#FFFFFF", "#06292A")
    acctext = Token("#0B5A5E", "#70CFC8")
    accsoft = Token("#E6F1EF", "#1C3232")
    dis = Token("#EFEDE8", "#2A2C2C")
    distext = Token("#8F8C86", "#747876")
    insbg = Token("#CDEEE0", "#174B3C")
    insline = Token("#0F7A52", "#5CCB9C")
    instext = Token("#0C4631", "#C5F1DF")
    inssoft = Token("#EBF7F2", "#1B2F29")
    delbg = Token("#FFD9C4", "#5C2B18")
    delline = Token("#B5350F", "#F5936F")
    deltext = Token("#7C2308", "#FFD6C5")
    delsoft = Token("#FDF0E9", "#34241C")
    movbg = Token("#DCE8F8", "#213E63")
    movline = Token("#2F66B5", "#7FB0F0")
    movtext = Token("#1B4480", "#CFE1FA")
    movsoft = Token("#EEF4FC", "#1F2A38")
    ortline = Token("#7B7F83", "#9AA09E")
    danger = Token("#A8321D", "#F59A84")
    dangerbg = Token("#FBE3DC", "#4A2720")
    warn = Token("#7A4E00", "#E9BE6A")
    warnbg = Token("#F9EBCD", "#43351A")
    warnline = Token("#BC7F0A", "#D9A23A")
    ok = Token("#1B6238", "#82D3A0")
    okbg = Token("#DFF1E4", "#1F3D2B")
    info = Token("#1D4F8A", "#93BEF5")
    infobg = Token("#E1ECF8", "#213A58")
    viol = Token("#53408A", "#BDABF0")
    violbg = Token("#ECE8F6", "#362E52")
    slate = Token("#3C4A58", "#BCC7D1")
    slatebg = Token("#E9ECEF", "#333A40")
    note = Token("#FFF6DF", "#3A3320")
    noteline = Token("#D9B65A", "#8F7838")
    chart2 = Token("#74A9AA", "#3B8480")
    chart3 = Token("#B9B3A8", "#5A5F5E")
    brand = Token("#0B4D51", "#0E3436")
    brandline = Token("#1F6A6D", "#1E5052")
    onbrand = Token("#FFFFFF", "#FFFFFF")
    onbrand2 = Token("#BFDAD8", "#A9CBC9")
    tip = Token("#26292A", "#EAE9E5")
    tiptext = Token("#F4F2ED", "#1D1F20")

    def __init__(self, scheme: Scheme, document_scale: float = 1.0) -> None:
        self.scheme: Final = scheme
        self.document_scale: Final = document_scale
        self._fonts: dict[tuple[FontRole, bool], QFont] = {}
        self._faces: dict[tuple[FontRole, bool], Face] = {}
        self._inks: dict[str, QColor] = {}

    def colour(self, name: str) -> QColor:
        """Returns the colour `name`. Raises `KeyError` for an unknown name."""
        if name not in TOKEN_NAMES:
            raise KeyError(name)
        found: QColor = getattr(self, name)
        return found

    def ink(self, name: str) -> QColor:
        """Returns a shared colour, which must not be modified; for frequent painting."""
        found = self._inks.get(name)
        if found is None:
            found = self._inks[name] = self.colour(name)
        return found

    def face(self, role: FontRole, *, bold: bool = False) -> Face:
        """Returns a shared font, which must not be modified."""
        found = self._faces.get((role, bold))
        if found is None:
            found = self._faces[role, bold] = Face.of(self.font(role, bold=bold))
        return found

    def font(self, role: FontRole, *, bold: bool = False) -> QFont:
        """Returns the font of a type role; `bold` is the strong weight of the role (600)."""
        made = self._fonts.get((role, bold))
        if made is None:
            made = self._fonts[role, bold] = self._made_font(role, bold=bold)
        # A copy, so that callers may modify it.
        return QFont(made)

    def _made_font(self, role: FontRole, *, bold: bool) -> QFont:
        kind = TYPE_ROLES[role]
        font = QFont(FAMILY)
        font.setPointSizeF(kind.points * (self.document_scale if role in SCALED_ROLES else 1.0))
        font.setWeight(_SEMIBOLD if bold else kind.weight)
        # Windows rounds the width of each letter otherwise: words are up to 5 % wider or narrower, and uneven.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font


TOKEN_NAMES: Final[tuple[str, ...]] = tuple(
    name for name, made in vars(Theme).items() if isinstance(made, Token)
)
