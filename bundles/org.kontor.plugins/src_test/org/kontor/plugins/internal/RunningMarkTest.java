package org.kontor.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.log.Logger;

@Timeout(60)
class RunningMarkTest {
    /** Another window: shares the lock, says so, and ends when it is told to. */
    static final class Other {
        public static void main(String[] words) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(words[0]), StandardOpenOption.READ);
                    FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                System.out.write(lock != null && lock.isShared() ? 'y' : 'n');
                System.out.flush();
                System.in.read();
            }
        }
    }

    private final Logger log = (Logger) Proxy.newProxyInstance(
            Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (it, method, with) -> null);

    @TempDir
    private Path home;

    @Test
    void onlyWhoIsAloneMayDeleteWhatOthersMightLoad() throws Exception {
        Files.createDirectories(home.resolve("p2"));
        RunningMark mark = new RunningMark(home, log);
        try {
            assertThat(mark.alone()).isTrue();
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            Path.of(Other.class
                                            .getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .toURI())
                                    .toString(),
                            Other.class.getName(),
                            home.resolve("p2").resolve(RunningMark.FILE).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                assertThat(other.getInputStream().read()).isEqualTo('y');
                assertThat(mark.alone()).isFalse();
                other.getOutputStream().close();
                other.waitFor();
                assertThat(mark.alone()).isTrue();
            } finally {
                other.destroyForcibly();
            }
        } finally {
            mark.close();
        }
    }

    @Test
    void whereNothingIsInstalledNothingIsDeleted() throws Exception {
        RunningMark mark = new RunningMark(home, log);
        assertThat(mark.alone()).isFalse();
        mark.close();
        assertThat(home).isEmptyDirectory();
    }
}
