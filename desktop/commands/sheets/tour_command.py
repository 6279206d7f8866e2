"""The command `tour`: pictures of every tab and PDFs of the sample desk, made without a screen."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from db import Unavailable
from desktop.app import make_app, show_window
from desktop.commands.console.arguments import parse
from desktop.commands.console.output import Result
from desktop.commands.sheets.print_command import print_sheets
from desktop.window.tour import make_sample, take_tour

CHRONOLOGY = "chronology.pdf"


def tour(arguments: argparse.Namespace) -> Result:
    """Walk over a fresh sample desk and leave what was seen in a folder."""
    folder = Path(arguments.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".touched").touch()
        (folder / ".touched").unlink()
    except OSError as error:
        raise Unavailable(f"Nothing can be put into {folder}: {error.strerror}.") from error
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt is loaded here and by no other command.
    with tempfile.TemporaryDirectory(prefix="aide-memoire-") as aside:
        desk = make_sample(Path(aside))
        outcome, window = take_tour(desk, folder, make_app, show_window)
        print_sheets(parse(["print", str(desk), "chronology", "--out", str(folder / CHRONOLOGY)]))
        outcome.pdfs.append(CHRONOLOGY)
        outcome.steps.append("printed the chronology of the whole desk")
        window.deleteLater()
    data = {
        "pictures": [str(folder / name) for name in outcome.pictures],
        "pdfs": [str(folder / name) for name in outcome.pdfs],
        "steps": outcome.steps,
    }
    lines = [f"{len(outcome.pictures)} pictures and {len(outcome.pdfs)} PDFs are in {folder}."]
    return Result(data, [*lines, *outcome.steps])
