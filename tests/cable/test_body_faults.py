"""What is amiss with a body as a whole: it breaks off, it is printed twice, its lines are spaced doubly."""

from __future__ import annotations

import pytest

from .body_tools import body, seen

FOG = "The fog came in before the pilots did, and nobody in the harbor office could say where the harbor was."
WRAPPED = (
    "the fog came in before the pilots did, and nobody in the\nharbor office could say where the harbor was, nor why\n"
    "it had been built of stone that lets the water through"
)


def faults(text: str) -> list[tuple[str, str]]:
    return [(repair.kind, repair.found) for repair in body(text).repairs if repair.kind in ("truncated", "repeated")]


@pytest.mark.parametrize(
    ("end", "word"),
    [("and not one of them wanted to go ho", "ho"), ("and then the lamp, the first of many, was lit by...", "by...")],
)
def test_a_body_that_breaks_off(end: str, word: str) -> None:
    text = f"1. {FOG}\n\n2. {FOG} They came back in the morning, {end}"
    assert faults(text) == [("truncated", word)]
    start, stop = body(text).repairs[-1].span
    assert text[start:stop] == word


@pytest.mark.parametrize("end", ["", "\n\nASHWORTH", " END COMMENT", "\n\nBegin text", "\nBT\n#0412\n\nNNNN"])
def test_a_body_that_ends(end: str) -> None:
    assert not faults(f"1. {FOG}\n\n2. {FOG}{end}")


def test_a_body_that_is_printed_twice() -> None:
    once = f"1. {FOG}\n\n2. {FOG[:-1]}, or the rock.\n\n"
    assert faults(once * 2) == [("repeated", FOG[:80])]
    assert not faults(once + once.replace("1.", "3.").replace("2.", "4."))


def test_double_spacing_parts_nothing() -> None:
    paragraphs = [f"{number}. (U) {WRAPPED} ({number})." for number in range(1, 6)]
    single = "\n\n".join(["THE FOG\n-------", *paragraphs, "ASHWORTH"])
    doubled = single.replace("\n", "\n \n")
    assert seen(doubled) == seen(single)
    assert [number for _, number, _ in seen(doubled) if number] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("end", "signer"),
    [
        (f"{FOG} #ASHWORTH", "ASHWORTH"),
        (f"{FOG[:-1]}: www.example.invalid/fog.asp?ID=258&Menu=1 ASHWORTH", "ASHWORTH"),
        (f"{FOG[:-1]}: www.example.invalid/fog for the list of LIGHTS", None),
        (f"{FOG} Ashworth", "Ashworth"),
        (f"{FOG} ASHWORTH 0 11/26/2007", "ASHWORTH"),
        (f"{FOG}\n\n#ASHWORTH", "ASHWORTH"),
    ],
)
def test_a_signer_on_the_last_line_of_text(end: str, signer: str | None) -> None:
    assert body(f"1. {FOG}\n\n2. {end}").signer == signer
