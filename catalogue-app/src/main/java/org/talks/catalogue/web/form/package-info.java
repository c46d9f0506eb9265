/// Forms as data: a [Form] is a list of [Field]s with values and errors, drawn by one template. A feature says
/// what can be typed; how it looks, how errors stand beside their field and that typed text comes back is said
/// here once.
@NullMarked
package org.talks.catalogue.web.form;

import org.jspecify.annotations.NullMarked;
