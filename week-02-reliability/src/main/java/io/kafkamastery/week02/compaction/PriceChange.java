package io.kafkamastery.week02.compaction;

/** What can happen to an item on the board. */
public sealed interface PriceChange {

    /** The item that it happens to. Lists from elsewhere may lack it: then it is null, and the change is not publishable. */
    String item();

    /**
     * The item has this price from now on.
     *
     * @param cents the price, in whole cents
     */
    record NewPrice(String item, long cents) implements PriceChange {}

    /** The item is no longer sold, and its price not shown any more. */
    record Removed(String item) implements PriceChange {}
}
