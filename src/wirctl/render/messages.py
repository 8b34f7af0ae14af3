"""What is said about texts that cannot be published as they are."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

ADDRESS_NOT_POSSIBLE = declare(
    Message(
        "address-not-possible",
        Severity.WARNING,
        de="„{target}“ ist keine Adresse, auf die veröffentlichte Seiten verweisen; sie steht "
        "dort nur als Text.",
        en="“{target}” is no address that published pages link to; it is shown as text.",
        help_de="Schreiben Sie eine Adresse, die mit https:// beginnt.",
        help_en="Write an address that begins with https://.",
        reason="Published pages link to the web only, and never to anything that runs code.",
    )
)
