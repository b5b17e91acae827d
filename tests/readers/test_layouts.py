# ruff: noqa: E501 - sources as their makers write them
"""One page as several layout parsers write it in JSON: from each, the same two articles."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from audio_edition import readers
from audio_edition.model.errors import IssueError
from audio_edition.model.issue import Issue, SourceFile
from audio_edition.model.page import Line
from audio_edition.recovery import recover

Said = list[tuple[str, Any]]
ROWS = [["餐别", "时间", "价格"], ["早餐", "6:30-8:30", "5元"], ["午餐", "11:00-13:00", "12元"]]
PAGE: Said = [
    ("header", "朔阳晚报 2024年5月20日 星期一 社会"),
    ("title", "老街装上新路灯 夜归居民心里亮"),
    ("text", "本报讯（记者 林晓禾）5月19日晚，家住城西老街的王大爷出门散步，发现巷子里装上了新路灯。"),
    ("text", "据了解，今年以来，城西街道投入35万元，为12条背街小巷安装路灯186盏，惠及居民4200余户。"),
    ("picture", ""),
    ("caption", "居民在新路灯下散步。"),
    ("title", "社区食堂开张 老人吃上热乎饭"),
    ("text", "本报讯（记者 贺朝）5月18日，东关社区食堂正式开张，首日接待老人120余人次。"),
    ("table", ROWS),
    ("folio", "第3版"),
    ("footer", "本版编辑 张三 校对 李四"),
]


def html(rows: list[list[str]]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"


def edges(at: int) -> list[int]:
    return [100, 100 + 60 * at, 900, 150 + 60 * at]


def corners(at: int) -> list[int]:
    left, top, right, bottom = edges(at)
    return [left, top, right, top, right, bottom, left, bottom]


def paddleocr(page: Said) -> Any:
    words = {"title": "paragraph_title", "picture": "image", "caption": "figure_title", "folio": "number"}
    blocks = [
        {"block_label": words.get(kind, kind), "block_content": html(said) if kind == "table" else said, "block_bbox": edges(at)}
        for at, (kind, said) in enumerate(page)
    ]
    return {"input_path": "a.png", "page_index": None, "parsing_res_list": blocks, "layout_det_res": {"boxes": []}}


def dots_ocr(page: Said) -> Any:
    words = {"header": "Page-header", "title": "Section-header", "folio": "Page-footer", "footer": "Page-footer"}
    made = []
    for at, (kind, said) in enumerate(page):
        text = html(said) if kind == "table" else f"## {said}" if kind == "title" else said
        made.append({"bbox": edges(at), "category": words.get(kind, kind.title()), **({"text": text} if text else {})})
    return made


def paddleocr_service(page: Said) -> Any:
    return {"logId": "1", "result": {"layoutParsingResults": [{"prunedResult": paddleocr(page), "markdown": {"text": "…"}}]}}


def own_pipeline(page: Said) -> Any:
    words = {"folio": "page_number", "header": "page_header", "footer": "page_footer"}
    blocks = [
        {"box": corners(at), "kind": words.get(kind, kind), "content": html(said) if kind == "table" else said}
        for at, (kind, said) in enumerate(page)
    ]
    return {"source": "scan.tif", "pages": [{"width": 1000, "height": 1400, "blocks": blocks}]}


def textin(page: Said) -> Any:
    words = {"title": "text", "folio": "page_number", "caption": "image_title", "picture": "image"}
    detail = [
        {
            "page_id": 1,
            "type": "table" if kind == "table" else "image" if kind == "picture" else "paragraph",
            "position": corners(at),
        }
        | {"sub_type": words.get(kind, kind), "text": html(said) if kind == "table" else said}
        | {"outline_level": 0 if kind == "title" else -1}
        for at, (kind, said) in enumerate(page)
    ]
    return {"code": 200, "result": {"detail": detail, "pages": [{"page_id": 1, "status": "success"}], "markdown": "…"}}


def aliyun(page: Said) -> Any:
    words = {"header": "pageHeader", "folio": "pageNumber", "footer": "pageFooter", "caption": "figureTitle", "picture": "figure"}
    layouts = [
        {"type": words.get(kind, kind), "text": html(said) if kind == "table" else said, "pageNum": 1}
        | {"pos": [{"x": x, "y": y} for x, y in zip(*[iter(corners(at))] * 2, strict=True)]}
        for at, (kind, said) in enumerate(page)
    ]
    return {"Data": {"layouts": layouts, "docInfo": {"pages": [{"imageWidth": 1000}]}}}


def unstructured(page: Said) -> Any:
    words = {"text": "NarrativeText", "picture": "Image", "caption": "FigureCaption", "folio": "PageNumber"}
    made = []
    for at, (kind, said) in enumerate(page):
        text = " ".join(cell for row in said for cell in row) if kind == "table" else said
        pairs = [corners(at)[place : place + 2] for place in range(0, 8, 2)]
        metadata: dict[str, Any] = {"page_number": 1, "coordinates": {"points": pairs, "system": "PixelSpace"}}
        if kind == "table":
            metadata["text_as_html"] = html(said)
        made.append({"type": words.get(kind, kind.title()), "element_id": f"{at:x}", "text": text, "metadata": metadata})
    return made


def marker(page: Said) -> Any:
    words = {"header": "PageHeader", "title": "SectionHeader", "folio": "PageFooter", "footer": "PageFooter"}
    blocks: list[dict[str, Any]] = []
    for at, (kind, said) in enumerate(page):
        tag = "h2" if kind == "title" else "p"
        text = html(said) if kind == "table" else f"<{tag}>{said}</{tag}>"
        blocks.append({"block_type": words.get(kind, kind.title()), "html": text, "bbox": edges(at), "children": None})
    group = {"block_type": "PictureGroup", "html": "<content-ref src='/page/0/Picture/4'>", "children": blocks[4:6]}
    children = [*blocks[:4], group, *blocks[6:]]
    return {"block_type": "Document", "children": [{"block_type": "Page", "html": "", "children": children}], "metadata": {}}


def marker_chunks(page: Said) -> Any:
    [found] = marker(page)["children"]
    return {"blocks": [{**block, "page": 0} for block in found["children"]], "page_info": {"0": {"bbox": [0, 0, 1000, 1400]}}}


def mineru_middle(page: Said) -> Any:
    def lines(said: str, **span: str) -> list[Any]:
        half = len(said) // 2
        return [{"spans": [{"content": part, "type": "text", **span}]} for part in (said[:half], said[half:])]

    blocks, discarded = [], []
    for at, (kind, said) in enumerate(page):
        if kind in ("title", "text"):
            blocks.append({"type": kind, "bbox": edges(at), "lines": lines(said)})
        elif kind == "picture":
            parts = [{"type": "image_body", "lines": [{"spans": [{"type": "image", "image_path": "a.jpg"}]}]}]
            parts.append({"type": "image_caption", "lines": lines(page[at + 1][1])})
            blocks.append({"type": "image", "bbox": edges(at), "blocks": parts})
        elif kind == "table":
            body = {"type": "table_body", "lines": [{"spans": [{"type": "table", "html": html(said)}]}]}
            blocks.append({"type": "table", "bbox": edges(at), "blocks": [body]})
        elif kind != "caption":
            discarded.append({"type": "page_number" if kind == "folio" else kind, "bbox": edges(at), "lines": lines(said)})
    return {"pdf_info": [{"para_blocks": blocks, "discarded_blocks": discarded, "page_idx": 0}], "_backend": "pipeline"}


def docling(page: Said) -> Any:
    words = {"header": "page_header", "title": "section_header", "folio": "page_footer", "footer": "page_footer"}
    texts: list[dict[str, Any]] = []
    pictures, tables, body = [], [], []
    for at, (kind, said) in enumerate(page):
        left, top, right, bottom = edges(at)
        bounds = {"l": left, "t": 1400 - top, "r": right, "b": 1400 - bottom, "coord_origin": "BOTTOMLEFT"}
        item: dict[str, Any] = {"children": [], "prov": [{"page_no": 1, "bbox": bounds}], "label": words.get(kind, kind)}
        if kind == "picture":
            pictures.append({**item, "self_ref": "#/pictures/0", "captions": [{"$ref": f"#/texts/{len(texts)}"}]})
            body.append("#/pictures/0")
        elif kind == "table":
            tables.append(
                {**item, "self_ref": "#/tables/0", "data": {"grid": [[{"text": cell} for cell in row] for row in said]}}
            )
            body.append("#/tables/0")
        else:
            body += [f"#/texts/{len(texts)}"] * (kind != "caption")
            texts.append({**item, "self_ref": f"#/texts/{len(texts)}", "text": said, "orig": said})
    root = {"self_ref": "#/body", "label": "unspecified", "children": [{"$ref": ref} for ref in body]}
    size = {"1": {"size": {"width": 1000.0, "height": 1400.0}, "page_no": 1}}
    lists = {"texts": texts, "pictures": pictures, "tables": tables, "groups": [], "pages": size}
    return {"schema_name": "DoclingDocument", "version": "1.3.0", "body": root, **lists}


def docling_service(page: Said) -> Any:
    return {"document": {"filename": "scan.pdf", "md_content": None, "json_content": docling(page)}, "status": "success"}


def azure_layout(page: Said) -> Any:
    words = {"header": "pageHeader", "title": "sectionHeading", "folio": "pageNumber", "footer": "pageFooter"}
    paragraphs, tables, figures, at = [], [], [], 0

    def part(said: str, place: int) -> dict[str, Any]:
        region = {"pageNumber": 1, "polygon": corners(place)}
        return {"content": said, "spans": [{"offset": at, "length": len(said)}], "boundingRegions": [region]}

    for place, (kind, said) in enumerate(page):
        start = at
        for cell in (cell for row in said for cell in row) if kind == "table" else [said] * (kind != "picture"):
            paragraphs.append({**part(cell, place), **({"role": words[kind]} if kind in words else {})})
            at += len(cell) + 1
        if kind == "table":
            cells = [{"rowIndex": row, "content": cell} for row, cells in enumerate(said) for cell in cells]
            tables.append({**part("", place), "spans": [{"offset": start, "length": at - start}], "cells": cells})
        if kind == "caption":
            figures.append({**part("", place), "spans": paragraphs[-1]["spans"], "caption": paragraphs[-1]})
    return {"status": "succeeded", "analyzeResult": {"paragraphs": paragraphs, "tables": tables, "figures": figures}}


def azure_client(page: Said) -> Any:
    names = {"boundingRegions": "bounding_regions", "pageNumber": "page_number", "rowIndex": "row_index"}
    text = json.dumps(azure_layout(page)["analyzeResult"])
    for name, written in names.items():
        text = text.replace(f'"{name}":', f'"{written}":')
    made = json.loads(text)
    for paragraph in made["paragraphs"]:
        corner = iter(paragraph["bounding_regions"][0]["polygon"])
        paragraph["bounding_regions"][0]["polygon"] = [{"x": x, "y": next(corner)} for x in corner]
    return made


def textract(page: Said) -> Any:
    words = {"title": "SECTION_HEADER", "picture": "FIGURE", "caption": "TEXT", "folio": "PAGE_NUMBER"}
    layout: list[dict[str, Any]] = []
    rest: list[dict[str, Any]] = []
    for at, (kind, said) in enumerate(page):
        xs, ys = corners(at)[::2], corners(at)[1::2]
        place = {"Geometry": {"Polygon": [{"X": x, "Y": y} for x, y in zip(xs, ys, strict=True)]}, "Page": 1}
        block = {"BlockType": f"LAYOUT_{words.get(kind, kind.upper())}", "Id": f"layout-{at}", **place}
        layout.append(block)
        if kind == "table":
            cells = [(row, column, said[row][column]) for row in range(len(said)) for column in range(len(said[row]))]
            for row, column, cell in cells:
                rest.append({"BlockType": "WORD", "Id": f"word-{row}-{column}", "Text": cell, **place})
                ids = {"Relationships": [{"Type": "CHILD", "Ids": [rest[-1]["Id"]]}]}
                rest.append({"BlockType": "LINE", "Id": f"cell-line-{row}-{column}", "Text": cell, **place, **ids})
                where = {"RowIndex": row + 1, "ColumnIndex": column + 1}
                rest.append({"BlockType": "CELL", "Id": f"cell-{row}-{column}", **where, **place, **ids})
            names = [f"cell-{row}-{column}" for row, column, _ in cells]
            rest.append({"BlockType": "TABLE", "Id": "table", **place, "Relationships": [{"Type": "CHILD", "Ids": names}]})
        elif said:
            rows = said.split("\n") if "\n" in said else [said]
            rest += [{"BlockType": "LINE", "Id": f"line-{at}-{row}", "Text": text, **place} for row, text in enumerate(rows)]
            block["Relationships"] = [{"Type": "CHILD", "Ids": [f"line-{at}-{row}" for row in range(len(rows))]}]
    return {"DocumentMetadata": {"Pages": 1}, "Blocks": [{"BlockType": "PAGE", "Id": "page", "Page": 1}, *rest, *layout]}


def document_ai_layout(page: Said) -> Any:
    words = {"title": "heading-2", "text": "paragraph", "folio": "footer", "caption": "paragraph"}
    tree: list[dict[str, Any]] = []
    for at, (kind, said) in enumerate(page):
        block: dict[str, Any] = {"blockId": str(at), "pageSpan": {"pageStart": 1, "pageEnd": 1}}
        text = {"text": said, "type": words.get(kind, kind)}
        if kind == "table":
            cells = [[{"blocks": [{"textBlock": {"text": cell, "type": "paragraph"}}]} for cell in row] for row in said]
            block["tableBlock"] = {"bodyRows": [{"cells": row} for row in cells]}
        else:
            block |= {"imageBlock": {"imageText": ""}} if kind == "picture" else {"textBlock": text}
        inside = kind in ("text", "table") and "blocks" in tree[-1].get("textBlock", {})
        (tree[-1]["textBlock"]["blocks"] if inside else tree).append(block)
        if kind == "title":
            text["blocks"] = []
    return {"documentLayout": {"blocks": tree}, "chunkedDocument": {"chunks": [{"chunkId": "1", "content": "…"}]}}


def document_ai(page: Said) -> Any:
    text, paragraphs = "", []
    for at, (kind, said) in enumerate(page):
        if kind in ("picture", "table"):
            continue
        start, text = len(text), f"{text}{said}\n"
        xs, ys = corners(at)[::2], corners(at)[1::2]
        vertices = [{"x": x / 1000, "y": y / 1400} for x, y in zip(xs, ys, strict=True)]
        segment = {"endIndex": str(len(text)), **({"startIndex": str(start)} if start else {})}
        anchor = {"textSegments": [segment]}
        paragraphs.append({"layout": {"textAnchor": anchor, "boundingPoly": {"normalizedVertices": vertices}}})
    size = {"width": 1000, "height": 1400, "unit": "pixels"}
    return {"document": {"text": text, "pages": [{"pageNumber": 1, "dimension": size, "paragraphs": paragraphs}]}}


WRITERS = (
    paddleocr,
    paddleocr_service,
    dots_ocr,
    own_pipeline,
    textin,
    aliyun,
    unstructured,
    marker,
    marker_chunks,
    mineru_middle,
    docling,
    docling_service,
    azure_layout,
    azure_client,
)


def lines_of(made: Any) -> tuple[Line, ...]:
    return readers.read([SourceFile("scan.json", json.dumps(made).encode())]).pages[0].lines


def read(made: Any, name: str = "scan.json") -> Issue:
    return recover([SourceFile(name, json.dumps(made).encode())])


@pytest.mark.parametrize("write", WRITERS)
def test_the_page_is_read_as_it_was_printed(write: Callable[[Said], Any]) -> None:
    issue = read(write(PAGE))
    first, second = (article for article in issue.articles if article.type != "furniture")
    assert (issue.masthead.title, issue.masthead.date, first.page) == ("朔阳晚报", "2024-05-20", 3)
    assert [article.title for article in (first, second)] == [PAGE[1][1], PAGE[6][1]]
    assert [by.names for article in (first, second) for by in article.bylines] == [("林晓禾",), ("贺朝",)]
    assert [len(block.text) for block in first.blocks] == [len(PAGE[2][1]) - len("本报讯（记者 林晓禾）"), len(PAGE[3][1])]
    assert (first.captions, second.captions) == ((PAGE[5][1],), ())
    assert [list(row) for row in second.blocks[-1].rows] == ROWS


def test_a_tree_of_blocks_is_read_as_it_was_printed() -> None:
    issue = read(document_ai_layout(PAGE))
    first, second = (article for article in issue.articles if article.type != "furniture")
    assert (issue.masthead.date, first.page, first.title, second.title) == ("2024-05-20", 3, PAGE[1][1], PAGE[6][1])
    assert [list(row) for row in second.blocks[-1].rows] == ROWS


@pytest.mark.parametrize("snake", [False, True])
def test_paragraphs_are_cut_from_the_text_of_the_document(snake: bool) -> None:
    text = json.dumps(document_ai(PAGE), ensure_ascii=False)
    for name in ("textAnchor", "textSegments", "startIndex", "endIndex", "boundingPoly", "normalizedVertices") if snake else ():
        text = text.replace(f'"{name}"', '"' + re.sub("([A-Z])", r"_\1", name).lower() + '"')
    lines = lines_of(json.loads(text))
    assert [line.text for line in lines] == [said for kind, said in PAGE if kind not in ("picture", "table")]
    assert lines[1].box == pytest.approx(tuple(edge * 1000 / 900 for edge in edges(1)))


def test_a_paragraph_of_large_lines_is_a_heading() -> None:
    text = "本报讯昨天上午\n渡口重新开放，\n首日接待千人。"
    lines = lines_of(document_ai([("title", "渡口重新开放"), ("text", text)]))
    assert [(line.text, line.level) for line in lines] == [("渡口重新开放", 1), *((row, 0) for row in text.split("\n"))]


def test_the_printed_lines_below_a_picture_are_one_caption() -> None:
    said = "居民在新路灯下\n散步。\n本报记者 李红 摄"
    lines = lines_of(paddleocr([*PAGE[:5], ("caption", said)]))
    assert [(line.text, line.role) for line in lines[-2:]] == [
        ("居民在新路灯下散步。", "caption"),
        ("本报记者 李红 摄", "credit"),
    ]


def test_the_head_of_a_page_stands_below_the_name_of_its_section() -> None:
    head = ("header", "Monday, May 20, 2024 The Wend Observer C2")
    made = mineru_middle([("title", "ARTS & LIFE"), head, ("title", "A potter's second life"), ("text", "She bought a kiln.")])
    assert [line.text for line in lines_of(made)][:2] == ["ARTS & LIFE", head[1]]
    [article] = [article for article in read(made).articles if article.type != "furniture"]
    assert (article.kicker, article.title) == ((), "A potter's second life")


def test_the_lines_of_a_layout_stand_in_its_order() -> None:
    lines = lines_of(textract(PAGE))
    assert [line.text for line in lines if line.kind == "text"] == [said for kind, said in PAGE if said and kind != "table"]
    assert [(line.role, line.level) for line in lines[:2]] == [("furniture", 0), ("", 2)]
    assert [list(row) for row in lines[8].rows] == ROWS
    assert lines[1].box == pytest.approx(tuple(edge * 1000 / 900 for edge in edges(1)))


def test_a_printed_line_that_no_layout_holds_is_read() -> None:
    made = textract(PAGE)
    made["Blocks"] = [block for block in made["Blocks"] if block["Id"] != "layout-3"]
    assert PAGE[3][1] in "".join(line.text for line in lines_of(made))


@pytest.mark.parametrize("write", WRITERS)
def test_each_line_keeps_its_box_in_thousandths(write: Callable[[Said], Any]) -> None:
    title = next(line for line in lines_of(write(PAGE)) if line.text == PAGE[1][1])
    assert title.box == pytest.approx(tuple(edge * 1000 / 900 for edge in edges(1)))


@pytest.mark.parametrize("write", WRITERS)
def test_the_name_of_the_file_says_the_page(write: Callable[[Said], Any]) -> None:
    source = readers.read([SourceFile("2024-05-20/A05_res.json", json.dumps(write(PAGE)).encode())])
    assert [(page.number, page.label) for page in source.pages] == [(5, "A05")]


def test_blocks_are_read_by_their_numbers() -> None:
    made = paddleocr(PAGE)
    blocks = made["parsing_res_list"]
    for number, at in enumerate((1, 2, 3, 6, 7)):
        blocks[at]["block_order"] = number + 1
    blocks[2], blocks[7] = blocks[7], blocks[2]
    assert [line.text for line in lines_of(made)][:8] == [said for _, said in PAGE[:8]]


def test_a_cell_that_spans_columns_is_read_once() -> None:
    made = docling(PAGE)
    wide = {"text": "三餐", "start_col_offset_idx": 0}
    made["tables"][0]["data"]["grid"].insert(0, [wide, wide, {"text": "价", "start_col_offset_idx": 2}])
    assert next(line.rows for line in lines_of(made) if line.rows)[:2] == (("三餐", "价"), tuple(ROWS[0]))


def test_printed_lines_of_an_ocr_become_paragraphs() -> None:
    body = PAGE[3][1]
    rows = [PAGE[1][1], *(body[at : at + 12] for at in range(0, len(body), 12))]
    words = [
        {"words": row, "location": {"left": 100, "top": 40 * at, "width": 20 * len(row), "height": 36}}
        for at, row in enumerate(rows)
    ]
    [article] = read({"words_result": words, "words_result_num": len(words)}).articles
    assert (article.title, [block.text for block in article.blocks]) == (PAGE[1][1], [body])


def placed(text: str, left: int, top: int, side: int = 20) -> tuple[str, list[int]]:
    return text, [left, top, left + side * len(text), top + side]


COLUMNS = [
    placed("渡口重新开放", 60, 0, 60),
    *(placed(text, 0, 100 + 30 * row) for row, text in enumerate(("本报讯昨天上午", "渡口重新开放，", "首日接待千人。"))),
    *(placed(text, 200, 112 + 30 * row) for row, text in enumerate(("市民王先生说，", "过河不必绕路，", "每天省半小时。"))),
    placed("路灯亮了", 380, 100, 40),
    placed("老街昨晚亮灯。", 380, 160),
    placed("天气", 0, 220, 40),
    placed("今天白天晴到多云，东风三级，最高气温二十度，夜间有小雨。", 0, 280),
]
"""A title above the first two of three columns, each of the columns lower than the one before, and a line below all."""


def baidu(rows: list[tuple[str, list[int]]]) -> Any:
    words = [
        {"words": text, "location": {"left": left, "top": top, "width": right - left, "height": bottom - top}}
        for text, (left, top, right, bottom) in rows
    ]
    return {"words_result": words, "words_result_num": len(words)}


def paddle_lines(rows: list[tuple[str, list[int]]]) -> Any:
    return {"rec_texts": [text for text, _ in rows], "rec_scores": [0.9] * len(rows), "rec_boxes": [edges for _, edges in rows]}


def quad(edges: list[int]) -> list[list[int]]:
    left, top, right, bottom = edges
    return [[left, top], [right, top], [right, bottom], [left, bottom]]


def named(edges: list[int], names: str = "xy") -> list[dict[str, int]]:
    return [dict(zip(names, corner, strict=True)) for corner in quad(edges)]


def easyocr(rows: list[tuple[str, list[int]]]) -> Any:
    return [[quad(edges), text, 0.9] for text, edges in rows]


def paddle_before_3(rows: list[tuple[str, list[int]]]) -> Any:
    return [[[quad(edges), [text, 0.98]] for text, edges in rows]]


def tencent(rows: list[tuple[str, list[int]]]) -> Any:
    return {"Response": {"TextDetections": [{"DetectedText": text, "Polygon": named(edges, "XY")} for text, edges in rows]}}


def aliyun_words(rows: list[tuple[str, list[int]]]) -> Any:
    return {"Data": {"content": "…", "prism_wordsInfo": [{"word": text, "pos": named(edges)} for text, edges in rows]}}


def azure_vision(rows: list[tuple[str, list[int]]]) -> Any:
    return {"readResult": {"blocks": [{"lines": [{"text": text, "boundingPolygon": named(edges)} for text, edges in rows]}]}}


def textract_lines(rows: list[tuple[str, list[int]]]) -> Any:
    lines = [
        {"BlockType": "LINE", "Id": str(at), "Text": text, "Page": 1, "Geometry": {"Polygon": named(edges, "XY")}}
        for at, (text, edges) in enumerate(rows)
    ]
    return {"DocumentMetadata": {"Pages": 1}, "Blocks": [{"BlockType": "PAGE", "Id": "page", "Page": 1}, *lines]}


@pytest.mark.parametrize(
    "write", [baidu, paddle_lines, easyocr, paddle_before_3, tencent, aliyun_words, azure_vision, textract_lines]
)
def test_printed_lines_are_read_column_by_column(write: Callable[[Any], Any]) -> None:
    listed = sorted(COLUMNS, key=lambda row: (row[1][1], row[1][0]))
    lines = lines_of(write(listed))
    assert [line.text for line in lines] == [text for text, _ in COLUMNS]
    assert [line.level for line in lines if line.level] == [1, 2, 2]
    assert [line.gap for line in lines[1:7]] == [1, 0, 0, 1, 0, 0]


def vision(rows: list[tuple[str, list[int]]]) -> Any:
    def word(text: str, last: str) -> dict[str, Any]:
        ends: list[dict[str, Any]] = [{} for _ in text[1:]] + [{"property": {"detectedBreak": {"type": last}}}]
        return {"symbols": [{"text": sign, **end} for sign, end in zip(text, ends, strict=True)]}

    paragraphs = [
        {"boundingBox": {"vertices": named(edges)}, "words": [word(line, "LINE_BREAK") for line in text.split("\n")]}
        for text, edges in rows
    ]
    page = {"width": 900, "height": 900, "blocks": [{"blockType": "TEXT", "paragraphs": paragraphs}]}
    return {"responses": [{"fullTextAnnotation": {"pages": [page], "text": "…"}}]}


def test_symbols_become_paragraphs() -> None:
    rows = [("渡口重新开放", [0, 0, 360, 60]), ("本报讯昨天上午\n渡口重新开放，\n首日接待千人。", [0, 80, 140, 140])]
    lines = lines_of(vision(rows))
    assert [(line.text, line.level) for line in lines] == [(rows[0][0], 1), *((row, 0) for row in rows[1][0].split("\n"))]


def test_printed_lines_of_hanzi_that_end_within_a_sentence_go_on() -> None:
    text = "國際單車聯盟世界盃分站賽將於下月在青衣單車館\n舉行，二百六十名選手參賽。\n港隊教練說狀態不錯。"
    rows = [("渡口重新开放", [0, 0, 360, 60]), (text, [0, 80, 440, 170])]
    assert [line.text for line in lines_of(vision(rows))][1:] == [text.split("\n")[0] + text.split("\n")[1], text.split("\n")[2]]


def test_a_printed_line_that_fills_its_column_goes_on_below() -> None:
    long = "昨天上午九時渡口重新开放首日接待市民一千多人"
    rows = [placed("渡口重新开放首日接待市民一千多人昨天上午", 40, 100), placed(long, 0, 124), placed("有序登船。", 0, 148)]
    second = [placed("管理方说，明天起加开夜航班次，末班到二十二", 40, 172), placed("点。", 0, 196)]
    lines = [line for line in lines_of(baidu([*rows, *second])) if not line.level]
    assert [line.text for line in lines] == ["".join(text for text, _ in part) for part in (rows, second)]


def test_the_letters_of_a_paragraph_are_measured_without_the_white_between_its_lines() -> None:
    body = "\n".join(["昨天上午渡口重新开放，首日接待千人。"] * 6)
    rows = [("渡口重新开放", [0, 0, 216, 36]), (body, [0, 80, 360, 220])]
    [heading, *_] = lines_of(vision(rows))
    assert (heading.level, heading.large) == (3, True)


def test_vertical_lines_are_read_from_the_right() -> None:
    rows = [
        (text, [300 - 40 * at, 100, 320 - 40 * at, 100 + 20 * len(text)]) for at, text in enumerate(("灶火从清晨", "五点亮起。"))
    ]
    assert [line.text for line in lines_of(paddle_lines(rows[::-1]))] == ["灶火从清晨", "五点亮起。"]


def test_pieces_of_one_line_are_put_together() -> None:
    rows = [*COLUMNS[1:4], placed("第四行在这里断", 0, 190), placed("开。", 145, 190)]
    assert lines_of(baidu(rows))[-1].text == "第四行在这里断 开。"


def test_pages_of_a_document_are_not_numbered_by_their_files() -> None:
    pages = [{**paddleocr(PAGE[:4]), "page_index": index} for index in (0, 1)]
    files = [SourceFile(f"scan_{index}_res.json", json.dumps(page).encode()) for index, page in enumerate(pages)]
    assert [page.number for page in readers.read(files).pages] == [0, 0]


def test_pages_of_a_service_stay_in_their_order() -> None:
    pages = [{**paddleocr([("title", title)]), "page_index": index} for title, index in (("甲", 7), ("乙", 1))]
    made = {"result": {"layoutParsingResults": [{"prunedResult": page} for page in pages]}}
    source = readers.read([SourceFile("scan.json", json.dumps(made).encode())])
    assert [[line.text for line in page.lines] for page in source.pages] == [["甲"], ["乙"]]


def test_a_result_may_stand_without_its_answer() -> None:
    issue = read(azure_layout(PAGE)["analyzeResult"])
    assert [article.title for article in issue.articles if article.type != "furniture"] == [PAGE[1][1], PAGE[6][1]]


def test_what_no_body_names_is_read_as_well() -> None:
    made = docling(PAGE)
    made["body"]["children"] = made["body"]["children"][:3]
    made["texts"][1]["children"] = [{"$ref": "#/texts/1"}, {"$ref": "#/texts/0"}, {"$ref": "#/nowhere"}]
    lines = lines_of(made)
    assert {said for kind, said in PAGE if kind != "table"} < {line.text for line in lines}
    assert len(lines) == len(PAGE)


@pytest.mark.parametrize(
    "write", [paddleocr, unstructured, marker, mineru_middle, docling, azure_layout, textract, document_ai, document_ai_layout]
)
def test_a_field_of_another_kind_is_one_line_that_names_it(write: Callable[[Said], Any]) -> None:
    text = re.sub('"(html|text|content|block_content|Text)": "[^"]+"', r'"\1": 7', json.dumps(write(PAGE)))
    with pytest.raises(IssueError, match=r"scan\.json: Expected `str.*`, got `int` - at `\$.*\(read as"):
        read(json.loads(text))


@pytest.mark.parametrize("box", [[1, 2], [1, 2, 3, "4"], [5, 5, 1, 1], [10**400, 0, 1, 1], None, {"l": 1}])
def test_a_box_that_is_none_is_left_out(box: Any) -> None:
    made = paddleocr(PAGE)
    for block in made["parsing_res_list"]:
        block["block_bbox"] = box
    assert lines_of(made)[1].text == PAGE[1][1]


def test_articles_of_a_newsroom_are_no_blocks() -> None:
    article = {"title": "公交9路延长", "content": "公交9路将延长至新城。", "category": "社会", "bbox": [1, 2, 3, 4]}
    assert readers.read([SourceFile("a.json", json.dumps([article]).encode())]).reader == "cms"


PAGE_XML = """<?xml version="1.0"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
<Page imageFilename="a.tif" imageWidth="1000" imageHeight="1400"><ReadingOrder><OrderedGroup id="o">
<RegionRefIndexed index="0" regionRef="r2"/><RegionRefIndexed index="1" regionRef="r1"/></OrderedGroup></ReadingOrder>
<TextRegion id="r3" type="page-number"><Coords points="900,20 960,20 960,60 900,60"/><TextEquiv><Unicode>Page 7</Unicode></TextEquiv></TextRegion>
<TextRegion id="r1"><Coords points="100,300 900,300 900,500 100,500"/>
<TextLine><Coords points="100,300 900,300 900,340 100,340"/><TextEquiv><Unicode>The ferry to the island runs again from Mon-</Unicode></TextEquiv></TextLine>
<TextLine><Coords points="100,345 900,345 900,385 100,385"/><TextEquiv index="0"><Unicode>day, the harbour board said, after a winter of</Unicode></TextEquiv>
<TextEquiv index="1"><Unicode>dav</Unicode></TextEquiv></TextLine>
<TextLine><Coords points="100,390 500,390 500,430 100,430"/><TextEquiv><Unicode>repairs.</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r2" custom="readingOrder {index:0;} structure {type:heading;}"><Coords points="100,100 900,100 900,200 100,200"/>
<TextLine><Coords points="100,100 900,100 900,200 100,200"/><TextEquiv><Unicode>Ferry reopens</Unicode></TextEquiv></TextLine></TextRegion>
</Page></PcGts>"""


def test_page_xml_is_read_region_by_region() -> None:
    issue = recover([SourceFile("scan.xml", PAGE_XML.encode())])
    [article] = [article for article in issue.articles if article.type != "furniture"]
    assert (article.title, article.page) == ("Ferry reopens", 7)
    assert [block.text for block in article.blocks] == [
        "The ferry to the island runs again from Monday, the harbour board said, after a winter of repairs."
    ]


def test_the_printed_lines_of_a_block_are_its_paragraph() -> None:
    rows = ["The ferry to the island runs again", "from Monday, the harbour board", "said."]
    [article] = read(textract([("title", "Ferry to the island"), ("text", "\n".join(rows))])).articles
    assert [block.text for block in article.blocks] == [" ".join(rows)]


def hocr(*paragraphs: tuple[str, list[str]]) -> bytes:
    lines = [
        "<p class='ocr_par'>"
        + "".join(
            f'<span class="{kind}" title="bbox 100 {100 * at + 40 * row} 900 {100 * at + 40 * row + 36}; x_size 36">'
            + " ".join(f"<span class='ocrx_word' title='x_wconf 96'>{word}</span>" for word in words.split())
            + "</span>\n"
            for row, words in enumerate(rows)
        )
        + "</p>"
        for at, (kind, rows) in enumerate(paragraphs)
    ]
    head = "<?xml version='1.0' encoding='UTF-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title></title></head><body>"
    return (
        f"{head}<div class='ocr_page' title='image \"a.png\"; bbox 0 0 1000 1400'>{''.join(lines)}</div></body></html>".encode()
    )


def test_hocr_is_read_line_by_line() -> None:
    made = hocr(
        ("ocr_header", ["Ferry reopens"]),
        (
            "ocr_line",
            ["The ferry to the island runs again from Mon-", "day, the harbour board said, after a winter of", "repairs."],
        ),
    )
    [article] = recover([SourceFile("page07.hocr", made)]).articles
    assert (article.title, article.page) == ("Ferry reopens", 7)
    assert [block.text for block in article.blocks] == [
        "The ferry to the island runs again from Monday, the harbour board said, after a winter of repairs."
    ]


def test_the_printed_lines_of_a_heading_are_one() -> None:
    lines = "".join(
        f'<TextLine><Coords points="100,{top} 900,{top} 900,{top + 60} 100,{top + 60}"/><TextEquiv><Unicode>{text}</Unicode>'
        "</TextEquiv></TextLine>"
        for top, text in ((100, "Ferry to the island"), (170, "reopens"))
    )
    made = re.sub("<TextLine>.*?Ferry reopens.*?</TextLine>", lines, PAGE_XML)
    [article] = [article for article in recover([SourceFile("scan.xml", made.encode())]).articles if article.type != "furniture"]
    assert (article.title, article.subtitle) == ("Ferry to the island reopens", "")


def hocr_words(kind: str, rows: list[list[tuple[str, int]]], top: int, side: int) -> str:
    made = []
    for row, words in enumerate(rows):
        y = top + row * side * 2
        spans = [
            f"<span class='ocrx_word' title='bbox {left} {y} {left + side * len(word)} {y + side}; x_wconf 96'>{word}</span>"
            for word, left in words
        ]
        made.append(f"<span class='{kind}' title='bbox 0 {y} 900 {y + side}; x_size {side}'>{' '.join(spans)}</span>")
    return f"<p class='ocr_par'>{''.join(made)}</p>"


def test_the_places_of_hocr_say_what_is_large_and_where_white_is() -> None:
    body = [[("昨天20", 0), ("日上午", 80), ("市民", 160)]] * 4
    parts = [
        hocr_words("ocr_line", [[("引题", 0)]], 0, 40),
        hocr_words("ocr_line", [[("渡口", 0), ("新开放", 200)]], 100, 60),
        hocr_words("ocr_line", body, 300, 20),
        hocr_words("ocr_caption", [[("渡口", 0), ("昨天", 40)], [("重新", 0), ("开放。", 50)]], 700, 20),
    ]
    made = f"<html><body><div class='ocr_page' title='bbox 0 0 1000 1400'>{''.join(parts)}</div></body></html>"
    lines = readers.read([SourceFile("scan.hocr", made.encode())]).pages[0].lines
    assert [(line.text, line.level) for line in lines[:2]] == [("引题", 2), ("渡口 新开放", 1)]
    assert {(line.text, line.level) for line in lines[2:6]} == {("昨天20日上午 市民", 0)}
    assert [(line.text, line.role) for line in lines[6:]] == [("渡口昨天重新 开放。", "caption")]


def test_printed_lines_of_hanzi_of_hocr_are_one_paragraph() -> None:
    rows = ["国际单车联盟分站赛将于下月在青衣单车馆", "举行，二百六十名选手参赛。", "门票周一开售。"]
    page = hocr(("ocr_header", ["单车馆办国际赛"]), ("ocr_line", rows))
    lines = readers.read([SourceFile("scan.hocr", page)]).pages[0].lines
    assert [line.text for line in lines[1:]] == [rows[0] + rows[1], rows[2]]


def test_hanzi_of_hocr_stand_side_by_side() -> None:
    source = readers.read(
        [SourceFile("scan.html", hocr(("ocr_line", ["朔 阳 晚 报 2024 年 5 月 20 日", "China Daily 中国 日报"])))]
    )
    assert (source.reader, [line.text for line in source.pages[0].lines]) == (
        "hocr",
        ["朔阳晚报 2024 年 5 月 20 日", "China Daily 中国日报"],
    )


def test_a_word_of_hocr_without_signs_is_none() -> None:
    made = hocr_words("ocr_line", [[("昨天", 0), ("", 50), ("下午", 80)]], 100, 20)
    page = f"<html><body><div class='ocr_page' title='bbox 0 0 1000 1400'>{made}</div></body></html>"
    [line] = readers.read([SourceFile("scan.hocr", page.encode())]).pages[0].lines
    assert line.text == "昨天 下午"


@pytest.mark.parametrize("place", ["NaN", "1e999", "-Infinity", "x", ""])
def test_a_place_that_is_no_number_costs_no_text(place: str) -> None:
    rows = "".join(
        f'<TextBlock ID="b{at}" HPOS="{place}" VPOS="{20 * at}" WIDTH="90" HEIGHT="9"><TextLine HEIGHT="{place}" HPOS="0">'
        f'<String CONTENT="渡口{at}。"/></TextLine></TextBlock>'
        for at in range(12)
    )
    made = f'<alto><Layout><Page WIDTH="1000">{rows}</Page></Layout></alto>'
    issue = recover([SourceFile("page01.xml", made.encode())])
    told = "".join(block.text for article in issue.articles for block in article.blocks)
    assert all(f"渡口{at}。" in told for at in range(12))


def test_a_place_in_the_text_of_a_document_that_is_no_number_is_its_beginning() -> None:
    made = json.dumps(document_ai(PAGE)).replace('"startIndex": "', '"startIndex": "x')
    assert readers.read([SourceFile("scan.json", made.encode())]).reader == "document_ai"


@pytest.mark.parametrize(
    "rows",
    [
        ("一等奖：朔城区第一中学高三二班张晓明", "二等奖：平鲁区李林中学高一五班李小红", "三等奖：山阴县第三中学初二一班赵小刚"),
        (
            "承办单位：山西省朔州市文化和旅游局办公室",
            "协办单位：山西省大同市文化和旅游局办公室",
            "举办地点：山西省朔州市文化中心大剧院",
        ),
    ],
)
def test_entries_of_one_block_are_no_wrapped_paragraph(rows: tuple[str, ...]) -> None:
    text = "本报讯（记者 王芳）昨日，全市中学生作文大赛揭晓，共评出获奖作品三篇。"
    found = [("paragraph_title", "作文大赛揭晓", 0), ("text", text, 50), ("text", "\n".join(rows), 110)]
    blocks = [
        {"block_label": kind, "block_content": content, "block_bbox": [0, top, 440, top + 40]} for kind, content, top in found
    ]
    [article] = recover([SourceFile("page01_res.json", json.dumps({"parsing_res_list": blocks}).encode())]).articles
    assert article.blocks[-1].lines == rows
