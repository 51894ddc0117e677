import pytest

from reihum.rules.word_template import no_template
from reihum.rules.words import Why

pytestmark = pytest.mark.unit


def test_where_there_is_no_template_none_can_be_taken_away():
    assert no_template().why is Why.CONFLICT
