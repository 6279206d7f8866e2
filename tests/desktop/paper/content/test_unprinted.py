"""What is left out of a paper is told, in whatever block it stood and whatever the file is."""

from __future__ import annotations

import pytest

from desktop.paper.content.blocks import (
    Block,
    Fields,
    Heading,
    Paragraph,
    Run,
    Sheet,
    TableBlock,
    Tree,
    TreeNode,
)
from desktop.paper.content.unprinted import MAX_NAMED_LETTERS, unprinted_in
from desktop.paper.outputs import OUTPUTS

BLOCKS: list[Block] = [
    Heading("a\x07"),
    Paragraph(["b", Run("\x07")]),
    Fields([("\x07", "x")]),
    TableBlock(["x"], [["y\x07"]]),
    Tree([TreeNode(0, "x", ["y\x07"])]),
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_control_character_is_told_wherever_it_stands(block: Block) -> None:
    said = "Characters that cannot be printed were left out: U+0007 on “Dar”."
    assert unprinted_in([Sheet("Ok"), Sheet("Dar", [block])]) == said


@pytest.mark.parametrize("text", ["", "plain", "line\r\nend\ttab", "اسحاق", "a\u200bb\u200f"])
def test_what_is_printed_is_not_told(text: str) -> None:
    assert unprinted_in([Sheet(text, [Paragraph(text)])]) == ""


def test_only_the_first_of_many_are_named() -> None:
    every = "".join(map(chr, [*range(1, 9), *range(14, 28)]))
    said = unprinted_in([Sheet("Dar", [Paragraph(every)]), Sheet("Rubio", [Paragraph("\x7f")])])
    assert said.count("U+") == MAX_NAMED_LETTERS
    assert said.endswith(", … on “Dar” and on others.")


@pytest.mark.parametrize("ending", OUTPUTS)
def test_every_output_says_it(ending: str) -> None:
    written = OUTPUTS[ending]([Sheet("Dar", [Paragraph("a\x1bb")])], "a4", None)
    assert written.says == "Characters that cannot be printed were left out: U+001B on “Dar”."
