package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BriefProcessTest {

    private static final HotSpotDiagnosticMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    private final String least = option("MinHeapFreeRatio");
    private final String most = option("MaxHeapFreeRatio");

    @AfterEach
    void asBefore() throws JMException {
        jcmd("compilerDirectivesClear");
        MACHINE.setVMOption("MinHeapFreeRatio", least);
        MACHINE.setVMOption("MaxHeapFreeRatio", most);
    }

    private static String option(String name) {
        return MACHINE.getVMOption(name).getValue();
    }

    @Test
    void letsTheHeapGrow() {
        BriefProcess.choose();
        assertThat(option("MinHeapFreeRatio")).isEqualTo("95");
        assertThat(option("MaxHeapFreeRatio")).isEqualTo("100");
    }

    @Test
    void leavesTheSecondCompilerOut() throws JMException {
        assertThat(jcmd("compilerDirectivesPrint")).doesNotContain("Exclude:true");
        BriefProcess.choose();
        assertThat(jcmd("compilerDirectivesPrint").replaceFirst("(?s)Directive: \\(default\\).*", ""))
                .matches("(?s).*matching: \\*\\.\\*.*c1 directives:.*Exclude:false.*c2 directives:.*Exclude:true.*");
    }

    private static String jcmd(String operation) throws JMException {
        return String.valueOf(ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        operation,
                        new Object[0],
                        new String[0]));
    }
}
