"""In which direction a value went, and how far: numbers, money, shares, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.core.change import Difference
from wirctl.core.regex import regex
from wirctl.diff.operation import Act
from wirctl.diff.wording import names_of_versions, numbers, paragraph_signs
from wirctl.schema.field import ValueKind

if TYPE_CHECKING:
    import re
    from decimal import Decimal

    from wirctl.core.value import Value
    from wirctl.diff.situation import Situation

_UNITS = {
    ValueKind.MONEY: "EUR",
    ValueKind.SHARE: "percentage_point",
    ValueKind.NUMBER: "",
    ValueKind.INTEGER: "",
}
_TEXT_UNITS = {
    "EUR": "EUR",
    "%": "percentage_point",
    "%-Punkte": "percentage_point",
    "Jahr": "year",
    "Monat": "month",
    "Woche": "week",
    "Tag": "day",
    "Stunde": "hour",
    "": "",
}
_NUMBER = regex(r"-?[0-9]{1,20}(?:\.[0-9]{1,20})?")
_DATE = regex(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?")
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_PART = regex(r"(?:([1-4])\. )?(\D+) ([0-9]{4})")
_MONTHS_A_YEAR = 12
_MONTHS_A_PART = {"Quartal": 3, "Halbjahr": 6}


def difference(situation: Situation) -> Difference | None:
    """How far a value went, or a text's one figure; `None` where that cannot be told."""
    operation = situation.operation
    if operation.act is not Act.CHANGED:
        return None
    texts = situation.rewording
    if texts is not None:
        return _of_texts(*texts)
    kind = operation.field.value
    old, new = _plain(operation.old), _plain(operation.new)
    if kind is ValueKind.DATE:
        return between_dates(old, new)
    return _between_numbers(old, new, _UNITS[kind]) if kind in _UNITS else None


def _plain(value: Value) -> str:
    return "" if value is None or isinstance(value, bool) else str(value)


def _of_texts(old: str, new: str) -> Difference | None:
    """The difference of the one figure that a text lost and the one it got instead.

    The number of a paragraph of law goes nowhere, nor does the version of a name: the next one
    is another.
    """
    if paragraph_signs(old) != paragraph_signs(new):
        return None
    before, after = numbers(old), numbers(new)
    lost, gained = list((before - after).elements()), list((after - before).elements())
    if len(lost) != 1 or len(gained) != 1:
        return None
    if lost[0] in names_of_versions(old) or gained[0] in names_of_versions(new):
        return None
    parts = _PART.fullmatch(lost[0]), _PART.fullmatch(gained[0])
    if parts[0] or parts[1]:
        return _between_parts(*parts)
    (one, _, unit), (other, _, new_unit) = lost[0].partition(" "), gained[0].partition(" ")
    if unit != new_unit or unit not in _TEXT_UNITS:
        return None
    both_dates = "-" in one.strip("-") and "-" in other.strip("-")
    return (
        between_dates(one, other) if both_dates else _between_numbers(one, other, _TEXT_UNITS[unit])
    )


def _between_parts(old: re.Match[str] | None, new: re.Match[str] | None) -> Difference | None:
    """The way between parts of years: quarters, halves, or `Ende 2024` and `Ende 2025`."""
    if old is None or new is None or old[2] != new[2]:
        return None
    years = int(new[3]) - int(old[3])
    if not old[1] or not new[1]:
        return _whole(years, "year")
    months = (int(new[1]) - int(old[1])) * _MONTHS_A_PART[old[2]]
    return _whole(years * _MONTHS_A_YEAR + months, "month")


def _between_numbers(old: str, new: str, unit: str) -> Difference | None:
    if not _NUMBER.fullmatch(old) or not _NUMBER.fullmatch(new):
        return None
    if not unit and _YEAR.fullmatch(old) and _YEAR.fullmatch(new):
        unit = "year"
    if "." not in f"{old}{new}":
        return _whole(int(new) - int(old), unit)
    from decimal import Decimal

    return _signed(Decimal(new) - Decimal(old), unit)


def between_dates(old: str, new: str) -> Difference | None:
    """The way from one date to another, as exact as the less exact of the two.

    >>> between_dates("2022-07-01", "2023-07-01"), between_dates("2021", "2023-05")
    (Difference(amount='+12', unit='month'), Difference(amount='+2', unit='year'))
    """
    before, after = _DATE.fullmatch(old), _DATE.fullmatch(new)
    if before is None or after is None:
        return None
    years = int(after[1]) - int(before[1])
    if before[2] is None or after[2] is None:
        return _whole(years, "year")
    if before[3] is None or after[3] is None or before[3] == after[3]:
        months = years * _MONTHS_A_YEAR + int(after[2]) - int(before[2])
        return _whole(months, "month")
    return _between_days(old, new)


def _between_days(old: str, new: str) -> Difference | None:
    from datetime import date

    try:
        days = (date.fromisoformat(new) - date.fromisoformat(old)).days
    except ValueError:
        return None
    return _whole(days, "day")


def _whole(amount: int, unit: str) -> Difference | None:
    return Difference(f"{amount:+d}", unit) if amount else None


def _signed(amount: Decimal, unit: str) -> Difference | None:
    """The amount with its sign; nothing where it is none."""
    if not amount:
        return None
    whole = amount.to_integral_value()
    return Difference(f"{whole if whole == amount else amount.normalize():+f}", unit)
