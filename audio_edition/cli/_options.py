"""Options that several commands have, and what may stand in them."""

import typer


def day(text: str) -> str:
    """A day as YYYY-MM-DD, or nothing.

    Raises typer.BadParameter.
    """
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day: write YYYY-MM-DD") from error
