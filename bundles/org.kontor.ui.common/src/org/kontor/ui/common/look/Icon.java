package org.kontor.ui.common.look;

import org.kontor.api.account.ChannelType;

/**
 * The icons of the window: Lucide (ISC) for what things do, Simple Icons (CC0) for what a network is. Each is an SVG that
 * takes its colour when it is drawn.
 *
 * @since 0.1
 */
public enum Icon {
    ADD("plus"),
    ARCHIVE("archive"),
    ASSIGN("user-check"),
    ATTACH("paperclip"),
    BACK("arrow-left"),
    BELL("bell"),
    BLUESKY("channel-bluesky"),
    BOOK("book-open"),
    CHANNEL("message-circle"),
    CHART("chart-column"),
    CHECK("check"),
    CHECK_ALL("check-check"),
    CLIENT("building-2"),
    CLOCK("clock"),
    CLOSE("x"),
    COPY("copy"),
    DARK("moon"),
    DELETE("trash-2"),
    DONE("circle-check"),
    DOWN("chevron-down"),
    DOWNLOAD("download"),
    EDIT("pencil"),
    EXTERNAL("external-link"),
    FAILED("circle-x"),
    FILE("file-text"),
    FILTER("filter"),
    FLAG("flag"),
    FOLDER("folder"),
    FORWARD("arrow-right"),
    HIDE("eye-off"),
    HISTORY("history"),
    IGNORE("ban"),
    IMAGE("image"),
    INBOX("inbox"),
    INFO("info"),
    KEY("key-round"),
    KEYBOARD("keyboard"),
    LANGUAGE("languages"),
    LIGHT("sun"),
    LINK("link"),
    LIST("list"),
    LOG("scroll-text"),
    MAIL("mail"),
    MENTION("at-sign"),
    MESSAGE("message-square"),
    MORE("ellipsis"),
    NOTE("sticky-note"),
    OFFLINE("wifi-off"),
    PAUSE("pause"),
    PLAY("play"),
    PLUGIN("puzzle"),
    PRIVATE("lock"),
    PROBLEM("circle-alert"),
    PROGRESS("activity"),
    PUBLIC("globe"),
    REFRESH("refresh-cw"),
    REPLY("reply"),
    RETRY("rotate-ccw"),
    RIGHT("chevron-right"),
    SEARCH("search"),
    SEND("send"),
    SERVER("server"),
    SETTINGS("settings"),
    SHOW("eye"),
    SLIDERS("sliders-horizontal"),
    SNOOZE("alarm-clock"),
    SYSTEM("monitor"),
    UNDO("undo-2"),
    USER("user"),
    USERS("users"),
    WAITING("hourglass"),
    WARNING("triangle-alert"),
    ZOOM_IN("zoom-in"),
    ZOOM_OUT("zoom-out");

    private final String file;

    Icon(String file) {
        this.file = file;
    }

    /** The icon of a channel; a speech bubble for one that we have no own icon for. */
    public static Icon of(ChannelType channel) {
        return switch (channel.name()) {
            case "mail" -> MAIL;
            case "bluesky" -> BLUESKY;
            case "note" -> NOTE;
            default -> CHANNEL;
        };
    }

    /** Where the SVG lies in this bundle. */
    public String path() {
        return "/icons/" + file + ".svg";
    }
}
