package org.kontor.ui.setup.internal.model;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.kontor.api.access.User;
import org.kontor.api.audit.AuditAnchor;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.UserId;

/**
 * Writes an audit trail as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, and below it the anchors, by which a copy on
 * paper or with somebody else proves later that nothing was changed.
 */
final class TrailExport {
    private static final int PAGE = 500;
    private static final String END = "\r\n";

    private TrailExport() {}

    /** @param pages reads a page of the trail */
    static void write(
            Path file,
            AuditQuery query,
            Function<AuditQuery, List<AuditEntry>> pages,
            List<AuditAnchor> anchors,
            Map<UserId, User> users,
            IProgressMonitor monitor)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer to = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                to.write('\ufeff');
                to.write(line("month", "position", "id", "time", "user", "action", "subject", "subject id", "details"));
                AuditQuery next = new AuditQuery(
                        query.brands(), query.actions(), query.actor(), null, query.from(), query.to(), null, PAGE);
                List<AuditEntry> page = pages.apply(next);
                while (!page.isEmpty()) {
                    for (AuditEntry entry : page) {
                        to.write(line(entry, users));
                    }
                    if (monitor.isCanceled()) {
                        throw new OperationCanceledException();
                    }
                    page = pages.apply(next.after(page.getLast()));
                }
                for (AuditAnchor a : anchors) {
                    to.write(line(
                            a.month(), a.entries(), a.last().value(), "", "", "ANCHOR", "", "", "sha256=" + a.hash()));
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String line(AuditEntry e, Map<UserId, User> users) {
        User user = users.get(e.actor());
        String details = e.fields().stream()
                .map(f -> f.name() + "=" + (f.erased() ? "(erased)" : f.content()))
                .collect(Collectors.joining("; "));
        return line(
                e.month(),
                e.position(),
                e.id().value(),
                e.at(),
                user == null ? e.actor().value() : user.name(),
                e.action(),
                kind(e.subject()),
                number(e.subject()),
                details);
    }

    private static String kind(AuditSubject subject) {
        return switch (subject) {
            case AuditSubject.OfBrand b -> "BRAND";
            case AuditSubject.OfAccount a -> "ACCOUNT";
            case AuditSubject.OfConversation c -> "CONVERSATION";
            case AuditSubject.OfCase c -> "CASE";
        };
    }

    private static long number(AuditSubject subject) {
        return switch (subject) {
            case AuditSubject.OfBrand b -> b.id().value();
            case AuditSubject.OfAccount a -> a.id().value();
            case AuditSubject.OfConversation c -> c.id().value();
            case AuditSubject.OfCase c -> c.id().value();
        };
    }

    private static String line(Object... cells) {
        return Stream.of(cells).map(cell -> text(cell.toString())).collect(Collectors.joining(",", "", END));
    }

    /** What a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
    private static String text(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = Stream.of(",", "\"", "\r", "\n").anyMatch(safe::contains);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
