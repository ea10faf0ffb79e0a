"""What the documents say is so: commands parse, modules, tables, settings and dependencies are the ones there are."""

from __future__ import annotations

import ast
import importlib
import json
import re
import shlex
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

from sayso import cli
from sayso.codec import schema
from sayso.settings import Settings

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "sayso"
DOCS = (ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What packages are called where they are imported, where that is not their own name.
BROUGHT = {"lxml-html-clean"}  # declared for a package that asks for it by an extra which older pips do not know
IMPORTED = {"docx": "python-docx", "lingua": "lingua-language-detector"}


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def commands() -> list[tuple[str, str]]:
    """Every ``sayso ...`` of the documents, in blocks of code and in single marks."""
    found = []
    for path in DOCS:
        for block in re.findall(r"```(?:sh)?\n(.*?)```", text_of(path), re.DOTALL):
            found += [(path.name, line) for line in re.findall(r"(?:^|&& \S*?)(sayso [^&\n]*)", block, re.MULTILINE)]
        found += [(path.name, one) for one in re.findall(r"`(sayso [^`]*)`", text_of(path))]
    return found


def words_of(line: str) -> list[str]:
    """The words of a command, without comment and redirection: alternatives in brackets are taken."""
    line = re.sub(r"\s(?:#|>).*", "", line).replace("[", "").replace("]", "").replace("COMMAND", "read").replace("...", "")
    return shlex.split(line)[1:]


@pytest.mark.parametrize(("document", "line"), commands())
def test_every_command_is_understood(document: str, line: str) -> None:
    group, words = get_command(cli.app), words_of(line)
    assert words, f"{document}: {line}"
    context = group.make_context("sayso", ["schema"], resilient_parsing=True)
    if words[0].startswith("-"):
        assert {words[0]} <= {option for one in group.get_params(context) for option in one.opts}
        return
    name, command, rest = group.resolve_command(context, words)
    assert command is not None
    assert name == words[0]
    short = name != "schema" and all(word.startswith("-") for word in rest)  # "`sayso read --json` prints"
    command.make_context(name, [w for w in rest if w != "--help"] + ["FILE"] * short)


def test_the_commands_are_all_described() -> None:
    described = {words_of(line)[0] for document, line in commands() if document == "commands.md"}
    assert {one.name or one.callback.__name__ for one in cli.app.registered_commands if one.callback} <= described


@pytest.mark.parametrize("path", DOCS, ids=lambda p: p.name)
def test_every_file_that_is_named_exists(path: Path) -> None:
    names = set(re.findall(r"`([\w./-]+\.(?:py|tsv|toml|md))`", text_of(path))) - {"sayso.toml"}
    names |= set(re.findall(r"\]\(([^)#:]+)\)", text_of(path)))
    places = (ROOT, path.parent, SRC, SRC / "lang" / "en", SRC / "data", *(p for p in SRC.iterdir() if p.is_dir()))
    named = {name.replace("<code>", "en") for name in names if "*" not in name}
    assert {name for name in named if not any((place / name).exists() for place in places)} == set()


def rooms() -> dict[str, str]:
    """The table of the architecture: each room and what it says of it."""
    rows = re.findall(r"^\| `([^`]+)`(.*)$", text_of(ROOT / "docs" / "architecture.md"), re.MULTILINE)
    return {name.rstrip("/"): rest for name, rest in rows}


def test_the_rooms_are_the_ones_there_are() -> None:
    there = {p.name for p in SRC.iterdir() if p.name not in {"__init__.py", "__main__.py", "__pycache__", "py.typed", "data"}}
    named = set(re.findall(r"`([a-z]+(?:/|\.py))`", text_of(ROOT / "docs" / "architecture.md")))
    assert {name.rstrip("/") for name in named} >= there
    assert all((SRC / name).exists() for name in rooms())


def test_what_the_rooms_give_is_there() -> None:
    for room, rest in rooms().items():
        module = importlib.import_module(f"sayso.{room.removesuffix('.py')}")
        for name in re.findall(r"`(\w+)\(", rest):
            assert hasattr(module, name), f"{room} has no {name}"


def test_every_table_has_its_provenance() -> None:
    for folder in (*(p for p in (SRC / "lang").iterdir() if p.is_dir() and p.name != "__pycache__"), SRC / "data"):
        told = text_of(folder / "SOURCES.md")
        files = {p.name for p in folder.iterdir() if p.is_file() and p.suffix != ".py"} - {"SOURCES.md", "pack.toml"}
        assert {name for name in files if f"`{name}`" not in told} == set()
        named = set(re.findall(r"`(\w+\.(?:tsv|toml|json|npz|onnx|sqlite))`", told))
        assert named - files <= {"pack.toml"}


def declared() -> set[str]:
    return {re.split(r"[><=\[ ]", one)[0] for one in PROJECT["dependencies"]}


def test_every_dependency_has_its_reason() -> None:
    told = text_of(ROOT / "docs" / "dependencies.md")
    extras = {re.split(r"[><=\[ ]", one)[0] for extra in PROJECT["optional-dependencies"].values() for one in extra}
    assert {name for name in declared() | extras if not re.search(rf"(?<![\w-]){name}(?![\w-])", told)} == set()
    first = {name for row in re.findall(r"^\| ([a-z0-9, -]+) \|", told, re.MULTILINE) for name in row.split(", ")} - {"package"}
    assert first == declared()


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    found: set[str] = set()
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(text_of(path))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            found |= {name.split(".")[0] for name in names}
    others = found - set(sys.stdlib_module_names) - {"sayso"}
    assert {IMPORTED.get(name, name).replace("_", "-") for name in others} == declared() - BROUGHT


def test_settings_are_all_described() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|(.*)\|$", text_of(ROOT / "docs" / "commands.md"), re.MULTILINE)
    assert [name for name, _, _ in rows] == [f.name for f in fields(Settings)]
    for name, variable, rest in rows:
        assert variable == f"SAYSO_{name.upper()}"
        value = getattr(Settings(), name)
        assert not value or f"{value:,}" in rest


def test_the_json_in_short_is_the_json() -> None:
    sketch = re.search(r"```\n(\{\"report\".*?)```", text_of(ROOT / "README.md"), re.DOTALL)
    assert sketch
    names = set(re.findall(r'"(\w+)"', sketch[1])) - {"place", "interval", "quantity", "reference"}
    properties = set(re.findall(r'"(\w+)": \{', json.dumps(schema()["reading"])))
    assert names - properties == set()
    assert set(schema()["reading"]["properties"]) <= names
