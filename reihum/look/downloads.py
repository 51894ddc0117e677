"""Files that we give away: under their own names, and never shown in the page."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """Return a file to be saved; the browser neither shows nor guesses what it is."""
    answer = HttpResponse(content, media_type)
    header = content_disposition_header(as_attachment=True, filename=name)
    answer["Content-Disposition"] = header or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
