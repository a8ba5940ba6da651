"""Pictures read back: what is solid, hatched or fading, where it ends, which texts and letters there are."""

import struct
import sys
import zlib
from datetime import date
from decimal import Decimal
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edureport import output
from edureport.charts.bars import bars_of, parts_of
from edureport.charts.progress import progress_of
from edureport.drawing import Bars, Drawing, DrawnBar, Extent, Point, Track, Tracks, Trend
from edureport.errors import EdureportError, UsageError
from edureport.formats import DRAWINGS
from edureport.formats.drawings.canvas import FONTS, SIZE, fold, width, widths
from edureport.formats.drawings.panels import _ARROW
from edureport.formats.drawings.png import png
from edureport.formats.drawings.svg import WIDTH, svg
from edureport.languages import available, catalogue
from edureport.message import Foreign
from edureport.model.library import Library
from edureport.output import Choice
from edureport.reading.load import load_all

SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LEGEND = {"open": "fades", "range": "hatched", "gone": "time", "cut": "cut"}
KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"


def extent(low, high):
    return Extent(*(None if end is None else Decimal(end) for end in (low, high)))


def drawing(*panels, title="City of Examples", language="en"):
    return Drawing(language, title, "all", panels, LEGEND)


def bars(*extents):
    return drawing(Bars("", tuple(DrawnBar(f"b{n}", one, f"t{n}") for n, one in enumerate(extents))))


def elements(picture, tag):
    return list(ET.fromstring(picture).iter(SVG + tag))


def rectangles(picture):
    """Left, right and look of each bar: a solid one, a hatched one, one that fades."""
    shown = []
    for one in elements(picture, "rect"):
        fill = one.get("fill")
        if one.get("x") is None or fill == "none":
            continue
        look = {"h": "hatched", "r": "right", "l": "left"}[fill[-2]] if fill.startswith("url") else "solid"
        left = float(one.get("x"))
        shown.append((left, left + float(one.get("width")), look))
    return shown[: len(shown) - sum(1 for _ in drawn_signs(picture))]


def drawn_signs(picture):
    """The signs of the legend that are rectangles."""
    return [text for text in texts(picture) if text in ("fades", "hatched")]


def texts(picture):
    return ["".join(one.itertext()) for one in elements(picture, "text")]


def test_bars_are_as_long_as_their_figures():
    one, two = rectangles(svg(bars(extent(50, 50), extent(200, 200))))
    assert one[0] == two[0]
    assert (two[1] - two[0]) / (one[1] - one[0]) == pytest.approx(4, rel=1e-3)


def test_what_is_not_known_is_never_solid():
    solid, fading, certain, hatched, less = rectangles(
        svg(bars(extent(300, None), extent(180, 220), extent(0, 100)))
    )
    assert [one[2] for one in (solid, fading, certain, hatched, less)] == [
        "solid",
        "right",
        "solid",
        "hatched",
        "hatched",
    ]
    assert fading[1] - solid[1] == pytest.approx(_ARROW, abs=0.1)
    scale = (solid[1] - solid[0]) / 300
    assert hatched[1] - hatched[0] == pytest.approx(40 * scale, abs=0.1)
    assert (less[0], less[1] - less[0]) == (solid[0], pytest.approx(100 * scale, abs=0.1))


def test_bars_below_zero_go_the_other_way():
    fading_left, solid = sorted(rectangles(svg(bars(extent(None, -5), extent(0, 0)))))
    assert (fading_left[2], solid[2]) == ("left", "solid")
    assert fading_left[1] == pytest.approx(solid[0], abs=1)


def test_signs_are_explained_where_they_are_drawn_and_only_there():
    assert drawn_signs(svg(bars(extent(5, 5)))) == []
    assert drawn_signs(svg(bars(extent(5, None)))) == ["fades"]
    assert drawn_signs(svg(bars(extent(5, 7)))) == ["hatched"]


def track(done, gone=None):
    return Tracks("", (Track("T", "behind", "behind", done, gone, "numbers"),))


def test_progress_fills_its_track_and_the_mark_of_time_crosses_it():
    picture = svg(drawing(track(extent("0.5", "0.5"), Decimal("0.75"))))
    (outline,) = [one for one in elements(picture, "rect") if one.get("fill") == "none"]
    left, wide = float(outline.get("x")), float(outline.get("width"))
    ((start, end, _),) = rectangles(picture)
    assert (start, end) == (left, pytest.approx(left + wide / 2, abs=0.1))
    mark = next(one for one in elements(picture, "line") if one.get("class") == "k")
    assert float(mark.get("x1")) == pytest.approx(left + wide * 0.75, abs=0.1)


def test_a_track_without_a_progress_is_dotted():
    for done, dots in ((None, "2 4"), (extent(0, 0), None)):
        (outline,) = [one for one in elements(svg(drawing(track(done))), "rect") if one.get("fill") == "none"]
        assert outline.get("stroke-dasharray") == dots


def test_progress_beyond_the_track_is_drawn_beyond_it():
    assert [one[2] for one in rectangles(svg(drawing(track(extent("1.2", "1.2")))))] == ["solid"]
    assert [one[2] for one in rectangles(svg(drawing(track(extent("0.5", None)))))] == [
        "solid",
        "hatched",
        "right",
    ]
    ((start, _, look),) = rectangles(svg(drawing(track(extent(None, "0.9")))))
    assert (start, look) == (0, "hatched")
    ((start, end, _),) = rectangles(svg(drawing(track(extent("-0.2", "-0.2")))))
    assert start == 0
    assert end == pytest.approx(_ARROW, abs=0.1)


def points(*extents, apart=()):
    days = [Decimal(n) for n in range(len(extents))]
    return Trend(
        "Pupils",
        tuple(
            Point(date(2020 + int(n), 12, 31), str(2020 + int(n)), one, f"v{n}", apart=n in apart)
            for n, one in zip(days, extents, strict=True)
        ),
    )


def joints(picture):
    return [one for one in elements(picture, "line") if one.get("class") == "l"]


def test_a_line_joins_exact_figures_alone_and_no_break():
    exact = [extent(n, n) for n in (5, 6, 7)]
    assert len(joints(svg(drawing(points(*exact))))) == 2
    assert len(joints(svg(drawing(points(*exact, apart={2}))))) == 1
    assert joints(svg(drawing(points(exact[0], extent(6, 8), exact[2])))) == []


def test_points_stand_as_high_as_their_figures_and_each_has_its_number_and_its_year():
    picture = svg(drawing(points(extent(0, 0), extent(5, 5), extent(10, 10))))
    heights = [float(one.get("cy")) for one in elements(picture, "circle")]
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2], abs=0.05)
    assert {"v0", "v1", "v2", "2020", "2021", "2022"} <= set(texts(picture))


def test_a_number_stands_beside_the_line_that_leaves_its_point():
    """To the left of one that rises, to the right of one that came down, below a valley."""
    values = [5, 10, 2, 8, 8, 1]
    points = [
        Point(date(2000 + 4 * n, 1, 1), f"y{n}", extent(one, one), f"t{n}") for n, one in enumerate(values)
    ]
    picture = svg(drawing(Trend("", tuple(points))))
    dots = [(float(one.get("cx")), float(one.get("cy"))) for one in elements(picture, "circle")]
    said = {one.text: one for one in elements(picture, "text")}
    texts = [(float(said[f"t{n}"].get("x")), float(said[f"t{n}"].get("y"))) for n in range(len(values))]
    aside = [(x > cx + 1) - (x < cx - 1) for (x, _), (cx, _) in zip(texts, dots, strict=True)]
    assert aside == [-1, 0, 0, 0, 0, 1]
    assert [y > cy for (_, y), (_, cy) in zip(texts, dots, strict=True)] == [False, False, True] + [False] * 3


def test_a_scale_that_does_not_begin_at_zero_says_so():
    assert "cut" in texts(svg(drawing(points(extent(97, 97), extent(99, 99)))))
    assert "cut" not in texts(svg(drawing(points(extent(9, 9), extent(99, 99)))))


def test_a_picture_says_what_it_is():
    root = ET.fromstring(svg(drawing(track(None), title=Foreign("Мысал қаласы", "kk")), "a"))
    assert (root.get("role"), root.get(LANG)) == ("img", "en")
    title, said = root.find(SVG + "title"), root.find(SVG + "desc")
    assert root.get("aria-labelledby").split() == [title.get("id"), said.get("id")]
    assert (title.text, title.get(LANG), said.text) == ("Мысал қаласы", "kk", "all")


def test_pictures_on_one_page_do_not_share_names():
    one, two = (svg(bars(extent(1, None), extent(1, 2)), name) for name in ("a", "b"))
    names = [
        {element.get("id") for element in ET.fromstring(picture).iter()} - {None} for picture in (one, two)
    ]
    assert names[0]
    assert not names[0] & names[1]


HOSTILE = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=60)


@given(HOSTILE)
def test_no_text_becomes_markup_and_every_line_is_on_the_picture(text):
    shown = Bars(text, (DrawnBar(text, extent(3, None), text), DrawnBar(text, None, text, part=True)))
    picture = svg(drawing(shown, Tracks("", (Track(text, "behind", text, None, None, text),)), title=text))
    root = ET.fromstring(picture)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "defs", "g", "rect", "text", "line", "path", "stop", "linearGradient",
    }  # fmt: skip
    assert text.replace(" ", "") in "".join(texts(picture)).replace(" ", "")
    for one in elements(picture, "text"):
        size = float(one.get("font-size", SIZE))
        assert float(one.get("x")) + width("".join(one.itertext()), size) <= WIDTH + 1


@given(HOSTILE, st.integers(20, 300))
def test_folded_lines_hold_the_whole_text_and_fit(text, room):
    lines = fold(text, SIZE, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, SIZE) <= room or len(line) == 1 for line in lines)


ENDS = st.none() | st.decimals(-(10**29), 10**29, places=2) | st.decimals(-1, 1, places=20)


@settings(max_examples=40)
@given(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=5), st.booleans())
def test_any_figures_are_drawn_within_the_picture(piped, pairs, alike):
    extents = []
    for one, other in pairs:
        ends = (one, one) if alike and one is not None else (one, other)
        if ends == (None, None):
            ends = (Decimal(0), None)
        extents.append(Extent(*(sorted(ends) if None not in ends else ends)))
    made = drawing(*bars(*extents).panels, points(*extents), *(track(one, Decimal(1)) for one in extents))
    assert len(terminal(made, piped)) > len(extents)
    root = ET.fromstring(svg(made))
    high = float(root.get("height"))
    for one in root.iter():
        place = {key: float(one.get(key, 0)) for key in ("x", "y", "width", "height", "cx", "cy")}
        if one.tag.removeprefix(SVG) in ("rect", "circle") and one.get("fill") != "none":
            assert -1 <= place["x"] <= place["x"] + place["width"] <= WIDTH
            assert -1 <= place["y"] + place["cy"] <= high


def test_nothing_is_asked_of_the_network():
    picture = svg(bars(extent(1, None), extent(1, 2)), style="x")
    assert picture.count("http") == 1  # the name of SVG


def dots(data):
    """Width, height and the rows of a PNG of eight bits a channel, unfiltered as it stands."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    place, body = 8, b""
    while place < len(data):
        (size,) = struct.unpack(">I", data[place : place + 4])
        kind = data[place + 4 : place + 8]
        if kind == b"IHDR":
            wide, high = struct.unpack(">II", data[place + 8 : place + 16])
        body += data[place + 8 : place + 8 + size] if kind == b"IDAT" else b""
        place += size + 12
    return wide, high, zlib.decompress(body)


@pytest.mark.parametrize("language", available())
def test_png_has_letters_and_is_the_same_every_time(language):
    (report,) = load_all(["data/report_2025q3.yaml"])
    picture = bars_of(report, [report["schools"]], catalogue.load(language))
    one, other = png(picture), png(picture)
    assert one == other
    wide, high, lettered = dots(one)
    assert wide == 2 * WIDTH
    blank = dots(png(picture, titled=False))
    assert high > blank[1]
    assert len(set(lettered)) > 50  # the greys of smooth letters


@pytest.mark.parametrize("name", ["regular", "bold"])
def test_the_fonts_have_the_letters_of_all_languages(name):
    assert set(KAZAKH) <= set(widths(name))
    for language in available():
        words = " ".join(str(word) for word in catalogue.load(language).words.values())
        assert set(words) - set(widths(name)) <= set("\n│")
    assert (FONTS / f"{name}.ttf").stat().st_size < 50_000
    assert "Bitstream Vera" in (FONTS / "LICENSE.txt").read_text(encoding="utf-8")


def test_each_kazakh_letter_is_drawn_and_no_two_alike():
    def picture(letter):
        return png(drawing(Bars("", (DrawnBar(letter, None, ""),)), title=""))

    assert len({picture(letter) for letter in KAZAKH}) == len(KAZAKH)


def test_a_picture_without_its_fonts_is_none(monkeypatch, tmp_path):
    monkeypatch.setattr("edureport.formats.drawings.png.FONTS", tmp_path)
    with pytest.raises(FileNotFoundError):
        png(bars(extent(1, 1)))


def test_letters_that_the_font_lacks_are_told_and_not_left_out():
    with pytest.raises(UsageError, match=r"lacks these letters: 學; write the picture as \.svg"):
        png(bars(extent(1, 1))._replace(title="學"))


def test_a_missing_extra_says_what_to_install():
    with (
        mock.patch.dict(sys.modules, {"resvg_py": None}),
        pytest.raises(EdureportError, match=r"PNG needs the extra 'document'; .* 'edureport\[document\]'"),
    ):
        png(bars(extent(1, 1)))


def terminal(made, piped):
    return piped(made, Choice("plain", None, "en")).decode().splitlines()


def test_in_a_terminal_bars_end_where_their_figures_do(piped):
    lines = terminal(bars(extent(40, 40), extent(20, None), extent(20, 40), extent(0, 20)), piped)[2:6]
    full, fading, ranging, less = (line.split("  ")[1] for line in lines)
    assert set(full) == {"█"}
    assert fading.endswith("▓▒░▸")
    assert ranging == "█" * (len(full) // 2) + "▒" * (len(full) - len(full) // 2)
    assert set(less) == {"▒"}


def test_in_a_terminal_everything_is_said_in_words_too(piped, report_of_all):
    report, library = report_of_all
    words = catalogue.load("en")
    for made in (
        bars_of(report, list(report.indicators.values()), words),
        parts_of(report, [report["schools"]], words),
        progress_of(library, set(report.indicators), words),
    ):
        text = "".join(terminal(made, piped)).replace(" ", "")
        for panel in made.panels:
            for one in panel.bars if isinstance(panel, Bars) else panel.tracks:
                assert one.text.replace(" ", "") in text
                assert all(word in text for word in one.label.split())


@pytest.fixture(scope="module")
def report_of_all():
    reports = load_all(["data/report_2025q3.yaml"])
    return reports[0], Library.of(reports)


@pytest.mark.parametrize("name", DRAWINGS)
@pytest.mark.parametrize("panel", [Bars("", (DrawnBar("a", None, "no data"),)), track(None)])
def test_a_drawing_without_a_figure_is_written_in_every_format(name, panel, piped):
    assert piped(drawing(panel), Choice(name, None, "en"))


def test_output_knows_a_drawing():
    assert output.format_of(Choice(None, "x.svg", "en"), "Drawing") == "svg"
