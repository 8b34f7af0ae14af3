"""The quick ways of the sandbox: they give what the ways of jinja2 give, and nothing more."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import TYPE_CHECKING

import pytest
from jinja2 import StrictUndefined, TemplateError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from wirctl.core.frozen import field_names
from wirctl.render.pages.sandbox import Offer, said, sandbox
from wirctl.render.pages.watching import WatchedSite

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wirctl.render.model.site import Site

QUICK = sandbox(())
SLOW = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=said)
ASKED = (
    *("title", "fields", "id", "reference", "of_kind", "values", "value", "text", "watch"),
    *("missing", "format", "mro", "items", "__class__", "__dict__", "__init__", "_read", "_listed"),
)
MACROS = (
    "{% macro bold(text, mark='b') %}<{{ mark }}>{{ text }}</{{ mark }}>{% endmacro %}"
    "{% macro framed() %}<p>{{ caller(name) }}</p>{% endmacro %}"
)


@pytest.fixture(scope="module")
def view(example: Site) -> Site:
    """The view as templates get it."""
    return WatchedSite(example, {})


def parts_of(thing: object) -> Iterator[object]:
    """Everything that a view is made of, itself too."""
    yield thing
    if hasattr(thing, "values") and not is_dataclass(thing):
        for part in thing.values():
            yield from parts_of(part)
    elif isinstance(thing, tuple):
        for part in thing:
            yield from parts_of(part)
    elif is_dataclass(thing):
        for name in field_names(thing) or ():
            yield from parts_of(getattr(thing, name))


def alike(one: object, other: object) -> bool:
    """Whether both are the same, or both nothing for the same reason."""
    if isinstance(one, Undefined) and isinstance(other, Undefined):
        return one._undefined_message == other._undefined_message
    return type(one) is type(other) and one == other


def test_every_part_of_a_view_shows_what_it_shows_to_jinja(view: Site) -> None:
    kinds: set[type] = set()
    for part in parts_of(view):
        if type(part) not in kinds:
            kinds.add(type(part))
            for name in (*ASKED, *(field_names(part) or ())):
                found, expected = QUICK.getattr(part, name), SLOW.getattr(part, name)
                assert alike(found, expected) or name == "format", (part, name)
    assert len(kinds) > 30


def outcome(
    environment: ImmutableSandboxedEnvironment, text: str, said: Mapping[str, object]
) -> str:
    """What a template writes, or why it cannot."""
    try:
        return environment.from_string(text).render(said)
    except (TemplateError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }} {{ html }} {{ 3 }} {{ none }} {{ item.title }}",
        "{{ 'x' ~ html }} {{ html ~ name }}",
        "{{ nothing }}",
        "{{ item.nothing }}",
        "{{ item }}",
        "{{ 1.5 }}",
        "{{ item.title if false }}",
        MACROS + "{{ bold(name) }} {{ bold(html, mark='<') }} {{ bold() }}",
        MACROS + "{{ bold(name, 'b', 'c') }}",
        MACROS + "{{ bold(name, colour='red') }}",
        MACROS + "{% autoescape false %}{{ bold(name) }}{{ name }}{{ html }}{% endautoescape %}",
        MACROS + "{% set it = bold(name) %}{% autoescape false %}{{ it }}{% endautoescape %}",
        "{% autoescape name == 'x' %}{{ name }}{{ shout(name) }}{% endautoescape %}",
        MACROS + "{% call(text) framed() %}{{ text }}{% endcall %}",
        "{% for one in [name, html] %}{{ shout(one) }}{{ shout(text=one) }}{% endfor %}",
        "{% block main %}{{ shout(name) }}{% endblock %}",
        "{{ shout() }}",
        "{{ shout(name, name) }}",
        "{{ '{0.__class__}'.format(name) }}",
        "{{ '{0.title}'.format(item) }}",
        "{{ item.title.format(name) }}",
        "{{ html.format(name) }}",
        "{{ item['__class__'] }}",
        "{{ item['title'] }}",
        "{{ item | attr('__class__') }}",
        "{{ item | attr('title') }}",
        "{{ [item] | map(attribute='title') | join }}",
        "{{ [item] | map(attribute='__class__') | join }}",
        "{{ open() }}",
        "{{ name() }}",
        "{{ item.fields.pop('title') }}",
        "{{ item.fields.update({}) }}",
        "{{ unsafe() }}",
    ],
)
def test_template_says_what_it_says_to_jinja(text: str, view: Site) -> None:
    def shout(text: str) -> str:
        return f"{text}!"

    def unsafe() -> str:
        return "never said"

    unsafe.unsafe_callable = True  # type: ignore[attr-defined]
    item = view.of_kind("measure")[0]
    words = {"name": "<b> & 'x'", "html": Markup("<i>&amp;</i>"), "item": item, "unsafe": unsafe}
    expected = outcome(SLOW, text, {**words, "shout": shout})
    assert outcome(QUICK, text, {**words, "shout": shout}) == expected
    assert outcome(QUICK, text, {**words, "shout": Offer(shout)}) == expected


@pytest.mark.parametrize("name", ["__class__", "__call__", "__init__", "__slots__"])
def test_function_that_is_offered_shows_nothing_of_itself(name: str) -> None:
    with pytest.raises(SecurityError):
        QUICK.from_string(f"{{{{ shout.{name} }}}}").render(shout=Offer(print))
