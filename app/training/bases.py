"""Models on this computer that can be adapted. In: the store. Out: names, sizes, whether one is too large here, and the
adapters of each.
"""

from dataclasses import dataclass

from app import fits
from app.training.parents import Parent, parents
from app.translation import translate
from core.vlm.computer import Computer

LARGE_PARAMETERS = 1e9
"""More are not trained on a processor: it would take weeks."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A model that is here."""

    name: str
    bytes: int
    parameters: float
    """0 where it does not say how large it is."""
    parents: tuple[Parent, ...] = ()
    """Adapters of it that can be gone on from."""

    def words(self, computer: Computer) -> str:
        """Its size, and whether this computer can train it at all."""
        if not self.parameters:
            return translate("Bases", "{size}; how many parameters it has cannot be told.").format(
                size=fits.size(self.bytes)
            )
        if self.parameters < LARGE_PARAMETERS:
            form, count = translate("Bases", "{count} million parameters, {size}."), self.parameters / 1e6
        else:
            form, count = translate("Bases", "{count} billion parameters, {size}."), self.parameters / 1e9
        told = form.format(count=f"{count:.2g}" if count < 10 else f"{count:.0f}", size=fits.size(self.bytes))
        return f"{told} {self._fit(computer)}"

    def too_large(self, computer: Computer) -> bool:
        """Whether it needs a graphics card that is not here."""
        return computer.kind != "cuda" and self.parameters > LARGE_PARAMETERS

    def _fit(self, computer: Computer) -> str:
        if self.too_large(computer):
            return translate("Bases", "Too large to be trained without a graphics card.")
        if computer.kind != "cuda":
            return translate("Bases", "Small enough to be trained on the processor.")
        return translate("Bases", "The check tells whether the preset fits the graphics card.")


def bases(*, study: str) -> tuple[Basis, ...]:
    """Models that are here as safetensors, which alone can be trained. For the free lane: it reads files.

    `study`: identity of the open one, empty for none.
    """
    from core.errors import ModelError
    from core.models.adapters import adapters
    from core.models.installed import installed
    from core.vlm.model_shape import shape_of

    known = adapters()
    found: list[Basis] = []
    for one in installed():
        if one.kind == "safetensors":
            try:
                parameters = float(shape_of(one.folder).parameters)
            except ModelError:
                parameters = 0.0
            found.append(Basis(one.name, one.bytes, parameters, parents(one, known, study=study)))
    return tuple(found)
