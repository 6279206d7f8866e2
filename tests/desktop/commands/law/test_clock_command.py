"""`clock`: what is in force for whom and why, as of a day, and what a rule in words gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command

TABLE = (
    "title,signed,in_force_rule,later_rule,withdrawal_rule,party,party_act,party_act_date,"
    "party_act_kind,party_effect,party_territory\n"
) + "".join(
    f"Ban Treaty,2017-09-20,2 deposits + 90 days,90 days,12 months,{acts}\n"
    for acts in (
        "Honduras,ratified,2020-10-24,deposit,,",
        "Kenya,accession,2019-10-24,deposit,,",
        "Kenya,notice of withdrawal,2024-01-05,notification,,",
        "Togo,ratification,2021-01-22,deposit,2021-02-02,",
        "Netherlands,acceptance,2022-01-01,deposit,,",
        "Netherlands,territorial extension,2022-05-05,notification,2022-12-01,Aruba",
        "Austria,signature,2017-09-20,act,,",
    )
)


@pytest.fixture
def treaty(command: Command, tmp_path: Path) -> Path:
    """A desk with one treaty, whose rules and acts came in by a table."""
    desk, table = tmp_path / "a.desk", tmp_path / "ban.csv"
    table.write_text(TABLE, encoding="utf-8")
    command("new", desk)
    report = command("import", desk, table, "--json").data
    assert (report["created"]["agreements"], report["flagged"]) == (1, [])
    return desk


def test_it_prints_status_reason_parties_and_what_is_due(command: Command, treaty: Path) -> None:
    found = command("clock", treaty, "Ban Treaty", "--as-of", "2024-06-01", "--json").data
    assert list(found) == ["status", "reason", "in_force", "missing", "parties", "due"]
    assert (found["status"], found["in_force"], found["missing"]) == (
        "in force", "2021-01-22", None,
    )  # fmt: skip
    parties = {each.pop("party"): each for each in found["parties"]}
    assert list(parties["Kenya"]) == ["status", "since", "until", "reason"]
    assert (parties["Kenya"]["status"], parties["Kenya"]["until"]) == ("in force", "2025-01-05")
    assert parties["Togo"]["since"] == "2021-02-02"
    assert "by the rule it would be 22 April 2021" in parties["Togo"]["reason"]
    assert parties["Netherlands"]["since"] == "2022-04-01"
    assert "Aruba" in parties["Netherlands"]["reason"]
    assert parties["Austria"]["status"] == "not a party"
    assert found["due"] == [
        {"day": "2025-01-05", "what": "Out: Kenya (notice of withdrawal 5 January 2024)"}
    ]


def test_what_if_answers_as_if_it_were_done(command: Command, treaty: Path) -> None:
    asked = ("clock", treaty, "Ban Treaty", "--as-of", "2020-01-01", "--json")
    assert command(*asked).data["missing"] == "1 more ratification, then 90 days"
    found = command(*asked, "--what-if", "Peru deposits 2020-03-01").data
    assert (found["missing"], found["in_force"]) == (None, "2020-05-30")
    slip = command(*asked, "--what-if", "Peru dances", may_fail=True)
    assert slip.status == 3 and "who does what when" in slip.err


def test_in_words_it_tells_the_same(command: Command, treaty: Path) -> None:
    told = command("clock", treaty, "Ban", "Treaty", "--as-of", "2020-01-01").out
    assert "not in force: " in told and "Missing: 1 more ratification" in told


def test_a_batch_needs_no_desk(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "rules.csv"
    path.write_text(
        'rule,from\n50 deposits + 90 days,2020-10-24\n"30 June, notice by 1 January",1981-06-24\n'
        "when it pleases,2020-10-24\n",
        encoding="utf-8",
    )
    found = command("clock", "--batch", path, "--json").data
    assert [list(each) for each in found] == [["rule", "from", "day", "reads", "why"]] * 3
    assert [each["day"] for each in found] == ["2021-01-22", "1982-06-30", None]
    assert "says no rule" in found[2]["why"]
    assert "→ 22 January 2021" in found[0]["reads"]


@pytest.mark.parametrize("arguments", [[], ["a.desk"], ["a.desk", "x", "--batch", "b.csv"]])
def test_anything_less_is_wrong_usage(command: Command, arguments: list[str]) -> None:
    assert command("clock", *arguments, may_fail=True).status == 2


def test_a_batch_without_its_columns_is_refused(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "rules.csv"
    path.write_text("words\nx\n", encoding="utf-8")
    outcome = command("clock", "--batch", path, may_fail=True)
    assert outcome.status == 3 and "it needs rule and from" in outcome.err
    assert command("clock", "--batch", tmp_path / "no.csv", may_fail=True).status == 3
