"""What a value that does not fit its schema is told."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR = Severity.ERROR

REQUIRED_FIELD_MISSING = declare(
    Message(
        "required-field-missing",
        _ERROR,
        de="Hier fehlt das Feld „{key}“ ({title}).",
        en="The field “{key}” ({title}) is missing here.",
        help_de="Ergänzen Sie eine Zeile: {key}: …",
        help_en="Add a line: {key}: …",
        reason="Without this field the element cannot be named, filed or compared at all.",
        bad=("id: L-1\ntext: Migration ist der Normalfall.\n",),
        good=("id: L-1\nnumber: 1\ntitle: Offene Stadt\ntext: Migration ist der Normalfall.\n",),
    )
)
UNKNOWN_FIELD = declare(
    Message(
        "unknown-field",
        _ERROR,
        de="Das Feld „{key}“ gibt es hier nicht.",
        en="There is no field “{key}” here.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="A misspelt key would silently drop its value from every output.",
    )
)
WRONG_TYPE = declare(
    Message(
        "wrong-type",
        _ERROR,
        de="„{title}“ erwartet {wanted_de}, hier steht {found_de}.",
        en="“{title}” expects {wanted_en}, this is {found_en}.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="A figure written as text cannot be added up; text read as a figure loses its form.",
    )
)
EMPTY_FIELD = declare(
    Message(
        "empty-field",
        _ERROR,
        de="„{title}“ hat keinen Wert.",
        en="“{title}” has no value.",
        help_de="Schreiben Sie einen Wert hinter den Doppelpunkt, oder streichen Sie die Zeile: "
        "was unbekannt ist, bleibt weg.",
        help_en="Write a value after the colon, or delete the line: what is unknown stays absent.",
        reason="An empty value says neither yes nor no; absent says unknown.",
    )
)
VALUE_NOT_LISTED = declare(
    Message(
        "value-not-listed",
        _ERROR,
        de="„{value}“ ist für „{title}“ nicht vorgesehen.",
        en="“{value}” is no value of “{title}”.",
        help_de="{hint_de}Möglich sind: {choices}.",
        help_en="{hint_en}Possible are: {choices}.",
        reason="Only listed words can be filtered, counted and translated.",
    )
)
NOT_A_DATE = declare(
    Message(
        "not-a-date",
        _ERROR,
        de="„{value}“ ist kein Datum, das der Plan versteht.",
        en="“{value}” is no date that the plan understands.",
        help_de="Schreiben Sie {hint}.",
        help_en="Write {hint}.",
        reason="Dates are text of one form (ISO 8601), so that they sort and mean one day.",
    )
)
WRONG_FORM = declare(
    Message(
        "wrong-form",
        _ERROR,
        de="„{value}“ hat nicht die Form, die „{title}“ verlangt.",
        en="“{value}” does not have the form that “{title}” asks for.",
        help_de="Verlangt ist: {form}",
        help_en="Asked for is: {form}",
        reason="Ids, numbers of papers and the like are found by their form.",
    )
)
OUT_OF_RANGE = declare(
    Message(
        "out-of-range",
        _ERROR,
        de="{value} liegt außerhalb dessen, was „{title}“ zulässt.",
        en="{value} is outside what “{title}” allows.",
        help_de="Zulässig: {limit}.",
        help_en="Allowed: {limit}.",
        reason="A share above 100 or a negative amount is nearly always a slip.",
    )
)
REPEATED_ITEM = declare(
    Message(
        "repeated-item",
        _ERROR,
        de="In „{title}“ steht ein Eintrag mehrfach.",
        en="An entry of “{title}” stands there more than once.",
        help_de="Streichen Sie die Wiederholung.",
        help_en="Delete the repetition.",
        reason="A repeated entry would be counted twice.",
    )
)
UNFIT_VALUE = declare(
    Message(
        "unfit-value",
        _ERROR,
        de="Der Wert passt nicht zu „{title}“ (Regel {keyword} des Schemas).",
        en="The value does not fit “{title}” (rule {keyword} of the schema).",
        help_de="{description}",
        help_en="{description}",
        reason="The schema of a plan may ask for more than the messages above know by name.",
    )
)
