package org.kontor.api.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;

/**
 * Computes reports; a service. Calls that take a scope block and read the store: not for the UI thread.
 *
 * @since 0.1
 */
public interface Reports {
    /** How a report is written to a file. */
    enum Format {
        /** A paper of A4 to be read: figures, charts, tables, definitions, with the logo and colour of the one brand. */
        PDF("pdf"),
        /** RFC 4180, UTF-8: one line for each number. */
        CSV("csv"),
        /** Office Open XML: the numbers, one row for each inquiry, the definitions. */
        XLSX("xlsx");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** The end of the file's name, without the point. */
        public String extension() {
            return extension;
        }
    }

    /**
     * The day that it is for some brands; the latest where their time zones differ, so that a range that ends with it leaves
     * nothing out.
     *
     * @param brands empty for all of the scope
     */
    LocalDate today(Scope scope, Set<BrandId> brands);

    /**
     * Computes a report of what the scope may read.
     *
     * @throws org.kontor.api.store.StoreException if the store cannot be read
     */
    Report compute(Scope scope, ReportQuery query);

    /**
     * Asks the contributed sections for their part of a report, each through the guard and with the brands that its plug-in
     * sees. One that sees none of them is not asked, one that has nothing to say is left out, one that fails says why.
     * Without a guard none is asked.
     *
     * @param locale the language of the report
     * @param monitor cancels
     */
    List<ContributedSection> sections(Scope scope, ReportQuery query, Locale locale, IProgressMonitor monitor);

    /**
     * The inquiries behind one of a report's numbers, as they are now.
     *
     * @param limit the most to be returned, 1 to 100,000
     */
    Behind behind(Scope scope, Report report, Point point, int limit);

    /** The words for a report in a language; English for those that we do not speak. */
    ReportWords words(Locale locale);

    /**
     * Writes a report as it is seen. Text that a spreadsheet would take for a formula is marked as text.
     *
     * @param scope holds the brands of the report
     * @param all the inquiries of the report, from {@link #behind} its number of inquiries begun
     * @param to is not closed
     */
    void export(Scope scope, Report report, Behind all, Format format, Locale locale, OutputStream to)
            throws IOException;
}
