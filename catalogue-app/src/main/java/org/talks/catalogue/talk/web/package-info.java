/// Pages of a talk and of topics: reading, history, editing.
@NullMarked
package org.talks.catalogue.talk.web;

import org.jspecify.annotations.NullMarked;
