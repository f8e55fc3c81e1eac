package org.kontor.ui.reporting.internal.model;

import org.kontor.api.access.Grants;
import org.kontor.api.report.Reports;
import org.kontor.api.store.Store;
import org.kontor.ui.common.work.Work;

/** What the perspective needs of the house. */
public record ReportingServices(Reports reports, Store store, Grants grants, Work work) {
    /** The family of every job of the perspective. */
    public static final Object FAMILY = ReportingServices.class;
}
