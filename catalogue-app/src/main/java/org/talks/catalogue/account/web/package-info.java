/// Accounts over HTTP: which request needs which role ([SecurityWiring] is the one place that says it), sessions,
/// bearer tokens, response headers, and the pages to sign in, change a password, make tokens and manage accounts.
/// Controllers of other features take a [org.talks.catalogue.account.CurrentActor] and know nothing of this
/// package.
@NullMarked
package org.talks.catalogue.account.web;

import org.jspecify.annotations.NullMarked;
