package org.talks.catalogue.eventstore;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite's failures mean for the person who runs the catalogue.
public final class SqliteTrouble {

    /// Result codes have their kind in the lowest byte, https://sqlite.org/rescode.html
    private static final int PRIMARY = 0xff;

    private SqliteTrouble() {}

    /// A phrase that goes on after a colon: what it is and what to do. SQLite's own words where they say more.
    public static String words(SQLException failure) {
        if (isKind(failure, SQLiteErrorCode.SQLITE_FULL)) {
            return "the disk is full. Free some space; it goes on by itself then.";
        }
        if (isKind(failure, SQLiteErrorCode.SQLITE_READONLY)) {
            return "the disk or the file is read-only. Mount it writable, or give the file to the user that runs the"
                    + " catalogue.";
        }
        if (isKind(failure, SQLiteErrorCode.SQLITE_IOERR)) {
            return "the disk failed (" + failure.getMessage() + "). Look at the system's log before you go on.";
        }
        if (isKind(failure, SQLiteErrorCode.SQLITE_CORRUPT) || isKind(failure, SQLiteErrorCode.SQLITE_NOTADB)) {
            return "the file is damaged (" + failure.getMessage() + ").";
        }
        return String.valueOf(failure.getMessage());
    }

    /// Whether there was no space left.
    public static boolean isFull(SQLException failure) {
        return isKind(failure, SQLiteErrorCode.SQLITE_FULL);
    }

    static boolean isKind(SQLException failure, SQLiteErrorCode kind) {
        return failure instanceof SQLiteException sqlite && (sqlite.getResultCode().code & PRIMARY) == kind.code;
    }
}
