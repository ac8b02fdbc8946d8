"""What an answer that is right or wrong earns, in [0, 1]. In: what was said, the question. Out: rewards.

One label: right or not (accuracy), fine-grained and micro-expressions included. Several (multi-label, action units):
F1 of the two sets as the harness of VidEmo means it, "None" to a true "None" being 1. Any plain spelling of an answer
is read; what is none is None, never a guess.
"""

from collections.abc import Sequence

from core.reasoning.answers import Answer, read_answer
from core.reasoning.prompts import Task
from finetune.benchmark.metrics import sample_f1
from finetune.questions import answer_of, plain


def answer_reward(said: str, task: Task, labels: Sequence[str]) -> float | None:
    """F1 of the chosen labels, which is 0 or 1 where one is asked for; None where nothing can be read.

    Names that the list does not have are wrong ones.
    """
    read = read_answer(said, task)
    if not isinstance(read, Answer):
        return None
    return sample_f1(labels, (*read.labels, *read.unknown))


def spelling_reward(said: str, task: Task) -> float:
    """1 for an answer in the form that was asked for (a letter; names with commas), 0 for any other that is read."""
    read = read_answer(said, task)
    if not isinstance(read, Answer) or read.unknown:
        return 0.0
    asked = answer_of(task, read.labels)
    return float(_spaceless(said) == _spaceless(asked))


def words_reward(said: str, answer: str) -> float | None:
    """1 for the same words, None for none: where options are lettered otherwise than ours."""
    return float(plain(said) == plain(answer)) if plain(said) else None


def _spaceless(text: str) -> str:
    """Spaces after commas do not matter to who reads names."""
    return "".join(text.split())
