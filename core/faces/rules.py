"""All thresholds of the face pass in one record, for callers to pass on and for the provenance. Knows no stage."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from core.faces.discovery import DiscoveryRule
from core.faces.follow import FollowRule
from core.faces.landmarker import LandmarkerRule
from core.faces.quality import QualityRule
from core.faces.tracker import LinkRule
from core.footage.shots import ShotRule


@dataclass(frozen=True, slots=True)
class FaceRule:
    """The rules of each step; the defaults are those the tests measure."""

    landmarker: LandmarkerRule = field(default_factory=LandmarkerRule)
    discovery: DiscoveryRule = field(default_factory=DiscoveryRule)
    follow: FollowRule = field(default_factory=FollowRule)
    link: LinkRule = field(default_factory=LinkRule)
    quality: QualityRule = field(default_factory=QualityRule)
    shots: ShotRule = field(default_factory=ShotRule)

    def settings(self) -> Mapping[str, Mapping[str, object]]:
        """Every threshold by step and name."""
        return {name: dict(values) for name, values in asdict(self).items()}
