"""The same cables as a dump in both dialects, as files, as pages and as an archive: the same catalogue."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from cablereader.store import Library
from cablereader.store.catalogue import Catalogue, update

ROOT = Path(__file__).resolve().parent.parent.parent
FORMS = ["csv", "quoted", "text", "html", "zip"]
CABLES = 250


@pytest.fixture(scope="module")
def bench() -> Iterator[ModuleType]:
    """The modules of bench/ that make corpora and compare catalogues."""
    sys.path.insert(0, str(ROOT))
    try:
        import_module("bench.corpus")
        import_module("bench.index_time")
        yield import_module("bench")
    finally:
        sys.path.remove(str(ROOT))


@pytest.fixture(scope="module")
def catalogues(bench: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Catalogue]:
    """A catalogue of each form."""
    folder = tmp_path_factory.mktemp("corpus")
    found = {}
    for form, path in bench.corpus.write(folder, CABLES, FORMS).items():
        found[form] = Catalogue.open([path], folder / "cache")
        update(found[form])
    return found


@pytest.mark.parametrize("form", FORMS)
def test_every_cable_is_read(catalogues: dict[str, Catalogue], form: str) -> None:
    catalogue = catalogues[form]
    assert catalogue.problems() == []
    entries = catalogue.newest(CABLES + 1)
    assert len(entries) == CABLES
    assert all(entry.id and entry.date and entry.post and entry.classification and entry.tags for entry in entries)


@pytest.mark.parametrize("form", FORMS[1:])
def test_every_form_gives_the_same_list_facets_references_and_words(
    bench: ModuleType, catalogues: dict[str, Catalogue], form: str
) -> None:
    assert bench.index_time.digests(catalogues[form].path) == bench.index_time.digests(catalogues["csv"].path)


@pytest.mark.parametrize("form", FORMS)
def test_a_cable_is_read_from_its_place(catalogues: dict[str, Catalogue], form: str) -> None:
    catalogue = catalogues[form]
    library = Library(catalogue.paths)
    for entry in catalogue.newest(8):
        cable = library.read(entry)
        assert (cable.id, cable.header.date, cable.header.subject) == (entry.id, entry.date, entry.subject)


def test_all_forms_together_are_one_list_with_copies(catalogues: dict[str, Catalogue], tmp_path: Path) -> None:
    paths = [path for catalogue in catalogues.values() for path in catalogue.paths]
    catalogue = Catalogue.open(paths, tmp_path)
    update(catalogue)
    assert len(catalogue) == CABLES
    entries = catalogue.newest(CABLES)
    assert {entry.copies for entry in entries} == {len(FORMS)}
    assert {copy.rendition for copy in catalogue.copies(entries[0])} == {"dump row", "telegram", "archive page"}
    assert catalogue.copies(entries[0])[0].place == entries[0].place


def test_the_corpus_is_the_same_for_the_same_seed(bench: ModuleType) -> None:
    cables = list(bench.corpus.cables(60, seed=3))
    assert list(bench.corpus.cables(60, seed=3)) == cables
    assert list(bench.corpus.cables(60, seed=4)) != cables
    assert len({made.place.id for made in cables}) == 60
