package io.kafkamastery.week01.clinic;

import java.time.Duration;
import java.util.Map;

/**
 * Five colleagues come with programs that do not work. Their code is in {@link io.kafkamastery.week01.clinic.patients}, and
 * it is in order: what is wrong are settings, offsets, limits, records, addresses.
 *
 * <p>Every method gets the settings of the client in question, in Kafka's names; with them you can connect as well. They
 * hold the bootstrap servers, the serializers or deserializers, and for consumers the group id. A method that returns
 * settings returns all of them: the given ones, changed where it helps. The given map is left as it is.
 *
 * <p>While a method runs, the patient does not: its group has no members. Every client that a method opens is closed when it
 * returns or throws.
 */
public interface Clinic {

    /**
     * "It never sees old orders." A {@link io.kafkamastery.week01.clinic.patients.KitchenDisplay} shows the orders that
     * come in after it was started for the first time, and none of those that were in the topic before.
     *
     * <p>The group may never have run, or it may have been running for days and have committed offsets. Either way it is
     * wanted that a display that is started with the returned settings shows all orders that are in the topic, from the
     * first one on; and that a display that is started with them once more goes on where the first was stopped. The group
     * keeps its id, because others watch its lag under this name.
     *
     * @return the settings to start the display with, now and whenever it is started again
     */
    Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic);

    /**
     * "It is thrown out of the group every few minutes." A {@link io.kafkamastery.week01.clinic.patients.KitchenDisplay}
     * takes its time for each order. When many have piled up, it does not come through: it cannot commit, and shows the same
     * orders again and again.
     *
     * <p>With the returned settings it shows each order once, however many have piled up. A kitchen that does not come back
     * from an order at all still has to be noticed: then the group has to be rid of it within the time given.
     *
     * @param perOrder how long the kitchen takes for an order, less than a tenth of {@code noticedWithin}
     * @param noticedWithin how long a kitchen that hangs may stay in the group
     * @return the settings to start the display with
     */
    Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin);

    /**
     * "Big orders vanish." A {@link io.kafkamastery.week01.clinic.patients.CateringDesk} sends orders, and the big ones
     * never arrive. Nobody ever saw an error.
     *
     * <p>Finds the limits that a big order meets on its way, and lifts those that are too low: in the returned settings, and
     * in the topic's configuration. Other topics keep their limits. A limit that is high enough stays as it is.
     *
     * @param settings those of the desk's producer
     * @param largestOrderBytes how large the value of the largest order is. Its key has less than 100 bytes, and it has no
     *     headers
     */
    SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes);

    /**
     * "It stops at one record." A {@link io.kafkamastery.week01.clinic.patients.KitchenDisplay} dies in {@code poll()} of a
     * record that its deserializer cannot read, and when it is started again, it dies of it again.
     *
     * <p>The group has committed the offset of just this record: everything before it, in its partition, has been shown. In
     * other partitions there may be orders that have not. Moves the group's committed offset past this record, and past no
     * other, so that a display that is started afterwards shows all orders that have not been shown yet.
     *
     * @param settings those of the display's consumer; {@code enable.auto.commit} is false in them
     * @return the record, with its bytes as they are in the topic, so that somebody can look into them
     */
    UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic);

    /**
     * "It connects, then times out." The bootstrap address answers, and still no order goes through.
     *
     * <p>Takes less than 10 seconds, whatever the cluster does, and even if it answers nothing.
     *
     * @param settings those of a producer; they name one bootstrap server, and this address does reach the broker
     * @return where the cluster sends its clients, and which address it should tell them instead
     */
    WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic);
}
