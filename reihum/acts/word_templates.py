"""The office's Word template: stored, and removed again."""

from reihum.acts.attachments import Upload
from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.formats.word.template import check_template
from reihum.records.models import Body, WordTemplate
from reihum.rules.attachment import check_size, clean_name
from reihum.rules.rights import Right, may
from reihum.rules.word_template import no_template
from reihum.rules.words import Refusal


@act
def store(by: By, *, file: Upload) -> str | Refusal:
    """Take a template, in the place of the one there is; return its name."""
    refusal = may(by.actor, Right.STORE_WORD_TEMPLATE, by.chair) or (
        check_size(len(file.content)) or check_template(file.content, file.name)
    )
    if refusal:
        return refusal
    body = Body.objects.get(slug=by.body)
    row, _ = WordTemplate.objects.update_or_create(
        body=body,
        defaults={
            "name": clean_name(file.name), "content": file.content, "at": by.now,
            "who": by.actor.account,
        },
    )  # fmt: skip
    note(by, "template.store", f"body:{body.pk}", {"name": row.name})
    return row.name


@act
def remove(by: By) -> str | Refusal:
    """Go back to the built-in template; return the name of the one that is gone."""
    if refusal := may(by.actor, Right.STORE_WORD_TEMPLATE, by.chair):
        return refusal
    row = WordTemplate.objects.filter(body__slug=by.body).first()
    if row is None:
        return no_template()
    row.delete()
    note(by, "template.remove", f"body:{row.body_id}", {"name": row.name})
    return row.name
