"""Marks text that is translated later, where it is shown. In: English. Out: the same English.

lupdate looks for a function of this very name.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text as it stands; `QCoreApplication.translate(context, text)` gives it in the user's language.

    Qt's own function of this name does the same and is typed as returning any object.
    """
    del context
    return text
