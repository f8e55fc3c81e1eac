package org.kontor.ui.setup.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.CapabilityWords;
import org.kontor.ui.setup.internal.model.ConnectorWords;
import org.kontor.ui.setup.internal.model.NewAccountModel;
import org.kontor.ui.setup.internal.view.Desk;

/** Page 2: a card for each channel. Arrow keys go from card to card as in a group of radio buttons. */
final class ChannelStep implements Step {
    private final Desk desk;
    private final NewAccountModel model;
    private final List<ChannelCard> cards = new ArrayList<>();
    private final List<ChannelType> types = new ArrayList<>();

    ChannelStep(Desk desk, NewAccountModel model) {
        this.desk = desk;
        this.model = model;
    }

    @Override
    public void create(Composite parent) {
        for (ChannelConnector connector : model.connectors()) {
            String name = new ConnectorWords(connector, desk.messages().locale()).name();
            String can = String.join(" · ", CapabilityWords.of(connector.capabilities(), desk.messages()));
            ChannelCard card = new ChannelCard(parent, desk, Icon.of(connector.type()), name, can);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(320, SWT.DEFAULT)
                    .applyTo(card);
            Names.id(card, "wizard.channel." + connector.type().name());
            card.onActivate(() -> model.chooseChannel(connector.type()));
            card.addListener(SWT.MouseDoubleClick, e -> model.next());
            card.addListener(SWT.KeyDown, this::step);
            cards.add(card);
            types.add(connector.type());
        }
        if (cards.isEmpty()) {
            Texts.body(parent, desk.look(), desk.text("wizard.noConnector"));
        }
        refresh();
    }

    private void step(Event event) {
        if ((event.character == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && event.widget instanceof ChannelCard card) {
            enter(card);
        }
        int by = switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.ARROW_RIGHT -> 1;
            case SWT.ARROW_UP, SWT.ARROW_LEFT -> -1;
            default -> 0;
        };
        if (by != 0 && event.widget instanceof ChannelCard from) {
            int to = Math.floorMod(cards.indexOf(from) + by, cards.size());
            cards.get(to).setFocus();
            model.chooseChannel(types.get(to));
        }
    }

    /** Enter chooses; on what is chosen it leads on, as the default button does elsewhere. */
    private void enter(ChannelCard card) {
        boolean chosen = model.connector()
                .filter(c -> c.type().equals(types.get(cards.indexOf(card))))
                .isPresent();
        if (chosen) {
            model.next();
        }
    }

    @Override
    public void refresh() {
        for (int i = 0; i < cards.size(); i++) {
            ChannelType type = types.get(i);
            cards.get(i)
                    .setChosen(
                            model.connector().filter(c -> c.type().equals(type)).isPresent());
        }
    }

    @Override
    public void focus() {
        for (int i = 0; i < cards.size(); i++) {
            ChannelType type = types.get(i);
            if (model.connector().filter(c -> c.type().equals(type)).isPresent()) {
                cards.get(i).setFocus();
                return;
            }
        }
        if (!cards.isEmpty()) {
            cards.getFirst().setFocus();
        }
    }
}
