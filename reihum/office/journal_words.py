"""What each kind of line in the journal means, for people."""

from collections.abc import Mapping

from reihum.rules.words import Text

WORDS: Mapping[str, Text] = {
    "account.create": Text("Konto angelegt", "Account created"),
    "account.set_password": Text("Kennwort gesetzt", "Password set"),
    "agenda.add_item": Text("Punkt aufgenommen", "Item added"),
    "agenda.add_section": Text("Abschnitt angelegt", "Section added"),
    "agenda.admit": Text("Verfristeten Punkt zugelassen", "Late item admitted"),
    "agenda.finish": Text("Punkt abgeschlossen", "Item concluded"),
    "agenda.join": Text("Punkte verbunden", "Items joined"),
    "agenda.place": Text(
        "Antrag auf die Tagesordnung gesetzt", "Motion placed on the agenda"
    ),
    "agenda.publish": Text("Tagesordnung veröffentlicht", "Agenda published"),
    "agenda.pull_from_block": Text("Aus dem Block genommen", "Pulled from the block"),
    "agenda.set_treatment": Text("Behandlung festgelegt", "Treatment set"),
    "amendment.carry": Text(
        "Änderungsantrag in die neue Fassung mitgenommen", "Amendment carried over"
    ),
    "amendment.discard": Text(
        "Entwurf einer Änderung verworfen", "Draft amendment discarded"
    ),
    "amendment.draft": Text("Änderung entworfen", "Amendment drafted"),
    "amendment.end_support": Text(
        "Unterstützung einer Änderung beendet", "Support of an amendment ended"
    ),
    "amendment.revise": Text(
        "Entwurf einer Änderung geändert", "Draft amendment revised"
    ),
    "amendment.settle_stale": Text(
        "Nicht mitgenommene Änderung erledigt", "Amendment not carried over settled"
    ),
    "amendment.submit": Text("Änderungsantrag eingereicht", "Amendment submitted"),
    "amendment.support": Text("Änderungsantrag unterstützt", "Amendment supported"),
    "amendment.withdraw": Text("Änderungsantrag zurückgezogen", "Amendment withdrawn"),
    "ballot.break_off": Text("Abstimmung abgebrochen", "Ballot broken off"),
    "ballot.cast": Text("Stimme abgegeben", "Vote cast"),
    "ballot.close": Text("Abstimmung geschlossen", "Ballot closed"),
    "ballot.open": Text("Abstimmung eröffnet", "Ballot opened"),
    "ballot.record": Text("Stimmen aufgenommen", "Votes recorded"),
    "conference.call": Text("Antragsaufruf versandt", "Call for motions sent"),
    "conference.cancel": Text("Konferenz abgesagt", "Conference cancelled"),
    "conference.plan": Text("Konferenz geplant", "Conference planned"),
    "conference.plan_other": Text("Treffen geplant", "Meeting planned"),
    "demo.mark": Text("Als Vorführung gekennzeichnet", "Marked as a demonstration"),
    "history.load": Text("Geschichte geladen", "History loaded"),
    "item.declare": Text("Erklärung zu Protokoll", "Statement for the record"),
    "mandate.close": Text("Auftrag abgeschlossen", "Mandate closed"),
    "mandate.note": Text("Auftrag vermerkt", "Mandate noted"),
    "mandate.report": Text("Zum Auftrag berichtet", "Mandate reported on"),
    "minutes.fix": Text("Niederschrift festgestellt", "Minutes fixed"),
    "minutes.keep": Text("Niederschrift bearbeitet", "Minutes edited"),
    "minutes.remark": Text("Hinweis zur Niederschrift", "Remark for the minutes"),
    "motion.annex_add": Text("Anlage hinzugefügt", "Annex added"),
    "motion.annex_remove": Text("Anlage entfernt", "Annex removed"),
    "motion.check_bundesrat": Text("Bundesrat geprüft", "Bundesrat checked"),
    "motion.cosponsor": Text("Mitantrag", "Co-sponsored"),
    "motion.confidential": Text("Antrag vertraulich", "Motion made confidential"),
    "motion.defer": Text("Antrag vertagt", "Motion deferred"),
    "motion.discard": Text("Entwurf verworfen", "Draft discarded"),
    "motion.draft": Text("Entwurf angelegt", "Draft begun"),
    "motion.draft_annex_add": Text(
        "Anlage zum Entwurf hinzugefügt", "Annex added to the draft"
    ),
    "motion.draft_annex_remove": Text(
        "Anlage des Entwurfs entfernt", "Annex of the draft removed"
    ),
    "motion.drop": Text("Antrag entfallen", "Motion dropped"),
    "motion.end_cosponsorship": Text("Mitantrag beendet", "Co-sponsorship ended"),
    "motion.import": Text("Antrag übernommen", "Motion imported"),
    "motion.lift_confidential": Text(
        "Vertraulichkeit aufgehoben", "No longer confidential"
    ),
    "motion.merge": Text(
        "Mit einem anderen Antrag zusammengeführt", "Merged into another motion"
    ),
    "motion.refuse_admission": Text("Antrag nicht zugelassen", "Motion not admitted"),
    "motion.keep_source": Text("Word-Datei aufbewahrt", "Word file kept"),
    "motion.revise": Text("Entwurf geändert", "Draft revised"),
    "motion.split": Text("Antrag geteilt", "Motion split"),
    "motion.split_off": Text(
        "Aus einem anderen Antrag herausgelöst", "Split off from another motion"
    ),
    "motion.submit": Text("Antrag eingereicht", "Motion submitted"),
    "motion.take_in": Text("Anderen Antrag aufgenommen", "Took in another motion"),
    "motion.withdraw": Text("Antrag zurückgezogen", "Motion withdrawn"),
    "resolution.ask_release": Text("Um Freigabe gebeten", "Release asked for"),
    "resolution.end_objection": Text("Widerspruch beendet", "Objection ended"),
    "resolution.object": Text("Freigabe widersprochen", "Objected to release"),
    "resolution.publish": Text("Beschluss veröffentlicht", "Resolution published"),
    "rulebook.store": Text("Regelwerk gespeichert", "Rulebook stored"),
    "synopsis.compromise": Text("Kompromiss formuliert", "Compromise worded"),
    "synopsis.consent": Text("Zum Kompromiss geantwortet", "Compromise answered"),
    "synopsis.decide": Text("Über Wünsche entschieden", "Wishes decided on"),
    "synopsis.end_compromise": Text("Kompromiss beendet", "Compromise ended"),
    "synopsis.take_over": Text(
        "Synopse als neue Fassung übernommen", "Synopsis taken over as a new version"
    ),
    "template.remove": Text("Word-Vorlage entfernt", "Word template removed"),
    "template.store": Text("Word-Vorlage gespeichert", "Word template stored"),
    "term.store": Text("Vorsitz eingetragen", "Chair term stored"),
    "vacancy.change": Text("Stellenanzeige geändert", "Vacancy changed"),
    "vacancy.discard": Text(
        "Entwurf einer Stellenanzeige verworfen", "Draft vacancy discarded"
    ),
    "vacancy.draft": Text("Stellenanzeige entworfen", "Vacancy drafted"),
    "vacancy.publish": Text("Stellenanzeige veröffentlicht", "Vacancy published"),
    "vacancy.revise": Text(
        "Entwurf einer Stellenanzeige geändert", "Draft vacancy revised"
    ),
    "vacancy.withdraw": Text("Stellenanzeige zurückgezogen", "Vacancy withdrawn"),
}
