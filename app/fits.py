"""What fits this computer, in the user's language. In: verdicts of `core.vlm.fitting`. Out: words and their colours."""

from collections.abc import Sequence
from pathlib import Path

from app.translation import QT_TRANSLATE_NOOP, translate
from core.models.manifest import Parity
from core.vlm.backend import Device, Quantisation
from core.vlm.fitting import Demand, Fit, Proposal, Verdict

GB = 1e9
VERDICTS: dict[Verdict, tuple[str, str]] = {
    "fits": (QT_TRANSLATE_NOOP("Fits", "fits"), "good"),
    "tight": (QT_TRANSLATE_NOOP("Fits", "just fits"), "warn"),
    "does not fit": (QT_TRANSLATE_NOOP("Fits", "does not fit"), "bad"),
    "unknown": (QT_TRANSLATE_NOOP("Fits", "cannot be told"), "quiet"),
}
"""Words, and the role of the label."""
SENTENCES: dict[Verdict, str] = {
    "fits": QT_TRANSLATE_NOOP("Fits", "Fits this computer"),
    "tight": QT_TRANSLATE_NOOP("Fits", "Just fits this computer, once other programs are closed"),
    "does not fit": QT_TRANSLATE_NOOP("Fits", "Does not fit in what is free on this computer"),
    "unknown": QT_TRANSLATE_NOOP("Fits", "Whether it fits this computer cannot be told"),
}
QUANTISATIONS: dict[Quantisation, str] = {
    "none": QT_TRANSLATE_NOOP("Fits", "as it is"),
    "q8_0": QT_TRANSLATE_NOOP("Fits", "8 bits (q8_0)"),
    "q5_k_m": QT_TRANSLATE_NOOP("Fits", "5 bits (q5_k_m)"),
    "q4_k_m": QT_TRANSLATE_NOOP("Fits", "4 bits (q4_k_m)"),
    "int8": QT_TRANSLATE_NOOP("Fits", "8 bits (int8)"),
    "nf4": QT_TRANSLATE_NOOP("Fits", "4 bits (nf4)"),
}
DEVICES: dict[Device, str] = {
    "cpu": QT_TRANSLATE_NOOP("Fits", "on the processor"),
    "cuda": QT_TRANSLATE_NOOP("Fits", "on the graphics card"),
    "mps": QT_TRANSLATE_NOOP("Fits", "on the graphics card"),
    "remote": QT_TRANSLATE_NOOP("Fits", "on a server"),
}
ENGINES = {"llama_cpp": "llama.cpp", "transformers": "transformers"}
"""Names of engines, the same in every language."""


def verdict(name: Verdict) -> str:
    """A verdict in words."""
    return translate("Fits", VERDICTS[name][0])


def tone(name: Verdict) -> str:
    """The role of a label with that verdict."""
    return VERDICTS[name][1]


def way(one: Proposal) -> str:
    """How a model would be run."""
    return translate("Fits", "{bits}, {engine} {device}, {count} pictures").format(
        bits=translate("Fits", QUANTISATIONS[one.plan.quantisation]),
        engine=ENGINES.get(one.plan.engine, one.plan.engine),
        device=translate("Fits", DEVICES[one.plan.device]),
        count=one.frames,
    )


def memory(demands: Sequence[Demand]) -> str:
    """Memory needed against memory there."""
    return translate("Fits", " and ").join(_demand(one) for one in demands)


def _demand(one: Demand) -> str:
    if one.free is None:
        form = (
            translate("Fits", "{needed} GB of main memory needed, what is free cannot be told")
            if one.memory == "main"
            else translate("Fits", "{needed} GB of graphics memory needed, what is free cannot be told")
        )
        return form.format(needed=f"{one.needed / GB:.1f}")
    form = (
        translate("Fits", "{needed} GB of main memory needed, {free} GB free")
        if one.memory == "main"
        else translate("Fits", "{needed} GB of graphics memory needed, {free} GB free")
    )
    return form.format(needed=f"{one.needed / GB:.1f}", free=f"{one.free / GB:.1f}")


def proposal(one: Proposal) -> str:
    """A whole sentence about one way."""
    return translate("Fits", "{verdict}: {way}; {memory}.").format(
        verdict=translate("Fits", SENTENCES[one.verdict]), way=way(one), memory=memory(one.demands)
    )


def fit(found: Fit) -> str:
    """Whether a choice fits, and what would."""
    if found.hopeless:
        words = translate("Fits", "This computer has too little memory for it: {way}; {memory}.").format(
            way=way(found.chosen), memory=memory(found.chosen.demands)
        )
    else:
        words = proposal(found.chosen)
    if found.instead is None:
        return words
    name = Path(found.instead.plan.model).name
    form = (
        translate("Fits", "What would fit: {name}, {way}; {memory}.")
        if found.instead.verdict == "fits"
        else translate("Fits", "What may fit: {name}, {way}; {memory}.")
    )
    more = form.format(name=name, way=way(found.instead), memory=memory(found.instead.demands))
    if found.instead.to_quantise:
        more += " " + translate("Fits", "Quantise it first in “Models…”.")
    return f"{words} {more}"


def parity(found: Parity | None) -> str:
    """How far a quantised model is from its base."""
    if found is None:
        return translate("Fits", "Not compared with the unquantised model yet; quantising it again compares them.")
    return translate(
        "Fits",
        "Against the unquantised model: the same first choice at {share} of {places} next words; divergence {mean} "
        "nats on average, {worst} at most.",
    ).format(
        share=f"{found.agreement:.0%}",
        places=found.places,
        mean=f"{found.divergence:.4f}",
        worst=f"{found.worst:.3f}",
    )


def size(count: int) -> str:
    """Bytes in words."""
    if count >= GB / 10:
        return f"{count / GB:.1f} GB"
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} kB"
