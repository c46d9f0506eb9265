package org.talks.catalogue.conference.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.StreamKind;
import org.talks.catalogue.pages.EditedKind;
import org.talks.catalogue.pages.Part;
import org.talks.catalogue.pages.Typed;
import org.talks.catalogue.series.SeriesCommand;
import org.talks.catalogue.series.SeriesCommand.CorrectSeriesDetails;
import org.talks.catalogue.series.SeriesCommand.RegisterSeries;
import org.talks.catalogue.series.SeriesCommand.RemoveSeries;
import org.talks.catalogue.series.SeriesCommand.RestoreSeries;
import org.talks.catalogue.series.SeriesContent;
import org.talks.catalogue.series.SeriesId;
import org.talks.catalogue.web.Edits;
import org.talks.catalogue.web.Paths;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.events.SeriesEvent;

/// Every part of a series that can be edited, with its form and its commands.
@Component
final class SeriesEditing implements EditedKind<SeriesContent> {

    private static final int NAME = 500;

    private final StreamKind<SeriesCommand, SeriesEvent, SeriesContent> kind;

    SeriesEditing(StreamKind<SeriesCommand, SeriesEvent, SeriesContent> kind) {
        this.kind = kind;
    }

    @Override
    public StreamKind<SeriesCommand, SeriesEvent, SeriesContent> kind() {
        return kind;
    }

    @Override
    public String collection() {
        return "/series/";
    }

    @Override
    public Ref ref(SeriesContent series) {
        return new Ref(Paths.series(series.seriesId(), series.name()), series.name());
    }

    @Override
    public List<Ref> parts(SeriesContent series) {
        return List.of(new Ref(collection() + series.seriesId() + "/edit/details", Wording.text("conference.details")));
    }

    Edits edits(SeriesContent series) {
        var path = collection() + series.seriesId() + "/edit/";
        return new Edits(
                parts(series),
                List.of(
                        series.removed()
                                ? new Ref(path + "restore", Wording.text("conference.restore"))
                                : new Ref(path + "remove", Wording.text("conference.remove"))));
    }

    @Override
    public Blank blank(String key, Typed asked) {
        return new Blank(
                Wording.text("conference.register-a-series"),
                new Ref("/conferences", Wording.text("nav.conferences")),
                new Form(
                        "/series/new",
                        Wording.text("conference.register-series"),
                        "/conferences",
                        null,
                        key,
                        fields("", null),
                        null,
                        false));
    }

    @Override
    public List<CatalogueCommand> added(String id, Typed typed) {
        return List.of(new RegisterSeries(new SeriesId(id), typed.text("name"), typed.orNull("website"), null));
    }

    @Override
    public String title(Part part) {
        return switch (part.name()) {
            case "details" -> Wording.text("conference.details-of-a-series");
            case "remove" -> Wording.text("conference.remove-a-series");
            case "restore" -> Wording.text("conference.restore-a-series");
            default -> throw unknown(part);
        };
    }

    @Override
    public Form form(Part part, SeriesContent series, Editing editing) {
        return switch (part.name()) {
            case "details" ->
                editing.form(
                        "details",
                        Wording.text("conference.correct-details"),
                        fields(series.name(), series.website()).toArray(Field[]::new));
            case "remove" ->
                editing.reason(
                        "remove",
                        Wording.text("conference.remove-series"),
                        Wording.text("conference.kept-in-the-history-its-conferences"));
            case "restore" -> editing.form("restore", Wording.text("conference.restore-series"));
            default -> throw unknown(part);
        };
    }

    @Override
    public @Nullable Listing items(Part part, SeriesContent series, Editing editing) {
        return null;
    }

    @Override
    public List<CatalogueCommand> commands(Part part, SeriesContent series, Typed typed) {
        var id = new SeriesId(series.seriesId());
        return switch (part.name()) {
            case "details" -> List.of(new CorrectSeriesDetails(id, typed.text("name"), typed.orNull("website")));
            case "remove" -> List.of(new RemoveSeries(id, typed.orNull("reason")));
            case "restore" -> List.of(new RestoreSeries(id));
            default -> throw unknown(part);
        };
    }

    private static List<Field> fields(String name, @Nullable String website) {
        return List.of(
                Field.text("name", Wording.text("account.name"), name, NAME).asRequired(),
                Field.typed("url", "website", Wording.text("conference.website"), website));
    }
}
