"""The page of language models: what is shown of each, and every verb by clicks, against a hub on this computer."""

import os
import shutil
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.dialogs.model_sheets import FetchSheet, NameSheet, QuantiseSheet, RemoveSheet, named
from app.dialogs.models import ModelsDialog
from app.panels.queue import JobRow
from core.models import catalogue, entry
from core.models import download as download_room
from core.models.entries import HubModel, hub_models
from core.models.importing import import_model
from core.models.installed import find, installed, keep_parity, leftovers
from core.models.manifest import MANIFEST, Parity, write_manifest
from core.models.store import path_of
from core.progress import finish
from core.vlm.computer import Computer
from tests.core.models.folders import bare
from tests.core.models.hub_serving import Hub

SMALL = HubModel("small", "Small", "For tests.", "team/small", "main", 600_000, "unknown", "Read its page.")


@pytest.fixture
def hub(tmp_path, monkeypatch):
    """A hub whose only model the catalogue names."""
    monkeypatch.setattr(download_room, "PAUSE_S", 0.0)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    serving = Hub(bare(tmp_path / "bare"))
    monkeypatch.setattr("core.models.entries._catalogue", lambda: (known, (SMALL,), serving.address))
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield serving
    serving.shutdown()
    thread.join()
    serving.server_close()


known = catalogue()


@pytest.fixture
def page(window, dialog, qtbot):
    """The page, shown."""

    def shown():
        window.actions_.start("app.models")
        found = dialog(ModelsDialog)
        found.pages.setCurrentWidget(found.language)
        qtbot.waitUntil(lambda: bool(found.language.cards))
        return found.language

    return shown


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_model_of_the_catalogue_is_shown_with_licence_size_and_what_fits(page, qtbot, monkeypatch):
    monkeypatch.setattr("core.vlm.computer.this_computer", lambda: Computer(int(7e9), main_total=int(8e9)))
    shown = page()
    cards = shown.cards
    assert list(cards) == [one.name for one in hub_models()]
    assert "Licence: unknown." in cards["videmo-3b"].about.text()
    assert "About 7.5 GB, from the hub: KlingTeam/VidEmo-3B." in cards["videmo-3b"].about.text()
    assert cards["videmo-3b"].fit.text().startswith("Fits this computer: 8 bits (q8_0), llama.cpp on the processor")
    assert cards["videmo-3b"].fit.property("good")
    assert cards["videmo-7b"].fit.text().startswith("Does not fit in what is free")
    assert cards["videmo-7b"].fit.property("bad")
    # Cards are made anew whenever models are looked at again, which may be at any moment; what is open stays open.
    assert not shown.cards["videmo-3b"].table.isVisible()
    press(shown.cards["videmo-3b"].more, qtbot)
    qtbot.waitUntil(lambda: shown.cards["videmo-3b"].table.isVisible())
    one = shown.cards["videmo-3b"]
    assert one.fetch.isVisible()
    assert not [verb.text() for verb in (one.quantise, one.verify, one.remove) if verb.isVisible()]


def test_a_fetch_asks_first_can_be_stopped_and_goes_on(page, hub, window, dialog, qtbot):
    shown = page()
    press(shown.cards["small"].fetch, qtbot)
    sheet = dialog(FetchSheet)
    said = " ".join(label.text() for label in sheet.findChildren(type(shown.cards["small"].fit)))
    assert "unknown" in said
    assert "Read its page." in said
    assert "This uses the network." in said
    assert f"{hub.address}/team/small" in said
    press(sheet.buttons.buttons()[-1], qtbot)
    assert not hub.asked, "nothing was fetched unasked"
    hub.cut_after = [10_000] * 50
    press(shown.cards["small"].fetch, qtbot)
    press(dialog(FetchSheet).go, qtbot)
    qtbot.waitUntil(lambda: bool(shown.findChildren(JobRow)))
    [job] = window.bench.models_lane.jobs
    assert job in window.bench.queue, "it is listed among the jobs"
    qtbot.waitUntil(
        lambda: bool(leftovers("small")) and any(name.endswith("1-of-00002.safetensors") for name, _ in hub.asked)
    )
    job.cancel()
    qtbot.waitUntil(lambda: job.ended)
    assert installed() == ()
    hub.cut_after = []
    qtbot.waitUntil(lambda: shown.cards["small"].fetch.text() == "Go on fetching…")
    press(shown.cards["small"].fetch, qtbot)
    press(dialog(FetchSheet).go, qtbot)
    qtbot.waitUntil(lambda: shown.cards["small"].row.known.state == "here")
    assert [one.name for one in installed()] == ["small"]
    assert not shown.findChildren(JobRow, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_a_fetch_that_fails_is_a_sentence_in_the_dialog(page, hub, dialog, qtbot):
    hub.commit = "main"
    shown = page()
    press(shown.cards["small"].fetch, qtbot)
    press(dialog(FetchSheet).go, qtbot)
    qtbot.waitUntil(lambda: "not that of a hub" in dialog(ModelsDialog).said)


def test_a_model_is_taken_from_a_folder_verified_and_removed(page, tmp_path, window, dialog, qtbot):
    shown = page()
    folder = bare(tmp_path / "My VidEmo")
    dialog(ModelsDialog).take_from(folder)
    sheet = dialog(NameSheet)
    assert sheet.name.text() == "my-videmo"
    sheet.name.setText("Not A Name")
    assert not sheet.go.isEnabled()
    sheet.name.setText("mine")
    press(sheet.go, qtbot)
    qtbot.waitUntil(lambda: "mine" in shown.cards)
    assert "taken from the folder My VidEmo" in shown.cards["mine"].about.text()
    assert "does not say how large it is" in shown.cards["mine"].fit.text()
    qtbot.waitUntil(lambda: shown.cards["mine"].verify.isEnabled())
    press(shown.cards["mine"].verify, qtbot)
    qtbot.waitUntil(lambda: window.bench.queue[-1].told == "mine: every file is the right one (SHA-256).")
    weights = find("mine").folder / "model-00001-of-00002.safetensors"
    times = weights.stat()
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    os.utime(weights, ns=(times.st_atime_ns, times.st_mtime_ns))
    qtbot.waitUntil(lambda: shown.cards["mine"].verify.isEnabled())
    press(shown.cards["mine"].verify, qtbot)
    qtbot.waitUntil(lambda: "is not the file that was taken in" in dialog(ModelsDialog).said)
    qtbot.waitUntil(lambda: shown.cards["mine"].remove.isEnabled())
    press(shown.cards["mine"].remove, qtbot)
    sheet = dialog(RemoveSheet)
    press(sheet.buttons.buttons()[-1], qtbot)
    assert find("mine"), "nothing was removed unasked"
    press(shown.cards["mine"].remove, qtbot)
    press(dialog(RemoveSheet).go, qtbot)
    qtbot.waitUntil(lambda: "mine" not in shown.cards)
    assert installed() == ()


def test_parity_is_shown_with_a_quantised_model(own_home, page, tmp_path):
    assert own_home
    model = finish(import_model(bare(tmp_path / "bare"), name="made"))
    model = replace(model, origin=replace(model.origin, source="base", base="base", level="q4_k_m"))
    write_manifest(model.folder / MANIFEST, model)
    assert "Not compared" in page().cards["made"].parity.text()
    keep_parity(model, Parity(51, 0.0123, 0.41, 0.97))
    shown = page()
    assert "97% of 51 next words" in shown.cards["made"].parity.text()
    assert "made from base" in shown.cards["made"].about.text()


@pytest.mark.slow
def test_a_model_is_quantised_and_compared(own_home, sample_video, untaught_model, page, dialog, qtbot):
    assert own_home
    finish(import_model(untaught_model, name="small"))
    shutil.copy(sample_video, path_of(entry("sample")))
    shown = page()
    press(shown.cards["small"].quantise, qtbot)
    sheet = dialog(QuantiseSheet)
    sheet.level.setCurrentIndex(sheet.level.findData("q8_0"))
    assert "8 bits (q8_0)" in sheet.fit.text()
    press(sheet.go, qtbot)
    qtbot.waitUntil(lambda: "small-q8_0" in shown.cards and find("small-q8_0").parity is not None, timeout=500_000)
    qtbot.waitUntil(lambda: "next words" in shown.cards["small-q8_0"].parity.text())
    press(shown.cards["small"].remove, qtbot)
    said = " ".join(label.text() for label in dialog(RemoveSheet).findChildren(type(shown.cards["small"].fit)))
    assert "small-q8_0" in said


@pytest.mark.parametrize(
    ("folder", "name"), [("VidEmo-3B", "videmo-3b"), ("Mein Modell!", "mein-modell"), ("x_1.2", "x_1.2")]
)
def test_a_folder_s_name_becomes_one_that_a_model_can_bear(tmp_path, folder, name):
    (tmp_path / folder).mkdir()
    assert named(tmp_path / folder) == name
