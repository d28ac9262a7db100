package io.kafkamastery.kit.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What comes first in a {@link SecondJvm}: it sees to it that the JVM ends with its starter, and runs the program. */
public final class SecondMain {

    private SecondMain() {}

    public static void main(String[] arguments) throws Throwable {
        run(SecondMain.class.getClassLoader(), arguments);
    }

    /**
     * The same with another class loader.
     *
     * @param arguments the name of the program's class, and what the program is given
     */
    public static void run(ClassLoader loader, String[] arguments) throws Throwable {
        endWithStarter(System.in);
        System.setIn(InputStream.nullInputStream());
        Thread.currentThread().setContextClassLoader(loader);
        Method program = Class.forName(arguments[0], true, loader).getDeclaredMethod("main", String[].class);
        program.setAccessible(true);
        try {
            program.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithStarter(InputStream starter) {
        Thread thread = new Thread(
                () -> {
                    try {
                        starter.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException brokenPipe) {
                        // Means the same as its end.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "end-with-starter");
        thread.setDaemon(true);
        thread.start();
    }
}
