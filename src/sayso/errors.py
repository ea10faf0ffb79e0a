"""What can go wrong through bad use; bad content is a ``Problem`` in a reading instead."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors sayso raises on purpose. ``str(error)`` is written for the user."""


class InputError(SaysoError):
    """A file or stream that gives no report: missing, empty, too large, not text, damaged."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


class SettingsError(SaysoError):
    """sayso.toml or an environment variable that cannot be used."""


class ResourceError(SaysoError):
    """A part of the installation that is missing or unusable, such as a language pack or a gazetteer."""
