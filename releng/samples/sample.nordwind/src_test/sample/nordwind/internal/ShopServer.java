package sample.nordwind.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.RateBroker;

/** A shop that answers what a test says, in place of the client that Kontor gives. */
final class ShopServer implements AccountHttp {
    static final String ADDRESS = "https://shop.example/nordwind";

    private final Map<String, String> bodies = new LinkedHashMap<>();
    private boolean down;

    ShopServer with(String path, String body) {
        bodies.put("/nordwind/" + path, body);
        return this;
    }

    ShopServer down() {
        down = true;
        return this;
    }

    @Override
    public HttpAnswer call(HttpCall call, IProgressMonitor monitor) {
        if (down) {
            return new HttpAnswer.NotSent(Fault.of(FaultKind.TRANSIENT, "shop.example takes no connection"));
        }
        URI address = call.address();
        String query = address.getRawQuery();
        String body = bodies.get(address.getPath() + (query == null ? "" : "?" + query));
        return body == null
                ? new HttpAnswer.Response(404, Map.of(), new byte[0])
                : new HttpAnswer.Response(
                        200, Map.of("content-type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<RateBroker.State> rate(String host, RateBroker.Bucket bucket) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
