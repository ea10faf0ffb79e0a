"""Where the command starts. ``sayso read FILE...``, given most, goes by the shortest way: without the command-line library."""

from __future__ import annotations

import gc
import os
import sys

from .errors import SaysoError
from .shell import print_readings, say

# Modules and tables stay as they are: looking through them for garbage at Python's own pace (700) costs a tenth of a cold read.
_NEW_BEFORE_COLLECTION = 50_000


def main() -> None:
    """Runs the command; a reader that stops reading (``| head``) ends it quietly, Ctrl-C with 130."""
    gc.set_threshold(_NEW_BEFORE_COLLECTION, *gc.get_threshold()[1:])
    try:
        _run(sys.argv[1:])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains while it closes
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except SaysoError as error:
        say(str(error))
        sys.exit(1)
    finally:
        gc.freeze()  # what is held at the end need not be looked through once more


def _run(words: list[str]) -> None:
    files = [w for w in words[1:] if w != "--json"]
    if not (words[:1] == ["read"] and files and all(map(_is_file, files))):
        from .cli import app  # takes longer to load than the encoder

        app()
    elif print_readings(files, "--json" in words):
        sys.exit(1)


def _is_file(word: str) -> bool:
    """Whether no command line could take it for anything but a file."""
    return word == "-" or (bool(word) and not word.startswith("-"))
