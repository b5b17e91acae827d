"""Days: which there are, and in words."""

from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


FIRST, LAST = 1605, 2107
"""Years in which a newspaper can appear: from the first one's, Carolus's Relation, to the last that a ZIP file can tell."""


def is_day(iso: str) -> bool:
    """Whether there is such a day, written as YYYY-MM-DD, on which a newspaper can appear.

    >>> [is_day(iso) for iso in ("2024-02-29", "2023-02-29", "20230228", "9999-12-31", "")]
    [True, False, False, False, False]
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return False
    return day.isoformat() == iso and FIRST <= day.year <= LAST


def worded(day: date, form: str) -> str:
    """A date in a form that names `year`, `month` (a number), `name` (the month's, in English) and `day`.

    >>> worded(date(2023, 11, 8), "{name} {day}, {year}"), worded(date(2023, 11, 8), "{year}年{month}月{day}日")
    ('November 8, 2023', '2023年11月8日')
    """
    return form.format(year=day.year, month=day.month, name=_MONTHS[day.month - 1], day=day.day)
