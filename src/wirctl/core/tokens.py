"""The words and marks of a sentence, as a reader of German takes them: whole."""

from __future__ import annotations

import re

from wirctl.core.regex import regex

_TOKEN = regex(
    r"""
    (\s*)                                           # what stands before belongs to no token
    (
        [^\W\d_]++(?=[\s,])                          # a plain word, so that most are found at once
      | (?:https?://|www\.)\S*[\w/]                 # address
      | [\w.+-]{1,64}@\w[\w.-]{0,250}\w             # mail address
      | [^\W\d_]\.(?:\ ?[^\W\d_]\.)+                # z. B., i. d. R.
      | [vn]\.\ ?Chr\.
      | (?:(?<!\w)[-–−+])?\d+(?:[.,:/-]\d+)*        # 250.000, 14,87, 2021/22, 18:30, -5
        (?: \.(?=\ \S)                              # 12. März
          | -(?=[^\W\d_])(?:[^\W_]|-(?=\w))+        # 5-jährig
          | [^\W_]*(?:/\w*\d\w*)? )                 # 19b
      | -?[^\W\d](?:\w|-(?=\w))*                    # Linden-Nord, -innen
        (?: [*·'’]\w+                               # Hannoveraner*innen, geht's
          | :[a-zäöüß]\w*                           # Schüler:innen
          | /-?in(?:nen)?\b | \(in(?:nen)?\)        # Schüler/-innen
          | /oder\b                                 # und/oder
          | (?<=\d)/(?=[^\W\d_]{0,4}\d)\w+          # E13/A13
          | (?<=\d)\.\d\w*                          # Plan-2.0
          | -(?=\w) \w+ )*
        (?: -(?=[\s,;)/]) | \.(?=[,;:]|\ \S) )?     # Schul- und; bzw.
      | \.{2,} | \*{2,} | -{2,} | \#+ | §+          # one mark of several signs
      | \S
    )
    """,
    re.VERBOSE,
)
_WITH_POINT = frozenset(
    {"bzw", "ca", "etc", "evtl", "ff", "f", "ggf", "Mio", "Mrd", "Nr", "Str", "Tsd", "usf", "usw"}
)

Tokens = tuple[tuple[str, ...], tuple[str, ...]]


def tokens(sentence: str) -> Tokens:
    """The spaces before the tokens, and the tokens: interleaved they are the sentence again.

    >>> tokens("Schüler*innen zahlen z. B. 14,87 Euro.")[1]
    ('Schüler*innen', 'zahlen', 'z. B.', '14,87', 'Euro', '.')
    """
    found = _TOKEN.findall(sentence)
    if not found:
        return (), ()
    gaps, words = zip(*found, strict=True)
    if len(words) > 1 and words[-1] == "." and not gaps[-1] and words[-2] in _WITH_POINT:
        return gaps[:-1], (*words[:-2], words[-2] + ".")
    return gaps, words


def is_word(token: str) -> bool:
    """Whether the token is a word or a number and no mark."""
    return token[-1].isalnum() or any(map(str.isalnum, token))
