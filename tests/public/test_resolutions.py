import pytest

from reihum.records.models import Item, Mandate, Report, Resolution
from tests.public.conftest import UNRELEASED

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_resolution_shows_its_wording_with_the_numbers_as_typed(resolved, page):
    resolved()
    shown = page("/intmk/beschluesse/2026-u1/")
    assert f"Sie lehnt {UNRELEASED} ab." in shown
    assert 'id="z3"' in shown
    assert 'id="z2"' not in shown


def test_a_vote_says_its_result_its_reason_and_who_voted_how(resolved, page):
    resolved()
    shown = page("/intmk/beschluesse/2026-u1/")
    assert "Angenommen mit 13 von 16 Stimmen" in shown
    assert "11 von 16 nötig" in shown
    assert 'aria-label="13 Ja, 1 Nein, 2 Enthaltungen; nötig: 11 Ja"' in shown
    assert 'r-tile r--no" data-land="SN"' in shown
    assert 'href="#erklaerung-SN"' in shown
    assert "Der Freistaat trägt Ziffer 3 nicht mit." in shown


def test_an_assumed_threshold_is_called_an_assumption(resolved, page):
    resolved()
    shown = page("/intmk/beschluesse/2026-u1/")
    assert '<span class="r-tag r-tag--assumed">Annahme</span> Die nötige' in shown
    assert "Annahme: " not in shown


def test_what_became_of_it_ends_with_what_is_due(intmk, resolved, page):
    Mandate.objects.create(
        body=intmk, resolution=resolved(), subject="Bericht zu Ziffer 3",
        addressee="Rheinland-Pfalz", due="2027-02-10",
    )  # fmt: skip
    shown = page("/intmk/beschluesse/2026-u1/")
    chain = shown.partition('id="folgen"')[2]
    assert chain.index("Beschlossen im Umlaufverfahren") < chain.index("is-due")
    assert "Bericht zu Ziffer 3 · Auftrag an Rheinland-Pfalz" in chain


def test_it_can_be_cited_by_an_address_that_stays(resolved, page):
    resolved()
    cited = "http://testserver/intmk/beschluesse/2026-u1/"
    assert cited in page("/intmk/beschluesse/2026-u1/")
    assert cited in page("/en/intmk/beschluesse/2026-u1/")


def test_an_old_item_of_which_only_the_title_is_known_says_so(held, printed, page):
    printed(held(13, "2018-03-15", "2018-03-16"), "2.4", "Öffnung der Beratung")
    shown = page("/intmk/beschluesse/13-2.4/")
    assert "TOP 2.4 der 13. Konferenz, 15. und 16. März 2018" in shown
    assert "Der Wortlaut liegt hier nicht vor" in shown
    assert "Ergebnis: keine Quelle" in shown
    assert "r-map" not in shown


@pytest.fixture
def reported(intmk, held):
    """Make an old resolution with what is reported of its vote."""

    def make(**report: object) -> None:
        row = Resolution.objects.create(
            body=intmk, key="12-einwanderungsgesetz", title="Einwanderungsgesetz",
            conference=held(12, "2017-03-16", "2017-03-17", chair="BW"),
            adopted_on="2017-03", published_at="2026-01-01T00:00Z",
            released=["resolution"],
        )  # fmt: skip
        Report.objects.create(resolution=row, **report)

    return make


OLD = "/intmk/beschluesse/12-einwanderungsgesetz/"


def test_named_dissent_and_numbers_give_a_map_that_is_marked_as_inferred(
    reported, page
):
    reported(yes=13, no=["BY"], abstain=["HE", "SL"])
    shown = page(OLD)
    assert "Angenommen mit 13 von 16" in shown
    assert 'r-tile r--no" data-land="BY"' in shown
    assert 'r-tile r--yes" data-land="NW"' in shown
    assert ">abgeleitet</span> Berichtet sind die Zahlen" in shown
    assert "nötig" not in shown


def test_a_majority_in_words_gives_no_map(reported, page):
    reported(words="Zwei-Drittel-Mehrheit der Länder", words_en="two thirds")
    shown = page(OLD)
    assert "Zwei-Drittel-Mehrheit der Länder" in shown
    assert "r-map" not in shown


def test_a_missing_consent_is_not_made_a_no(reported, page):
    reported(no_consent=["BY"], statement="Eine Seite.", statement_en="One page.")
    shown = page(OLD)
    assert "Ohne Zustimmung von Bayern, mit Erklärung" in shown
    assert "Wie dort gestimmt wurde, ist nicht bekannt." in shown
    assert "Eine Seite." in shown
    assert "r-map" not in shown


def test_an_unknown_id_is_answered_in_a_sentence(intmk, page):
    shown = page("/intmk/beschluesse/99-9/", 404)
    assert (
        "Unter der Kennung „99-9“ ist kein Beschluss der IntMK veröffentlicht." in shown
    )


def test_the_register_keeps_what_was_asked(resolved, page):
    resolved()
    shown = page("/intmk/beschluesse/?q=Sprachmittlung&jahr=2026&konferenz=22")
    assert 'value="Sprachmittlung"' in shown
    assert '<option value="2026" selected>' in shown
    assert "1 Beschluss" in shown
    assert "angenommen mit 13 von 16" in shown


def test_a_search_without_result_says_what_to_do(resolved, page):
    resolved()
    shown = page("/intmk/beschluesse/?q=Fischerei&jahr=x&seite=-3")
    assert "Dazu gibt es hier keinen Beschluss" in shown


def test_markup_in_what_was_asked_stays_text(resolved, page):
    resolved()
    assert "<i>x" not in page('/intmk/beschluesse/?q="><i>x')


def test_a_resolution_asks_a_fixed_number_of_questions(
    resolved, client, django_assert_max_num_queries
):
    for number in range(1, 6):
        resolved(f"2026-u{number}")
    with django_assert_max_num_queries(11):
        client.get("/intmk/beschluesse/2026-u3/")
    with django_assert_max_num_queries(8):
        client.get("/intmk/beschluesse/")


def test_what_was_only_dealt_with_is_not_called_adopted(held, printed, page):
    printed(held(13, "2018-03-15"), "2.4", "Migrationsberatung")
    shown = page("/intmk/beschluesse/13-2.4/")
    assert "Behandelt: 13." in shown
    assert "Beschlossen" not in shown


def test_a_report_that_was_noted_says_so(held, printed, page):
    row = printed(held(16, "2021-04-29"), "A3", "6. Bericht")
    Item.objects.filter(pk=row.item_id).update(stage="noted")
    assert "Zur Kenntnis genommen" in page("/intmk/beschluesse/16-A3/")
    assert "zur Kenntnis genommen" in page("/intmk/beschluesse/")


def test_marks_inside_a_cited_title_are_single(held, printed, page):
    printed(held(7, "2012-03-21"), "2.1", "Ausschuss für „Integration“")
    assert "„Ausschuss für ‚Integration‘“" in page("/intmk/beschluesse/7-2.1/")
    assert "“Ausschuss für ‘Integration’”" in page("/en/intmk/beschluesse/7-2.1/")


def test_printed_minutes_with_a_result_say_what_is_released(held, printed, page):
    row = printed(held(7, "2012-03-21"), "2.1", "Ausschuss")
    assert "Freigegeben" not in page("/intmk/beschluesse/7-2.1/")
    Report.objects.create(resolution=row, words="einstimmig", words_en="unanimous")
    shown = page("/intmk/beschluesse/7-2.1/").split("Freigegeben")[1]
    assert "Beschluss" in shown.partition("</dd>")[0]
