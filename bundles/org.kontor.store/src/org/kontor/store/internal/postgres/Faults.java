package org.kontor.store.internal.postgres;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.StoreException.Kind;
import org.kontor.store.internal.postgres.TeamOptions.Address;
import org.kontor.store.internal.postgres.TeamOptions.Login;

/**
 * Says what an exception of PostgreSQL means, and what to do, by its
 * <a href="https://www.postgresql.org/docs/15/errcodes-appendix.html">SQLSTATE</a>.
 */
final class Faults {
    private final Address address;
    private final Login login;

    Faults(Address address, Login login) {
        this.address = address;
        this.login = login;
    }

    /** What an exception means. */
    StoreException of(SQLException e) {
        String state = state(e);
        return switch (state) {
            case "28P01", "28000" ->
                fault(
                        Kind.UNREACHABLE,
                        "The team database " + address + " refuses the login " + login
                                + ". Look at the name and the password in Setup, or ask whoever keeps the database.",
                        e);
            case "3D000" ->
                fault(
                        Kind.UNREACHABLE,
                        "There is no database " + address.database() + " on " + address.hosts()
                                + ". Look at its name in Setup.",
                        e);
            case "42501" ->
                fault(
                        Kind.READ_ONLY,
                        "The login " + login + " may not do this in the team database " + address
                                + ". Ask whoever keeps the database for the right, or for the brand.",
                        e);
            case "25006" ->
                fault(
                        Kind.READ_ONLY,
                        "The team database " + address + " takes no changes at the moment: it is a copy, or is being"
                                + " moved. Try again in a minute.",
                        e);
            case "53100" ->
                fault(
                        Kind.DISK_FULL,
                        "The disk of the team database " + address
                                + " is full: nothing can be saved until whoever keeps"
                                + " it makes room. What was saved before is safe.",
                        e);
            case "53300" ->
                fault(
                        Kind.UNREACHABLE,
                        "The team database " + address + " has no connection left. Try again in a minute; whoever keeps"
                                + " it may allow more.",
                        e);
            case "40001", "40P01", "55P03" ->
                fault(
                        Kind.LOCKED,
                        "Others were writing the same in the team database " + address
                                + ". Nothing was saved; try again.",
                        e);
            case "57014", "25P03", "25P04" -> tooLong(e);
            case "XX001", "XX002" ->
                fault(
                        Kind.DAMAGED,
                        "The team database " + address
                                + " is damaged. Whoever keeps it should stop it, keep a copy, and"
                                + " restore a backup.",
                        e);
            default -> byClass(state, e);
        };
    }

    private StoreException byClass(String state, SQLException e) {
        if (isConnection(state)) {
            return fault(
                    Kind.UNREACHABLE,
                    "The team database " + address + " cannot be reached. Look whether its server runs and the network"
                            + " is there; nothing half-written was kept.",
                    e);
        }
        return fault(
                Kind.OTHER, "The team database " + address + " refused a statement (" + orUnknown(state) + ").", e);
    }

    private static String orUnknown(String state) {
        return state.isEmpty() ? "no code" : state;
    }

    private static StoreException fault(Kind kind, String message, @Nullable Throwable cause) {
        return new StoreException(kind, message, cause);
    }

    /** A piece of work held its transaction for too long. */
    StoreException tooLong(@Nullable Throwable cause) {
        return fault(
                Kind.LOCKED,
                "The team database " + address + " stopped a piece of work that took too long. Nothing was saved; try"
                        + " again.",
                cause);
    }

    /** The answer to a commit was lost and could not be found out. */
    StoreException undecided(Throwable cause) {
        return fault(
                Kind.UNREACHABLE,
                "The connection to the team database " + address + " broke while something was being saved, and whether"
                        + " it was saved cannot be found out before it is back. Look before you do it again.",
                cause);
    }

    /** The database is from the future. */
    StoreException newer(int version, int known) {
        return fault(
                Kind.NEWER,
                "The team database " + address + " was written by a newer Kontor (its schema is " + version
                        + ", this one knows " + known + "). Update this Kontor. Nothing was changed.",
                null);
    }

    /** The database has to be upgraded, by somebody else. */
    StoreException older(int version, int known, String owner) {
        return fault(
                Kind.READ_ONLY,
                "The team database " + address + (version == 0 ? " is empty" : " is older than this Kontor")
                        + " (schema "
                        + version + " of " + known + "). A start with the login of the collector, or of " + owner
                        + ", brings it up to date. Nothing was changed.",
                null);
    }

    /** The database was not prepared, or is somebody else's. */
    StoreException foreign() {
        return fault(
                Kind.DAMAGED,
                "The database " + address + " was not set up for Kontor: it has no schema named kontor, or another"
                        + " program's. Whoever keeps it should run setup.sql. Nothing was changed.",
                null);
    }

    /** No number for ids is free. */
    StoreException noNode() {
        return fault(
                Kind.LOCKED,
                "Too many programs work with the team database " + address + ": no number is left for the ids that this"
                        + " one makes. Close some and try again.",
                null);
    }

    /** The number for ids was given to somebody else while this program slept. */
    StoreException nodeLost() {
        return fault(
                Kind.LOCKED,
                "This Kontor was away from the team database " + address + " for too long. Nothing was saved; start it"
                        + " again.",
                null);
    }

    /** Another program does the work of the house. */
    StoreException taken() {
        return fault(
                Kind.LOCKED,
                "Another Kontor receives and sends with the team database " + address + " already. Close it, or use a"
                        + " login of your own rather than " + login + ".",
                null);
    }

    /** The store was closed. */
    StoreException closed() {
        return fault(Kind.UNREACHABLE, "The team database " + address + " has been closed.", null);
    }

    /** Whether the same work may do better a moment later: others were in the way, or the server is away. */
    static boolean isPassing(@Nullable Throwable fault) {
        String state = state(fault);
        return switch (state) {
            case "40001", "40P01", "55P03", "25006", "53300" -> true;
            default -> isConnection(state);
        };
    }

    /** Whether the connection is of no use any more. */
    static boolean isBroken(@Nullable Throwable fault) {
        return isConnection(state(fault));
    }

    private static boolean isConnection(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.equals("58030");
    }

    /** The innermost SQLSTATE that is known; empty where there is none. */
    private static String state(@Nullable Throwable fault) {
        String state = "";
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }
}
