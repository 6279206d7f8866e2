"""Maps written by hand are read or refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import Refused, Unavailable
from db.exchange.mapping.column_mapping import FieldMap, Mapping, check_map, read_map

WHOLE = """
kind = "agreements"
scheme = "uk-treaties"
id = "lb_document_id"
day_first = true
[fields]
title = "title"
signed = ["signed_event_date", "year"]
parties = { column = "country_name", split = ";", create = true }
type = { column = "field3", values = { BI = "bilateral", MULTI = "multilateral" } }
summary = { template = "{subject} ({references})" }
[constants]
place = "London"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_map_is_read(tmp_path: Path) -> None:
    made = read_map(written(tmp_path, WHOLE))
    assert (made.kind, made.scheme, made.id_columns) == (
        "agreements",
        "uk-treaties",
        ("lb_document_id",),
    )
    assert made.day_first is True
    assert [each.column for each in made.fields["signed"]] == ["signed_event_date", "year"]
    assert made.fields["parties"] == [FieldMap(column="country_name", split=";", create=True)]
    assert made.fields["type"][0].values == {"BI": "bilateral", "MULTI": "multilateral"}
    assert made.fields["place"] == [FieldMap(constant="London")]
    assert made.sources_by_target()["summary"] == "{subject} ({references})"


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ("kind = 'spies'", "kind", "name the kind"),
        ("[fields]\nname = 'n'", "kind", "name the kind"),
        ("kind = 'people'", "fields", "at least one target"),
        ("kind = 'people'\ncolour = 1", "colour", "no such key"),
        ("kind = 'people'\nid = 4", "id", "text in quotation marks"),
        ("kind = 'people'\nday_first = 'yes'", "day_first", "true or false"),
        ("kind = 'people'\ndecimal = ';'", "decimal", "the mark before the decimals"),
        ("kind = 'people'\n[fields]\nnmae = 'x'", "fields.nmae", "no such target"),
        ("kind = 'people'\n[fields]\nname = 5", "fields.name", "heading in quotation marks"),
        ("kind = 'people'\n[fields]\nname = {split = ';'}", "fields.name", "column or a template"),
        ("kind = 'people'\n[fields]\nname = {column = 'a', eval = 'b'}", "fields.name.eval", "no"),
        ("kind = 'people'\n[fields]\nname = {column = 'a', by = 'x'}", "fields.name.by", "write"),
        ("kind = 'people'\n[fields]\nname = {column = 'a', by = 'id'}", "fields.name.scheme", "s"),
        ("kind = 'people'\n[constants]\nname = ['a']", "constants.name", "one text"),
        (
            "kind = 'people'\n[fields]\nname = {column = 'a', values = {a = 1}}",
            "fields.name.values.a",
            "quotation marks",
        ),
    ],
)
def test_each_fault_names_the_file_the_key_and_the_mend(
    tmp_path: Path, text: str, key: str, says: str
) -> None:
    with pytest.raises(Refused, match=says) as refused:
        read_map(written(tmp_path, text))
    assert refused.value.field == key
    assert str(refused.value).startswith(f"map.toml, {key}: ")


def test_what_is_not_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="line 2"):
        read_map(written(tmp_path, "kind = 'people'\nid = \n"))
    with pytest.raises(Unavailable):
        read_map(tmp_path / "nothing.toml")


@pytest.mark.parametrize(
    "source",
    [
        FieldMap(column="gone"),
        FieldMap(template="{name} of {gone}"),
        FieldMap(column="name", id="gone", scheme="x"),
        FieldMap(column="name", precision="gone"),
    ],
)
def test_a_map_that_names_a_missing_column_is_refused(source: FieldMap) -> None:
    mapping = Mapping("people", fields={"name": [source]})
    with pytest.raises(Refused, match=r"no column “gone”.*its columns are name, born"):
        check_map(mapping, ["name", "born"], "file.csv")
    check_map(mapping, ["name", "gone"], "file.csv")
