package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Failover;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Once the leader's port is closed, the next replica whose port is open leads", caughtBy = "2.1.b")
final class TakesAClosedPortForAFailover extends Misguided {

    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        Node former;
        List<Node> replicas;
        try (Admin admin = connect(bootstrapServers)) {
            former = describe(admin, partition).leader();
            replicas = describe(admin, partition).replicas();
        } catch (Exception e) {
            throw new KafkaException(e);
        }
        fault.run();
        long begun = System.nanoTime();
        while (isOpen(former)) {
            pause();
        }
        Node next = replicas.stream()
                .filter(TakesAClosedPortForAFailover::isOpen)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No replica is left"));
        return new Failover(former.id(), next.id(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private static boolean isOpen(Node node) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(node.host(), node.port()), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
