"""Reading line by line: landmarks, commands in words and letters, notes that survive, plain text only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cablereader.cli.linear import prompt
from cablereader.cli.linear.desk import choice
from cablereader.cli.linear.verbs import VERBS, understood
from cablereader.store.drafts.box import DraftBox
from cablereader.store.drafts.draft import Draft
from cablereader.store.notes import Drafts, NoteStore
from cablereader.store.places import places
from cablereader.store.reading import Reading

from .. import hostile
from .conftest import Run


@pytest.fixture
def ferry(samples: Path) -> Path:
    """08WRENHAVEN31: a first text without a number, a heading, items, a comment, paragraph 1 to 5."""
    return samples / "08WRENHAVEN31.txt"


def said(run: Run, cable: Path | str, *lines: str, paths: tuple[Path, ...] = ()) -> str:
    done = run("read", cable, *paths, stdin="".join(f"{line}\n" for line in lines).encode())
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    return done.out


def test_the_header_comes_first(run: Run, ferry: Path) -> None:
    lines = said(run, ferry).splitlines()
    assert lines[0] == "Header. 08WRENHAVEN31."
    assert "Classification: UNCLAS" in lines
    assert lines[-1] == "5 numbered paragraphs, no notes."


def test_enter_reads_on_under_landmarks(run: Run, ferry: Path) -> None:
    lines = said(run, ferry, "", "", "n", "p", "previous").splitlines()
    assert "Text before paragraph 1, U." in lines
    assert lines.count("Heading: What Happened") == 2
    assert "Paragraph 1 of 5, U." in lines


def test_report_and_comment_are_told_apart(run: Run, ferry: Path) -> None:
    assert "Paragraph 5 of 5, comment, U.\nComment: Two Foreign Ministries" in said(run, ferry, "5")


@pytest.mark.parametrize("line", ["4", "¶4", "paragraph 4", "para 4", "g 4", "PARAGRAPH 4", ":paragraph 4"])
def test_a_paragraph_by_its_number(run: Run, ferry: Path, line: str) -> None:
    assert "Paragraph 4 of 5, U.\nThe Consulate’s one boat" in said(run, ferry, line)


def test_the_rest_is_read_to_the_end(run: Run, ferry: Path) -> None:
    out = said(run, ferry, "3", "rest", "next")
    assert "Closing.\nDUNMORE\nThe end of the cable.\nThis is the end of the cable." in out
    assert "Heading: What Happened" not in out


def test_words_are_found_one_after_the_other(run: Run, ferry: Path) -> None:
    out = said(run, ferry, "/generator", "f", "find", "find LIGHT", "find nothing such")
    assert out.index("Found “generator”, 1 of 2.") < out.index("Found “generator”, 2 of 2.")
    assert out.count("Found “generator”, 1 of 2.") == 2
    assert "No paragraph has “LIGHT”." in out
    assert "No paragraph has “nothing such”." in out


def test_outline_and_meanings(run: Run, ferry: Path) -> None:
    out = said(run, ferry, "outline", "3", "meanings", "meanings CASC", "i zzz")
    assert "The Light\n  3: The keepers, Ansel and Odile Brack, say that" in out
    assert "  5, comment: Comment: Two Foreign Ministries" in out
    assert "CASC: " in out
    assert "“zzz” is not known." in out


def test_a_note_is_written_changed_tagged_deleted_and_brought_back(run: Run, ferry: Path) -> None:
    out = said(
        run, ferry, "4", "note", "Whose boat?", "", "And who pays?", ".", "notes",
        "edit 1 Whose dinghy?", "tags 1 #boats money", "again", "delete 1", "l", "undo", "u", "l",
    )  # fmt: skip
    assert "Saved on paragraph 4 of 5, U." in out
    assert "Note 1:" in out
    assert "Whose boat?\n\nAnd who pays?" in out
    assert "Its tags are boats, money." in out
    assert "Note 1, #boats, #money:\nWhose dinghy?" in out
    assert "Deleted; undo brings it back.\nThere is no note on this cable.\nThe note is back." in out
    (note,) = NoteStore(places().notes).all()
    assert (note.cable, note.paragraph, note.body, note.tags) == ("08WRENHAVEN31", "4", "Whose dinghy?", ())


def test_a_note_in_one_line_and_one_on_the_whole_cable(run: Run, ferry: Path) -> None:
    out = said(run, ferry, "note All of it", "2", "a Counted twice")
    assert "Saved on the whole cable." in out
    notes = NoteStore(places().notes).all()
    assert {(note.paragraph, note.body) for note in notes} == {(None, "All of it"), ("2", "Counted twice")}
    assert "1 note" not in out
    assert "2 notes.\nNote 1:" in said(run, ferry)


def test_what_is_written_when_the_input_ends_is_a_draft_and_goes_on(run: Run, ferry: Path) -> None:
    assert "Kept as a draft." in said(run, ferry, "4", "note", "Half a thought")
    (text,) = Drafts(places().drafts).all()
    draft = Draft.parse(text)
    assert draft is not None
    assert (draft.anchor, draft.body) == ("4", "Half a thought")
    out = said(run, ferry, "4", "note", "and the rest", ".")
    assert "A draft is here, and goes on:\nHalf a thought" in out
    assert NoteStore(places().notes).all()[0].body == "Half a thought\nand the rest"
    assert list(Drafts(places().drafts).all()) == []


def test_every_line_is_kept_before_the_next_is_asked_for(
    run: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["4", "note", "Kept"])
    seen: list[str] = []

    def ask(text: str) -> str | None:
        seen[:] = Drafts(places().drafts).all()
        line = next(lines, None)
        if line is None:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr(prompt, "ask", ask)
    done = run("read", ferry)
    assert done.code == 130
    assert len(seen) == 1
    assert "Kept as a draft." in done.out


def test_a_draft_is_kept_or_thrown_away(run: Run, ferry: Path) -> None:
    assert "Kept as a draft." in said(run, ferry, "4", "note", "Later", "..")
    assert "Thrown away." in said(run, ferry, "4", "note", ".drop")
    assert list(Drafts(places().drafts).all()) == []
    assert "Nothing was written." in said(run, ferry, "4", "note", ".")
    assert NoteStore(places().notes).all() == []


def test_the_draft_of_an_edit_is_that_of_the_note(run: Run, ferry: Path) -> None:
    said(run, ferry, "4", "note First")
    assert "It says:\nFirst" in said(run, ferry, "edit 1", "Second", "..")
    (note,) = NoteStore(places().notes).all()
    (text,) = Drafts(places().drafts).all()
    draft = Draft.parse(text)
    assert draft is not None
    assert draft.note == note.id
    assert DraftBox(Drafts(places().drafts)).find(draft) == draft


def test_citation_and_export(run: Run, ferry: Path, tmp_path: Path) -> None:
    out = said(run, ferry, "4", "cite", "export", "note Whose boat?", "export", f"export {tmp_path / 'out.md'}")
    assert "“The Consulate’s one boat is a dinghy." in out
    assert "telegram 08 WREN HAVEN 31" in out
    assert "There is no note on this cable to export." in out
    assert out.count("Whose boat?") == 1
    assert "Whose boat?" in (tmp_path / "out.md").read_text("utf-8")


def test_the_citation_is_as_the_settings_say(run: Run, ferry: Path) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('[cite]\nstyle = "mla"\n', "utf-8")
    chicago = "U.S. Consulate Wren Haven to Secretary of State"
    assert chicago not in said(run, ferry, "4", "cite")


def test_links_are_read_and_followed(run: Run, samples: Path) -> None:
    out = said(run, "06PORTALDER412", "links", "follow 1", "back", "1", "w 9", paths=(samples,))
    assert "1. " in out
    assert out.count("Header. ") >= 2
    assert "Which link?" in out or "There is no link." in out


def test_a_cable_that_is_not_there_is_cited(run: Run, samples: Path) -> None:
    out = said(run, "08WRENHAVEN31", "open 99MEXICO1", "open nothing", "open 3", "back", paths=(samples,))
    assert "99MEXICO1 is not in this library. Its citation: " in out
    assert "“nothing” is neither a number of the search nor an id" in out
    assert "Nothing was searched for yet." in out
    assert "No cable was left yet." in out


def test_the_library_is_searched_and_a_hit_opened(run: Run, samples: Path) -> None:
    out = said(run, "08WRENHAVEN31", "search ferry", "open 1", "more", "search tag:", "s", paths=(samples,))
    assert "1. 08WRENHAVEN31, 2008-07-21, " in out
    assert "There is no more." in out
    assert out.count("Header. 08WRENHAVEN31.") == 2
    assert "Search for what?" in out


def test_what_was_noted_and_read_is_found(run: Run, samples: Path) -> None:
    out = said(run, "08WRENHAVEN31", "note Mine", "search has:note", "search is:unread ferry", paths=(samples,))
    assert "1 cable.\n1. 08WRENHAVEN31" in out
    assert out.count("1. 08WRENHAVEN31") == 1


def test_a_long_search_goes_on_with_more(run: Run, samples: Path) -> None:
    out = said(run, "08WRENHAVEN31", "search after:1970", "more", "more", paths=(samples,))
    assert "\n10. " in out
    assert "\n11. " in out
    assert "There is no more." in out


def test_what_is_kept_of_a_cable_can_be_taken_back(run: Run, ferry: Path) -> None:
    marks = Reading(places().state)
    out = said(run, ferry, "flag", "unread", "mark #tide boats", "mark", "1", "m", "bookmarks")
    assert "Flagged.\nMarked as unread.\nIts tags are boats, tide.\nIts tags are boats, tide.\n" in out
    assert "Bookmark set.\n08WRENHAVEN31, ¶1: At 2141" in out
    assert marks.flagged_ids() == {"08WRENHAVEN31"}
    assert not marks.read_ids()
    assert marks.tags("08WRENHAVEN31") == ("boats", "tide")
    assert [kept.anchor for kept in marks.bookmarks()] == ["1"]
    out = said(run, ferry, "!", "u", "mark -", "undo", "1", "bookmark", "u", "u")
    assert "No longer flagged.\nIt is as it was.\nIt has no tags.\nIt is as it was.\n" in out
    assert out.endswith("The bookmark is taken away.\nIt is as it was.\nThere is nothing to take back.\n")
    assert marks.flagged_ids() == {"08WRENHAVEN31"}
    assert marks.tags("08WRENHAVEN31") == ("boats", "tide")
    assert [kept.anchor for kept in marks.bookmarks()] == ["1"]


def test_what_was_mended_is_read(run: Run, ferry: Path, samples: Path) -> None:
    assert "Nothing was mended in this cable." in said(run, ferry, "mended")
    out = said(run, samples / "04PORTALDER530.txt", "mended")
    assert "¶3: sentence joined: " in out
    assert "002 OF 002” had cut it" in out


def test_what_is_no_command_is_said(run: Run, ferry: Path) -> None:
    out = said(run, ferry, "burn it", "7", "p", "p", "edit", "edit 3", "tags x", "undo", "quit", "next")
    assert "“burn it” is no command; help reads them all." in out
    assert "there is no paragraph 7" in out
    assert "This is the header: nothing comes before it." in out
    assert "Which note? Give its number: there is none on this cable. notes reads them." in out
    assert "There is nothing to take back." in out
    assert "Text before paragraph 1" not in out


def test_help_reads_every_command(run: Run, ferry: Path) -> None:
    out = said(run, ferry, "?")
    assert all(f"{verb.name}" in out and verb.help in out for verb in VERBS)


def test_every_command_is_done_by_something_and_has_a_letter_of_its_own() -> None:
    done = {*prompt._WITH, *prompt._ALONE, "quit"}
    assert done == {verb.name for verb in VERBS}
    letters = [verb.letter for verb in VERBS if verb.letter]
    assert len(letters) == len(set(letters))
    for verb in VERBS:
        assert understood(verb.name)[0] == verb
        assert not verb.letter or understood(verb.letter)[0] == verb


def test_the_same_letters_as_on_the_screen() -> None:
    assert {verb.name: verb.letter for verb in VERBS if verb.letter in "adetuyo?"} == {
        "note": "a", "delete": "d", "edit": "e", "tags": "t", "undo": "u", "cite": "y", "links": "o",
    } | {verb.name: "" for verb in VERBS if not verb.letter}  # fmt: skip


def test_hostile_cables_never_steer_the_terminal(run: Run, tmp_path: Path, hostile_text: str) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(hostile.cable_with(hostile_text), "utf-8", errors="surrogatepass", newline="")
    note = f"note {hostile_text}".replace("\n", " ").encode("utf-8", "replace")
    done = run("read", path, stdin=b"rest\n" + note + b"\nl\n")
    assert done.code == 0 or "binary file" in done.err
    assert not set(done.out) & {"\x1b", "\x07", "\x08", "\x7f", "\x9b", "\u202e"}


def test_without_a_cable_the_one_read_last_is_read(run: Run, ferry: Path) -> None:
    assert run("read").code == 2
    assert "You left it" not in said(run, ferry, "4")
    done = run("read", stdin=b"")
    assert done.out.startswith("Header. 08WRENHAVEN31.")
    assert done.out.endswith("You left it at paragraph 4 of 5; 4 goes there.\n")
    assert Reading(places().state).read_ids() == {"08WRENHAVEN31"}


def test_standard_input_has_the_commands(run: Run) -> None:
    done = run("read", "-")
    assert done.code == 2
    assert "save the cable into a file" in done.err


def test_a_prompt_where_someone_sits(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from .conftest import Stream

    monkeypatch.setattr(sys, "stdin", Stream(b"next\r\n", terminal=True))
    assert prompt.ask("> ") == "next"
    assert capsys.readouterr().out == "> "
    assert prompt.ask("> ") is None


def test_which_numbers_there_are_is_said() -> None:
    assert [choice(count) for count in (1, 5)] == ["there is only 1", "there are 1 to 5"]
