"""Searching on the screen: answered while it is typed, pointed at where it is wrong, counted, saved, carried along."""

from __future__ import annotations

from pathlib import Path

import pytest
from cablereader.store.places import places
from cablereader.store.query import Searches
from cablereader.tui.screens.searches import SearchesScreen
from cablereader.tui.widgets.cable_list import CableList
from cablereader.tui.widgets.facet_panel import FacetPanel
from cablereader.tui.widgets.query_line import QueryInput
from cablereader.tui.widgets.timeline import Timeline
from textual.content import Content
from textual.widgets import Static

from ..hostile import TEXTS, cable_with, leaks
from .app_tools import MIDDLE, NARROW, WIDE, Paths, Screened, opened


def found(screen: Screened) -> set[str | None]:
    """The ids of the cables that are listed."""
    return {entry.id for entry in screen.entries}


def below(screen: Screened) -> str:
    """What stands below the query line."""
    return str(screen.main.query_one("#query-below", Static).render())


async def search(screen: Screened, query: str) -> None:
    """Type a query and keep it."""
    await screen.press("slash")
    screen.main.query_one(QueryInput).value = query
    await screen.press("enter")
    await screen.until(lambda: screen.main.text == query and screen.main.found is not None)
    await screen.pilot.pause()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("ferry", {"08WRENHAVEN31"}),
        ("FERRY aground", {"08WRENHAVEN31"}),
        ("08portalder65", {"08PORTALDER65"}),
        ("tag:CASC", {"08WRENHAVEN31"}),
        ("CASC", {"08WRENHAVEN31"}),
        ('post:"wren haven"', {"08WRENHAVEN31"}),
        ("post:wren*", {"08WRENHAVEN31"}),
        ('"inter-island ferry"', {"08WRENHAVEN31"}),
        ("-ferry before:2007", {"06PORTALDER412"}),
        ("file:wrenhaven", {"08WRENHAVEN31"}),
        ("-file:PORTALDER412.txt before:2007", set()),
        ("file:%", set()),
        ("nowhere-at-all", set()),
    ],
)
async def test_plain_words_find_ids_subjects_tags_posts_and_text(few: Paths, words: str, ids: set[str]) -> None:
    async with opened(*few, size=NARROW) as screen:
        await search(screen, words)
        assert found(screen) == ids


async def test_a_cable_without_an_id_is_found_by_its_file(tmp_path: Path) -> None:
    text = cable_with("mist", "subject").replace("UNCLAS PORT ALDER 000999", "UNCLAS")
    for name in ("the_first.txt", "another.txt"):
        (tmp_path / name).write_text(text.replace("FOG", name.upper()).replace("0999", ""), "utf-8")
    async with opened(tmp_path, size=NARROW) as screen:
        await search(screen, "file:The_First")
        assert [entry.name for entry in screen.entries] == ["the_first.txt"]


async def test_the_list_follows_while_it_is_typed(few: Paths) -> None:
    async with opened(*few, size=MIDDLE) as screen:
        await screen.press("slash", *"agroun")
        await screen.until(lambda: found(screen) == {"08WRENHAVEN31"})
        await screen.press("d")
        assert screen.main.context == "query"
        await screen.until(lambda: screen.main.text == "aground")
        assert "1 found" in screen.lines[0]
        assert "CABLES 1 of 3" in screen.painted
        await screen.press("enter")
        assert screen.main.cables.has_focus
        assert "aground" in screen.lines[0], "the query stays to be seen"
        await screen.press("escape")
        await screen.until(lambda: len(screen.entries) == 3)
        assert not screen.main.query_line.has_class("-open")


async def test_a_beginning_that_was_kept_says_that_it_is_one(few: Paths) -> None:
    async with opened(*few, size=MIDDLE) as screen:
        await screen.press("slash", *"agroun")
        await screen.until(lambda: screen.main.found == 1)
        await screen.press("enter")
        await screen.until(lambda: screen.main.text == "agroun*")
        await screen.until(lambda: found(screen) == {"08WRENHAVEN31"})
        assert screen.main.query_one(QueryInput).value == "agroun*"


@pytest.mark.parametrize("slowly", [True, False])
async def test_enter_keeps_what_was_found_by_a_beginning(samples: Path, slowly: bool) -> None:
    async with opened(samples, size=MIDDLE) as screen:
        if slowly:
            await screen.press("slash", *"ferr")
            await screen.until(lambda: screen.main.text == "ferr" and screen.main.found)
            await screen.press("y")
            await screen.until(lambda: screen.main.text == "ferry" and screen.main.found)
            seen = found(screen)
            await screen.press("enter")
        else:
            await screen.press("slash", *"ferry", "enter")
        await screen.until(lambda: screen.main.text == "ferry*" and screen.main.found)
        if slowly:
            assert found(screen) == seen


async def test_a_space_behind_a_word_asks_for_the_word_alone(samples: Path) -> None:
    async with opened(samples, size=MIDDLE) as screen:
        await screen.press("slash", *"ferry", "enter")
        await screen.until(lambda: screen.main.text == "ferry*" and screen.main.found)
        many = found(screen)
        await screen.press("slash", "backspace", "space", "enter")
        await screen.until(lambda: screen.main.text == "ferry " and screen.main.found and found(screen) < many)


async def test_a_word_that_finds_no_other_cables_as_a_beginning_stays_as_it_is(few: Paths) -> None:
    async with opened(*few, size=MIDDLE) as screen:
        await screen.press("slash", *"aground", "enter")
        await screen.until(lambda: found(screen) == {"08WRENHAVEN31"})
        assert screen.main.query_one(QueryInput).value == "aground"


async def test_keys_typed_ahead_open_what_was_found(few: Paths) -> None:
    async with opened(*few, size=NARROW) as screen:
        await screen.press("slash", *"ferry", "enter", "enter")
        await screen.until(lambda: screen.main.entry is not None)
        assert screen.main.entry is not None
        assert screen.main.entry.id == "08WRENHAVEN31"


async def test_what_is_wrong_is_pointed_at_and_the_list_stays(few: Paths) -> None:
    async with opened(*few, size=(100, 30)) as screen:
        await screen.press("slash", *"ferry")
        await screen.until(lambda: screen.main.found == 1)
        screen.main.query_one(QueryInput).value = "ferry tga:x"
        await screen.until(lambda: "^" in below(screen))
        assert screen.lines[1].index("^") == screen.lines[0].index("tga"), "the carets stand under the characters"
        assert "there is no field tga" in below(screen)
        assert found(screen) == {"08WRENHAVEN31"}
        await screen.press("enter")
        assert screen.main.context == "query", "what cannot be read is not kept"
        await screen.press("escape")
        assert screen.main.text == ""


async def test_half_a_query_is_no_error_before_enter(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("slash", *"class:")
        await screen.until(lambda: "secret" in below(screen))
        assert "^" not in below(screen)
        await screen.press("escape", "slash", *'"a phrase')
        await screen.pilot.pause(0.1)
        assert "^" not in below(screen)
        await screen.press("enter")
        assert "^" in below(screen)


async def test_completions_are_offered_chosen_and_taken(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("slash", *"ferry tag:ca")
        await screen.until(lambda: "CASC" in below(screen))
        await screen.press("tab")
        line = screen.main.query_one(QueryInput)
        assert line.value == "ferry tag:CASC"
        await screen.until(lambda: found(screen) == {"08WRENHAVEN31"})
        await screen.press("escape", "slash", *"class:")
        await screen.until(lambda: "secret" in below(screen))
        await screen.press("down", "down", "up", "down", "enter")
        assert line.value == "class:sbu"
        assert screen.main.context == "query"


async def test_earlier_queries_come_back(few: Paths) -> None:
    async with opened(*few) as screen:
        for query in ("ferry", "lighthouse"):
            await search(screen, query)
        await screen.press("escape", "slash", "up")
        line = screen.main.query_one(QueryInput)
        assert line.value == "lighthouse"
        await screen.press("up")
        assert line.value == "ferry"
        await screen.press("down", "down")
        assert line.value == ""
    assert Searches(places().state).history == ["lighthouse", "ferry"]


async def test_a_search_is_saved_found_again_and_thrown_away(few: Paths) -> None:
    async with opened(*few) as screen:
        await screen.press("slash", *"ferry", "f2", *"my", "space", *"boats", "enter")
        assert "'my boats' is no name" in screen.painted, "said where the name is typed, to be mended there"
        await screen.press(*["backspace"] * 8, *"boats", "enter")
        await screen.until(lambda: Searches(places().state).saved == {"boats": "ferry"})
        await screen.press("escape", "slash", *"@boats", "enter")
        await screen.until(lambda: found(screen) == {"08WRENHAVEN31"})
        await screen.press("escape", "F")
        await screen.until(lambda: screen.on_top(SearchesScreen))
        await screen.pilot.pause()
        assert "@boats" in screen.painted
        await screen.press("enter")
        await screen.until(lambda: found(screen) == {"08WRENHAVEN31"})
        await screen.press("F", "d")
        await screen.until(lambda: Searches(places().state).saved == {})


async def test_the_words_are_shown_around_and_carried_into_the_reader(few: Paths) -> None:
    async with opened(*few, size=(80, 24)) as screen:
        await search(screen, "islands OR ferry")
        screen.main.cables.select(next(entry for entry in screen.entries if entry.id == "08WRENHAVEN31"))
        await screen.until(lambda: "ferry" in screen.lines[-2].casefold())
        await screen.press("enter")
        await screen.until(lambda: screen.main.cable is not None and screen.main.cable.id == "08WRENHAVEN31")
        await screen.press("n")
        await screen.until(lambda: "1/" in screen.lines[-2])
        await screen.press("n", "N", "N")
        await screen.until(lambda: "Found again from the end" in screen.lines[-2])


async def test_a_query_whose_words_are_not_in_the_cable_counts_none_of_them(few: Paths) -> None:
    async with opened(*few, size=(80, 24)) as screen:
        await search(screen, "08wrenhaven31")
        await screen.press("enter")
        await screen.until(lambda: screen.main.cable is not None and screen.main.cable.id == "08WRENHAVEN31")
        await screen.pilot.pause(0.2)
        assert "-1" not in screen.lines[-2]


async def test_nothing_found_says_which_part_is_to_blame(few: Paths) -> None:
    async with opened(*few, size=(100, 30)) as screen:
        await search(screen, "ferry xyzzy")
        await screen.until(lambda: "No cable has xyzzy" in screen.lines[-2])


# Facets


async def test_facets_are_counted_and_chosen_into_the_query(samples: Path) -> None:
    async with opened(samples, size=WIDE) as screen:
        await screen.press("f")
        panel = screen.main.query_one(FacetPanel)
        await screen.until(lambda: panel.shown)
        assert panel.has_focus
        assert "Classification" in screen.painted
        await screen.press("right_curly_bracket", "enter")
        await screen.until(lambda: screen.main.text.startswith("post:"))
        chosen = screen.main.text.partition(":")[2].strip('"')
        await screen.until(lambda: {entry.post for entry in screen.entries} == {chosen})
        await screen.until(lambda: f"✓ {chosen}" in screen.painted)
        await screen.press("enter")
        await screen.until(lambda: screen.main.text == "" and len(screen.entries) > screen.main.total > 9)
        await screen.press("minus")
        await screen.until(lambda: screen.main.text.startswith("-post:"))
        await screen.until(lambda: chosen not in {entry.post for entry in screen.entries})
        await screen.press("f")
        assert not panel.display
        assert screen.main.cables.has_focus


async def test_where_nothing_is_found_there_is_nothing_to_count(few: Paths) -> None:
    async with opened(*few, size=WIDE) as screen:
        await search(screen, "xyzzy")
        await screen.press("f")
        await screen.until(lambda: "Nothing to count" in screen.painted)
        await screen.press("escape", "escape")
        await screen.press("f")
        await screen.until(lambda: "Classification" in screen.painted)
        assert "Nothing to count" not in screen.painted


async def test_values_of_one_field_are_alternatives(samples: Path) -> None:
    async with opened(samples, size=WIDE) as screen:
        await screen.press("f")
        panel = screen.main.query_one(FacetPanel)
        await screen.until(lambda: panel.shown)
        await screen.press("enter")
        await screen.until(lambda: screen.main.text.startswith("date:") and not panel._waiting)
        await screen.press("j", "enter")
        await screen.until(lambda: "," in screen.main.text)
        first, second = screen.main.text.removeprefix("date:").split(",")
        await screen.until(lambda: {f"{entry.date:%Y}" for entry in screen.entries} == {first, second})


@pytest.mark.parametrize("size", [NARROW, (80, 24), WIDE])
async def test_the_panel_makes_room_for_itself(samples: Path, size: tuple[int, int]) -> None:
    async with opened(samples, size=size) as screen:
        await screen.press("f")
        await screen.until(lambda: screen.main.query_one(FacetPanel).shown)
        await screen.pilot.pause()
        assert screen.main.query_one(FacetPanel).size.width >= 24
        assert screen.main.cables.size.width >= 28
        assert {len(line) for line in screen.lines} == {size[0]}


# Timeline and dates


async def test_a_span_is_picked_on_the_timeline(samples: Path) -> None:
    async with opened(samples, size=MIDDLE) as screen:
        await screen.press("d")
        line = screen.main.query_one(Timeline)
        await screen.until(lambda: line._chart.values)
        await screen.press("g", "v", "l", "l", "l", "l")
        await screen.until(lambda: "1974" in screen.lines[-2])
        await screen.press("enter")
        await screen.until(lambda: screen.main.text.startswith("date:1974"))
        await screen.until(
            lambda: {f"{entry.date:%Y}" for entry in screen.entries} <= {"1974", "1975", "1976", "1977", "1978"}
        )
        await screen.press("backspace")
        await screen.until(lambda: screen.main.text == "")
        await screen.until(lambda: "2009: " in screen.lines[-2])
        await screen.press("d")
        assert not line.display
        assert screen.main.cables.has_focus
        current = screen.main.cables.current
        assert current is not None
        assert current.id is not None
        assert current.id in screen.lines[-2], "the span is no longer spoken of"


async def test_the_timeline_never_says_that_there_are_no_dates_before_it_knows(samples: Path) -> None:
    said: list[str] = []
    async with opened(samples, size=NARROW) as screen:
        line = screen.main.query_one(Timeline)
        render = line.render

        def heard() -> Content:
            said.append(render().plain)
            return render()

        line.render = heard  # type: ignore[method-assign]  # listened to, not replaced
        await screen.press("d")
        await screen.until(lambda: "█" in said[-1] if said else False)
        assert not any("No dates" in words for words in said)


async def test_a_date_is_gone_to(samples: Path) -> None:
    async with opened(samples, size=MIDDLE) as screen:
        for typed, date in (("2006-09", "2006-09-18"), ("sep 1974", "1974-09-17"), ("2005", "2005-04-18")):
            await screen.press("at", *typed.replace(" ", "_").split("_")[0])
            await screen.press(*(["space", *typed.split()[1]] if " " in typed else []), "enter")
            current = screen.main.cables.current
            assert current is not None
            assert f"{current.date:%Y-%m-%d}" == date
        await screen.press("at", *"1990", "enter")
        await screen.until(lambda: "There is no cable of 1990" in screen.painted)
        await screen.press("at", *"then", "enter")
        await screen.until(lambda: "then is no date" in screen.painted)
        await screen.press(*["backspace"] * 4, "enter")
        assert screen.main.cables.has_focus


async def test_a_date_is_gone_to_in_a_list_that_was_sorted_otherwise(samples: Path) -> None:
    async with opened(samples, size=MIDDLE) as screen:
        screen.main.cables.post_message(CableList.OrderWanted(screen.main.view.order.parse("subject")))
        await screen.until(lambda: "by subject" in screen.lines[0])
        await screen.press("at", *"2006-09", "enter")
        await screen.until(lambda: "newest first" in screen.lines[0])
        current = screen.main.cables.current
        assert current is not None
        assert f"{current.date:%Y-%m}" == "2006-09"


# Hostile input


async def test_hostile_queries_are_only_text(few: Paths) -> None:
    async with opened(*few, size=(80, 24)) as screen:
        await screen.press("slash")
        for text in TEXTS.values():
            screen.main.query_one(QueryInput).value = text
            await screen.press("enter")
            assert not leaks(screen.painted)
        await screen.press("escape")
        assert len(screen.entries) == 3


async def test_hostile_values_in_facets_and_completions(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS.values()):
        (tmp_path / f"{number}.txt").write_bytes(cable_with(text, "tags", "from").encode("utf-8", "surrogatepass"))
    async with opened(tmp_path, size=(80, 24)) as screen:
        await screen.press("f")
        panel = screen.main.query_one(FacetPanel)
        await screen.until(lambda: panel.shown)
        for _ in range(panel.shown):
            assert not leaks(screen.painted)
            await screen.press("j")
        await screen.press("escape", "slash", *"tag:")
        await screen.until(lambda: below(screen).strip())
        assert not leaks(screen.painted)
