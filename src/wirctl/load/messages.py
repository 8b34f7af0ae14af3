"""What is said about files, ids, references and lineage."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

UNKNOWN_FOLDER = declare(
    Message(
        "unknown-folder",
        _WARNING,
        de="Die Datei liegt in keinem Ordner, den der Plan kennt, und wird nicht gelesen.",
        en="The file lies in no folder that the plan knows, and is not read.",
        help_de="{hint}",
        help_en="{hint}",
        reason="A file in the wrong folder would silently be missing from the plan.",
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
    )
)
REFERENCE_TO_WRONG_KIND = declare(
    Message(
        "reference-to-wrong-kind",
        _ERROR,
        de="{id} ist hier nicht möglich: „{title}“ verweist auf {wanted}, {id} ist {found}.",
        en="{id} is not possible here: “{title}” refers to {wanted}, {id} is {found}.",
        help_de="Tragen Sie eine Kennung dieser Art ein.",
        help_en="Write an id of that kind.",
        reason="A measure cannot stand where a body is meant.",
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
    )
)
UNUSABLE_SCHEMA = declare(
    Message(
        "unusable-schema",
        _ERROR,
        de="Dieses Schema des Plans ist nicht brauchbar: {why}.",
        en="This schema of the plan cannot be used: {why}.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="Files of a kind without a usable schema could not be checked.",
    )
)
