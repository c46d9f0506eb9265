package org.talks.catalogue.command;

import java.util.List;

/// A command that the rules forbid. The message is a sentence for people: what, where and what to do. Becomes an
/// RFC 9457 problem in the API and the same words on a page.
public abstract class Refused extends RuntimeException {

    /// One field that is wrong.
    ///
    /// @param field name of the command's field, with an index where it is a list: `speakers[1].speakerId`
    /// @param message a full sentence
    public record FieldError(String field, String message) {}

    private final transient List<FieldError> fields;

    protected Refused(String message, List<FieldError> fields) {
        super(message);
        this.fields = List.copyOf(fields);
    }

    /// Stable name of the rule, last part of the problem's type: `not-found`, `invalid`, `conflict`.
    public abstract String code();

    public List<FieldError> fields() {
        return fields;
    }

    /// The thing does not exist, or is removed.
    public static final class NotFound extends Refused {
        public NotFound(String message) {
            super(message, List.of());
        }

        @Override
        public String code() {
            return "not-found";
        }
    }

    /// The request itself cannot be understood: a parameter that is no date, no number, no position.
    public static final class Malformed extends Refused {
        public Malformed(String field, String message) {
            super(message, List.of(new FieldError(field, message)));
        }

        @Override
        public String code() {
            return "malformed";
        }
    }

    /// What the command says is not acceptable in itself.
    public static final class Invalid extends Refused {
        public Invalid(String message, List<FieldError> fields) {
            super(message, fields);
        }

        public Invalid(String field, String message) {
            this(message, List.of(new FieldError(field, message)));
        }

        @Override
        public String code() {
            return "invalid";
        }
    }

    /// It would be acceptable at another time: the thing is already there, is withdrawn, is merged, the key is
    /// taken.
    public static final class NotNow extends Refused {
        public NotNow(String message) {
            super(message, List.of());
        }

        @Override
        public String code() {
            return "not-now";
        }
    }
}
