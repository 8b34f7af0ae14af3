"""What is said about versions, and about files that only a git object can hold."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

UNSAFE_PATH = declare(
    Message(
        "unsafe-path",
        _ERROR,
        de="{version} enthält einen Namen, den kein Ordner haben kann: {name}.",
        en="{version} holds a name that no folder can have: {name}.",
        help_de="Solche Einträge entstehen nicht durch „git add“. Übernehmen Sie diese Fassung "
        "nicht.",
        help_en="Such entries are not made by “git add”. Do not take over this version.",
        reason="Git objects can be made by hand: a name like “..” writes elsewhere when it is "
        "checked out.",
        reason_de="Objekte in git lassen sich von Hand machen: Ein Name wie „..“ schreibt beim "
        "Auschecken an eine andere Stelle.",
    )
)
VERSION_TOO_LARGE = declare(
    Message(
        "version-too-large",
        _ERROR,
        de="{version} enthält mehr als {limit} Dateien und wird nicht gelesen.",
        en="{version} holds more than {limit} files and is not read.",
        help_de="Prüfen Sie, ob der Ordner des Plans stimmt (--plan).",
        help_en="Check whether the plan's folder is right (--plan).",
        reason="A few git objects can spell out billions of paths.",
        reason_de="Wenige Objekte in git können Milliarden Pfade ergeben.",
    )
)
ROUND_EDITED_AFTER_CLOSING = declare(
    Message(
        "round-edited-after-closing",
        _WARNING,
        de="Runde {round} wurde mit {commit} abgeschlossen und danach geändert: {fields}. "
        "Damals stand dort {then}, jetzt {now}.",
        en="Round {round} was closed by {commit} and changed afterwards: {fields}. "
        "It said {then} then, and {now} now.",
        help_de="Stellen Sie den Stand von {commit} wieder her. Ein Irrtum im Protokoll wird in "
        "einer neuen Runde berichtigt.",
        help_en="Restore the state of {commit}. A mistake in the minutes is mended in a new round.",
        reason="What a body decided stays as it was decided; otherwise nobody knows which of two "
        "texts holds.",
        reason_de="Was ein Gremium beschlossen hat, bleibt, wie es beschlossen wurde; sonst weiß "
        "niemand, welcher von zwei Texten gilt.",
    )
)
ROUND_OPENED_AGAIN = declare(
    Message(
        "round-opened-again",
        _WARNING,
        de="Runde {round} war mit {commit} abgeschlossen und ist wieder offen.",
        en="Round {round} was closed by {commit} and is open again.",
        help_de="Ein Irrtum im Protokoll wird in einer neuen Runde berichtigt. Den Stand von "
        "damals zeigt: wirctl diff {commit}",
        help_en="A mistake in the minutes is mended in a new round. What it was then shows: "
        "wirctl diff {commit}",
        reason="An open round means the working tree: while it is open, what the body decided has "
        "no version.",
        reason_de="Zu einer offenen Runde gehört der Stand, an dem gearbeitet wird: Solange sie "
        "offen ist, hat das Beschlossene keine Fassung.",
    )
)
ROUND_CLOSED_AGAIN = declare(
    Message(
        "round-closed-again",
        _WARNING,
        de="Runde {round} wurde zuerst mit {first} abgeschlossen, wieder geöffnet und mit {commit} "
        "neu abgeschlossen; es gilt {commit}.",
        en="Round {round} was first closed by {first}, opened again and closed anew by {commit}; "
        "what counts is {commit}.",
        help_de="Prüfen Sie, ob das Gremium den späteren Stand beschlossen hat: wirctl diff "
        "{first} {commit}",
        help_en="Check whether the body decided on the later state: wirctl diff {first} {commit}",
        reason="Two states of the plan claim to be what was decided.",
        reason_de="Zwei Stände des Plans beanspruchen, das Beschlossene zu sein.",
    )
)
ROUNDS_SHARE_A_COMMIT = declare(
    Message(
        "rounds-share-a-commit",
        _WARNING,
        de="Die Runden {rounds} wurden mit demselben Commit {commit} abgeschlossen; ein Vergleich "
        "zwischen ihnen zeigt nichts.",
        en="The rounds {rounds} were closed by the same commit {commit}; comparing them shows "
        "nothing.",
        help_de="Schließen Sie jede Runde in einem eigenen Commit und fassen Sie sie nicht "
        "zusammen (squash).",
        help_en="Close each round in a commit of its own, and do not squash them.",
        reason="The version of a round is the commit that closes it. What became of a measure "
        "between two rounds in one commit is lost.",
        reason_de="Die Fassung einer Runde ist der Commit, der sie abschließt. Was zwischen zwei "
        "Runden in einem Commit aus einer Maßnahme wurde, ist verloren.",
    )
)
ROUND_CLOSED_TWICE = declare(
    Message(
        "round-closed-twice",
        _WARNING,
        de="Runde {round} wurde auf mehreren Zweigen abgeschlossen. Es gilt {commit}, nicht "
        "{others}.",
        en="Round {round} was closed on several branches. What counts is {commit}, not {others}.",
        help_de="Gemeint ist der Zweig, der zuerst übernommen wurde. Prüfen Sie, ob die andere "
        "Fassung des Plans etwas enthielt, das fehlt.",
        help_en="It is the branch that was merged first. Check whether the other version of the "
        "plan held something that is missing.",
        reason="A body decides on one text.",
        reason_de="Ein Gremium beschließt über einen Text.",
    )
)
ROUND_TAG_DISAGREES = declare(
    Message(
        "round-tag-disagrees",
        _ERROR,
        de="Der Tag {tag} zeigt auf {target}, die Runde wurde aber mit {commit} abgeschlossen.",
        en="The tag {tag} points at {target}, but the round was closed by {commit}.",
        help_de="Setzen Sie den Tag neu: git tag --force {tag} {commit}",
        help_en="Set the tag anew: git tag --force {tag} {commit}",
        reason="Who follows the tag would read another text than the one that was decided.",
        reason_de="Wer dem Tag folgt, läse einen anderen Text als den beschlossenen.",
    )
)
ROUND_TAG_WITHOUT_ROUND = declare(
    Message(
        "round-tag-without-round",
        _WARNING,
        de="Der Tag {tag} steht für eine Runde, die in dieser Geschichte nicht abgeschlossen "
        "wurde.",
        en="The tag {tag} stands for a round that was not closed in this history.",
        help_de="Schließen Sie die Runde ab, oder entfernen Sie den Tag: git tag --delete {tag}",
        help_en="Close the round, or remove the tag: git tag --delete {tag}",
        reason="A tag promises a decided version.",
        reason_de="Ein Tag verspricht eine beschlossene Fassung.",
    )
)
HISTORY_CUT = declare(
    Message(
        "history-cut",
        _NOTE,
        de="Die Geschichte ist unvollständig (flacher Klon): Was vor dem Schnitt geschah, wurde "
        "nicht geprüft.",
        en="The history is incomplete (a shallow clone): what happened before the cut was not "
        "checked.",
        help_de="Holen Sie den Rest mit: {command}",
        help_en="Fetch the rest with: {command}",
        reason="Whether an id was lost, and what a round decided, can only be told from the whole "
        "history.",
        reason_de="Ob eine Kennung verloren ging und was eine Runde beschloss, zeigt nur die "
        "ganze Geschichte.",
    )
)
HISTORY_MISSING = declare(
    Message(
        "history-missing",
        _NOTE,
        de="Zu diesem Ordner gibt es keine Geschichte in git: Frühere Runden wurden nicht geprüft.",
        en="There is no history in git for this folder: earlier rounds were not checked.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="Whether an id was lost, and what a round decided, can only be told from the "
        "history.",
        reason_de="Ob eine Kennung verloren ging und was eine Runde beschloss, zeigt nur die "
        "Geschichte.",
    )
)
ID_LOST = declare(
    Message(
        "id-lost",
        _ERROR,
        de="{id} stand in der Runde {round} im Plan ({path}) und fehlt jetzt ohne Vermerk.",
        en="{id} was in the plan in round {round} ({path}) and is now missing without a word.",
        help_de="Holen Sie die Datei zurück, und vermerken Sie darin unter „withdrawn“ Runde, "
        "Grund und Nachfolger.",
        help_en="Bring the file back, and note the round, the reason and the successors under "
        "“withdrawn” in it.",
        reason="Decisions and statements cite ids. What a body has decided on can be withdrawn, "
        "but it cannot vanish.",
        reason_de="Beschlüsse und Stellungnahmen nennen Kennungen. Worüber ein Gremium "
        "beschlossen hat, kann entfallen, aber nicht verschwinden.",
    )
)
ID_REUSED = declare(
    Message(
        "id-reused",
        _ERROR,
        de="{id} war in der Runde {round} etwas anderes ({path}); eine Kennung wird nie neu "
        "vergeben.",
        en="{id} was something else in round {round} ({path}); an id is never used again.",
        help_de="Geben Sie dem neuen Element eine eigene Kennung.",
        help_en="Give the new element an id of its own.",
        reason="Who follows an old decision must not end up at another element.",
        reason_de="Wer einem alten Beschluss folgt, darf nicht bei einem anderen Element ankommen.",
    )
)
WITHDRAWN_ID_REUSED = declare(
    Message(
        "withdrawn-id-reused",
        _ERROR,
        de="{id} war „{before}“ und ist seit der Runde {round} entfallen; jetzt heißt so "
        "„{now}“. Eine Kennung wird nie neu vergeben.",
        en="{id} was “{before}” and is withdrawn since round {round}; now it stands for “{now}”. "
        "An id is never used again.",
        help_de="Holen Sie die Datei mit dem Vermerk „withdrawn“ zurück, und geben Sie dem neuen "
        "Element eine eigene Kennung. Ist es dasselbe wie damals, nehmen Sie es unter seinem alten "
        "Titel wieder auf.",
        help_en="Bring back the file with its note “withdrawn”, and give the new element an id of "
        "its own. If it is the same as then, take it up again under its old title.",
        reason="Who follows an old decision must not end up at another element.",
        reason_de="Wer einem alten Beschluss folgt, darf nicht bei einem anderen Element ankommen.",
    )
)
