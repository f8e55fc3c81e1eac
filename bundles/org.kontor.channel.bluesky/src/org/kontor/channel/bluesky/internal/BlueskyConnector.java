package org.kontor.channel.bluesky.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.SettingSpec;
import org.kontor.channel.http.HttpClients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Bluesky and other AT Protocol networks: public mentions, replies and quotes, and answers to them. */
@Component
public final class BlueskyConnector implements ChannelConnector {
    private static final ChannelType TYPE = new ChannelType("bluesky");
    private static final Capabilities CAPABILITIES = new Capabilities(
            Map.of(ReplyMode.PUBLIC, Posts.LIMITS),
            null,
            Set.of(),
            false,
            Posts.PICTURES,
            null,
            Idempotency.CHOSEN_ID,
            Duration.ofSeconds(15));

    private final HttpClients clients;
    private final Logger logger;
    private final InstantSource clock;

    @Activate
    public BlueskyConnector(@Reference HttpClients clients, @Reference(service = LoggerFactory.class) Logger logger) {
        this(clients, logger, InstantSource.system());
    }

    BlueskyConnector(HttpClients clients, Logger logger, InstantSource clock) {
        this.clients = clients;
        this.logger = logger;
        this.clock = clock;
    }

    @Override
    public ChannelType type() {
        return TYPE;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<SettingSpec> settings() {
        return BlueskySettings.SPECS;
    }

    @Override
    public String text(String key, Locale locale) {
        try {
            return ResourceBundle.getBundle(
                            "OSGI-INF.l10n.bundle",
                            locale,
                            BlueskyConnector.class.getClassLoader(),
                            // English is the base; the machine's own language must not stand in for it.
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    @Override
    public List<Normalised> normalise(AccountContext account, RawEvent event) {
        return List.of(Normaliser.normalise(account, event));
    }

    @Override
    public ChannelSession open(AccountContext account) {
        BlueskySettings.service(account);
        if (BlueskySettings.handle(account).isEmpty()) {
            throw new IllegalArgumentException(BlueskySettings.HANDLE + ": the handle is missing");
        }
        return new BlueskySession(account, clients, logger, clock);
    }
}
