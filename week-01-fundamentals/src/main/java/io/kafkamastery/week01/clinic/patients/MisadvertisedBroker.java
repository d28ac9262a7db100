package io.kafkamastery.week01.clinic.patients;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;

/**
 * The fifth patient: a broker whose {@code advertised.listeners} is wrong, as its clients see it.
 *
 * <p>The broker itself is yours and is well. This stands in front of it on another port, passes everything on in both
 * directions, and replaces one thing in the answers: the address at which clients are told to find the broker. That is
 * exactly what a wrong {@code advertised.listeners} does, and it can be changed without restarting a broker.
 */
public final class MisadvertisedBroker implements AutoCloseable {

    private final InetSocketAddress broker;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress advertised;

    /**
     * @param brokerAddress where the real broker is, as {@code host:port}
     * @param advertisedAddress where clients are sent, as {@code host:port}
     */
    public MisadvertisedBroker(String brokerAddress, String advertisedAddress) throws IOException {
        this.broker = address(brokerAddress);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        advertise(advertisedAddress);
        start("door", this::welcome);
    }

    /** Where clients come in: an address that works. */
    public String bootstrapServers() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** Sends clients there from now on, as a broker does after its {@code advertised.listeners} was changed. */
    public void advertise(String hostAndPort) {
        advertised = address(hostAndPort);
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("'" + hostAndPort + "' should look like host:port");
        }
        return InetSocketAddress.createUnresolved(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    private void welcome() throws IOException {
        while (true) {
            Socket client = door.accept();
            open.add(client);
            Socket server = new Socket(broker.getHostString(), broker.getPort());
            open.add(server);
            Map<Integer, RequestHeader> asked = new ConcurrentHashMap<>();
            start(
                    "requests",
                    () -> passOn(client, server, frame -> {
                        RequestHeader header = RequestHeader.parse(ByteBuffer.wrap(frame));
                        asked.put(header.correlationId(), header);
                        return frame;
                    }));
            start(
                    "answers",
                    () -> passOn(server, client, frame -> {
                        RequestHeader header =
                                asked.remove(ByteBuffer.wrap(frame).getInt());
                        return header == null ? frame : withAdvertisedAddress(frame, header);
                    }));
        }
    }

    private interface Filter {
        byte[] apply(byte[] frame);
    }

    /** Every request and every answer is its length, in four bytes, and that many bytes. */
    private void passOn(Socket from, Socket to, Filter filter) throws IOException {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            while (true) {
                byte[] frame = new byte[in.readInt()];
                in.readFully(frame);
                byte[] passed = filter.apply(frame);
                byte[] whole = ByteBuffer.allocate(Integer.BYTES + passed.length)
                        .putInt(passed.length)
                        .put(passed)
                        .array();
                out.write(whole);
                out.flush();
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** The answer with our address in it, if it is of a kind that names brokers. */
    private byte[] withAdvertisedAddress(byte[] frame, RequestHeader request) {
        ApiKeys kind = request.apiKey();
        if (kind != ApiKeys.METADATA && kind != ApiKeys.DESCRIBE_CLUSTER && kind != ApiKeys.FIND_COORDINATOR) {
            return frame;
        }
        String host = advertised.getHostString();
        int port = advertised.getPort();
        ApiMessage answer =
                AbstractResponse.parseResponse(ByteBuffer.wrap(frame), request).data();
        if (answer instanceof MetadataResponseData metadata) {
            metadata.brokers().forEach(node -> node.setHost(host).setPort(port));
        } else if (answer instanceof DescribeClusterResponseData cluster) {
            cluster.brokers().forEach(node -> node.setHost(host).setPort(port));
        } else if (answer instanceof FindCoordinatorResponseData coordinator) {
            coordinator.setHost(host).setPort(port);
            coordinator.coordinators().forEach(node -> node.setHost(host).setPort(port));
        }
        ByteBuffer changed = RequestUtils.serialize(
                request.toResponseHeader().data(),
                request.toResponseHeader().headerVersion(),
                answer,
                request.apiVersion());
        byte[] bytes = new byte[changed.remaining()];
        changed.get(bytes);
        return bytes;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // Somebody hung up, or close() was called.
                    }
                },
                "misadvertised-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
