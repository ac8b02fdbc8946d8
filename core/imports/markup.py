"""XML without its dangers. Comes in: a source. Goes out: a tree of nodes that know their line.

A document type declaration is refused, so there are no entities to expand and nothing to fetch; depth and number of
elements are bounded. Own 40 lines over the standard library's expat because defusedxml (0.7.1, of 2021) knows no lines
for its errors. Must not know: which document it reads.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from core.imports.source import Source

MOST_DEPTH = 32
MOST_NODES = 3_000_000


@dataclass(slots=True)
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Node"] = field(default_factory=list["Node"])
    text: str = ""
    """The characters directly inside, joined."""

    def named(self, tag: str) -> list["Node"]:
        """The children of one tag."""
        return [child for child in self.children if child.tag == tag]


def parse(source: Source) -> Node:
    """The root of the document. Raises `ForeignFileError` for XML that is broken, too deep, too large or declares a
    document type."""
    builder = _Builder(source)
    parser = expat.ParserCreate()
    builder.follow(parser)
    # The text is decoded already: what the XML declaration says about its encoding no longer holds.
    data = source.text().lstrip("\ufeff")
    try:
        parser.Parse(_without_declaration(data), True)
    except expat.ExpatError as problem:
        raise source.error(
            f"this is no complete XML ({expat.ErrorString(problem.code)}).",
            remedy="Open it in the tool that wrote it, save it again and import that.",
            line=problem.lineno,
        ) from problem
    return builder.root()


def _without_declaration(data: str) -> str:
    if not data.startswith("<?xml"):
        return data
    end = data.find("?>")
    # As many line ends as before, so that lines are counted right.
    return data if end < 0 else "\n" * data.count("\n", 0, end) + data[end + 2 :]


class _Builder:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: list[Node] = []
        self._texts: list[list[str]] = []
        self._root: Node | None = None
        self._count = 0

    def follow(self, parser: expat.XMLParserType) -> None:
        parser.buffer_text = True

        def start(tag: str, attributes: dict[str, str]) -> None:
            self._count += 1
            if len(self._open) >= MOST_DEPTH or self._count > MOST_NODES:
                raise self._source.error(
                    "the document is nested too deeply or has too many elements.",
                    remedy="Check that the file is what you mean; split it if it is.",
                    line=parser.CurrentLineNumber,
                )
            node = Node(tag, attributes, parser.CurrentLineNumber)
            if self._open:
                self._open[-1].children.append(node)
            else:
                self._root = node
            self._open.append(node)
            self._texts.append([])

        def end(_tag: str) -> None:
            self._open.pop().text = "".join(self._texts.pop())

        def characters(text: str) -> None:
            if self._texts:
                self._texts[-1].append(text)

        def refuse(_name: str, _system: str | None, _public: str | None, _subset: int) -> None:
            raise self._source.error(
                "the XML declares a document type, which could name other files or grow without end.",
                remedy="An .eaf of ELAN has none: save the file again in ELAN and import that.",
                line=parser.CurrentLineNumber,
            )

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = characters
        parser.StartDoctypeDeclHandler = refuse

    def root(self) -> Node:
        if self._root is None:
            raise self._source.error("the XML is empty.", remedy="Save the file again and import that.")
        return self._root
