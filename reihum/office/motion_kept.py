"""The Word file that a motion came from: taken along in the form, kept with it."""

from base64 import b64decode
from binascii import Error

from django.http import HttpRequest

from reihum.acts.attachments import Upload, keep_source
from reihum.acts.door import By
from reihum.formats.word.read import MotionFile, read_motion


def keep_word(request: HttpRequest, by: By, motion: int) -> None:
    """Keep the file that a motion came from, and its annexes, now that it is saved."""
    carried = request.POST.get("word", "")
    if not carried:
        return
    try:
        content = b64decode(carried, validate=True)
    except Error:
        return
    name = request.POST.get("word_name", "")
    read = read_motion(content, name)
    if isinstance(read, MotionFile):
        annexes = [(one.title, one.data) for one in read.attachments if not one.whole]
        keep_source(by, motion=motion, file=Upload(name, content), annexes=annexes)
