"""A new plan file: what is known filled in, what may follow as explained comment lines."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from wirctl.edit.splice import UnsafeEditError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wirctl.core.value import Value


def skeleton(
    heading: str, values: Mapping[str, Value], hints: Sequence[tuple[str, str, str]]
) -> bytes:
    """The text of a new file, in UTF-8.

    `heading` is a comment at the top, `values` are written as they are, and each hint (key,
    words, example) becomes two comment lines.

    Raises:
        UnsafeEditError: the text does not read back as the values.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(CommentedMap(values), stream)
    lines = [*(f"# {line}" for line in heading.splitlines()), stream.getvalue().rstrip("\n")]
    for key, words, example in hints:
        lines.extend(("", f"# {' '.join(words.split())}", f"# {key}: {example}"))
    text = "\n".join(lines) + "\n"
    if YAML(typ="safe", pure=True).load(text) != dict(values):
        raise UnsafeEditError((heading,), "read-back")
    return text.encode("utf-8")
