package io.dsreview.api.execution;

import io.dsreview.api.gate.GateClause;

/** The clauses of the launch gate. Their order is the order in which reasons are shown. */
public enum LaunchClause implements GateClause {
    /** The session is active. */
    L1("the session is active", "start a new session; a cancelled or archived one stays as it is"),
    /** Recovery is complete. */
    L2(
            "the context was recovered and no recovery item is required",
            "supply the value of a filter named, accept the item as absent, or recover again"),
    /** No blocking finding. */
    L3("no blocking finding is open", "resolve each blocking finding as its own cure says"),
    /** Variables are settled. */
    L4(
            "every template variable that is required, or has a value of its own, has an approved value or an explicitly"
                    + " accepted default",
            "accept or set the value of each variable named"),
    /** Mappings are approved. */
    L5("every mapping that reaches the SQL is approved, and unchanged since", "approve or reject each mapping named"),
    /** There is a preview by Superset. */
    L6("the current preview is ready and its SQL came from Superset", "request a preview"),
    /** The preview is fresh. */
    L7(
            "the preview matches the current inputs and has not expired",
            "request the preview again; if the dataset itself changed, recover the context before"),
    /** The SQL is fully rendered. */
    L8(
            "the previewed SQL holds no unrendered template",
            "give every template variable a value, then request the preview again"),
    /** No blocking question. */
    L9("no blocking question is open", "answer the active question"),
    /** Permission and flag. */
    L10(
            "the actor holds the launch permission and execution is switched on",
            "ask somebody with the permission LAUNCH_EXECUTE, or have the host switch execution on");

    private final String rule;
    private final String cure;

    LaunchClause(String rule, String cure) {
        this.rule = rule;
        this.cure = cure;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String cure() {
        return cure;
    }
}
