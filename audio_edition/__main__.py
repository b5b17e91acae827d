"""`python -m audio_edition`."""

from audio_edition.cli._app import main

if __name__ == "__main__":
    main()
