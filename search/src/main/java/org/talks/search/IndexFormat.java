package org.talks.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.util.Version;

/// Says in every commit who wrote the index, so that no version reads what it does not understand.
final class IndexFormat {

    /// Goes up with every change of fields, of stored values or of what they mean.
    static final int NUMBER = 4;

    private static final String PREFIX = "search.";
    private static final String FORMAT = PREFIX + "format";
    private static final String FINGERPRINT = PREFIX + "fingerprint";

    /// One of everything that the analysis treats in a way of its own. What comes out is part of the fingerprint,
    /// so that a changed rule is noticed even if nobody remembers to raise the number.
    private static final String PROBE = """
            C++ c# .NET node.js k8s CI/CD R&D python3.12 3.12 state-of-the-art l'éducation Python's don't read_csv \
            Müller Straße Ångström Łódź naïve ĳ ﬁne Ｆｕｌｌ 日本語テスト 파이썬 สวัสดี Ёлка ΆΣ أحمد running talks \
            bibliothèques programación Häuser e\u0301 x+y a.b.c.d.e.f https://example.org/a?b=c#d""";

    private IndexFormat() {}

    static Map<String, String> stamped(Map<String, String> userData) {
        return stamped(userData, fingerprint());
    }

    /// @param fingerprint of the analysis that most of the index was made with
    static Map<String, String> stamped(Map<String, String> userData, String fingerprint) {
        var stamped = new LinkedHashMap<>(userData);
        stamped.put(FORMAT, Integer.toString(NUMBER));
        stamped.put(FINGERPRINT, fingerprint);
        return stamped;
    }

    /// Whether the fields are ours, however their texts were cut into words.
    static boolean hasOurFields(Map<String, String> commitData) {
        return Integer.toString(NUMBER).equals(commitData.get(FORMAT)) && commitData.containsKey(FINGERPRINT);
    }

    static String fingerprintOf(Map<String, String> commitData) {
        return commitData.getOrDefault(FINGERPRINT, "");
    }

    static boolean isOurs(Map<String, String> commitData) {
        return Integer.toString(NUMBER).equals(commitData.get(FORMAT))
                && fingerprint().equals(commitData.get(FINGERPRINT));
    }

    static Map<String, String> withoutStamp(Map<String, String> commitData) {
        var userData = new LinkedHashMap<>(commitData);
        userData.keySet().removeIf(key -> key.startsWith(PREFIX));
        return Map.copyOf(userData);
    }

    static String fingerprint() {
        var tokens = Analysis.tokens(PROBE);
        var spec = new StringBuilder("lucene " + Version.LATEST.major + "." + Version.LATEST.minor);
        for (var token : tokens) {
            spec.append('\n').append(token);
            spec.append(Stemming.current().inAnyLanguage(token.term()));
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(spec.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
