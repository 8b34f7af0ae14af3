"""What is said about values that are not what they look like, and about what no plan needs."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

AMBIGUOUS_NUMBER = declare(
    Message(
        "ambiguous-number",
        _ERROR,
        de="„{text}“ ist mehrdeutig: mit Tausenderpunkt {digits}, mit Dezimalpunkt etwas anderes.",
        en="“{text}” is ambiguous: {digits} with a thousands mark, something else with a decimal "
        "point.",
        help_de='Schreiben Sie {digits}, oder "{text}" in Anführungszeichen, wenn es ein Text ist; '
        "eine Kommazahl mit einer Null mehr: {text}0",
        help_en='Write {digits}, or put it in quotes if it is text: "{text}"; a fraction takes one '
        "more zero: {text}0",
        reason="In German 250.000 is a quarter of a million; YAML reads two hundred and fifty.",
        reason_de="Im Deutschen ist 250.000 eine Viertelmillion; YAML liest zweihundertfünfzig.",
        good=("amount_eur: 250000\n", 'number: "12.500"\n', "share: 14.87\n"),
        bad=("amount_eur: 250.000  # <-\n", "amount_eur: 1.250.000  # <-\n"),
    )
)
NUMBER_TOO_LONG = declare(
    Message(
        "number-too-long",
        _ERROR,
        de="Diese Zahl ist zu lang oder zu groß, um genau gelesen zu werden.",
        en="This number is too long or too large to be read exactly.",
        help_de="Setzen Sie sie in Anführungszeichen, wenn es eine Nummer ist, mit der niemand "
        "rechnet.",
        help_en="Put it in quotes if it is a number that nobody calculates with.",
        reason="Beyond eighteen digits programs round, and each in its own way.",
        reason_de="Nach achtzehn Ziffern runden Programme, und jedes auf seine Weise.",
        good=('number: "1234567890123456789"\n',),
        bad=("number: 1234567890123456789  # <-\n",),
    )
)
ENDLESS_NUMBER = declare(
    Message(
        "endless-number",
        _ERROR,
        de="„{text}“ bedeutet in YAML „unendlich“ oder „keine Zahl“.",
        en="“{text}” means “infinite” or “not a number” in YAML.",
        help_de='Schreiben Sie eine Zahl, oder "{text}" mit Anführungszeichen, falls es Text ist.',
        help_en='Write a number, or put it in quotes if it is text: "{text}"',
        reason="Nothing in a plan is infinite, and no sum survives it.",
        reason_de="Nichts in einem Plan ist unendlich, und keine Summe hält es aus.",
        good=("amount_eur: 250000\n",),
        bad=("amount_eur: .inf  # <-\n",),
    )
)
DUPLICATE_KEY = declare(
    Message(
        "duplicate-key",
        _ERROR,
        de="„{key}“ steht hier zum zweiten Mal; das erste Mal in Zeile {line}.",
        en="“{key}” stands here for the second time; the first time in line {line}.",
        help_de="Behalten Sie eine der beiden Zeilen.",
        help_en="Keep one of the two lines.",
        reason="Nobody can say which of the two values was meant.",
        reason_de="Niemand kann sagen, welcher der beiden Werte gemeint war.",
        good=("id: L-1\ntitle: Bildung\n",),
        bad=("id: L-1\ntitle: Bildung\ntitle: Schule  # <-\n",),
    )
)
EMPTY_KEY = declare(
    Message(
        "empty-key",
        _ERROR,
        de="Vor dem Doppelpunkt fehlt der Name des Feldes.",
        en="The name of the field is missing before the colon.",
        help_de="Schreiben Sie feld: Wert – oder setzen Sie den ganzen Text in Anführungszeichen.",
        help_en="Write field: value – or put the whole text in quotes.",
        reason="A value without a name belongs to nothing.",
        reason_de="Ein Wert ohne Namen gehört zu nichts.",
        good=("title: Bildung\n",),
        bad=("id: L-1\n: Bildung  # <-\n",),
    )
)
KEY_TOO_LONG = declare(
    Message(
        "key-too-long",
        _ERROR,
        de="Der Name dieses Feldes hat mehr als {limit} Zeichen.",
        en="The name of this field has more than {limit} characters.",
        help_de="Ein Text mit einem Doppelpunkt darin gehört in Anführungszeichen.",
        help_en="A text with a colon in it belongs in quotes.",
        reason="It is a sentence that was taken for the name of a field.",
        reason_de="Hier wurde ein Satz für den Namen eines Feldes gehalten.",
    )
)
COMPLEX_KEY = declare(
    Message(
        "complex-key",
        _ERROR,
        de="Hier steht eine Liste oder eine Gruppe, wo der Name eines Feldes stehen muss.",
        en="Here is a list or a group where the name of a field belongs.",
        help_de="Soll der Text mit einer Klammer beginnen, setzen Sie ihn in Anführungszeichen.",
        help_en="If the text is meant to begin with a bracket, put it in quotes.",
        reason="Fields have names; YAML allows more, and no plan needs it.",
        reason_de="Felder haben Namen; YAML erlaubt mehr, aber kein Plan braucht es.",
        good=('title: "{{Platzhalter}}"\n',),
        bad=("title: {{Platzhalter}}  # <-\n",),
    )
)
MERGE_KEY = declare(
    Message(
        "merge-key",
        _ERROR,
        de="„<<“ (ein anderes Feld übernehmen) gibt es in Plandateien nicht.",
        en="“<<” (take over another field) is not used in plan files.",
        help_de="Schreiben Sie die Felder aus.",
        help_en="Write the fields out.",
        reason="A value that stands elsewhere cannot be decided, compared or translated here.",
        reason_de="Ein Wert, der woanders steht, lässt sich hier weder beschließen noch "
        "vergleichen noch übersetzen.",
        good=("costs:\n  - {year: 2023, amount_eur: 5000}\n",),
        bad=("costs:\n  - <<: {year: 2023}  # <-\n    amount_eur: 5000\n",),
    )
)
ANCHOR = declare(
    Message(
        "anchor",
        _ERROR,
        de="Ein Wert, der mit „&“ beginnt, bedeutet in YAML eine Marke, keinen Text.",
        en="A value that begins with “&” is a mark in YAML, not text.",
        help_de="Setzen Sie den ganzen Text in Anführungszeichen: {quoted} – eine Marke lassen "
        "Sie weg.",
        help_en="Put the whole text in quotes: {quoted} – leave out a mark.",
        reason="Marks make values appear where nobody wrote them.",
        reason_de="Marken lassen Werte erscheinen, wo niemand sie geschrieben hat.",
        good=('title: "&-Zeichen im Titel"\n',),
        bad=("title: &marke Bildung  # <-\n",),
    )
)
ALIAS = declare(
    Message(
        "alias",
        _ERROR,
        de="Ein Wert, der mit „*“ beginnt, bedeutet in YAML einen Verweis, keinen Text.",
        en="A value that begins with “*” is a reference in YAML, not text.",
        help_de="Setzen Sie den ganzen Text in Anführungszeichen: {quoted}",
        help_en="Put the whole text in quotes: {quoted}",
        reason="References make values appear where nobody wrote them, and can grow without end.",
        reason_de="Verweise lassen Werte erscheinen, wo niemand sie geschrieben hat, und können "
        "ohne Ende wachsen.",
        good=('title: "*innen: wer gemeint ist"\n',),
        bad=("title: *innen  # <-\n",),
    )
)
TAG = declare(
    Message(
        "tag",
        _ERROR,
        de="Ein Wert, der mit „!“ beginnt, ist in YAML eine Anweisung, kein Text.",
        en="A value that begins with “!” is an instruction in YAML, not text.",
        help_de="Setzen Sie den ganzen Text in Anführungszeichen: {quoted} – eine Anweisung lassen "
        "Sie weg.",
        help_en="Put the whole text in quotes: {quoted} – leave out an instruction.",
        reason="Instructions change what a value is, up to running code in other programs.",
        reason_de="Anweisungen ändern, was ein Wert ist; in anderen Programmen führen sie sogar "
        "Code aus.",
        good=('title: "!Achtung"\n',),
        bad=("title: !Achtung  # <-\n", "number: !!str 12  # <-\n"),
    )
)
DIRECTIVE = declare(
    Message(
        "directive",
        _ERROR,
        de="Eine Zeile, die mit „%“ beginnt, ist eine Anweisung an den YAML-Leser.",
        en="A line that begins with “%” is an instruction to the YAML reader.",
        help_de="Löschen Sie die Zeile.",
        help_en="Delete the line.",
        reason="Plan files are always read in the same way.",
        reason_de="Dateien eines Plans werden immer auf dieselbe Weise gelesen.",
        good=("title: Bildung\n",),
        bad=("%YAML 1.1  # <-\n---\ntitle: Bildung\n",),
    )
)
SEVERAL_DOCUMENTS = declare(
    Message(
        "several-documents",
        _ERROR,
        de="Eine Zeile mit „---“ oder „...“ trennt zwei Dokumente; eine Datei hält nur eines.",
        en="A line with “---” or “...” separates two documents; a file holds only one.",
        help_de="Legen Sie für jedes Element eine eigene Datei an, oder löschen Sie die Zeile.",
        help_en="Make a file for each element, or delete the line.",
        reason="One element, one file: what follows would belong to nothing.",
        reason_de="Ein Element, eine Datei: Was danach kommt, gehörte zu nichts.",
        good=("---\ntitle: Bildung\n",),
        bad=("title: Bildung\n---  # <-\ntitle: Soziales\n",),
    )
)
EMPTY_FILE = declare(
    Message(
        "empty-file",
        _ERROR,
        de="Die Datei ist leer.",
        en="The file is empty.",
        help_de="Schreiben Sie mindestens id: … – oder löschen Sie die Datei.",
        help_en="Write at least id: … – or delete the file.",
        reason="An element that says nothing is a slip.",
        reason_de="Ein Element, das nichts sagt, ist ein Versehen.",
        good=("id: L-1\n",),
        bad=("# <-\n",),
    )
)
NO_RECORD_AT_TOP = declare(
    Message(
        "no-record-at-top",
        _ERROR,
        de="Die Datei enthält {found_de} statt Zeilen der Form „feld: Wert“.",
        en="The file holds {found_en} instead of lines of the form “field: value”.",
        help_de="Beginnen Sie mit id: … in der ersten Zeile, ohne Strich davor; nach dem "
        "Doppelpunkt steht ein Leerzeichen.",
        help_en="Begin with id: … in the first line, without a dash; a space follows the colon.",
        reason="One element, one file: its fields stand at the left margin.",
        reason_de="Ein Element, eine Datei: Die Felder stehen am linken Rand.",
        good=("id: L-1\n",),
        bad=("- id: L-1  # <-\n", "Bildung  # <-\n"),
    )
)
NESTED_TOO_DEEP = declare(
    Message(
        "nested-too-deep",
        _ERROR,
        de="Hier sind mehr als {limit} Listen und Gruppen ineinander geschachtelt.",
        en="More than {limit} lists and groups are nested here.",
        help_de="Ein Text, der Klammern enthält, gehört in Anführungszeichen.",
        help_en="A text that holds brackets belongs in quotes.",
        reason="A plan has five levels; hundreds are made to bring a reader down.",
        reason_de="Ein Plan hat fünf Ebenen; Hunderte sollen ein Programm zum Absturz bringen.",
    )
)
TOO_MANY_VALUES = declare(
    Message(
        "too-many-values",
        _ERROR,
        de="Die Datei enthält mehr als {limit} Werte und wurde nicht weiter gelesen.",
        en="The file holds more than {limit} values and was not read any further.",
        help_de="Ein Element je Datei: teilen Sie den Inhalt auf mehrere Dateien auf.",
        help_en="One element a file: spread the content over several files.",
        reason="A plan file has some dozen values.",
        reason_de="Eine Datei des Plans hat einige Dutzend Werte.",
    )
)
TOO_MANY_FAULTS = declare(
    Message(
        "too-many-faults",
        _ERROR,
        de="Ab hier wurde nicht weiter gelesen: die Datei hat schon {limit} Fehler.",
        en="Nothing was read from here on: the file has {limit} faults already.",
        help_de="Beheben Sie die gemeldeten Fehler und prüfen Sie noch einmal.",
        help_en="Mend what was reported and check again.",
        reason="A report that nobody reads to its end helps nobody.",
        reason_de="Ein Bericht, den niemand zu Ende liest, hilft niemandem.",
    )
)
