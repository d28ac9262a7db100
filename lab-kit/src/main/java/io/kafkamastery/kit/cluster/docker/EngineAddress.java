package io.kafkamastery.kit.cluster.docker;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place where a Docker engine may listen, for example {@code unix:///var/run/docker.sock}. */
record EngineAddress(URI uri) {

    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    static EngineAddress of(String address) {
        return new EngineAddress(URI.create(address.strip()));
    }

    static EngineAddress ofSocket(Path socket) {
        return of("unix://" + socket);
    }

    /** Whether it is worth a {@link #ping()}; costs next to nothing. */
    boolean exists() {
        return switch (scheme()) {
            case "unix" -> Files.exists(Path.of(uri.getPath()));
            // A pipe exists while somebody serves it; java.io asks for that without opening it.
            case "npipe" -> new File(uri.getPath()).exists();
            default -> uri.getHost() != null;
        };
    }

    /** Returns once an engine has answered; an interrupt ends the wait. */
    void ping() throws IOException {
        switch (scheme()) {
            case "unix" -> pingSocket();
            case "npipe" -> {
                // That it exists is all that can be found out quickly.
            }
            default -> {
                // No more than a connection: what is spoken on it may be TLS.
                try (SocketChannel channel = SocketChannel.open()) {
                    channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
                }
            }
        }
    }

    private void pingSocket() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(uri.getPath()));
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            if (!new String(answer.array(), StandardCharsets.US_ASCII).startsWith("HTTP/1.")) {
                throw new IOException("it is no Docker engine");
            }
        }
    }

    private String scheme() {
        return uri.getScheme() == null ? "" : uri.getScheme();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
