package org.kontor.ui.setup.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.desk.Connectors;
import org.kontor.ui.setup.internal.model.Problem.Cause;

/** The channel that is chosen in the wizard; what was typed for each one is kept while another is looked at. */
final class ChosenChannel {
    private final Connectors connectors;
    private final Messages messages;
    private final Runnable changed;
    private final Map<ChannelType, FormModel> forms = new HashMap<>();
    private final Map<ChannelType, String> names = new HashMap<>();
    private @Nullable ChannelType type;

    ChosenChannel(Connectors connectors, Messages messages, Runnable changed) {
        this.connectors = connectors;
        this.messages = messages;
        this.changed = changed;
    }

    Optional<ChannelType> type() {
        return Optional.ofNullable(type);
    }

    void choose(ChannelType wanted) {
        type = wanted;
        changed.run();
    }

    Optional<ChannelConnector> connector() {
        ChannelType chosen = type;
        return chosen == null ? Optional.empty() : connectors.of(chosen);
    }

    Optional<ConnectorWords> words() {
        return connector().map(c -> new ConnectorWords(c, messages.locale()));
    }

    Optional<FormModel> form() {
        return words().map(words -> forms.computeIfAbsent(words.connector().type(), name -> {
            FormModel fresh = FormModel.fresh(FormField.of(words), Assist.of(name.name()));
            fresh.onChange(changed);
            return fresh;
        }));
    }

    /** The name of the account: as typed, else what the settings make of it. */
    String accountName() {
        ChannelType chosen = type;
        String typed = chosen == null ? null : names.get(chosen);
        return typed == null ? form().map(FormModel::accountName).orElse("") : typed;
    }

    /** The user typed the name; empty goes back to what the settings make of it. */
    void nameAccount(String name) {
        ChannelType chosen = type;
        if (chosen != null && !name.equals(accountName())) {
            if (name.isEmpty()) {
                names.remove(chosen);
            } else {
                names.put(chosen, name);
            }
            changed.run();
        }
    }

    /** What is wrong with the settings and the name. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(form().map(FormModel::problems).orElse(List.of()));
        if (accountName().isBlank()) {
            all.add(new Problem("name", messages.text("account.name"), Cause.MISSING, List.of()));
        }
        return all;
    }

    /** Whether something was typed for any channel. */
    boolean dirty() {
        return forms.values().stream().anyMatch(FormModel::dirty);
    }

    /** All that a test of the connection depends on; empty while no channel is chosen. */
    Map<String, String> stamp() {
        ChannelType chosen = type;
        if (chosen == null) {
            return Map.of();
        }
        Map<String, String> stamp =
                new LinkedHashMap<>(form().map(FormModel::values).orElse(Map.of()));
        stamp.put("", chosen.name());
        return stamp;
    }
}
