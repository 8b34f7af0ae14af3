"""What is said about lines that are no YAML, or other YAML than the author meant."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
_QUOTE_DE = "Setzen Sie den ganzen Text in Anführungszeichen: {quoted}"
_QUOTE_EN = "Put the whole text in quotes: {quoted}"

NOT_YAML = declare(
    Message(
        "not-yaml",
        _ERROR,
        de="Ab hier lässt sich die Datei nicht lesen.",
        en="The file cannot be read from here on.",
        help_de="Prüfen Sie diese und die vorige Zeile: sind Anführungszeichen geschlossen, "
        "steht nach Doppelpunkt und Strich ein Leerzeichen, stimmt die Einrückung?",
        help_en="Check this line and the one before: are quotes closed, does a space follow each "
        "colon and dash, is the indentation right?",
        reason="The text follows no rule of YAML, so nothing in it can be relied on.",
        good=("title: Bildung\n",),
        bad=('? "a"\n? b\n c: d  # <-\n',),
    )
)
COLON_IN_TEXT = declare(
    Message(
        "colon-in-text",
        _ERROR,
        de="In diesem Text steht ein Doppelpunkt vor einem Leerzeichen oder am Ende der Zeile; ohne "
        "Anführungszeichen beginnt damit ein neues Feld.",
        en="This text holds a colon before a space or at the end of the line; without quotes that "
        "begins a new field.",
        help_de=_QUOTE_DE,
        help_en=_QUOTE_EN,
        reason="In YAML a colon with a space ends the name of a field.",
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
        good=('title: "@hannover"\n',),
        bad=("title: @hannover  # <-\n", "share: %5  # <-\n", "title: `Code`  # <-\n"),
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
        good=("folder: 'C:\\Plan'\n",),
        bad=('folder: "C:\\Plan"  # <-\n',),
    )
)
TAB_INDENTATION = declare(
    Message(
        "tab-indentation",
        _ERROR,
        de="Diese Zeile ist mit einem Tabulator eingerückt.",
        en="This line is indented with a tab.",
        help_de="Ersetzen Sie den Tabulator durch zwei Leerzeichen; Editoren können das für die "
        "ganze Datei.",
        help_en="Replace the tab with two spaces; editors do so for a whole file.",
        reason="A tab is as wide as each editor likes, so YAML does not accept it as indentation.",
        good=("period:\n  start: 2021\n",),
        bad=("period:\n\tstart: 2021  # <-\n",),
    )
)
WRONG_INDENTATION = declare(
    Message(
        "wrong-indentation",
        _ERROR,
        de="Diese Zeile ist um {found} Zeichen eingerückt; das passt zu keiner Zeile darüber "
        "(möglich: {wanted}).",
        en="This line is indented by {found} characters, which fits no line above "
        "(possible: {wanted}).",
        help_de="Was zusammengehört, beginnt in derselben Spalte: fügen Sie Leerzeichen am "
        "Zeilenanfang ein oder löschen Sie welche. Gehört die Zeile zum Text darüber, setzen Sie "
        "diesen in Anführungszeichen.",
        help_en="What belongs together begins in the same column: add or delete spaces at the "
        "beginning of the line. If the line belongs to the text above, put that in quotes.",
        reason="In YAML indentation says what belongs to what.",
        good=("period:\n  start: 2021\n  end: 2026\n",),
        bad=(
            "period:\n    start: 2021\n  end: 2026  # <-\n",
            "id: M-1\n  title: Bildung  # <-\n",
            "period:\n  start: 2021\n   end: 2026  # <-\n",
        ),
    )
)
LIST_MIXED_WITH_FIELDS = declare(
    Message(
        "list-mixed-with-fields",
        _ERROR,
        de="Hier mischen sich Listenzeilen („- …“) und Felder („feld: …“) auf einer Ebene.",
        en="List lines (“- …”) and fields (“field: …”) are mixed on one level here.",
        help_de="Rücken Sie die Zeile passend ein, oder ergänzen beziehungsweise streichen Sie "
        "den Strich.",
        help_en="Indent the line to fit, or add or remove the dash.",
        reason="A value is either a list or a group of fields.",
        good=("goals:\n  - Z-1\n  - Z-2\n",),
        bad=("goals:\n  - Z-1\n  lead: FB-50  # <-\n", "period:\n  start: 1\n  - 2  # <-\n"),
    )
)
MISSING_SPACE_AFTER_COLON = declare(
    Message(
        "missing-space-after-colon",
        _ERROR,
        de="Nach „{key}:“ fehlt ein Leerzeichen.",
        en="A space is missing after “{key}:”.",
        help_de="Schreiben Sie: {key}: {rest}",
        help_en="Write: {key}: {rest}",
        reason="Without the space YAML takes the whole line for text.",
        good=("title: Bildung\n",),
        bad=("id: L-1\ntitle:Bildung  # <-\n", "period:\n  start:2021  # <-\n"),
    )
)
MISSING_SPACE_AFTER_DASH = declare(
    Message(
        "missing-space-after-dash",
        _ERROR,
        de="Nach dem Strich fehlt ein Leerzeichen.",
        en="A space is missing after the dash.",
        help_de="Schreiben Sie: - {rest}",
        help_en="Write: - {rest}",
        reason="Without the space YAML takes the lines for one text and not for a list.",
        good=("goals:\n  - Z-1\n  - Z-2\n",),
        bad=("goals:\n  -Z-1  # <-\n  -Z-2\n",),
    )
)
UNUSUAL_SPACE = declare(
    Message(
        "unusual-space",
        _ERROR,
        de="Hier steht ein besonderes Leerzeichen ({code}) statt eines gewöhnlichen.",
        en="Here is a special space ({code}) instead of an ordinary one.",
        help_de="Löschen Sie es und drücken Sie die Leertaste; es stammt meist aus Word oder von "
        "einer Webseite.",
        help_en="Delete it and press the space bar; it mostly comes from Word or a web page.",
        reason="It looks like a space, but YAML takes it for a letter.",
        good=("title: Bildung\n",),
        bad=("id: L-1\ntitle:\u00a0Bildung  # <-\n", "id: L-1\n\u00a0title: Bildung  # <-\n"),
    )
)
LINE_WITHOUT_COLON = declare(
    Message(
        "line-without-colon",
        _ERROR,
        de="„{text}“ ist kein Feld der Form „feld: Wert“ und gehört zu keinem Text darüber.",
        en="“{text}” is no field of the form “field: value” and belongs to no text above.",
        help_de="Als Feld schreiben Sie: {field} – gehört die Zeile zum Text darüber, rücken Sie "
        "sie mit zwei Leerzeichen ein.",
        help_en="As a field write: {field} – if the line belongs to the text above, indent it by "
        "two spaces.",
        reason="A text over several lines stands further right than the name of its field.",
        good=("title: Bildung\n", "text: Wir sind\n  die Stadt\n"),
        bad=(
            "id: L-1\ntitle Bildung  # <-\n",
            "id: L-1\ntext: Wir sind\ndie Stadt  # <-\nnumber: 1\n",
        ),
    )
)
TEXT_NOT_INDENTED = declare(
    Message(
        "text-not-indented",
        _ERROR,
        de="Diese Zeile steht weiter links als die erste Zeile des Textes unter „{key}“.",
        en="This line stands further left than the first line of the text below “{key}”.",
        help_de="Rücken Sie sie mindestens so weit ein wie die erste Zeile des Textes.",
        help_en="Indent it at least as far as the first line of the text.",
        reason="A text after | or > ends where a line stands further left.",
        good=("text: |\n  Wir sind\n  die Stadt.\n",),
        bad=("text: |\n    Wir sind\n  die Stadt.  # <-\nnumber: 1\n",),
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
        help_de="Schreiben Sie den Text eingerückt in die nächste Zeile, oder in Anführungszeichen: "
        "{quoted}",
        help_en="Write the text indented into the next line, or in quotes: {quoted}",
        reason="The signs | and > announce a text over several lines.",
        good=("text: >\n  Wir sind die Stadt.\n", 'share: "> 50 %"\n'),
        bad=("text: > Wir sind die Stadt.  # <-\n", "share: > 50 %  # <-\n"),
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
        good=('title: "Bildung #1"\n', "title: Bildung # geprüft\n"),
        bad=("title: Bildung #1  # <-\n",),
    )
)
COMMENT_BREAKS_TEXT = declare(
    Message(
        "comment-breaks-text",
        _ERROR,
        de="„{comment}“ gilt als Kommentar und beendet den Text; die nächste Zeile hängt in der "
        "Luft.",
        en="“{comment}” counts as a comment and ends the text; the next line hangs in the air.",
        help_de="Setzen Sie den ganzen Text in Anführungszeichen, oder schreiben Sie ihn nach | in "
        "die folgenden Zeilen.",
        help_en="Put the whole text in quotes, or write it after | into the lines below.",
        reason="After a space, # begins a comment, and a text cannot go on behind it.",
        good=("text: |\n  Bildung #1\n  und Schule\n",),
        bad=("text: Bildung #1  # <-\n  und Schule\n",),
    )
)
MERGE_CONFLICT = declare(
    Message(
        "merge-conflict",
        _ERROR,
        de="Hier hat git zwei Fassungen nicht zusammenführen können.",
        en="Here git could not merge two versions.",
        help_de="Behalten Sie zwischen <<<<<<< und >>>>>>> die richtige Fassung und löschen Sie "
        "die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
        help_en="Keep the right version between <<<<<<< and >>>>>>> and delete the lines with "
        "<<<<<<<, ======= and >>>>>>>.",
        reason="Both versions stand in the file, and nobody has decided between them.",
        good=("title: Bildung\n",),
        bad=("<<<<<<< HEAD  # <-\ntitle: Bildung\n=======\ntitle: Schule\n>>>>>>> entwurf\n",),
    )
)
