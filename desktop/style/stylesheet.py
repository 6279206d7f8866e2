"""The one stylesheet of the application, written from the palette; only the theme asks it."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.style.palette import Colors

# $small, $icon, $box and $arrow are px, larger with the text; spaces are multiples of 4 px, less a
# border. $down and $up paint an arrow: Fusion's own has one size at every size of text.
_SHEET: Final = Template("""
QToolTip { background: $text; color: $surface; border: 0; padding: 4px 8px; }

QToolBar { background: $surface; border: 0; border-bottom: 1px solid $line; padding: 4px 8px;
  spacing: 4px; }
QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 4px 8px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QToolButton[choice="true"] { background: $surface; border-color: $line; padding: 12px; }
QToolButton[choice="true"]:hover { background: $accent_soft; }
QToolButton[choice="true"]:focus { border-color: $accent; }
QToolButton[away="true"] { background: $warn_soft; color: $warn; }
QToolButton[inside="true"] { border: 0; padding: 0; }
QCalendarWidget #qt_calendar_navigationbar { background: $ground; }
QCalendarWidget QToolButton { color: $text; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton { background: $surface; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 15px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 14px; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton:default { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton:default:focus { border-color: $text; }
QPushButton:default:disabled { background: $line; border-color: $line; color: $quiet; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: $accent;
  padding: 1px 7px; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; padding: 0 6px; }

QLineEdit, QPlainTextEdit, QTextEdit { background: $surface;
  color: $text; border: 1px solid $edge; border-radius: 6px; padding: 5px 7px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent; padding: 4px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
  color: $faint; border-color: $line; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] { border-color: $bad; }
QLineEdit[search="true"] { background: $ground; border-color: $line; border-radius: 8px;
  padding: 7px 7px; }
QLineEdit[search="true"]:hover { border-color: $edge; }
QLineEdit[search="true"]:focus { background: $surface; border-color: $accent; padding: 6px 6px; }
QAbstractItemView QLineEdit { border-radius: 0; padding: 0 3px; }

QComboBox { background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 7px; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 6px; }
QComboBox:disabled { color: $faint; border-color: $line; }
QComboBox::drop-down { border: 0; width: ${drop}px; }
QAbstractItemView QComboBox { border-radius: 0; padding: 0 3px; }
QAbstractItemView QComboBox:focus { padding: 0 2px; }
QComboBox::down-arrow, QToolButton::menu-arrow, QAbstractSpinBox::down-arrow {
  image: none; width: ${arrow}px; height: ${arrow_height}px; background: $down; }
QAbstractSpinBox::up-arrow {
  image: none; width: ${arrow}px; height: ${arrow_height}px; background: $up; }
QAbstractSpinBox { background: $surface; border: 1px solid $edge; border-radius: 6px;
  padding: 5px ${drop}px 5px 7px; }
QAbstractSpinBox:focus { border: 2px solid $accent; padding: 4px ${drop}px 4px 6px; }
QAbstractSpinBox[buttonSymbols="2"] { padding-right: 7px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right;
  border: 0; width: ${drop}px; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right;
  border: 0; width: ${drop}px; }
QToolButton[popupMode="1"] { padding-right: ${drop}px; }
QToolButton::menu-button { border: 0; width: ${drop}px; }

QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; border-radius: 0; padding: 0 3px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: ${box}px; height: ${box}px; padding: 2px; border: 1px solid $edge; border-radius: 3px;
  background: $surface; background-clip: content; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked,
QAbstractItemView::indicator:checked { background: $accent; background-clip: content;
  border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent;
  padding: 1px; }

QToolBar, QTabBar, QPushButton, QToolButton, QTableView, QListView, QTreeView, QComboBox, QLineEdit,
QMenu { icon-size: ${icon}px; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabWidget::tab-bar { left: 0; }
QTabBar { background: $surface; qproperty-drawBase: 0; }
QTabBar::tab { background: $surface; color: $quiet; border: 0;
  border-bottom: 2px solid transparent; padding: 8px 16px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; background: $accent_soft; }

QAbstractItemView { background: $surface; alternate-background-color: $ground; border: 0;
  gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text;
  outline: 0; }
QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QAbstractItemView::item:hover:!selected { background: $hover; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $accent; }
QTableView, QListView, QTreeView { border: 1px solid transparent; }
QTableView[plain="true"]::item { padding: 0 8px; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $quiet; font-weight: 600; border: 0;
  border-bottom: 1px solid $line; padding: 8px 12px; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $surface; border: 0; border-bottom: 1px solid $line; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenuBar { background: $surface; }
QMenuBar::item:selected { background: $accent_soft; }

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $line; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QLabel[role="small"] { color: $quiet; font-size: ${small}px; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="error"] { color: $bad; font-size: ${small}px; }
QLabel[role="section"] { color: $quiet; font-weight: 600; }

QFrame[away="true"] { background: $warn_soft; }
QFrame[away="true"] QLabel { color: $warn; font-weight: 600; }
QLabel[banner="none"] { background: $line; color: $quiet; font-weight: 600; padding: 4px 12px; }

QPushButton[chip="filter"] { background: $accent_soft; color: $accent; padding: 2px 10px;
  border: 2px solid transparent; border-radius: 12px; }
QPushButton[chip="filter"]:hover { border-color: $accent_soft; background: $hover; }
QPushButton[chip="filter"]:focus { border-color: $accent; }
QPushButton[chip="excluded"] { background: $warn_soft; color: $warn; padding: 2px 10px;
  border: 2px solid transparent; border-radius: 12px; }
QPushButton[chip="excluded"]:hover { border-color: $warn_soft; background: $surface; }
QPushButton[chip="excluded"]:focus { border-color: $warn; }
$tones
""")

_TONED: Final = Template("""
QLabel[chip="$tone"] { background: $soft; color: $ink; border-radius: 8px; padding: 6px 12px; }
QFrame[message="$tone"] { background: $soft; border: 0; border-left: 4px solid $ink; }
QFrame[message="$tone"] QLabel { color: $text; }
QLabel[banner="$tone"] { background: $ink; color: $surface; font-weight: 600; padding: 4px 12px; }
""")
TONES: Final = ("accent", "good", "warn", "bad")


def stylesheet(colors: Colors, body: int, small: int) -> str:
    """Return the stylesheet in these colours, with body text and small text of so many px."""
    toned = "".join(
        _TONED.substitute(
            tone=tone,
            ink=getattr(colors, tone),
            soft=getattr(colors, f"{tone}_soft"),
            surface=colors.surface,
            text=colors.text,
        )
        for tone in TONES
    )
    box = round(body * 0.75)  # of a check box, without its padding and its border
    arrow = round(body * 0.7)
    sizes = {
        "small": small,
        "icon": round(body * 1.4),
        "box": box,
        "round": box // 2 + 3,
        "arrow": arrow,
        "arrow_height": round(arrow * 0.55),
        "drop": arrow + 12,
    }
    arrows = {"down": _arrow(colors.quiet, 1, 63.4), "up": _arrow(colors.quiet, 0, 243.4)}
    return _SHEET.substitute(colors._asdict() | sizes | arrows, tones=toned)


def _arrow(ink: str, tip: int, angle: float) -> str:
    """Return a brush that fills a box with a triangle whose tip is at its foot, 1, or its head, 0:
    a wedge of a gradient round the tip, from one corner on the other side to the other.
    """
    stops = f"stop:0 {ink}, stop:0.1477 {ink}, stop:0.153 transparent, stop:0.995 transparent"
    return f"qconicalgradient(cx:0.5, cy:{tip}, angle:{angle}, {stops}, stop:1 {ink})"
