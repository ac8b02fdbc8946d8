"""`python -m finetune`: training's own process, which the command and the window start.

`asked JSON`: one action of `videmo train`, its arguments as JSON. `window`: what the window asks (`finetune.window`).
`run FOLDER`: a run's own process; it lives on when whoever started it is gone. A study's key comes through standard
input. Goes out: an exit code.
"""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from core.__main__ import guarded
from core.errors import UsageError
from finetune.world_size import first_process, processes


def main(argv: Sequence[str] | None = None) -> int:
    """Does what the words say."""
    words = list(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: _main(words))


def _main(words: Sequence[str]) -> int:
    match words:
        case ["asked", asked]:
            from finetune.commands import run_action

            return run_action(Namespace(**json.loads(asked)))
        case ["window"]:
            from finetune.window import serve

            return serve(sys.stdin, sys.stdout)
        case ["run", folder]:
            from finetune.process import follow_first, live, read_key
            from finetune.runs import find_run
            from finetune.work import work_of

            run = find_run(Path(folder).parent, Path(folder).name)
            if processes() == 1:
                return live(run, work_of(run, key=read_key()))
            if run.sealed:
                raise UsageError(
                    "What comes from an encrypted study is learned by one process alone, which is given its key.",
                    remedy=f"Use: videmo train resume {run.name}",
                )
            work = work_of(run, key=None)
            return live(run, work) if first_process() else follow_first(work)
        case _:
            raise UsageError("This is no command of its own.", remedy="Use `videmo train`.")


if __name__ == "__main__":
    sys.exit(main())
