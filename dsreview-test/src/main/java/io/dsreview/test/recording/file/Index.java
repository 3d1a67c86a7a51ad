package io.dsreview.test.recording.file;

import io.dsreview.api.canonical.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The list of a recording's files in their order, so that it can be read from a class path, which cannot be listed.
 *
 * @param basePath what the upstream's paths begin with, empty or for example {@code /analytics}
 * @param files names of exchange files
 */
record Index(String basePath, List<String> files) {

    static final String FILE = "index.json";

    private static final String FORMAT = "dsreview-recording-1";
    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~%-]+)*");

    Index {
        files = List.copyOf(files);
        if (!BASE_PATH.matcher(basePath).matches()) {
            throw new IllegalArgumentException(
                    FILE + ": basePath must be empty or like /analytics, without a slash at the end");
        }
        for (String file : files) {
            if (!ExchangeFile.NAME.matcher(file).matches()) {
                throw new IllegalArgumentException(
                        FILE + ": files holds a name unlike 0001-GET-api-v1-dashboard-4.json. Record again");
            }
        }
    }

    static Index read(String text) {
        JsonFields index = JsonFields.parse(FILE, text);
        if (!index.string("format").equals(FORMAT)) {
            throw new IllegalArgumentException(FILE + ": format must be " + FORMAT
                    + ". Use the release that made this recording, or record again");
        }
        return new Index(index.string("basePath"), index.strings("files"));
    }

    String write() {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("format", FORMAT);
        index.put("basePath", basePath);
        index.put("files", files);
        return JsonText.pretty(index);
    }
}
