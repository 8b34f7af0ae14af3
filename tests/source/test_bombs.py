"""Files that are made to hurt: refused at a place, within a small part of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.slow

SIZE = 2 * 1024 * 1024
MEMORY = 300 * 1024**2
# Far more than any of them needs, on the slowest machine; what hangs is ended by it.
SECONDS = 20

CHILD = """
import json, pathlib, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from wirctl.source.document import read
SIZE = {size}
data = ({made}).encode()[:SIZE]
document = read("x.yaml", data)
document.span(("a", "0", "b"))
status = pathlib.Path("/proc/self/status")
if status.exists():
    # A child's ru_maxrss starts at what its parent had; this is of the program alone.
    peak = 1024 * int(status.read_text().partition("VmHWM:")[2].split()[0])
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
first = document.faults[0] if document.faults else None
print(json.dumps([first and first.rule, first and first.span.line, peak]))
"""

BOMBS = [
    pytest.param(
        "'a: ' + '[' * 100_000",
        ["nested-too-deep", 1],
        id="brackets",
    ),
    pytest.param(
        "'a: ' + '{a: ' * 100_000",
        ["nested-too-deep", 1],
        id="braces",
    ),
    pytest.param(
        "'[' * SIZE",
        ["nested-too-deep", 1],
        id="brackets to the limit",
    ),
    pytest.param(
        "'a:\\n  ' + '- ' * 100_000",
        ["nested-too-deep", 2],
        id="dashes",
    ),
    pytest.param(
        "'? ' * 100_000",
        ["complex-key", 1],
        id="question marks",
    ),
    pytest.param(
        "''.join(' ' * i + 'a:\\n' for i in range(1500))",
        ["nested-too-deep", 65],
        id="steps",
    ),
    pytest.param(
        "'a0: &a0 [x]\\n' + ''.join(f'a{i}: &a{i} [*a{i-1}, *a{i-1}]\\n' for i in range(1, 90))",
        ["anchor", 1],
        id="doubled ninety times",
    ),
    pytest.param(
        "'a: &a [*a]\\n'",
        ["anchor", 1],
        id="cycle",
    ),
    pytest.param(
        "'a: &a\\n  <<: *a\\n'",
        ["anchor", 1],
        id="merge cycle",
    ),
    pytest.param(
        "'a: ' + '1' * 200_000",
        ["number-too-long", 1],
        id="digits",
    ),
    pytest.param(
        "'a: 0x' + 'f' * 200_000",
        ["number-too-long", 1],
        id="hexadecimal digits",
    ),
    pytest.param(
        "'a: 1e' + '9' * 200_000",
        ["number-too-long", 1],
        id="exponent",
    ),
    pytest.param(
        "'a: [' + 'a,' * SIZE",
        ["too-many-values", 1],
        id="items",
    ),
    pytest.param(
        "''.join(f'k{i}: v\\n' for i in range(200_000))",
        ["too-many-values", 49999],
        id="keys",
    ),
    pytest.param(
        "'a:\\n' * SIZE",
        ["duplicate-key", 2],
        id="one key",
    ),
    pytest.param(
        "'a: ' + 'x' * (SIZE - 3)",
        [None, None],
        id="one text",
    ),
    pytest.param(
        "'a: \"' + 'x ' * (SIZE // 2 - 3) + '\"'",
        [None, None],
        id="one text in quotes",
    ),
    pytest.param(
        "'a: ' + ' ' * (SIZE - 4) + 'x'",
        [None, None],
        id="blanks",
    ),
    pytest.param(
        "'\\n' * SIZE",
        ["empty-file", 1],
        id="line ends",
    ),
    pytest.param(
        "'\\t' * SIZE",
        ["not-yaml", 1],
        id="tabs",
    ),
    pytest.param(
        "chr(0) * SIZE",
        ["not-utf-8-but-wide", 1],
        id="nothing",
    ),
    pytest.param(
        "chr(1) * SIZE",
        ["control-character", 1],
        id="control characters",
    ),
    pytest.param(
        "'a: ' + chr(0x202e) * 600_000",
        ["bidi-control", 1],
        id="directions",
    ),
    pytest.param(
        "'a: ' + chr(0x430) * 900_000 + 'a'",
        ["mixed-scripts", 1],
        id="a long foreign word",
    ),
    pytest.param(
        "'a: b\\r' * 400_000",
        ["unusual-line-break", 1],
        id="carriage returns",
    ),
    pytest.param(
        "'a: \"b\\n' * 400_000",
        ["unclosed-quote", 1],
        id="open quotes",
    ),
    pytest.param(
        "'a: b: c\\n' * 10_000",
        ["colon-in-text", 1],
        id="slip after slip",
    ),
    pytest.param(
        "'l:\\n' + '- \"a\\nb\"\\n' * 100_000",
        ["unclosed-quote", 2],
        id="quotes over lines",
    ),
    pytest.param(
        "'%a\\n' * 400_000",
        ["directive", 1],
        id="directives",
    ),
    pytest.param(
        "'k: |\\n' + '  \\n' * 30_000",
        [None, None],
        id="blank lines of a block",
    ),
    pytest.param(
        "'k: b' + ':' * 90_000 + ' '",
        ["colon-in-text", 1],
        id="colons",
    ),
]


@pytest.mark.parametrize(("made", "expected"), BOMBS)
def test_bomb_is_refused_in_time_and_memory(made: str, expected: Sequence[object]) -> None:
    code = CHILD.format(made=made, size=SIZE, seconds=SECONDS)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    rule, line, peak = json.loads(done.stdout)
    assert [rule, line] == list(expected)
    assert peak < MEMORY
