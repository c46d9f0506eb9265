package org.talks.catalogue.searching;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the operating system to let other threads go first. Java's own priorities do nothing on Linux unless the
/// JVM is started with a flag; there, setpriority(2) of the calling thread does, and threads that it makes, those
/// of Lucene's merges included, inherit it.
final class LowPriority {

    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);

    /// `PRIO_PROCESS` of sys/resource.h; with 0 for the id, Linux takes the calling thread.
    private static final int PRIO_PROCESS = 0;

    /// A ninth of the processor when all of it is wanted, all of it otherwise.
    static final int NICE = 10;

    private LowPriority() {}

    /// Lowers the priority of the calling thread, for good.
    ///
    /// @return false where that is not possible
    @SuppressWarnings("restricted") // The program is started with --enable-native-access, for SQLite too.
    static boolean ofThisThread() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        try {
            var linker = Linker.nativeLinker();
            var setPriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            return (int) setPriority.invokeExact(PRIO_PROCESS, 0, NICE) == 0;
        } catch (Throwable e) {
            LOG.debug("This thread keeps its priority: {}", e.getMessage());
            return false;
        }
    }
}
