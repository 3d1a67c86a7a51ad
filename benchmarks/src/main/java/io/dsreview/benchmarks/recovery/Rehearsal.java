package io.dsreview.benchmarks.recovery;

import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.benchmarks.pairing.Attempt;
import io.dsreview.benchmarks.pairing.Pair;
import io.dsreview.benchmarks.pairing.Pairing;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A dashboard that was recovered twice before a witness, so that all requests are known: those of the first recovery of an
 * identity, which logs in and finds out what the server can do, and those of any later one.
 *
 * @param board the dashboard
 * @param base where it is timed
 * @param first the requests of the first recovery, the login among them
 * @param again the requests of the second
 */
record Rehearsal(Board board, URI base, List<NotedRequest> first, List<NotedRequest> again) {

    /** What was there before a timed recovery. */
    enum Client {
        /** Connections and knowledge of earlier recoveries. */
        KEPT,
        /** Nothing but a token: connections are made, and the server's capabilities are found out. */
        NEW
    }

    static Rehearsal of(Board board, Witness witness, URI base, SupersetCredential credential) {
        try (Recovering recovering = new Recovering(board, witness.base(), credential)) {
            recovering.run();
            List<NotedRequest> first = witness.newRequests();
            recovering.run();
            return new Rehearsal(board, base, first, witness.newRequests());
        }
    }

    /** Returns the most requests that a recovery may take: five, and one for each dataset. */
    int allowedRequests() {
        return 5 + board.datasets();
    }

    /** Returns what is timed; logging in is not, and is no part of the floor either. */
    List<List<NotedRequest>> stages(Client client) {
        List<NotedRequest> timed = client == Client.NEW
                ? first.stream().filter(NotedRequest::isGet).toList()
                : again;
        return Stages.of(timed, board.link());
    }

    /** Times recoveries and their floor. */
    List<Pair> measure(Client client, Pairing pairing) {
        SupersetCredential token = SupersetCredential.bearer("admin", token());
        List<List<NotedRequest>> stages = stages(client);
        Supplier<Attempt> recovering = () -> new Recovering(board, base, token);
        Supplier<Attempt> bare = () -> new BareRequests(stages, base, Recovering.parallel());
        return client == Client.NEW ? pairing.fresh(recovering, bare) : pairing.kept(recovering, bare);
    }

    private String token() {
        return again.stream()
                .flatMap(request -> Optional.ofNullable(request.headers().get("Authorization")).stream())
                .map(header -> header.replaceFirst("^Bearer ", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the recovery showed no token"));
    }
}
