package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.runner.DataFolder;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.dialog.AboutSheet;
import org.kontor.app.internal.model.Libraries;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.osgi.framework.FrameworkUtil;

/** Says what this is: versions, licences, and where the data lies. */
public final class AboutHandler {
    private static final Object FAMILY = AboutHandler.class;

    @Execute
    void show(
            Look look,
            @Translation Messages texts,
            DataFolder folder,
            Work work,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        AboutSheet sheet = new AboutSheet(shell, look, texts, folder);
        work.run(texts.about_title, FAMILY, monitor -> libraries(), sheet::show);
        sheet.open();
    }

    private static Libraries libraries() throws IOException {
        Map<String, String> licences = licences();
        return new Libraries(Stream.of(FrameworkUtil.getBundle(AboutHandler.class)
                        .getBundleContext()
                        .getBundles())
                .filter(each -> each.getSymbolicName() != null)
                .map(each -> Libraries.library(
                        each.getSymbolicName(),
                        each.getVersion().toString(),
                        each.getHeaders().get("Bundle-License"),
                        licences))
                .toList());
    }

    /** The list lies in the top folder of an installation; a start from an IDE has none. */
    private static Map<String, String> licences() throws IOException {
        Location installation = Platform.getInstallLocation();
        if (installation == null || installation.getURL() == null) {
            return Map.of();
        }
        // The platform gives a file address in which spaces may stand as they are: no URI.
        Path list = Path.of(new java.io.File(installation.getURL().getPath()).getPath(), "THIRD-PARTY.md");
        return Files.exists(list) ? Libraries.read(Files.readString(list)) : Map.of();
    }
}
