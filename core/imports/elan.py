"""ELAN annotation documents (.eaf, formats 2.5 to 3.0). Comes in: a source. Goes out: one track per tier.

After EAFv3.0.xsd. Times: a time slot counts milliseconds after the document's zero, which is `TIME_ORIGIN` into the
first recording, so that is added. Slots without a time and the parts of a symbolic subdivision are spread evenly
over what encloses them, as ELAN draws them; an annotation of a symbolic association has its parent's span. Controlled
vocabularies are read from the document; external ones and lexicons are named in a note and never fetched.
Must not know: what a tier means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.imports.elan_times import Slots, slot_times
from core.imports.markup import Node, parse
from core.imports.source import Source
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Media, Origin
from core.records.moment import Moment, Span

SAVE_AGAIN = "Open the file in ELAN, save it again and import that."
MILLISECOND = Fraction(1, 1000)


@dataclass(slots=True)
class _Found:
    """An annotation while its span is looked for. Times in milliseconds of the document."""

    id: str
    tier: str
    text: str
    line: int
    parent: str
    """The annotation it refers to; empty for an aligned one."""
    previous: str
    span: tuple[Fraction, Fraction] | None


def read_elan(source: Source) -> Imported:
    """The tiers of a document, empty ones too: a coder who found nothing also coded.

    Raises `ForeignFileError` with the line of what is wrong.
    """
    root = parse(source)
    if root.tag != "ANNOTATION_DOCUMENT":
        raise source.error(f"this XML is a {root.tag}, not an ELAN document.", remedy="Choose an .eaf file.")
    media = _media(root, source)
    notes: list[str] = [source.note] if source.note else []
    slots = _slots(root, source)
    tiers = root.named("TIER")
    if not tiers:
        raise source.error("the document has no tier.", remedy="Check that you chose the right file.")
    found = _annotations(tiers, slots, source, notes)
    _follow_references(found, _subdivided(root), source)
    vocabularies = _vocabularies(root, notes)
    origin_ms = Fraction(round(media[0].offset_s * 1000)) if media else Fraction(0)
    tracks: list[ForeignTrack] = []
    seen: set[str] = set()
    for tier in tiers:
        name = _attribute(tier, "TIER_ID", source)
        if name in seen:
            raise source.error(f"two tiers are called {name}.", remedy=SAVE_AGAIN, line=tier.line)
        seen.add(name)
        own = [one for one in found.values() if one.tier == name]
        tracks.append(
            ForeignTrack(
                origin=Origin(
                    tool="ELAN",
                    file=source.path.name,
                    sha256=source.sha256,
                    place=name,
                    coder=tier.attributes.get("ANNOTATOR", ""),
                    media=tuple(Media(one.name, one.offset_s - media[0].offset_s) for one in media),
                    clock="Milliseconds of the ELAN document"
                    + (f", {float(origin_ms) / 1000:g} s into the first recording." if origin_ms else "."),
                ),
                person=tier.attributes.get("PARTICIPANT", ""),
                annotations=_spanned(own, origin_ms),
                vocabulary=vocabularies.get(tier.attributes.get("LINGUISTIC_TYPE_REF", ""), ()),
            )
        )
    return Imported(tuple(tracks), tuple(notes))


def _spanned(own: Sequence[_Found], origin_ms: Fraction) -> tuple[ForeignAnnotation, ...]:
    spans = [
        ForeignAnnotation(Span(*(_moment(edge + origin_ms) for edge in one.span)), one.text)
        for one in own
        if one.span is not None
    ]
    return tuple(sorted(spans, key=lambda one: (one.span.start, one.span.end)))


def _moment(milliseconds: Fraction) -> Moment:
    return Moment.at(milliseconds * MILLISECOND)


def _media(root: Node, source: Source) -> list[Media]:
    media: list[Media] = []
    for header in root.named("HEADER"):
        units = header.attributes.get("TIME_UNITS", "milliseconds")
        if units != "milliseconds":
            raise source.error(
                f"times are counted in {units}, whose rate is not certain.",
                remedy="Open the file in a current ELAN, save it again and import that.",
                line=header.line,
            )
        for node in header.named("MEDIA_DESCRIPTOR"):
            offset = node.attributes.get("TIME_ORIGIN", "0")
            media.append(Media(node.attributes.get("MEDIA_URL", ""), _whole(offset, node, source) / 1000))
    return media


def _slots(root: Node, source: Source) -> Slots:
    slots: Slots = {}
    for node in [slot for order in root.named("TIME_ORDER") for slot in order.named("TIME_SLOT")]:
        name = _attribute(node, "TIME_SLOT_ID", source)
        if name in slots:
            raise source.error(f"the time slot {name} is there twice.", remedy=SAVE_AGAIN, line=node.line)
        value = node.attributes.get("TIME_VALUE")
        slots[name] = None if value is None else Fraction(_whole(value, node, source))
    return slots


def _annotations(tiers: Sequence[Node], slots: Slots, source: Source, notes: list[str]) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for tier in _parents_first(tiers):
        name = _attribute(tier, "TIER_ID", source)
        nodes = [node for holder in tier.named("ANNOTATION") for node in holder.children]
        aligned = [node for node in nodes if node.tag == "ALIGNABLE_ANNOTATION"]
        ends = [
            (_attribute(node, "TIME_SLOT_REF1", source), _attribute(node, "TIME_SLOT_REF2", source), node.line)
            for node in aligned
        ]
        times, spread = slot_times(slots, ends, source)
        slots.update(times)  # a subdivision of a subdivision stands on borders that were spread
        if spread:
            notes.append(f"Tier {name}: {spread} borders have no time in the file and are spread evenly, as in ELAN.")
        for node in nodes:
            if node.tag not in {"ALIGNABLE_ANNOTATION", "REF_ANNOTATION"}:
                raise source.error(f"{node.tag} is no kind of annotation.", remedy=SAVE_AGAIN, line=node.line)
            one = _found(node, name, times, source)
            if one.id in found:
                raise source.error(f"the annotation {one.id} is there twice.", remedy=SAVE_AGAIN, line=node.line)
            found[one.id] = one
    return found


def _parents_first(tiers: Sequence[Node]) -> list[Node]:
    parents = {tier.attributes.get("TIER_ID", ""): tier.attributes.get("PARENT_REF", "") for tier in tiers}

    def depth(tier: Node) -> int:
        above, count = tier.attributes.get("PARENT_REF", ""), 0
        while above and count <= len(tiers):  # tiers may name each other in a circle
            above, count = parents.get(above, ""), count + 1
        return count

    return sorted(tiers, key=depth)


def _found(node: Node, tier: str, times: dict[str, Fraction], source: Source) -> _Found:
    values = node.named("ANNOTATION_VALUE")
    one = _Found(
        id=_attribute(node, "ANNOTATION_ID", source),
        tier=tier,
        text=values[0].text if values else "",
        line=node.line,
        parent="",
        previous=node.attributes.get("PREVIOUS_ANNOTATION", ""),
        span=None,
    )
    if node.tag == "REF_ANNOTATION":
        one.parent = _attribute(node, "ANNOTATION_REF", source)
        return one
    start, end = (times[_attribute(node, name, source)] for name in ("TIME_SLOT_REF1", "TIME_SLOT_REF2"))
    if end < start:
        raise source.error(f"the annotation {one.id} ends before it starts.", remedy=SAVE_AGAIN, line=node.line)
    one.span = (start, end)
    return one


def _follow_references(found: dict[str, _Found], subdivided: set[str], source: Source) -> None:
    """Gives each annotation that refers to another its span, parents first."""
    groups: dict[tuple[str, str], list[_Found]] = {}
    for one in found.values():
        if one.parent:
            if one.parent not in found:
                problem = f"the annotation {one.id} refers to {one.parent}, which is not there."
                raise source.error(problem, remedy=SAVE_AGAIN, line=one.line)
            groups.setdefault((one.parent, one.tier), []).append(one)
    below: dict[str, list[tuple[str, str]]] = {}
    for key in groups:
        below.setdefault(key[0], []).append(key)
    ready = [one.id for one in found.values() if one.span is not None]
    while ready:
        parent = found[ready.pop()]
        for key in below.get(parent.id, ()):
            children = _in_order(groups[key], source) if key[1] in subdivided else groups[key]
            assert parent.span is not None
            start, end = parent.span
            for place, child in enumerate(children):
                width = (end - start) / len(children)
                whole = key[1] not in subdivided
                child.span = parent.span if whole else (start + place * width, start + (place + 1) * width)
                ready.append(child.id)
    lost = next((one for one in found.values() if one.span is None), None)
    if lost is not None:
        raise source.error(
            f"the annotation {lost.id} refers to itself through others.", remedy=SAVE_AGAIN, line=lost.line
        )


def _in_order(children: Sequence[_Found], source: Source) -> list[_Found]:
    """The parts of a subdivision along `PREVIOUS_ANNOTATION`."""
    after = {child.previous: child for child in children}
    order: list[_Found] = []
    here = after.get("")
    while here is not None and len(order) < len(children):
        order.append(here)
        here = after.get(here.id)
    if len(order) < len(children):
        first = children[0]
        raise source.error(
            f"the parts of the annotation {first.parent} in tier {first.tier} are in no order.",
            remedy=SAVE_AGAIN,
            line=first.line,
        )
    return order


def _subdivided(root: Node) -> set[str]:
    """The tiers whose annotations divide their parent's span."""
    kinds = {
        kind.attributes.get("LINGUISTIC_TYPE_ID", "")
        for kind in root.named("LINGUISTIC_TYPE")
        if kind.attributes.get("CONSTRAINTS") == "Symbolic_Subdivision"
    }
    return {
        tier.attributes.get("TIER_ID", "")
        for tier in root.named("TIER")
        if tier.attributes.get("LINGUISTIC_TYPE_REF", "") in kinds
    }


def _vocabularies(root: Node, notes: list[str]) -> dict[str, tuple[str, ...]]:
    """The labels of each linguistic type that is bound to a controlled vocabulary."""
    entries: dict[str, tuple[str, ...]] = {}
    for vocabulary in root.named("CONTROLLED_VOCABULARY"):
        name = vocabulary.attributes.get("CV_ID", "")
        if "EXT_REF" in vocabulary.attributes:
            notes.append(f"The vocabulary {name} lies in another file; it was not fetched.")
        plain = [entry.text for entry in vocabulary.named("CV_ENTRY")]  # formats before 2.8
        several = [entry.named("CVE_VALUE") for entry in vocabulary.named("CV_ENTRY_ML")]
        entries[name] = (*plain, *(values[0].text for values in several if values))
    return {
        kind.attributes.get("LINGUISTIC_TYPE_ID", ""): entries.get(
            kind.attributes.get("CONTROLLED_VOCABULARY_REF", ""), ()
        )
        for kind in root.named("LINGUISTIC_TYPE")
    }


def _attribute(node: Node, name: str, source: Source) -> str:
    value = node.attributes.get(name)
    if not value:
        raise source.error(f"{node.tag} has no {name}.", remedy=SAVE_AGAIN, line=node.line)
    return value


def _whole(text: str, node: Node, source: Source) -> int:
    digits = text.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 10):
        raise source.error(f"{text[:40]!r} is no number of milliseconds.", remedy=SAVE_AGAIN, line=node.line)
    return int(text)
