package io.dsreview.superset.http;

import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredential.Bearer;
import io.dsreview.api.superset.SupersetCredential.Password;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one identity holds at one Superset: an access token and a CSRF ticket, each fetched when first needed. Whoever
 * fetches one holds the lock, so that many threads log in once. Thread-safe.
 */
final class Login {

    private final SupersetCredential credential;
    private final Secrets secrets = new Secrets();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String token;
    private volatile @Nullable CsrfTicket csrf;

    Login(SupersetCredential credential) {
        this.credential = credential;
        if (credential instanceof Password password) {
            secrets.add(password.password());
        } else if (credential instanceof Bearer bearer) {
            secrets.add(bearer.token());
            token = bearer.token();
        }
    }

    SupersetCredential credential() {
        return credential;
    }

    boolean isRenewable() {
        return credential instanceof Password;
    }

    Secrets secrets() {
        return secrets;
    }

    @Nullable
    String token() {
        return token;
    }

    void hold(String accessToken) {
        secrets.add(accessToken);
        token = accessToken;
    }

    /** Drops the token if it still is the given one; another thread may have renewed it meanwhile. */
    void drop(String expired) {
        if (isRenewable() && expired.equals(token)) {
            token = null;
        }
    }

    @Nullable
    CsrfTicket csrf() {
        return csrf;
    }

    void hold(CsrfTicket ticket) {
        secrets.add(ticket.token());
        ticket.cookieValues().forEach(secrets::add);
        csrf = ticket;
    }

    void drop(CsrfTicket refused) {
        if (refused.equals(csrf)) {
            csrf = null;
        }
    }

    boolean tryLock(Duration patience) throws InterruptedException {
        return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void unlock() {
        lock.unlock();
    }
}
