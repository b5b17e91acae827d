"""Shows how a text is read: its tokens, their semiotic classes, and the readings that lost."""

import typer


def speak(
    text: str = typer.Argument("", help="A text; with --json: a file of lines, `-` for standard input, or a text."),
    why: bool = typer.Option(False, "--why", help="Show every reading that lost, with its cost."),
    json: bool = typer.Option(False, "--json", help="One line of JSON for each line of the file."),
    lang: str = typer.Option("zh-CN", "--lang", help="Language of the text (BCP 47)."),
    section: str = typer.Option("", "--section", help="Section of the newspaper, such as 体育."),
    date: str = typer.Option("", "--date", help="Date of the issue, YYYY-MM-DD."),
) -> None:
    """Show how a text is read aloud: each token, its semiotic class, its cost and the runner-up."""
    from audio_edition.normalization import Context

    context = Context(date=date, section=section, lang=lang)
    if json:
        _print_json(text, context)
    else:
        _print_table(text, context, why)


def _print_json(source: str, context) -> None:
    import sys
    from pathlib import Path

    from msgspec.json import encode

    from audio_edition.normalization import normalize

    path = Path(source)
    if source == "-":
        lines = sys.stdin.buffer
    elif path.is_file():
        lines = path.open("rb")
    else:
        lines = [source.encode()]
    for line in lines:
        answer = normalize(line.decode("utf-8", "replace").rstrip("\r\n"), context)
        tokens = [
            {
                "written": answer.written[t.start : t.end],
                "start": t.start,
                "end": t.end,
                "spoken": t.spoken,
                "class": t.semiotic_class,
            }
            for t in answer.tokens
        ]
        sys.stdout.buffer.write(encode({"written": answer.written, "spoken": answer.spoken, "tokens": tokens}) + b"\n")


def _print_table(text: str, context, why: bool) -> None:
    from audio_edition.normalization import normalize

    for token in normalize(text, context).tokens:
        print(text[token.start : token.end], token.semiotic_class, token.spoken, token.cost, token.alternatives, sep="\t")
