"""The styles of a document for Word are those that officers find in it."""

import pytest

from desktop.paper.content.blocks import Sheet
from desktop.paper.word.word_look import STYLES, new_document


@pytest.mark.parametrize("name", STYLES)
def test_every_style_is_there_with_its_size(name: str) -> None:
    style = new_document([Sheet("t")]).styles[name]
    assert style.font.size.pt == STYLES[name].get("size", 10.5)


def test_a_sheet_without_a_title_still_names_the_file() -> None:
    assert new_document([Sheet("")]).core_properties.title == "Untitled"
