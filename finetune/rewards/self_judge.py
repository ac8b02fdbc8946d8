"""The base model as the judge of an answer in prose. In: an engine without its adapter, texts. Out: [0, 1].

Words alone: the judge sees the true answer, not the pictures. Its share of "Yes" against "No" is asked for and nothing
is drawn, so the same answer always earns the same. Must not know: how the adapter is switched off.
"""

import math

from core.vlm.backend import Backend, Turn

SYSTEM = "You compare two answers to one question about a video."
QUESTION = """Question: {question}

True answer: {reference}

Given answer: {said}

Does the given answer say the same as the true answer, contradict nothing of it and add nothing?
Answer Yes or No."""


def judged(backend: Backend, question: str, reference: str, said: str) -> float:
    """P(Yes) / (P(Yes) + P(No)), NaN where the engine gives no numbers; 0 for an empty answer.

    Raises what the engine raises, `PromptTooLongError` included.
    """
    if not said.strip():
        return 0.0
    words = QUESTION.format(question=question.strip(), reference=reference.strip(), said=said.strip())
    context = backend.prefill((Turn("system", SYSTEM), Turn("user", words)), clip=None)
    try:
        yes, no = backend.score(context, ("Yes", "No")).tolist()
    finally:
        backend.release(context)
    best = max(yes, no)
    if math.isnan(best) or math.isinf(best):
        return math.nan
    return math.exp(yes - best) / (math.exp(yes - best) + math.exp(no - best))
