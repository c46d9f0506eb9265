/// Kills a working catalogue at random moments and looks whether all it acknowledged is still there. Start at
/// [KillHarness], which is a program, too; [KillTest] is its short form.
@NullMarked
package org.talks.catalogue.kill;

import org.jspecify.annotations.NullMarked;
