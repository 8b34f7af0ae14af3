"""What is said about characters that nobody can see, or that look like others."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CONTROL_CHARACTER = declare(
    Message(
        "control-character",
        _ERROR,
        de="Hier steht ein Steuerzeichen ({code}), das in keinem Text vorkommen darf.",
        en="Here is a control character ({code}) that no text may hold.",
        help_de="Löschen Sie es; es stammt meist aus Kopieren und Einfügen.",
        help_en="Delete it; it mostly comes from copying and pasting.",
        reason="Control characters can move the cursor of a terminal or end a text early.",
        reason_de="Steuerzeichen können im Terminal die Schreibmarke versetzen oder einen Text "
        "vorzeitig beenden.",
        good=("title: Bildung\n",),
        bad=("title: Bil\x02dung  # <-\n",),
    )
)
UNUSUAL_LINE_BREAK = declare(
    Message(
        "unusual-line-break",
        _ERROR,
        de="Die Zeile endet mit einem ungebräuchlichen Zeilenumbruch ({code}).",
        en="The line ends in an unusual line break ({code}).",
        help_de="Löschen Sie den Umbruch und drücken Sie an der Stelle die Eingabetaste.",
        help_en="Delete the break and press the return key in its place.",
        reason="Editors, git and YAML disagree on where such a line ends.",
        reason_de="Editoren, git und YAML sind sich nicht einig, wo eine solche Zeile endet.",
        good=("title: Bildung\n",),
        bad=("title: Bil\u2028dung  # <-\n",),
    )
)
BIDI_CONTROL = declare(
    Message(
        "bidi-control",
        _WARNING,
        de="Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umstellt ({code}).",
        en="Here is an invisible character that changes the direction of writing ({code}).",
        help_de="Löschen Sie es; Arabisch und Hebräisch kommen ohne solche Zeichen aus.",
        help_en="Delete it; Arabic and Hebrew do without such characters.",
        reason="The text on the screen is another than the one that is stored and decided.",
        reason_de="Der Text auf dem Bildschirm ist ein anderer als der, der gespeichert und "
        "beschlossen wird.",
        good=('title: "بلدية هانوفر"\n',),
        bad=('title: "Fonds \u202e000.05 EUR"  # <-\n',),
    )
)
INVISIBLE_CHARACTER = declare(
    Message(
        "invisible-character",
        _WARNING,
        de="Hier steht ein unsichtbares Zeichen ({code}).",
        en="Here is an invisible character ({code}).",
        help_de="Löschen Sie es: setzen Sie die Schreibmarke dahinter und drücken Sie einmal die "
        "Rücktaste.",
        help_en="Delete it: put the cursor behind it and press backspace once.",
        reason="Two texts that look the same are not, and a search finds only one of them.",
        reason_de="Zwei Texte, die gleich aussehen, sind es nicht, und eine Suche findet nur "
        "einen davon.",
        good=("title: Bildung\n",),
        bad=("title: Bil\u200bdung  # <-\n",),
    )
)
REPLACEMENT_CHARACTER = declare(
    Message(
        "replacement-character",
        _WARNING,
        de="Hier steht „{text}“: an dieser Stelle ging ein Zeichen verloren, oft ein Umlaut.",
        en="Here is “{text}”: a character was lost in this place, often an umlaut.",
        help_de="Schreiben Sie das richtige Zeichen an diese Stelle.",
        help_en="Write the right character in its place.",
        reason="Some program saved the text in an encoding that lacks the character.",
        reason_de="Ein Programm hat den Text in einer Kodierung gespeichert, der das Zeichen "
        "fehlt.",
        good=("title: Öffnung\n",),
        bad=("title: \ufffdffnung  # <-\n",),
    )
)
GARBLED_TEXT = declare(
    Message(
        "garbled-text",
        _WARNING,
        de="„{text}“ war wohl „{meant}“ und wurde beim Speichern verfälscht.",
        en="“{text}” probably was “{meant}” and was garbled when it was saved.",
        help_de="Schreiben Sie „{meant}“; prüfen Sie auch die übrigen Umlaute der Datei.",
        help_en="Write “{meant}”; check the other umlauts of the file, too.",
        reason="UTF-8 was taken for another encoding and saved again.",
        reason_de="UTF-8 wurde für eine andere Kodierung gehalten und noch einmal gespeichert.",
        good=("title: Öffnung\n",),
        bad=("title: Ã–ffnung  # <-\n",),
    )
)
MIXED_SCRIPTS = declare(
    Message(
        "mixed-scripts",
        _WARNING,
        de="In „{text}“ stehen lateinische und kyrillische oder griechische Buchstaben gemischt.",
        en="“{text}” mixes Latin with Cyrillic or Greek letters.",
        help_de="Schreiben Sie das Wort neu: manche dieser Buchstaben sehen nur gleich aus.",
        help_en="Type the word again: some of these letters only look alike.",
        reason="A search for the word does not find it, and two ids that look the same are not.",
        reason_de="Eine Suche findet das Wort nicht, und zwei Kennungen, die gleich aussehen, "
        "sind es nicht.",
        good=("title: Разом у Hannover\n",),
        bad=("title: Hаnnover  # <-\n",),
    )
)
