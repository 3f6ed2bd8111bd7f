"""What the settings of the office are, and their ranges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.office.letter_choices import DEFAULT_PURPOSES
from desktop_app.office.numbering import DEFAULT_PATTERN
from desktop_app.office.workdays import DEFAULT_WEEKEND

#: Larger files cannot be transferred within the statement timeout.
MOST_ATTACHMENT_MB: Final = 100
PAGE_WIDTH_MM: Final = 210
#: The least and the greatest values. The envelope window, in millimetres, lies below the letterhead, on the upper
#: half.
RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "backup_days": (1, 366),
    "attachment_mb": (1, MOST_ATTACHMENT_MB),
    "clock_gap_days": (1, 366),
    "texts_an_hour": (1, 1000),
    "retention_years": (0, 100),
    "archive_days": (0, 3650),
    "window_right": (5, 150),
    "window_top": (45, 90),
    "window_width": (50, 120),
    "window_height": (25, 60),
}


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """Settings of the office.

    The decree and the SMS number are empty, and never printed, until an administrator enters them.
    """

    ministry: str = "وزارت فرهنگ و ارشاد اسلامی"
    office_name: str = "ادارهٔ کل فرهنگ و ارشاد اسلامی استان تهران"
    office_short: str = "اداره کل استان تهران"
    phone: str = "42991"
    decree_number: str = ""
    sms_number: str = ""
    help_line: str = ""
    weekend: tuple[int, ...] = tuple(sorted(DEFAULT_WEEKEND))
    #: Age in days after which the last successful backup is overdue.
    backup_days: int = 7
    #: On one PC: days between the latest time seen and a start of the program after which the day is confirmed.
    clock_gap_days: int = 7
    #: Maximum size of an attachment in megabytes.
    attachment_mb: int = 20
    #: Maximum number of text messages per hour from one number that become separate petitions; further ones
    #: are joined.
    texts_an_hour: int = 10
    #: Format of registry numbers: see `office.numbering`.
    registry_pattern: str = DEFAULT_PATTERN
    #: Format of letter numbers, where the program assigns them.
    letter_pattern: str = DEFAULT_PATTERN
    #: Name and title of the signer, for letters with a template that names nobody else.
    signer: str = ""
    signer_title: str = ""
    #: Postal address of the office, at the foot of its letters.
    office_address: str = ""
    #: The line above the emblem of a letter; empty for none.
    invocation: str = "بسمه تعالی"
    #: Whether the place of the seal is marked beside the signature.
    seal_place: bool = True
    #: Whether letters bear the letterhead and the foot. Not where the paper of the office has them already.
    prints_letterhead: bool = True
    #: The purposes of copies that are offered, one a line.
    copy_purposes: str = DEFAULT_PURPOSES
    #: The envelope window on the folded sheet in millimetres: distance from the right and upper edges of the
    #: page, and its size.
    window_right: int = 20
    window_top: int = 50
    window_width: int = 90
    window_height: int = 42
    #: Years after which personal data of a closed petition is masked; 0 for never.
    retention_years: int = 0
    #: The legal basis of that, recorded in every masking event.
    retention_basis: str = ""
    #: Id of the label that exempts petitions from masking; 0 for none.
    retention_hold: int = 0
    #: Days after its resolution on which a petition is archived by itself; 0 for never.
    archive_days: int = 0
    #: Whether reports of managers count the work of each colleague.
    colleague_figures: bool = False


@dataclass(frozen=True, slots=True)
class AnswerDeadline:
    """A deadline of `days` working or calendar days; None matches any kind or channel."""

    kind: str | None
    channel: str | None
    days: int
    working: bool


#: The fields of a petitioner's identity that the office can require.
IDENTITY_FIELDS: Final = ("name", "national_id", "mobile")


@dataclass(frozen=True, slots=True)
class IdentityRule:
    """The fields of the identity without which a petition is a notice; None matches any kind or channel."""

    kind: str | None
    channel: str | None
    fields: tuple[str, ...]
