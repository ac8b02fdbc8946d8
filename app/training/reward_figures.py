"""What is drawn of a reinforcement in small plots, in which order, and what is good. Words alone."""

from dataclasses import dataclass

from app.translation import QT_TRANSLATE_NOOP

MORE, LESS, STEADY = (
    QT_TRANSLATE_NOOP("Rewards", "▲ More is better."),
    QT_TRANSLATE_NOOP("Rewards", "▼ Less is better."),
    QT_TRANSLATE_NOOP("Rewards", "◆ Steady is good."),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One small plot."""

    name: str
    """Its curve in a story."""
    title: str
    good: str
    about: str
    spread: str = ""
    """Curve of its spread."""
    share: bool = True
    """From 0 to 1."""


def _reward(name: str, title: str, about: str) -> Figure:
    return Figure(f"rewards/{name}", title, MORE, about, spread=f"spread/{name}")


FIGURES = (
    _reward(
        "tree",
        QT_TRANSLATE_NOOP("Rewards", "Reward: affective tree"),
        QT_TRANSLATE_NOOP("Rewards", "How near its tree is to the true one; 1 for the same."),
    ),
    _reward(
        "answer",
        QT_TRANSLATE_NOOP("Rewards", "Reward: right answers"),
        QT_TRANSLATE_NOOP("Rewards", "Questions whose answers are right or wrong."),
    ),
    _reward(
        "caption",
        QT_TRANSLATE_NOOP("Rewards", "Reward: descriptions"),
        QT_TRANSLATE_NOOP("Rewards", "How near what it describes in words is to the true words."),
    ),
    _reward(
        "evidence",
        QT_TRANSLATE_NOOP("Rewards", "Reward: measurements"),
        QT_TRANSLATE_NOOP("Rewards", "Whether what it says agrees with what was measured in the face."),
    ),
    _reward(
        "form",
        QT_TRANSLATE_NOOP("Rewards", "Reward: form"),
        QT_TRANSLATE_NOOP("Rewards", "Whether it answers in the form that is asked for."),
    ),
    _reward(
        "length",
        QT_TRANSLATE_NOOP("Rewards", "Reward: length"),
        QT_TRANSLATE_NOOP("Rewards", "Whether answers are neither too short nor too long."),
    ),
    Figure(
        "kl",
        QT_TRANSLATE_NOOP("Rewards", "Distance from its beginning (nats)"),
        LESS,
        QT_TRANSLATE_NOOP("Rewards", "How far it moved from the adapter it began with. Rising steeply, it forgets."),
        share=False,
    ),
    Figure(
        "entropy",
        QT_TRANSLATE_NOOP("Rewards", "Variety of answers (nats)"),
        STEADY,
        QT_TRANSLATE_NOOP("Rewards", "Near 0 it says the same each time, and nothing more is learned."),
        share=False,
    ),
    Figure(
        "length",
        QT_TRANSLATE_NOOP("Rewards", "Length of answers (tokens)"),
        STEADY,
        QT_TRANSLATE_NOOP("Rewards", "Growing or shrinking without more reward is no progress."),
        share=False,
    ),
    Figure(
        "truncated",
        QT_TRANSLATE_NOOP("Rewards", "Share of answers cut off"),
        LESS,
        QT_TRANSLATE_NOOP("Rewards", "From what has no end nothing is learned."),
    ),
    Figure(
        "alike",
        QT_TRANSLATE_NOOP("Rewards", "Share of questions without difference"),
        LESS,
        QT_TRANSLATE_NOOP("Rewards", "All answers to it earned the same, so nothing is learned from it."),
    ),
)
