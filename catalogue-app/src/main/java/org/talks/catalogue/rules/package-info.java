/// What the rules of several features share: ids, lists in a canonical order, the limits on everything that comes
/// from outside, and [Checks], which brings the fields of a command into their stored form and collects what is
/// wrong with them. Messages and models of the features may use it; it knows no feature and no framework. Forms
/// and importers may use [Limits] and [Texts] to agree with the rules.
@NullMarked
package org.talks.catalogue.rules;

import org.jspecify.annotations.NullMarked;
