"""Everything that can be asked of a desk on the command line, for desks that may be damaged."""

from __future__ import annotations

from pathlib import Path

TABLE = """name,country,born,organization,post,note
Shehbaz Sharif,Pakistan,1951-09-23,Government of Pakistan,Prime Minister,x
Somebody New,United States,1960,Department of State,Desk Officer,y
"""
KINDS = ("people", "organizations", "offices", "tenures", "accreditations",
         "agreements", "events")  # fmt: skip


def questions(desk: Path, uid: str, out: Path) -> list[list[str]]:
    """The commands, those that only read first. `uid` is that of a person."""
    path, table = str(desk), out / "people.csv"
    table.write_text(TABLE, encoding="utf-8")
    return [
        ["info", path],
        *(["list", path, kind, "--json"] for kind in KINDS),
        ["list", path, "people", "--country", "Pakistan"],
        ["list", path, "agreements", "--status", "in force"],
        ["list", path, "events", "--date", "2020..2026", "--ceiling", "open"],
        ["search", path, "minister", "--json"],
        ["search", path, "shebaz sharif"],
        ["search", path, "defence", "--exact", "--ceiling", "restricted"],
        ["show", path, uid],
        ["show", path, "minister", "--json"],
        ["holders", path, "foreign minister", "--as-of", "2025-06-01"],
        ["clock", path, "memorandum", "--json"],
        ["clock", path, "memorandum", "--as-of", "2024-01-01", "--ceiling", "open"],
        ["precedence", path, "Pakistan", "--ceiling", "open"],
        ["board", path, "Pakistan", "--as-of", "2025-06-01", "--and", "2020-01-01"],
        ["history", path],
        ["history", path, uid, "--ceiling", "open"],
        ["duplicates", path],
        ["printed", path],
        ["printed", path, "1"],
        ["print", path, "list", "minister", "--out", str(out / "list.html")],
        ["print", path, "biography", uid, "--out", str(out / "one.html")],
        ["print", path, "biography", uid, "--out", str(out / "one.docx")],
        ["print", path, "list", "memorandum", "--out", str(out / "list.docx")],
        ["verify", path],
        ["import", path, str(table), "--preview"],
        ["edit", path, uid, "gender=female"],
        ["edit", path, uid, "biography=new"],
        ["edit", path, uid, "notes[+].text=new", "topics=one,two"],
        ["import", path, str(table)],
        ["revert", path, "2"],
        ["history", path],
        ["verify", path, "--rebuild"],
        ["search", path, "minister"],
    ]
