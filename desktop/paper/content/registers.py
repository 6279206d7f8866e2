"""Which identifiers an officer needs, and what their registers are called; page and sheets ask it.

The keys that files and databases give a record serve imports; they are found by a search.
"""

from __future__ import annotations

import re
from typing import Final

REGISTERS: Final = {
    "wikidata": "Wikidata",
    "unts": "UNTS",  # United Nations Treaty Series
    "lnts": "LNTS",  # League of Nations Treaty Series
    "cts": "CTS",  # Consolidated Treaty Series
    "tias": "TIAS",  # Treaties and Other International Acts Series, United States
    "ust": "UST",  # United States Treaties and Other International Agreements
    "ukts": "UKTS",  # United Kingdom Treaty Series
    "ets": "ETS",  # European Treaty Series
    "cets": "CETS",  # Council of Europe Treaty Series
    "celex": "CELEX",  # law of the European Union
    "icao": "ICAO",
    "imo": "IMO",
}
# Officers write a register in words or capitals: "MFA file", "BGBl".
_KEY_OF_FILES: Final = re.compile(r"[a-z0-9_.:-]+")


def name_register(scheme: str) -> str:
    """Return what the register of an identifier is called; '' where it is a key of files.

    >>> name_register("wikidata"), name_register("MFA file"), name_register("UNTS")
    ('Wikidata', 'MFA file', 'UNTS')
    >>> name_register("everypolitician_legacy"), name_register("freebase")
    ('', '')
    """
    if _KEY_OF_FILES.fullmatch(scheme):
        return REGISTERS.get(scheme, "")
    return scheme
