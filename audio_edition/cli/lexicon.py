"""`audio-edition lexicon`: the readings that an editor decides, kept in plain files."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="List, add, check, import and export the readings that an editor decides.")

File = Annotated[Path, typer.Option("--file", "-f", help="The lexicon: a TSV beside paper.toml.")]
OWN = Path("lexicon.tsv")


@app.command("list")
def show(file: File = OWN, word: Annotated[str, typer.Argument(help="Only entries that hold this.")] = "") -> None:
    """Print the entries: word, pinyin, scope, note."""
    from audio_edition.cli import _lexicons

    for entry in _lexicons.read(file).entries:
        if word in entry.word:
            typer.echo("\t".join((entry.word, " ".join(entry.pinyin), entry.scope, entry.note)).rstrip("\t"))


@app.command()
def add(
    word: Annotated[str, typer.Argument(help="The word, as printed.")],
    pinyin: Annotated[str, typer.Argument(help="Its pinyin, one syllable per character: `ying4 xian4` or `yìng xiàn`.")],
    file: File = OWN,
    scope: Annotated[str, typer.Option(help="Where it holds: word, name, place; everywhere when empty.")] = "",
    note: Annotated[str, typer.Option(help="Why; for whoever reads the file.")] = "",
) -> None:
    """Add an entry, or correct the one that is there."""
    from audio_edition.cli import _lexicons, _whole
    from audio_edition.model.errors import ConfigError
    from audio_edition.pronunciation import lexicon

    try:
        entry = lexicon.entry(word, pinyin, scope, note)
    except ValueError as error:
        raise ConfigError(f"{file}: not added: {error}") from error
    content = _lexicons.content(file) if file.exists() else b""
    changed = lexicon.amended(content, entry, str(file))
    _whole.replace(file, changed)
    typer.echo(f"{file}: {entry.word} {' '.join(entry.pinyin)}")


@app.command()
def check(files: Annotated[list[Path], typer.Argument(help="Lexicons (TSV or PLS), the strongest first.")]) -> None:
    """Say what is wrong with lexicons, and where they contradict each other; exit with 1 when one cannot be used."""
    from audio_edition.cli import _lexicons
    from audio_edition.model.errors import ConfigError
    from audio_edition.pronunciation import lexicon

    lexicons, wrong = [], 0
    for path in files:
        problems = lexicon.problems(path.read_bytes(), str(path)) if path.suffix == ".tsv" and path.is_file() else None
        for problem in problems or ():
            typer.echo(problem)
        wrong += len(problems or ())
        if not problems:
            try:
                lexicons.append(_lexicons.read(path))
            except ConfigError as error:
                typer.echo(str(error))
                wrong += 1
    for line in lexicon.contradictions(lexicons):
        typer.echo(line)
    typer.echo(f"{sum(len(known.entries) for known in lexicons)} entries in {len(lexicons)} lexicons can be used", err=True)
    if wrong:
        raise typer.Exit(1)


@app.command("import")
def take(
    source: Annotated[Path, typer.Argument(help="A lexicon: W3C PLS 1.0 (.pls, .xml) or TSV.")],
    file: File = OWN,
) -> None:
    """Add the entries of another lexicon; where both read a word, this one keeps its reading."""
    from msgspec import structs

    from audio_edition.cli import _lexicons
    from audio_edition.pronunciation.lexicon import Lexicon

    own = _lexicons.read(file) if file.exists() else Lexicon(str(file))
    held = {(entry.word, entry.scope) for entry in own.entries}
    new = tuple(
        structs.replace(entry, line=0) for entry in _lexicons.read(source).entries if (entry.word, entry.scope) not in held
    )
    _lexicons.write(file, Lexicon(own.name, own.entries + new))
    typer.echo(f"{file}: {len(new)} entries added")


@app.command()
def export(
    target: Annotated[Path, typer.Argument(help="Where to: .pls or .xml for W3C PLS 1.0, else TSV; `-` prints PLS.")],
    file: File = OWN,
) -> None:
    """Write the entries for another program."""
    from audio_edition.cli import _lexicons
    from audio_edition.pronunciation import pls

    known = _lexicons.read(file)
    if str(target) == "-":
        typer.echo(pls.serialize(known).decode(), nl=False)
    else:
        _lexicons.write(target, known)
        typer.echo(f"{target}: {len(known.entries)} entries")
