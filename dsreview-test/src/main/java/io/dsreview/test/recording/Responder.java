package io.dsreview.test.recording;

/** Answers the requests of one {@link ProxyServer}, several at a time, on its threads. */
interface Responder {

    WireResponse respond(WireRequest request) throws Refusal;
}
