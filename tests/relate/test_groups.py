"""Publishing groups, shipped and the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from readings import agency, rival
from sayso import case
from sayso.errors import InputError
from sayso.relate import relate
from sayso.relate.groups import owners
from sayso.settings import Settings


def test_outlets_of_one_house() -> None:
    assert owners().of("sun") == owners().of("sunday times") == "News Corp"
    assert owners().of("pell gazette") is None
    assert owners().of(None) is None


def test_the_users_table_goes_before(tmp_path: Path) -> None:
    own = tmp_path / "groups.tsv"
    own.write_text("# mine\nPell Media\tPell Gazette|The Sun\n", encoding="utf-8")
    assert owners(own).of("pell gazette") == owners(own).of("sun") == "Pell Media"
    own.write_text("Other Media\tPell Gazette|The Harbour Post\n", encoding="utf-8")
    assert owners(own).of("harbour post") == "Other Media"
    assert owners(tmp_path / "none.tsv").of("sun") == "News Corp"


@pytest.mark.parametrize("line", ["no tab", "\tPell Gazette", "Pell Media\t"])
def test_a_wrong_line_is_told(tmp_path: Path, line: str) -> None:
    own = tmp_path / "groups.tsv"
    own.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        owners(own)


def test_two_papers_of_one_house_are_one_origin(tmp_path: Path) -> None:
    own = tmp_path / "groups.tsv"
    own.write_text("Pell Media\tHarrow Press|Northway Daily\n", encoding="utf-8")
    assert len(relate((agency(), rival())).stories[0].origins) == 2
    (story,) = relate((agency(), rival()), own).stories
    assert len(story.origins) == 1
    assert "belong to Pell Media" in story.origins[0].why


def test_a_table_in_the_data_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "groups.tsv").write_text("Pell Media\tHarrow Press|Northway Daily\n", encoding="utf-8")
    settings = Settings(home=str(tmp_path))
    assert len(case.relate((agency(), rival()), settings).stories[0].origins) == 1
    assert len(case.relate((agency(), rival())).stories[0].origins) == 2
    with case.opened(None, settings) as kept:
        kept.add((agency(), rival()))
        assert [len(s.origins) for one in kept.told() for s in one.stories] == [1]
