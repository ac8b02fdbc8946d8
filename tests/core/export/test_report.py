import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from core.export import cards
from core.export.cards import MOST_OPEN, anchors, chapters
from core.export.clock import amount, axis_ticks, time_code
from core.export.document import limits
from core.export.lanes import timeline
from core.export.method import method_statement
from core.export.observations import missing, observations
from core.export.report import report_html
from core.export.totals import person_totals
from core.export.trees import curves, nested
from core.records.account import Account
from core.records.moment import Span

VOID = {"meta", "br", "img", "input", "link", "hr"}


class Page(HTMLParser):
    """Collects text, attributes and tags, and fails on a tag that is not closed in order."""

    def __init__(self):
        super().__init__()
        self.open, self.text, self.attributes, self.tags = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in {"style", "script"}:
            self.text.append(data)


def render(analysis, key_frames=None) -> str:
    pieces = report_html(analysis, json_sha256="0" * 64, key_frames=key_frames or {})
    return b"".join(pieces).decode("utf-8")


def parse(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


@pytest.fixture(scope="module")
def html(analysis, jpeg):
    return render(analysis, {"s1": jpeg, "s4": jpeg})


def test_it_is_whole_and_the_same_each_time(html, analysis, jpeg, nobody, still):
    parse(html)
    assert html == render(analysis, {"s4": jpeg, "s1": jpeg})
    for other in (nobody, still):
        parse(render(other))


def test_it_asks_nothing_of_the_network(html):
    assert not re.search(r"https?://|//[a-z]+\.|@import|\burl\((?!#)", html)
    page = parse(html)
    for tag, name, value in page.attributes:
        assert name != "style", tag
        assert not name.startswith("on"), tag
        if name in {"src", "href", "srcset", "data", "action", "poster"}:
            assert value.startswith(("#", "data:image/jpeg;base64,")), value
    assert not {"link", "iframe", "object", "embed", "base"} & set(page.tags)
    policy = next(v for t, n, v in page.attributes if t == "meta" and n == "content" and "default-src" in v)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_policy_lets_exactly_our_style_and_script_in(html):
    import base64
    import hashlib

    for tag in ("style", "script"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"sha256-{digest}" in html.replace("&#43;", "+").replace("&#39;", "'")


def test_hostile_texts_stay_texts(html):
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert "微笑 😀" in html
    assert parse(html).tags.count("script") == 1


def test_wording(html, nobody, still):
    for text in (html, render(nobody), render(still)):
        words = " ".join(parse(text).text)
        for forbidden in ("feels", "felt", "overall score:", "patient is", "NaN", "None", "nan"):
            assert not re.search(rf"\b{forbidden}\b", words), forbidden
        known = limits()
        allowed = [known.intended_use, "not a diagnosis", *known.caveats]
        for sentence in allowed:
            words = words.replace(sentence, "")
        assert "diagnos" not in words.lower()
        assert "not assessable" in text
    assert "everything is not assessable" in render(nobody)


def test_every_segment_is_there_with_its_reasons(html, analysis):
    text = " ".join(" ".join(parse(html).text).split())
    assert html.count('class="seg"') == len(analysis.segments)
    for n in range(1, len(analysis.segments) + 1):
        assert f'id="seg-{n}"' in html
        assert f'href="#seg-{n}"' in html
    assert "because EMFACS prototype of happiness: AU6 + AU12" in text
    assert "AU12: measured 0.71; own baseline 0.06; counts from 0.30" in text
    assert "roll_deg: measured 14.2°; own baseline 1.1°; counts from 8.0°" in text
    assert "AU1: could not be measured" in text
    assert "contradicted" in text
    assert "Not counted." in text
    assert html.count("data:image/jpeg;base64,") == 2
    assert "Mustermann" not in html


def test_a_long_session_stays_usable(long_session, jpeg):
    session = long_session(9000)
    html = render(session, {s.id: jpeg * 10 for s in session.segments if s.reading is not None})
    assert len(html) < 15_000_000
    assert html.count('<details class="seg"') == MOST_OPEN
    assert html.count('class="seg row"') == 9000 - MOST_OPEN
    assert 10 < html.count('class="chapter"') <= 48
    parse(html)


def test_the_axis_says_each_time_once(analysis):
    for length in (2.0, 19.6, 48.0, 4000.0):
        ticks = timeline(replace(analysis, span=Span.between(0, length)), anchors=anchors(analysis)).ticks
        assert len({tick.left for tick in ticks}) == len(ticks)
        assert any(tick.fine for tick in ticks)


def test_the_method_statement_reads_well(analysis, still):
    text = " ".join(method_statement(analysis))
    assert limits().calibration in text
    assert "in a whole recording (1280 × 720 pixels, 48.0 s, 1200 frames, variable frame rate" in text
    assert "2 segments were not assessable" in text
    cut = " ".join(method_statement(replace(analysis, span=Span.between(1, 30))))
    assert "the stretch from 00:01.0 to 00:30.0 of a recording" in cut
    assert "in a picture (1280 × 720 pixels, a still picture" in " ".join(method_statement(still))


def test_the_method_says_which_model_read_and_what_is_not_known_of_it(by_model):
    text = " ".join(method_statement(by_model))
    known = limits("videmo")
    assert "the language model VidEmo-3B (engine transformers; on cuda in bf16; quantised to 4 bits (NF4); " in text
    assert "adapter clinic-1" in text
    assert "timed truly; the best of several answers was taken at each level" in text
    assert "(2 answers a level)" in text
    assert "search/attributes@1, search/emotion@2" in text
    assert "It failed at 2 of 12 assessable segments." in text
    assert "2 segments were not assessable" in text
    assert "2 segments were assessable and not read" in text
    assert known.calibration in text
    assert "not calibrated" in known.calibration
    assert "accuracy of this model was not measured" in text
    assert limits().calibration not in text
    page = " ".join(" ".join(parse(render(by_model)).text).split())
    assert known.unproven in page
    assert all(line in page for line in known.caveats)
    assert len(known.caveats) == len(limits().caveats) + 3


def test_sums_never_count_what_is_missing(analysis):
    first, second = person_totals(analysis)
    assert first.assessable_s == pytest.approx(43.8)
    assert first.not_assessable_s == pytest.approx(4.2)
    assert sum(row.share for row in first.labels) == pytest.approx(1)
    assert sum(row.seconds for row in first.labels) == pytest.approx(first.assessable_s)
    happiness = first.labels[0]
    assert (happiness.segments, happiness.silent_s, happiness.untold_s) == (2, pytest.approx(6.3), pytest.approx(6.6))
    assert second.in_picture_s == pytest.approx(36)
    assert first.contradicted == 4


def test_a_still_picture_has_no_time(still, nobody):
    (only,) = person_totals(still)
    assert only.analysed_s == 0
    (seen,) = observations(still)
    assert seen.when == "still picture"
    text = " ".join(parse(render(still)).text)
    assert "0.04 s" not in text
    assert "00:00.0" not in text
    assert "no time axis" in text
    assert person_totals(nobody) == ()


def test_observations_point_at_segments_and_carry_a_probability(analysis, long_session):
    for each in (analysis, long_session(100)):
        ids = {segment.id for segment in each.segments}
        seen = observations(each)
        assert 3 <= len(seen) <= 5
        assert all(item.segment in ids and item.probability is not None for item in seen)
        assert [item.segment for item in seen] == list(dict.fromkeys(item.segment for item in seen))
    texts = " ".join(item.text for item in observations(analysis))
    assert "frown" not in texts.lower()
    lost, more = missing(analysis)
    assert [item.segment for item in lost] == ["s2", "s12"]
    assert more == 0


def test_only_neutral_is_said_too(analysis):
    calm = replace(analysis, segments=tuple(s for s in analysis.segments if s.id in {"s5", "s9"}))
    assert [item.label for item in observations(calm)] == ["neutral", "neutral"]


def test_trees_nest_and_survive_odd_edges(analysis):
    happy = next(segment for segment in analysis.segments if segment.id == "s4")
    top, rest = nested(happy.tree)
    assert [node.clue.id for node in top] == ["s4-m1"]
    assert [node.clue.id for node in top[0].reasons] == ["s4-e1", "s4-e2"]
    assert {node.clue.id for node in rest} == {"s4-a4", "s4-a5"}
    edge = happy.tree.edges[0]
    loop = replace(edge, source=edge.target, target=edge.source)
    stray = replace(edge, source="nobody")
    twice = replace(edge, target="s4-e2")
    odd = replace(happy.tree, edges=(*happy.tree.edges, loop, stray, twice))
    shown, _ = nested(odd)
    assert shown[0].reasons[1].reasons[1].shown_above


def test_curves_have_gaps_where_nothing_was_measured(analysis):
    unclear = next(segment for segment in analysis.segments if segment.id == "s3")
    (curve,) = curves(unclear, person=analysis.people[0])
    assert curve.name == "AU15"
    left = curve.lines[0][0][0]
    assert left >= curve.shaded[0] - 0.02  # what lies before is the covered face


def test_times_in_words():
    assert time_code(59.96) == "01:00.0"
    assert time_code(3725.04, decimals=2) == "1:02:05.04"
    assert time_code(0.5, decimals=0) == "00:00"
    assert (amount(0), amount(0.04), amount(119.9), amount(119.96), amount(3600)) == (
        "0 s",
        "0.04 s",
        "119.9 s",
        "2 min 00 s",
        "1 h 00 min",
    )
    assert axis_ticks(0, 0) == ()
    for length in (0.5, 2, 48, 600, 3601, 36_000, 360_000):
        ticks = axis_ticks(3, 3 + length)
        assert 2 <= len(ticks) <= 12
        assert all(3 <= seconds <= 3 + length + 1e-6 for seconds, _ in ticks)


def test_a_card_is_made_when_its_turn_comes(analysis, monkeypatch):
    made = []
    monkeypatch.setattr(cards, "nested", lambda tree: made.append(tree) or nested(tree))
    (chapter,) = chapters(analysis, key_frames={})
    assert not made
    for number, _ in enumerate(chapter.cards, start=1):
        assert len(made) == number
    assert len(made) == chapter.count == len(analysis.segments)
    pieces = list(report_html(analysis, json_sha256="0" * 64, key_frames={}))
    assert max(map(len, pieces)) < sum(map(len, pieces)) / 2


def test_what_failed_is_said_and_is_neither_neutral_nor_not_assessable(by_model, analysis):
    html = render(by_model)
    text = " ".join(" ".join(parse(html).text).split())
    assert "not read: The model gave no answer that can be read." in text
    assert html.count('data-key="not-read"') == 2
    assert html.count('data-key="missing"') == 2
    before, after = person_totals(analysis), person_totals(by_model)
    assert [row.failed_s for row in before] == [0, 0]
    assert [row.failed_s for row in after] == [pytest.approx(8), pytest.approx(7.5)]
    for old, new in zip(before, after, strict=True):
        assert new.not_assessable_s == old.not_assessable_s
        assert new.assessable_s + new.failed_s == pytest.approx(old.assessable_s)
        assert sum(row.seconds for row in new.labels) == pytest.approx(new.assessable_s)
        assert sum(row.share for row in new.labels) == pytest.approx(1)
    assert "not read" not in render(analysis)


def test_the_models_words_and_its_alternatives_are_shown(by_model):
    html = render(by_model)
    text = " ".join(" ".join(parse(html).text).split())
    for level in ("attribute", "expression", "emotion"):
        assert f"The winner at {level}." in text
        assert f"A loser at {level}." in text
        assert f"search/{level}@1" in text
    assert "score 0.75 (agreement 0.50, consensus 0.75)" in text
    assert "mean log-probability -0.40 nats" in text
    assert "cut off at the longest length" in text
    assert "Because of the mouth." in text
    assert "1 sentence could not be read into the tree" in text
    assert "<script>alert" not in html
    assert "re-samplings" not in text


def test_a_dense_lane_shows_failed_time_on_its_own(long_session):
    session = long_session(800)
    segments = tuple(
        replace(one, reading=None, account=Account((), "", (), "No answer.", 4)) if one.assessable and n % 3 else one
        for n, one in enumerate(session.segments)
    )
    html = render(replace(session, segments=segments))
    assert 'class="k-not-read"' in html
    assert 'class="k-missing"' in html
