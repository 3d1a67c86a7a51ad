package io.dsreview.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token as a bed has made it an hour ago: signed by the bed's own key, so that the bed itself says that it has expired. */
final class ExpiredToken {

    private static final Pattern EXPIRY = Pattern.compile("\"exp\": ?\\d+");

    private ExpiredToken() {}

    static String of(Bed bed, String token) throws IOException, GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        String payload = EXPIRY.matcher(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8))
                .replaceFirst("\"exp\":" + Instant.now().minusSeconds(3600).getEpochSecond());
        String signed = parts[0] + "." + encoded(payload.getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        String key = Files.readString(Path.of(bed.dataFile()).resolveSibling("secret_key"));
        mac.init(new SecretKeySpec(key.strip().getBytes(UTF_8), "HmacSHA256"));
        return signed + "." + encoded(mac.doFinal(signed.getBytes(US_ASCII)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
