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
        reason_de="Veröffentlichte Seiten verweisen nur ins Netz und nie auf etwas, das Programme "
        "startet.",
    )
)
GLYPH_MISSING = declare(
    Message(
        "glyph-missing",
        Severity.WARNING,
        de="Keine Schrift hat die Zeichen {characters}; gedruckt stehen dort ihre Nummern.",
        en="No font has the characters {characters}; in print their numbers stand there.",
        help_de="Ändern Sie die Zeichen, oder legen Sie eine Schrift, die sie hat, als .ttf oder "
        ".otf in den Ordner pdf/fonts Ihrer Vorlagen.",
        help_en="Change the characters, or put a font that has them, as .ttf or .otf, into the "
        "folder pdf/fonts of your templates.",
        reason="An accessible PDF must hold every character; an empty box tells nobody anything.",
        reason_de="Ein barrierefreies PDF muss jedes Zeichen enthalten; ein leerer Kasten sagt "
        "niemandem etwas.",
    )
)
ELEMENT_NOT_PRINTABLE = declare(
    Message(
        "element-not-printable",
        Severity.ERROR,
        de="Dieses Element lässt sich nicht barrierefrei drucken: {why}",
        en="This element cannot be printed accessibly: {why}",
        help_de="Der Wortlaut kommt vom Satzprogramm Typst. Ändern Sie den Text, oder melden Sie "
        "ihn uns, wenn er Ihnen gewöhnlich scheint.",
        help_en="These are the words of the typesetter Typst. Change the text, or report it to us "
        "if it seems ordinary to you.",
        reason="A PDF for the public must pass PDF/UA; Typst refuses what would not.",
        reason_de="Ein öffentliches PDF muss PDF/UA erfüllen; Typst lehnt ab, was das nicht täte.",
    )
)
