"""The main screen's imports: looked at first, note by note, and written only when that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from ...cable.safe import visible
from ...store.errors import SourceError, StoreError
from ...store.words import counted
from ..bindings import bindings_of
from ..commands import with_keys
from ..page.cells import cells, cropped
from .dialogs import Ask
from .exporting import ExportingScreen
from .sheet import SheetScreen

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.imports import Plan
    from ...store.library import Library

_STYLES = {"conflicting": "$note-changed bold", "unplaced": "$note-orphan bold", "same": "$cable-quiet"}
_OUTCOME, _PLACE = 12, 24
_HINT = "{dialogs.yes} writes them   {dialogs.close} leaves everything as it is"
_NOTHING = "nothing to write   {dialogs.close} closes"
_FORMS = "JSON, web annotations, Hypothesis, or Markdown exported here; looked at first   {question.close} leaves"


class PlanScreen(SheetScreen):
    """What would become of each note of a file."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialogs", "yes", "no")

    def __init__(self, plan: Plan, write: Callable[[], None]) -> None:
        """`write` is called when the user wants it."""
        counts = ", ".join(f"{number} {outcome}" for outcome, number in plan.counts().items() if number)
        super().__init__(f"Import: {counts or 'no notes'}", with_keys(_HINT if plan.tables else _NOTHING))
        self._plan = plan
        self._write = write

    def lines(self, width: int) -> Iterator[Content]:
        """A line or two for each note."""
        for item in self._plan.items:
            place = cropped(visible(f"{item.note.cable} {item.place}"), _PLACE - 1)
            lead = f"{item.outcome:<{_OUTCOME}}"
            words = visible(item.note.body.strip() or f"“{item.note.quote}”")
            text = cropped(words, max(width - _OUTCOME - _PLACE, 1))
            gap = " " * (_PLACE - cells(place))
            yield Content.assemble((lead, _STYLES.get(item.outcome, "bold")), place, gap, text)
            if item.why:
                yield Content.assemble(" " * _OUTCOME, (cropped(item.why, width - _OUTCOME), "$cable-quiet"))

    def action_yes(self) -> None:
        """Write the notes."""
        if self._plan.tables:
            self.dismiss()
            self._write()

    def action_no(self) -> None:
        """Leave everything as it is."""
        self.action_close()


class ImportingScreen(ExportingScreen):
    """Takes notes in from a file."""

    class Planned(Message):
        """A file was looked at."""

        def __init__(self, plan: Plan | None, problems: list[str]) -> None:
            """What an import would do (None: the file has no notes), and what is wrong with the file."""
            self.plan, self.problems = plan, problems
            super().__init__()

    def action_import_notes(self) -> None:
        """Look at a file of notes, and take them in if that is wanted."""
        asked = Ask("Import notes from a file or a folder", self.session.export.get("import", ""), with_keys(_FORMS))
        self.app.push_screen(asked, self._look_at)

    def _look_at(self, path: str | None) -> None:
        if path and path.strip():
            self.session.export["import"] = path.strip()
            self.status.tell("progress", "looking…")
            self.plan_import(Path(path.strip()).expanduser())

    @work(thread=True, exclusive=True, group="import", exit_on_error=False, name="The import failed")
    def plan_import(self, path: Path) -> None:
        """Work out what an import would do."""
        from ...store.imports import plan, read_path

        problems: list[str] = []
        try:
            arrivals = read_path(path, problems)
            wanted = {arrival.meta.id for arrival in arrivals if arrival.meta and arrival.meta.id}
            found = plan(self.notebook.store, arrivals, finder(self.finding.library, wanted))
        except ValueError as error:
            self.post_message(self.Planned(None, [*problems, f"{path}: no notes can be read from it: {error}"]))
        except (SourceError, StoreError) as error:
            self.post_message(self.Planned(None, [*problems, str(error)]))
        else:
            self.post_message(self.Planned(found, problems))

    @on(Planned)
    def _show_plan(self, message: Planned) -> None:
        self.status.tell("progress", "")
        for problem in message.problems:
            self.notify(visible(problem), severity="error", markup=False, timeout=10)
        planned = message.plan
        if planned is not None:
            self.app.push_screen(PlanScreen(planned, lambda: self.take_in(planned)))

    def take_in(self, planned: Plan) -> None:
        """Write what was planned; every file becomes a backup first."""
        problem = self.attempt(lambda: planned.write(self.notebook.store))
        self.refresh_notes()
        if problem is None:
            count = sum(item.outcome != "same" for item in planned.items)
            self.notify(f"{counted(count, 'note')} imported", markup=False, timeout=6)


def finder(library: Library | None, wanted: set[str]) -> Callable[[str], Cable | None]:
    """Finds the cables of notes in a library, for all that are wanted at once."""
    entries = library.find_many(wanted) if library and wanted else {}

    def find(key: str) -> Cable | None:
        try:
            return library.read(entries[key]) if library and key in entries else None
        except SourceError:
            return None

    return find
