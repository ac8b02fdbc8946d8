"""The verbs of `videmo`, one module each, loaded when its verb is used and not before.

A module offers `add_arguments(parser)` and `run(args) -> int`, prints results to standard output and progress to
standard error, and lets `ExpectedError` pass: `core.__main__` turns it into a sentence. Nothing here computes.
"""
