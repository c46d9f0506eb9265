package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuickCompilationTest {

    @AfterEach
    void compileAsBefore() throws JMException {
        jcmd("compilerDirectivesClear");
    }

    @Test
    void leavesTheSecondCompilerOut() throws JMException {
        assertThat(jcmd("compilerDirectivesPrint")).doesNotContain("Exclude:true");
        QuickCompilation.choose();
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
