package org.talks.catalogue.importing.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text files that do not say how they are encoded.
public final class Encodings {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /// A head that was cut may end within a character, which has at most four bytes.
    private static final int CUT_BYTES = 3;

    private Encodings() {}

    /// UTF-8, UTF-16 with its mark, otherwise Windows-1252, in which old programs write. The mark itself goes.
    public static String decode(byte[] bytes) {
        boolean wide = bytes.length > 1
                && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
        if (wide) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        String text;
        try {
            text = strictly(bytes, bytes.length);
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, WINDOWS);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /// As [#decode], for the first bytes of a longer file, which may end within a character.
    public static String decodeHead(byte[] head) {
        for (int cut = 0; cut <= Math.min(CUT_BYTES, head.length); cut++) {
            try {
                String text = strictly(head, head.length - cut);
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException notUtf8) {
                // Perhaps only its last character is cut.
            }
        }
        return decode(head);
    }

    private static String strictly(byte[] bytes, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length))
                .toString();
    }
}
