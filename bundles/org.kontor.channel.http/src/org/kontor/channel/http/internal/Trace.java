package org.kontor.channel.http.internal;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Watches one call, to tell a request that certainly did not arrive whole from one that may have. okhttp reports from its
 * own thread, so the marks are volatile.
 */
final class Trace {
    private volatile boolean headersBegun;
    private volatile boolean lastByteGiven;

    /** Whether the server may have got the whole request. */
    boolean mayHaveArrived(boolean hasBody) {
        // A server cannot act on a body that lacks its last byte, as its length was announced.
        return hasBody ? lastByteGiven : headersBegun;
    }

    /** Forwards okhttp's reports to the trace that the request carries. */
    static EventListener listenerOf(Call call) {
        @Nullable Trace trace = call.request().tag(Trace.class);
        return new EventListener() {
            @Override
            public void requestHeadersStart(@Nullable Call ignored) {
                if (trace != null) {
                    trace.headersBegun = true;
                }
            }
        };
    }

    /** A body that is sent at most once and marks the moment at which its last byte leaves our hands. */
    RequestBody body(byte[] bytes, @Nullable String mediaType) {
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return mediaType == null ? null : MediaType.parse(mediaType);
            }

            @Override
            public long contentLength() {
                return bytes.length;
            }

            @Override
            public boolean isOneShot() {
                // Keeps okhttp from sending it again by itself over another connection.
                return true;
            }

            @Override
            public void writeTo(@Nullable BufferedSink sink) throws IOException {
                if (sink != null && bytes.length > 0) {
                    sink.write(bytes, 0, bytes.length - 1);
                    lastByteGiven = true;
                    sink.write(bytes, bytes.length - 1, 1);
                }
            }
        };
    }
}
