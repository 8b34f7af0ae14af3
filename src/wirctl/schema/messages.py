"""What a value that does not fit its schema is told."""

from __future__ import annotations

from wirctl.core.catalogue import Message, declare
from wirctl.core.severity import Severity

_ERROR = Severity.ERROR

REQUIRED_FIELD_MISSING = declare(
    Message(
        "required-field-missing",
        _ERROR,
        de="Hier fehlt das Feld „{key}“ ({title_de}).",
        en="The field “{key}” ({title_en}) is missing here.",
        help_de="Ergänzen Sie eine Zeile: {key}: …",
        help_en="Add a line: {key}: …",
        reason="Without this field the element cannot be named, filed or compared at all.",
        reason_de="Ohne dieses Feld lässt sich das Element nicht benennen, einordnen oder "
        "vergleichen.",
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
        reason_de="Unter einem falsch geschriebenen Namen fehlte der Wert in jeder Ausgabe.",
    )
)
WRONG_TYPE = declare(
    Message(
        "wrong-type",
        _ERROR,
        de="„{title_de}“ erwartet {wanted_de}, hier steht {found_de}.",
        en="“{title_en}” expects {wanted_en}, this is {found_en}.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="A figure written as text cannot be added up; text read as a figure loses its form.",
        reason_de="Eine Zahl, die als Text geschrieben ist, lässt sich nicht zusammenzählen; Text, "
        "der als Zahl gelesen wird, verliert seine Form.",
    )
)
EMPTY_FIELD = declare(
    Message(
        "empty-field",
        _ERROR,
        de="„{title_de}“ hat keinen Wert.",
        en="“{title_en}” has no value.",
        help_de="Schreiben Sie einen Wert hinter den Doppelpunkt, oder streichen Sie die Zeile: "
        "was unbekannt ist, bleibt weg.",
        help_en="Write a value after the colon, or delete the line: what is unknown stays absent.",
        reason="An empty value says neither yes nor no; absent says unknown.",
        reason_de="Ein leerer Wert sagt weder ja noch nein; ein fehlendes Feld sagt: unbekannt.",
    )
)
VALUE_NOT_LISTED = declare(
    Message(
        "value-not-listed",
        _ERROR,
        de="„{value}“ ist für „{title_de}“ nicht vorgesehen.",
        en="“{value}” is no value of “{title_en}”.",
        help_de="{hint_de}Möglich sind: {choices}.",
        help_en="{hint_en}Possible are: {choices}.",
        reason="Only listed words can be filtered, counted and translated.",
        reason_de="Nur vereinbarte Wörter lassen sich filtern, zählen und übersetzen.",
    )
)
NOT_A_DATE = declare(
    Message(
        "not-a-date",
        _ERROR,
        de="„{value}“ ist kein Datum, das der Plan versteht.",
        en="“{value}” is no date that the plan understands.",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="Dates are text of one form (ISO 8601), so that they sort and mean one day.",
        reason_de="Ein Datum hat eine einzige Form (ISO 8601). Nur so lässt es sich sortieren und "
        "meint einen bestimmten Tag.",
    )
)
WRONG_FORM = declare(
    Message(
        "wrong-form",
        _ERROR,
        de="„{value}“ hat nicht die Form, die „{title_de}“ verlangt.",
        en="“{value}” does not have the form that “{title_en}” asks for.",
        help_de="{form_de}",
        help_en="{form_en}",
        reason="Ids, amounts, addresses and the like are found and computed by their form.",
        reason_de="Kennungen, Beträge und Adressen werden an ihrer Form erkannt.",
    )
)
OUT_OF_RANGE = declare(
    Message(
        "out-of-range",
        _ERROR,
        de="{value_de} liegt außerhalb dessen, was „{title_de}“ zulässt.",
        en="{value_en} is outside what “{title_en}” allows.",
        help_de="Zulässig: {limit_de}.",
        help_en="Allowed: {limit_en}.",
        reason="A share above 100 or a negative amount is nearly always a slip.",
        reason_de="Ein Anteil über 100 oder ein negativer Betrag ist fast immer ein Versehen.",
    )
)
REPEATED_ITEM = declare(
    Message(
        "repeated-item",
        _ERROR,
        de="{entry_de} steht in „{title_de}“ schon weiter oben.",
        en="{entry_en} stands further up in “{title_en}” already.",
        help_de="Streichen Sie die Wiederholung.",
        help_en="Delete the repetition.",
        reason="A repeated entry would be counted twice.",
        reason_de="Ein wiederholter Eintrag würde doppelt gezählt.",
    )
)
UNFIT_VALUE = declare(
    Message(
        "unfit-value",
        _ERROR,
        de="Der Wert passt nicht zu „{title_de}“ (Regel {keyword} des Schemas).",
        en="The value does not fit “{title_en}” (rule {keyword} of the schema).",
        help_de="{hint_de}",
        help_en="{hint_en}",
        reason="The schema of a plan may ask for more than the messages above know by name.",
        reason_de="Das Schema eines Plans darf mehr verlangen, als die anderen Meldungen kennen.",
    )
)
MORE_OF_THIS = declare(
    Message(
        "more-of-this",
        _ERROR,
        de="In dieser Datei passen noch {count} weitere Werte nicht; sie sind nicht aufgezählt.",
        en="Another {count} values in this file do not fit; they are not listed.",
        help_de="Beheben Sie zuerst die genannten. Oft ist es überall derselbe Fehler.",
        help_en="Mend those that are listed first. Often all have the same cause.",
        reason="Nobody reads a thousand findings about one file.",
        reason_de="Tausend Meldungen zu einer Datei liest niemand.",
    )
)
