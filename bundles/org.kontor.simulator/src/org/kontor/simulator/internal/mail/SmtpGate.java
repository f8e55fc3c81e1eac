package org.kontor.simulator.internal.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GreenMail's SMTP server as a submission server: nobody sends without having logged in. */
final class SmtpGate extends SmtpServer {

    private final Managers managers;

    SmtpGate(ServerSetup setup, Managers managers) {
        super(setup, managers);
        this.managers = managers;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(@Nullable Socket socket) {
        return new SmtpHandler(new Commands(), managers.getSmtpManager(), socket);
    }

    private static final class Commands extends SmtpCommandRegistry {
        @Override
        public SmtpCommand getCommand(@Nullable String name) {
            SmtpCommand command = super.getCommand(name);
            return command instanceof MailCommand ? new MailAfterLogin() : command;
        }
    }

    private static final class MailAfterLogin extends MailCommand {
        @Override
        public void execute(
                @Nullable SmtpConnection connection,
                @Nullable SmtpState state,
                @Nullable SmtpManager manager,
                @Nullable String line) {
            SmtpConnection client = Objects.requireNonNull(connection);
            if (client.isAuthenticated()) {
                super.execute(client, state, manager, line);
            } else {
                client.send("530 5.7.0 Authentication required");
            }
        }
    }
}
