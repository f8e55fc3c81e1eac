package org.kontor.ui.inbox.internal;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Makes the one session of the application when a part or handler first asks for it. */
@Component(
        service = IContextFunction.class,
        property = IContextFunction.SERVICE_CONTEXT_KEY + "=org.kontor.ui.inbox.internal.InboxSession")
public final class SessionFunction extends ContextFunction {
    @Override
    public @Nullable Object compute(@Nullable IEclipseContext context, @Nullable String key) {
        MApplication application = context == null ? null : context.get(MApplication.class);
        if (application == null) {
            return null;
        }
        IEclipseContext top = application.getContext();
        InboxSession session = ContextInjectionFactory.make(InboxSession.class, top);
        top.set(InboxSession.class, session);
        return session;
    }
}
