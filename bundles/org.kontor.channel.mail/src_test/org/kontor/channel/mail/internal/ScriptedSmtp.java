package org.kontor.channel.mail.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers as a test wants. */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "GREETING", "220 ready",
            "EHLO", "250-scripted\r\n250-AUTH PLAIN\r\n250 SIZE 1000000",
            "AUTH", "235 welcome",
            "MAIL", "250 fine",
            "RCPT", "250 fine",
            "DATA", "354 go on",
            ".", "250 taken",
            "RSET", "250 fine",
            "QUIT", "221 bye"));
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What to answer to a command; {@code close} closes the connection instead. */
    ScriptedSmtp answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** The commands and, after DATA, the lines of the mail. */
    List<String> heard() {
        return heard;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = client.getOutputStream()) {
            boolean goOn = say(out, "GREETING");
            boolean data = false;
            String line = goOn ? in.readLine() : null;
            while (line != null) {
                heard.add(line);
                if (!data || line.equals(".")) {
                    String command = line.equals(".") ? "." : line.split("[ :]")[0].toUpperCase();
                    if (!say(out, command)) {
                        return;
                    }
                    data = command.equals("DATA")
                            && answers.getOrDefault("DATA", "").startsWith("354");
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private boolean say(OutputStream out, String command) throws IOException {
        String answer = answers.getOrDefault(command, "502 what?");
        if (answer.equals("close")) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
