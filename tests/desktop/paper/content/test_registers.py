"""An identifier is shown where an officer needs it, and folded away where files alone do."""

import pytest

from desktop.paper.content.registers import REGISTERS, name_register


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        *REGISTERS.items(),
        ("UNTS", "UNTS"),
        ("MFA file", "MFA file"),
        ("досье", "досье"),
        ("everypolitician_legacy", ""),
        ("freebase", ""),
        ("parliament.uk", ""),
        ("riigikogu", ""),
    ],
)
def test_only_what_files_call_a_record_has_no_name(scheme: str, name: str) -> None:
    assert name_register(scheme) == name
