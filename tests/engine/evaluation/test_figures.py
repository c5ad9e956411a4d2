"""Figures of several recordings together."""

import pytest

from engine.evaluation.figures import group
from engine.evaluation.rates import Counts
from tests.support.measured import measured


def test_figures_are_of_all_words_together_and_not_means_of_rates() -> None:
    files = [measured(words=Counts(hits=90, substitutions=10)), measured(words=Counts(hits=5, deletions=5))]
    total = group(files).total
    assert (total.files, total.scores.words) == (2, Counts(hits=95, substitutions=10, deletions=5))
    assert total.scores.words.rate == pytest.approx(15 / 110)
    assert (total.language, total.condition) == (None, None)


def test_languages_and_conditions_have_their_own_figures() -> None:
    files = [measured("en", "clean"), measured("en", "noise"), measured("no", "clean"), measured(None, "clean")]
    groups = group(files)
    assert [(each.language, each.files) for each in groups.languages] == [("en", 2), ("no", 1), ("unknown", 1)]
    assert [(each.condition, each.files) for each in groups.conditions] == [("clean", 3), ("noise", 1)]
    assert [(each.language, each.condition, each.files) for each in groups.both] == [
        ("en", "clean", 1), ("en", "noise", 1), ("no", "clean", 1), ("unknown", "clean", 1),
    ]  # fmt: skip


def test_one_language_has_no_figures_by_both() -> None:
    assert group([measured("en", "clean"), measured("en", "noise")]).both == ()


def test_languages_count_where_one_was_asked_for() -> None:
    files = [measured(right=True), measured(right=False), measured(right=True), measured(right=None)]
    total = group(files).total
    assert (total.languages_right, total.languages_asked) == (2, 3)
    assert total.language_accuracy == pytest.approx(2 / 3)


def test_the_real_time_factor_is_work_for_each_time_of_sound() -> None:
    total = group([measured(duration=60_000, took=2_000), measured(duration=20_000, took=2_000)]).total
    assert total.real_time_factor == 0.05


def test_nothing_measured_has_no_figures() -> None:
    total = group([]).total
    assert (total.files, total.scores.words.rate, total.interval, total.real_time_factor) == (0, None, None, None)
