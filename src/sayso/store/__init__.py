"""A case on disk: readings, and what was found out about each story, in one SQLite file."""

from .store import Store

__all__ = ["Store"]
