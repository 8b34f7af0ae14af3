"""Everything the reader can say about a file: one module for each thing it looks at."""

from __future__ import annotations

from wirctl.source.messages import characters, files, lines, syntax, values

__all__ = ["characters", "files", "lines", "syntax", "values"]
