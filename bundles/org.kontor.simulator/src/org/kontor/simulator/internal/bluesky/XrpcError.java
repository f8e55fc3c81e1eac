package org.kontor.simulator.internal.bluesky;

/** An error answer as the servers of the network give it: a status and {@code {"error", "message"}}. */
public final class XrpcError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    /** An error with that HTTP status, name and message. */
    public XrpcError(int status, String error, String message) {
        super(message);
        this.status = status;
        this.error = error;
    }

    /** Status 400 with the general name. */
    public static XrpcError invalidRequest(String message) {
        return new XrpcError(400, "InvalidRequest", message);
    }

    /** Status 400 with a name of its own. */
    public static XrpcError invalid(String error, String message) {
        return new XrpcError(400, error, message);
    }

    /** Status 401 for a missing token. */
    public static XrpcError authMissing() {
        return new XrpcError(401, "AuthMissing", "Authentication Required");
    }

    /** Status 401 for a wrong password. */
    public static XrpcError authRequired(String message) {
        return new XrpcError(401, "AuthenticationRequired", message);
    }

    /** Status 500, which never says more. */
    public static XrpcError internal() {
        return new XrpcError(500, "InternalServerError", "Internal Server Error");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The name of the error. */
    public String error() {
        return error;
    }

    /** The message, never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
