"""The head of a picture fits its width: a long title gives way to the marking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.timeline.picture_head import PictureHead, head_height, paint_picture_head


@pytest.mark.parametrize("title", ["Desk", "A desk with a very long name " * 20])
def test_a_marking_stands_whole_beside_any_title(qapp: QApplication, title: str) -> None:
    font = QFont()
    width, height = 400, head_height(font)

    def right_half(head: PictureHead) -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            paint_picture_head(painter, QRectF(0, 0, width, height), head, font, "page 1 of 2")
        return image.copy(width - 60, 0, 60, height)

    alone = right_half(PictureHead("SECRET", "", ""))
    assert right_half(PictureHead("SECRET", title, title)) == alone
    assert right_half(PictureHead("OPEN", title, title)) != alone
