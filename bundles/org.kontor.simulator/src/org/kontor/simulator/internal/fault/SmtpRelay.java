package org.kontor.simulator.internal.fault;

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

/** Passes an SMTP dialogue on, command by command, and lets faults happen to it. */
final class SmtpRelay {

    private static final String END_OF_TEXT = ".";

    private final Socket client;
    private final Socket server;
    private final FaultBook faults;
    private final Lines fromClient;
    private final Lines fromServer;
    private final OutputStream toClient;
    private final OutputStream toServer;
    private boolean open = true;
    private boolean detached;

    SmtpRelay(Socket client, Socket server, FaultBook faults) throws IOException {
        this.client = client;
        this.server = server;
        this.faults = faults;
        fromClient = new Lines(client.getInputStream());
        fromServer = new Lines(server.getInputStream());
        toClient = client.getOutputStream();
        toServer = server.getOutputStream();
    }

    void run() throws IOException {
        Fault fault = take("CONNECT");
        if (fault != null && fault.kind() == Kind.STATUS) {
            refuse(fault);
            return;
        }
        byte[] greeting = reply();
        pass(greeting, fault);
        while (open) {
            command(fromClient.next());
        }
    }

    private @Nullable Fault take(String name) throws IOException {
        Fault fault = faults.take(Wire.SMTP, name);
        if (fault != null) {
            Tcp.hold(fault.delay());
            if (fault.kind() == Kind.CUT_BEFORE) {
                cut();
            }
        }
        return fault;
    }

    private void command(byte[] line) throws IOException {
        String verb = Lines.text(line).strip().split(" ", 2)[0].toUpperCase(Locale.ROOT);
        Fault fault = take(verb);
        if (fault != null && fault.kind() == Kind.STATUS) {
            refuse(fault);
            return;
        }
        if (detached) {
            answerDetached(verb);
            return;
        }
        send(line);
        byte[] answer = reply();
        while (Lines.text(answer).startsWith("334")) {
            toClient.write(answer);
            send(fromClient.next());
            answer = reply();
        }
        pass(answer, fault);
        if (verb.equals("DATA") && Lines.text(answer).startsWith("354")) {
            text();
        }
        open &= !verb.equals("QUIT");
    }

    /** Takes the message text from the client and hands it to the server unless a fault forbids it. */
    private void text() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] line = fromClient.next();
        while (!Lines.text(line).equals(".\r\n")) {
            text.write(line);
            line = fromClient.next();
        }
        text.write(line);
        Fault fault = take(END_OF_TEXT);
        if (fault != null && fault.kind() == Kind.STATUS) {
            // the server waits for the text in vain; what the client says from now on is answered here
            Tcp.close(server);
            detached = true;
            refuse(fault);
            return;
        }
        send(text.toByteArray());
        pass(reply(), fault);
    }

    private void refuse(Fault fault) throws IOException {
        String text = Objects.requireNonNullElse(fault.text(), "injected fault");
        toClient.write((fault.status() + " " + text + "\r\n").getBytes(StandardCharsets.UTF_8));
        open &= fault.status() != 421;
    }

    private void answerDetached(String verb) throws IOException {
        String answer = switch (verb) {
            case "QUIT" -> "221 Bye";
            case "RSET", "NOOP" -> "250 OK";
            default -> "421 Service not available";
        };
        toClient.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        open = answer.startsWith("250");
    }

    private void send(byte[] bytes) throws IOException {
        toServer.write(bytes);
        toServer.flush();
    }

    private byte[] reply() throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        byte[] line;
        do {
            line = fromServer.next();
            reply.write(line);
        } while (line.length > 3 && line[3] == '-');
        return reply.toByteArray();
    }

    private void pass(byte[] reply, @Nullable Fault fault) throws IOException {
        if (fault != null && fault.kind() == Kind.CUT_AFTER) {
            cut();
        }
        if (fault != null && fault.kind() == Kind.CUT_DURING) {
            toClient.write(reply, 0, Math.min(Math.max(1, fault.bytes()), reply.length - 1));
            toClient.flush();
            cut();
        }
        toClient.write(reply);
        toClient.flush();
    }

    private void cut() throws IOException {
        Tcp.reset(client);
        Tcp.close(server);
        throw new IOException("cut by a fault");
    }
}
