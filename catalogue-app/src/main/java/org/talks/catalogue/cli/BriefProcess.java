package org.talks.catalogue.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import javax.management.JMException;
import javax.management.ObjectName;

/// Sets this process up to live for seconds, after the fact, because a jar cannot carry options of its JVM.
///
/// It compiles without HotSpot's second compiler, whose code is faster but costs more than such a process gets back:
/// importing all of pyvideo takes 20 instead of 30 seconds of CPU, 11.5 instead of 15.6 by the clock, while imports
/// many times as large would lose. Digests are left to that compiler, because only its code uses the processor's own
/// instructions for them, and what looks a term up among those of an index and the innermost loop of writing
/// postings, because only its code reads numbers out of bytes and mapped memory without a dozen calls. These are few
/// and short methods: leaving all of indexing to it cost more than it gave.
///
/// The heap may grow early: the collector otherwise keeps it so small that it goes through what an import plans
/// again and again, which takes 4 to 6 % of its time. It costs 170 MB of memory, within the `-Xmx` of the process.
final class BriefProcess {

    private static final String DIRECTIVES = """
            [{ match: "sun/security/provider/SHA2*.*", c2: { Exclude: false } },
             { match: "org/apache/lucene/codecs/lucene90/IndexedDISI*.*", c2: { Exclude: false } },
             { match: ["org/apache/lucene/util/StringHelper.murmurhash3_x86_32",
                       "org/apache/lucene/util/BytesRefHash.findHash",
                       "org/apache/lucene/util/BytesRefBlockPool*.*",
                       "org/apache/lucene/index/ByteSlicePool.*"], c2: { Exclude: false } },
             { match: "*.*", c2: { Exclude: true } }]
            """;

    /// In percent: the collector enlarges the heap until this much of it is free, to twenty times of what is
    /// used.
    private static final int FREE_HEAP_LEAST = 95;

    private BriefProcess() {}

    /// From now on and for good: what is excluded once is not compiled again. On another JVM nothing happens.
    static void choose() {
        compileQuickly();
        growEarly();
    }

    private static void growEarly() {
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            // In this order: the least must never be above the most.
            set(machine, "MaxHeapFreeRatio", 100);
            set(machine, "MinHeapFreeRatio", FREE_HEAP_LEAST);
        }
    }

    /// What somebody set by an option of the JVM stays.
    private static void set(HotSpotDiagnosticMXBean machine, String option, int value) {
        try {
            var origin = machine.getVMOption(option).getOrigin();
            if (origin != VMOption.Origin.VM_CREATION && origin != VMOption.Origin.ENVIRON_VAR) {
                machine.setVMOption(option, Integer.toString(value));
            }
        } catch (IllegalArgumentException _) {
            // Another JVM, or another collector: it is only slower.
        }
    }

    private static void compileQuickly() {
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
