/// Views under test: verified, damaged, rebuilt.
@org.jspecify.annotations.NullMarked
package org.talks.catalogue.replay;
