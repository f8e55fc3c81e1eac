package org.kontor.channel.mail.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.Capabilities.AttachmentRule;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.SettingSpec;
import org.kontor.channel.http.Proxies;
import org.kontor.channel.http.SystemTrust;
import org.kontor.channel.mail.internal.read.MailReader;
import org.kontor.channel.mail.internal.session.MailSession;
import org.kontor.channel.mail.internal.session.Means;
import org.kontor.channel.mail.internal.session.UnusableSession;
import org.kontor.channel.mail.internal.wire.Reach;
import org.kontor.channel.mail.internal.wire.Timing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Connects mailboxes: reads by IMAP, answers by SMTP. */
@Component(service = ChannelConnector.class)
public final class MailConnector implements ChannelConnector {
    private static final ChannelType TYPE = new ChannelType("mail");
    private static final long MAX_ATTACHMENT = 25L * 1024 * 1024;
    private static final Capabilities CAPABILITIES = new Capabilities(
            Map.of(ReplyMode.DIRECT, List.of()),
            null,
            Set.of(),
            false,
            new AttachmentRule(50, MAX_ATTACHMENT, Set.of()),
            null,
            Idempotency.CHOSEN_ID,
            MailSession.POLL_EVERY);

    private final Means means;

    /** The connector as the workbench runs it. */
    @Activate
    public MailConnector(
            @Reference(service = LoggerFactory.class) Logger log,
            @Reference SystemTrust trust,
            @Reference Proxies proxies) {
        this(new Means(Reach.of(trust, proxies), Timing.USUAL, Clock.systemUTC(), log, Means.MAX_MAIL));
    }

    MailConnector(Means means) {
        this.means = means;
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
        return MailSettings.SPECS;
    }

    @Override
    public String text(String key, Locale locale) {
        return MailTexts.text(key, locale);
    }

    @Override
    public List<Normalised> normalise(AccountContext account, RawEvent event) {
        return new MailReader(MailSettings.identity(account)).normalise(event);
    }

    @Override
    public ChannelSession open(AccountContext account) {
        Optional<String> missing = MailSettings.missing(account);
        if (missing.isPresent()) {
            throw new IllegalArgumentException("the setting " + missing.get() + " is missing");
        }
        try {
            return new MailSession(account, MailSettings.of(account), means);
        } catch (SettingException e) {
            return new UnusableSession(MailSettings.identity(account), e.fault());
        }
    }
}
