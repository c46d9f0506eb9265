package org.talks.catalogue.web.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that can be filled in and sent. Besides its fields it posts `_csrf`, `expectedVersion` and a fresh
/// `idempotencyKey`, so that pressing the button twice does a thing once.
///
/// @param action path it posts to
/// @param submit what the button says it does: "Retitle talk"
/// @param cancel path of the way back
/// @param expectedVersion of the thing as the form saw it; null where there is nothing yet that could change
///     meanwhile
/// @param idempotencyKey random, made with the form and kept while it is corrected
/// @param error a sentence about the form as a whole, null when all is well or a field says it
/// @param grave whether it takes something away, so that the button looks like it
public record Form(
        String action,
        String submit,
        String cancel,
        @Nullable Long expectedVersion,
        String idempotencyKey,
        List<Field> fields,
        @Nullable String error,
        boolean grave) {

    public Form {
        fields = List.copyOf(fields);
    }

    public static Form of(
            String action,
            String submit,
            String cancel,
            @Nullable Long expectedVersion,
            String idempotencyKey,
            Field... fields) {
        return new Form(action, submit, cancel, expectedVersion, idempotencyKey, List.of(fields), null, false);
    }

    /// The same form as a warning.
    public Form gravely() {
        return new Form(action, submit, cancel, expectedVersion, idempotencyKey, fields, error, true);
    }

    /// The same form against another version: what somebody typed, to be sent again after a conflict.
    public Form against(long version) {
        return new Form(action, submit, cancel, version, idempotencyKey, fields, error, grave);
    }

    /// The form as it was sent, with what is wrong: each error beside the field it names, those that name none
    /// above.
    public Form refused(String message, Map<String, String> fieldErrors) {
        var marked = fields.stream().map(f -> f.withErrors(fieldErrors)).toList();
        var shown = new HashMap<>(fieldErrors);
        marked.forEach(field -> field.names().forEach(shown::remove));
        var above = marked.stream().noneMatch(Field::hasError) || !shown.isEmpty()
                ? String.join(" ", shown.isEmpty() ? List.of(message) : shown.values())
                : null;
        return new Form(action, submit, cancel, expectedVersion, idempotencyKey, marked, above, grave);
    }

    /// Whether anything is wrong with it.
    public boolean hasError() {
        return error != null || fields.stream().anyMatch(Field::hasError);
    }
}
