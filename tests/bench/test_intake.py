"""The mentions that matching is measured with: of people and bodies of the desk, and of nobody."""

from __future__ import annotations

from pathlib import Path
from random import Random

from db import Lens, open_desk
from db.intake.matching.matcher import Matcher
from tests.bench.big_desk import made_desk
from tests.bench.intake import mentions_in


def test_those_of_the_desk_are_found_and_nobody_is_taken_for_somebody(tmp_path: Path) -> None:
    lens = Lens()
    with open_desk(made_desk(tmp_path, 1_000), read_only=True) as store:
        mentions = list(mentions_in(store.reader, lens, Random(1)))
        assert mentions == list(mentions_in(store.reader, lens, Random(1)))
        by_way: dict[str, list[str]] = {}
        for kind, way, said in mentions[:80]:
            answer = Matcher(store.reader, lens).match(kind, said).answer
            by_way.setdefault(way, []).append(answer)
    assert "new" not in by_way["by name"]
    assert set(by_way["nobody"]) == {"new"}
    assert {way for _, way, _ in mentions} == {*by_way, "a body"}
