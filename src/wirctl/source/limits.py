"""How much one plan file may hold.

A real file has some kilobytes and five levels. The limits only stop what was made to hurt;
they are checked before or while the parser runs, never after it.
"""

from __future__ import annotations

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 64
MAX_ENTRIES = 50_000
MAX_DIGITS = 18
MAX_KEY = 200
MAX_FAULTS = 200
MAX_FOLDERS = 16
MAX_REPAIRS = 20
MAX_REPAIRED = 100_000
MAX_EXPLAINED = 200_000
MAX_QUICK = 100_000
