package io.dsreview.benchmarks.cost;

/** How large a review is. Each is ten times the one before. */
enum Scale {
    SMALL(200),
    MIDDLE(2_000),
    LARGE(20_000);

    private final int fields;

    Scale(int fields) {
        this.fields = fields;
    }

    int fields() {
        return fields;
    }

    int filters() {
        return fields / 10;
    }

    /** Of what takes ten times as long, a third is enough. */
    int runs(int atTheMiddleSize) {
        return this == LARGE ? Math.max(atTheMiddleSize / 3, 1) : atTheMiddleSize;
    }

    /** Fields about which two dictionaries say different things: each is a finding and a question. */
    int conflicts() {
        return fields / 4;
    }
}
