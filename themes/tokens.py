"""What a theme gives a colour to: its keys, and Textual's own tokens made from them."""

from __future__ import annotations

COLORS = (
    "foreground",
    "background",
    "surface",
    "panel",
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
)
"""The keys of `[colors]`: Textual's own, from which it derives its other tokens."""

TOKENS = (
    "cable-heading",
    "cable-number",
    "cable-marking",
    "cable-tag",
    "cable-acronym",
    "cable-reference",
    "cable-repair",
    "cable-furniture",
    "cable-quiet",
    "cable-find",
    "cable-find-current",
    "cable-cursor",
    "cable-secret",
    "cable-confidential",
    "cable-restricted",
    "cable-unclassified",
    "note-mark",
    "note-tag",
    "note-card",
    "note-changed",
    "note-orphan",
    "note-yellow",
    "note-green",
    "note-blue",
    "note-pink",
    "note-orange",
)
"""The keys of `[tokens]`: what the parts of a cable and the notes are painted with."""


def chrome(colors: dict[str, str]) -> dict[str, str]:
    """Textual's tokens for bars, cursors and fields, kept quiet: made from the few colours of the theme."""
    shade = "ansi_bright_black" if colors["panel"] == "ansi_default" else colors["panel"]
    return {
        "ansi-background": colors["background"],
        "ansi-foreground": colors["foreground"],
        "block-cursor-background": colors["panel"],
        "block-cursor-foreground": colors["foreground"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": colors["surface"],
        "block-cursor-blurred-foreground": colors["foreground"],
        "border": colors["accent"],
        "border-blurred": colors["panel"],
        "footer-background": colors["background"],
        "footer-key-foreground": colors["accent"],
        "input-selection-background": shade,
        "scrollbar": shade,
        "scrollbar-hover": colors["secondary"],
        "scrollbar-active": colors["accent"],
        "scrollbar-background": colors["background"],
        "scrollbar-background-hover": colors["background"],
        "scrollbar-background-active": colors["background"],
        "screen-selection-background": shade,
    }
