"""The preview says of each record what it says now and would say then."""

from __future__ import annotations

from PySide6.QtCore import Qt

from db import ChangeAction, FieldChange
from desktop.fields.many_fields import fields_of_many
from desktop.models.changed_values import ChangedValues, FieldOfRecord

FIELDS = {each.field.name: each for each in fields_of_many("person")}


def cells(model: ChangedValues) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_row_is_before_and_after() -> None:
    model = ChangedValues()
    model.show_records(FIELDS["country"], [FieldOfRecord("Dar", "in"), FieldOfRecord("Khan", "pk")])
    assert cells(model) == [["Dar", "India", "India"], ["Khan", "Pakistan", "Pakistan"]]
    assert model.show_change(FieldChange("country", "pk")) == 1
    assert cells(model) == [["Dar", "India", "Pakistan"], ["Khan", "Pakistan", "as before"]]
    assert model.show_change(FieldChange("country", "")) == 2
    assert [row[2] for row in cells(model)] == ["empty", "empty"]
    assert model.show_change(None) == 0


def test_headings_and_tips_name_what_stands_there() -> None:
    model = ChangedValues()
    model.show_records(FIELDS["topics"], [FieldOfRecord("Dar", ["trade"])])
    assert model.show_change(FieldChange("topics", ["oil"], ChangeAction.ADD)) == 1
    across = Qt.Orientation.Horizontal
    assert [model.headerData(at, across) for at in range(3)] == ["Record", "Before", "After"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert "trade, oil" in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
