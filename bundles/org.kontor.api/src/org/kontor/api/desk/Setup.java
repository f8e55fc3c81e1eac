package org.kontor.api.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.Health;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;

/** Setting up clients, brands and accounts. Does disk I/O; {@link #test} does network I/O. */
public interface Setup {
    /**
     * An account as typed into the form.
     *
     * @param values all settings by name, secrets included
     * @param workFrom messages published before are history
     */
    record NewAccount(BrandId brand, ChannelType channel, String name, Map<String, String> values, Instant workFrom) {
        public NewAccount {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "NewAccount[" + brand + ", " + channel + "]";
        }
    }

    Client createClient(Scope scope, String name);

    Brand createBrand(
            Scope scope, @Nullable ClientId client, String name, Colour colour, ZoneId zone, String signature);

    void changeBrand(Scope scope, Brand brand);

    /** What became of a picture that was to be a logo. */
    enum LogoVerdict {
        /** It is kept, scaled down where it was large. */
        KEPT,
        /** Its file is larger than {@link #MOST_LOGO_BYTES}. */
        TOO_LARGE,
        /** It has more than {@link #MOST_LOGO_PIXELS} on a side. */
        TOO_MANY_PIXELS,
        /** It is neither PNG nor JPEG by its content, or it is damaged. */
        NO_PICTURE
    }

    /** The largest file that a logo may come from. */
    int MOST_LOGO_BYTES = 1 << 20;

    /** The longest side of a picture that a logo may come from. */
    int MOST_LOGO_PIXELS = 6_000;

    /**
     * Makes a picture the logo of a brand, for the head of its reports. What it is, is told by its content, not by a name.
     *
     * @param picture PNG or JPEG
     */
    LogoVerdict changeLogo(Scope scope, BrandId brand, byte[] picture);

    /** Takes the logo of a brand away. */
    void removeLogo(Scope scope, BrandId brand);

    /**
     * Looks whether an account would work, before it is kept. It belongs to no brand yet, so that a brand and its first
     * account can be set up together; whoever may set up any brand may ask.
     *
     * @param values all settings by name, secrets included
     * @return the steps made; a missing or badly formed setting is a failed step that names it
     */
    Health test(Scope scope, ChannelType channel, Map<String, String> values, IProgressMonitor monitor);

    /**
     * Looks whether an account would work with other settings, before they are kept.
     *
     * @param values all settings; a secret left out is the one that is kept
     * @return the steps made; a missing or badly formed setting is a failed step that names it
     */
    Health test(Scope scope, BrandId brand, AccountId account, Map<String, String> values, IProgressMonitor monitor);

    /**
     * Keeps an account and starts to receive.
     *
     * @throws IllegalArgumentException if a required setting is missing or badly formed; the message names it
     */
    Account createAccount(Scope scope, NewAccount account);

    /**
     * Changes an account's name or settings.
     *
     * @param values all settings; a secret left out stays as it is
     */
    Account changeAccount(Scope scope, BrandId brand, AccountId account, String name, Map<String, String> values);

    /** Pauses or goes on: a paused account receives and sends nothing. */
    Account setActive(Scope scope, BrandId brand, AccountId account, boolean active);
}
