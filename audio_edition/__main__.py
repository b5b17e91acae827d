"""The program, as `audio-edition` and as `python -m audio_edition`."""

import sys

INTERRUPTED = 130
"""Exit code of Ctrl+C."""


def main() -> None:
    """Run it; Ctrl+C is no traceback, also while its modules are still being imported."""
    try:
        from audio_edition.cli._app import main as program
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    program()


if __name__ == "__main__":
    main()
