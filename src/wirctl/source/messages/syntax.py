"""What is said about values that are no YAML, or other YAML than the author meant."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
_QUOTE_DE = "Setzen Sie den ganzen Text in Anführungszeichen: {quoted}"
_QUOTE_EN = "Put the whole text in quotes: {quoted}"

COLON_IN_TEXT = declare(
    Message(
        "colon-in-text",
        _ERROR,
        de="In diesem Text steht ein Doppelpunkt vor einem Leerzeichen oder am Zeilenende; ohne "
        "Anführungszeichen beginnt damit ein neues Feld.",
        en="This text holds a colon before a space or at the end of the line; without quotes that "
        "begins a new field.",
        help_de=_QUOTE_DE,
        help_en=_QUOTE_EN,
        reason="In YAML a colon with a space ends the name of a field.",
        reason_de="In YAML beendet ein Doppelpunkt mit Leerzeichen den Namen eines Feldes.",
        good=('title: "Bildung: jetzt"\n',),
        bad=("title: Bildung: jetzt  # <-\n", "text: Wir sind\n  die Stadt: so  # <-\n"),
    )
)
TYPOGRAPHIC_QUOTES = declare(
    Message(
        "typographic-quotes",
        _ERROR,
        de="„ “ und « » sind für YAML gewöhnliche Zeichen und halten diesen Text nicht zusammen.",
        en="„ “ and « » are ordinary characters to YAML and do not hold this text together.",
        help_de="Setzen Sie gerade Anführungszeichen (Umschalt + 2) um den Text: {quoted}",
        help_en="Put straight quotes around the text: {quoted}",
        reason="Word processors turn straight quotes into typographic ones.",
        reason_de="Textprogramme machen aus geraden Anführungszeichen typografische.",
        good=('title: "Bildung: jetzt"\n', 'title: "„Schule: ein Zentrum“"\n'),
        bad=("title: „Bildung: jetzt“  # <-\n",),
    )
)
TYPOGRAPHIC_QUOTES_KEPT = declare(
    Message(
        "typographic-quotes-kept",
        _NOTE,
        de="Die Anführungszeichen „ “ gehören hier zum Text und erscheinen in jeder Ausgabe.",
        en="The quotes „ “ are part of the text here and appear in every output.",
        help_de="Ist das nicht gemeint, lassen Sie sie weg: {inner}",
        help_en="If that is not meant, leave them out: {inner}",
        reason="Only straight quotes are taken off by YAML.",
        reason_de="YAML nimmt nur gerade Anführungszeichen weg.",
        good=("title: Schule als Zentrum\n", "title: Die „Schule als Zentrum“\n"),
        bad=("title: „Schule als Zentrum“  # <-\n",),
    )
)
RESERVED_SIGN = declare(
    Message(
        "reserved-sign-at-start",
        _ERROR,
        de="Ein Text ohne Anführungszeichen darf nicht mit „{sign}“ beginnen.",
        en="A text without quotes must not begin with “{sign}”.",
        help_de=_QUOTE_DE,
        help_en=_QUOTE_EN,
        reason="YAML keeps some signs at the beginning of a text for itself.",
        reason_de="Einige Zeichen am Anfang eines Textes behält YAML für sich.",
        good=('title: "@hannover"\n',),
        bad=("title: @hannover  # <-\n", "share: %5  # <-\n", "end: ?  # <-\n"),
    )
)
UNCLOSED_QUOTE = declare(
    Message(
        "unclosed-quote",
        _ERROR,
        de="Das Anführungszeichen ({sign}), das hier beginnt, wird nicht geschlossen.",
        en="The quote ({sign}) that begins here is not closed.",
        help_de="Setzen Sie am Ende des Textes dasselbe Zeichen noch einmal: {sign}",
        help_en="Put the same sign once more at the end of the text: {sign}",
        reason="Everything that follows is taken for text, fields included.",
        reason_de="Alles, was folgt, wird für Text gehalten, auch Felder.",
        good=('title: "Bildung"\n',),
        bad=('title: "Bildung  # <-\nnumber: 1\n', "title: 'Bildung  # <-\nlead: 'FB 50'\n"),
    )
)
TEXT_AFTER_QUOTE = declare(
    Message(
        "text-after-quote",
        _ERROR,
        de="Der Text in Anführungszeichen ist hier zu Ende, danach steht noch etwas.",
        en="The text in quotes ends here, and something follows.",
        help_de="Schließen Sie alles ein; was innen in Anführungszeichen steht, wird so "
        "geschrieben: {quoted}",
        help_en="Enclose all of it; what is in quotes inside is written like this: {quoted}",
        reason="YAML ends a text at the first quote of the kind that began it.",
        reason_de="YAML beendet einen Text beim ersten Anführungszeichen der Art, die ihn "
        "begonnen hat.",
        good=("title: 'Das \"Wir\" der Stadt'\n", 'title: "Rom\'nja"\n'),
        bad=('title: "Wir" der Stadt  # <-\n', "title: 'Rom'nja'  # <-\n"),
    )
)
COMMA_AFTER_VALUE = declare(
    Message(
        "comma-after-value",
        _ERROR,
        de="Am Ende der Zeile steht ein Komma zu viel.",
        en="There is a comma too many at the end of the line.",
        help_de="Löschen Sie das Komma; in YAML endet ein Feld mit der Zeile.",
        help_en="Delete the comma; in YAML a field ends with its line.",
        reason="Lines copied from JSON or a program end in commas.",
        reason_de="Zeilen, die aus JSON oder einem Programm stammen, enden mit Kommas.",
        good=('title: "Bildung"\nnumber: 1\n',),
        bad=('title: "Bildung",  # <-\nnumber: 1\n',),
    )
)
UNKNOWN_ESCAPE = declare(
    Message(
        "unknown-escape",
        _ERROR,
        de="„{sign}“ bedeutet in doppelten Anführungszeichen nichts.",
        en="“{sign}” means nothing in double quotes.",
        help_de="Nehmen Sie einfache Anführungszeichen, dann bleibt der Schrägstrich stehen: "
        "{quoted}",
        help_en="Take single quotes, then the backslash stays: {quoted}",
        reason="In double quotes a backslash begins a sign such as \\n.",
        reason_de="In doppelten Anführungszeichen beginnt mit „\\“ ein Zeichen wie \\n.",
        good=("folder: 'C:\\Daten'\n",),
        bad=('folder: "C:\\Daten"  # <-\n',),
    )
)
UNCLOSED_BRACKET = declare(
    Message(
        "unclosed-bracket",
        _ERROR,
        de="Die Klammer „{sign}“ wird nicht geschlossen.",
        en="The bracket “{sign}” is not closed.",
        help_de="Schließen Sie sie mit „{closing}“; ist es ein Text, setzen Sie ihn in "
        "Anführungszeichen: {quoted}",
        help_en="Close it with “{closing}”; if it is text, put it in quotes: {quoted}",
        reason="A bracket at the beginning of a value begins a list or a group.",
        reason_de="Eine Klammer am Anfang eines Wertes beginnt eine Liste oder eine Gruppe.",
        good=("goals: [Z-1, Z-2]\n", 'title: "[neu"\n'),
        bad=("goals: [Z-1, Z-2  # <-\nnumber: 1\n",),
    )
)
TEXT_AFTER_BRACKET = declare(
    Message(
        "text-after-bracket",
        _ERROR,
        de="Nach der schließenden Klammer steht noch etwas.",
        en="Something follows the closing bracket.",
        help_de="Eine Klammer am Anfang bedeutet eine Liste oder Gruppe. Ist es ein Text: {quoted}",
        help_en="A bracket at the beginning means a list or a group. If it is text: {quoted}",
        reason="A bracket at the beginning of a value begins a list or a group.",
        reason_de="Eine Klammer am Anfang eines Wertes beginnt eine Liste oder eine Gruppe.",
        good=('title: "[Anlage 1] Bericht"\n',),
        bad=("title: [Anlage 1] Bericht  # <-\n",),
    )
)
BROKEN_BRACKET = declare(
    Message(
        "broken-list-in-brackets",
        _ERROR,
        de="In der Klammer fehlt hier ein Komma, oder ein Text braucht Anführungszeichen.",
        en="A comma is missing here within the brackets, or a text needs quotes.",
        help_de="Trennen Sie die Teile mit Kommas; Teile mit Doppelpunkt, Komma oder Klammer "
        "gehören in Anführungszeichen.",
        help_en="Separate the parts with commas; parts with a colon, comma or bracket belong in "
        "quotes.",
        reason="In brackets only commas separate.",
        reason_de="In Klammern trennt nur das Komma.",
        good=('partners: ["Stadt: FB 50", AWO]\n',),
        bad=("partners: [Stadt: FB: 50, AWO]  # <-\n", "goals: [Z-1, , Z-2]  # <-\n"),
    )
)
LIST_ON_KEY_LINE = declare(
    Message(
        "list-on-key-line",
        _ERROR,
        de="Eine Liste mit Strichen kann nicht in der Zeile des Feldes beginnen.",
        en="A list with dashes cannot begin in the line of its field.",
        help_de="Schreiben Sie jede Listenzeile unter das Feld, mit zwei Leerzeichen davor; ist es "
        "ein Text: {quoted}",
        help_en="Write each line of the list below the field, with two spaces before it; if it is "
        "text: {quoted}",
        reason="YAML needs a line for each item.",
        reason_de="YAML braucht für jeden Eintrag eine Zeile.",
        good=("goals:\n  - Z-1\n", 'title: "- neu -"\n'),
        bad=("goals: - Z-1  # <-\n",),
    )
)
TEXT_AFTER_BLOCK_SIGN = declare(
    Message(
        "text-after-block-sign",
        _ERROR,
        de="Hinter „{sign}“ steht Text; mit diesem Zeichen beginnt der Text erst in der nächsten "
        "Zeile.",
        en="Text follows “{sign}”; with this sign the text begins in the next line only.",
        help_de="Schreiben Sie den Text eingerückt in die nächste Zeile, oder in Anführungs"
        "zeichen: {quoted}",
        help_en="Write the text indented into the next line, or in quotes: {quoted}",
        reason="The signs | and > announce a text over several lines.",
        reason_de="Die Zeichen | und > kündigen einen Text über mehrere Zeilen an.",
        good=("text: >\n  Wir sind die Stadt.\n", 'share: "> 50 %"\n'),
        bad=("text: > Wir sind die Stadt.  # <-\n", "share: > 50 %  # <-\n"),
    )
)
ESCAPED_CONTROL = declare(
    Message(
        "escaped-control-character",
        _ERROR,
        de="Ein Schrägstrich „\\“ in diesem Text ergibt ein Steuerzeichen ({code}).",
        en="A backslash “\\” in this text makes a control character ({code}).",
        help_de="Nehmen Sie einfache Anführungszeichen ('), dann bleibt der Schrägstrich stehen.",
        help_en="Take single quotes ('), then the backslash stays.",
        reason="In double quotes a backslash begins a sign such as \\n.",
        reason_de="In doppelten Anführungszeichen beginnt mit „\\“ ein Zeichen wie \\n.",
        good=("folder: 'C:\\Presse'\n",),
        bad=('folder: "C:\\Presse"  # <-\n',),
    )
)
COMMENT_CUTS_TEXT = declare(
    Message(
        "comment-cuts-text",
        _WARNING,
        de="„{comment}“ gilt als Kommentar: der Wert ist nur „{text}“.",
        en="“{comment}” counts as a comment: the value is only “{text}”.",
        help_de="Gehört es zum Text, setzen Sie alles in Anführungszeichen: {quoted} – ein "
        "Kommentar beginnt mit # und Leerzeichen.",
        help_en="If it belongs to the text, put all of it in quotes: {quoted} – a comment begins "
        "with # and a space.",
        reason="After a space, # begins a comment, and the rest of the line is lost.",
        reason_de="Nach einem Leerzeichen beginnt mit # ein Kommentar, und der Rest der Zeile "
        "geht verloren.",
        good=('title: "Bildung #1"\n', "title: Bildung # geprüft\n"),
        bad=("title: Bildung #1  # <-\n",),
    )
)
COMMENT_INSTEAD_OF_VALUE = declare(
    Message(
        "comment-instead-of-value",
        _ERROR,
        de="„{comment}“ gilt als Kommentar: hier steht kein Wert.",
        en="“{comment}” counts as a comment: there is no value here.",
        help_de="Ist es der Wert, setzen Sie ihn in Anführungszeichen: {quoted}",
        help_en="If it is the value, put it in quotes: {quoted}",
        reason="After a space, # begins a comment, and the rest of the line is lost.",
        reason_de="Nach einem Leerzeichen beginnt mit # ein Kommentar, und der Rest der Zeile "
        "geht verloren.",
        good=('colour: "#ff6600"\n',),
        bad=("colour: #ff6600  # <-\n",),
    )
)
