"""Arguments come in any order, wrong ones are named in one sentence, and every command is there."""

import pytest

from db import HIGHEST, Refused, today
from desktop.commands.console.arguments import (
    SHARED,
    lens_of,
    options_first,
    options_with_value,
    overview,
    parse,
)
from desktop.commands.console.command_table import COMMANDS


@pytest.mark.parametrize(
    "words",
    [
        ["search", "my.desk", "rubio", "--limit", "3", "--json"],
        ["search", "--json", "--limit", "3", "my.desk", "rubio"],
        ["search", "my.desk", "--limit=3", "rubio", "--json"],
    ],
)
def test_options_and_words_stand_in_any_order(words: list[str]) -> None:
    given = parse(words)
    assert (given.desk, given.query, given.limit, given.json) == ("my.desk", "rubio", 3, True)


def test_what_stands_after_two_dashes_is_a_word() -> None:
    assert parse(["search", "my.desk", "--", "--json"]).query == "--json"
    assert parse(["search", "my.desk", "-45"]).query == "-45"
    assert options_first(["a", "--", "--limit"], {"--limit"}) == ["--", "a", "--limit"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "my.desk", "ships"], "ships"),
        (["list", "my.desk", "people", "--limit", "x"], "“x” is not a whole number"),
        (["list", "my.desk", "people", "--colour"], "Write -- before a text"),
        (["info"], "desk"),
        (["fly"], "fly"),
        ([], "COMMAND"),
    ],
)
def test_a_slip_is_told_in_one_line(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parse(words)
    told = capsys.readouterr().err
    assert end.value.code == 2
    assert says in told
    assert len(told.splitlines()) == 1


def test_every_option_with_a_value_is_known_to_take_one() -> None:
    assert {"--as-of", "--ceiling", "--passphrase-file"} <= options_with_value(SHARED)
    assert "--json" not in options_with_value(SHARED)


@pytest.mark.parametrize(
    ("options", "day", "ceiling"),
    [
        ([], None, HIGHEST),
        (["--as-of", "April 2024"], "2024-04-30", HIGHEST),
        (["--as-of", "2024", "--ceiling", "restricted"], "2024-12-31", 1),
    ],
)
def test_the_lens_is_what_the_options_ask_for(
    options: list[str], day: str | None, ceiling: int
) -> None:
    lens = lens_of(parse(["info", "my.desk", *options]))
    assert (lens.as_of, lens.ceiling) == (day or today(), ceiling)


@pytest.mark.parametrize(
    ("option", "text"), [("--as-of", "someday"), ("--ceiling", "cosmic"), ("--as-of", "..")]
)
def test_a_lens_that_cannot_be_read_is_refused_with_the_text(option: str, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        lens_of(parse(["info", "my.desk", option, text]))
    assert text in str(refusal.value)


def test_the_overview_lists_every_command() -> None:
    told = overview().format_help()
    assert [name for name in COMMANDS if f" {name} " not in told.replace("\n", " \n")] == []
    assert "--verbose" in told
