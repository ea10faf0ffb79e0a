"""Who claims what in news reports, on whose word - and whether independent sources agree."""

__version__ = "0.1.0"
