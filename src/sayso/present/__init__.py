"""A dossier shown: one page that works from disk, and a ledger for the terminal."""

from .html import page
from .terminal import comparison, ledger

__all__ = ["comparison", "ledger", "page"]
