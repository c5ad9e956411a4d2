"""What is written as TOML reads back the same."""

import tomllib
from datetime import date, datetime, time
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.settings.toml import write_toml

_VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.datetimes()
    | st.dates()
    | st.times(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), _VALUES))
def test_every_table_reads_back_as_it_was(table: dict[str, object]) -> None:
    assert tomllib.loads(write_toml(table)) == table


def test_tables_follow_values_and_name_their_place() -> None:
    table = {"a": {"b": {"c": [{"d": 1}]}}, "x y": [1.5, -inf], "t": [time(1, 2), date(2026, 1, 2)]}
    assert write_toml(table) == ('"x y" = [1.5, -inf]\nt = [01:02:00, 2026-01-02]\n\n[a]\n\n[a.b]\nc = [{d = 1}]\n')
    assert tomllib.loads(write_toml({"now": datetime(2026, 1, 2, 3)})) == {"now": datetime(2026, 1, 2, 3)}


def test_what_toml_does_not_have_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="TOML has no NoneType"):
        write_toml({"a": None})
