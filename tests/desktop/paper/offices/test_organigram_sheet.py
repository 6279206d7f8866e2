"""An organigram has each body as a box below the one that it belongs to on the day."""

from __future__ import annotations

from db import BoardScope, Lens, Organization
from desktop.paper.content.blocks import Tree, plain
from desktop.paper.offices.organigram_sheet import organigram_blocks, organigram_subtitle
from tests.cabinet_desk import AFTER, BEFORE, Cabinet


def boxes(cabinet: Cabinet, day: str, scope: BoardScope | None = None) -> list[tuple[int, str]]:
    scope = scope or BoardScope("Ruritania", country="pk")
    board = cabinet.store.reader.board(scope, cabinet.lens)
    (tree,) = organigram_blocks(board, day)
    assert isinstance(tree, Tree)
    return [(node.depth, plain(node.title)) for node in tree.nodes]


def test_the_tree_is_that_of_the_day(cabinet: Cabinet) -> None:
    after = [
        (0, "Government of Ruritania"),
        (1, "Foreign Ministry"),
        (2, "Protocol Department"),
        (1, "Trade Board"),
    ]
    assert boxes(cabinet, AFTER) == after
    assert boxes(cabinet, BEFORE) == after[:3]


def test_several_roots_stand_below_the_name_of_the_board(cabinet: Cabinet) -> None:
    cabinet.store.save(Organization(title="Army", country="pk"), Lens())
    found = boxes(cabinet, AFTER)
    assert found[0] == (0, "Ruritania")
    assert (1, "Army") in found and (1, "Government of Ruritania") in found


def test_a_box_has_its_offices_with_their_holders(cabinet: Cabinet) -> None:
    board = cabinet.store.reader.board(BoardScope("x", country="pk"), cabinet.lens)
    (tree,) = organigram_blocks(board, AFTER)
    assert isinstance(tree, Tree)
    assert [plain(row) for row in tree.nodes[1].rows] == [
        "Minister of Foreign Affairs: Clara",
        "Secretary of State: vacant, last held until 10 June 2025",
        "Special Envoy: no holder on this desk",
    ]
    assert organigram_subtitle(board, AFTER) == "Organigram · 4 bodies · 8 offices"
