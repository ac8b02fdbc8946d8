"""What a small run tells, as events."""

from finetune.events import Begun, Ended, Evaluated, Preparing, Reinforced, Rewarded, Stepped, Validated, Warned


def begun(step=0, steps=6, validated=5):
    examples = {"train": 30, "validate": validated}
    return Begun("north-1", "r" * 64, "d" * 64, "b" * 64, {"train": 3}, examples, step, steps,
                 ("The same recording is on both sides.",), "cpu", {})  # fmt: skip


def stepped(step, stage="attribute", loss=1.0, steps=6):
    return Stepped(stage, step, steps, loss, {"hair": loss}, 1e-4, 1.0, 100, 10, 0.5, 120.0, 1_500_000_000, 0)


def evaluated(after, step, emotion):
    return Evaluated(
        after, step, {"emotion": {"score": emotion, "examples": 8.0}, "emotion/emotion-7": {"score": emotion}}
    )


def reinforced(step, reward=0.4, steps=60, baseline=0.3, **more):
    told = {
        "step": step, "steps": steps, "reward": reward, "rewards": {"tree": reward, "form": 0.9},
        "spread": {"all": 0.1, "tree": 0.2, "form": 0.05}, "by_task": {"search-emotion": reward}, "baseline": baseline,
        "kl": 0.01 * step, "entropy": 1.2, "length": 40.0, "truncated": 0.1, "alike": 0.25,
        "clipped": 0.01, "failed": 0, "loss": 0.1, "learning_rate": 1e-5, "gradient": 0.5, "tokens": 900, "drawn": 320,
        "seconds": {"draw": 1.0, "wait": 0.1, "learn": 2.0}, "left_s": 240.0, "memory_bytes": 2_000_000_000,
        "device_bytes": 0,
    }  # fmt: skip
    return Reinforced(**told | more)


def rewarded(step, reward, best=True, baseline=0.35):
    return Rewarded(step, reward, {"tree": reward, "form": 0.95}, baseline, best)


def ended(better):
    table = {
        "emotion": {"before": 0.25, "after": 0.75, "low": 0.1, "high": 0.8},
        "mean": {"before": 0.25, "after": 0.75},
    }
    return Ended("done", "Said of the people held out.", adapter="north-1", better=better, table=table)


WHOLE = (
    Preparing("looking at clips", 1, 4, 3.0), begun(), evaluated("before", 0, 0.25),
    stepped(1, loss=2.0), stepped(2, loss=1.0), Validated("attribute", 2, 1.5, True),
    Warned("The stage attribute falls by 3.0 points."), evaluated("attribute", 2, 0.4),
    stepped(3, "emotion", 0.9), stepped(4, "emotion", 0.7), evaluated("emotion", 4, 0.75),
)  # fmt: skip
