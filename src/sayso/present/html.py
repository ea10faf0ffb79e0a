"""One self-contained page: nothing is fetched, nothing of a report is taken for markup."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

import sayso
from sayso.errors import ResourceError
from sayso.records import Dossier

from . import disputed, drawing, itineraries, listings, maps, passing, ranges, tables, wording
from .groups import depths, speakers
from .marked import parts
from .view import View, view


def page(dossier: Dossier) -> str:
    """The whole dossier as one HTML document. Needs the templates of the package: else ``ResourceError``."""
    shown = view(dossier)
    when, where = tables.timeline(shown), tables.spots(shown.reports)
    style, script = (Markup(part(name)) for name in ("page.css", "page.js"))
    try:
        template = environment().get_template("page.html")
    except TemplateNotFound as error:
        raise ResourceError(f"sayso's page template {error.name} is missing; install sayso again") from error
    return template.render(
        v=shown, d=dossier, version=sayso.__version__, w=wording, parts=parts, depths=depths,
        speakers=speakers(shown.reports), stories=tables.tellings(shown), pairs=tables.pairs(shown),
        accounts=ranges.ranges(shown), disputes=disputed.disputes(shown), passed=passing.every(shown),
        differing=tables.differing(shown), dated=drawing.strip(when.dated), unanchored=when.unanchored,
        spots=where, peoples=tables.peoples(shown.reports), plot=maps.plot(where),
        itineraries=itineraries.ways(shown.reports),
        listed=[(t, rows) for t in shown.reports if (rows := listings.rows(t.reading))],
        style=style, script=script, policy=policy(style, script), links=links(shown),
    )  # fmt: skip


def policy(style: str, script: str) -> str:
    """A Content-Security-Policy that lets just this style and this script run."""
    return f"default-src 'none'; style-src '{mark(style)}'; script-src '{mark(script)}'; base-uri 'none'; form-action 'none'"


def mark(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def links(shown: View) -> Markup:
    """For the script, by a claim's number: its report and the numbers of its chain's attributions. ``<`` never appears."""
    order = [{a.id: n for n, a in enumerate(t.reading.attributions)} for t in shown.reports]
    found = {s.number: [s.report, [order[s.report][a.id] for a in s.attributions]] for t in shown.reports for s in t.claims}
    return Markup(json.dumps(found, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026"))


@cache
def part(name: str) -> str:
    """A style or script of the package."""
    try:
        return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(f"sayso's page part {name} is missing; install sayso again") from error


@cache
def environment() -> Environment:
    """Everything is escaped; an unknown name in a template is an error."""
    return Environment(
        loader=PackageLoader("sayso.present"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
