"""What stops a command and is no bug: a missing folder, an unknown name, a broken repository."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - it is the reader's problem, no error of ours
    """Something that the person at the keyboard can mend.

    Every class below it has its sentence in German and English among the words of the command
    line, under its own name; the public attributes fill the placeholders.
    """
