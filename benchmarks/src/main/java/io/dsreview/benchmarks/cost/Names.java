package io.dsreview.benchmarks.cost;

import java.util.List;

/** Names of columns as they are in wide tables: a few words, from a list that is used again and again. */
final class Names {

    private static final List<String> WORDS = List.of(
            "order",
            "net",
            "gross",
            "customer",
            "region",
            "store",
            "price",
            "cost",
            "tax",
            "margin",
            "first",
            "last",
            "ship",
            "return",
            "refund",
            "stock",
            "basket",
            "coupon",
            "loyalty",
            "channel",
            "device",
            "session",
            "visit",
            "email",
            "phone",
            "postal",
            "invoice",
            "payment",
            "currency",
            "segment");

    private Names() {}

    /** Returns the name of a column; another one for each index up to 27,000. */
    static String column(int index) {
        int size = WORDS.size();
        return WORDS.get(index % size) + "_" + WORDS.get(index / size % size) + "_"
                + WORDS.get(index / size / size % size);
    }
}
