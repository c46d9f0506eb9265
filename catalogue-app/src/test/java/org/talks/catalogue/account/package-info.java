/// Tests of accounts, passwords and tokens.
@NullMarked
package org.talks.catalogue.account;

import org.jspecify.annotations.NullMarked;
