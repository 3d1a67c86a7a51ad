package io.dsreview.benchmarks.cost;

import io.dsreview.Review;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;

/** What is measured at one scale: a session in doubt, and a review of it that goes on. For one thread. */
final class Subject implements AutoCloseable {

    private final SizedReview sized;
    private final ReviewSession session;
    private Review current;

    Subject(Scale scale) {
        this.sized = new SizedReview(scale);
        this.current = sized.inDoubt();
        this.session = current.session();
    }

    /** Returns the session as it is before anything is measured. */
    ReviewSession session() {
        return session;
    }

    /** Returns the floor: to read the session's documents as plain JSON and write them again, as any store of it would. */
    PlainJson floor() {
        return new PlainJson(sized.stored(session).parts());
    }

    /** Reviews another session, from the link to a preview that could be launched. */
    void toReady() {
        sized.toReady();
    }

    /** Carries a command out, on the session as the command before left it. */
    void execute(Step step, int index) {
        ReviewSession before = current.session();
        current =
                current.execute(context -> step.command(context, before, index)).orElseThrow();
    }

    void report(Report report, Report.Format format) {
        sized.report(current, report, format);
    }

    @Override
    public void close() {
        sized.close();
    }
}
