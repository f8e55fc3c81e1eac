package org.kontor.demo.internal;

import java.util.Optional;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the demo was told on the command line. */
@Component(service = Arguments.class)
public final class Arguments {
    private final String[] all;

    @Activate
    public Arguments(@Reference EnvironmentInfo environment) {
        all = environment.getNonFrameworkArgs();
    }

    /** The value after {@code --name}; empty where it was not given. */
    Optional<String> value(String name) {
        for (int i = 0; i + 1 < all.length; i++) {
            if (all[i].equals("--" + name)) {
                return Optional.of(all[i + 1]);
            }
        }
        return Optional.empty();
    }
}
