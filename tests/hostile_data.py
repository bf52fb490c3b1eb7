"""The hostile data itself, each item under the name that test ids show. See `hostile.py` for how to use it."""

from __future__ import annotations

from collections.abc import Mapping

_MEGABYTE = 1_000_000

_MARKUP = {
    "close-tag": "[/]",
    "click-action": "[@click=app.quit]x[/]",
    "style-tag": "[bold red]",
    "style-pair": "[bold red]x[/bold red] [on $error]y[/]",
    "wrong-close": "[/bold] x [/nothing]",
    "open-bracket": "[",
    "close-bracket": "]",
    "half-tag": "[bold",
    "escaped-tag": "\\[bold] \\\\[red]",
    "link-tag": "[link=https://example.invalid]x[/link] [link='x']",
    "colour-tag": "[#ff0000]red[/#ff0000] [rgb(1,2,3)]",
    "emoji-code": ":smile: :warning:",
    "markdown-link": "[PHUM](#) [x](javascript:alert(1)) ![x](https://example.invalid/x.png)",
    "variable": "$background $x[/$x] {0} {cable} %s %(x)s ${HOME}",
    "deep-brackets": "[" * 400 + "]" * 400,
}

_CONTROL = {
    "csi-colour": "\x1b[31mred\x1b[0m",
    "csi-clear": "\x1b[2J\x1b[H\x1b[3J",
    "csi-alt-screen": "\x1b[?1049l\x1b[?25h\x1b[!p",
    "csi-paste-end": "\x1b[201~q\x1b[200~",
    "csi-report": "\x1b[6n\x1b[c\x1b[>q",
    "osc-title": "\x1b]0;owned\x07",
    "osc-link": "\x1b]8;;https://example.invalid\x1b\\x\x1b]8;;\x1b\\",
    "osc-clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "dcs": "\x1bP$q\x22p\x1b\\",
    "escape-alone": "\x1b",
    "escape-reset": "\x1bc",
    "c1-csi": "\x9b31mred\x9b0m",
    "c1-osc": "\x9d0;owned\x9c",
    "c1-all": "".join(map(chr, range(0x80, 0xA0))),
    "c0-all": "".join(chr(c) for c in range(0x20) if c != 0x0A),
    "bell-backspace": "pass\x08\x08\x08\x08fail\x07",
    "shift-out": "\x0ehidden\x0f",
    "delete": "a\x7fb",
    "nul": "a\x00b\x00",
    "tabs": "\ta\tb\t\t",
}

_LINES = {
    "crlf": "one\r\ntwo\r\n\r\nthree",
    "cr-only": "one\rtwo\r\rthree",
    "line-separators": "one\u2028two\u2029three\x85four",
    "vertical-tab-form-feed": "one\x0btwo\x0cthree",
    "file-separators": "one\x1ctwo\x1dthree\x1efour\x1ffive",
    "newlines": "\n\n\n",
    "empty": "",
    "blank": "   ",
    "no-break-space": "\u00a0\u2003\u3000",
}

_UNICODE = {
    "bidi-override": "\u202etxt.exe\u202c \u202dabc",
    "bidi-isolate": "\u2066one\u2067two\u2068three\u2069",
    "bidi-marks": "a\u200eb\u200fc\u061cd",
    "right-to-left": "שלום 123 مرحبا",
    "zero-width": "a\u200bb\u200cc\u2060d\ufeffe\u00adf",
    "zero-width-only": "\u200b\u200b",
    "tag-characters": "a\U000e0041\U000e0042\U000e007f",
    "variation-selectors": "a\ufe0f☎\ufe0e☎\ufe0f",
    "wide": "外交電報 ｆｕｌｌ 외교",
    "wide-only": "外" * 60,
    "combining": "e\u0301" + "a" + "\u0300\u0316\u0489" * 20,
    "combining-first": "\u0301\u0301x",
    "emoji-zwj": "👩\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 🇻🇪🇸 👍🏽 1\ufe0f\u20e3",
    "zwj-chain": "\u200d".join("👨" * 30),
    "hangul-jamo": "\u1100\u1161\u11a8" * 5,
    "lone-surrogate": "a\ud800b\udfffc",
    "escaped-bytes": "a\udc80\udcffb",
    "non-characters": "\ufffe\uffff\U0010ffff\ufdd0",
    "private-use": "\ue000\uf8ff",
    "replacement": "\ufffd\ufffd",
    "case-traps": "İıŉǰﬁﬀẞß K Å",
}

_OTHER = {
    "path": "../../../etc/passwd",
    "shell": "`id` $(id) ; rm -rf ~ | cat && true",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&#27;[31m&amp;amp;",
    "entity-escape": "&#x1b;[31m&#155;31m&#0;&#xD800;&#x110000;",
    "sql": "'; DROP TABLE notes; --",
    "spreadsheet": "=cmd|'/C calc'!A0",
    "long-word": "x" * 5_000,
    "long-number": "9" * 5_000,
    "paragraph-number": "99999999999999999999. (U) a number\n\n2. (U) again\n\n1. (U) and again",
    "header-again": "\n\nFM AMEMBASSY ELSEWHERE\nBT\nSECRET ELSEWHERE 000001\nSUBJECT: ANOTHER\n\n1. (S) x\n",
    "dashes": "-" * 300,
}

TEXTS: Mapping[str, str] = {**_MARKUP, **_CONTROL, **_LINES, **_UNICODE, **_OTHER}
"""Small hostile texts: for subjects, TAGS, paragraphs, notes, queries, anything shown."""

NOTES: Mapping[str, str] = {
    **TEXTS,
    "front-matter": "---\nid: 06PORTALDER1\n---\n\n# not a heading of yours",
    "fence": "```\nnever closed",
    "block-quote": "> quoted\n>> twice\n\n<!-- never closed",
    "looks-like-a-note": "## ¶3\n\n- tags: x\n\n***\n\n[^1]: note",
    "tags-in-body": "#tag #外交 #[/] ##",
    "trailing": "two spaces  \ntrailing backslash\\\n\t\n\n\n",
}
"""Hostile note bodies: all of `TEXTS` and what a Markdown export could be broken by."""

LARGE: Mapping[str, str] = {
    "line": "x" * _MEGABYTE,
    "words": "word " * (_MEGABYTE // 5),
    "spaces": " " * _MEGABYTE,
    "dashes": "-" * _MEGABYTE,
    "dashed-lines": "---- \n" * (_MEGABYTE // 6),
    "blank-lines": "\n" * 10_000,
    "blank-lines-million": "\n" * _MEGABYTE,
    "brackets": "[" * (_MEGABYTE // 2) + "]" * (_MEGABYTE // 2),
    "parentheses": "(" * _MEGABYTE,
    "spaced-letters": "C O N F I D E N T I A L " * (_MEGABYTE // 24),
    "numbers": "".join(f"{n}. x\n\n" for n in range(1, 100_001)),
    "same-number": "1. x\n\n" * (_MEGABYTE // 6),
    "letters": "A. STATE 1 B. STATE 2 " * (_MEGABYTE // 22),
    "pilcrows": "¶" * _MEGABYTE,
    "link-artefacts": "[1](#)" * (_MEGABYTE // 6),
    "open-links": "[x](" * (_MEGABYTE // 4),
    "open-tags": "<a " * (_MEGABYTE // 3),
    "entities": "&#x000A;" * (_MEGABYTE // 8),
    "ampersands": "&" * _MEGABYTE,
    "quotes": '"' * _MEGABYTE,
    "nul": "\x00" * _MEGABYTE,
    "escapes": "\x1b[31m" * (_MEGABYTE // 5),
    "combining": "e" + "\u0301" * _MEGABYTE,
    "labels": "SUBJECT: x\nREF: STATE 1\nTAGS: PREL\n" * (_MEGABYTE // 36),
    "page-breaks": "PORT ALDER 00000999  002 OF 004\n" * (_MEGABYTE // 32),
    "capitals": "HARBOUR\n" * (_MEGABYTE // 8),
}
"""Texts of about a megabyte that find what is slower than linear."""

_CABLE = "UNCLAS PORT ALDER 000999\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: THE CAPTAIN’S CAFÉ\n\n1. (U) It’s closed.\n"

FILES: Mapping[str, bytes] = {
    "empty": b"",
    "blank": b" \n\t\n\n",
    "nul": b"\x00" * 4096,
    "cable-with-nul": _CABLE.replace("closed", "clo\x00sed").encode(),
    "every-byte": bytes(range(256)) * 16,
    "utf-8-bom": b"\xef\xbb\xbf" + _CABLE.encode(),
    "utf-16-le": b"\xff\xfe" + _CABLE.encode("utf-16-le"),
    "utf-16-be": b"\xfe\xff" + _CABLE.encode("utf-16-be"),
    "utf-16-no-bom": _CABLE.encode("utf-16-le"),
    "utf-32": _CABLE.encode("utf-32"),
    "cp1252": _CABLE.encode("cp1252"),
    "cp1252-holes": _CABLE.encode("cp1252") + b"\x81\x8d\x8f\x90\x9d",
    "cut-utf-8": "1. (U) Café".encode()[:-1],
    "overlong-utf-8": b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80",
    "encoded-surrogate": b"\xed\xa0\x80 UNCLAS PORT ALDER 000999",
    "crlf": _CABLE.replace("\n", "\r\n").encode(),
    "cr-only": _CABLE.replace("\n", "\r").encode(),
    "mixed-ends": _CABLE.encode().replace(b"\n", b"\r\n", 2) + b"\r\n\r\r\n",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64),
    "gzip": b"\x1f\x8b\x08\x00" + bytes(range(64)),
    "sqlite": b"SQLite format 3\x00" + bytes(84),
    "elf": b"\x7fELF\x02\x01\x01" + bytes(64),
    "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
    "json": b'{"id": "06PORTALDER999", "blocks": []}',
    "html-not-a-cable": b"<!DOCTYPE html><title>404</title><p>Not found</p>",
    "program": b"import os\n\n\ndef main():\n    print('1. x')\n",
    "escapes-only": b"\x1b[2J\x1b]0;owned\x07" * 100,
}
"""Contents of files that someone will point the reader at."""

NAMES: Mapping[str, str] = {
    "click-action": "[@click=app.quit]x[]].txt",
    "style-tag": "[bold red]x.txt",
    "escape": "\x1b[31mred.txt",
    "c1": "\x9b31mred.txt",
    "newline": "new\nline.txt",
    "carriage-return": "over\rwritten.txt",
    "tab": "a\tb.txt",
    "bidi": "\u202etxt.elbac",
    "zero-width": "a\u200bb.txt",
    "not-utf-8": "not\udcffutf8.txt",
    "wide": "外交電報外交電報外交電報.txt",
    "combining": "e\u0301\u0301\u0301.txt",
    "decomposed": "cafe\u0301.txt",
    "emoji": "🏴\u200d☠\ufe0f.txt",
    "option": "--help",
    "dash": "-",
    "spaces": "  leading and trailing .txt ",
    "quotes": "a'b\"c`d.txt",
    "shell": "$(id);&|.txt",
    "glob": "*?.txt",
    "format": "%s{0}{cable}.txt",
    "tilde": "~",
    "windows-device": "CON.txt",
    "dots": "....txt",
    "no-extension": "06PORTALDER999",
    "wrong-extension": "06PORTALDER999.png",
    "long": "n" * 251 + ".txt",
}
"""File names (no separators); not every file system takes all of them."""
