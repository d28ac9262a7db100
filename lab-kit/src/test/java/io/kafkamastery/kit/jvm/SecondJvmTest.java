package io.kafkamastery.kit.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecondJvmTest {

    /** Not public, as tests have them. */
    static final class Echo {

        public static void main(String[] arguments) {
            System.out.println(String.join(" ", arguments) + " " + Charset.defaultCharset() + " "
                    + System.getProperty("java.io.tmpdir"));
        }
    }

    static final class Waits {

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("here");
            new CountDownLatch(1).await();
        }
    }

    static final class Fails {

        public static void main(String[] arguments) {
            throw new IllegalStateException("no luck");
        }
    }

    @Test
    void runsAProgramSetUpAsThisJvmIs() throws Exception {
        Process process =
                SecondJvm.running(Echo.class).with("-Dfile.encoding=ISO-8859-1").start("one", "two");
        assertThat(output(process)).isEqualTo("one two ISO-8859-1 " + System.getProperty("java.io.tmpdir"));
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void endsWithWhoeverStartedIt() throws Exception {
        Process process = SecondJvm.running(Waits.class).start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo("here");
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysWhatAProgramEndedWith() throws Exception {
        Process process = SecondJvm.running(Fails.class).start();
        assertThat(output(process)).contains("IllegalStateException: no luck");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
