package io.kafkamastery.week02.delivery;

import io.kafkamastery.kestrel.Order;
import java.util.function.Consumer;

/** The accountants' ledger: a small database. What is in it survives the crash of whoever wrote it. */
public interface Ledger {

    /**
     * Runs the work as one transaction, and returns when its changes are durable. All of them are made or none, also if the
     * process dies in the middle. Transactions run one at a time, in the calling thread.
     *
     * @throws RuntimeException what the work threw, or an exception of the ledger's own; nothing is changed then
     */
    void inTransaction(Consumer<Transaction> work);

    /** What can be done within a transaction, and only there. */
    interface Transaction {

        /** Whether this text has been remembered, in this transaction or in any that was committed before. */
        boolean remembers(String text);

        /** Remembers a text, of any kind, for ever. */
        void remember(String text);

        /** Charges the customer for the order: anew, each time it is called. For this ledger, that is an order's effect. */
        void charge(Order order);
    }
}
