package org.talks.catalogue.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talks.catalogue.asof.AsOf;
import org.talks.catalogue.asof.CatalogueZone;
import org.talks.catalogue.asof.Moments;
import org.talks.catalogue.asof.Past;
import org.talks.catalogue.asof.Pasts;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PastMoment;
import org.talks.catalogue.web.ProblemPage;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// What pages of the past have in common.
@Component
public final class LookingBack {

    private final Moments moments;
    private final Pasts pasts;
    private final CatalogueZone zone;

    LookingBack(Moments moments, Pasts pasts, CatalogueZone zone) {
        this.moments = moments;
        this.pasts = pasts;
        this.zone = zone;
    }

    /// The moment asked for, what was then, and how the page says so.
    public record Then(AsOf at, Past past, PastMoment moment) {

        public Said said() {
            return new Said(at.position(), at.asked(), at.recorded());
        }
    }

    /// @throws Refused.Malformed when nobody can tell which moment is meant
    public Then at(String asked, Visit visit) {
        return at(asked, visit.mayEdit());
    }

    /// The answer where the moment lies before the thing was recorded.
    ///
    /// @param kind in lower case: `talk`
    /// @param path where the thing is now
    /// @throws Refused.NotFound when there is no such thing now either
    public ResponseEntity<Fragment> notYet(Then then, String kind, String stream, String path, Visit visit) {
        var first = then.past()
                .first(stream)
                .orElseThrow(() -> new Refused.NotFound("There is no " + kind + " at " + path + "."));
        var begun = first.position() <= then.at().position();
        var detail = new ArrayList<String>();
        detail.add(
                begun
                        ? Wording.text(
                                "pages.the-catalogue-did-not-show-this",
                                Wording.word(kind),
                                then.moment().words())
                        : Wording.text(
                                "pages.the-catalogue-had-no-such",
                                Wording.word(kind),
                                then.moment().words()));
        detail.add(Wording.text("pages.it-was-first-recorded-on", zone.moment(first.time())));
        detail.add(moments.since());
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(new ProblemPage(
                        visit,
                        HttpStatus.NOT_FOUND.value(),
                        Wording.text(
                                begun ? "pages.was-not-shown-then" : "pages.was-not-there-yet", Wording.word(kind)),
                        String.join(" ", detail),
                        List.of(
                                new Ref(path, Wording.text("parts.see-it-as-it-is-now")),
                                new Ref(
                                        path + "?asOf=" + first.position(),
                                        Wording.text("pages.see-it-as-it-was-first")))));
    }

    /// The same for the API.
    public Refused.NotFound notYet(Then then, String kind, String stream) {
        return then.past()
                .first(stream)
                .map(first -> new Refused.NotFound("The catalogue did not show this " + kind + " "
                        + then.moment().words() + ". It was first recorded on " + zone.moment(first.time())
                        + ", at position " + first.position() + "."))
                .orElseGet(() -> new Refused.NotFound("There is no such " + kind + "."));
    }

    /// Says in an answer of the API which moment it is of.
    ///
    /// @param position the last position of the log that counts
    /// @param recorded when that was recorded; null before the first event
    public record Said(
            long position, String asked, @Nullable Instant recorded) {}

    /// @param editor whether the reader may edit
    public Then at(String asked, boolean editor) {
        var at = moments.at("asOf", asked);
        return new Then(at, pasts.at(at.position(), editor), new PastMoment(at.words(), at.asked()));
    }
}
