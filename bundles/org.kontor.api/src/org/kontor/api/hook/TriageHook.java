package org.kontor.api.hook;

import java.util.List;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Triage;

/**
 * Judges inbound messages in the receive pipeline. Provide it as an OSGi service. No I/O; runs inside the pipeline's
 * transaction.
 */
public interface TriageHook {
    /**
     * Judges a batch.
     *
     * @param messages inbound, of one brand
     * @return one judgement for each message, in the same order
     */
    List<Triage> judge(List<Message> messages);
}
