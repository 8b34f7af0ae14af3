"""What is said about lines that are no YAML: their indentation, dashes, colons."""

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
        help_de="Prüfen Sie diese und die vorige Zeile: sind Anführungszeichen geschlossen, "
        "steht nach Doppelpunkt und Strich ein Leerzeichen, stimmt die Einrückung?",
        help_en="Check this line and the one before: are quotes closed, does a space follow each "
        "colon and dash, is the indentation right?",
        reason="The text follows no rule of YAML, so nothing in it can be relied on.",
        reason_de="Der Text folgt keiner Regel von YAML; auf nichts darin ist Verlass.",
        good=("title: Bildung\n",),
        bad=("? title\n:\tBildung  # <-\n",),
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
        reason_de="Ein Tabulator ist so breit, wie jeder Editor es will; YAML nimmt ihn deshalb "
        "nicht als Einrückung.",
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
        reason_de="In YAML sagt die Einrückung, was wozu gehört.",
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
        reason_de="Ein Wert ist entweder eine Liste oder eine Gruppe von Feldern.",
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
        reason_de="Ohne das Leerzeichen hält YAML die ganze Zeile für Text.",
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
        reason_de="Ohne das Leerzeichen hält YAML die Zeilen für einen Text und nicht für eine "
        "Liste.",
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
        reason_de="Es sieht aus wie ein Leerzeichen, aber YAML hält es für einen Buchstaben.",
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
        reason_de="Ein Text über mehrere Zeilen steht weiter rechts als der Name seines Feldes.",
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
        reason_de="Ein Text nach | oder > endet, wo eine Zeile weiter links steht.",
        good=("text: |\n  Wir sind\n  die Stadt.\n",),
        bad=("text: |\n    Wir sind\n  die Stadt.  # <-\nnumber: 1\n",),
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
        reason_de="Nach einem Leerzeichen beginnt mit # ein Kommentar, und dahinter geht kein "
        "Text weiter.",
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
        reason_de="Beide Fassungen stehen in der Datei, und niemand hat zwischen ihnen "
        "entschieden.",
        good=("title: Bildung\n",),
        bad=("<<<<<<< HEAD  # <-\ntitle: Bildung\n=======\ntitle: Schule\n>>>>>>> entwurf\n",),
    )
)
