"""Drawing: elements of SVG as text, escaped, without style attributes, so that the strict content policy holds."""

from __future__ import annotations

from markupsafe import Markup, escape

from legation.show.visible import visible


def element(name: str, inside: str = "", /, **attributes: object) -> Markup:
    """An element; `class_` is class, underscores are hyphens, floats have one decimal, None leaves an attribute out.

    >>> str(element("text", "a<b", x=1.25, text_anchor="end"))
    '<text x="1.2" text-anchor="end">a&lt;b</text>'
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{told}>{escape(visible(inside) if not isinstance(inside, Markup) else inside)}</{name}>")


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else visible(str(value))


def join(parts: list[Markup]) -> Markup:
    """The elements one after the other."""
    return Markup("").join(parts)


def drawing(
    parts: list[Markup], *, width: int, height: int, title: str, class_: str = "chart", links: bool = False
) -> Markup:
    """A whole drawing with its title for those who do not see it; with `links` its parts can be reached one by one."""
    inside = element("title", title) + join(parts)
    return element(
        "svg",
        inside,
        viewBox=f"0 0 {width} {height}",
        role="group" if links else "img",
        aria_label=title,
        class_=class_,
    )


def titled(mark: str, title: str, /, **attributes: object) -> Markup:
    """A mark that says in words what it stands for when it is pointed at."""
    return element(mark, element("title", title), **attributes)
