import json

import pytest
from hypothesis import given

from reihum.rules.text.paragraph import Mark, Paragraph, Part, from_data, to_data
from tests.rules.text.texts import motions

pytestmark = pytest.mark.unit


@given(motions())
def test_a_text_is_kept_as_plain_values_and_comes_back(motion):
    assert from_data(json.loads(json.dumps(to_data(motion)))) == motion


def test_what_is_usual_is_left_out():
    link = Mark(0, 2, "link", "https://example.org/")
    reason = Paragraph("b1", 0, "", "ja", (Mark(0, 2, "strong"), link), Part.RATIONALE)
    assert to_data([Paragraph("p1", 1, "1.", "ja"), reason]) == [
        {"id": "p1", "level": 1, "number": "1.", "text": "ja"},
        {
            "id": "b1", "level": 0, "number": "", "text": "ja", "part": "rationale",
            "marks": [[0, 2, "strong"], [0, 2, "link", "https://example.org/"]],
        },
    ]  # fmt: skip
    assert from_data(to_data([reason])) == (reason,)
