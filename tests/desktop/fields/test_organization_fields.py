"""The form of a body: what it is, its offices, the bodies above it."""

from db import Organization
from desktop.fields.organization_fields import OFFICES, ORGANIZATION, PARENTS


def test_offices_follow_what_the_body_is() -> None:
    labels = [section.label for section in ORGANIZATION.sections]
    assert labels[:2] == ["", "Offices"]
    assert next(iter(ORGANIZATION.parts())) is OFFICES


def test_an_office_says_its_place_and_its_seats() -> None:
    assert [field.name for field in OFFICES.columns][:3] == ["title", "precedence", "seats"]
    assert {field.sort for field in OFFICES.columns[1:3]} == {"number"}


def test_a_body_above_is_a_body() -> None:
    assert PARENTS.columns[0].kinds == ("organization",)
    assert {field.name for field in ORGANIZATION.fields()} < set(Organization.model_fields)
