"""Sums of money in words."""

from __future__ import annotations

from decimal import Decimal


def euros(**sums: Decimal) -> dict[str, str]:
    """Each sum as figures, and written the German and the English way.

    >>> euros(spent=Decimal(250000))
    {'spent': '250000', 'spent_de': '250.000', 'spent_en': '250,000'}
    >>> euros(spent=Decimal("12.50"))["spent_de"]
    '12,50'
    """
    words: dict[str, str] = {}
    for name, value in sums.items():
        exact = value.quantize(Decimal("0.01"))
        english = f"{exact:,.2f}".removesuffix(".00")
        german = english.translate(str.maketrans(",.", ".,"))
        words |= {name: str(value), f"{name}_de": german, f"{name}_en": english}
    return words
