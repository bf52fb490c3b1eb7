"""Reading a cable: rendition, header, body, spans, in this order."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from . import header
from .body import read_body
from .model import Cable, Header
from .renditions import render
from .spans import partition

_UNKNOWN = "unknown"


class Heading(NamedTuple):
    """A cable's header by itself, for lists and catalogues: what `read_cable` gives, without its text."""

    id: str | None
    rendition: str
    header: Header
    page: dict[str, str]


_HEADING = partial(tuple.__new__, Heading)


def read_cable(text: str, name: str | None = None) -> Cable:
    """The cable in a text of any rendition.

    `name`, such as the name of the file without its ending, is a witness of the id where the text does not prove it.
    Never raises: what is no cable has no id, no blocks and one chrome span.
    """
    rendered = render(text)
    if rendered is None:
        return Cable(text, None, _UNKNOWN, Header(), (), partition(text, ()))
    head = header.read_header(rendered.telegram, rendered.page, name)
    body = read_body(rendered.telegram, head.body_start, head.post)
    return Cable(
        source=text,
        id=head.id,
        rendition=rendered.rendition,
        header=head.header,
        blocks=body.blocks,
        spans=partition(text, (*head.spans, *body.spans)),
        furniture=(*head.furniture, *body.furniture),
        repairs=(*head.repairs, *body.repairs),
        signer=body.signer,
        page=rendered.page,
    )


def read_heading(text: str, name: str | None = None) -> Heading:
    """The header of the cable in a text, by the same code as `read_cable`, which stops where the body begins."""
    rendered = render(text)
    if rendered is None:
        return Heading(None, _UNKNOWN, Header(), {})
    said = header.read_said(rendered.telegram.text, rendered.page, name)
    return _HEADING((said.id, rendered.rendition, said.header, rendered.page))
