package org.kontor.simulator.internal.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import jakarta.mail.MessagingException;
import jakarta.mail.Quota;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.journal.Log;

/** GreenMail's folders with their history in the journal. Safe for several threads. */
final class JournaledStore implements Store {

    private final InMemoryStore inner = new InMemoryStore();
    private final Map<Integer, JournaledFolder> byId = new HashMap<>();
    private final Map<MailFolder, JournaledFolder> byInner = new IdentityHashMap<>();
    private final Log log;
    private final Clock clock;
    private final Deliveries deliveries;
    private long lastValidity;

    JournaledStore(Log log, Clock clock, Deliveries deliveries) {
        this.log = log;
        this.clock = clock;
        this.deliveries = deliveries;
        keep(0, inner.getMailbox("#mail"), 1);
    }

    private JournaledFolder keep(int id, MailFolder folder, long uidValidity) {
        JournaledFolder journaled = new JournaledFolder(id, folder, uidValidity, log, deliveries);
        byId.put(id, journaled);
        byInner.put(folder, journaled);
        lastValidity = Math.max(lastValidity, uidValidity);
        return journaled;
    }

    /** Takes over an entry of the journal at the start. */
    synchronized void replay(Entry entry) {
        ObjectNode data = entry.data();
        try {
            JournaledFolder folder = byId.get(data.path("folder").asInt());
            switch (entry.kind()) {
                case "mail.folder" -> replayFolder(data);
                case "mail.rename" -> inner.renameMailbox(innerOf(folder), Json.required(data, "name"));
                case "mail.remove" -> remove(Objects.requireNonNull(folder));
                case "mail.selectable" ->
                    inner.setSelectable(innerOf(folder), data.path("value").asBoolean());
                default -> Objects.requireNonNull(folder).replay(entry);
            }
        } catch (FolderException | MessagingException e) {
            throw new IllegalStateException("The journal's entry " + entry.kind() + " cannot be repeated", e);
        }
    }

    private void replayFolder(ObjectNode data) throws FolderException {
        MailFolder parent = innerOf(byId.get(data.path("parent").asInt()));
        String name = Json.required(data, "name");
        MailFolder child =
                inner.createMailbox(parent, name, data.path("selectable").asBoolean());
        keep(data.path("folder").asInt(), child, data.path("validity").asLong());
    }

    /** After a restart nothing is recent. */
    synchronized void settle() {
        byId.values().forEach(folder -> folder.getRecentCount(true));
    }

    private static MailFolder innerOf(@Nullable MailFolder folder) {
        return ((JournaledFolder) Objects.requireNonNull(folder)).inner();
    }

    private @Nullable JournaledFolder known(@Nullable MailFolder folder) {
        return folder == null ? null : byInner.get(folder);
    }

    private List<MailFolder> known(Collection<MailFolder> folders) {
        List<MailFolder> known = new ArrayList<>();
        folders.forEach(folder -> known.add(Objects.requireNonNull(known(folder))));
        return known;
    }

    @Override
    public synchronized @Nullable MailFolder getMailbox(@Nullable String name) {
        return known(inner.getMailbox(name));
    }

    @Override
    public synchronized @Nullable MailFolder getMailbox(@Nullable MailFolder parent, @Nullable String name) {
        return known(inner.getMailbox(innerOf(parent), name));
    }

    @Override
    public synchronized Collection<MailFolder> getChildren(@Nullable MailFolder parent) {
        return known(inner.getChildren(innerOf(parent)));
    }

    @Override
    public synchronized MailFolder createMailbox(@Nullable MailFolder parent, @Nullable String name, boolean selectable)
            throws FolderException {
        JournaledFolder above = (JournaledFolder) Objects.requireNonNull(parent);
        MailFolder child = inner.createMailbox(above.inner(), name, selectable);
        // a second folder of that name, after the first was deleted, must not get the old value again
        long validity = Math.max(clock.instant().getEpochSecond(), lastValidity + 1);
        JournaledFolder folder = keep(byId.size() + 1, child, validity);
        ObjectNode data = Json.object().put("folder", folder.id()).put("parent", above.id());
        data.put("name", name).put("selectable", selectable).put("validity", validity);
        log.append(Entry.of("mail.folder", data));
        return folder;
    }

    @Override
    public synchronized MailFolder setSelectable(@Nullable MailFolder folder, boolean selectable) {
        JournaledFolder changed = (JournaledFolder) Objects.requireNonNull(folder);
        inner.setSelectable(changed.inner(), selectable);
        ObjectNode data = Json.object().put("folder", changed.id()).put("value", selectable);
        log.append(Entry.of("mail.selectable", data));
        return changed;
    }

    @Override
    public synchronized void deleteMailbox(@Nullable MailFolder folder) throws FolderException {
        JournaledFolder removed = (JournaledFolder) Objects.requireNonNull(folder);
        remove(removed);
        log.append(Entry.of("mail.remove", Json.object().put("folder", removed.id())));
    }

    private void remove(JournaledFolder folder) throws FolderException {
        inner.deleteMailbox(folder.inner());
        byInner.remove(folder.inner());
    }

    @Override
    public synchronized void renameMailbox(@Nullable MailFolder folder, @Nullable String name) {
        JournaledFolder renamed = (JournaledFolder) Objects.requireNonNull(folder);
        inner.renameMailbox(renamed.inner(), name);
        ObjectNode data = Json.object().put("folder", renamed.id()).put("name", name);
        log.append(Entry.of("mail.rename", data));
    }

    @Override
    public synchronized Collection<MailFolder> listMailboxes(@Nullable String pattern) throws FolderException {
        return known(inner.listMailboxes(pattern));
    }

    @Override
    public Quota[] getQuota(@Nullable String root, @Nullable String prefix) {
        return new Quota[0];
    }

    @Override
    public void setQuota(@Nullable Quota quota, @Nullable String prefix) {
        throw new UnsupportedOperationException("the simulator has no quota");
    }

    @Override
    public void deleteQuota(@Nullable String prefix) {
        // there is none
    }

    @Override
    public boolean isQuotaSupported() {
        return false;
    }

    @Override
    public void setQuotaSupported(boolean supported) {
        throw new UnsupportedOperationException("the simulator has no quota");
    }
}
