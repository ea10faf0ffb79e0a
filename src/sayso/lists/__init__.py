"""Sanctions lists: kept with their dates, and the names of a report screened against them."""

from .screening import Watch
from .store import Added, Store, Version

__all__ = ["Added", "Store", "Version", "Watch"]
