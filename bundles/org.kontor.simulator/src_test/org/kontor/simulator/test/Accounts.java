package org.kontor.simulator.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.kontor.simulator.BlueskyAccount;
import org.kontor.simulator.MailAccount;

/** Accounts from the control interface. */
final class Accounts {

    private Accounts() {}

    static MailAccount mail(JsonNode mail) {
        return new MailAccount(
                mail.path("address").asText(),
                mail.path("displayName").asText(),
                mail.path("host").asText(),
                mail.path("imapPort").asInt(),
                mail.path("smtpPort").asInt(),
                mail.path("imapsPort").asInt(),
                mail.path("smtpsPort").asInt(),
                mail.path("user").asText(),
                mail.path("password").asText(),
                mail.path("sentFolder").asText());
    }

    static BlueskyAccount bluesky(JsonNode bluesky) {
        return new BlueskyAccount(
                URI.create(bluesky.path("service").asText()),
                bluesky.path("handle").asText(),
                bluesky.path("did").asText(),
                bluesky.path("displayName").asText(),
                bluesky.path("password").asText());
    }
}
