package org.talks.catalogue.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.events.ConferenceDetails;
import org.talks.events.RichText;

/// The difference between a conference as a source delivers it and as the catalogue has it. A pure function.
final class ConferencePlan {

    /// @param details what the conference should become; equal to the current ones when nothing changes
    /// @param offered the details with everything that the source says; equal to the others when nobody
    ///     else changed
    ///     what it changed
    record Planned(ConferenceDetails details, ConferenceDetails offered) {}

    private ConferencePlan() {}

    static ConferenceDetails details(ConferenceDraft draft, @Nullable String seriesId) {
        return new ConferenceDetails(
                draft.name(),
                seriesId,
                draft.startDate(),
                draft.endDate(),
                draft.city(),
                draft.country(),
                draft.zone(),
                draft.website(),
                draft.languages(),
                draft.description());
    }

    /// @param base the details as this source alone would have them
    static Planned update(ConferenceDetails delivered, @Nullable ConferenceDetails base, ConferenceDetails current) {
        var edit = new Edit(current);
        var offer = new Edit(current);
        merge(delivered, base, current, edit, false);
        merge(delivered, base, current, offer, true);
        return new Planned(edit.details(), offer.details());
    }

    private static void merge(
            ConferenceDetails delivered,
            @Nullable ConferenceDetails base,
            ConferenceDetails current,
            Edit edit,
            boolean whole) {
        field(delivered.name(), base == null ? null : base.name(), current.name(), v -> edit.name = v, whole);
        field(
                delivered.seriesId(),
                base == null ? null : base.seriesId(),
                current.seriesId(),
                v -> edit.seriesId = v,
                whole);
        field(
                delivered.startDate(),
                base == null ? null : base.startDate(),
                current.startDate(),
                v -> edit.startDate = v,
                whole);
        field(
                delivered.endDate(),
                base == null ? null : base.endDate(),
                current.endDate(),
                v -> edit.endDate = v,
                whole);
        field(delivered.city(), base == null ? null : base.city(), current.city(), v -> edit.city = v, whole);
        field(
                delivered.country(),
                base == null ? null : base.country(),
                current.country(),
                v -> edit.country = v,
                whole);
        field(delivered.zone(), base == null ? null : base.zone(), current.zone(), v -> edit.zone = v, whole);
        field(
                delivered.website(),
                base == null ? null : base.website(),
                current.website(),
                v -> edit.website = v,
                whole);
        field(
                said(delivered.languages()),
                base == null ? null : said(base.languages()),
                said(current.languages()),
                v -> edit.languages = v,
                whole);
        field(
                said(delivered.description()),
                base == null ? null : said(base.description()),
                said(current.description()),
                v -> edit.description = v,
                whole);
    }

    private static <T> void field(
            @Nullable T delivered, @Nullable T base, @Nullable T current, Consumer<T> set, boolean whole) {
        Merging.field(delivered, base, current, set, whole ? set : v -> {});
    }

    private static @Nullable RichText said(RichText text) {
        return text.isBlank() ? null : text;
    }

    private static <T> @Nullable List<T> said(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static final class Edit {
        String name;

        @Nullable
        String seriesId;

        @Nullable
        LocalDate startDate;

        @Nullable
        LocalDate endDate;

        @Nullable
        String city;

        @Nullable
        String country;

        @Nullable
        String zone;

        @Nullable
        String website;

        List<String> languages;
        RichText description;

        Edit(ConferenceDetails details) {
            name = details.name();
            seriesId = details.seriesId();
            startDate = details.startDate();
            endDate = details.endDate();
            city = details.city();
            country = details.country();
            zone = details.zone();
            website = details.website();
            languages = details.languages();
            description = details.description();
        }

        ConferenceDetails details() {
            return new ConferenceDetails(
                    name, seriesId, startDate, endDate, city, country, zone, website, languages, description);
        }
    }
}
