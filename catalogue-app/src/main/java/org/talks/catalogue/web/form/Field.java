package org.talks.catalogue.web.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Wording;

/// One thing to fill in. The name is that of the command's field, so that a refusal finds it: `title`,
/// `speakers[1].role`.
public sealed interface Field {

    /// The same with the error that the map has for its name.
    Field withErrors(Map<String, String> errors);

    /// Whether it, or a field in it, has an error.
    boolean hasError();

    /// Its name, or those of the fields in it.
    default Stream<String> names() {
        return switch (this) {
            case Text text -> Stream.of(text.name());
            case Area area -> Stream.of(area.name());
            case Choice choice -> Stream.of(choice.name());
            case Check check -> Stream.of(check.name());
            case Hidden hidden -> Stream.of(hidden.name());
            case Row row -> row.fields().stream().flatMap(Field::names);
        };
    }

    /// One line.
    ///
    /// @param type of the input: `text`, `url`, `date`, `time`, `number`, `email`
    /// @param suggestions proposed while typing, at most a hundred or so; empty for none
    record Text(
            String name,
            String label,
            String value,
            String type,
            boolean required,
            int maxLength,
            @Nullable String hint,
            @Nullable String error,
            List<String> suggestions)
            implements Field {

        public Text asRequired() {
            return new Text(name, label, value, type, true, maxLength, hint, error, suggestions);
        }

        public Text hint(String text) {
            return new Text(name, label, value, type, required, maxLength, text, error, suggestions);
        }

        public Text suggesting(List<String> values) {
            return new Text(name, label, value, type, required, maxLength, hint, error, List.copyOf(values));
        }

        @Override
        public Field withErrors(Map<String, String> errors) {
            return new Text(
                    name, label, value, type, required, maxLength, hint, errors.getOrDefault(name, error), suggestions);
        }

        @Override
        public boolean hasError() {
            return error != null;
        }
    }

    /// Several lines. With `markdown` it offers a preview: the whole form is posted to `/preview`, or, without
    /// script, to the form's own action, with `preview` = the field's name.
    ///
    /// @param rows height in lines at first
    /// @param preview what the text looks like, when that was asked for; null otherwise
    record Area(
            String name,
            String label,
            String value,
            boolean markdown,
            int rows,
            @Nullable String hint,
            @Nullable String error,
            @Nullable SafeHtml preview)
            implements Field {

        public Area hint(String text) {
            return new Area(name, label, value, markdown, rows, text, error, preview);
        }

        public Area previewed(SafeHtml html) {
            return new Area(name, label, value, markdown, rows, hint, error, html);
        }

        @Override
        public Field withErrors(Map<String, String> errors) {
            return new Area(name, label, value, markdown, rows, hint, errors.getOrDefault(name, error), preview);
        }

        @Override
        public boolean hasError() {
            return error != null;
        }
    }

    /// One of several.
    record Choice(
            String name,
            String label,
            String value,
            List<Option> options,
            @Nullable String hint,
            @Nullable String error)
            implements Field {

        public Choice hint(String text) {
            return new Choice(name, label, value, options, text, error);
        }

        @Override
        public Field withErrors(Map<String, String> errors) {
            return new Choice(name, label, value, options, hint, errors.getOrDefault(name, error));
        }

        @Override
        public boolean hasError() {
            return error != null;
        }
    }

    /// @param value what is sent
    record Option(String value, String label) {}

    /// Yes or no; sends `true` or nothing.
    record Check(
            String name,
            String label,
            boolean checked,
            @Nullable String hint) implements Field {
        @Override
        public Field withErrors(Map<String, String> errors) {
            return this;
        }

        @Override
        public boolean hasError() {
            return false;
        }
    }

    /// Sent and not shown.
    record Hidden(String name, String value) implements Field {
        @Override
        public Field withErrors(Map<String, String> errors) {
            return this;
        }

        @Override
        public boolean hasError() {
            return false;
        }
    }

    /// Fields that belong together, beside each other where there is room.
    ///
    /// @param legend empty when the fields say enough
    record Row(String legend, List<Field> fields) implements Field {
        @Override
        public Field withErrors(Map<String, String> errors) {
            return new Row(
                    legend, fields.stream().map(f -> f.withErrors(errors)).toList());
        }

        @Override
        public boolean hasError() {
            return fields.stream().anyMatch(Field::hasError);
        }
    }

    /// A name as part of an id: `note.text` as `note-text`.
    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /// A line of text.
    static Text text(String name, String label, @Nullable String value, int maxLength) {
        return new Text(name, label, value == null ? "" : value, "text", false, maxLength, null, null, List.of());
    }

    /// A line of a special kind; see [Text#type].
    static Text typed(String type, String name, String label, @Nullable String value) {
        return new Text(name, label, value == null ? "" : value, type, false, 2_000, null, null, List.of());
    }

    /// Text in Markdown, with preview.
    static Area markdown(String name, String label, String value) {
        return new Area(
                name,
                label,
                value,
                true,
                12,
                Wording.text("form.markdown-emphasis-links-https-example-org"),
                null,
                null);
    }

    /// Several lines of plain text.
    static Area lines(String name, String label, String value, int rows) {
        return new Area(name, label, value, false, rows, null, null, null);
    }

    static Choice choice(String name, String label, @Nullable String value, List<Option> options) {
        return new Choice(name, label, value == null ? "" : value, List.copyOf(options), null, null);
    }
}
