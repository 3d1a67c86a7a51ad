package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.superset.seam.Deadline;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation at one Superset under one identity, with one deadline over all its requests. Logs in when needed, once
 * more if the token has expired, and fetches a CSRF token for the requests that want one, once more if it is refused.
 *
 * <p>For one thread, which may have several requests sent at once by {@link #sendAll}; many conversations may share an
 * identity.
 */
public final class Conversation {

    private final Transport transport;
    private final Login login;
    private final Deadline deadline;
    private final int parallel;
    private final Authentication authentication;

    Conversation(Transport transport, Login login, Deadline deadline, int parallel) {
        this.transport = transport;
        this.login = login;
        this.deadline = deadline;
        this.parallel = parallel;
        this.authentication = new Authentication(transport, login, deadline);
    }

    /**
     * Returns the environment that is talked to.
     *
     * @return its id
     */
    public EnvironmentId environment() {
        return transport.host().environment();
    }

    /**
     * Returns the name under which Superset knows who asks.
     *
     * @return the identity; no secret
     */
    public String identity() {
        return login.credential().identity();
    }

    /**
     * Returns until when this conversation may take.
     *
     * @return the deadline
     */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * Returns this conversation with a nearer deadline.
     *
     * @param budget how long it may take, from now on; never longer than what is left
     * @return the shorter conversation, with the same login
     */
    public Conversation within(Duration budget) {
        Duration left = deadline.left();
        Duration shorter = budget.compareTo(left) < 0 ? budget : left;
        return new Conversation(transport, login, Deadline.in(transport.time(), shorter), parallel);
    }

    /**
     * Sends a request and waits for the answer. A request that has an effect is never repeated, except where Superset says
     * that it did nothing because a token had expired or because it does not know an optional key.
     *
     * @param request the request
     * @return what came of it
     */
    public Answer send(ApiRequest request) {
        Answer answer = request.format() == ApiRequest.Format.API ? sendProven(request) : sendOpen(request);
        Set<String> unknown = UnknownKeys.of(request, answer);
        return unknown.isEmpty() ? answer : sendProven(request.without(unknown));
    }

    /**
     * Sends requests that do not depend on each other, some of them at once, and waits for all answers. An interruption
     * ends the waiting; what was not answered by then is missing.
     *
     * @param requests the requests, all of them {@linkplain ApiRequest#safe() safe}
     * @return what came of each, in the order of the requests
     * @throws IllegalArgumentException if one of them has an effect
     */
    public List<Answer> sendAll(List<ApiRequest> requests) {
        return sentAll(requests, null, () -> {});
    }

    /**
     * As {@link #sendAll(List)}, and does one more thing at the same time, which counts as one of the requests. Where no
     * proof of identity can be had, nothing is sent and nothing else done.
     *
     * @param requests the requests, all of them {@linkplain ApiRequest#safe() safe}
     * @param beside what else is done, or null; it may send with this conversation, one request at a time
     * @param answered hears of each request that there is an answer, or will be none, on the thread that sent it
     * @return what came of each, in the order of the requests
     * @throws IllegalArgumentException if one of them has an effect
     */
    public List<Answer> sendAll(List<ApiRequest> requests, @Nullable Runnable beside, Runnable answered) {
        return sentAll(requests, beside, answered);
    }

    private List<Answer> sentAll(List<ApiRequest> requests, @Nullable Runnable beside, Runnable answered) {
        for (ApiRequest request : requests) {
            if (!request.safe()) {
                throw new IllegalArgumentException(
                        "the request '" + request.name() + "' has an effect and cannot be sent beside others");
            }
        }
        if (requests.isEmpty() && beside == null) {
            return List.of();
        }
        // Once, before all: or each thread would try a password that is refused.
        Problem notReady = authentication.prepare(false);
        if (notReady != null) {
            return Collections.nCopies(requests.size(), new Answer.Missing(notReady, false));
        }
        return new ParallelSending(transport, request -> send(request, answered), requests, beside).answers(parallel);
    }

    private Answer send(ApiRequest request, Runnable answered) {
        try {
            return send(request);
        } finally {
            answered.run();
        }
    }

    /**
     * Tells the listener that something was known already, so that nothing was sent for it.
     *
     * @param request what would have been asked: a constant
     */
    public void tellOfCached(String request) {
        transport.tellOfCached(request);
    }

    /** Returns why the identity cannot be used, after asking Superset. */
    @Nullable
    Problem probe() {
        return authentication.probe();
    }

    private Answer sendOpen(ApiRequest request) {
        return transport.send(request, Access.ANONYMOUS, null, deadline, login.secrets());
    }

    private Answer sendProven(ApiRequest request) {
        boolean proofRenewed = false;
        boolean csrfRenewed = false;
        while (true) {
            Problem notReady = authentication.prepare(request.needsCsrf());
            if (notReady != null) {
                return new Answer.Missing(notReady, false);
            }
            Access access = login.access();
            CsrfTicket ticket = request.needsCsrf() ? login.csrf() : null;
            if (access == null || (request.needsCsrf() && ticket == null)) {
                continue; // another thread has just dropped it
            }
            Answer answer = transport.send(request, access, ticket, deadline, login.secrets());
            if (SupersetFailures.isProofRefused(answer) && login.isRenewable() && !proofRenewed) {
                proofRenewed = true;
                login.drop(access);
            } else if (SupersetFailures.isCsrf(answer) && ticket != null && !csrfRenewed) {
                csrfRenewed = true;
                login.drop(ticket);
            } else {
                return answer;
            }
        }
    }

    /** Returns the environment only. */
    @Override
    public String toString() {
        return "Conversation[" + environment() + "]";
    }
}
