package org.kontor.simulator.internal.mail;

import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.activation.MailcapFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds what GreenMail, Jakarta Mail and Activation look up by the thread's class loader: service files, mailcaps and
 * GreenMail's certificate. On a class path the ordinary loader would do; in OSGi each of them lies in a bundle of its own.
 */
final class LibraryLoader extends ClassLoader {

    /** Never changes, and the libraries cache what they find by it. */
    private static final LibraryLoader SHARED = new LibraryLoader();

    private final List<ClassLoader> loaders;

    private LibraryLoader() {
        super(LibraryLoader.class.getClassLoader());
        ClassLoader own = LibraryLoader.class.getClassLoader();
        loaders = Stream.of(Session.class, MailcapFile.class, ServerSetup.class)
                .map(Class::getClassLoader)
                .filter(loader -> loader != null && loader != own)
                .distinct()
                .toList();
    }

    /** Runs something with this loader as the thread's, which threads started by it take over. */
    static void around(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SHARED);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> findClass(@Nullable String name) throws ClassNotFoundException {
        for (ClassLoader loader : loaders) {
            try {
                return loader.loadClass(name);
            } catch (ClassNotFoundException tryTheNext) {
                continue;
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(@Nullable String name) {
        for (ClassLoader loader : loaders) {
            URL found = loader.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(@Nullable String name) throws IOException {
        List<URL> found = new ArrayList<>();
        for (ClassLoader loader : loaders) {
            for (URL url : Collections.list(loader.getResources(name))) {
                if (!found.contains(url)) {
                    found.add(url);
                }
            }
        }
        return Collections.enumeration(found);
    }
}
