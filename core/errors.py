"""Expected failures: one sentence for the user and what to do about it. Anything else is a bug, shown as one."""


class ExpectedError(Exception):
    """A failure a user can do something about.

    `problem` is one clear sentence; `remedy` says what to do. Both are shown, the traceback is not.
    """

    exit_code = 2

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy


class FootageError(ExpectedError):
    """A recording that cannot be opened or read."""


class ModelError(ExpectedError):
    """A model file that is missing, incomplete or not what the catalogue says."""


class OutputError(ExpectedError):
    """A result that cannot be written."""


class UsageError(ExpectedError):
    """A request that makes no sense as it stands."""
