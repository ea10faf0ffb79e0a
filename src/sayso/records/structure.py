"""What later stages share about one report beyond its parse."""

from __future__ import annotations

from dataclasses import dataclass

from .mention import Entity, Mention, Quotation


@dataclass(frozen=True, slots=True)
class Structure:
    """Quotations in the order of the text, mentions in the order of their starts (outer before inner), entities."""

    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
