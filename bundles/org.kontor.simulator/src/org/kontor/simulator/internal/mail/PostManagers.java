package org.kontor.simulator.internal.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes GreenMail use our folders. */
final class PostManagers extends Managers {

    private final ImapHostManager hosts;
    private final UserManager users;
    private final SmtpManager smtp;

    PostManagers(JournaledStore store) {
        hosts = new KnownAccounts(store);
        users = new UserManager(hosts);
        smtp = new SmtpManager(hosts, users);
    }

    @Override
    public ImapHostManager getImapHostManager() {
        return hosts;
    }

    @Override
    public UserManager getUserManager() {
        return users;
    }

    @Override
    public SmtpManager getSmtpManager() {
        return smtp;
    }

    /** After a restart the folders are there before the users are. */
    private static final class KnownAccounts extends ImapHostManagerImpl {
        private KnownAccounts(JournaledStore store) {
            super(store);
        }

        @Override
        public void createPrivateMailAccount(@Nullable GreenMailUser user) throws FolderException {
            if (getInbox(Objects.requireNonNull(user)) == null) {
                super.createPrivateMailAccount(user);
            }
        }
    }
}
