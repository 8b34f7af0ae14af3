"""What is said about files as such: their names, their sizes, what they are."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR = Severity.ERROR

FILE_TOO_LARGE = declare(
    Message(
        "file-too-large",
        _ERROR,
        de="Die Datei ist mit {size} Byte zu groß und wurde nicht gelesen; die Grenze ist {limit}.",
        en="The file has {size} bytes and was not read; the limit is {limit}.",
        help_de="Ein Element je Datei: teilen Sie den Inhalt auf mehrere Dateien auf.",
        help_en="One element a file: spread the content over several files.",
        reason="A plan file has some kilobytes; megabytes are a mistake or made to do harm.",
        reason_de="Eine Datei des Plans hat einige Kilobyte; Megabytes sind ein Versehen oder "
        "sollen schaden.",
    )
)
FILE_UNREADABLE = declare(
    Message(
        "file-unreadable",
        _ERROR,
        de="Das System lässt das Lesen nicht zu ({why}).",
        en="The system does not allow to read this ({why}).",
        help_de="Prüfen Sie die Leserechte der Datei und ihres Ordners.",
        help_en="Check the permissions of the file and its folder.",
        reason="A plan that leaves out what it could not read would be a shorter plan.",
        reason_de="Ein Plan, der weglässt, was nicht zu lesen war, wäre ein kürzerer Plan.",
    )
)
FILE_VANISHED = declare(
    Message(
        "file-vanished",
        _ERROR,
        de="Die Datei war eben noch da und ist während des Lesens verschwunden.",
        en="The file was there a moment ago and vanished while it was read.",
        help_de="Warten Sie, bis andere Programme fertig sind, und starten Sie noch einmal.",
        help_en="Wait for other programs to finish and start again.",
        reason="What is read while somebody else writes is neither the old plan nor the new one.",
        reason_de="Was gelesen wird, während jemand anders schreibt, ist weder der alte Plan noch "
        "der neue.",
    )
)
NOT_A_FILE = declare(
    Message(
        "not-a-file",
        _ERROR,
        de="Das ist keine gewöhnliche Datei, sondern {what_de}; sie wurde nicht geöffnet.",
        en="This is no regular file but {what_en}; it was not opened.",
        help_de="Löschen Sie sie oder ersetzen Sie sie durch eine gewöhnliche Datei.",
        help_en="Delete it or put a regular file in its place.",
        reason="Opening a pipe or a device can hang for ever or act on the machine.",
        reason_de="Eine Pipe oder ein Gerät zu öffnen, kann ewig dauern oder auf dem Rechner "
        "etwas auslösen.",
    )
)
LINK_LEAVES_PLAN = declare(
    Message(
        "link-leaves-plan",
        _ERROR,
        de="Die Verknüpfung führt aus dem Plan hinaus und wurde nicht verfolgt.",
        en="The link leads out of the plan and was not followed.",
        help_de="Legen Sie die Datei selbst in den Ordner des Plans.",
        help_en="Put the file itself into the plan's folder.",
        reason="A link in somebody's pull request could show any file of the machine.",
        reason_de="Ein Link im Vorschlag eines Fremden könnte jede Datei des Rechners zeigen.",
    )
)
LINK_TO_FOLDER = declare(
    Message(
        "link-to-folder",
        _ERROR,
        de="Die Verknüpfung führt zu einem Ordner und wurde nicht verfolgt.",
        en="The link leads to a folder and was not followed.",
        help_de="Legen Sie den Ordner selbst an diese Stelle.",
        help_en="Put the folder itself here.",
        reason="The same element would be read twice, or for ever where links run in a circle.",
        reason_de="Dasselbe Element würde zweimal gelesen, oder ohne Ende, wo Links im Kreis "
        "führen.",
    )
)
LINK_IN_PLAN = declare(
    Message(
        "link-in-plan",
        _ERROR,
        de="Die Verknüpfung führt zu einer anderen Datei des Plans und wurde nicht verfolgt.",
        en="The link leads to another file of the plan and was not followed.",
        help_de="Löschen Sie sie: ein Element steht in genau einer Datei.",
        help_en="Delete it: an element stands in exactly one file.",
        reason="The same element would be in the plan twice.",
        reason_de="Dasselbe Element stünde zweimal im Plan.",
    )
)
LINK_BROKEN = declare(
    Message(
        "link-broken",
        _ERROR,
        de="Die Verknüpfung führt ins Leere.",
        en="The link leads nowhere.",
        help_de="Löschen Sie sie oder legen Sie die Datei selbst an diese Stelle.",
        help_en="Delete it or put the file itself here.",
        reason="The element that was meant is missing from the plan.",
        reason_de="Das Element, das gemeint war, fehlt im Plan.",
    )
)
FILE_NAME_NOT_UTF_8 = declare(
    Message(
        "file-name-not-utf-8",
        _ERROR,
        de="Der Dateiname enthält Zeichen, die kein UTF-8 sind; die Datei wurde nicht gelesen.",
        en="The file name holds bytes that are no UTF-8; the file was not read.",
        help_de="Benennen Sie die Datei nach der Kennung ihres Elements: M-BIL-01.yaml.",
        help_en="Name the file after the id of its element: M-BIL-01.yaml.",
        reason="Such a name reads differently on every system.",
        reason_de="Ein solcher Name liest sich auf jedem System anders.",
    )
)
FILE_NAME_NOT_ASCII = declare(
    Message(
        "file-name-not-ascii",
        _ERROR,
        de="Im Datei- oder Ordnernamen steht „{sign}“; erlaubt sind nur Buchstaben A–Z, Ziffern, "
        "Punkt, Binde- und Unterstrich.",
        en="The name of the file or folder holds “{sign}”; allowed are only letters A–Z, digits, "
        "dot, hyphen and underscore.",
        help_de="Benennen Sie die Datei nach der Kennung ihres Elements: M-BIL-01.yaml.",
        help_en="Name the file after the id of its element: M-BIL-01.yaml.",
        reason="Umlauts and stars in names are written differently by each system, so that git "
        "shows two files where there is one.",
        reason_de="Umlaute und Sterne in Namen schreibt jedes System anders; git zeigt dann zwei "
        "Dateien, wo eine ist.",
    )
)
FILE_NAME_RESERVED = declare(
    Message(
        "file-name-reserved",
        _ERROR,
        de="„{name}“ ist unter Windows kein möglicher Name.",
        en="“{name}” is no possible name on Windows.",
        help_de="Wählen Sie einen anderen Namen, sonst kann niemand mit Windows den Plan öffnen.",
        help_en="Choose another name, or nobody with Windows can open the plan.",
        reason="Windows keeps names such as CON, NUL or COM1 for devices and drops a dot or a "
        "space at the end.",
        reason_de="Windows behält Namen wie CON, NUL oder COM1 für Geräte und lässt Punkt oder "
        "Leerzeichen am Ende weg.",
    )
)
FILE_NAMES_DIFFER_ONLY_IN_CASE = declare(
    Message(
        "file-names-differ-only-in-case",
        _ERROR,
        de="{name} und {other} unterscheiden sich nur in Groß- und Kleinschreibung.",
        en="{name} and {other} differ in upper and lower case only.",
        help_de="Benennen Sie eine der beiden um.",
        help_en="Rename one of the two.",
        reason="On Windows and macOS the two are one file, and one of them is lost.",
        reason_de="Unter Windows und macOS sind die beiden eine Datei, und eine davon geht "
        "verloren.",
    )
)
FOLDERS_TOO_DEEP = declare(
    Message(
        "folders-too-deep",
        _ERROR,
        de="Der Ordner liegt tiefer als {limit} Ebenen und wurde nicht gelesen.",
        en="The folder lies deeper than {limit} levels and was not read.",
        help_de="Ein Plan braucht zwei oder drei Ebenen: verschieben Sie die Dateien nach oben.",
        help_en="A plan needs two or three levels: move the files up.",
        reason="Deeper folders are a mistake, or made to do harm.",
        reason_de="Tiefere Ordner sind ein Versehen oder sollen schaden.",
    )
)
NOT_UTF_8 = declare(
    Message(
        "not-utf-8",
        _ERROR,
        de="Die Datei ist nicht in UTF-8 gespeichert, sondern vermutlich in {encoding}: hier steht "
        "das Byte {byte} (dort „{text}“).",
        en="The file is not saved as UTF-8 but probably as {encoding}: here is the byte {byte} "
        "(“{text}” there).",
        help_de="Speichern Sie die Datei im Editor mit der Kodierung UTF-8.",
        help_en="Save the file with the encoding UTF-8 in your editor.",
        reason="Without a common encoding every umlaut becomes another sign on another machine.",
        reason_de="Ohne gemeinsame Kodierung wird aus jedem Umlaut auf einem anderen Rechner ein "
        "anderes Zeichen.",
    )
)
STRAY_BYTE = declare(
    Message(
        "stray-byte",
        _ERROR,
        de="Mitten in der Datei steht ein Zeichen, das nicht in UTF-8 gespeichert ist (Byte "
        "{byte}, in {encoding} „{text}“).",
        en="In the middle of the file is a character that is not saved as UTF-8 (byte {byte}, "
        "“{text}” in {encoding}).",
        help_de="Schreiben Sie das Zeichen neu und speichern Sie die Datei als UTF-8.",
        help_en="Type the character again and save the file as UTF-8.",
        reason="Text from a program with another encoding was put into the file as it was.",
        reason_de="Text aus einem Programm mit anderer Kodierung wurde unverändert in die Datei "
        "gesetzt.",
    )
)
WIDE_CHARACTERS = declare(
    Message(
        "not-utf-8-but-wide",
        _ERROR,
        de="Die Datei ist in {encoding} gespeichert, nicht in UTF-8.",
        en="The file is saved as {encoding}, not as UTF-8.",
        help_de="Speichern Sie die Datei im Editor mit der Kodierung UTF-8 (in manchen Programmen "
        "heißt {encoding} „Unicode“).",
        help_en="Save the file with the encoding UTF-8 in your editor (some programs call "
        "{encoding} “Unicode”).",
        reason="Without a common encoding every umlaut becomes another sign on another machine.",
        reason_de="Ohne gemeinsame Kodierung wird aus jedem Umlaut auf einem anderen Rechner ein "
        "anderes Zeichen.",
    )
)
