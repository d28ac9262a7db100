package io.kafkamastery.week01.clinic;

/**
 * Why clients connect and then time out.
 *
 * @param advertised the address that the cluster tells its clients and that does not reach it, as {@code host:port}
 * @param shouldBe an address that it could tell them instead, as {@code host:port}, in {@code advertised.listeners}
 */
public record WrongAddress(String advertised, String shouldBe) {}
