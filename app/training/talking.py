"""What a process of training is told first: what is wanted, and how it opens the study that is open here.

In: an open study. Out: a line of JSON that holds its key, which goes to standard input and nowhere else.
"""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.project.study import Study


def first_line(want: str, *, name: str, **more: object) -> "Callable[[Study | None], str]":
    """Makes the line from the open study, in the study lane; from None where no study is open."""

    def made(study: "Study | None") -> str:
        opened = {"study": "", "key": "", "who": ""}
        if study is not None:
            key = study.data_key
            opened = {"study": str(study.path), "key": "" if key is None else key.hex(), "who": study.who}
        return json.dumps({"want": want, "name": name, **opened, **more})

    return made
