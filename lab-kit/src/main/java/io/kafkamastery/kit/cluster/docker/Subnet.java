package io.kafkamastery.kit.cluster.docker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * A network on which a broker has the same address each time it is started or plugged in. With another one its open
 * connections would be dead without knowing, and those who remember where it was would look for it in the wrong place: at
 * the address of another broker, in the worst case, which takes their requests and leads nothing that they ask for.
 *
 * @param range as in {@code 172.18.0.0/16}
 */
record Subnet(String name, String range) {

    /** Beyond those that the engine gives to the gateway and to controllers, and within the smallest of subnets. */
    private static final int FIRST_ADDRESS = 8;

    /** The address of the broker with that id. */
    String address(int id) {
        try {
            int base = ByteBuffer.wrap(InetAddress.getByName(range.substring(0, range.indexOf('/')))
                            .getAddress())
                    .getInt();
            return InetAddress.getByAddress(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(base + FIRST_ADDRESS + id)
                            .array())
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The engine gave a subnet that is none: " + range, e);
        }
    }
}
