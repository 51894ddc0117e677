"""What machines are told by the job search, as JSON; the form of it is documented."""

import msgspec
from django.http import HttpResponse

WRITER = msgspec.json.Encoder(order="deterministic")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no answer. `problem` is a code, `error` a sentence for people."""

    error: str
    problem: str = ""
    places: tuple[str, ...] = ()


def json_of(value: msgspec.Struct, status: int = 200) -> HttpResponse:
    body = WRITER.encode(value)
    return HttpResponse(body, status=status, content_type="application/json")


def json_error(sentence: str, status: int, problem: str = "format") -> HttpResponse:
    return json_of(Problem(error=sentence, problem=problem), status)
