package org.kontor.simulator.internal.fault;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Fault;
import org.kontor.simulator.Fault.Kind;
import org.kontor.simulator.Fault.Wire;

/** Passes an IMAP connection on in both directions and lets faults happen to its commands. */
final class ImapRelay {

    /** A command whose answer has to end in a cut. */
    private record Doomed(String tag, Fault fault) {}

    private final Socket client;
    private final Socket server;
    private final FaultBook faults;
    private final Lines fromClient;
    private final Lines fromServer;
    private final OutputStream toClient;
    private final OutputStream toServer;
    private volatile @Nullable Doomed doomed;

    ImapRelay(Socket client, Socket server, FaultBook faults) throws IOException {
        this.client = client;
        this.server = server;
        this.faults = faults;
        fromClient = new Lines(client.getInputStream());
        fromServer = new Lines(server.getInputStream());
        toClient = new BufferedOutputStream(client.getOutputStream());
        toServer = new BufferedOutputStream(server.getOutputStream());
    }

    void run() throws IOException {
        Fault fault = take("CONNECT");
        if (fault != null && fault.kind() == Kind.STATUS) {
            say("* BYE " + Objects.requireNonNullElse(fault.text(), "injected fault"));
            return;
        }
        if (fault != null && fault.kind() != Kind.DELAY) {
            cut();
        }
        Thread.ofVirtual().name("simulator-imap-answers").start(this::answers);
        while (true) {
            command(fromClient.next());
        }
    }

    private @Nullable Fault take(String name) throws IOException {
        Fault fault = faults.take(Wire.IMAP, name);
        if (fault != null) {
            Tcp.hold(fault.delay());
            if (fault.kind() == Kind.CUT_BEFORE) {
                cut();
            }
        }
        return fault;
    }

    private void command(byte[] line) throws IOException {
        String[] words = Lines.text(line).strip().split(" ", 4);
        // a single word goes on with the last command: the end of IDLE or a step of AUTHENTICATE
        if (words.length > 1) {
            String name = words[1].toUpperCase(Locale.ROOT);
            if (name.equals("UID") && words.length > 2) {
                name += " " + words[2].toUpperCase(Locale.ROOT);
            }
            Fault fault = take(name);
            if (fault != null && fault.kind() == Kind.STATUS) {
                say(words[0] + " NO " + Objects.requireNonNullElse(fault.text(), "[UNAVAILABLE] injected fault"));
                return;
            }
            if (fault != null && fault.kind() != Kind.DELAY) {
                doomed = new Doomed(words[0], fault);
            }
        }
        byte[] part = line;
        long literal = Lines.literal(part);
        send(part);
        while (literal >= 0) {
            fromClient.copy(literal, toServer);
            part = fromClient.next();
            send(part);
            literal = Lines.literal(part);
        }
    }

    private void send(byte[] bytes) throws IOException {
        toServer.write(bytes);
        toServer.flush();
    }

    private synchronized void say(String line) throws IOException {
        toClient.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        toClient.flush();
    }

    private void answers() {
        try {
            while (true) {
                answer(fromServer.next());
            }
        } catch (IOException ended) {
            Tcp.close(client);
            Tcp.close(server);
        }
    }

    private void answer(byte[] line) throws IOException {
        Doomed victim = doomed;
        boolean tagged = victim != null && Lines.text(line).startsWith(victim.tag() + " ");
        boolean continuation = line.length > 0 && line[0] == '+';
        if (victim == null || continuation) {
            passOn(line);
        } else if (victim.fault().kind() == Kind.CUT_DURING) {
            toClient.write(line, 0, Math.min(Math.max(1, victim.fault().bytes()), line.length - 1));
            toClient.flush();
            cut();
        } else if (tagged) {
            cut();
        } else {
            swallow(line);
        }
    }

    private synchronized void passOn(byte[] line) throws IOException {
        toClient.write(line);
        long literal = Lines.literal(line);
        if (literal >= 0) {
            fromServer.copy(literal, toClient);
        } else {
            toClient.flush();
        }
    }

    private void swallow(byte[] line) throws IOException {
        long literal = Lines.literal(line);
        if (literal >= 0) {
            fromServer.copy(literal, new ByteArrayOutputStream());
        }
    }

    private void cut() throws IOException {
        Tcp.reset(client);
        Tcp.close(server);
        throw new IOException("cut by a fault");
    }
}
