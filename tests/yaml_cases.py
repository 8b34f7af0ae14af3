"""Slips that authors make in plan files, each with what is said about it, where, and what is left.

Several tests go through this table: the explanations, the two parsers, the quick way, the fuzzing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wirctl.core.value import Value

Found = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Slip:
    """A text, the findings about it (rule, line, column), and its value without what is broken."""

    name: str
    text: str
    found: tuple[Found, ...]
    value: Value = None


def _one(name: str, text: str, rule: str, line: int, column: int, value: Value = None) -> Slip:
    return Slip(name, text, ((rule, line, column),), value)


_AB = {"id": "A", "title": None, "b": 1}
_LIST = {"id": "A", "l": None, "b": 1}

BROKEN_VALUES = (
    _one("star", "id: A\ntitle: *innen und mehr\nb: 1\n", "alias", 2, 8, _AB),
    _one("star alone", "id: A\ntitle: *innen\nb: 1\n", "alias", 2, 8, _AB),
    _one("bold", "id: A\ntitle: **fett** und mehr\nb: 1\n", "alias", 2, 8, _AB),
    _one("bullet", "id: A\ntitle: * Punkt\nb: 1\n", "alias", 2, 8, _AB),
    _one(
        "star in a list",
        "id: A\nl:\n  - *innen und mehr\nb: 1\n",
        "alias",
        3,
        5,
        {"id": "A", "l": [None], "b": 1},
    ),
    _one(
        "star in brackets",
        "id: A\nl: [Schüler*innen, *innen]\nb: 1\n",
        "alias",
        2,
        20,
        {"id": "A", "l": ["Schüler*innen", None], "b": 1},
    ),
    _one("at sign", "id: A\ntitle: @hannover\nb: 1\n", "reserved-sign-at-start", 2, 8, _AB),
    _one("backtick", "id: A\ntitle: `Code` hier\nb: 1\n", "reserved-sign-at-start", 2, 8, _AB),
    _one("percent", "id: A\ntitle: %5 mehr\nb: 1\n", "reserved-sign-at-start", 2, 8, _AB),
    _one("ampersand", "id: A\ntitle: & mehr\nb: 1\n", "anchor", 2, 8, _AB),
    _one("colon", "id: A\ntitle: Bildung: jetzt\nb: 1\n", "colon-in-text", 2, 15, _AB),
    _one("colon at the end", "id: A\ntitle: Wir sind:\nb: 1\n", "colon-in-text", 2, 16, _AB),
    _one(
        "colons in a list",
        "id: A\nl:\n  - Bildung: jetzt: so\nb: 1\n",
        "colon-in-text",
        3,
        19,
        {"id": "A", "l": [None], "b": 1},
    ),
    _one(
        "colon on a further line",
        "id: A\ntitle: Wir sind\n  die Stadt: so\nb: 1\n",
        "colon-in-text",
        3,
        12,
        _AB,
    ),
    _one("typographic", "id: A\ntitle: „Bildung: jetzt“\nb: 1\n", "typographic-quotes", 2, 8, _AB),
    _one("quote to the end", 'id: A\ntitle: "Bildung\nb: 1\n', "unclosed-quote", 2, 8, _AB),
    _one("single to the end", "id: A\ntitle: 'Bildung\nb: 1\n", "unclosed-quote", 2, 8, _AB),
    _one(
        "quote to the next quote",
        'id: A\ntitle: "Bildung\nb: "1"\nc: 2\n',
        "unclosed-quote",
        2,
        8,
        {"id": "A", "title": None, "b": "1", "c": 2},
    ),
    _one(
        "quote to a quote further right",
        'id: A\ntitle: "Bildung\nl:\n  - key: "1"\nb: 1\n',
        "unclosed-quote",
        2,
        8,
        {"id": "A", "title": None, "l": [{"key": "1"}], "b": 1},
    ),
    _one(
        "quote to a quote around a sign",
        'id: A\ntitle: "Bildung\nunit: "%"\n',
        "unclosed-quote",
        2,
        8,
        {"id": "A", "title": None, "unit": "%"},
    ),
    _one(
        "quote in an item to the next item",
        'l:\n  - "a\n  - "b"\nb: 1\n',
        "unclosed-quote",
        2,
        5,
        {"l": [None, "b"], "b": 1},
    ),
    _one(
        "quote closed further down",
        'id: A\ntitle: "Bildung\ntext: Schule"\nb: 1\n',
        "unclosed-quote",
        2,
        8,
        {"id": "A", "title": "Bildung text: Schule", "b": 1},
    ),
    _one("text after quote", 'id: A\ntitle: "A" und B\nb: 1\n', "text-after-quote", 2, 12, _AB),
    _one("apostrophe", "id: A\ntitle: 'Rom'nja'\nb: 1\n", "text-after-quote", 2, 13, _AB),
    _one("two quotes", 'id: A\ntitle: "a""b"\nb: 1\n', "text-after-quote", 2, 11, _AB),
    _one(
        "comment glued to a quote",
        'id: A\ntitle: "a"# b\nb: 1\n',
        "text-after-quote",
        2,
        11,
        {"id": "A", "title": "a", "b": 1},
    ),
    Slip(
        "commas as in JSON",
        '"id": "A",\n"title": "x",\n"b": 1\n',
        (("comma-after-value", 1, 10), ("comma-after-value", 2, 13)),
        {"id": "A", "title": "x", "b": 1},
    ),
    _one("backslash", 'id: A\ntitle: "C:\\Daten"\nb: 1\n', "unknown-escape", 2, 11, _AB),
    _one("short escape", 'id: A\ntitle: "C:\\xq"\nb: 1\n', "unknown-escape", 2, 11, _AB),
    _one("half a pair", 'id: A\ntitle: "\\ud83d\\ude00"\nb: 1\n', "unknown-escape", 2, 9, _AB),
    _one("beyond Unicode", 'id: A\ntitle: "\\UFFFFFFFF"\nb: 1\n', "unknown-escape", 2, 9, _AB),
    _one("open bracket", "id: A\nl: [a, b\nb: 1\n", "unclosed-bracket", 2, 4, _LIST),
    _one("open brace", "id: A\nl: {a: 1\nb: 1\n", "unclosed-bracket", 2, 4, _LIST),
    _one("bracket too many", "id: A\nl: [a, b]]\nb: 1\n", "text-after-bracket", 2, 10, _LIST),
    _one("annex", "id: A\ntitle: [Anlage 1] Brief\nb: 1\n", "text-after-bracket", 2, 19, _AB),
    _one("braces", "id: A\ntitle: {neu} Brief\nb: 1\n", "text-after-bracket", 2, 14, _AB),
    _one("empty item", "id: A\nl: [a, , b]\nb: 1\n", "broken-list-in-brackets", 2, 8, _LIST),
    _one(
        "colons in brackets", "id: A\nl: [a: b: c]\nb: 1\n", "broken-list-in-brackets", 2, 9, _LIST
    ),
    _one(
        "question in brackets",
        "id: A\nl: [?a]\nb: 1\n",
        "reserved-sign-at-start",
        2,
        6,
        {"id": "A", "l": [{"a": None}], "b": 1},
    ),
    _one("list on its line", "id: A\nl: - a\n   - b\nb: 1\n", "list-on-key-line", 2, 4, _LIST),
    _one("dash as text", "id: A\ntitle: - neu -\nb: 1\n", "list-on-key-line", 2, 8, _AB),
    _one("more than", "id: A\ntitle: > 50 %\nb: 1\n", "text-after-block-sign", 2, 8, _AB),
    _one(
        "text after bar", "id: A\ntitle: | eins\n  zwei\nb: 1\n", "text-after-block-sign", 2, 8, _AB
    ),
    _one(
        "comment glued to a bar",
        "id: A\ntitle: |# c\n  zwei\nb: 1\n",
        "text-after-block-sign",
        2,
        8,
        {"id": "A", "title": "zwei\n", "b": 1},
    ),
    _one("foreign tag", "id: A\ntitle: !e!foo x\nb: 1\n", "tag", 2, 8, _AB),
    _one(
        "comment in the middle",
        "id: A\ntitle: Bildung #1\n  und Schule\nb: 1\n",
        "comment-breaks-text",
        2,
        16,
        _AB,
    ),
    _one(
        "ampersand behind a quote", "id: A\ntitle: 'Rom'&a'\nb: 1\n", "text-after-quote", 2, 13, _AB
    ),
    _one(
        "text after a quote over lines",
        'id: A\ntitle: "a\n  b" c\nb: 1\n',
        "text-after-quote",
        3,
        6,
    ),
    _one(
        "text after a bracket over lines",
        "id: A\nl: [a,\n  b] c\nb: 1\n",
        "text-after-bracket",
        3,
        6,
    ),
    _one(
        "comment glued to a bracket",
        "id: A\nl: [a, b]# c\nb: 1\n",
        "text-after-quote",
        2,
        10,
        {"id": "A", "l": ["a", "b"], "b": 1},
    ),
    _one("sign in brackets", "id: A\nl: [a, |b]\nb: 1\n", "reserved-sign-at-start", 2, 8, _LIST),
    _one("star without a name in brackets", "id: A\nl: [a, *?]\nb: 1\n", "alias", 2, 8, _LIST),
    _one(
        "colon before a comma", "id: A\nl: [a:, b]\nb: 1\n", "broken-list-in-brackets", 2, 6, _LIST
    ),
    _one(
        "unknown yet",
        "id: A\nend: ? Frühjahr\nb: 1\n",
        "reserved-sign-at-start",
        2,
        6,
        {"id": "A", "end": None, "b": 1},
    ),
    _one(
        "indentation sign 0",
        "id: A\nt: |0\n  x\nb: 1\n",
        "text-after-block-sign",
        2,
        4,
        {"id": "A", "t": None, "b": 1},
    ),
    _one(
        "tab in quotes over lines",
        'id: A\nt: "a\n\tb"\n',
        "tab-indentation",
        3,
        1,
        {"id": "A", "t": "a b"},
    ),
    _one("quotes below a dash", 'l:\n  -\n    "a\n  b"\n', "unclosed-quote", 3, 5, {"l": ["a b"]}),
)

BROKEN_LINES = (
    _one(
        "tab",
        "id: A\np:\n\tstart: 1\nb: 1\n",
        "tab-indentation",
        3,
        1,
        {"id": "A", "p": {"start": 1}, "b": 1},
    ),
    _one(
        "tab before dash",
        "id: A\np:\n\t- 1\nb: 1\n",
        "tab-indentation",
        3,
        1,
        {"id": "A", "p": [1], "b": 1},
    ),
    _one("tab after spaces", "id: A\np:\n  a: 1\n\tb: 2\n", "tab-indentation", 4, 1),
    _one("tab in an empty line", "id: A\n\t\nb: 1\n", "tab-indentation", 2, 1, {"id": "A", "b": 1}),
    _one("further right", "id: A\n  title: x\nb: 1\n", "wrong-indentation", 2, 3),
    _one("one further right", "id: A\np:\n  a: 1\n   b: 1\n", "wrong-indentation", 4, 4),
    _one("between", "id: A\np:\n    a: 1\n  b: 1\nc: 1\n", "wrong-indentation", 4, 3),
    _one("dash between", "id: A\nl:\n    - a\n  - b\nc: 1\n", "wrong-indentation", 4, 3),
    _one("first line", " id: A\ntitle: x\n", "wrong-indentation", 2, 1),
    _one("below a comment", "id: A\n#title: x\n title: 2\n", "wrong-indentation", 3, 2),
    _one(
        "brackets at the margin",
        "id: A\nl: [a,\nb]\nb: 1\n",
        "wrong-indentation",
        3,
        1,
        {"id": "A", "l": ["a", "b"], "b": 1},
    ),
    _one("key in a list", "id: A\nl:\n  - a\n  b: 1\nc: 1\n", "list-mixed-with-fields", 4, 3),
    _one("dash in a record", "id: A\np:\n  b: 1\n  - a\nc: 1\n", "list-mixed-with-fields", 4, 3),
    _one(
        "colon without space",
        "id: A\ntitle:Bildung\nb: 1\n",
        "missing-space-after-colon",
        2,
        1,
        _AB,
    ),
    _one(
        "in the first line",
        "id:A\ntitle: x\n",
        "missing-space-after-colon",
        1,
        1,
        {"id": None, "title": "x"},
    ),
    _one(
        "in the last line",
        "id: A\ntitle:Bildung",
        "missing-space-after-colon",
        2,
        1,
        {"id": "A", "title": None},
    ),
    _one(
        "below a key",
        "id: A\np:\n  start:2021\n  end: 2022\n",
        "missing-space-after-colon",
        3,
        3,
        {"id": "A", "p": {"start": None, "end": 2022}},
    ),
    _one(
        "dashes without space",
        "id: A\nl:\n-Z-1\n-Z-2\nb: 1\n",
        "missing-space-after-dash",
        3,
        1,
        _LIST,
    ),
    _one(
        "no-break space",
        "id: A\ntitle:\u00a0Bildung\nb: 1\n",
        "unusual-space",
        2,
        7,
        {"id": "A", "title": "Bildung", "b": 1},
    ),
    _one(
        "no colon", "id: A\ntitle Bildung\nb: 1\n", "line-without-colon", 2, 1, {"id": "A", "b": 1}
    ),
    _one(
        "equals sign", "id: A\ntitle = x\nb: 1\n", "line-without-colon", 2, 1, {"id": "A", "b": 1}
    ),
    _one(
        "text at the margin",
        "id: A\ntext: Wir sind\ndie Stadt\nb: 1\n",
        "line-without-colon",
        3,
        1,
        {"id": "A", "text": "Wir sind", "b": 1},
    ),
    _one(
        "block further left",
        "id: A\ntext: |\n    Wir\n  sind\nb: 1\n",
        "text-not-indented",
        4,
        3,
        {"id": "A", "text": None, "b": 1},
    ),
    _one(
        "conflict", "id: A\n<<<<<<< HEAD\nt: x\n=======\nt: y\n>>>>>>> b\n", "merge-conflict", 2, 1
    ),
    _one("key in an open quote", 'id: A\n"title: x\nb: 1\n', "unclosed-quote", 2, 1),
    _one("comma missing in JSON", '{\n  "id": "A"\n  "t": 1\n}\n', "broken-list-in-brackets", 3, 3),
    _one("percent at the margin", "id: A\n%foo\nb: 1\n", "directive", 2, 1),
    _one("behind dots", "id: A\n...\nfoo: 1\n", "several-documents", 2, 1),
    _one("key over two lines", 'id: A\n"a\n b": 1\n', "unclosed-quote", 2, 1),
    _one("tab in a block", "id: A\nt: |\n\tx\n", "tab-indentation", 3, 1, {"id": "A", "t": "x\n"}),
    _one(
        "tab below a text",
        "id: A\nt: x\n\ty\nb: 1\n",
        "tab-indentation",
        3,
        1,
        {"id": "A", "t": "x y", "b": 1},
    ),
)

REFUSED = (
    _one(
        "anchor",
        "id: A\ntitle: &m Bildung\nb: 1\n",
        "anchor",
        2,
        8,
        {"id": "A", "title": "Bildung", "b": 1},
    ),
    _one("anchor of a list", "id: A\nl: &m\n  - a\n", "anchor", 2, 4, {"id": "A", "l": ["a"]}),
    _one(
        "tag",
        "id: A\ntitle: !neu Bildung\nb: 1\n",
        "tag",
        2,
        8,
        {"id": "A", "title": "Bildung", "b": 1},
    ),
    _one("tag of the standard", "id: A\nn: !!str 12\n", "tag", 2, 4, {"id": "A", "n": 12}),
    _one("empty tag", "id: A\nn: ! x\n", "tag", 2, 4, {"id": "A", "n": "x"}),
    _one("code", "id: A\nx: !!python/object:os.system\n", "tag", 2, 4, {"id": "A", "x": None}),
    _one("include", "id: A\nx: !include other.yaml\n", "tag", 2, 4, {"id": "A", "x": "other.yaml"}),
    _one("merge key", "id: A\n<<: {b: 1}\n", "merge-key", 2, 1, {"id": "A"}),
    _one("complex key", "id: A\n? [a]\n: b\n", "complex-key", 2, 3),
    _one("placeholder", "id: A\ntitle: {{ x }}\n", "complex-key", 2, 9),
    _one("empty key", "id: A\n: b\n", "empty-key", 2, 1, {"id": "A"}),
    _one("long key", f"id: A\n{'x' * 201}: 1\n", "key-too-long", 2, 1, {"id": "A"}),
    _one("longer key", f"id: A\n{'x' * 1100}: 1\n", "key-too-long", 2, 1),
    _one("directive", "%YAML 1.2\n---\nid: A\n", "directive", 1, 1),
    _one("two documents", "id: A\n---\nid: B\n", "several-documents", 2, 1),
    _one("nothing", "", "empty-file", 1, 1),
    _one("only a comment", "# leer\n", "empty-file", 1, 1),
    _one("only dashes", "---\n", "empty-file", 1, 1),
    _one("null at the top", "~\n", "empty-file", 1, 1),
    _one("list at the top", "- id: A\n", "no-record-at-top", 1, 1),
    _one("text at the top", "Bildung\n", "no-record-at-top", 1, 1),
    _one("number at the top", "12\n", "no-record-at-top", 1, 1),
    _one("same key", "id: A\nb: 1\nid: B\n", "duplicate-key", 3, 1, {"id": "A", "b": 1}),
    _one("same key in quotes", '1: a\n"1": b\n', "duplicate-key", 2, 1, {"1": "a"}),
    _one("same key decomposed", "ö: 1\no\u0308: 2\n", "duplicate-key", 2, 1, {"ö": 1}),
    _one("same key in brackets", "p: {a: 1, a: 2}\n", "duplicate-key", 1, 11, {"p": {"a": 1}}),
    _one("grouped", "n: 250.000\n", "ambiguous-number", 1, 4, {"n": "250.000"}),
    _one("grouped twice", "n: -1.250.000\n", "ambiguous-number", 1, 4, {"n": "-1.250.000"}),
    _one("endless", "n: .inf\n", "endless-number", 1, 4, {"n": ".inf"}),
    _one("no number", "n: .NaN\n", "endless-number", 1, 4, {"n": ".NaN"}),
    _one(
        "nineteen digits",
        "n: 1234567890123456789\n",
        "number-too-long",
        1,
        4,
        {"n": "1234567890123456789"},
    ),
    _one("beyond every float", "n: 1e999\n", "number-too-long", 1, 4, {"n": "1e999"}),
    _one(
        "escape character",
        'id: A\nt: "a\\eb"\n',
        "escaped-control-character",
        2,
        4,
        {"id": "A", "t": "a\x1bb"},
    ),
    _one("alias as a key", "id: A\n*x : 1\n", "alias", 2, 1, {"id": "A"}),
    _one("deep", "a: " + "[" * 64 + "]" * 64, "nested-too-deep", 1, 67),
    _one("many below a key", "a: " + "{b: " * 70, "nested-too-deep", 1, 256),
    _one("bare bracket at the top", "[a,\nb]\n", "no-record-at-top", 1, 1),
)

READ_OTHERWISE = (
    _one(
        "cut",
        "id: A\ntitle: Bildung #1\nb: 1\n",
        "comment-cuts-text",
        2,
        16,
        {"id": "A", "title": "Bildung", "b": 1},
    ),
    _one(
        "colour",
        "id: A\nc: #ff6600\nb: 1\n",
        "comment-instead-of-value",
        2,
        4,
        {"id": "A", "c": None, "b": 1},
    ),
    _one(
        "quotes kept",
        "title: „Schule als Zentrum“\n",
        "typographic-quotes-kept",
        1,
        8,
        {"title": "„Schule als Zentrum“"},
    ),
    _one(
        "dashes",
        "id: A\nl:\n  -Z-1\n  -Z-2\n",
        "missing-space-after-dash",
        3,
        3,
        {"id": "A", "l": "-Z-1 -Z-2"},
    ),
    _one(
        "alone below a key",
        "id: A\np:\n  start:2021\n",
        "missing-space-after-colon",
        3,
        3,
        {"id": "A", "p": "start:2021"},
    ),
    _one(
        "beside records",
        "l:\n  - a: 1\n  - a:2\n",
        "missing-space-after-colon",
        3,
        5,
        {"l": [{"a": 1}, "a:2"]},
    ),
    _one(
        "no-break space behind the colon",
        "p:\n  start:\u00a02021\n",
        "unusual-space",
        2,
        9,
        {"p": "start:\u00a02021"},
    ),
    _one(
        "no-break space behind the dash",
        "l:\n  -\u00a0a\n",
        "unusual-space",
        2,
        4,
        {"l": "-\u00a0a"},
    ),
    _one(
        "no-break space before the key",
        "id: A\n\u00a0b: 1\n",
        "unusual-space",
        2,
        1,
        {"id": "A", "b": 1},
    ),
)

SEVERAL = (
    Slip(
        "six slips in one file",
        'id: A\nt: *x y\nu: a: b\nv: "q\nw: @x\nz: 1.000\nt: 3\n',
        (
            ("alias", 2, 4),
            ("colon-in-text", 3, 5),
            ("unclosed-quote", 4, 4),
            ("reserved-sign-at-start", 5, 4),
            ("ambiguous-number", 6, 4),
            ("duplicate-key", 7, 1),
        ),
        {"id": "A", "t": None, "u": None, "v": None, "w": None, "z": "1.000"},
    ),
    Slip(
        "what follows a slip that cannot be mended is not reported",
        "id: A\nt: a: b\np:\n    a: 1\n  b: 1\nu: a: b\n",
        (("colon-in-text", 2, 5), ("wrong-indentation", 5, 3)),
    ),
)

SLIPS = (*BROKEN_VALUES, *BROKEN_LINES, *REFUSED, *READ_OTHERWISE, *SEVERAL)

FINE = (
    "id: L-1\ntitle: Offene Stadt\n",
    "---\nid: L-1\n",
    "id: L-1\n...\n",
    "\ufeffid: L-1\n",
    "id: L-1\r\ntext: |\r\n  a\r\n  b\r\n",
    "text: Hannoveraner*innen und Schüler*innen, alle*\n",
    "l: [Migrant*innen, Rom*nja und Sinti*zze]\n",
    "text: Kunst & Kultur! 50 % mehr @ Hannover\n",
    'text: "*innen: %5, @x, `y`, !z, &w"\n',
    "text: 'Das geht''s'\n",
    "text: >-\n  Wir sind: die Stadt #1\n  *innen\n\n  - kein Listenpunkt\n",
    "text: |\n  # Überschrift\n  a: b: c\n    eingerückt\n",
    "url: https://www.hannover.de/a#b?c=d:e\n",
    "title: Bildung # geprüft\nnumber: 1 #2\n",
    'colour: "#ff6600" #orange\n',
    "p: {a: 1, b: [x, y]}\nq: []\nr: {}\n",
    "partners: [\n  Stadt,\n  AWO,\n]\n",
    "l:\n- a\n- b\nm:\n  - c\n",
    "l:\n  - - a\n    - b\n  - c: 1\n    d: 2\n",
    "text: Wir sind\n  die Stadt\n  für alle\n",
    'text: "Wir sind\n  die Stadt"\n',
    "time: 18:30\nratio: 1:30\nwho: jede:r\n",
    "who:\n  jede:r kann das\nlink:\n  https://example.org\n",
    "title: „Schule“ und „Zentrum“\nb: Die „Schule“\n",
    "fragen: [Wer macht mit?, Was kostet es?]\n",
    "offset: -5\nm:\n  -5\nword: -wort\n",
    "a:\nb: ~\nc: null\n",
    "? a\n: b\n",
    "{a: 1,\nb: 2}\n",
    "a: " + "[" * 63 + "]" * 63 + "\n",
    "t: |2-\n    x\nu: |-2\n    y\nv: >+\n  z\n\nw: |\t# c\n  x\n",
    "t: |\n    x\n\n      y\nu: >\n\n  z\n",
    "l:\n  -\n    a\n  -\n    - b\n",
    "\"quoted key\": 1\n'other': 2\n",
    "a:\tb\nc: d\t# e\n",
    "emoji: 👩‍👩‍👧 und 🏳️‍🌈\n",
    "ar: هانوفر مدينة\nhe: הנובר\nfa: می‌شود\n",
    "ru: Разом\nel: Μαζί\nbg: Заедно\n",
)
