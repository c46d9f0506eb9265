/// The log as a download for administrators, and taking in an export for the operator of the machine.
@NullMarked
package org.talks.catalogue.archive.web;

import org.jspecify.annotations.NullMarked;
