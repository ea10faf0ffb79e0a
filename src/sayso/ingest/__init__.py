"""Bytes to reports: plain text, HTML, PDF and DOCX, from files, folders and standard input."""

from .files import Original, find
from .offsets import in_original
from .report import ingest, reports

__all__ = ["Original", "find", "in_original", "ingest", "reports"]
