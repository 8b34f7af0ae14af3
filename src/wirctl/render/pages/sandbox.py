"""Where templates run: plain data only, nothing that could be changed or reach further."""

from __future__ import annotations

from dataclasses import is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError, Undefined
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from wirctl.render.model import derived, item, site, text, values, version
from wirctl.render.pages import (
    abroad,
    changes,
    charting,
    downloads,
    drawing,
    easy,
    elsewhere,
    page,
    tables,
    watching,
)
from wirctl.render.pages.compiled import CompiledTemplates
from wirctl.render.pages.keeping import Once
from wirctl.schema import field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from jinja2 import Environment
    from jinja2.compiler import Frame
    from jinja2.nodes import Expr
    from jinja2.runtime import Context

    from wirctl.render.pages.ledger import Compiled

_WORDS = (str, int, Undefined)
_MODULES: tuple[ModuleType, ...] = (
    *(derived, item, site, text, values, version),
    *(
        abroad,
        changes,
        charting,
        downloads,
        drawing,
        easy,
        elsewhere,
        page,
        tables,
        watching,
        field,
    ),
)
_PARTS = frozenset(
    part
    for module in _MODULES
    for part in vars(module).values()
    if isinstance(part, type) and is_dataclass(part) and part.__module__ == module.__name__
)


class Offer:
    """A function that templates are given: the sandbox need not ask whether they may call it."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., object]) -> None:
        self.function = function

    def __call__(self, *args: object, **kwargs: object) -> object:
        """What the function gives."""
        return self.function(*args, **kwargs)


class _Code(CodeGenerator):
    """Has what templates write finished and escaped by one function, wherever that is sure."""

    def _output_child_pre(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is not None:
            self.write("environment.written((")
        else:
            super()._output_child_pre(node, frame, finalize)


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of jinja2, which knows at once what of ours is safe to look at and to call.

    The parts of a view are frozen dataclasses: their public fields are plain data, their few
    public functions only look. Everything else is left to jinja2.
    """

    code_generator_class = _Code

    def getattr(self, obj: object, attribute: str) -> object:
        """What a template asks of an object, undefined where there is nothing for it."""
        if type(obj) in _PARTS and attribute[:1] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        elif type(obj) is TemplateModule and type(found := vars(obj).get(attribute)) is Macro:
            return found
        return super().getattr(obj, attribute)

    def call(
        self, context: Context, function: object, /, *args: object, **kwargs: object
    ) -> object:
        """What a function gives that a template calls: one of ours, a macro, or another."""
        if type(function) is Offer:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return function.function(*args, **kwargs)
        if type(function) is Macro:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return function(context.eval_ctx, *args, **kwargs)
        return super().call(context, function, *args, **kwargs)

    def written(self, value: object) -> Markup:
        """What a template writes, as HTML."""
        if type(value) is Markup:
            return value
        return escape(value if type(value) is str else said(value))

    def join_path(self, template: str, parent: str) -> str:
        """The name that a template means by another: `!name` is the one that it replaces.

        It is sought in the folders behind that of `parent`: first beside it, then at the top.
        """
        loader = self.loader
        if not template.startswith("!") or not isinstance(loader, _Loader):
            return template
        return loader.behind(template[1:], parent)


class _Loader(FileSystemLoader):
    """Templates from folders; one whose bytes are no text is at fault at its first line.

    `2!name` is the template of this name from the third folder on.
    """

    def behind(self, name: str, parent: str) -> str:
        """The full name of what a template of the same name in an earlier folder replaces."""
        start, _, own = parent.rpartition("!")
        folders = [Path(place) for place in self.searchpath]
        places = range(int(start or 0), len(folders))
        here = next((place for place in places if (folders[place] / own).is_file()), 0)
        beside = f"{own.rpartition('/')[0]}/{name}".lstrip("/")
        for found in (beside, name):
            if any((folders[place] / found).is_file() for place in places if place > here):
                return f"{here + 1}!{found}"
        return f"{here + 1}!{name}"

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether it is still the same.

        Raises:
            TemplateSyntaxError: the file is not UTF-8.
        """
        start, _, own = template.rpartition("!")
        try:
            if start.isdecimal():
                rest = _Loader(self.searchpath[int(start) :])
                return rest.get_source(environment, own)
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            found = (Path(place) / template for place in self.searchpath)
            file = str(next(filter(Path.is_file, found)))
            raise TemplateSyntaxError("not UTF-8", 1, template, file) from error


def said(value: object) -> object:
    """What a template writes: words. Anything else was meant to be shown by a function.

    Raises:
        TypeError: the value is no text.
    """
    if isinstance(value, _WORDS):
        return value
    if value is None:
        return ""
    raise TypeError(f"{type(value).__name__} is no text: show(…) writes it")


def sandbox(places: Sequence[Path], compiled: Compiled | None = None) -> Sandbox:
    """The templates in these folders, the first folder first; as they were compiled, if kept."""
    return Sandbox(
        loader=_Loader([place / "html" for place in places]),
        extensions=[Once],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=said,
        cache_size=-1,
        bytecode_cache=CompiledTemplates(compiled) if compiled is not None else None,
    )
