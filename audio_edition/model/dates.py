"""Dates in words."""

from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def worded(day: date, form: str) -> str:
    """A date in a form that names `year`, `month` (a number), `name` (the month's, in English) and `day`.

    >>> worded(date(2023, 11, 8), "{name} {day}, {year}"), worded(date(2023, 11, 8), "{year}年{month}月{day}日")
    ('November 8, 2023', '2023年11月8日')
    """
    return form.format(year=day.year, month=day.month, name=_MONTHS[day.month - 1], day=day.day)
