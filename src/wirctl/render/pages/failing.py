"""What to say when a template of the project cannot be used."""

from __future__ import annotations

from wirctl.core.problem import Problem


class TemplateFailedError(Problem):
    """A template of the project that cannot be used: where, and why."""

    def __init__(self, name: str, line: int, why: str) -> None:
        super().__init__(name, line, why)
        self.name = name
        self.line = line
        self.why = why


def failed(error: Exception, own: tuple[str, ...]) -> Exception:
    """What to say of an error: where in a template of the project it came up, if in one.

    Otherwise our own templates are at fault, or our code, and the error stays as it is.
    """
    place = _place(error, own)
    if place is None:
        return error
    return TemplateFailedError(*place, str(error).partition("\n")[0][:200])


def _place(error: Exception, own: tuple[str, ...]) -> tuple[str, int] | None:
    """The template of the project, and its line, in which an error came up; `None` if in none."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        name = error.filename or ""
        return (name, error.lineno) if name.startswith(own) and own else None
    step, found = error.__traceback__, None
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if own and name.startswith(own):
            found = (name, step.tb_lineno)
        step = step.tb_next
    return found
