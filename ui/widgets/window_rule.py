"""Explains in words how the end of a consultation was computed. Without Qt."""

from __future__ import annotations

from desktop_app.instruments.consultation.windows import ConsultationWindow, Measure
from desktop_app.persian.dates import long_date, weekday_name
from desktop_app.wording import fill, translate


def window_rule(window: ConsultationWindow) -> str:
    """Returns how the end was computed: «۱۴ روز کامل؛ روز انتشار به حساب نمی‌آید؛ …»."""
    parts = []
    if window.measure is Measure.MONTH:
        parts.append(
            fill(
                translate("Life", "To the same day of the next month, {day}: longer than {n} days"),
                day=long_date(window.counted_to),
                n=window.floor.days,
            )
        )
    else:
        parts.append(
            fill(
                translate("Life", "{n} full days, to {day}"),
                n=window.floor.days,
                day=long_date(window.counted_to),
            )
        )
    parts.append(translate("Life", "the day of opening does not count"))
    if window.moved_over:
        last = window.moved_over[-1]
        name = translate("Life", "the weekend") if last.reason == "weekend" else last.reason
        parts.append(
            fill(
                translate("Life", "because of {reason} the end went on to {weekday}"),
                reason=name,
                weekday=weekday_name(window.closes_on),
            )
        )
    return translate("Life", "; ").join(parts) + translate("Life", ".")
