/// Who may change the catalogue: accounts with a role and a password ([Accounts]), tokens for programs
/// ([Tokens]), and the answer to "who is asking" ([CurrentActor]), which is all that other features need. The
/// pages and the rules of HTTP are in `account.web`. Kept in `state.db`, not in the event log; events name an
/// account by its id.
@NullMarked
package org.talks.catalogue.account;

import org.jspecify.annotations.NullMarked;
