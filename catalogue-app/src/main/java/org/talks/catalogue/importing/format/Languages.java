package org.talks.catalogue.importing.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes BCP 47 tags of what programmes write: `eng`, `ger`, `English`, `Deutsch`, `pt_BR`, `de-formal`, `EN`.
public final class Languages {

    private static final Pattern SEPARATOR = Pattern.compile("[,;/|&+]|\\band\\b|\\bund\\b");

    /// Two-letter codes that BCP 47 knows, by themselves.
    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /// @return null when nothing is said or it is not understood; of several languages the first
    public static @Nullable String toBcp47(@Nullable String raw) {
        if (raw == null || raw.isBlank() || raw.length() > 100) {
            return null;
        }
        if (raw.length() <= 3) {
            return single(raw.strip());
        }
        String[] parts = SEPARATOR.split(raw.strip(), 3);
        return parts.length == 0 ? null : single(parts[0].strip());
    }

    /// Whether more than one language is named.
    public static boolean severalIn(@Nullable String raw) {
        return raw != null && raw.length() > 3 && raw.length() <= 100 && SEPARATOR.split(raw.strip(), 3).length > 1;
    }

    private static @Nullable String single(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT).replace('_', '-');
        int dash = lower.indexOf('-');
        String language = dash < 0 ? lower : lower.substring(0, dash);
        String code = code(language);
        if (code != null) {
            return dash < 0 ? code : withSubtags(code, lower.substring(dash + 1));
        }
        return Names.BY_NAME.get(lower);
    }

    private static @Nullable String code(String language) {
        if (language.length() == 2) {
            // `jp`, `cz` and `gr` are countries, often written for their languages.
            return switch (language) {
                case "jp" -> "ja";
                case "cz" -> "cs";
                case "gr" -> "el";
                case "iw" -> "he";
                case "in" -> "id";
                default -> TWO_LETTERS.contains(language) ? language : null;
            };
        }
        return language.length() == 3 ? Codes.BY_THREE_LETTERS.get(language) : null;
    }

    /// Keeps script and region, drops what is no part of a language tag (`formal`, `utf8`).
    private static String withSubtags(String code, String rest) {
        StringBuilder tag = new StringBuilder(code);
        for (String subtag : rest.split("-", 4)) {
            if (subtag.length() == 4 && subtag.chars().allMatch(Character::isLetter)) {
                tag.append('-').append(Character.toUpperCase(subtag.charAt(0))).append(subtag, 1, 4);
            } else if ((subtag.length() == 2 && subtag.chars().allMatch(Character::isLetter))
                    || (subtag.length() == 3 && subtag.chars().allMatch(Character::isDigit))) {
                tag.append('-').append(subtag.toUpperCase(Locale.ROOT));
            }
        }
        return tag.toString();
    }

    /// ISO 639-2 and 639-3 to 639-1, with the older bibliographic codes.
    private static final class Codes {

        static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

        private static Map<String, String> byThreeLetters() {
            Map<String, String> codes = new HashMap<>(512);
            for (String language : Locale.getISOLanguages()) {
                codes.put(Locale.of(language).getISO3Language(), language);
            }
            String[][] bibliographic = {
                {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"}, {"cze", "cs"},
                {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"ice", "is"},
                {"mac", "mk"}, {"may", "ms"}, {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"},
                {"wel", "cy"}, {"cmn", "zh"}, {"gsw", "gsw"}, {"mul", "mul"}
            };
            for (String[] pair : bibliographic) {
                codes.put(pair[0], pair[1]);
            }
            codes.put("heb", "he");
            codes.put("ind", "id");
            codes.put("yid", "yi");
            return Map.copyOf(codes);
        }
    }

    /// Names in English and in the language itself. Apart, because the first use loads the locale data.
    private static final class Names {

        static final Map<String, String> BY_NAME = byName();

        private static Map<String, String> byName() {
            Map<String, String> names = new HashMap<>(512);
            for (String language : Locale.getISOLanguages()) {
                Locale locale = Locale.of(language);
                String code = code(language);
                if (code != null) {
                    names.put(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
                    names.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
                }
            }
            names.put("漢語", "zh");
            names.put("mandarin", "zh");
            names.put("mandarin chinese", "zh");
            names.put("brazilian portuguese", "pt-BR");
            return Map.copyOf(names);
        }
    }
}
