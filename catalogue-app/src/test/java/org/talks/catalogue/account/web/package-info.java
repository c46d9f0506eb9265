/// Tests of who may do what over HTTP, against a running server.
@NullMarked
package org.talks.catalogue.account.web;

import org.jspecify.annotations.NullMarked;
