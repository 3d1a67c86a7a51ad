package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.seam.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request, one answer: no redirect is followed, nothing is repeated, sizes and times are bounded, and whoever waits
 * can be interrupted. A connection is used again only for what may be asked twice, since a server may close an idle one
 * just as the next request is on its way. Thread-safe.
 */
final class HttpExchange {

    private static final Logger LOG = LoggerFactory.getLogger(HttpExchange.class);
    private static final int IDLE_CONNECTIONS = 16;
    private static final Duration IDLE = Duration.ofSeconds(4);

    private final ExecutorService threads = daemons();
    private final AnswerReader reader;
    private final OkHttpClient reusing;
    private final OkHttpClient fresh;

    HttpExchange(HttpLimits limits) {
        this.reader = new AnswerReader(limits.maxResponseBytes());
        Dispatcher dispatcher = new Dispatcher(threads);
        // How much is under way at once is limited elsewhere, where waiting ends with the deadline.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        this.reusing = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .proxy(limits.proxy())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .eventListenerFactory(WireMark.CONNECTIONS)
                .addNetworkInterceptor(WireMark.GATE)
                .build();
        this.fresh = reusing.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /** How one exchange is made. */
    record Way(Headers headers, boolean onFreshConnection, WireMark mark, Secrets secrets) {}

    Answer send(SupersetHost host, ApiRequest request, Way way, Deadline deadline) {
        Duration left = deadline.left();
        if (left.isNegative() || left.isZero()) {
            return new Answer.Missing(timeout(host, request, deadline), false);
        }
        Request.Builder builder = new Request.Builder()
                .url(url(host, request))
                .headers(way.headers)
                .tag(WireMark.class, way.mark);
        if (request.body() != null) {
            builder.post(new JsonBody(Json.write(request.body()), request.safe()));
        }
        Call call = (way.onFreshConnection ? fresh : reusing).newCall(builder.build());
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException broken) {
                answer.complete(broken(host, request, way.mark, deadline, broken));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    answer.complete(reader.read(host, request, response, way.secrets));
                } catch (IOException broken) {
                    answer.complete(broken(host, request, way.mark, deadline, broken));
                } catch (RuntimeException | Error bug) {
                    answer.completeExceptionally(bug);
                }
            }
        });
        return await(answer, call, host, request, way.mark, deadline, left);
    }

    /** Returns threads for whatever is done for this client beside the caller's own thread. */
    ExecutorService threads() {
        return threads;
    }

    void close() {
        threads.shutdown();
        reusing.dispatcher().cancelAll();
        reusing.connectionPool().evictAll();
    }

    private Answer await(
            CompletableFuture<Answer> answer,
            Call call,
            SupersetHost host,
            ApiRequest request,
            WireMark mark,
            Deadline deadline,
            Duration left) {
        try {
            return logged(host, request, answer.get(left.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            call.cancel();
            Problem problem = SupersetFailures.problem(SupersetErrorCode.SUPERSET_INTERRUPTED, host, request);
            return logged(host, request, new Answer.Missing(problem, mark.giveUp()));
        } catch (TimeoutException late) {
            call.cancel();
            return logged(host, request, new Answer.Missing(timeout(host, request, deadline), mark.giveUp()));
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading the answer to '" + request.name() + "' failed", bug.getCause());
        }
    }

    private Answer broken(SupersetHost host, ApiRequest request, WireMark mark, Deadline deadline, IOException broken) {
        boolean sent = mark.isSent();
        if (threads.isShutdown()) {
            return new Answer.Missing(SupersetFailures.problem(SupersetErrorCode.SUPERSET_CLOSED, host, request), sent);
        }
        if (broken instanceof InterruptedIOException) {
            return new Answer.Missing(timeout(host, request, deadline), sent);
        }
        SupersetErrorCode code =
                sent ? SupersetErrorCode.SUPERSET_ANSWER_INCOMPLETE : SupersetErrorCode.SUPERSET_UNREACHABLE;
        return new Answer.Missing(SupersetFailures.problem(code, host, request), sent);
    }

    private static Answer logged(SupersetHost host, ApiRequest request, Answer answer) {
        if (answer instanceof Answer.Received received) {
            LOG.debug("{}: {} answered {}", host.environment(), request.name(), received.status());
        } else if (answer instanceof Answer.Missing missing) {
            LOG.debug(
                    "{}: {} failed with {}",
                    host.environment(),
                    request.name(),
                    missing.problem().code());
        }
        return answer;
    }

    static HttpUrl url(SupersetHost host, ApiRequest request) {
        HttpUrl base = HttpUrl.get(host.base().toString());
        HttpUrl.Builder builder = base.newBuilder();
        if (request.format() == ApiRequest.Format.API) {
            builder.addPathSegment("api").addPathSegment("v1");
        }
        request.path().forEach(builder::addPathSegment);
        request.query().forEach(builder::addQueryParameter);
        HttpUrl url = builder.build();
        boolean within = url.scheme().equals(base.scheme())
                && url.host().equals(base.host())
                && url.port() == base.port()
                && url.username().isEmpty()
                && url.encodedPath().startsWith(base.encodedPath());
        if (!within) {
            throw new IllegalStateException(
                    "the request '" + request.name() + "' would leave the environment " + host.environment());
        }
        return url;
    }

    private static Problem timeout(SupersetHost host, ApiRequest request, Deadline deadline) {
        return SupersetFailures.timed(SupersetErrorCode.SUPERSET_TIMEOUT, host, request, deadline.budget());
    }

    private static ExecutorService daemons() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "dsreview-superset-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
