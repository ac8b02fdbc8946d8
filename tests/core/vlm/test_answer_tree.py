import numpy as np

from core.vlm.answer_tree import answer_tree, told_apart


def test_common_beginnings_are_read_once():
    tree = answer_tree([[1, 2, 9], [1, 3, 9], [1, 9], [4, 9]])
    assert tree.tokens.tolist() == [1, 2, 3, 4]
    assert tree.depths.tolist() == [0, 1, 1, 0]
    assert tree.seen.tolist() == [
        [True, False, False, False],
        [True, True, False, False],
        [True, False, True, False],
        [False, False, False, True],
    ]


def test_a_paths_steps_are_the_answers_tokens_behind_their_beginnings():
    tree = answer_tree([[1, 2, 9], [1, 9], [9]])
    steps = tree.steps.tolist()
    assert [[steps[place] for place in path] for path in tree.paths] == [
        [[-1, 1], [0, 2], [1, 9]],
        [[-1, 1], [0, 9]],
        [[-1, 9]],
    ]
    assert len(np.unique(tree.steps, axis=0)) == len(steps)


def test_an_end_is_asked_for_only_where_another_answer_goes_on():
    assert told_apart([[1, 2], [1], [1, 2, 3], [4], [4]], end=9) == [[1, 2, 9], [1, 9], [1, 2, 3], [4], [4]]
    assert told_apart([[], [1]], end=9) == [[9], [1]]
    assert told_apart([], end=9) == []


def test_no_answers_need_nothing():
    tree = answer_tree([])
    assert tree.tokens.shape == (0,)
    assert tree.steps.shape == (0, 2)
    assert tree.paths == ()
