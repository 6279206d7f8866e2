"""One description, several outputs: sheets written as PDF, for Word or as a web page.

The `print` command and the preview ask it. What is written stands in `OUTPUTS`, by the end of the
file's name; `save` puts it in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from db import Progress, Refused
from desktop.paper.content.blocks import Sheet
from desktop.paper.content.unprinted import unprinted_in
from desktop.paper.page_html import page_html
from desktop.paper.save import save
from desktop.paper.typst.compiling import Output, Paper
from desktop.paper.typst.typeset import typeset

Write = Callable[[Sequence[Sheet], Paper, Progress | None], Output]


def _pdf(sheets: Sequence[Sheet], paper: Paper, progress: Progress | None) -> Output:
    printed = typeset(sheets, paper, progress=progress)
    return Output(printed.pdf, printed.pages, printed.says)


def _html(sheets: Sequence[Sheet], paper: Paper, progress: Progress | None) -> Output:
    return Output(page_html(sheets).encode(), says=unprinted_in(sheets))


def _word(sheets: Sequence[Sheet], paper: Paper, progress: Progress | None) -> Output:
    # Loaded by the first document for Word: it takes a tenth of a second.
    from desktop.paper.word.word_document import word_document

    return word_document(sheets, paper, progress=progress)


OUTPUTS: Final[dict[str, Write]] = {
    ".pdf": _pdf,
    ".docx": _word,
    ".html": _html,
    ".htm": _html,
}


def unknown_ending(path: Path) -> str:
    """Return the sentence about a name whose ending is none of an output.

    >>> unknown_ending(Path("sheet.odt"))
    'sheet.odt does not end in .pdf, .docx or .html: name the file so.'
    """
    *first, last = (ending for ending in OUTPUTS if ending != ".htm")
    return f"{path.name} does not end in {', '.join(first)} or {last}: name the file so."


def write(
    sheets: Sequence[Sheet], path: Path, paper: Paper = "a4", *, progress: Progress | None = None
) -> tuple[Path, Output]:
    """Write the sheets as the file's name asks, and put the whole file in its place.

    `progress(done, total)` is told as sheets are done; `Stopped` raised from it leaves no file
    and what stood there before. Raises Refused and Unavailable as `typeset` and `save` do.
    """
    if path.suffix.lower() not in OUTPUTS:
        raise Refused(unknown_ending(path), "out")
    output = OUTPUTS[path.suffix.lower()](sheets, paper, progress)
    return save(output.content, path), output
