package org.talks.catalogue.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.events.ConferenceDetails;

/// The difference between a conference as a source delivers it and as the catalogue has it. A pure function.
final class ConferencePlan {

    /// @param details what the conference should become; equal to the current ones when nothing changes
    /// @param kept a person's change was left as it is
    record Planned(ConferenceDetails details, boolean kept) {}

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
        var merging = new Merging();
        merging.field(delivered.name(), base == null ? null : base.name(), current.name(), v -> edit.name = v);
        merging.field(
                delivered.seriesId(),
                base == null ? null : base.seriesId(),
                current.seriesId(),
                v -> edit.seriesId = v);
        merging.field(
                delivered.startDate(),
                base == null ? null : base.startDate(),
                current.startDate(),
                v -> edit.startDate = v);
        merging.field(
                delivered.endDate(), base == null ? null : base.endDate(), current.endDate(), v -> edit.endDate = v);
        merging.field(delivered.city(), base == null ? null : base.city(), current.city(), v -> edit.city = v);
        merging.field(
                delivered.country(), base == null ? null : base.country(), current.country(), v -> edit.country = v);
        merging.field(delivered.zone(), base == null ? null : base.zone(), current.zone(), v -> edit.zone = v);
        merging.field(
                delivered.website(), base == null ? null : base.website(), current.website(), v -> edit.website = v);
        merging.field(
                said(delivered.languages()),
                base == null ? null : said(base.languages()),
                said(current.languages()),
                v -> edit.languages = v);
        merging.field(
                delivered.description().isBlank() ? null : delivered.description(),
                base == null || base.description().isBlank() ? null : base.description(),
                current.description().isBlank() ? null : current.description(),
                v -> edit.description = v);
        return new Planned(edit.details(), merging.kept());
    }

    private static <T> @Nullable List<T> said(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static final class Edit {
        String name;

        @Nullable
        String seriesId;

        java.time.@Nullable LocalDate startDate;
        java.time.@Nullable LocalDate endDate;

        @Nullable
        String city;

        @Nullable
        String country;

        @Nullable
        String zone;

        @Nullable
        String website;

        List<String> languages;
        org.talks.events.RichText description;

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
