@NullMarked
package org.talks.catalogue.talk.web;

import org.jspecify.annotations.NullMarked;
