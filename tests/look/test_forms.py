import pytest
from django import forms

from reihum.look.sheet import SampleForm

pytestmark = pytest.mark.unit

ALL = "{% error_summary form %}{% for bound in form %}{% field bound %}{% endfor %}"


def test_every_field_has_a_label(show):
    page = show(ALL, form=SampleForm())
    labelled = {label["for"] for label in page.all("label")}
    for tag in ("input", "select", "textarea"):
        for control in page.all(tag):
            assert control["id"] in labelled


def test_hint_and_error_are_joined_to_their_field(show):
    page = show(ALL, form=SampleForm({"title": ""}))
    ids = {element["id"] for element in page.elements}
    title = next(field for field in page.all("input") if field["name"] == "title")
    assert title["aria-describedby"] == "id_title_helptext id_title_error"
    assert title["aria-invalid"] == "true"
    for element in page.elements:
        assert set((element["aria-describedby"] or "").split()) <= ids


def test_each_mistake_leads_to_its_field(show):
    page = show(ALL, form=SampleForm({"title": "x", "deadline": "2027-02-31"}))
    ids = {element["id"] for element in page.elements}
    links = page.all("a")
    assert next(link["href"] for link in links) == "#id_deadline"
    assert {link["href"].removeprefix("#") for link in links} <= ids
    assert links[0].words == "Frist für Mitanträge: Diesen Tag gibt es nicht."
    assert links[-1].words.endswith("anhängig? Bitte Ja oder Nein wählen.")
    assert page.one("div", "r-errors")["role"] == "alert"


def test_one_mistake_is_counted_as_one(show):
    good = {"title": "x", "deadline": "2027-02-01", "land": "RP"}
    assert show(ALL, form=SampleForm(good)).one("h2").words == (
        "Eine Angabe stimmt noch nicht"
    )


def test_a_form_without_mistakes_has_no_summary(show):
    assert not show(ALL, form=SampleForm()).all("div", "r-errors")


def test_a_mistake_of_the_whole_form_stands_without_a_link(show):
    form = SampleForm({})
    form.add_error(None, "Die Abstimmung ist geschlossen.")
    page = show("{% error_summary form %}", form=form)
    assert page.all("li")[0].words == "Die Abstimmung ist geschlossen."
    assert "a" not in [e.tag for e in page.elements if e.words.startswith("Die Abst")]


def test_radio_buttons_are_one_group_with_one_legend(show):
    page = show("{% field form.bundesrat %}", form=SampleForm({}))
    assert page.one("legend").words == "Ist die Sache beim Bundesrat anhängig?"
    assert [radio["value"] for radio in page.all("input")] == ["ja", "nein"]
    assert page.one("fieldset")["aria-describedby"] == "id_bundesrat_error"


def test_what_may_stay_empty_says_so(show):
    page = show("{% field form.text %}{% field form.title %}", form=SampleForm())
    assert page.all("label")[0].words == "Begründung – freiwillig"
    assert page.all("label")[1].words == "Titel des Antrags"


def test_a_day_is_asked_for_with_the_browser_s_own_field(show):
    form = SampleForm(initial={"deadline": "2027-02-05"})
    day = show("{% field form.deadline %}", form=form).one("input")
    assert (day["type"], day["value"]) == ("date", "2027-02-05")


def test_what_was_entered_is_escaped(show):
    page = show(ALL, form=SampleForm({"title": '"><script>x</script>'}))
    assert not page.all("script")


def test_a_hidden_field_has_no_label(show):
    class Hidden(forms.Form):
        key = forms.CharField(widget=forms.HiddenInput)

    page = show("{% field form.key %}", form=Hidden())
    assert [element.tag for element in page.elements] == ["input"]


def test_several_boxes_are_one_group(show):
    class Several(forms.Form):
        lands = forms.MultipleChoiceField(
            choices=[("BY", "Bayern"), ("HE", "Hessen")],
            widget=forms.CheckboxSelectMultiple,
        )

    page = show("{% field form.lands %}", form=Several())
    assert [label.words for label in page.all("label")] == ["Bayern", "Hessen"]
    assert page.one("fieldset")["class"] == "kern-fieldset"
