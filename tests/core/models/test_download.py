"""Fetching from a published address: resumed, verified, and told plainly where it fails."""

import hashlib
import socket

import pytest

from core.errors import ModelError
from core.models import Address, fetch
from core.models import download as download_room
from core.models.store import path_of
from core.progress import finish
from tests.core.models.serving import BOX, CONTENT, build_wheel, get, leftovers, make


def test_a_fetched_file_is_not_fetched_again(server):
    entry = make(Address(server.address))
    get(entry)
    get(entry)
    assert server.ranges == [None]
    assert leftovers(entry) == []


def test_progress_counts_megabytes_up_to_the_whole(server):
    entry = make(Address(server.address))
    steps = []
    finish(fetch("thing", entries=[entry]), report=steps.append)
    fetching = [step for step in steps if step.stage == "fetching thing"]
    assert len(fetching) >= 4
    assert fetching[-1].done == fetching[-1].total == pytest.approx(len(CONTENT) / 1e6)
    assert [step.done for step in fetching] == sorted(step.done for step in fetching)


def test_a_cancelled_fetch_goes_on_where_it_stopped(server):
    entry = make(Address(server.address))
    stage = fetch("thing", entries=[entry])
    next(stage)
    next(stage)
    stage.close()
    (part,) = leftovers(entry)
    assert part.endswith(".part")
    have = (path_of(entry).parent / part).stat().st_size
    assert 0 < have < len(CONTENT)
    assert get(entry).read_bytes() == CONTENT
    assert server.ranges == [None, f"bytes={have}-"]
    assert leftovers(entry) == []


def test_a_connection_that_breaks_off_is_taken_up_again(server):
    server.cut_after = [500_000, 700_000]
    entry = make(Address(server.address))
    assert get(entry).read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=500000-", "bytes=1200000-"]


def test_a_connection_that_gives_nothing_more_is_given_up_and_its_part_kept(server):
    server.cut_after = [500_000, 0, 0, 0]
    entry = make(Address(server.address))
    with pytest.raises(ModelError, match=r"0\.5 of 2\.0 MB") as failure:
        get(entry)
    assert "videmo models import FOLDER" in failure.value.remedy
    assert len(leftovers(entry)) == 1
    assert get(entry).read_bytes() == CONTENT
    assert server.ranges[-1] == "bytes=500000-"


def test_a_server_without_ranges_is_asked_from_the_beginning(server):
    server.takes_ranges = False
    server.cut_after = [500_000]
    entry = make(Address(server.address))
    assert get(entry).read_bytes() == CONTENT


def test_a_part_that_was_damaged_does_not_condemn_its_source(server):
    entry = make(Address(server.address))
    folder = path_of(entry).parent
    folder.mkdir(parents=True)
    (folder / f"thing.bin.{entry.sha256[:12]}.part").write_bytes(b"x" * 1000)
    assert get(entry).read_bytes() == CONTENT
    assert server.ranges == ["bytes=1000-", None]


def test_a_part_that_is_too_long_is_thrown_away(server):
    entry = make(Address(server.address))
    folder = path_of(entry).parent
    folder.mkdir(parents=True)
    (folder / f"thing.bin.{entry.sha256[:12]}.part").write_bytes(CONTENT + b"x")
    assert get(entry).read_bytes() == CONTENT
    assert server.ranges == [None]


def test_wrong_bytes_are_refused_by_name_and_thrown_away(server):
    entry = make(Address(server.address))
    server.content = CONTENT[:-1] + b"!"
    with pytest.raises(ModelError) as failure:
        get(entry)
    got = hashlib.sha256(server.content).hexdigest()
    assert all(word in failure.value.problem for word in ("thing.bin", server.address, entry.sha256, got))
    assert leftovers(entry) == []
    assert not path_of(entry).exists()


def test_a_server_that_sends_more_than_promised_is_cut_off(server):
    entry = make(Address(server.address), content=CONTENT[:1000])
    with pytest.raises(ModelError, match="more than the 1000 bytes"):
        get(entry)
    assert leftovers(entry) == []


@pytest.mark.parametrize("status", [404, 403, 500])
def test_a_refusal_is_told(server, status):
    server.status = status
    with pytest.raises(ModelError, match=f"the server answers {status}"):
        get(make(Address(server.address)))


def test_the_next_source_is_tried_and_both_are_told(server, packages):
    server.status = 404
    build_wheel(packages)
    remarks = []
    entry = make(Address(server.address), BOX)
    assert get(entry, remark=remarks.append).read_bytes() == CONTENT
    assert "did not come from" in remarks[0]
    assert remarks[1] == "Going on with the package box 1.0."
    assert leftovers(entry) == []


def test_a_firewall_that_swallows_packets_costs_seconds_not_minutes(monkeypatch):
    """A host with sixteen addresses, none of which answers: a full backlog drops what comes, as a firewall does."""
    monkeypatch.setattr(download_room, "CONNECT_S", 0.8)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        target = deaf.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(target)
        answer = (socket.AF_INET, socket.SOCK_STREAM, 6, "", target)
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [answer] * 16)
        made, real = [], socket.socket
        monkeypatch.setattr(socket, "socket", lambda *kind: made.append(real(*kind)) or made[-1])
        with pytest.raises(TimeoutError):
            download_room._connect(("a.host", 80))
        assert sum(one.gettimeout() for one in made) <= 0.8 + 0.1, "all of them together, and a last short one"
        for one in waiting:
            one.close()
