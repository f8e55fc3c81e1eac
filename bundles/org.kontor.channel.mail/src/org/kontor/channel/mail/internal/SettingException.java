package org.kontor.channel.mail.internal;

import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;

/** A setting that cannot be used as it is. */
public final class SettingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String setting;

    SettingException(String setting, String message) {
        super(message);
        this.setting = setting;
    }

    /** The name of the setting. */
    public String setting() {
        return setting;
    }

    /** The same as a value. */
    public Fault fault() {
        return Fault.ofSetting(FaultKind.SETTINGS, setting, String.valueOf(getMessage()));
    }
}
