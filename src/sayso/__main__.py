"""``python -m sayso``."""

from .start import main

main()
