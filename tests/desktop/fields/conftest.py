"""The small desk of the forms, for each test of what can be typed."""

from tests.desktop.forms.conftest import desk

__all__ = ["desk"]
