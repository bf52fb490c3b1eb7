"""The real cables as pages, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.cable import read_cable
from cablereader.tui.page.cells import cells
from cablereader.tui.page.lay_out import Options, lay_out
from cablereader.tui.page.source import lay_out_source

from ..hostile import leaks
from .page_tools import page_text


@pytest.mark.parametrize("width", [40, 58, 84])
def test_every_word_of_every_block_is_on_the_page_and_every_line_of_the_source_is_there(
    seeds: Path, width: int
) -> None:
    for path in sorted(seeds.iterdir()):
        cable = read_cable(path.read_bytes().decode("utf-8"))
        page = lay_out(cable, width, Options(header_open=True))
        lines = page_text(page)
        assert leaks("\n".join(lines)) == []
        assert max(cells(line) for line in lines) <= width
        for block, (first, last) in zip(cable.blocks, page.spots, strict=True):
            rows = page.rows[first:last]
            shown = " ".join(page.passages[row.passage].text[row.start : row.end] for row in rows)
            assert "".join(shown.split()) == "".join(block.text.split())
        source = "".join("".join(line.split()) for line in page_text(lay_out_source(cable, width)))
        assert source == "".join(cable.source.split())
