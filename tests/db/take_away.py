"""A process that saves until it is killed or its desk is taken away; `test_take_away` runs it."""

from __future__ import annotations

import sys
from pathlib import Path

from db import FileMoved, Lens, Person, open_desk


def main(path: Path, passphrase: str, name: str) -> None:
    """Save one after the other and tell each that was confirmed; checkpoint now and then."""
    store = open_desk(path, passphrase)
    if store.is_read_only:
        print("locked", flush=True)
        store.close()
        return
    print("open", flush=True)
    try:
        for number in range(10_000):
            store.save(Person(title=f"{name} {number}", biography="long " * 300), Lens())
            print(f"{name} {number}", flush=True)
            if number % 5 == 4:
                store.checkpoint()
    except FileMoved:
        print("moved", flush=True)
    store.close()
    print("closed", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
