"""Texts reach Typst as JSON values and nothing else, with every row of the right length."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.content.blocks import (
    Bullets,
    Contents,
    Endnotes,
    Heading,
    Paragraph,
    Quotation,
    Run,
    Sheet,
    TableBlock,
)
from desktop.paper.typst.payload import (
    column_limit,
    encode,
    encode_sheet,
    language,
    link_limit,
    sheet_direction,
)


@given(st.text(max_size=60))
def test_any_text_is_a_value_of_json_and_never_markup(text: str) -> None:
    made = encode([Sheet(text, [Paragraph(text), Heading(text), Bullets([text])])], "a4")
    assert json.loads(json.dumps(made, ensure_ascii=False)) == made
    assert made["title"]


@pytest.mark.parametrize(
    ("levels", "set_as"),
    [([1, 2, 1], [2, 3, 2]), ([2, 1, 2], [2, 2, 3])],
)
def test_no_level_of_heading_is_skipped(levels: list[int], set_as: list[int]) -> None:
    blocks = [Heading(f"H{n}", level) for n, level in enumerate(levels)]
    assert [each["level"] for each in encode_sheet(Sheet("x", blocks))["blocks"]] == set_as


def test_a_heading_without_words_is_none() -> None:
    assert encode_sheet(Sheet("x", [Heading(" ")]))["blocks"] == []


def test_rows_are_filled_to_the_number_of_columns() -> None:
    table = TableBlock(["A"], [["1", "2", "3"], ["1"]], (2,))
    (made,) = encode_sheet(Sheet("x", [table]))["blocks"]
    assert made["columns"] == 3
    assert {len(row) for row in (made["head"], *made["rows"])} == {3}
    assert made["widths"] == [2.0, 1.0, 1.0]


def test_the_head_of_a_column_is_cut_because_it_stands_on_every_page() -> None:
    (made,) = encode_sheet(Sheet("x", [TableBlock(["A" * 900], [["1"]])]))["blocks"]
    seen = "".join(made["head"][0]).replace("\u200b", "")
    assert len(seen) <= column_limit


def test_only_a_note_that_is_there_is_a_link_and_only_so_many() -> None:
    runs = [Run("", note=1), Run("", note=9), *[Run("x", note=1)] * link_limit]
    made = encode_sheet(Sheet("x", [Paragraph(runs), Endnotes([(1, "One"), (1, "Again")])]))
    links = [run["to"] for run in made["blocks"][0]["text"] if isinstance(run, dict)]
    assert links[:2] == [True, False]
    assert sum(links) == link_limit
    assert [placed for *_, placed in made["blocks"][1]["rows"]] == [True, False]


def test_a_run_against_the_direction_of_the_sheet_says_so() -> None:
    text = [Run("اسحاق ڈار", language="ur"), Run("Dar"), Run("Dar", bold=True)]
    native, bare, bold = encode_sheet(Sheet("x", [Paragraph(text)]))["blocks"][0]["text"]
    assert (native["d"], native["l"]) == ("rtl", "ur")
    assert bare == "Dar"
    assert bold == {"t": "Dar", "b": True}


@pytest.mark.parametrize(
    ("tag", "codes"), [("ur-PK", ("ur", "PK")), ("", ("en", "")), ("12", ("en", ""))]
)
def test_a_tag_becomes_the_codes_of_typst(tag: str, codes: tuple[str, str]) -> None:
    assert language(tag) == codes


def test_a_sheet_runs_as_its_language_does() -> None:
    assert sheet_direction(Sheet("Dar", language="ps")) == "rtl"
    made = encode_sheet(Sheet("x", [Contents()], language="ur"))
    assert made["direction"] == "rtl"
    assert made["listed"] is False
    assert made["blocks"][0]["mark"] == "\u200f"


def test_a_paragraph_runs_as_its_text_does_and_one_without_letters_as_its_sheet() -> None:
    blocks = [Paragraph("وزیر"), Paragraph(["وزیر", ". ", "Signed"]), Paragraph("—")]
    made = [
        [block["direction"] for block in encode_sheet(Sheet("x", blocks, language=each))["blocks"]]
        for each in ("en", "ur")
    ]
    assert made == [["rtl", "ltr", "ltr"], ["rtl", "ltr", "rtl"]]
    first, second, _ = encode_sheet(Sheet("x", blocks))["blocks"]
    assert first["text"] == ["وزیر"]
    assert second["text"][0] == {"t": "وزیر", "d": "rtl", "m": "\u200e"}


def test_a_quotation_carries_its_source() -> None:
    (made,) = encode_sheet(Sheet("x", [Quotation("Peace.", 3, "Dar")]))["blocks"]
    assert made["text"][-1]["n"] == 3


def test_a_sheet_without_a_title_is_called_untitled() -> None:
    sheet = Sheet(" ")
    assert encode_sheet(sheet)["title"] == [sheet.words.untitled]
