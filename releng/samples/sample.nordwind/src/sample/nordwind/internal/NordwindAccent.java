package sample.nordwind.internal;

import java.util.Optional;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.ui.api.theme.BrandAccent;
import org.osgi.service.component.annotations.Component;

/** The petrol of Nordwind's style guide. Whoever installed the plug-in chose the brands that it is asked about. */
@Component
public final class NordwindAccent implements BrandAccent {
    private static final Colour PETROL = Colour.of("#0e7490");

    @Override
    public String id() {
        return "sample.nordwind.accent";
    }

    @Override
    public Optional<Colour> accent(BrandId brand) {
        return Optional.of(PETROL);
    }
}
