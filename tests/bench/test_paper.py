"""The floor of paper sets the same words, whatever they are made of."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.bench.big_desk import made_desk
from tests.bench.paper import bare, print_dossier
from tests.desktop.paper.typst.test_typeset import full_sheet, hostile, tight


@pytest.mark.parametrize("text", hostile)
def test_bare_typst_sets_the_same_words(text: str) -> None:
    pages = PdfReader(BytesIO(bare([full_sheet(text)]))).pages
    said = tight("".join(page.extract_text() for page in pages))
    assert said.count(tight(text)) >= 15


def test_a_dossier_has_about_the_pages_asked_for(tmp_path: Path) -> None:
    told = print_dossier(made_desk(tmp_path, 1_000), 40)
    assert told["pages"] >= 40
    assert told["seconds"] > 0
