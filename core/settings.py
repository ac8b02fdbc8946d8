"""Where this program keeps its files. Comes in: the environment. Goes out: folders, not yet created.

Only the outermost callers (commands, the window, the catalogue) ask here; a stage is handed its values.
"""

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "VIDEMO_HOME"
"""Environment variable that moves everything the program keeps, as to a USB stick or a test's folder."""


def home() -> Path:
    """The folder that holds everything the program keeps on this computer."""
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    return Path(platformdirs.user_data_dir("videmo-studio", appauthor=False))


def models_folder() -> Path:
    """The folder that holds fetched models and samples."""
    return home() / "models"
