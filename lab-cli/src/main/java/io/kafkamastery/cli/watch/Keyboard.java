package io.kafkamastery.cli.watch;

import io.kafkamastery.cli.watch.Signal.Gone;
import io.kafkamastery.cli.watch.Signal.Key;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Keys, as they are pressed. On a terminal that is told to hand them over at once; elsewhere, a line is needed.
 *
 * <p>A helper process sets the terminal, and sets it back when its input closes: so the terminal is well again even if
 * this JVM was killed.
 */
final class Keyboard implements AutoCloseable {

    /** It must outlive Ctrl-C, and may set the terminal although the shell has it again. */
    private static final String GUARD = "trap '' INT TTOU; saved=$(stty -g </dev/tty) || exit 1;"
            + " stty -icanon -echo min 1 time 0 </dev/tty; echo set; read -r line; stty \"$saved\" </dev/tty";

    private final BlockingQueue<Signal> signals;
    private Process guard;

    Keyboard(BlockingQueue<Signal> signals) {
        this.signals = signals;
    }

    /** @param isTerminal whether somebody sits there, rather than a file */
    void listen(boolean isTerminal) {
        if (isTerminal) {
            startGuard();
        }
        Thread reader = new Thread(this::read, "keyboard");
        reader.setDaemon(true);
        reader.start();
    }

    private void startGuard() {
        try {
            guard = new ProcessBuilder("sh", "-c", GUARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "terminal"));
            guard.getInputStream().read(); // until it is set, or cannot be
        } catch (IOException noShell) {
            guard = null; // Keys need the Enter key then.
        }
    }

    private void read() {
        InputStream in = System.in;
        try {
            for (int key = in.read(); key >= 0; key = in.read()) {
                if (!Character.isWhitespace(key)) {
                    signals.add(new Key((char) key));
                }
            }
        } catch (IOException closed) {
            // Means the same as its end.
        }
        signals.add(new Gone());
    }

    @Override
    public void close() {
        if (guard == null) {
            return;
        }
        try {
            guard.getOutputStream().close();
            guard.waitFor(2, TimeUnit.SECONDS);
        } catch (IOException gone) {
            // Then it has done its work.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
