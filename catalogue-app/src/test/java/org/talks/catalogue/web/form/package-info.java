/// Tests of forms as data.
@NullMarked
package org.talks.catalogue.web.form;

import org.jspecify.annotations.NullMarked;
