/// The log under test: written, damaged, taken back, read again.
@org.jspecify.annotations.NullMarked
package org.talks.catalogue.eventstore;
