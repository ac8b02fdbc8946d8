import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from core.footage.reader import probe
from core.progress import finish
from core.reasoning.prompts import opening, task
from core.vlm.backend import Turn
from finetune.examples import ClipPlace, Example
from finetune.findings import Finding
from finetune.from_files import read_file
from finetune.recipe import Pictures, SplitRule
from finetune.split import split_of
from finetune.validation import alike_of, validate
from tests import media
from tests.finetune.makers import example

PICTURES = Pictures(most_frames=4)


def found(examples, *, kind: str | None = None, **changes) -> list[Finding]:
    table = finish(validate(examples, pictures=PICTURES, **changes))
    return [one for one in table if kind in (None, one.kind)]


def read(folder: Path, table: str) -> tuple[Example, ...]:
    path = folder / "clips.csv"
    path.write_text(table, encoding="utf-8")
    return finish(read_file(path))


@pytest.fixture(scope="module")
def folder(footage: Path, tmp_path_factory) -> Path:
    """Real clips under names of their own."""
    made = tmp_path_factory.mktemp("clips")
    shutil.copy(footage / "single_face.mp4", made / "man.mp4")
    shutil.copy(footage / "speech_one_person.mp4", made / "woman.mp4")
    shutil.copy(footage / "no_face.mp4", made / "nobody.mp4")
    media.re_encode(footage / "single_face.mp4", made / "again.mp4", rate=15, size=(320, 240))
    (made / "broken.mp4").write_bytes(b"no video")
    return made


def test_real_clips_that_are_fine_give_no_error(folder: Path):
    table = found(read(folder, "path,label,start_s,end_s,person\nman.mp4,Happy,0,2,A\nwoman.mp4,Neutral,0,2,B\n"))
    assert [(one.level, one.kind) for one in table] == [("warning", "size"), ("note", "size"), ("note", "face")]
    assert "only 2 clips" in table[0].what


def test_clips_that_cannot_be_learned_from_are_errors_with_their_place(folder: Path):
    table = "path,label,start_s,end_s\nbroken.mp4,Sad,,\ngone.mp4,Sad,,\nwoman.mp4,Sad,60,62\nwoman.mp4,Sad,6,12\n"
    clips = [one for one in found(read(folder, table)) if one.kind in ("clip", "span")]
    assert [one.level for one in clips] == ["error", "error", "error", "warning"]
    for one, where in zip(clips, ("line 2", "line 3", "line 4", "line 5"), strict=True):
        assert f"clips.csv, {where}: " in one.what
        assert one.remedy
    assert "is after the recording's end (60 s to 62 s" in clips[2].what


def test_a_clip_without_a_face_is_named(folder: Path):
    (one, note) = found(read(folder, "path,label\nnobody.mp4,Sad\nman.mp4,Happy\n"), kind="face")
    assert one.level == "warning"
    assert one.examples == (0,)
    assert "No face was found for one example: clips.csv, line 2." in one.what
    assert note.examples == (0, 1)


def test_without_the_face_model_it_is_said_that_nobody_looked(folder: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("VIDEMO_HOME", str(tmp_path))
    one = found(read(folder, "path,label\nnobody.mp4,Sad\n"), kind="face")[0]
    assert one.level == "warning"
    assert "Faces were not looked for" in one.what
    assert "videmo models fetch face-landmarker" in one.remedy


def test_a_face_that_the_boxes_do_not_have_is_an_error(folder: Path):
    path = folder / "man.mp4"
    clip = ClipPlace(path, probe(path).sha256, 0.0, 1.0, ((1.8, 10.0, 10.0, 50.0, 50.0),))
    (one,) = found([replace(example(), clip=clip)], kind="clip")
    assert "No picture of the face" in one.what


def test_the_same_clip_in_two_files_is_found_with_its_labels_and_leaks_in_a_split(folder: Path):
    rows = "path,label,person\nman.mp4,Happy,A\nagain.mp4,Sad,B\nwoman.mp4,Neutral,C\n"
    examples = read(folder, rows)
    table = found(examples)
    (one,) = [one for one in table if one.kind == "near-duplicate"]
    assert (one.level, one.examples) == ("warning", (0, 1))
    assert "2 clips look the same" in one.what
    assert "different labels" in one.what
    splits = [split_of(examples, SplitRule(), seed=seed, alike=alike_of(table)) for seed in range(6)]
    for split in splits:
        apart = (0 in split.test) != (1 in split.test)
        assert any("near-duplicate clips are on both sides" in remark for remark in split.remarks) == apart
    assert len({split.test for split in splits}) > 1


def test_an_unknown_label_is_named_with_its_line_and_what_is_allowed(folder: Path):
    examples = read(folder, "path,label,task\nman.mp4,happyness,\nman.mp4,AU99,action-units\nman.mp4,Happy,\n")
    emotion, unit = found(examples, kind="label")
    assert (emotion.level, emotion.examples) == ("error", (0,))
    assert "clips.csv, line 2: “happyness” is no answer to emotion-7." in emotion.what
    assert "happiness, sadness, neutral" in emotion.remedy
    assert "AU1, AU2" in unit.remedy


def words(**changes) -> Example:
    return replace(example(), **changes)


def test_contradicting_labels_of_one_clip_are_an_error(folder: Path):
    del folder
    same = [example("happiness", source="a"), example("sadness", source="b"), example("sadness", start_s=9.0)]
    (one,) = found(same, kind="contradiction")
    assert (one.level, one.examples) == ("error", (0, 1))
    assert "a; b: one clip has the labels happiness and sadness (emotion-7)." in one.what


def test_none_contradicts_a_unit():
    asked = task("action-units")
    turns = opening(asked.question)
    units = [
        words(task=asked.id, turns=(*turns, Turn("assistant", answer)), labels=labels)
        for answer, labels in (("None", ()), ("AU12", ("AU12",)))
    ]
    (one,) = found(units, kind="contradiction")
    assert "AU12 and none" in one.what


def test_what_stands_there_twice_is_counted():
    (one,) = found([example(), example(), example("anger", start_s=3.0)], kind="duplicate")
    assert (one.level, one.examples) == ("warning", (1,))


def test_one_class_one_person_and_rare_labels_are_told():
    alone = [example(person="A", start_s=float(n)) for n in range(3)]
    kinds = {one.kind: one for one in found(alone)}
    assert "All 3 examples of emotion-7 have the label happiness" in kinds["balance"].what
    assert "only one person, A" in kinds["people"].what
    many = [example(start_s=float(n), person="AB"[n % 2]) for n in range(60)] + [
        example("fear", start_s=99.0, person="A")
    ]
    (rare,) = found(many, kind="balance")
    assert rare.what == "Rare in emotion-7: fear (1 of 61)."
    assert rare.examples == (60,)
    (nameless,) = found([example(), example(person="A")], kind="people")
    assert nameless.examples == (0,)


def test_nothing_but_words_is_an_error():
    assert ("error", "size") in [(one.level, one.kind) for one in found([example(words=True)])]


def test_tokens_over_the_limit_are_an_error():
    examples = [example(), example("sadness", start_s=3.0)]
    (one,) = found(examples, kind="tokens", count_tokens=lambda one: 10 if one.answer == "A" else 30, longest=20)
    assert (one.level, one.examples) == ("error", (1,))
    assert "One example is longer than 20 tokens, the longest has 30" in one.what
    (fine,) = found(examples, kind="tokens", count_tokens=lambda _: 10, longest=20)
    assert fine.level == "note"


def test_the_share_of_answers_that_give_a_tree():
    def told(answer: str) -> Example:
        turns = (*opening(task("expression-caption").question), Turn("assistant", answer))
        return words(task="expression-caption", turns=turns, labels=())

    smiles, weather = told("The person smiles broadly."), told("It is raining in Paris.")
    (good,) = found([smiles, smiles, weather], kind="tree")
    assert (good.level, good.examples) == ("note", (2,))
    assert "out of 67% of the 3 answers" in good.what
    (bad,) = found([smiles, weather, weather], kind="tree")
    assert bad.level == "warning"


def test_errors_come_first():
    levels = [one.level for one in found([example(), example(), example("anger")])]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
