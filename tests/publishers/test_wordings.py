"""Findings are read in the language of the paper."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

import audio_edition
from audio_edition.model.finding import Finding
from audio_edition.publishers import Context, report
from audio_edition.publishers._wordings import worded
from audio_edition.settings import Paper
from tests.growth import growth
from tests.publishers._edition import make
from tests.publishers._pages import pages, parsed

PACKAGE = Path(audio_edition.__file__).parent
CODE = re.compile(r"[A-Z]\d{3}")


def sentences(node: ast.AST, known: dict[str, list[ast.AST]]) -> Iterator[str]:
    """What an expression may say, 7 in place of what varies."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield from map("".join, product(*(list(sentences(part, known)) or ["7"] for part in parts)))
        case ast.FormattedValue(value=ast.Name() as part):
            yield from sentences(part, known)
        case ast.IfExp(body=one, orelse=other):
            yield from sentences(one, known)
            yield from sentences(other, known)
        case ast.Name(id=name):
            for value in known.get(name, []):
                yield from sentences(value, known)


def findings(function: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Code and sentence of every finding that a function makes, and what is suggested where that is a sentence of ours."""
    for node in ast.walk(function):
        values = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        match values:
            case [ast.Constant(value=str(code)), message, *rest] if CODE.fullmatch(code) and (rest or isinstance(node, ast.Call)):
                yield code, message
                named = [key.value for key in node.keywords if key.arg == "suggestion"] if isinstance(node, ast.Call) else []
                yield from ((code, value) for value in (*rest[2:], *named) if isinstance(value, ast.Constant))


def said() -> Iterator[tuple[str, str]]:
    """Code and sentence of every finding that the program can make."""
    for module in sorted(PACKAGE.rglob("*.py")):
        for function in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                known: dict[str, list[ast.AST]] = {}
                for node in ast.walk(function):
                    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                        known.setdefault(node.targets[0].id, []).append(node.value)
                for code, message in findings(function):
                    told = list(sentences(message, known))
                    assert told, f"{module.name}: what {code} says is not to be seen from its source"
                    yield from ((code, sentence) for sentence in told)


@pytest.mark.parametrize(("code", "sentence"), sorted(set(said())))
@pytest.mark.parametrize("lang", ["zh-CN", "zh-TW"])
def test_every_finding_is_said_in_chinese(code: str, sentence: str, lang: str) -> None:
    assert re.search("[\u4e00-\u9fff]{2}", worded(sentence, lang))


def test_what_varies_stands_in_its_place() -> None:
    assert worded("this voice cannot be made to say 得 as děi in “你得去”", "zh-CN") == "“你得去”里的得，这个声音读不成 děi"
    assert worded("left out: the issue was read as mineru, which this file is not", "zh-HK").endswith(
        "按 mineru 格式讀取，這個檔案不是"
    )


def test_the_report_of_a_chinese_paper_tells_them_so_and_that_of_an_english_one_in_english() -> None:
    found = Finding("A101", "the edition has -17.5 LUFS, not -16: the voices' peaks leave no room for more gain", "", "warning")
    found = replace(found, suggestion="another voice, or another loudness in the cast")
    shown = {}
    for lang in ("zh-CN", "en-GB"):
        made = pages(replace(make(), lang=lang, findings=(found,)))
        shown[lang] = parsed(made["2023-11-08/report.html"]).xpath("string(//section[@aria-labelledby='findings'])")
    assert "全期响度 -17.5 LUFS，应为 -16" in shown["zh-CN"]
    assert "换一个声音" in shown["zh-CN"]
    assert "room for more gain" not in shown["zh-CN"]
    assert "room for more gain" in shown["en-GB"]
    assert "another voice" in shown["en-GB"]


def test_a_paper_s_own_words_take_even_time() -> None:
    def publish(size: int) -> None:
        found = Finding("E103", "skipped, yet read: " + " is read ; it could be " * size, severity="error")
        tuple(report.publish(replace(make(), findings=(found,)), Paper(), Context((), lambda _: iter(()))))

    assert growth(publish, 3000) < 8
