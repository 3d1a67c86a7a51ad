package io.dsreview.test.recording.redaction;

import io.dsreview.test.recording.exchange.Parameter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds named secrets in text that is no JSON document: HTML pages, JSON inside them, URLs, and e-mail addresses. */
final class SecretText {

    private static final String QUOTE = "(?:\\\\?[\"']|&#34;|&quot;|&#39;)";
    private static final Pattern MEMBER = Pattern.compile(
            QUOTE + "([A-Za-z0-9_-]{1,60})" + QUOTE + "\\s{0,9}:\\s{0,9}" + QUOTE + "([^\"'&\\\\<>]{1,4096})" + QUOTE);
    private static final Pattern INPUT = Pattern.compile("<(?:input|meta)\\b([^>]{0,2000})>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\b(?:name|id)\\s*=\\s*[\"']([^\"']+)");
    private static final Pattern VALUE = Pattern.compile("\\b(?:value|content)\\s*=\\s*[\"']([^\"']+)");
    private static final Pattern PARAMETER = Pattern.compile("[?&]([A-Za-z0-9_-]{1,60})=([^&#\\s\"'<>\\\\]{1,4096})");
    private static final Pattern USER_INFORMATION = Pattern.compile("://[^/\\s:@\"'<>]{0,100}:([^@/\\s\"'<>]{1,500})@");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

    private final SecretNames names;
    private final Secrets secrets;
    private final boolean emails;

    SecretText(SecretNames names, Secrets secrets, boolean emails) {
        this.names = names;
        this.secrets = secrets;
        this.emails = emails;
    }

    void learnFrom(String text) {
        Matcher member = MEMBER.matcher(text);
        while (member.find()) {
            learn(member.group(1), member.group(2));
        }
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            learn(parameter.group(1), Parameter.decode(parameter.group(2)));
        }
        Matcher input = INPUT.matcher(text);
        while (input.find()) {
            Matcher name = NAME.matcher(input.group(1));
            Matcher value = VALUE.matcher(input.group(1));
            if (name.find() && value.find()) {
                learn(name.group(1), value.group(1));
            }
        }
        if (text.indexOf('@') >= 0) {
            learnAddresses(text);
        }
    }

    private void learnAddresses(String text) {
        Matcher user = USER_INFORMATION.matcher(text);
        while (user.find()) {
            // An address that shows its own form, such as driver://username:password@host, names what it would hold.
            if (!names.isSecretField(user.group(1))) {
                secrets.placeholder("password", user.group(1));
            }
        }
        Matcher email = EMAIL.matcher(text);
        while (emails && email.find()) {
            secrets.placeholder("email", email.group());
        }
    }

    private void learn(String name, String value) {
        if (names.isSecretField(name)) {
            secrets.placeholder(name, value);
        }
    }
}
