package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.MailAccount;
import org.kontor.simulator.Simulator;

class TlsTest {

    @TempDir
    Path folder;

    private static Store connect(MailAccount account, String... trusted) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imaps.timeout", "10000");
        if (trusted.length > 0) {
            properties.put("mail.imaps.ssl.trust", trusted[0]);
            properties.put("mail.imaps.ssl.checkserveridentity", "false");
        }
        Store store = Session.getInstance(properties).getStore("imaps");
        store.connect(account.host(), account.imapsPort(), account.user(), account.password());
        return store;
    }

    @Test
    void theSelfSignedCertificateIsRefusedUnlessTrusted() throws Exception {
        try (Simulator simulator = Simulator.builder(folder).withoutScript().start()) {
            MailAccount account = simulator.world().brand("lumio").mail();
            simulator.write(CustomerMessage.mail("lumio", "Anna Berg", "Hello"));
            assertThatThrownBy(() -> connect(account)).isInstanceOf(MessagingException.class);
            try (Store store = connect(account, account.host())) {
                Folder inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                assertThat(inbox.getMessageCount()).isEqualTo(1);
            }
        }
    }
}
