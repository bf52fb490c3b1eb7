"""The main screen's exports: in which format, how cited, whereto; asked once, remembered, written in a thread."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from ...cable.cite import SOURCES, STYLES
from ...cable.safe import visible
from ...store.errors import StoreError
from ...store.words import counted
from ..commands import with_keys
from .dialogs import Ask, Choose
from .watching import WatchingScreen

if TYPE_CHECKING:
    from ...store.export.form import Form

_FORMATS = {
    "markdown": "Markdown, a file per cable",
    "obsidian": "Markdown for Obsidian",
    "pandoc": "Markdown for Pandoc, with a bibliography",
    "json": "JSON, all there is",
    "csv": "CSV, for a spreadsheet",
    "jsonld": "W3C web annotations (JSON-LD)",
    "hypothesis": "Hypothesis annotations",
    "csl": "Bibliography of the cables (CSL-JSON)",
    "biblatex": "Bibliography of the cables (BibLaTeX)",
}
_MARKDOWN = ("markdown", "obsidian", "pandoc")
_STYLE, _SOURCE, _AS_READ = "style", "source", "as read"
_ASKED = {_STYLE: "Citation style", _SOURCE: "Cited from"}


class ExportingScreen(WatchingScreen):
    """Writes the notes out."""

    class Exported(Message):
        """The notes were written, or could not be."""

        def __init__(self, told: str, *, failed: bool = False) -> None:
            """What was done, in a sentence."""
            self.told, self.failed = told, failed
            super().__init__()

    def action_export(self) -> None:
        """Write the notes out: choose how, then where."""
        counts: dict[str, int] = {}
        self.attempt(lambda: counts.update(self.notebook.counts()))
        if not counts:
            self.notify("There are no notes to export yet", markup=False)
            return
        choices = list(_FORMATS.items())
        choices += [(part, f"· {asked}: {_named(self._cite(part))}") for part, asked in _ASKED.items()]
        title = f"Export {counted(sum(counts.values()), 'note')} on {counted(len(counts), 'cable')}"
        self.app.push_screen(Choose(title, choices, self._export_format), self._chosen_format)

    @property
    def _export_format(self) -> str:
        chosen = self.session.export.get("format", "")
        return chosen if chosen in _FORMATS else "markdown"

    def _cite(self, part: str) -> str:
        """The style, or the source (`as read` for none), chosen here last, else that of the settings."""
        config, chosen = self.app.config, self.session.export.get(part, "")
        if part == _STYLE:
            return chosen if chosen in STYLES else config.cite_style
        return chosen if chosen in (*SOURCES, _AS_READ) else config.cite_source or _AS_READ

    def _chosen_format(self, key: str | None) -> None:
        if key in (_STYLE, _SOURCE):
            names = [*STYLES] if key == _STYLE else [_AS_READ, *SOURCES]

            def chosen(name: str | None) -> None:
                if name is not None:
                    self.session.export[key] = name
                self.action_export()

            choices = [(name, _named(name)) for name in names]
            self.app.push_screen(Choose(_ASKED[key], choices, self._cite(key)), chosen)
        elif key is not None:
            self.session.export["format"] = key
            folder = self.session.export.get("folder") or os.path.join(os.getcwd(), "cable-notes")
            each = "one file per cable" if key in _MARKDOWN else "one file"
            hint = with_keys(f"{each}, into this folder   {{question.keep}} writes   {{question.close}} leaves")
            self.app.push_screen(Ask(_FORMATS[key], folder, hint), self._chosen_folder)

    def _chosen_folder(self, folder: str | None) -> None:
        if folder and folder.strip():
            self.session.export["folder"] = folder.strip()
            self.status.tell("progress", "exporting…")
            self.write_export(Path(folder.strip()).expanduser())

    @property
    def _form(self) -> Form:
        from ...store.export.form import FLAVOURS, Form

        chosen, style, source = self._export_format, self._cite(_STYLE), self._cite(_SOURCE)
        return Form(
            next((flavour for flavour in FLAVOURS if flavour == chosen), FLAVOURS[0]),
            next((known for known in STYLES if known == style), STYLES[0]),
            next((known for known in SOURCES if known == source), None),
        )

    @work(thread=True, exclusive=True, group="export", exit_on_error=False, name="The export failed")
    def write_export(self, target: Path) -> None:
        """Write the notes in the form chosen; those of cables at hand with how they stand now."""
        from ...store.export.formats import FORMATS, export_as
        from ...store.export.standing import standings
        from ...store.export.write import export_notes

        store, library, form = self.notebook.store, self.finding.library, self._form
        data = next((known for known in FORMATS if known == self._export_format), None)
        try:
            if data is not None:
                target.mkdir(parents=True, exist_ok=True)
                done = export_as(store, data, None, target, form)
            else:
                states = standings(store, library, store.counts([])) if library else {}
                done = export_notes(store, None, target, states, form)
        except (StoreError, OSError) as error:
            self.post_message(self.Exported(str(error), failed=True))
            return
        notes, files = counted(done.notes, "note"), counted(len(done.written) + len(done.unchanged), "file")
        fresh = f", {len(done.unchanged)} of them as before" if done.unchanged else ""
        missing = f"; {counted(len(done.problems), 'note file')} could not be read" if done.problems else ""
        self.post_message(self.Exported(f"{notes} in {files} in {target}{fresh}{missing}"))

    @on(Exported)
    def _tell_export(self, message: Exported) -> None:
        self.status.tell("progress", "")
        told = visible(message.told)
        self.notify(told, severity="error" if message.failed else "information", markup=False, timeout=10)


def _named(name: str) -> str:
    """A style or a source in the words of the dialog."""
    return "where each was read" if name == _AS_READ else name
