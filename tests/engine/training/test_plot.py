"""The curve as a picture."""

from xml.etree import ElementTree

from engine.training.plot import plot
from engine.training.state import Point

SVG = "{http://www.w3.org/2000/svg}"


def test_losses_and_errors_are_two_lines_of_their_own_scales() -> None:
    points = [Point(0, 0, float("nan"), 0.8), Point(50, 1, 4.0, 0.4), Point(100, 2, 2.0, 0.0)]
    root = ElementTree.fromstring(plot(points, "Training <a>"))
    losses, errors = (line.get("points") for line in root.iter(f"{SVG}polyline"))
    assert losses == "360.0,30.0 660.0,175.0"
    assert errors == "60.0,30.0 360.0,175.0 660.0,320.0"
    assert "Training <a>" in [text.text for text in root.iter(f"{SVG}text")]


def test_a_training_that_has_not_begun_is_an_empty_picture() -> None:
    root = ElementTree.fromstring(plot([], "nothing"))
    assert not list(root.iter(f"{SVG}polyline"))
