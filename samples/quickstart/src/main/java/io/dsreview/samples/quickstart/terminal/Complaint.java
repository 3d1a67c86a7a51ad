package io.dsreview.samples.quickstart.terminal;

/** Something the person at the terminal can put right: one paragraph that says what and how. */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes a complaint.
     *
     * @param paragraph what is wrong, and what to do
     */
    public Complaint(String paragraph) {
        super(paragraph);
    }
}
