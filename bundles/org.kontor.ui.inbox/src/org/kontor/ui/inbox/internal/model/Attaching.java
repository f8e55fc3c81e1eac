package org.kontor.ui.inbox.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kontor.api.channel.Capabilities.AttachmentRule;
import org.kontor.api.channel.OutgoingAttachment;

/** Files read to be attached, as far as the channel takes them. */
public record Attaching(List<OutgoingAttachment> taken, List<Refused> refused) {
    /** Why a file was not taken. */
    public enum Problem {
        NONE_TAKEN,
        TOO_MANY,
        TOO_LARGE,
        WRONG_TYPE,
        UNREADABLE
    }

    /**
     * A file that was not taken.
     *
     * @param detail what the system said of an unreadable one; empty else
     */
    public record Refused(String name, Problem problem, String detail) {
        Refused(String name, Problem problem) {
            this(name, problem, "");
        }
    }

    public Attaching {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
    }

    /**
     * Reads files. For a worker.
     *
     * @param there how many are attached already
     */
    static Attaching read(List<Path> files, AttachmentRule rule, int there) {
        List<OutgoingAttachment> taken = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            try {
                if (rule.maxCount() == 0) {
                    refused.add(new Refused(name, Problem.NONE_TAKEN));
                } else if (there + taken.size() >= rule.maxCount()) {
                    refused.add(new Refused(name, Problem.TOO_MANY));
                } else if (Files.size(file) > rule.maxBytes()) {
                    refused.add(new Refused(name, Problem.TOO_LARGE));
                } else {
                    take(name, Files.readAllBytes(file), rule, taken, refused);
                }
            } catch (IOException unreadable) {
                refused.add(new Refused(name, Problem.UNREADABLE, String.valueOf(unreadable.getMessage())));
            }
        }
        return new Attaching(taken, refused);
    }

    private static void take(
            String name, byte[] content, AttachmentRule rule, List<OutgoingAttachment> taken, List<Refused> refused) {
        String type = MediaTypes.of(name, content);
        if (rule.takes(type)) {
            taken.add(new OutgoingAttachment(name, type, content, ""));
        } else {
            refused.add(new Refused(name, Problem.WRONG_TYPE));
        }
    }
}
