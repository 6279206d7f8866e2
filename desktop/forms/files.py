"""A file taken from the disk as an attachment: its size limit, its type and its hash."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path
from typing import Final

from db import Attachment, Refused

LARGEST: Final = 20_000_000  # bytes; the desk is one file that is copied and mailed whole


def attachment_of(path: Path) -> Attachment:
    """The attachment a file makes; raises Refused when it is too large or cannot be read."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused(
                f"“{path.name}” has {size / 1e6:.0f} MB; a file of a record may have"
                f" {LARGEST // 1_000_000} MB. Keep it in a folder and note where."
            )
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise Refused(f"“{path.name}” was not attached: {reason}.") from None
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    digest = hashlib.sha256(data).hexdigest()
    return Attachment(
        file_name=path.name, media_type=media_type, size=len(data), sha256=digest, data=data
    )
