"""What is said about text that is no YAML."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR = Severity.ERROR

NOT_YAML = declare(
    Message(
        "not-yaml",
        _ERROR,
        de="Ab hier lässt sich die Datei nicht lesen.",
        en="The file cannot be read from here on.",
        help_de="Prüfen Sie diese und die vorige Zeile: Anführungszeichen geschlossen? Einrückung "
        "gleich? Leerzeichen nach Doppelpunkt und Strich?",
        help_en="Check this line and the one before: quotes closed? same indentation? a space "
        "after colon and dash?",
        reason="The text follows no rule of YAML, so nothing in it can be relied on.",
    )
)
