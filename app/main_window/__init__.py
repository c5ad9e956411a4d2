"""The main window: panels, docks, menus, and the window that joins them."""

from app.main_window.parts import Parts
from app.main_window.window import MainWindow

__all__ = ["MainWindow", "Parts"]
