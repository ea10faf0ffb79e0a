"""Who may import whom: the house has one direction of imports, and this test holds it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import sayso

SRC = Path(__file__).parent.parent / "src" / "sayso"
STAGES = {"ingest", "parse", "structure", "attribute", "claim", "ground", "relate", "check"}
BASE = {"records", "errors", "settings"}
ALLOWED: dict[str, set[str]] = {
    "records": set(),
    "errors": set(),
    "settings": {"errors"},
    "codec": {"records"},
    "lang": {"errors"},
    "outlines": {"records", "errors"},
    **{stage: BASE | {"lang"} for stage in STAGES},
    **{room: BASE | {"lang", "outlines"} for room in ("ground", "relate")},
    "lists": BASE | {"lang"},
    "resources": BASE | {"lang", "parse", "ground", "lists"},
    "pipeline": BASE | {"lang", "resources"} | STAGES,
    "store": BASE | {"codec"},
    "run": BASE | {"pipeline", "resources", "ingest", "codec", "relate", "store"},
    "dossier": BASE | {"store"},
    "present": BASE | {"outlines"},
    "case": BASE | {"lang", "resources", "run", "relate", "dossier", "pipeline", "ingest", "store", "codec", "lists"},
    "shell": BASE | {"case", "codec", "present"},
    "arguments": set(),
    "sanctions": BASE | {"case", "shell", "arguments", "codec", "present", "lists"},
    "lines": BASE | {"codec", "present"},
    "relating": BASE | {"case", "shell", "arguments", "present", "lines"},
    "start": BASE | {"shell", "cli"},
    "cli": BASE | {"case", "codec", "present", "shell", "arguments", "sanctions", "relating", "start"},
    "__main__": {"start"},
}


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms of sayso that a module imports, relative imports resolved."""
    here = ("sayso", *path.relative_to(SRC).parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [a.name.split(".") for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = list(here[: len(here) - node.level + 1]) if node.level else []
            head = base + (node.module.split(".") if node.module else [])
            names = [[*head, a.name] if len(head) == 1 else head for a in node.names]
        else:
            continue
        found |= {n[1] for n in names if n[0] == "sayso" and len(n) > 1 and n[1] != "__version__"}
    return found


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_imports_go_one_way(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        assert imported(path) == set()
        return
    assert own in ALLOWED, f"{own} has no place in the house: add it to docs/architecture.md and to this table"
    assert imported(path) - {own} <= ALLOWED[own]


def test_package_has_a_version() -> None:
    assert sayso.__version__.count(".") == 2
