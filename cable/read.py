"""Reading a cable: rendition, header, body, spans, in this order."""

from __future__ import annotations

from .body import read_body
from .header import read_header
from .mapped import Mapped
from .model import Cable, Header
from .spans import partition


def read_cable(text: str) -> Cable:
    """The cable in a text of any rendition. Never raises; what is no cable has no id, no blocks and one chrome span."""
    telegram = Mapped.of(text)
    head = read_header(telegram, {})
    if not head.id:
        return Cable(text, None, "unknown", Header(), (), partition(text, ()))
    body = read_body(telegram, head.body_start, head.post)
    return Cable(
        source=text,
        id=head.id,
        rendition="telegram",
        header=head.header,
        blocks=body.blocks,
        spans=partition(text, (*head.spans, *body.spans)),
        furniture=(*head.furniture, *body.furniture),
        repairs=(*head.repairs, *body.repairs),
        signer=body.signer,
    )
