"""What is said about files, ids, references and lineage."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

UNKNOWN_FOLDER = declare(
    Message(
        "unknown-folder",
        _ERROR,
        de="Die Datei liegt in keinem Ordner, den der Plan kennt, und wird nicht gelesen.",
        en="The file lies in no folder that the plan knows, and is not read.",
        help_de="{hint_de}Es gibt die Ordner {folders}.",
        help_en="{hint_en}There are the folders {folders}.",
        reason="A file in the wrong folder would silently be missing from the plan.",
        reason_de="Eine Datei im falschen Ordner würde im Plan fehlen, ohne dass es jemand merkt.",
    )
)
DUPLICATE_ID = declare(
    Message(
        "duplicate-id",
        _ERROR,
        de="Die Kennung {id} gibt es schon in {other}.",
        en="The id {id} exists already, in {other}.",
        help_de="Geben Sie dem neueren Element eine eigene Kennung; „wirctl new“ nennt die "
        "nächste freie.",
        help_en="Give the newer element an id of its own; “wirctl new” names the next free one.",
        reason="Two elements with one id cannot be told apart by statements and decisions.",
        reason_de="Stellungnahmen und Beschlüsse könnten zwei Elemente mit einer Kennung nicht "
        "unterscheiden.",
    )
)
ID_DIFFERS_FROM_FILE_NAME = declare(
    Message(
        "id-differs-from-file-name",
        _ERROR,
        de="Die Kennung {id} passt nicht zum Dateinamen {file}.",
        en="The id {id} differs from the file name {file}.",
        help_de="Eine Datei heißt wie ihr Element: benennen Sie sie um in {id}.yaml, oder "
        "schreiben Sie id: {stem}.",
        help_en="A file is named like its element: rename it to {id}.yaml, or write id: {stem}.",
        reason="The file name is the id: it is found, compared and cited without being opened.",
        reason_de="Der Dateiname ist die Kennung: So lässt sich ein Element finden und zitieren, "
        "ohne die Datei zu öffnen.",
    )
)
UNKNOWN_REFERENCE = declare(
    Message(
        "unknown-reference",
        _ERROR,
        de="{id} gibt es in diesem Plan nicht.",
        en="There is no {id} in this plan.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="A reference that leads nowhere drops a measure from its goal, or a decision from "
        "its item.",
        reason_de="Ein Verweis ins Leere löst eine Maßnahme von ihrem Ziel oder einen Beschluss "
        "von seinem Gegenstand.",
    )
)
REFERENCE_TO_WRONG_KIND = declare(
    Message(
        "reference-to-wrong-kind",
        _ERROR,
        de="{id} ist hier nicht möglich, denn es ist „{found_de}“; „{title_de}“ verweist auf "
        "{wanted_de}.",
        en="{id} is not possible here, being “{found_en}”; “{title_en}” refers to {wanted_en}.",
        help_de="Tragen Sie eine Kennung dieser Art ein: {wanted_de}.",
        help_en="Write an id of this kind: {wanted_en}.",
        reason="A measure cannot stand where a body is meant.",
        reason_de="Wo ein Gremium gemeint ist, kann keine Maßnahme stehen.",
    )
)
DOWNGRADE_OF_NO_FIELD = declare(
    Message(
        "downgrade-of-no-field",
        _ERROR,
        de="„{pointer}“ führt bei {item} zu keinem Feld; die Herabstufung gilt für nichts.",
        en="“{pointer}” leads to no field of {item}; the downgrade applies to nothing.",
        help_de="{hint_de}Schreiben Sie den Namen, der in der Datei von {item} vor dem Doppelpunkt "
        "steht, etwa „title“; „wirctl diff --format json“ nennt die Stelle jeder Änderung.",
        help_en="{hint_en}Write the name that stands before the colon in the file of {item}, such "
        "as “title”; “wirctl diff --format json” tells the place of each change.",
        reason="A declaration that applies to nothing would look as if something had been settled.",
        reason_de="Eine Erklärung, die für nichts gilt, sähe aus, als wäre etwas geklärt.",
    )
)
DOWNGRADE_WITHOUT_REASON = declare(
    Message(
        "downgrade-without-reason",
        _ERROR,
        de="Die Herabstufung von „{pointer}“ bei {item} nennt keinen Grund und gilt nicht.",
        en="The downgrade of “{pointer}” of {item} names no reason, and does not apply.",
        help_de="Schreiben Sie in einem Satz, warum sich in der Sache nichts geändert hat.",
        help_en="Write in a sentence why nothing has changed in substance.",
        reason="Without a reason nobody can judge whether the change is only editorial.",
        reason_de="Ohne Grund kann niemand beurteilen, ob die Änderung nur redaktionell ist.",
    )
)
DOWNGRADE_BY_NOBODY = declare(
    Message(
        "downgrade-by-nobody",
        _ERROR,
        de="„{by}“ ist kein Gremium dieses Plans und keine Rolle seiner Freigaberegeln.",
        en="“{by}” is no body of this plan and no role of its review rules.",
        help_de="{hint_de}Nennen Sie die Kennung eines Gremiums oder eine Rolle aus review.yaml, "
        "keine Person.",
        help_en="{hint_en}Name the id of a body or a role from review.yaml, no person.",
        reason="Somebody has to answer for calling a change of substance editorial.",
        reason_de="Wer eine inhaltliche Änderung redaktionell nennt, muss dafür einstehen.",
    )
)
LINEAGE_CYCLE = declare(
    Message(
        "lineage-cycle",
        _ERROR,
        de="Die Herkunft von {id} führt im Kreis: {path}.",
        en="The lineage of {id} runs in a circle: {path}.",
        help_de="Nennen Sie unter „from“ nur Elemente, die es vorher gab.",
        help_en="Name only elements under “from” that existed before.",
        reason="An element cannot come from itself.",
        reason_de="Ein Element kann nicht aus sich selbst hervorgehen.",
    )
)
SPLIT_WITHOUT_SIBLING = declare(
    Message(
        "split-without-sibling",
        _ERROR,
        de="{id} soll durch Teilung von {parent} entstanden sein, ist aber der einzige Teil.",
        en="{id} is said to come from splitting {parent}, but is its only part.",
        help_de="Eine Teilung hat mindestens zwei Teile. Sonst ist es „renamed“ oder „replaced“.",
        help_en="A split has at least two parts. Otherwise it is “renamed” or “replaced”.",
        reason="Who follows a statement to the parts must find all of them.",
        reason_de="Wer eine Stellungnahme bis zu den Teilen verfolgt, muss alle Teile finden.",
    )
)
SPLIT_FROM_SEVERAL = declare(
    Message(
        "split-from-several",
        _ERROR,
        de="Eine Teilung nennt genau ein Element, aus dem geteilt wurde; hier sind es {count}.",
        en="A split names exactly one element that was split; here there are {count}.",
        help_de="Für mehrere Ursprünge schreiben Sie kind: merged.",
        help_en="For several origins write kind: merged.",
        reason="The kinds of lineage have directions: one to many, or many to one.",
        reason_de="Jede Art der Herkunft hat eine Richtung: aus einem viele oder aus vielen eines.",
    )
)
MERGE_OF_ONE = declare(
    Message(
        "merge-of-one",
        _ERROR,
        de="Eine Zusammenlegung nennt mindestens zwei Elemente, hier ist es eines.",
        en="A merger names at least two elements, here it is one.",
        help_de="Für einen Ursprung schreiben Sie kind: renamed, moved oder replaced.",
        help_en="For one origin write kind: renamed, moved or replaced.",
        reason="The kinds of lineage have directions: one to many, or many to one.",
        reason_de="Jede Art der Herkunft hat eine Richtung: aus einem viele oder aus vielen eines.",
    )
)
ROUND_CLOSED_OUT_OF_ORDER = declare(
    Message(
        "round-closed-out-of-order",
        _ERROR,
        de="{id} ist abgeschlossen, die frühere Runde {earlier} aber nicht.",
        en="{id} is closed, but the earlier round {earlier} is not.",
        help_de="Schließen Sie {earlier} zuerst ab (Feld „closed“), oder prüfen Sie das Datum.",
        help_en="Close {earlier} first (field “closed”), or check the date.",
        reason="The version of a round is the commit that closes it; out of order, comparing "
        "neighbouring rounds means nothing.",
        reason_de="Die Fassung einer Runde ist der Commit, der sie abschließt. Ohne die richtige "
        "Reihenfolge sagt ein Vergleich benachbarter Runden nichts.",
    )
)
NOT_A_PLAN = declare(
    Message(
        "plan-file-missing",
        _ERROR,
        de="In diesem Ordner fehlt die Datei plan.yaml.",
        en="This folder has no file plan.yaml.",
        help_de="„wirctl init“ legt einen neuen Plan an; --plan nennt einen anderen Ordner.",
        help_en="“wirctl init” makes a new plan; --plan names another folder.",
        reason="plan.yaml names the plan, its period and its format.",
        reason_de="plan.yaml nennt den Plan, seinen Zeitraum und sein Format.",
    )
)
UNUSABLE_SCHEMA = declare(
    Message(
        "unusable-schema",
        _ERROR,
        de="Dieses Schema des Plans ist nicht brauchbar: {why_de}.",
        en="This schema of the plan cannot be used: {why_en}.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="Files of a kind without a usable schema could not be checked.",
        reason_de="Ohne brauchbares Schema lassen sich die Dateien dieser Art nicht prüfen.",
    )
)
WRONG_ENDING = declare(
    Message(
        "wrong-file-ending",
        _ERROR,
        de="Plandateien enden auf .yaml; diese heißt anders.",
        en="Plan files end in .yaml; this one does not.",
        help_de="Benennen Sie die Datei um in {name}.",
        help_en="Rename the file to {name}.",
        reason="With two endings there could be two files of one name, and tools look for one.",
        reason_de="Bei zwei Endungen könnte es zwei Dateien eines Namens geben; gesucht wird nach "
        "einer.",
    )
)
NEEDLESS_FOLDER = declare(
    Message(
        "needless-subfolder",
        _WARNING,
        de="Der Ordner {folder}/ hat keine Unterordner; diese Datei liegt tiefer.",
        en="The folder {folder}/ has no folders of its own; this file lies deeper.",
        help_de="Verschieben Sie die Datei nach {name}.",
        help_en="Move the file to {name}.",
        reason="Whoever knows an id should know where its file lies.",
        reason_de="Wer eine Kennung kennt, soll wissen, wo die Datei liegt.",
    )
)
IDS_DIFFER_ONLY_IN_CASE = declare(
    Message(
        "ids-differ-only-in-case",
        _ERROR,
        de="Die Kennung {id} unterscheidet sich von der in {other} nur durch Groß- und "
        "Kleinschreibung.",
        en="The id {id} differs from the one in {other} by capital letters only.",
        help_de="Geben Sie einem der beiden Elemente eine deutlich andere Kennung.",
        help_en="Give one of the two elements an id that is clearly different.",
        reason="Ids are spoken, and they are file names; Windows and macOS see one file there.",
        reason_de="Kennungen werden ausgesprochen und sind Dateinamen; Windows und macOS sehen "
        "darin eine einzige Datei.",
    )
)
UNLISTED_WORD = declare(
    Message(
        "unlisted-word",
        _ERROR,
        de="„{value}“ ist für „{title_de}“ nicht vorgesehen: „{list_de}“ in {path} nennt es nicht.",
        en="“{value}” is no value of “{title_en}”: “{list_en}” in {path} does not name it.",
        help_de="{hint_de}Möglich sind: {choices}.",
        help_en="{hint_en}Possible are: {choices}.",
        reason="What an outcome leads to, or which pot pays, stands in the list and nowhere else.",
        reason_de="Wozu ein Ergebnis führt oder aus welchem Topf gezahlt wird, steht nur in dieser "
        "Liste.",
    )
)
UNKNOWN_ORIGIN = declare(
    Message(
        "unknown-origin",
        _ERROR,
        de="{id} soll ein Vorgänger sein, kommt im Plan aber nicht vor, auch nicht als entfallenes "
        "Element.",
        en="{id} is said to be an origin, but is not in the plan, nor withdrawn from it.",
        help_de="{hint_de}Ein Element, das entfiel, behält seine Datei mit „withdrawn“; kommt es "
        "aus einem früheren Plan, schreiben Sie kind: carried_over.",
        help_en="{hint_en}An element that went keeps its file with “withdrawn”; if it comes from "
        "an earlier plan, write kind: carried_over.",
        reason="Whoever asks where a measure comes from must be able to follow the answer.",
        reason_de="Wer fragt, woher eine Maßnahme kommt, muss der Antwort nachgehen können.",
    )
)
ORIGIN_NOT_WITHDRAWN = declare(
    Message(
        "origin-not-withdrawn",
        _ERROR,
        de="{id} soll an die Stelle von {origin} treten, aber {origin} gilt noch.",
        en="{id} is said to take the place of {origin}, but {origin} still holds.",
        help_de="Vermerken Sie in {origin} unter „withdrawn“ Grund und Nachfolger, oder streichen "
        "Sie die Herkunft.",
        help_en="Note the reason and the successor under “withdrawn” in {origin}, or delete the "
        "lineage.",
        reason="Two elements in force that claim to be one: nobody knows which was decided.",
        reason_de="Gelten beide, weiß niemand, worüber beschlossen wurde.",
    )
)
SUCCESSOR_NOT_NAMED = declare(
    Message(
        "successor-not-named",
        _WARNING,
        de="{successor} nennt {id} als Herkunft, fehlt hier aber unter den Nachfolgern.",
        en="{successor} names {id} as its origin, but is missing among the successors here.",
        help_de="Ergänzen Sie {successor} unter „to“.",
        help_en="Add {successor} under “to”.",
        reason="Whoever comes from an old decision must find every part that is left of it.",
        reason_de="Wer von einem alten Beschluss kommt, muss alles finden, was daraus wurde.",
    )
)
LINK_NOT_POSSIBLE = declare(
    Message(
        "link-not-possible",
        _ERROR,
        de="Der Verweis auf „{target}“ führt nirgendwohin.",
        en="The link to “{target}” leads nowhere.",
        help_de="Möglich sind Adressen mit https:// und Elemente dieses Plans, etwa "
        "[Text](measure:M-BIL-01).",
        help_en="Possible are addresses with https:// and elements of this plan, such as "
        "[text](measure:M-BIL-01).",
        reason="A reader who follows a link must arrive; other schemes can run code.",
        reason_de="Wer einem Verweis folgt, muss ankommen; andere Adressen können Programme "
        "starten.",
    )
)
