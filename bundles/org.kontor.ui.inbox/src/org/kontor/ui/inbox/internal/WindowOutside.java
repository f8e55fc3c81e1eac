package org.kontor.ui.inbox.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.program.Program;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.inbox.internal.model.Services;
import org.kontor.ui.inbox.internal.view.Outside;

/** The window around the views. */
final class WindowOutside implements Outside {
    private final IEclipseContext context;
    private final Work work;
    private final Services services;
    private final Words words;
    private final Fetching fetching;

    WindowOutside(IEclipseContext context, Work work, Services services, Words words) {
        this.context = context;
        this.work = work;
        this.services = services;
        this.words = words;
        fetching = new Fetching(services, words);
    }

    @Override
    public void open(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:")) {
            Program.launch(address);
        }
    }

    @Override
    public void browse(Path page) {
        Program.launch(page.toUri().toString());
    }

    @Override
    public String channel(ChannelType type) {
        return services.connectors()
                .of(type)
                .map(connector -> connector.text("name", words.locale()))
                .orElse(type.name());
    }

    @Override
    public void command(String id) {
        command(id, Map.of());
    }

    @Override
    public void command(String id, Map<String, String> parameters) {
        ParameterizedCommand command =
                context.get(ECommandService.class).createCommand(id, new HashMap<String, Object>(parameters));
        EHandlerService handlers = context.get(EHandlerService.class);
        if (command != null && handlers.canExecute(command)) {
            handlers.executeHandler(command);
        }
    }

    @Override
    public <T extends @Nullable Object> void work(
            String name, Supplier<T> task, Consumer<? super T> done, Consumer<RuntimeException> failed) {
        work.<T>run(
                name,
                WorkThreads.FAMILY,
                monitor -> task.get(),
                done,
                fault -> failed.accept(
                        fault instanceof RuntimeException runtime ? runtime : new IllegalStateException(fault)));
    }

    @Override
    public byte[] fetch(Message message, Attachment attachment) {
        return fetching.fetch(message, attachment);
    }
}
