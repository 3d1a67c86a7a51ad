package io.dsreview.superset.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A JSON text; where it must not arrive twice it is declared one-shot, so that OkHttp never repeats it by itself. */
final class JsonBody extends RequestBody {

    private static final MediaType TYPE = MediaType.get("application/json");

    private final byte[] bytes;
    private final boolean repeatable;

    JsonBody(String json, boolean repeatable) {
        this.bytes = json.getBytes(StandardCharsets.UTF_8);
        this.repeatable = repeatable;
    }

    @Override
    public MediaType contentType() {
        return TYPE;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return !repeatable;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
