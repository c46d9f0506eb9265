package org.talks.catalogue.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import javax.management.JMException;
import javax.management.ObjectName;

/// Compiles for a process that lives for seconds: without HotSpot's second compiler, whose code is faster but
/// costs more than such a process gets back. Importing all of pyvideo takes 30 instead of 45 seconds of CPU;
/// imports many times as large would lose.
///
/// Digests are left to it, because only its code uses the processor's own instructions for them, and what looks a
/// term up among those of an index and the innermost loop of writing postings, because only its code reads numbers
/// out of bytes and mapped memory without a dozen calls. These are few and short methods: leaving all of indexing to
/// it cost more than it gave.
///
/// Otherwise the same as `-XX:TieredStopAtLevel=1` after the fact, because a jar cannot carry options of its JVM.
final class QuickCompilation {

    private static final String DIRECTIVES = """
            [{ match: "sun/security/provider/SHA2*.*", c2: { Exclude: false } },
             { match: "org/apache/lucene/codecs/lucene90/IndexedDISI*.*", c2: { Exclude: false } },
             { match: ["org/apache/lucene/util/StringHelper.murmurhash3_x86_32",
                       "org/apache/lucene/util/BytesRefHash.findHash",
                       "org/apache/lucene/util/BytesRefBlockPool*.*",
                       "org/apache/lucene/index/ByteSlicePool.*"], c2: { Exclude: false } },
             { match: "*.*", c2: { Exclude: true } }]
            """;

    private QuickCompilation() {}

    /// From now on and for good: what is excluded once is not compiled again. On another JVM nothing happens.
    static void choose() {
        try {
            var file = Files.createTempFile("compilation", ".json");
            try {
                Files.writeString(file, DIRECTIVES);
                // What `jcmd` does, within this process.
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException _) {
            // It is only slower.
        }
    }
}
