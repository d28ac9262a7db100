package io.kafkamastery.week01.serialization;

import io.kafkamastery.kestrel.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The readings that the criteria use, an order, and bytes that no program of this course made. */
final class Readings {

    static final int MOST_BYTES_OF_A_TEXT = 65_535;

    static final MachineReading TYPICAL = new MachineReading(
            "machine-0042",
            "Zürich Bellevue",
            Instant.parse("2026-11-20T07:15:30.123456789Z"),
            93.41718292236328,
            9.03,
            36.2,
            27_350,
            "4.1.0");

    static final MachineReading ODD = new MachineReading(
            "",
            "🥐\0 café",
            Instant.ofEpochSecond(-1, 999_999_999),
            Double.NaN,
            -0.0,
            Double.NEGATIVE_INFINITY,
            -1,
            "☕");

    static final Order ORDER = new Order(
            "order-17",
            "customer-3",
            "Zürich Bellevue",
            "café crème 🥐",
            640,
            Instant.parse("2026-11-20T07:15:30.000000001Z"));

    static final byte[] TYPICAL_VERSION_1 = hex("01 000000006afff392 075bcd15 40575ab320000000 40220f5c28f5c28f"
            + " 404219999999999a 00006ad6 000c 6d616368696e652d30303432 0010 5ac3bc726963682042656c6c65767565");

    static final byte[] TYPICAL_VERSION_2 = hex("02 000000006afff392 075bcd15 40575ab320000000 40220f5c28f5c28f"
            + " 404219999999999a 00006ad6 000c 6d616368696e652d30303432 0010 5ac3bc726963682042656c6c65767565"
            + " 0005 342e312e30");

    static final byte[] ODD_VERSION_1 = hex("01 ffffffffffffffff 3b9ac9ff 7ff8000000000000 8000000000000000"
            + " fff0000000000000 ffffffff 0000 000b f09fa5900020636166c3a9");

    static final byte[] ODD_VERSION_2 = hex("02 ffffffffffffffff 3b9ac9ff 7ff8000000000000 8000000000000000"
            + " fff0000000000000 ffffffff 0000 000b f09fa5900020636166c3a9 0003 e29895");

    private Readings() {}

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** A reading as it looks when it comes from version 1: the same, but for the firmware. */
    static MachineReading withoutFirmware(MachineReading reading) {
        return with(reading, reading.shop(), reading.takenAt(), MachineReading.UNKNOWN_FIRMWARE);
    }

    static MachineReading withShop(String shop) {
        return with(TYPICAL, shop, TYPICAL.takenAt(), TYPICAL.firmware());
    }

    private static MachineReading with(MachineReading reading, String shop, Instant takenAt, String firmware) {
        return new MachineReading(
                reading.machineId(),
                shop,
                takenAt,
                reading.boilerCelsius(),
                reading.pumpBar(),
                reading.cupGrams(),
                reading.shotMillis(),
                firmware);
    }

    private static MachineReading at(Instant moment) {
        return with(TYPICAL, TYPICAL.shop(), moment, TYPICAL.firmware());
    }

    private static MachineReading numbers(double boilerCelsius, double pumpBar, double cupGrams, int shotMillis) {
        return new MachineReading("m", "s", Instant.EPOCH, boilerCelsius, pumpBar, cupGrams, shotMillis, "f");
    }

    /** Readings that find out what a format cannot hold, each with what is special about it. */
    static Map<String, MachineReading> extremes() {
        Map<String, MachineReading> extremes = new LinkedHashMap<>();
        extremes.put("an ordinary day", TYPICAL);
        extremes.put("NaN, -0.0, an infinity, and a moment just before 1970", ODD);
        extremes.put(
                "the smallest and the largest numbers",
                numbers(Double.MIN_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Integer.MIN_VALUE));
        extremes.put("a number with 17 digits", numbers(93.41718292236328, 0.1 + 0.2, 1 / 3.0, Integer.MAX_VALUE));
        extremes.put("the first moment that Java knows", at(Instant.MIN));
        extremes.put("the last moment that Java knows", at(Instant.MAX));
        extremes.put("the year 2300", at(Instant.parse("2300-01-01T00:00:00.000000001Z")));
        extremes.put("texts with nothing in them", new MachineReading("", "", Instant.EPOCH, 0, 0, 0, 0, ""));
        extremes.put("a croissant, which takes 4 bytes in UTF-8", withShop("Café 🥐"));
        extremes.put("the character U+0000", withShop("a\0b"));
        extremes.put("a shop of 32,768 bytes", withShop("x".repeat(32_768)));
        extremes.put("a shop of 65,535 bytes, the most there may be", withShop("é".repeat(32_767) + "x"));
        return extremes;
    }

    /** A morning of sensor noise, with all the digits that sensors give. The same at each call. */
    static List<MachineReading> aMorning() {
        List<String> shops = List.of("Zürich Bellevue", "Bern Bahnhof", "Luzern Löwenplatz", "Basel Markt");
        Random noise = new Random(17);
        List<MachineReading> readings = new ArrayList<>();
        Instant takenAt = Instant.parse("2026-11-20T06:00:00Z");
        for (int i = 0; i < 1_000; i++) {
            takenAt = takenAt.plus(Duration.ofNanos(noise.nextInt(2_000_000_000)));
            readings.add(new MachineReading(
                    "machine-%04d".formatted(1 + noise.nextInt(400)),
                    shops.get(noise.nextInt(shops.size())),
                    takenAt,
                    93 + noise.nextGaussian(),
                    9 + noise.nextGaussian() / 10,
                    36 + noise.nextGaussian(),
                    27_000 + noise.nextInt(2_000),
                    "4.1.0"));
        }
        return readings;
    }
}
