/// The page of views: how far each is along the log, and rebuilding them.
@NullMarked
package org.talks.catalogue.replay.web;

import org.jspecify.annotations.NullMarked;
