"""What is claimed, on whose word, and how surely."""

from .commitment import commitment_at
from .itineraries import itineraries
from .ledger import claims

__all__ = ["claims", "commitment_at", "itineraries"]
