"""Finds the sentences of `core` and `finetune` that the window can show. In: their source. Out: templates, sorted.

Both write English and know nothing of languages, as does the process of an analysis (`app/child.py`); the window finds
out which sentence it was handed (`app/sentences.py`).
A template is a text for `str.format`, with `{0}`, `{1}` … where an expression stood. A conditional between two texts
gives a template for each. What only the command line, a written report or a language model is told is left out.
"""

import ast
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOLE = "\0"
MOST_VARIANTS = 8
COMMAND_LINE = (
    "core/__main__.py",
    "core/commands/",
    "finetune/__main__.py",
    "finetune/commands.py",
    "finetune/following.py",
    "finetune/tables.py",
)
"""Print what they say, and are not called by the window."""
CALLED_BY_THE_WINDOW = tuple(f"core/commands/{name}.py" for name in ("check", "model_trial", "times"))
"""... save these."""
WRITTEN = (
    *(f"core/export/{name}.py" for name in (
        "cards", "document", "lanes", "measurements_csv", "method", "model_words", "report", "said", "timeline",
    )),
    "finetune/report.py",
    "finetune/report_rewards.py",
    "finetune/samples.py",
)  # fmt: skip
"""Files that leave the program, in English."""
FOR_THE_MODEL = (
    *(f"core/reasoning/{name}.py" for name in (
        "answers", "clauses", "closed", "lexicon", "mentions", "parts", "prompts", "statements", "tokens", "tree_text",
    )),
    *(f"core/vlm/{name}.py" for name in ("chat", "scripted")),
    "finetune/rewards/self_judge.py",
    "finetune/conversation.py",
)  # fmt: skip
"""Read or written by a language model; of these files failures alone are collected."""
INSIDE = (
    *(f"core/evidence/{name}.py" for name in ("baseline", "prototypes", "shape", "spoken")),
    *(f"core/footage/{name}.py" for name in ("shots", "speech")),
    *(f"core/project/{name}.py" for name in ("migrations", "resolved", "schema")),
    "core/faces/quality.py",
    "core/provenance.py",
)  # fmt: skip
"""Names of tables and measures, and rules for the report: the window does not show them."""
FAULTS = frozenset({"ValueError", "TypeError", "RuntimeError", "KeyError", "IndexError", "AssertionError"})
"""Raised with a text for developers."""
NOT_SHOWN_CALLS = frozenset({"cast", "TypeVar", "execute", "compile", "filterwarnings", "getLogger", "add_argument"})
INTERNAL = frozenset({
    "Bearer {}", "Behavior type", "Comment start", "Comment stop", "Media file", "Media file name", "Media file path",
    "No focal subject", "No space left", "Observation id", "Point event", "Start (s)", "State event", "Stop (s)",
    "Time offset", "Time offset (s)", "VidEmo Studio", "VidEmo Studio {}", "Yes or no?", "[Errno {}]", "as served",
    "boris table", "bytes {}-", "context size", "context window", "imported from", "made up", "maximum context length",
    "meeting {}", "no verb {}", "out of memory", "piece {}", "resource {} is missing from this installation",
    "seq, at, who, verb, summary, undoable, in_force, target",
    "the language model to time instead of all that are here",
    "timed out", "videmo study: {}", "words {}", "{} at {}",
    "{}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
})  # fmt: skip
"""Looked for in what others say, names of columns, or for developers."""
WORDS = (
    "and", "or", "nobody", "none", "everybody",
    "person", "people", "session", "sessions", "recording", "recordings", "example", "examples", "participant",
    "attendance", "marker", "note", "analysis", "review", "consent", "event", "phase", "segment", "adapter", "run",
    "foreign_file", "people_correction", "stage", "level", "history", "witness", "keychain", "name",
    "missing", "ready", "starting",
    "agree", "disagree", "correct", "unsure", "merge", "split", "swap", "exclude", "appoint",
    "analyse", "research", "train", "therapy", "medical", "safety", "workplace", "education",
    "passphrase", "audit log", "header", "pages", "records", "changes", "backups",
)  # fmt: skip
"""Single words that are put into sentences."""
_SQL = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|DROP|FROM|BEGIN|ALTER)\b|\brow\.\*|\bv\.id, v\.")
_FIELD = re.compile(r"\{[a-z_]+\}")
"""In a text that is handed to `str.format`."""
_SPACED = re.compile(r"[A-Za-z]{2}[A-Za-z’')”]*[,:;.]? [A-Za-z\0(“„`]|[\0)”] [A-Za-z]{2}|[A-Za-z]{4,} $")
"""A word with another or a value beside it."""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")


def core_texts(root: Path = ROOT) -> tuple[str, ...]:
    """Every template, sorted."""
    found = set(WORDS)
    for path in (*(root / "core").rglob("*.py"), *(root / "finetune").rglob("*.py"), root / "app" / "child.py"):
        found |= set(texts_of(path.read_text(encoding="utf-8"), place=path.relative_to(root).as_posix()))
    return tuple(sorted(found))


def texts_of(source: str, *, place: str) -> Iterator[str]:
    """The templates of one file, which lies at `place`."""
    if place.startswith(COMMAND_LINE) and place not in CALLED_BY_THE_WINDOW:
        return
    reader = _Reader(ast.parse(source), failures_only=place in (*WRITTEN, *FOR_THE_MODEL, *INSIDE))
    reader.visit(reader.module)
    yield from reader.found


class _Reader(ast.NodeVisitor):
    """Walks through one module."""

    def __init__(self, module: ast.Module, *, failures_only: bool) -> None:
        self.module, self.found = module, dict[str, None]()
        self._failures_only = failures_only
        self._failing = False
        """Whether what is visited is an argument of a failure or of a progress."""
        self._constants = {
            node.targets[0].id: node.value
            for node in module.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_text(node.value)
        }

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # no docstring
            self.visit(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        before = self._constants
        self._constants = before | _set_once(node)
        for part in (*node.args.defaults, *(one for one in node.args.kw_defaults if one is not None), *node.body):
            self.visit(part)
        self._constants = before

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in FAULTS | NOT_SHOWN_CALLS:
            return
        if name == "Evidence":  # of which the window shows the measure, not the rule
            measures = (*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "measure"))
            for measure in measures:
                self.visit(measure)
            return
        before = self._failing
        remedied = any(keyword.arg == "remedy" for keyword in node.keywords)
        self._failing = before or remedied or name in ("Progress", "refuse")
        self.visit(node.func)
        for argument in (*node.args, *(keyword.value for keyword in node.keywords if keyword.arg != "help")):
            self.visit(argument)
        self._failing = before

    def visit_Constant(self, node: ast.Constant) -> None:
        self._take(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._take(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.Add) and _is_text(node):
            self._take(node)
        else:
            self.generic_visit(node)

    def _take(self, node: ast.expr) -> None:
        if _is_text(node):
            for text in self._variants(node):
                self._keep(text)
        for part in ast.walk(node):  # texts inside an expression, as those of a generator
            if isinstance(part, ast.FormattedValue) and not _is_text(part.value):
                self.visit(part.value)

    def _keep(self, text: str) -> None:
        text = text.strip()
        words = _WORD.findall(text)
        if self._failures_only and not self._failing:
            return
        spaced = " " in text.strip() if self._failing else _SPACED.search(text)
        if text.replace(HOLE, "{}") in INTERNAL or _SQL.search(text) or not (words and spaced):
            return
        text = re.sub(f"{HOLE}+", HOLE, text).replace("{", "{{").replace("}", "}}")
        number = itertools.count()
        self.found[re.sub(HOLE, lambda _: f"{{{next(number)}}}", text)] = None

    def _variants(self, node: ast.expr, *, whole: bool = True) -> list[str]:
        """Texts an expression can give; a hole for what only a run can tell."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [_FIELD.sub(HOLE, node.value)]
        if isinstance(node, ast.JoinedStr):
            parts = [self._variants(part, whole=whole) for part in node.values]
            return _joined(parts) or self._plain(node)
        if isinstance(node, ast.FormattedValue):
            return [HOLE] if node.format_spec is not None or node.conversion > 0 else self._variants(node.value)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_text(node):
            return _joined([self._variants(node.left), self._variants(node.right)]) or [HOLE]
        if isinstance(node, ast.IfExp):
            return _each(self._variants(one) for one in (node.body, node.orelse))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("counted"):  # `finetune.findings`
            return _each(self._variants(one.value) for one in node.keywords)
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            return _each(self._variants(one) for one in node.values)
        if isinstance(node, ast.Name) and node.id in self._constants:
            return self._variants(self._constants[node.id])
        return [HOLE]

    def _plain(self, node: ast.JoinedStr) -> list[str]:
        """With a hole for each conditional, whose texts are then collected by themselves."""
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)]


def _set_once(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """Names in a function that stand for one text, or one of two."""
    count: dict[str, int] = {}
    found: dict[str, ast.expr] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            count[node.id] = count.get(node.id, 0) + 1
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _tells(node.value):
            found[node.targets[0].id] = node.value
    return {name: value for name, value in found.items() if count[name] == 1}


def _tells(node: ast.expr) -> bool:
    """A text, or one of several."""
    if isinstance(node, ast.IfExp):
        return _tells(node.body) or _tells(node.orelse)
    if isinstance(node, ast.BoolOp):
        return isinstance(node.op, ast.Or) and any(map(_tells, node.values))
    return _is_text(node) or (isinstance(node, ast.Call) and ast.unparse(node.func).endswith("counted"))


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and (_is_text(node.left) or _is_text(node.right))
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _joined(parts: list[list[str]]) -> list[str]:
    """Every way through; empty where there are too many."""
    count = 1
    for part in parts:
        count *= len(part)
    return ["".join(way) for way in itertools.product(*parts)] if count <= MOST_VARIANTS else []


def _each(found: Iterable[list[str]]) -> list[str]:
    return list(dict.fromkeys(itertools.chain.from_iterable(found)))
