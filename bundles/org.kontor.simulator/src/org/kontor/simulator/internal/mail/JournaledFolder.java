package org.kontor.simulator.internal.mail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.journal.Log;

/**
 * A folder of GreenMail whose changes are in the journal before they can be seen.
 *
 * <p>GreenMail keeps messages in memory only, takes the start time as UIDVALIDITY and gives UIDs by counting. Here the
 * UIDVALIDITY is our own, and because the journal is replayed operation by operation, the counting comes to the same UIDs
 * after a restart, gaps of expunged messages included.
 */
final class JournaledFolder implements MailFolder, UIDFolder {

    private final int id;
    private final MailFolder inner;
    private final Log log;
    private final Deliveries deliveries;
    private long uidValidity;

    JournaledFolder(int id, MailFolder inner, long uidValidity, Log log, Deliveries deliveries) {
        this.id = id;
        this.inner = inner;
        this.uidValidity = uidValidity;
        this.log = log;
        this.deliveries = deliveries;
    }

    int id() {
        return id;
    }

    MailFolder inner() {
        return inner;
    }

    /** Takes over an entry of the journal at the start. */
    void replay(Entry entry) throws MessagingException, FolderException {
        ObjectNode data = entry.data();
        switch (entry.kind()) {
            case "mail.append" -> replayAppend(entry);
            case "mail.flags" ->
                inner.replaceFlags(
                        FlagTexts.read(data.path("flags")), data.path("uid").asLong(), null, false);
            case "mail.expunge" -> {
                for (var uid : data.path("uids")) {
                    inner.setFlags(new Flags(Flags.Flag.DELETED), true, uid.asLong(), null, false);
                }
                inner.expunge();
            }
            case "mail.validity" -> uidValidity = data.path("value").asLong();
            default -> throw new IllegalStateException("unknown journal entry " + entry.kind());
        }
    }

    private void replayAppend(Entry entry) throws MessagingException {
        Flags flags = FlagTexts.read(entry.data().path("flags"));
        Date received = new Date(entry.data().path("at").asLong());
        try {
            inner.appendMessage(MimeMessages.parse(entry.blob()), flags, received);
        } catch (IllegalStateException refused) {
            // GreenMail refused this message already when it was new, and its UID was used up as it is now
            if (inner.getUIDNext() <= entry.data().path("uid").asLong()) {
                throw refused;
            }
        }
    }

    private ObjectNode data() {
        return Json.object().put("folder", id);
    }

    @Override
    public long appendMessage(@Nullable MimeMessage message, @Nullable Flags flags, @Nullable Date receivedDate) {
        return append(
                Objects.requireNonNull(message),
                Objects.requireNonNullElseGet(flags, Flags::new),
                Objects.requireNonNullElseGet(receivedDate, Date::new),
                null);
    }

    /** Adds a message; {@code tag} is what the world wants to find again in the journal. */
    long append(MimeMessage message, Flags flags, Date received, @Nullable String tag) {
        byte[] raw = raw(message);
        long position;
        long uid;
        synchronized (this) {
            ObjectNode data = data().put("at", received.getTime()).put("uid", inner.getUIDNext());
            data.set("flags", FlagTexts.write(flags));
            if (tag != null) {
                data.put("tag", tag);
            }
            position = log.write(new Entry("mail.append", data, raw));
            uid = inner.appendMessage(message, flags, received);
        }
        log.sync(position);
        deliveries.arrived(this, uid);
        return uid;
    }

    private static byte[] raw(MimeMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            message.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("GreenMail handed over a message that cannot be written", e);
        }
        return out.toByteArray();
    }

    @Override
    public void store(@Nullable MovingMessage mail) {
        store(Objects.requireNonNull(mail).getMessage());
    }

    @Override
    public void store(@Nullable MimeMessage mail) {
        appendMessage(mail, new Flags(), new Date());
    }

    @Override
    public void setFlags(
            @Nullable Flags flags, boolean value, long uid, @Nullable FolderListener silent, boolean addUid)
            throws FolderException {
        changeFlags(uid, () -> inner.setFlags(flags, value, uid, silent, addUid));
    }

    @Override
    public void replaceFlags(@Nullable Flags flags, long uid, @Nullable FolderListener silent, boolean addUid)
            throws FolderException {
        changeFlags(uid, () -> inner.replaceFlags(flags, uid, silent, addUid));
    }

    private interface FlagChange {
        void run() throws FolderException;
    }

    private void changeFlags(long uid, FlagChange change) throws FolderException {
        long position;
        synchronized (this) {
            change.run();
            ObjectNode data = data().put("uid", uid);
            data.set("flags", FlagTexts.write(inner.getMessage(uid).getFlags()));
            position = log.write(Entry.of("mail.flags", data));
        }
        log.sync(position);
    }

    @Override
    public void expunge() {
        expungeWhere(message -> true);
    }

    @Override
    public void expunge(IdRange @Nullable [] ranges) {
        expungeWhere(message -> ranges == null || IdRange.containsUid(ranges, message.getUid()));
    }

    private void expungeWhere(Predicate<StoredMessage> wanted) {
        long position;
        synchronized (this) {
            List<Long> uids = inner.getMessages().stream()
                    .filter(message -> message.isSet(Flags.Flag.DELETED) && wanted.test(message))
                    .map(StoredMessage::getUid)
                    .toList();
            if (uids.isEmpty()) {
                return;
            }
            ObjectNode data = data();
            ArrayNode gone = data.putArray("uids");
            uids.forEach(gone::add);
            position = log.write(Entry.of("mail.expunge", data));
            inner.expunge(uids.stream().map(uid -> new IdRange(uid, uid)).toArray(IdRange[]::new));
        }
        log.sync(position);
    }

    @Override
    public void deleteAllMessages() {
        synchronized (this) {
            for (long uid : inner.getMessageUids()) {
                inner.getMessage(uid).setFlag(Flags.Flag.DELETED, true);
            }
        }
        expunge();
    }

    @Override
    public long copyMessage(long uid, @Nullable MailFolder target) throws FolderException {
        StoredMessage original = getMessage(uid);
        if (original == null) {
            throw new FolderException("There is no message " + uid);
        }
        try {
            MimeMessage copy = new MimeMessage(original.getMimeMessage());
            return Objects.requireNonNull(target).appendMessage(copy, original.getFlags(), original.getReceivedDate());
        } catch (MessagingException e) {
            throw new FolderException("Can not copy message " + uid, e);
        }
    }

    @Override
    public long moveMessage(long uid, @Nullable MailFolder target) throws FolderException {
        long moved = copyMessage(uid, target);
        inner.getMessage(uid).setFlag(Flags.Flag.DELETED, true);
        expungeWhere(message -> message.getUid() == uid);
        return moved;
    }

    /** Gives the folder another UIDVALIDITY, as a server does that had to rebuild it. */
    void renewValidity() {
        long position;
        synchronized (this) {
            uidValidity++;
            position = log.write(Entry.of("mail.validity", data().put("value", uidValidity)));
        }
        log.sync(position);
    }

    @Override
    public synchronized long getUidValidity() {
        return uidValidity;
    }

    @Override
    public synchronized long getUIDValidity() {
        return uidValidity;
    }

    @Override
    public String getName() {
        return inner.getName();
    }

    @Override
    public String getFullName() {
        return inner.getFullName();
    }

    @Override
    public Flags getAvailableFlags() {
        return inner.getAvailableFlags();
    }

    @Override
    public Flags getPermanentFlags() {
        return inner.getPermanentFlags();
    }

    @Override
    public int getMessageCount() {
        return inner.getMessageCount();
    }

    @Override
    public int getRecentCount(boolean reset) {
        return inner.getRecentCount(reset);
    }

    @Override
    public int getFirstUnseen() {
        return inner.getFirstUnseen();
    }

    @Override
    public int getUnseenCount() {
        return inner.getUnseenCount();
    }

    @Override
    public boolean isSelectable() {
        return inner.isSelectable();
    }

    @Override
    public long getUIDNext() {
        return inner.getUIDNext();
    }

    @Override
    public void addListener(@Nullable FolderListener listener) {
        inner.addListener(listener);
    }

    @Override
    public void removeListener(@Nullable FolderListener listener) {
        inner.removeListener(listener);
    }

    @Override
    public @Nullable StoredMessage getMessage(long uid) {
        return inner.getMessage(uid);
    }

    @Override
    public long[] getMessageUids() {
        return inner.getMessageUids();
    }

    @Override
    public long[] search(@Nullable SearchTerm term) {
        return inner.search(term);
    }

    @Override
    public int getMsn(long uid) throws FolderException {
        return inner.getMsn(uid);
    }

    @Override
    public void signalDeletion() {
        inner.signalDeletion();
    }

    @Override
    public List<StoredMessage> getMessages(@Nullable MsgRangeFilter range) {
        return inner.getMessages(range);
    }

    @Override
    public List<StoredMessage> getMessages() {
        return inner.getMessages();
    }

    @Override
    public List<StoredMessage> getNonDeletedMessages() {
        return inner.getNonDeletedMessages();
    }

    @Override
    public @Nullable Message getMessageByUID(long uid) {
        StoredMessage message = inner.getMessage(uid);
        return message == null ? null : message.getMimeMessage();
    }

    @Override
    public Message[] getMessagesByUID(long start, long end) throws MessagingException {
        return ((UIDFolder) inner).getMessagesByUID(start, end);
    }

    @Override
    public Message[] getMessagesByUID(long @Nullable [] uids) throws MessagingException {
        return ((UIDFolder) inner).getMessagesByUID(Arrays.copyOf(Objects.requireNonNull(uids), uids.length));
    }

    @Override
    public long getUID(@Nullable Message message) throws MessagingException {
        return ((UIDFolder) inner).getUID(message);
    }
}
