"""Prose: measures against rated pairs, and models made on the spot that are loaded as a user's are."""

import json
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoModel, AutoModelForSequenceClassification, AutoTokenizer, BertConfig

from core.errors import ModelError
from core.vlm.torch_loading import settle_torchvision
from finetune.benchmark.prose import chrf
from finetune.rewards.captions import CAP, Captions
from finetune.rewards.encoders import Embedding, Entailment
from finetune.rewards.trees import contradicts
from tests.finetune.rewards.rated import PAIRS, reward, spearman, tree

settle_torchvision()
WORDS = [
    "the",
    "woman",
    "is",
    "not",
    "smiling",
    "a",
    "man",
    "looks",
    "sad",
    "happy",
    "brows",
    "are",
    "raised",
    "lowered",
    "her",
    "his",
    "he",
    "she",
    "with",
    "tears",
    "and",
]


@pytest.fixture(scope="module")
def without_models() -> Captions:
    return Captions(entailment="", embedding="", references=())


def test_what_runs_without_any_model_follows_the_ratings(without_models):
    """Measured 0.79; letters alone 0.01, for a denial has nearly the same ones."""
    ratings = [pair["rating"] for pair in PAIRS]
    earned = [reward(without_models, pair["said"], pair["true"]) for pair in PAIRS]
    assert spearman(ratings, earned) > 0.75
    assert spearman(ratings, [chrf(pair["said"], pair["true"]) for pair in PAIRS]) < 0.1


def test_what_the_words_deny_is_capped(without_models):
    """Without an entailment model 9 of 12 are known by the words; another colour of hair is taken for one too."""
    contrary = [pair for pair in PAIRS if pair.get("contrary")]
    known = [pair for pair in contrary if contradicts(tree(pair["said"]), tree(pair["true"]))]
    assert len(known) >= 9
    assert all(reward(without_models, pair["said"], pair["true"]) <= CAP for pair in known)
    wrongly = [p for p in PAIRS if not p.get("contrary") and contradicts(tree(p["said"]), tree(p["true"]))]
    assert [pair["said"] for pair in wrongly] == ["The young woman has long black hair."]


@pytest.mark.parametrize(
    ("said", "true", "low", "high"),
    [
        ("The woman smiles.", "The woman smiles.", 1.0, 1.0),
        ("Two lamps stand behind.", "Two lamps stand behind.", 1.0, 1.0),
        ("", "The woman smiles.", 0.0, 0.0),
        ("  ", "Two lamps stand behind.", 0.0, 0.0),
        ("She displays a smile.", "The woman smiles.", 0.6, 0.95),
        ("The woman does not smile.", "The woman smiles.", 0.0, CAP),
        ("A car drives past.", "The woman smiles.", 0.0, 0.1),
        ("Two lamps stand outside.", "Two lamps stand behind.", 0.5, 0.9),
    ],
)
def test_what_a_caption_earns(without_models, said, true, low, high):
    assert low <= reward(without_models, said, true) <= high


def tokenizer_in(folder: Path) -> None:
    """Whole words and single letters, as a BERT has them."""
    letters = [*"abcdefghijklmnopqrstuvwxyz.,", *(f"##{one}" for one in "abcdefghijklmnopqrstuvwxyz")]
    vocabulary = {word: place for place, word in enumerate(dict.fromkeys(
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS, *letters]))}  # fmt: skip
    told = {
        "version": "1.0",
        "added_tokens": [],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
            ],
            "pair": [
                {"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 1}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 1}},
            ],
            "special_tokens": {
                name: {"id": name, "ids": [vocabulary[name]], "tokens": [name]} for name in ("[CLS]", "[SEP]")
            },
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": vocabulary,
        },
    }
    (folder / "tokenizer.json").write_text(json.dumps(told))
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "PreTrainedTokenizerFast", "pad_token": "[PAD]", "model_max_length": 64})
    )


def config(**changes) -> BertConfig:
    small = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    return BertConfig(vocab_size=120, max_position_embeddings=64, hidden_dropout_prob=0.1, **small, **changes)


@pytest.fixture(scope="module")
def classifier(tmp_path_factory) -> Path:
    """A real classifier, small and untaught, whose labels stand in an order of their own."""
    folder = tmp_path_factory.mktemp("classifier")
    torch.manual_seed(3)
    labels = {0: "Contradiction", 1: "NEUTRAL", 2: "entailment"}
    told = config(num_labels=3, id2label=labels, label2id={name: place for place, name in labels.items()})
    AutoModelForSequenceClassification.from_config(told).save_pretrained(folder)
    tokenizer_in(folder)
    return folder


@pytest.fixture(scope="module")
def encoder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("encoder")
    torch.manual_seed(4)
    AutoModel.from_config(config()).save_pretrained(folder)
    tokenizer_in(folder)
    return folder


def test_entailment_is_asked_both_ways_with_the_labels_of_the_model_itself(classifier):
    one, other = "the woman is smiling", "a man looks sad"
    words = AutoTokenizer.from_pretrained(classifier)
    model = AutoModelForSequenceClassification.from_pretrained(classifier).eval()
    with torch.no_grad():
        shares = [
            model(**words(a, b, return_tensors="pt")).logits[0].softmax(-1) for a, b in ((one, other), (other, one))
        ]
    follows, denied = Entailment(classifier).both_ways(one, other)
    assert follows == pytest.approx(float(shares[0][2] + shares[1][2]) / 2, abs=1e-5)
    assert denied == pytest.approx(float(max(shares[0][0], shares[1][0])), abs=1e-5)
    long = Entailment(classifier).both_ways(one * 60, other * 60)
    assert all(0.0 <= share <= 1.0 for share in long), "longer than the model reads"
    assert Entailment(classifier).both_ways(other, one) == pytest.approx((follows, denied), abs=1e-6)


def test_labels_are_known_by_their_names_whatever_their_order(classifier, tmp_path):
    turned = shutil.copytree(classifier, tmp_path / "turned")
    told = json.loads((turned / "config.json").read_text())
    told["id2label"] = {"0": "ENTAILMENT", "1": "neutral", "2": "contradiction"}
    (turned / "config.json").write_text(json.dumps(told))
    plain, other = (Entailment(folder).both_ways("her brows", "his brows") for folder in (classifier, turned))
    assert plain[0] != pytest.approx(other[0])
    told["id2label"] = {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}
    (turned / "config.json").write_text(json.dumps(told))
    with pytest.raises(ModelError, match="does not say which label"):
        Entailment(turned)


def test_alike_is_the_cosine_of_mean_states_above_what_any_two_answers_have(encoder):
    texts = ["the woman is smiling", "a man looks sad", "her brows are raised"]
    words, model = AutoTokenizer.from_pretrained(encoder), AutoModel.from_pretrained(encoder).eval()
    with torch.no_grad():
        means = [model(**words(text, return_tensors="pt")).last_hidden_state[0].mean(0) for text in texts]
    cosine = [[float(torch.cosine_similarity(a, b, dim=0)) for b in means] for a in means]
    nothing = (cosine[0][1] + cosine[0][2] + cosine[1][2]) / 3
    found = Embedding(encoder, references=texts)
    assert found.alike(texts[0], texts[0]) == pytest.approx(1.0)
    for a in range(3):
        for b in range(3):
            expected = max(0.0, (cosine[a][b] - nothing) / (1 - nothing))
            assert found.alike(texts[a], texts[b]) == pytest.approx(expected, abs=1e-4)
    assert 0.0 <= found.alike(" ".join(texts * 40), texts[1]) < 1.0, "longer than the model reads"
    assert Embedding(encoder, references=()).alike(texts[0], texts[1]) == pytest.approx(cosine[0][1], abs=1e-5)


def test_the_mix_shares_its_weights_among_what_is_named(classifier, encoder):
    said, true = "lamps stand behind the man", "two lamps stand behind"
    assert not tree(true).clues
    both = Captions(entailment=str(classifier), embedding=str(encoder), references=[true, "a plant"])
    follows, denied = Entailment(classifier).both_ways(said, true)
    alike = Embedding(encoder, references=[true, "a plant"]).alike(said, true)
    mixed = 0.5 * max(0.0, follows - denied) + 0.3 * alike + 0.2 * chrf(said, true)
    assert reward(both, said, true) == pytest.approx(min(mixed, CAP) if denied >= 0.5 else mixed)
    one = Captions(entailment="", embedding=str(encoder), references=[true, "a plant"])
    assert reward(one, said, true) == pytest.approx((0.3 * alike + 0.2 * chrf(said, true)) / 0.5)
    assert reward(one, said, true) == reward(one, said, true)


def test_what_the_model_calls_a_contradiction_is_capped(classifier, tmp_path):
    sure = shutil.copytree(classifier, tmp_path / "sure")
    model = AutoModelForSequenceClassification.from_pretrained(sure)
    with torch.no_grad():
        model.classifier.bias.copy_(torch.tensor([9.0, 0.0, 0.0]))
    model.save_pretrained(sure)
    measures = Captions(entailment=str(sure), embedding="", references=())
    assert reward(measures, "two lamps stand behind", "two lamps stand behind") == pytest.approx(CAP)


def test_a_model_that_gives_no_numbers_is_not_taken_for_zero(classifier, encoder, tmp_path):
    broken = []
    for folder, kind in ((classifier, AutoModelForSequenceClassification), (encoder, AutoModel)):
        broken.append(shutil.copytree(folder, tmp_path / folder.name))
        model = kind.from_pretrained(folder)
        with torch.no_grad():
            model.get_input_embeddings().weight.fill_(float("nan"))
        model.save_pretrained(broken[-1])
    texts = ["two lamps stand behind", "a plant"]
    assert np.isnan(reward(Captions(entailment=str(broken[0]), embedding="", references=()), *texts))
    for references in ((), texts):
        assert np.isnan(reward(Captions(entailment="", embedding=str(broken[1]), references=references), *texts))


def test_a_folder_that_is_no_model_is_a_sentence(classifier, tmp_path):
    with pytest.raises(ModelError, match="There is no folder"):
        Entailment(tmp_path / "nowhere")
    with pytest.raises(ModelError, match=r"config\.json cannot be read"):
        Entailment(tmp_path)
    half = shutil.copytree(classifier, tmp_path / "half")
    whole = (half / "model.safetensors").read_bytes()
    (half / "model.safetensors").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match=r"model\.safetensors"):
        Entailment(half)


def test_pickled_weights_are_refused_unopened(classifier, tmp_path):
    class Bomb:
        def __reduce__(self):
            return (Path.touch, (tmp_path / "it ran",))

    pickled = shutil.copytree(classifier, tmp_path / "pickled")
    (pickled / "model.safetensors").unlink()
    (pickled / "pytorch_model.bin").write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(ModelError, match=r"pytorch_model\.bin is a pickle"):
        Entailment(pickled)
    assert not (tmp_path / "it ran").exists()


def test_weights_that_are_missing_are_never_made_up(encoder):
    """An encoder has no head to tell entailment with; transformers would give it a random one."""
    with pytest.raises(ModelError):
        Entailment(encoder)


def test_code_in_a_folder_is_not_run(encoder, tmp_path):
    own = shutil.copytree(encoder, tmp_path / "own")
    told = json.loads((own / "config.json").read_text())
    told |= {"model_type": "own", "auto_map": {"AutoConfig": "own.Own", "AutoModel": "own.Own"}}
    (own / "config.json").write_text(json.dumps(told))
    (own / "own.py").write_text(f"import pathlib\npathlib.Path({str(tmp_path / 'it ran')!r}).touch()\n")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Embedding(own, references=())
    assert not (tmp_path / "it ran").exists()
