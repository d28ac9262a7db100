package io.kafkamastery.week01.serialization;

import java.time.Instant;
import java.util.Objects;

/**
 * What one of Kestrel Coffee's espresso machines reports after each shot.
 *
 * <p>Two readings are equal if all they say is equal. As for every record, that compares numbers like {@link
 * Double#compare}: NaN equals NaN, and -0.0 differs from 0.0.
 *
 * @param machineId which machine, for example {@code machine-0042}
 * @param shop where it stands, for example {@code Zürich Bellevue}
 * @param takenAt when the shot was over
 * @param boilerCelsius the boiler's temperature; NaN if its sensor is broken
 * @param pumpBar the pump's highest pressure, above the air's
 * @param cupGrams how much coffee came out
 * @param shotMillis how long that took
 * @param firmware which software the machine runs, for example {@code 4.1.0}. Machines have reported it since version 2
 *     of the format; for older readings it is {@link #UNKNOWN_FIRMWARE}, and null given here becomes that too
 */
public record MachineReading(
        String machineId,
        String shop,
        Instant takenAt,
        double boilerCelsius,
        double pumpBar,
        double cupGrams,
        int shotMillis,
        String firmware) {

    /** What a reading says that was written before machines reported their firmware. */
    public static final String UNKNOWN_FIRMWARE = "unknown";

    /** @throws NullPointerException naming the field that is missing */
    public MachineReading {
        Objects.requireNonNull(machineId, "machineId");
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(takenAt, "takenAt");
        firmware = Objects.requireNonNullElse(firmware, UNKNOWN_FIRMWARE);
    }
}
