package io.dsreview.core.seam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which dsreview this is: what is decided names it, so that a record of a launch says what made it. */
public final class LibraryVersion {

    private static final String VERSION = read();

    private LibraryVersion() {}

    /**
     * Returns the version.
     *
     * @return the version that this was built as, such as {@code 0.1.0}
     */
    public static String get() {
        return VERSION;
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(
                LibraryVersion.class.getResourceAsStream("/io/dsreview/core/version.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The resource version.properties of dsreview-core cannot be read.", unreadable);
        }
    }
}
