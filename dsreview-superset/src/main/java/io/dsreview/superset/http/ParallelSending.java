package io.dsreview.superset.http;

import io.dsreview.superset.error.SupersetErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends some requests at once, and does one more thing beside them. The calling thread takes part, and takes the next
 * whenever it is free; so do a few others. Where there are no others, the calling thread does it all: there is no queue to
 * be stuck in. For one use.
 */
final class ParallelSending {

    private final Transport transport;
    private final Function<ApiRequest, Answer> send;
    private final List<ApiRequest> requests;
    private final List<CompletableFuture<Answer>> answers;
    private final @Nullable Runnable beside;
    private final CompletableFuture<@Nullable Void> besideDone = new CompletableFuture<>();
    private final AtomicInteger next = new AtomicInteger();

    ParallelSending(
            Transport transport,
            Function<ApiRequest, Answer> send,
            List<ApiRequest> requests,
            @Nullable Runnable beside) {
        this.transport = transport;
        this.send = send;
        this.requests = List.copyOf(requests);
        this.beside = beside;
        this.answers = Stream.generate(CompletableFuture<Answer>::new)
                .limit(requests.size())
                .toList();
    }

    List<Answer> answers(int parallel) {
        int things = beside == null ? requests.size() : requests.size() + 1;
        List<Future<?>> others = new ArrayList<>();
        try {
            for (int i = 1; i < Math.min(parallel, things); i++) {
                others.add(transport.threads().submit(this::work));
            }
        } catch (RejectedExecutionException closed) {
            others.clear(); // each request will say so
        }
        work();
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            all.add(await(i, others));
        }
        awaitBeside();
        return List.copyOf(all);
    }

    private void work() {
        for (int i = next.getAndIncrement(); i <= requests.size(); i = next.getAndIncrement()) {
            if (i < requests.size()) {
                send(i);
            } else {
                doBeside();
            }
        }
    }

    private void send(int i) {
        try {
            answers.get(i).complete(send.apply(requests.get(i)));
        } catch (RuntimeException | Error bug) {
            answers.get(i).completeExceptionally(bug);
        }
    }

    private void doBeside() {
        try {
            if (beside != null) {
                beside.run();
            }
            besideDone.complete(null);
        } catch (RuntimeException | Error bug) {
            besideDone.completeExceptionally(bug);
        }
    }

    private Answer await(int i, List<Future<?>> others) {
        try {
            return answers.get(i).get();
        } catch (InterruptedException interrupted) {
            others.forEach(other -> other.cancel(true));
            Thread.currentThread().interrupt();
            Answer missing = new Answer.Missing(
                    SupersetFailures.problem(SupersetErrorCode.SUPERSET_INTERRUPTED, transport.host(), requests.get(i)),
                    true);
            return answers.get(i).getNow(missing);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("sending '" + requests.get(i).name() + "' failed", bug.getCause());
        }
    }

    private void awaitBeside() {
        try {
            besideDone.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("what was done beside sending failed", bug.getCause());
        }
    }
}
