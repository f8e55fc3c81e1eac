package org.kontor.api.report;

import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;

/**
 * What a report is about.
 *
 * @param brands narrows the caller's scope; empty for all of it
 * @param channels empty for all
 * @since 0.1
 */
public record ReportQuery(ReportRange range, Set<BrandId> brands, Set<ChannelType> channels) {
    public ReportQuery {
        brands = Set.copyOf(brands);
        channels = Set.copyOf(channels);
    }
}
