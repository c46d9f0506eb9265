package org.talks.catalogue.importing.format;

/// How sure a format is, and why, in a sentence that people read.
public record Recognition(Certainty certainty, String why) {

    public enum Certainty {
        NO,
        POSSIBLE,
        CERTAIN
    }

    public static final Recognition NO = new Recognition(Certainty.NO, "");

    public static Recognition certain(String why) {
        return new Recognition(Certainty.CERTAIN, why);
    }

    public static Recognition possible(String why) {
        return new Recognition(Certainty.POSSIBLE, why);
    }
}
