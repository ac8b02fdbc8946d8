"""The player: recordings being watched, the picture with its overlays, the row of buttons."""
