package org.kontor.channel.mail.internal;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Dovecot and Postfix, started by the scripts under releng/servers/mail. */
final class RealMailWorld extends MailWorld {
    private static final AtomicInteger USED = new AtomicInteger();

    private final Properties facts = new Properties();
    private final Box brand;
    private final Box customer;

    /** Takes the next pair of mailboxes and empties them. */
    RealMailWorld(Path folder) throws Exception {
        try (Reader reader = Files.newBufferedReader(folder.resolve("world.env"))) {
            facts.load(reader);
        }
        String number = "%02d".formatted(1 + USED.getAndIncrement() % 80);
        brand = new Box("brand-" + number + "@nordwind.example", "geheim-" + number);
        customer = new Box("customer-" + number + "@customer.example", "geheim-" + number);
        for (Box box : new Box[] {brand, customer}) {
            deleteAll(box, "INBOX");
            deleteAll(box, "Sent");
        }
    }

    private int port(String name) {
        return Integer.parseInt(facts.getProperty("KONTOR_MAIL_" + name));
    }

    @Override
    int imapPort() {
        return port("IMAP");
    }

    int imapsPort() {
        return port("IMAPS");
    }

    @Override
    int smtpPort() {
        return port("SMTP");
    }

    int smtpsPort() {
        return port("SMTPS");
    }

    Path certificate() {
        return Path.of(facts.getProperty("KONTOR_MAIL_CERTIFICATE"));
    }

    @Override
    Box brand() {
        return brand;
    }

    @Override
    Box customer() {
        return customer;
    }

    @Override
    void restartImap() throws Exception {
        dovecot("restart");
    }

    @Override
    void renumberInbox() throws Exception {
        dovecot("renumber", brand.address());
    }

    private void dovecot(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = facts.getProperty("KONTOR_MAIL_SCRIPTS") + "/dovecot.sh";
        command[1] = facts.getProperty("KONTOR_MAIL_DIR");
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        Path log = Files.createTempFile("dovecot", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofSeconds(40)).until(() -> process.waitFor(100, TimeUnit.MILLISECONDS));
        if (process.exitValue() != 0) {
            throw new IOException(Files.readString(log, StandardCharsets.UTF_8));
        }
        Files.delete(log);
    }

    @Override
    boolean knowsItsUsers() {
        return true;
    }

    @Override
    public void close() {
        // the servers run on, for the next test
    }
}
