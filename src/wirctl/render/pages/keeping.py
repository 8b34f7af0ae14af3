"""Pieces that come out the same on many pages: made for the first, and kept for the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.ext import Extension

from wirctl.render.pages.watching import aside, noted

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from jinja2.parser import Parser
    from markupsafe import Markup

    from wirctl.render.model.site import Site
    from wirctl.render.pages.watching import Part


@dataclass(frozen=True, slots=True)
class Kept:
    """Pieces of HTML by what they depend on, for pages at one depth of the site.

    What a piece read of the view counts as read by each page that it stands on.
    """

    site: Site
    pieces: dict[Hashable, tuple[Markup, frozenset[Part]]] = field(default_factory=dict, repr=False)

    def piece(self, key: Hashable, make: Callable[[], Markup]) -> Markup:
        """The piece of this key."""
        found = self.pieces.get(key)
        if found is None:
            found = self.pieces[key] = aside(self.site, make)
        noted(self.site, found[1])
        return found[0]

    def once(self, place: str, key: Hashable, caller: Callable[[], Markup]) -> Markup:
        """What a block of a template writes for this key."""
        return self.piece((place, key), caller)


class Once(Extension):
    """`{% once KEY %}…{% endonce %}`: a block that says the same wherever its key is the same.

    It is for what depends on the key and on the plan, and on nothing else of the page. Without
    a key it says the same on every page at this depth of the site.
    """

    tags = frozenset({"once"})  # type: ignore[assignment] # jinja2 takes any collection

    def parse(self, parser: Parser) -> nodes.Node:
        """The block as a call of `once`, to which its place in the template is known too."""
        line = next(parser.stream).lineno
        place = nodes.Const(f"{parser.name} {parser.free_identifier().name}")
        bare = parser.stream.current.test("block_end")
        key = nodes.Const(None) if bare else parser.parse_tuple()
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        call = nodes.Call(nodes.Name("once", "load"), [place, key], [], None, None)
        return nodes.CallBlock(call, [], [], body).set_lineno(line)
