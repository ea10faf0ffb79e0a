"""Lists in XML, one entry at a time: no entities are resolved, nothing is fetched, and a tree never grows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import InputError


def stream(path: Path, *tags: str) -> Iterator[Any]:
    """Elements with these local names, each let go once the next is asked for. Raises ``InputError``."""
    from lxml import etree

    try:
        with path.open("rb") as file:
            wanted = [f"{{*}}{tag}" for tag in tags]
            options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
            for _, element in etree.iterparse(file, events=("end",), tag=wanted, **options):
                yield element
                _let_go(element)
    except etree.XMLSyntaxError as error:
        raise InputError(str(path), f"not well-formed XML: {error.msg}") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error


def _let_go(element: Any) -> None:
    """The element and those before it, which iterparse would keep."""
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            return
        del parent[0]


def local(element: Any) -> str:
    """A tag without its namespace, in lower case; "" for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: Any, name: str) -> list[Any]:
    return [child for child in element if local(child) == name]


def text(element: Any, *path: str) -> str:
    """The text of the first element down a path of lower-case names; "" where there is none."""
    for name in path:
        element = next(iter(children(element, name)), None) if element is not None else None
    return " ".join((element.text or "").split()) if element is not None else ""


def texts(element: Any, *path: str) -> list[str]:
    """The texts of all elements down a path."""
    found = [element]
    for name in path:
        found = [child for one in found for child in children(one, name)]
    return [t for t in (" ".join((one.text or "").split()) for one in found) if t]
