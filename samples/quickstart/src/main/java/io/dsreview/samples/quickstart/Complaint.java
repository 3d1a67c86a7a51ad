package io.dsreview.samples.quickstart;

/** Something the person at the terminal can put right: one paragraph that says what and how. */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Complaint(String paragraph) {
        super(paragraph);
    }
}
