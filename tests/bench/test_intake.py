"""The mentions that matching is measured with: of people and bodies of the desk, and of nobody."""

from __future__ import annotations

from pathlib import Path
from random import Random

from db import Lens, open_desk
from db.intake.matching.matcher import Matcher
from tests.bench.big_desk import made_desk
from tests.bench.intake import dated_in, mentions_in


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
    assert {way for _, way, _ in mentions} == {*by_way, "a body", "a body with a slip"}


def test_agreements_and_events_of_the_desk_are_mentioned_with_who_is_in_them(
    tmp_path: Path,
) -> None:
    lens = Lens()
    with open_desk(made_desk(tmp_path, 1_000), read_only=True) as store:
        mentions = list(dated_in(store.reader, lens, Random(1)))
        agreement = next(said for kind, _, said in mentions if kind == "agreement")
        matcher = Matcher(store.reader, lens)
        assert matcher.match("agreement", agreement).answer != "new"
    assert {way for _, way, _ in mentions} == {"an agreement", "an event"}
