"""Text in the user's language, and text that is translated later, where it is shown. In: English. Out: words.

`lupdate` looks for calls of functions with these very names whose context and text are written out.
"""

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text as it stands; `translate(context, text)` gives it in the user's language.

    Qt's own function of this name does the same and is typed as returning any object.
    """
    del context
    return text


def translate(context: str, text: str) -> str:
    """The text in the user's language; the English where there is no translation."""
    return QCoreApplication.translate(context, text)
