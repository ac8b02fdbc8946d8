import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UsageError
from finetune.examples import Split
from finetune.recipe import SplitRule
from finetune.split import CONFIRMATION, RANDOM, split_of
from tests.finetune.makers import example

LABELS = ("happiness", "sadness", "anger")

examples_of_people = st.lists(
    st.builds(
        example,
        label=st.sampled_from(LABELS),
        person=st.sampled_from(("", "A", "B", "C", "D", "E", "F")),
        session=st.sampled_from(("", "s1", "s2", "s3")),
        recording=st.sampled_from(("r1", "r2", "r3", "r4", "r5")),
        start_s=st.integers(0, 50),
        words=st.booleans(),
    ),
    max_size=40,
)
rules = st.builds(
    SplitRule,
    by=st.sampled_from(("person", "session", "file", "random")),
    test_share=st.floats(0.05, 0.6),
    validate_share=st.sampled_from((0.0, 0.1, 0.3)),
    confirmed=st.just(CONFIRMATION),
)


def split_or_none(examples, rule: SplitRule, *, seed: int = 0) -> Split | None:
    try:
        return split_of(examples, rule, seed=seed)
    except UsageError as refused:
        if "nobody is left to judge" not in refused.problem:
            raise
        return None


def sides(split: Split) -> dict[int, str]:
    return {place: part for part in ("train", "validate", "test") for place in getattr(split, part)}


@settings(max_examples=300, deadline=None)
@given(examples_of_people, rules, st.integers(0, 3))
def test_every_example_is_in_one_part_and_what_is_kept_together_in_the_same(examples, rule, seed):
    split = split_or_none(examples, rule, seed=seed)
    if split is None:
        return
    assert sorted((*split.train, *split.validate, *split.test)) == list(range(len(examples)))
    assert split.train
    assert split.test
    part = sides(split)
    kept = {"person": "person", "session": "session", "file": "recording", "random": "key"}[split.by]
    for one, other in itertools.combinations(range(len(examples)), 2):
        name = getattr(examples[one], kept)
        if name and name == getattr(examples[other], kept) and name != "":
            assert part[one] == part[other]


@settings(max_examples=200, deadline=None)
@given(examples_of_people)
def test_somebody_unnamed_may_be_anybody_of_the_recording(examples):
    split = split_or_none(examples, SplitRule())
    if split is None or split.by != "person":
        return
    part = sides(split)
    shown = [place for place in part if examples[place].clip is not None]
    for one, other in itertools.product(shown, shown):
        if not examples[one].person and examples[one].recording == examples[other].recording:
            assert part[one] == part[other]


@settings(max_examples=150, deadline=None)
@given(examples_of_people, rules, st.randoms(use_true_random=False))
def test_the_order_of_examples_does_not_matter(examples, rule, draw):
    split = split_or_none(examples, rule)
    order = list(range(len(examples)))
    draw.shuffle(order)
    again = split_or_none([examples[place] for place in order], rule)
    if split is None or again is None:
        assert split == again
        return

    def held(examples, places):
        return Counter(examples[place].key + examples[place].person + examples[place].session for place in places)

    mixed = [examples[place] for place in order]
    for part in ("train", "validate", "test"):
        assert held(examples, getattr(split, part)) == held(mixed, getattr(again, part))
    assert sorted(split.remarks) == sorted(again.remarks)


def many(people: int, *, each: int = 6) -> list:
    """People who display two things: half of them mostly happiness, half mostly sadness."""
    return [
        example(
            "happiness" if (number + (place == 0)) % 2 else "sadness",
            person=f"P{number:02}",
            recording=f"r{number}",
            start_s=4.0 * place,
        )
        for number in range(people)
        for place in range(each)
    ]


def test_shares_are_of_people_and_labels_are_balanced():
    examples = many(20)
    split = split_of(examples, SplitRule(), seed=1)
    people = {
        part: {examples[place].person for place in getattr(split, part)} for part in ("train", "validate", "test")
    }
    assert [len(people[part]) for part in ("train", "validate", "test")] == [14, 2, 4]
    labels = Counter(examples[place].labels[0] for place in split.test)
    assert labels == {"happiness": 12, "sadness": 12}
    assert split.by == "person"
    assert split.remarks == ()


def test_another_seed_takes_other_people():
    taken = {split_of(many(20), SplitRule(), seed=seed).test for seed in range(5)}
    assert len(taken) > 1


@pytest.mark.parametrize(("people", "sizes"), [(2, (1, 0, 1)), (3, (2, 0, 1)), (4, (2, 1, 1)), (10, (7, 1, 2))])
def test_at_least_one_each_and_nobody_for_validation_of_fewer_than_four(people: int, sizes):
    split = split_of(many(people, each=1), SplitRule(), seed=0)
    assert tuple(map(len, (split.train, split.validate, split.test))) == sizes
    assert any("early stopping" in remark for remark in split.remarks) == (people < 4)


def test_one_person_only_cannot_be_split():
    with pytest.raises(UsageError, match="There is only one person: nobody is left to judge"):
        split_of(many(1), SplitRule(), seed=0)


def test_without_names_it_is_by_session_then_by_file_and_says_so():
    by_session = split_of([example(session=f"s{n}", recording=f"r{n}") for n in range(5)], SplitRule(), seed=0)
    assert by_session.by == "session"
    assert "No person is named: the split is by session" in by_session.remarks[0]
    by_file = split_of([example(recording=f"r{n}") for n in range(5)], SplitRule(), seed=0)
    assert by_file.by == "file"
    assert "the split is by file" in by_file.remarks[0]


def test_a_random_split_needs_its_words_and_is_told():
    with pytest.raises(UsageError, match="the same face may be on both sides"):
        split_of(many(4), SplitRule("random", confirmed="the same face might be on both sides"), seed=0)
    split = split_of(many(4), SplitRule("random", confirmed=CONFIRMATION), seed=0)
    assert RANDOM in split.remarks
    assert any("people" in remark and "on both sides" in remark for remark in split.remarks[1:])


def test_shares_that_leave_nobody_are_refused():
    with pytest.raises(UsageError, match="leave nobody to learn from"):
        split_of(many(4), SplitRule(test_share=0.9, validate_share=0.2), seed=0)


def test_words_alone_are_learned_unless_they_name_a_person_with_clips():
    examples = [*many(6, each=1), example(words=True), *(example(words=True, person=f"P{n:02}") for n in range(6))]
    split = split_of(examples, SplitRule(), seed=0)
    part = sides(split)
    assert part[6] == "train"
    assert all(part[number] == part[7 + number] for number in range(6))


def test_what_leaks_is_told():
    examples = many(6, each=1)
    examples += [example(person=f"P0{number}", recording="both") for number in range(6)]
    split = split_of(examples, SplitRule(), seed=0)
    groups = [(split.test[0], split.train[0]), split.train]
    told = " ".join(split_of(examples, SplitRule(), seed=0, alike=groups).remarks)
    assert "1 recording is on both sides, of different people" in told
    assert "Leakage: 1 near-duplicate clips are on both sides" in told


def test_labels_of_one_side_alone_are_told():
    examples = [*many(6, each=2), example("fear", person="P01", recording="r1")]
    told = " ".join(split_of(examples, SplitRule(), seed=0).remarks)
    assert "fear (emotion-7)" in told
