package io.dsreview.test.recording;

import io.dsreview.test.recording.exchange.Answered;
import io.dsreview.test.recording.exchange.Asked;
import io.dsreview.test.recording.exchange.Body;
import io.dsreview.test.recording.exchange.Exchange;
import io.dsreview.test.recording.exchange.Parameter;
import io.dsreview.test.recording.exchange.RawRequest;
import io.dsreview.test.recording.exchange.RawResponse;
import io.dsreview.test.recording.redaction.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from a recording, and only what it was asked then. */
final class Replayer implements ProxyServer.Responder {

    private final Address proxy;
    private final List<Recorded> recording;
    private final Redactor redactor;
    private final Journal journal;

    /** One exchange and how it can be found again; {@code given} counts its replays, under the lock of the replayer. */
    private static final class Recorded {
        private final String file;
        private final Exchange exchange;
        private int given;

        Recorded(String file, Exchange exchange) {
            this.file = file;
            this.exchange = exchange;
        }
    }

    private record Candidate(Recorded recorded, Comparison comparison) {}

    Replayer(Address proxy, Map<String, Exchange> recording, Redactor redactor, Journal journal) {
        this.proxy = proxy;
        this.recording = new ArrayList<>();
        recording.forEach((file, exchange) -> this.recording.add(new Recorded(file, exchange)));
        this.redactor = redactor;
        this.journal = journal;
    }

    @Override
    public RawResponse respond(RawRequest request) throws Refusal {
        journal.add(request);
        Body body = Body.read(request.body(), request.header("content-type")).orElseThrow(Refusal::ofBinaryRequest);
        redactor.learnFrom(request, body); // must not be shown in a report
        Asked asked = new Asked(request.method(), request.path(), Parameter.parse(request.query()), Map.of(), body)
                .map(text -> proxy.replaceIn(text, Address.PLACEHOLDER));
        List<Candidate> candidates = recording.stream()
                .map(recorded -> new Candidate(recorded, Comparison.of(recorded.exchange.asked(), asked)))
                .toList();
        Candidate chosen = choose(candidates);
        return chosen == null ? unexpected(request, candidates) : answer(chosen);
    }

    /** Files of exchanges never asked for. */
    synchronized List<String> unused() {
        return recording.stream()
                .filter(recorded -> recorded.given == 0)
                .map(recorded -> recorded.file)
                .toList();
    }

    /**
     * Among the closest matches the first one not yet given, else the last one. Closest: a value recorded as it is
     * asked now goes before a placeholder that matches anything.
     */
    private synchronized @Nullable Candidate choose(List<Candidate> candidates) {
        List<Candidate> matches = candidates.stream()
                .filter(candidate -> candidate.comparison.isMatch())
                .toList();
        if (matches.isEmpty()) {
            return null;
        }
        int loose = matches.stream()
                .mapToInt(match -> match.comparison.loose())
                .min()
                .getAsInt();
        List<Candidate> closest = matches.stream()
                .filter(match -> match.comparison.loose() == loose)
                .toList();
        Candidate chosen = closest.stream()
                .filter(match -> match.recorded.given == 0)
                .findFirst()
                .orElse(closest.get(closest.size() - 1));
        chosen.recorded.given++;
        return chosen;
    }

    private RawResponse answer(Candidate chosen) {
        Map<String, String> volatiles = chosen.comparison.volatiles();
        Answered answered = chosen.recorded.exchange.answered().map(text -> live(text, volatiles));
        return new RawResponse(
                answered.status(), answered.headers(), answered.body().bytes());
    }

    private String live(String recorded, Map<String, String> volatiles) {
        String text = recorded;
        for (Map.Entry<String, String> entry : volatiles.entrySet()) {
            text = text.replace(entry.getKey(), entry.getValue());
        }
        return Address.PLACEHOLDER.replaceIn(text, proxy);
    }

    private RawResponse unexpected(RawRequest request, List<Candidate> candidates) {
        List<String> differences = candidates.stream()
                .map(candidate -> candidate.comparison.differences())
                .min(Comparator.comparing((List<String> found) -> found.contains("the path was not recorded"))
                        .thenComparing(List::size))
                .orElse(List.of("the recording is empty"));
        UnexpectedRequest reported = journal.addUnexpected(request, differences);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("method", reported.method());
        details.put("path", reported.path());
        details.put("differences", reported.differences());
        return new Refusal(501, "never-recorded", reported + ".", "Record again with this request.").response(details);
    }
}
